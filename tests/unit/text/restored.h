/* What tests of the text room share: restore a text, compare what came out and where it came from. */
#ifndef LT_TESTS_RESTORED_H
#define LT_TESTS_RESTORED_H

#include "base/utf8.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

/* Fails where the clean text of `stored` is another. */
static inline void assert_restored(const char *stored, const char *wanted) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = lt_text_restore(arena, stored, strlen(stored));
  lt_slice clean = {text->clean, text->length};
  char *out = malloc(lt_utf8_room(clean) + 1);
  out[lt_utf8_write(out, clean)] = 0;
  if (strcmp(out, wanted) != 0) print_message("# %s\n#   wanted %s\n#   got    %s\n", stored, wanted, out);
  assert_string_equal(out, wanted);
  free(out);
  lt_arena_free(arena);
}

static inline void assert_untouched(const char *stored) { assert_restored(stored, stored); }

/* The unit at which the nth raw character begins: SQLite counts characters beyond U+FFFF as one. */
static inline uint32_t unit_of(lt_slice raw, uint32_t n) {
  uint32_t i = 0;
  while (n-- > 0) i += (raw.at[i] & 0xFC00) == 0xD800 ? 2 : 1;
  return i;
}

/* Fails where the clean text found in `stored` was not read from these raw characters. */
static inline void assert_read_from(const char *stored, const char *clean, const char *raw) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = lt_text_restore(arena, stored, strlen(stored));
  lt_slice all = {text->clean, text->length}, wanted = lt_utf8_read(arena, clean, strlen(clean));
  lt_slice source = lt_utf8_read(arena, stored, strlen(stored)), from = lt_utf8_read(arena, raw, strlen(raw));
  uint32_t at = lt_slice_find(all, wanted);
  assert_true(at < all.length);
  lt_span span = lt_text_raw(text, (lt_span){at, at + wanted.length});
  lt_span units = {unit_of(source, span.begin), unit_of(source, span.end)};
  assert_true(lt_slice_equals(lt_slice_cut(source, units), from));
  lt_arena_free(arena);
}

#endif
