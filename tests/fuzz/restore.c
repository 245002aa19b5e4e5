/* Bytes → text → restored text: the decoder gives well-formed text whatever the bytes, and every restored character, line and
** repair says where in it it came from. */
#include "fuzz.h"

#include "text/decode.h"
#include "text/text.h"

static void check_runs(const lt_text *text) {
  for (uint32_t i = 0; i < text->runs.count; i++) {
    const lt_run *run = &text->runs.at[i];
    must(run->clean <= text->length && run->raw <= run->raw_end && run->raw_end <= text->raw_length);
    must(i == 0 || run[-1].clean < run->clean);
  }
}

static void check_places(const lt_text *text) {
  for (uint32_t i = 0, end; i < text->length; i = end) {
    end = i + ((text->clean[i] & 0xFC00) == 0xD800 ? 2 : 1); /* a character beyond U+FFFF is two units */
    lt_span raw = lt_text_raw(text, (lt_span){i, end});
    must(raw.begin < raw.end && raw.end <= text->raw_length);
  }
}

static void check_lines(const lt_text *text) {
  uint32_t end = 0;
  for (uint32_t i = 0; i < text->lines.count; i++) {
    const lt_line *line = &text->lines.at[i];
    must(end <= line->span.begin && line->span.begin < line->span.end && line->span.end <= text->length);
    must(line->twin <= i);
    end = line->span.end;
  }
}

static void check_repairs(const lt_text *text) {
  for (uint32_t i = 0; i < text->repairs.count; i++) {
    const lt_repair *repair = &text->repairs.at[i];
    must(repair->raw <= repair->raw_end && repair->raw_end <= text->raw_length);
    must(repair->clean.begin <= repair->clean.end && repair->clean.end <= text->length);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  size_t length = 0;
  bool blob = size > 0 && data[0] & 1;
  const char *utf8 = (const char *)data;
  if (blob) utf8 = lt_decode(arena, data + 1, size - 1, &length);
  else length = size;
  lt_text *text = lt_text_restore(arena, utf8, length);
  must(text && !lt_arena_failed(arena) && text->clean[text->length] == 0);
  check_runs(text);
  check_places(text);
  check_lines(text);
  check_repairs(text);
  lt_arena_free(arena);
  return 0;
}
