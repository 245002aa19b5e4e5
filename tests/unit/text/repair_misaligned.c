/* GBK read one byte off: what the bytes say comes back, what they do not say is chosen by context and told. */
#include "restored.h"

static void a_gloss_inside_a_pair_is_undone(void **state) {
  (void)state;
  assert_restored("能夠?yàn)榇竽P偷纳\uE302商峁┳銐虻臄?shù)據(jù)", "能够为大模型的生成提供足够的数据");
}

static void a_cut_is_undone(void **state) {
  (void)state;
  assert_restored("使用變得更容易?;ヂ?lián)網(wǎng)公司很多", "使用变得更容易。互联网公司很多");
  assert_restored("他們的身影也異?;钴S起來(lái)", "他们的身影也异常活跃起来");
}

static void a_sign_that_was_folded_has_its_bytes_back(void **state) {
  (void)state;
  assert_restored("價格?róng)(15)墒袌鰶Q定,成本由工廠(chǎng)決定", "价格将由市场决定，成本由工厂决定");
}

static void a_byte_that_begins_no_character_ends_one(void **state) {
  (void)state;
  assert_restored("因?yàn)槊總?硕家柧毮P?,算力緊張(zhāng)", "因为每个人都要训练模型，算力紧张");
}

static void a_text_may_end_in_the_middle_of_a_run(void **state) {
  (void)state;
  assert_restored("變得更容易?;", "变得更容易。");
  assert_restored("由銀行提供擔?！?", "由银行提供担保。");
}

static void a_letter_behind_a_half_stays(void **state) {
  (void)state;
  assert_restored("增添新動(dòng)力?！盨AP公司", "增添新动力。”SAP公司");
}

static void a_dropped_private_pair_is_found_by_context(void **state) {
  (void)state;
  assert_restored("該(gāi)技術(shù)發(fā)展?jié)摿C合來(lái)看很大", "该技术发展潜力综合来看很大");
}

static void a_question_mark_that_is_one_stays(void **state) {
  (void)state;
  assert_untouched("真的吗?他不信。怎么会?!好吧");
  assert_untouched("平安好医生?私家医生上线了");
  assert_untouched("http://example.com/s?__biz=Mz&mid=22");
}

static void the_raw_span_of_a_half_is_all_that_carries_it(void **state) {
  (void)state;
  assert_read_from("變得更容易?;ヂ?lián)網(wǎng)公司", "互联网", ";ヂ?lián)網(wǎng)");
  assert_read_from("變得更容易?;ヂ?lián)網(wǎng)公司", "容易。", "容易?;");
}

static void what_context_chose_is_told(void **state) {
  (void)state;
  const char *stored = "變得更容易?;ヂ?lián)網(wǎng)公司";
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = lt_text_restore(arena, stored, strlen(stored));
  uint32_t misaligned = 0, chosen = 0;
  for (uint32_t i = 0; i < text->doubts.count; i++) {
    if (text->doubts.at[i].level == LT_DOUBT_READ) continue;
    assert_int_equal(text->clean[text->doubts.at[i].clean], u'。');
    chosen++;
  }
  assert_int_equal(chosen, 1);
  for (uint32_t i = 0; i < text->repairs.count; i++) misaligned += text->repairs.at[i].kind == LT_REPAIR_MISALIGNED;
  assert_int_equal(misaligned, 1);
  lt_arena_free(arena);
}

static void a_lost_digit_is_told_as_lost(void **state) {
  (void)state;
  assert_restored("持有該(gāi)公司燃?xì)?1%股權(quán)", "持有该公司燃气\uFFFD1%股权");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_gloss_inside_a_pair_is_undone),
      cmocka_unit_test(a_cut_is_undone),
      cmocka_unit_test(a_sign_that_was_folded_has_its_bytes_back),
      cmocka_unit_test(a_byte_that_begins_no_character_ends_one),
      cmocka_unit_test(a_text_may_end_in_the_middle_of_a_run),
      cmocka_unit_test(a_letter_behind_a_half_stays),
      cmocka_unit_test(a_dropped_private_pair_is_found_by_context),
      cmocka_unit_test(a_question_mark_that_is_one_stays),
      cmocka_unit_test(the_raw_span_of_a_half_is_all_that_carries_it),
      cmocka_unit_test(what_context_chose_is_told),
      cmocka_unit_test(a_lost_digit_is_told_as_lost),
  };
  return cmocka_run_group_tests_name("repair_misaligned", tests, NULL, NULL);
}
