/* BLOBs: whichever encoding, the same text. */
#include "text/decode.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static void assert_decoded(const char *bytes, size_t count, const char *wanted) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  size_t length = 0;
  const char *text = lt_decode(arena, bytes, count, &length);
  assert_string_equal(text, wanted);
  assert_int_equal(length, strlen(wanted));
  lt_arena_free(arena);
}

#define ASSERT_DECODED(bytes, wanted) assert_decoded("" bytes, sizeof bytes - 1, (wanted))

static void well_formed_utf8_is_itself(void **state) {
  (void)state;
  ASSERT_DECODED("大模型的擂台 😀", "大模型的擂台 😀");
  ASSERT_DECODED("\xEF\xBB\xBF" "大模型", "大模型");
  ASSERT_DECODED("", "");
}

static void gbk_is_told_by_what_it_says(void **state) {
  (void)state;
  ASSERT_DECODED("\xB4\xF3\xC4\xA3\xD0\xCD\xB5\xC4\xC0\xDE\xCC\xA8", "大模型的擂台");
}

static void four_bytes_of_gb18030_are_one_character(void **state) {
  (void)state;
  ASSERT_DECODED("\xB4\xF3\x94\x39\xFC\x36\xC4\xA3\xD0\xCD\x81\x30\x84\x36", "大😀模型¥");
}

static void big5_is_told_from_gbk(void **state) {
  (void)state;
  ASSERT_DECODED("\xA4\x6A\xBC\xD2\xAB\xAC\xAA\xBA\xBE\xDD\xBB\x4F", "大模型的擂臺");
}

static void hong_kong_characters_are_known(void **state) {
  (void)state;
  ASSERT_DECODED("\xA4\x48\xA4\x75\xB4\xBC\xBC\x7A\xA4\xBD\xA5\x71\xAB\x59\x9D\xF6\xAD\xBB\xB4\xE4\x9D\xEF", "人工智慧公司係喺香港嘅");
}

static void utf16_is_told_without_its_mark(void **state) {
  (void)state;
  ASSERT_DECODED("\x27\x59\x21\x6A\x8B\x57\x0D\x4E\x7D\x59", "大模型不好");
  ASSERT_DECODED("\xFE\xFF\x59\x27\x6A\x21\x57\x8B", "大模型");
  ASSERT_DECODED("A\0I\0'Y!j\x8BW", "AI大模型");
}

static void nul_and_ill_formed_bytes_are_replacements(void **state) {
  (void)state;
  ASSERT_DECODED("大模型\0擂台在这里", "大模型\uFFFD擂台在这里");
  ASSERT_DECODED("大模型的擂台\xFF在这里等着", "大模型的擂台\uFFFD在这里等着");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(well_formed_utf8_is_itself),
      cmocka_unit_test(gbk_is_told_by_what_it_says),
      cmocka_unit_test(four_bytes_of_gb18030_are_one_character),
      cmocka_unit_test(big5_is_told_from_gbk),
      cmocka_unit_test(utf16_is_told_without_its_mark),
      cmocka_unit_test(nul_and_ill_formed_bytes_are_replacements),
      cmocka_unit_test(hong_kong_characters_are_known),
  };
  return cmocka_run_group_tests_name("decode", tests, NULL, NULL);
}
