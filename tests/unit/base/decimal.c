/* Decimal numbers are exact as far as 64 bits go, lose their last digits beyond, and become the nearest double. */
#include "base/decimal.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static double sum(lt_decimal a, lt_decimal b) { return lt_decimal_value(lt_decimal_add(a, b)); }

static void numbers_of_any_size_are_added(void **state) {
  (void)state;
  assert_true(sum((lt_decimal){3, 4}, (lt_decimal){5, 3}) == 35000);
  assert_true(sum((lt_decimal){5, 3}, (lt_decimal){3, 4}) == 35000);
  assert_true(sum((lt_decimal){12, -1}, (lt_decimal){34, -2}) == 1.54);
  assert_true(sum((lt_decimal){0, 0}, (lt_decimal){7, 2}) == 700);
}

/* What is too small beside the other is dropped, digit by digit. */
static void a_sum_never_overflows(void **state) {
  (void)state;
  assert_true(sum((lt_decimal){1, 60}, (lt_decimal){1, 0}) == 1e60);
  assert_true(sum((lt_decimal){1, 20}, (lt_decimal){99, 0}) == 1e20 + 99);
  assert_true(sum((lt_decimal){UINT64_MAX, 0}, (lt_decimal){UINT64_MAX, 0}) == 2.0 * (double)UINT64_MAX);
}

static void the_nearest_double_is_given(void **state) {
  (void)state;
  assert_true(lt_decimal_value((lt_decimal){46, -1}) == 4.6);
  assert_true(lt_decimal_value((lt_decimal){3657, 6}) == 3657000000.0);
  assert_true(lt_decimal_value((lt_decimal){5, -30}) == 5e-30);
  assert_true(lt_decimal_value((lt_decimal){5, -400}) == 0);
  assert_true(isinf(lt_decimal_value((lt_decimal){5, 400})));
  assert_true(lt_decimal_value((lt_decimal){0, 400}) == 0);
}

static void digits_are_appended_before_and_behind_the_point(void **state) {
  (void)state;
  assert_true(lt_decimal_value(lt_decimal_append((lt_decimal){12, 0}, 3, false)) == 123);
  assert_true(lt_decimal_value(lt_decimal_append((lt_decimal){12, 0}, 3, true)) == 12.3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_of_any_size_are_added),
      cmocka_unit_test(a_sum_never_overflows),
      cmocka_unit_test(the_nearest_double_is_given),
      cmocka_unit_test(digits_are_appended_before_and_behind_the_point),
  };
  return cmocka_run_group_tests_name("decimal", tests, NULL, NULL);
}
