/* A list of strings is JSON, whatever is in them. */
#include "tables/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void check(const lt_slice *items, uint32_t count, lt_slice wanted) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  assert_true(lt_slice_equals(lt_json_list(arena, items, count), wanted));
  lt_arena_free(arena);
}

static void lists_are_arrays(void **state) {
  (void)state;
  const lt_slice names[] = {LT_SLICE("百度"), LT_SLICE("OpenAI")};
  check(NULL, 0, LT_SLICE("[]"));
  check(names, 1, LT_SLICE("[\"百度\"]"));
  check(names, 2, LT_SLICE("[\"百度\",\"OpenAI\"]"));
}

static void what_json_must_escape_is_escaped(void **state) {
  (void)state;
  const lt_slice odd[] = {LT_SLICE("a\"b\\c\n\t")};
  check(odd, 1, LT_SLICE("[\"a\\\"b\\\\c\\u000a\\u0009\"]"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lists_are_arrays),
      cmocka_unit_test(what_json_must_escape_is_escaped),
  };
  return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
