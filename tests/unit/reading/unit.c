/* A sentence is cut into lists of names of one sort, and each list knows its neighbours. */
#include "reading/unit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

typedef struct sentence {
  lt_reading *r;
  lt_unit_list units;
} sentence;

static sentence cut(const char *text) {
  sentence s = {.r = lt_reading_new(&lt_allocator_libc, &lt_lexicon_built_in, text, strlen(text))};
  assert_non_null(s.r);
  assert_true(lt_reading_need(s.r, LT_STAGE_ENTITIES));
  lt_units_of_sentence(s.r, 0, &s.units);
  return s;
}

static void names_joined_by_marks_of_a_list_are_one_unit(void **state) {
  (void)state;
  sentence s = cut("百度、阿里巴巴和腾讯先后上线了“文心一言”与“通义千问”。");
  assert_int_equal(s.units.count, 2);
  assert_int_equal(lt_unit_count(&s.units.at[0]), 3);
  assert_int_equal(s.units.at[0].sort, LT_UNIT_FIRM);
  assert_int_equal(lt_unit_count(&s.units.at[1]), 2);
  assert_int_equal(s.units.at[1].sort, LT_UNIT_MODEL);
  lt_reading_free(s.r);
}

static void a_code_in_brackets_does_not_end_the_list(void **state) {
  (void)state;
  sentence s = cut("百度（09888）、腾讯合作。");
  assert_int_equal(lt_unit_count(&s.units.at[0]), 2);
  lt_reading_free(s.r);
}

static void a_firm_in_a_title_is_none_of_the_list(void **state) {
  (void)state;
  sentence s = cut("腾讯和百度创始人李彦宏到场。");
  assert_int_equal(s.units.count, 3);
  lt_reading_free(s.r);
}

static void neighbours_are_found_by_sort_and_place(void **state) {
  (void)state;
  sentence s = cut("百度的文心一言和腾讯的混元大模型都收费了。");
  uint32_t end = s.units.at[s.units.count - 1].span.end;
  assert_ptr_equal(lt_unit_before(&s.units, end, LT_UNIT_FIRM), &s.units.at[2]);
  assert_ptr_equal(lt_unit_after(&s.units, 1, LT_UNIT_FIRM), &s.units.at[2]);
  assert_null(lt_unit_before(&s.units, 1, LT_UNIT_FIRM));
  assert_null(lt_unit_after(&s.units, end, LT_UNIT_MODEL));
  lt_reading_free(s.r);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_joined_by_marks_of_a_list_are_one_unit), cmocka_unit_test(a_code_in_brackets_does_not_end_the_list),
      cmocka_unit_test(a_firm_in_a_title_is_none_of_the_list),        cmocka_unit_test(neighbours_are_found_by_sort_and_place),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
