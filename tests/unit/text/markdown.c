/* Marks go where a page has marks, and only there. */
#include "base/utf8.h"
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* Reads the page and says whether its last line is `wanted`; *line: that line. */
static bool reads_as(const char *page, const char *wanted, lt_line *line) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = lt_text_restore(arena, page, strlen(page));
  bool same = text->lines.count > 0;
  if (same) {
    *line = text->lines.at[text->lines.count - 1];
    same = lt_slice_equals(lt_text_cut(text, line->span), lt_utf8_read(arena, wanted, strlen(wanted)));
  }
  lt_arena_free(arena);
  return same;
}

static void assert_last(const char *page, const char *wanted) {
  lt_line line;
  assert_true(reads_as(page, wanted, &line));
}

static void a_page_without_marks_keeps_its_stars(void **state) {
  (void)state;
  assert_last("矩阵的大小是4096*4096，指数是2**3，话题是#公交#。", "矩阵的大小是4096*4096，指数是2**3，话题是#公交#。");
  assert_last("会员等级*普通*和_高级_", "会员等级*普通*和_高级_");
}

static void emphasis_and_its_spaces_go(void **state) {
  (void)state;
  assert_last("美团创始人 **林见川** 的公司 **远岸** ，开业了。", "美团创始人林见川的公司远岸，开业了。");
  assert_last("他用 **Lean** code写了**Flow** 。", "他用Lean code写了Flow。");
}

static void broken_emphasis_is_one(void **state) {
  (void)state;
  assert_last("**时****间****检****验奖** ", "时间检验奖");
  assert_last("被引数**9****000+** 次", "被引数9000+次");
}

static void hidden_digits_stay_hidden(void **state) {
  (void)state;
  assert_last("**电话** 138****1234", "电话138****1234");
}

static void a_bold_line_is_known(void **state) {
  (void)state;
  lt_line line;
  assert_true(reads_as("# 题\n\n**降价时机的选择**", "降价时机的选择", &line));
  assert_true(line.bold);
  assert_true(reads_as("# 题\n\n**降价时机** 的选择", "降价时机的选择", &line));
  assert_false(line.bold);
}

static void links_leave_their_text_and_images_nothing(void **state) {
  (void)state;
  assert_last("见[报告](https://example.com/a_(b))和![图](https://example.com/c.png)附件。", "见报告和附件。");
  assert_last("[![](https://example.com/c.png)](https://example.com)点[这里]()[1]", "点这里[1]");
}

static void a_link_without_an_end_stays(void **state) {
  (void)state;
  assert_last("**甲** [乙](https://example.com", "甲[乙](https://example.com");
}

static void escapes_are_undone(void **state) {
  (void)state;
  assert_last("**甲** 1\\. 乙 C:\\data", "甲1. 乙 C:\\data");
}

static void marks_inside_addresses_stay(void **state) {
  (void)state;
  assert_last("**链接** https://example.com/a_b_c*d", "链接https://example.com/a_b_c*d");
  assert_last("**链接**\n\n_https://example.com/a_b_", "https://example.com/a_b");
}

static void headings_quotes_and_items_are_marked(void **state) {
  (void)state;
  lt_line line;
  assert_true(reads_as("## 标题", "标题", &line));
  assert_true(line.mark == LT_MARK_HEADING && line.level == 2);
  assert_true(reads_as("# 题\n\n> 引文", "引文", &line));
  assert_true(line.mark == LT_MARK_QUOTE);
  assert_true(reads_as("# 题\n\n  * 条目", "条目", &line));
  assert_true(line.mark == LT_MARK_ITEM);
  assert_true(reads_as("# 题\n\n  1. 条目", "1. 条目", &line));
  assert_true(line.mark == LT_MARK_ITEM);
}

static void code_is_left_as_it_is(void **state) {
  (void)state;
  lt_line line;
  assert_true(reads_as("# 题\n\n```c\nint **p = a[1](2);\n```", "int **p = a[1](2);", &line));
  assert_true(line.mark == LT_MARK_CODE);
}

static void rules_and_rulers_are_no_lines(void **state) {
  (void)state;
  assert_last("# 题\n\n正文\n\n* * *\n", "正文");
  assert_last("# 题\n\n| 甲 | 乙 |\n|---|:-:|\n", "甲 | 乙 |");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_page_without_marks_keeps_its_stars),
      cmocka_unit_test(emphasis_and_its_spaces_go),
      cmocka_unit_test(broken_emphasis_is_one),
      cmocka_unit_test(hidden_digits_stay_hidden),
      cmocka_unit_test(a_bold_line_is_known),
      cmocka_unit_test(links_leave_their_text_and_images_nothing),
      cmocka_unit_test(a_link_without_an_end_stays),
      cmocka_unit_test(escapes_are_undone),
      cmocka_unit_test(marks_inside_addresses_stay),
      cmocka_unit_test(headings_quotes_and_items_are_marked),
      cmocka_unit_test(code_is_left_as_it_is),
      cmocka_unit_test(rules_and_rulers_are_no_lines),
  };
  return cmocka_run_group_tests_name("markdown", tests, NULL, NULL);
}
