/* Bytes shown in a Western encoding are read back; Western words stay. */
#include "restored.h"

static void utf8_shown_as_windows_1252_is_read_back(void **state) {
  (void)state;
  assert_restored("å\xC2\x8F‘å¸ƒæ–‡ä»¶ 2023", "发布文件 2023");
}

static void and_what_was_shown_so_twice(void **state) {
  (void)state;
  assert_restored("Ã¦â€“â€¡Ã¤Â»Â¶", "文件");
}

static void gbk_shown_as_latin_1_is_read_back(void **state) {
  (void)state;
  assert_restored("ÈË¹¤ÖÇÄÜ¹«Ë¾", "人工智能公司");
  assert_restored("È˹¤ÖÇÄÜ", "人工智能");
}

static void western_words_and_signs_stay(void **state) {
  (void)state;
  assert_untouched("café naïve ÄÖÜß São £££ °°°° ×××× Привет ······ 138××××1234");
}

static void the_raw_span_is_kept(void **state) {
  (void)state;
  assert_read_from("ÈË¹¤ÖÇÄÜ公司", "智能", "ÖÇÄÜ");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(utf8_shown_as_windows_1252_is_read_back),
      cmocka_unit_test(and_what_was_shown_so_twice),
      cmocka_unit_test(gbk_shown_as_latin_1_is_read_back),
      cmocka_unit_test(western_words_and_signs_stay),
      cmocka_unit_test(the_raw_span_is_kept),
  };
  return cmocka_run_group_tests_name("repair_encoding", tests, NULL, NULL);
}
