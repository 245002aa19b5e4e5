/* What is not known is NULL; days are read and written. */
#include "tables/value.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void unknown_values_are_null(void **state) {
  (void)state;
  assert_int_equal(lt_value_real(NAN).kind, LT_VALUE_NULL);
  assert_int_equal(lt_value_text(LT_NO_SLICE).kind, LT_VALUE_NULL);
  assert_int_equal(lt_value_text(LT_SLICE("")).kind, LT_VALUE_TEXT);
  assert_int_equal(lt_value_word(NULL).kind, LT_VALUE_NULL);
  assert_int_equal(lt_value_day((lt_day){0, 5, 9}).kind, LT_VALUE_NULL);
}

static void whole_numbers_are_integers(void **state) {
  (void)state;
  assert_int_equal(lt_value_number(300).kind, LT_VALUE_INTEGER);
  assert_int_equal(lt_value_number(-0.0).integer, 0);
  assert_int_equal(lt_value_number(0.5).kind, LT_VALUE_REAL);
  assert_int_equal(lt_value_number(1e300).kind, LT_VALUE_REAL);
  assert_int_equal(lt_value_number(NAN).kind, LT_VALUE_NULL);
}

static void days_are_written_as_iso(void **state) {
  (void)state;
  char out[LT_DAY_ROOM];
  assert_int_equal(lt_day_write(out, (lt_day){2023, 5, 9}), 10);
  assert_string_equal(out, "2023-05-09");
  lt_day_write(out, (lt_day){INT32_MIN, 255, 255});
  assert_int_equal(strlen(out), 10);
}

static void days_are_read_if_they_are_days(void **state) {
  (void)state;
  lt_day day;
  assert_true(lt_day_read("2023-05-09", &day));
  assert_true(day.year == 2023 && day.month == 5 && day.day == 9);
  assert_true(lt_day_read("2023-05-09T08:00", &day));
  static const char *const others[] = {"", "2023", "2023-5-9", "2023-00-10", "2023-13-01", "2023-01-32", "0000-01-01", "二〇二三年"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) assert_false(lt_day_read(others[i], &day));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(unknown_values_are_null),
      cmocka_unit_test(whole_numbers_are_integers),
      cmocka_unit_test(days_are_written_as_iso),
      cmocka_unit_test(days_are_read_if_they_are_days),
  };
  return cmocka_run_group_tests_name("value", tests, NULL, NULL);
}
