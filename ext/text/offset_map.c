/* From clean text back to the stored text: the run a place stands in is found by halving. */
#include "text/text.h"

static const lt_run *run_of(const lt_text *text, uint32_t clean) {
  uint32_t next = 1;
  LT_BISECT(next, text->runs.count, text->runs.at[i].clean <= clean);
  return &text->runs.at[next - 1];
}

lt_span lt_text_raw(const lt_text *text, lt_span clean) {
  const lt_run *first = run_of(text, clean.begin);
  uint32_t begin = first->raw + (clean.begin - first->clean);
  if (clean.end <= clean.begin) return (lt_span){begin, begin};
  const lt_run *last = run_of(text, clean.end - 1);
  bool ends_run = last + 1 == text->runs.at + text->runs.count ? clean.end == text->length : last[1].clean == clean.end;
  return (lt_span){begin, ends_run ? last->raw_end : last->raw + (clean.end - last->clean)};
}
