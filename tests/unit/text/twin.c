/* Copies of a body: which lines say the same, and how often the body stands there. */
#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#define FIRST "从明天起，三条公交线路将绕开正在施工的大桥，乘客需要在桥头换乘接驳车。\n"
#define SECOND "公交公司说，改线会持续到年底，接驳车每六分钟一班，高峰时段还会加密。\n"

static void assert_twins(const char *page, const uint32_t *twins, uint32_t count, uint32_t copies) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = lt_text_restore(arena, page, strlen(page));
  assert_int_equal(text->lines.count, count);
  for (uint32_t i = 0; i < count; i++) assert_int_equal(text->lines.at[i].twin, twins[i]);
  assert_int_equal(text->copies, copies);
  lt_arena_free(arena);
}

static void one_body_is_no_copy(void **state) {
  (void)state;
  assert_twins(FIRST SECOND, (const uint32_t[]){0, 0}, 2, 1);
}

static void two_bodies_are_two_copies(void **state) {
  (void)state;
  assert_twins(FIRST SECOND FIRST SECOND, (const uint32_t[]){0, 0, 1, 2}, 4, 2);
}

static void a_third_copy_is_the_twin_of_the_first(void **state) {
  (void)state;
  assert_twins(FIRST FIRST FIRST, (const uint32_t[]){0, 1, 1}, 3, 3);
}

static void a_part_said_again_does_not_double_the_body(void **state) {
  (void)state;
  assert_twins(FIRST SECOND "沿线居民担心上班要多花二十分钟，交通部门请大家给工程一点时间，施工完成以后会快八分钟。\n" SECOND,
               (const uint32_t[]){0, 0, 0, 2}, 4, 1);
}

static void damage_does_not_part_twins(void **state) {
  (void)state;
  assert_twins(FIRST "从明天起，三条公交线路将绕开\xEF\xBF\xBD在施工的大桥，乘客需要在桥头换\xEF\xBF\xBD接驳车。\n", (const uint32_t[]){0, 1}, 2, 2);
}

static void damage_at_both_ends_is_found_by_the_neighbours(void **state) {
  (void)state;
  assert_twins(FIRST SECOND FIRST "\xEF\xBF\xBD交公司说，改线会持续到年底，接驳车每六分钟一班，高峰时段还会\xEF\xBF\xBD密。\n",
               (const uint32_t[]){0, 0, 1, 2}, 4, 2);
}

static void sentences_built_alike_are_no_twins(void **state) {
  (void)state;
  assert_twins("桥北的居民说，改线以后上班要多花二十分钟。\n桥南的居民说，改线以后上班要多花二十分钟。\n", (const uint32_t[]){0, 0}, 2, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_body_is_no_copy),
      cmocka_unit_test(two_bodies_are_two_copies),
      cmocka_unit_test(a_third_copy_is_the_twin_of_the_first),
      cmocka_unit_test(a_part_said_again_does_not_double_the_body),
      cmocka_unit_test(damage_does_not_part_twins),
      cmocka_unit_test(damage_at_both_ends_is_found_by_the_neighbours),
      cmocka_unit_test(sentences_built_alike_are_no_twins),
  };
  return cmocka_run_group_tests_name("twin", tests, NULL, NULL);
}
