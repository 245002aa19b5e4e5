/* Where two texts that should be one differ. */
#include "text/align.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static lt_differences aligned(lt_arena *arena, lt_slice a, lt_slice b) {
  lt_differences differences = {0};
  assert_true(lt_align(arena, a, b, 20, &differences));
  return differences;
}

static void assert_difference(const lt_difference *d, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end) {
  assert_int_equal(d->a.begin, a);
  assert_int_equal(d->a.end, a_end);
  assert_int_equal(d->b.begin, b);
  assert_int_equal(d->b.end, b_end);
}

static void equal_texts_do_not_differ(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  assert_int_equal(aligned(arena, LT_SLICE("山城的公交改线了"), LT_SLICE("山城的公交改线了")).count, 0);
  assert_int_equal(aligned(arena, LT_SLICE(""), LT_SLICE("")).count, 0);
  lt_arena_free(arena);
}

static void a_changed_character_is_one_difference(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_differences d = aligned(arena, LT_SLICE("山城的公?改线了"), LT_SLICE("山城的公交改线了"));
  assert_int_equal(d.count, 1);
  assert_difference(&d.at[0], 4, 5, 4, 5);
  lt_arena_free(arena);
}

static void what_one_text_lacks_is_an_empty_span(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_differences d = aligned(arena, LT_SLICE("山城的改线了"), LT_SLICE("山城的公交改线了"));
  assert_int_equal(d.count, 1);
  assert_difference(&d.at[0], 3, 3, 3, 5);
  lt_arena_free(arena);
}

static void differences_at_both_ends(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_differences d = aligned(arena, LT_SLICE("?城的公交改线?"), LT_SLICE("山城的公交改线了"));
  assert_int_equal(d.count, 2);
  assert_difference(&d.at[0], 0, 1, 0, 1);
  assert_difference(&d.at[1], 7, 8, 7, 8);
  lt_arena_free(arena);
}

static void texts_too_unlike_are_given_up(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  assert_false(lt_align(arena, LT_SLICE("山城的公交改线了"), LT_SLICE("海边的船明天才开"), 3, NULL));
  lt_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(equal_texts_do_not_differ),
      cmocka_unit_test(a_changed_character_is_one_difference),
      cmocka_unit_test(what_one_text_lacks_is_an_empty_span),
      cmocka_unit_test(differences_at_both_ends),
      cmocka_unit_test(texts_too_unlike_are_given_up),
  };
  return cmocka_run_group_tests_name("align", tests, NULL, NULL);
}
