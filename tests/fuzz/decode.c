/* Bytes of any encoding → well-formed UTF-8, and well-formed UTF-8 comes back unchanged. */
#include "fuzz.h"

#include "base/utf8.h"
#include "text/decode.h"

/* Chinese and such: text of nothing but ASCII and characters of two bytes may as well be GBK. */
static bool is_surely_utf8(const char *utf8) {
  bool has_two = false;
  for (; *utf8; utf8++) {
    if ((*utf8 & 0xE0) == 0xE0) return true;
    if ((*utf8 & 0xE0) == 0xC0) has_two = true;
  }
  return !has_two;
}

/* The text again, by way of our 16-bit characters. */
static void check_round_trip(lt_arena *arena, const char *utf8, size_t length) {
  bool is_marked = length >= 3 && memcmp(utf8, "\xEF\xBB\xBF", 3) == 0;
  if (is_marked || !is_surely_utf8(utf8)) return;
  size_t again_length = 0;
  const char *again = lt_decode(arena, utf8, length, &again_length);
  must(again && again_length == length && memcmp(again, utf8, length) == 0);
  lt_slice slice = lt_utf8_read(arena, utf8, length);
  must(slice.length <= length);
  for (uint32_t i = 0; i < slice.length; i++) must(slice.at[i] != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  size_t length = 0;
  const char *utf8 = lt_decode(arena, data, size, &length);
  must(utf8 && utf8[length] == 0 && strlen(utf8) == length);
  check_round_trip(arena, utf8, length);
  lt_arena_free(arena);
  return 0;
}
