/* Claims on text made to be slow or to overflow: markers, verbs and brackets without end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "reading/reading.h"

static double seconds_for(const char *piece, int times) {
  size_t length = strlen(piece);
  char *text = malloc(length * (size_t)times + 1);
  assert_non_null(text);
  for (int i = 0; i < times; i++) memcpy(text + (size_t)i * length, piece, length);
  text[length * (size_t)times] = 0;
  lt_reading *r = lt_reading_new(&lt_allocator_libc, &lt_lexicon_built_in, text, length * (size_t)times);
  assert_non_null(r);
  assert_true(lt_reading_need(r, LT_STAGE_ENTITIES));
  clock_t begin = clock();
  assert_true(lt_reading_need(r, LT_STAGE_CLAIMS) && lt_reading_need(r, LT_STAGE_SOURCES) && lt_reading_need(r, LT_STAGE_SPEAKERS));
  double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
  lt_reading_free(r);
  free(text);
  return seconds;
}

/* Eight times the text takes about eight times as long, not sixty-four. */
static void test_linear(void **state) {
  (void)state;
  static const char *const pieces[] = {"一是，", "首先，", "何川表示，", "“何川说，”", "（", "据《", "这座桥有望，但", "1. 路近；", "可见，", "被称作“老码头”，", "其中占21%，"};
  for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
    double small = seconds_for(pieces[i], 2000), large = seconds_for(pieces[i], 16000);
    if (large > 0.05 + 24 * small) fail_msg("%s: %.3f s, then %.3f s", pieces[i], small, large);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_linear)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
