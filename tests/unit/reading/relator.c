/* Relations are kept once, looked up quickly, and cost no more than the article is long. */
#include "reading/relator.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <time.h>
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

static double seconds_for(const char *piece, int times) {
  size_t length = strlen(piece);
  char *text = malloc(length * (size_t)times + 1);
  assert_non_null(text);
  for (int i = 0; i < times; i++) memcpy(text + (size_t)i * length, piece, length);
  text[length * (size_t)times] = 0;
  lt_reading *r = read(text);
  clock_t begin = clock();
  assert_true(lt_reading_need(r, LT_STAGE_RELATIONS));
  double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
  lt_reading_free(r);
  free(text);
  return seconds;
}

/* Eight times the text takes about eight times as long, not sixty-four. */
static void the_time_grows_with_the_article(void **state) {
  (void)state;
  static const char *const pieces[] = {"百度、阿里巴巴、", "百度收购腾讯，", "百度与腾讯合作，", "李彦宏曾任职于百度，", "李彦宏加入百度。", "百度发布了文心一言，", "双方联手推出文心一言，", "百度大股东腾讯",
                                       "百度创始人、董事长李彦宏、", "BAT之一的百度，"};
  for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
    double small = seconds_for(pieces[i], 2000), large = seconds_for(pieces[i], 16000);
    if (large > 0.05 + 24 * small) fail_msg("%s: %.3f s, then %.3f s", pieces[i], small, large);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_relation_is_kept_once), cmocka_unit_test(partnership_goes_both_ways), cmocka_unit_test(the_time_grows_with_the_article)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
