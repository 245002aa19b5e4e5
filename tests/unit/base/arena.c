/* Arena and arrays: memory with one life, and what they promise when it runs out. */
#include "base/array.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static int left; /* allocations that still succeed */

static void *scarce(uint64_t bytes) { return left-- > 0 ? malloc((size_t)bytes) : NULL; }

static const lt_allocator scarce_allocator = {scarce, free};

typedef LT_ARRAY(uint32_t) numbers;

static void an_array_keeps_its_elements_as_it_grows(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  numbers n = {0};
  for (uint32_t i = 0; i < 10000; i++) *LT_PUSH(arena, &n) = i;
  assert_int_equal(n.count, 10000);
  for (uint32_t i = 0; i < n.count; i++) assert_int_equal(n.at[i], i);
  assert_false(lt_arena_failed(arena));
  lt_arena_free(arena);
}

static void no_memory_at_all_is_no_arena(void **state) {
  (void)state;
  left = 0;
  assert_null(lt_arena_new(&scarce_allocator));
}

static void failure_is_remembered_and_indexes_stay_inside(void **state) {
  (void)state;
  left = 2; /* the arena and its first chunk */
  lt_arena *arena = lt_arena_new(&scarce_allocator);
  numbers n = {0};
  for (uint32_t i = 0; i < 1000000; i++) {
    *LT_PUSH(arena, &n) = i;
    assert_in_range(n.count, 1, 1000000);
  }
  assert_true(lt_arena_failed(arena));
  assert_null(lt_arena_block(arena, 1));
  assert_non_null(lt_arena_object(arena, LT_ARENA_SPARE));
  assert_int_equal(n.at[0], 0);
  lt_arena_free(arena);
}

static void trimming_gives_the_end_of_a_block_back(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  char *block = lt_arena_block(arena, 1000);
  lt_arena_trim(arena, block, 100);
  char *next = lt_arena_block(arena, 16);
  assert_in_range(next - block, 100, 128);
  lt_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_array_keeps_its_elements_as_it_grows),
      cmocka_unit_test(no_memory_at_all_is_no_arena),
      cmocka_unit_test(failure_is_remembered_and_indexes_stay_inside),
      cmocka_unit_test(trimming_gives_the_end_of_a_block_back),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
