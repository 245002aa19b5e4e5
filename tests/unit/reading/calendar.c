/* The civil and the Chinese calendar, held to days that anybody can look up. */
#include "reading/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static void is_day(lt_day d, int year, int month, int day) {
  if (d.year != year || d.month != month || d.day != day) fail_msg("%d-%02d-%02d, not %d-%02d-%02d", d.year, d.month, d.day, year, month, day);
}

static void numbers_of_days_go_there_and_back(void **state) {
  (void)state;
  assert_int_equal(lt_day_number((lt_day){1970, 1, 1}), 0);
  assert_int_equal(lt_day_number((lt_day){2000, 3, 1}), 11017);
  for (int32_t n = -719162; n < 2932896; n += 37) assert_int_equal(lt_day_number(lt_day_of_number(n)), n);
}

static void some_days_do_not_exist(void **state) {
  (void)state;
  assert_true(lt_day_exists((lt_day){2024, 2, 29}));
  assert_false(lt_day_exists((lt_day){2023, 2, 29}));
  assert_false(lt_day_exists((lt_day){1900, 2, 29}));
  assert_false(lt_day_exists((lt_day){2024, 2, 30}));
  assert_false(lt_day_exists((lt_day){2024, 13, 1}));
  assert_false(lt_day_exists((lt_day){0, 1, 1}));
}

static void weekdays_follow_one_another(void **state) {
  (void)state;
  assert_int_equal(lt_weekday((lt_day){2023, 4, 20}), 4);
  assert_int_equal(lt_weekday((lt_day){1969, 12, 28}), 7);
}

static void months_are_added_within_the_month(void **state) {
  (void)state;
  is_day(lt_day_plus_months((lt_day){2023, 1, 31}, 1), 2023, 2, 28);
  is_day(lt_day_plus_months((lt_day){2023, 1, 31}, -2), 2022, 11, 30);
  is_day(lt_day_plus_months((lt_day){2024, 2, 29}, 12), 2025, 2, 28);
}

static void chinese_days_are_civil_days(void **state) {
  (void)state;
  is_day(lt_lunar_day(2024, 1, false, 1), 2024, 2, 10);
  is_day(lt_lunar_day(2023, 12, false, 0), 2024, 2, 9);
  is_day(lt_lunar_day(2020, 4, true, 1), 2020, 5, 23);
  is_day(lt_lunar_day(2020, 8, false, 15), 2020, 10, 1);
  is_day(lt_lunar_day(2021, 4, true, 1), 0, 0, 0);
  is_day(lt_lunar_day(1899, 1, false, 1), 0, 0, 0);
}

static void solar_terms_have_their_day(void **state) {
  (void)state;
  is_day(lt_solar_term(2024, 23), 2024, 12, 21);
  is_day(lt_solar_term(2021, 0), 2021, 1, 5);
  is_day(lt_solar_term(2022, 6), 2022, 4, 5);
  is_day(lt_solar_term(2101, 0), 0, 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_of_days_go_there_and_back), cmocka_unit_test(some_days_do_not_exist),      cmocka_unit_test(weekdays_follow_one_another),
      cmocka_unit_test(months_are_added_within_the_month), cmocka_unit_test(chinese_days_are_civil_days), cmocka_unit_test(solar_terms_have_their_day),
  };
  return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
