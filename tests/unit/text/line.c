/* Lines as written: what a wrapper broke is one again, what an author broke is not. */
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static lt_arena *arena;

static int begin(void **state) {
  (void)state;
  arena = lt_arena_new(&lt_allocator_libc);
  return arena == NULL;
}

static int end(void **state) {
  (void)state;
  lt_arena_free(arena);
  return 0;
}

static lt_text *read(const char *utf8) { return lt_text_restore(arena, utf8, strlen(utf8)); }

static void assert_line(const lt_text *text, uint32_t line, lt_slice wanted) {
  assert_true(line < text->lines.count);
  assert_true(lt_slice_equals(lt_text_cut(text, text->lines.at[line].span), wanted));
}

static void blank_lines_are_not_kept(void **state) {
  (void)state;
  lt_text *text = read("  甲\n\n \n乙\t\n丙");
  assert_int_equal(text->lines.count, 3);
  assert_line(text, 0, LT_SLICE("甲"));
  assert_line(text, 1, LT_SLICE("乙"));
  assert_true(text->lines.at[0].after_blank && text->lines.at[1].after_blank && !text->lines.at[2].after_blank);
}

static void a_break_at_a_space_between_latin_words(void **state) {
  (void)state;
  lt_text *text = read("# 题\n\n其核心团队曾参与到多个项目的研发之中，其中包括几家欧洲研究机构合作开发的第一代语言模型以及后来开源的Open\nBard模型和另外三个模型。");
  assert_int_equal(text->lines.count, 2);
  assert_true(lt_slice_ends_with(lt_text_cut(text, text->lines.at[1].span), LT_SLICE("Open Bard模型和另外三个模型。")));
}

static void a_break_behind_a_hyphen(void **state) {
  (void)state;
  lt_text *text = read("# 题\n\n这位创始人是国内引用最高的研究者之一，他在读书期间写下了两篇广为流传的论文，第一篇的名字叫做Transformer-\nXL，第二篇没有发表。");
  assert_int_equal(text->lines.count, 2);
  assert_true(lt_slice_ends_with(lt_text_cut(text, text->lines.at[1].span), LT_SLICE("Transformer-XL，第二篇没有发表。")));
}

static void a_comma_never_begins_a_line(void **state) {
  (void)state;
  lt_text *text = read("公司的名字叫远岸\n，没有人听说过。\n\n它在\n。");
  assert_int_equal(text->lines.count, 2);
  assert_line(text, 0, LT_SLICE("公司的名字叫远岸，没有人听说过。"));
  assert_line(text, 1, LT_SLICE("它在。"));
}

static void lines_with_room_left_are_lines(void **state) {
  (void)state;
  lt_text *text = read("# 题\n\n文 | 林见川\n编辑 | 方小雨\n\n正文。");
  assert_int_equal(text->lines.count, 4);
}

static void two_spaces_break_a_line(void **state) {
  (void)state;
  lt_text *text = read("# 题\n\n公司今年在城北建了一座工厂，又在城南建了一座，第三座还在图纸上没有动工的意思，因为钱不够了，银行也不肯再借钱给他们这样的公司。  \n第二行。");
  assert_int_equal(text->lines.count, 3);
}

static void text_wrapped_at_columns_is_joined(void **state) {
  (void)state;
  lt_text *text = read("从明天起，三条公交线路将绕开正在施工的大桥，乘客需要在桥头换\n乘接驳车。公交公司说，改线会持续到年底，接驳车每六分钟一班，高\n峰时段还会加密。沿线居民担心上班要多花二十分钟，交通部门请大家\n给工程一点时间。");
  assert_int_equal(text->lines.count, 1);
}

static void paragraphs_of_free_length_stay_apart(void **state) {
  (void)state;
  lt_text *text = read("从明天起，三条公交线路将绕开大桥。\n公交公司说，改线会持续到年底，接驳车每六分钟一班。\n桥修了又修\n沿线居民担心上班要多花二十分钟。");
  assert_int_equal(text->lines.count, 4);
}

static void exports_open_with_labels(void **state) {
  (void)state;
  lt_text *text = read("# 题\n\n文章作者: 远岸观察\n发布时间: 2024-05-06\n\n一句话。");
  assert_int_equal(text->lines.at[1].mark, LT_MARK_META);
  assert_int_equal(text->lines.at[2].mark, LT_MARK_META);
  assert_int_equal(text->lines.at[3].mark, LT_MARK_NONE);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(blank_lines_are_not_kept, begin, end),
      cmocka_unit_test_setup_teardown(a_break_at_a_space_between_latin_words, begin, end),
      cmocka_unit_test_setup_teardown(a_break_behind_a_hyphen, begin, end),
      cmocka_unit_test_setup_teardown(a_comma_never_begins_a_line, begin, end),
      cmocka_unit_test_setup_teardown(lines_with_room_left_are_lines, begin, end),
      cmocka_unit_test_setup_teardown(two_spaces_break_a_line, begin, end),
      cmocka_unit_test_setup_teardown(text_wrapped_at_columns_is_joined, begin, end),
      cmocka_unit_test_setup_teardown(paragraphs_of_free_length_stay_apart, begin, end),
      cmocka_unit_test_setup_teardown(exports_open_with_labels, begin, end),
  };
  return cmocka_run_group_tests_name("line", tests, NULL, NULL);
}
