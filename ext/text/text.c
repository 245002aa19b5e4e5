/* The driver of restoration: bytes → clean text, lines. */
#include "text/text.h"

#include "base/char.h"
#include "base/utf8.h"
#include "text/line.h"

static void add_run(lt_text *text, uint32_t clean, uint32_t raw, uint32_t raw_end) {
  *LT_PUSH(text->arena, &text->runs) = (lt_run){clean, raw, raw_end};
}

static void decode(lt_text *text, lt_char *out, const unsigned char *p, const unsigned char *end) {
  uint32_t raw = 0, n = 0;
  add_run(text, 0, 0, 0);
  while (p < end && *p) {
    uint32_t c = lt_utf8_next(p, end, &p), units = lt_utf16_write(out + n, c);
    if (units == 2) {
      add_run(text, n, raw, raw + 1);
      add_run(text, n + 2, raw + 1, raw + 1);
    }
    n += units;
    raw++;
    text->runs.at[text->runs.count - 1].raw_end = raw;
  }
  out[n] = 0;
  text->length = n;
  text->raw_length = raw;
}

lt_text *lt_text_restore(lt_arena *arena, const char *utf8, size_t bytes) {
  lt_text *text = LT_NEW(arena, lt_text);
  lt_char *clean = lt_arena_block(arena, (bytes + 1) * sizeof(lt_char));
  if (clean == NULL) return NULL;
  text->arena = arena;
  text->clean = clean;
  text->copies = 1;
  decode(text, clean, (const unsigned char *)utf8, (const unsigned char *)utf8 + bytes);
  lt_lines_read(text);
  return lt_arena_failed(arena) ? NULL : text;
}

static const lt_run *run_of(const lt_text *text, uint32_t clean) {
  uint32_t low = 0, high = text->runs.count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (text->runs.at[middle].clean <= clean) low = middle;
    else high = middle;
  }
  return &text->runs.at[low];
}

lt_span lt_text_raw(const lt_text *text, lt_span clean) {
  const lt_run *first = run_of(text, clean.begin);
  uint32_t begin = first->raw + (clean.begin - first->clean);
  if (clean.end <= clean.begin) return (lt_span){begin, begin};
  const lt_run *last = run_of(text, clean.end - 1);
  bool ends_run = last + 1 == text->runs.at + text->runs.count ? clean.end == text->length : last[1].clean == clean.end;
  return (lt_span){begin, ends_run ? last->raw_end : last->raw + (clean.end - last->clean)};
}
