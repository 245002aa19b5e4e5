/* Two damaged copies make one whole text. */
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#define LOST "\xEF\xBF\xBD"

static void assert_healed(const char *page, lt_slice wanted, uint32_t lines, uint32_t repairs) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = lt_text_restore(arena, page, strlen(page));
  uint32_t told = 0;
  assert_int_equal(text->lines.count, lines);
  for (uint32_t i = 0; i < lines; i++) assert_true(lt_slice_equals(lt_text_cut(text, text->lines.at[i].span), wanted));
  for (uint32_t i = 0; i < text->repairs.count; i++) told += text->repairs.at[i].kind == LT_REPAIR_COPY;
  assert_int_equal(told, repairs);
  lt_arena_free(arena);
}

static void each_copy_heals_the_other(void **state) {
  (void)state;
  assert_healed("从明天起，三条公交" LOST "路将绕开正在施工的大桥，乘客需要在桥头换乘接驳车。\n"
                "从明天起，三条公交线路将绕开正在施工的大桥，乘客需要在" LOST "头换乘接驳车。\n",
                LT_SLICE("从明天起，三条公交线路将绕开正在施工的大桥，乘客需要在桥头换乘接驳车。"), 2, 2);
}

static void what_one_mark_hides_may_be_longer(void **state) {
  (void)state;
  assert_healed("从明天起，三条公交" LOST "绕开正在施工的大桥，乘客需要在桥头换乘接驳车。\n"
                "从明天起，三条公交线路将绕开正在施工的大桥，乘客需要在桥头换乘接驳车。\n",
                LT_SLICE("从明天起，三条公交线路将绕开正在施工的大桥，乘客需要在桥头换乘接驳车。"), 2, 1);
}

static void a_third_copy_helps_the_first(void **state) {
  (void)state;
  assert_healed("从明天起，三条" LOST "交线路将绕开正在施工的大桥，乘客需要在桥头换乘接驳车。\n"
                "从明天起，三条公交线路将绕开正在施工的大桥，乘客需要在桥头换乘接驳车。\n"
                "从明天起，三条公交线路将绕开正在施工的大桥，乘客" LOST "要在桥头换乘接驳车。\n",
                LT_SLICE("从明天起，三条公交线路将绕开正在施工的大桥，乘客需要在桥头换乘接驳车。"), 3, 2);
}

static void a_repair_tells_the_raw_characters(void **state) {
  (void)state;
  const char *page = "从明天起，三条公交" LOST "路将绕开正在施工的大桥。\n从明天起，三条公交线路将绕开正在施工的大桥。\n";
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = lt_text_restore(arena, page, strlen(page));
  assert_int_equal(text->repairs.count, 1);
  assert_int_equal(text->repairs.at[0].raw, 9);
  assert_int_equal(text->repairs.at[0].raw_end, 10);
  assert_true(lt_slice_equals(lt_text_cut(text, text->repairs.at[0].clean), LT_SLICE("线")));
  lt_arena_free(arena);
}

static void what_differs_undamaged_stays(void **state) {
  (void)state;
  const char *page = "从明天起，三条公交线路将绕开正在施工的大桥，乘客需要在桥头换乘接驳车，公交公司说，改线会持续到今年年底。\n"
                     "从明天起，五条公交线路将绕开正在施工的大桥，乘客需要在桥头换乘接驳车，公交公司说，改线会持续到今年年底。\n";
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = lt_text_restore(arena, page, strlen(page));
  assert_int_equal(text->repairs.count, 0);
  assert_int_equal(text->lines.at[1].twin, 1);
  lt_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_copy_heals_the_other),
      cmocka_unit_test(what_one_mark_hides_may_be_longer),
      cmocka_unit_test(a_third_copy_helps_the_first),
      cmocka_unit_test(a_repair_tells_the_raw_characters),
      cmocka_unit_test(what_differs_undamaged_stays),
  };
  return cmocka_run_group_tests_name("repair_copy", tests, NULL, NULL);
}
