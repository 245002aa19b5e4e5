/* Relations are kept once and found again. */
#include "reading/relator.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static lt_reading *read(const char *text) {
  lt_reading *r = lt_reading_new(&lt_allocator_libc, &lt_lexicon_built_in, text, strlen(text));
  assert_non_null(r);
  assert_true(lt_reading_need(r, LT_STAGE_ENTITIES));
  return r;
}

static void a_relation_is_kept_once(void **state) {
  (void)state;
  lt_reading *r = read("百度收购腾讯。");
  lt_relator x;
  assert_true(lt_relator_open(&x, r));
  for (int i = 0; i < 3; i++) lt_relate_entities(&x, LT_RELATION_ACQUIRES, 0, 1, (lt_span){0, 6});
  lt_relate_entities(&x, LT_RELATION_ACQUIRES, 1, 0, (lt_span){0, 6});
  lt_relate_entities(&x, LT_RELATION_ACQUIRES, 0, 0, (lt_span){0, 6});
  assert_int_equal(r->relations.count, 2);
  assert_false(lt_is_related(&x, LT_RELATION_INVESTS_IN, 0, 1));
  lt_reading_free(r);
}

static void partnership_goes_both_ways(void **state) {
  (void)state;
  lt_reading *r = read("百度与腾讯合作。");
  lt_relator x;
  assert_true(lt_relator_open(&x, r));
  lt_relate_entities(&x, LT_RELATION_PARTNERS_WITH, 0, 1, (lt_span){0, 5});
  lt_relate_entities(&x, LT_RELATION_PARTNERS_WITH, 1, 0, (lt_span){0, 5});
  assert_int_equal(r->relations.count, 1);
  lt_reading_free(r);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_relation_is_kept_once), cmocka_unit_test(partnership_goes_both_ways)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
