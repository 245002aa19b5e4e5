/* Restoration as a whole: what stands in the stored text, however it is written, and where it came from. */
#include "restored.h"

static void ill_formed_bytes_are_one_replacement_each(void **state) {
  (void)state;
  assert_restored("甲\xFF乙\xE4\xB8", "甲\uFFFD乙\uFFFD");
}

static void the_text_ends_at_the_first_nul(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = lt_text_restore(arena, "甲\0乙", 7);
  assert_int_equal(text->length, 1);
  assert_int_equal(text->raw_length, 1);
  lt_arena_free(arena);
}

static void nothing_gives_nothing(void **state) {
  (void)state;
  assert_restored("", "");
  assert_restored("\u200B", "");
}

static void width_and_compatibility_forms_are_folded(void **state) {
  (void)state;
  assert_restored("ＡＩ有１２３家，占８％", "AI有123家，占8%");
  assert_restored("⼈⼯智能，⻔户，３．５倍", "人工智能，门户，3.5倍");
}

static void invisible_characters_go(void **state) {
  (void)state;
  assert_restored("大\u200B模\uFEFF型\u00AD很\uE123好", "大模型很好");
}

static void entities_are_read(void **state) {
  (void)state;
  assert_restored("A&amp;B&nbsp;说&#8220;好&#x201D;，a&b;c", "A&B 说“好”，a&b;c");
  assert_restored("&amp;nbsp;&amp;lt;", " <");
}

static void line_breaks_are_one_kind(void **state) {
  (void)state;
  assert_restored("第一行写完了。\r\n第二行写完了。\r第三行", "第一行写完了。\n第二行写完了。\n第三行");
}

static void characters_of_two_units_are_one_raw_character(void **state) {
  (void)state;
  assert_read_from("甲😀乙丙", "乙", "乙");
  assert_read_from("甲😀乙丙", "😀", "😀");
  assert_read_from("一團圞和氣", "和气", "和氣");
}

static void damage_that_folded_punctuation_is_undone_with_it(void **state) {
  (void)state;
  assert_restored("據(jù)悉,公司(代碼:600673)共8,800人;開(kāi)會(huì)到10:30", "据悉，公司（代码：600673）共8,800人；开会到10:30");
}

static void punctuation_of_clean_prose_stays(void **state) {
  (void)state;
  assert_untouched("据悉,公司共8,800人;开会到10:30");
}

static void the_script_is_told(void **state) {
  (void)state;
  static const struct {
    const char *text;
    lt_script script;
  } cases[] = {{"這個問題很難回答", LT_SCRIPT_HANT}, {"这个问题很难回答", LT_SCRIPT_HANS}, {"他在乾县读过李清照的名著", LT_SCRIPT_HANS}, {"AI", LT_SCRIPT_HANS}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    lt_arena *arena = lt_arena_new(&lt_allocator_libc);
    assert_int_equal(lt_text_restore(arena, cases[i].text, strlen(cases[i].text))->script, cases[i].script);
    lt_arena_free(arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(ill_formed_bytes_are_one_replacement_each),
      cmocka_unit_test(the_text_ends_at_the_first_nul),
      cmocka_unit_test(nothing_gives_nothing),
      cmocka_unit_test(width_and_compatibility_forms_are_folded),
      cmocka_unit_test(invisible_characters_go),
      cmocka_unit_test(entities_are_read),
      cmocka_unit_test(line_breaks_are_one_kind),
      cmocka_unit_test(characters_of_two_units_are_one_raw_character),
      cmocka_unit_test(damage_that_folded_punctuation_is_undone_with_it),
      cmocka_unit_test(punctuation_of_clean_prose_stays),
      cmocka_unit_test(the_script_is_told),
  };
  return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
