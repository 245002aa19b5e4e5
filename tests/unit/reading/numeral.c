/* Numerals in every way of writing have the value a reader gives them; what is no numeral has none. */
#include "reading/numeral.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/utf8.h"

typedef struct written {
  const char *text;
  double value; /* NAN: no numeral */
} written;

static double parsed(const char *text) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  double value = lt_number_parse(lt_utf8_read(arena, text, strlen(text)));
  lt_arena_free(arena);
  return value;
}

static void check(const written *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    double value = parsed(cases[i].text);
    bool right = isnan(cases[i].value) ? isnan(value) : value == cases[i].value;
    if (!right) fail_msg("%s is %.17g, not %.17g", cases[i].text, value, cases[i].value);
  }
}

#define CHECK(...)                               \
  const written cases[] = {__VA_ARGS__};         \
  (void)state;                                   \
  check(cases, sizeof cases / sizeof *cases)

static void digits_may_have_separators_points_and_exponents(void **state) {
  CHECK({"0", 0}, {"007", 7}, {"1,050,000", 1050000}, {"12，300", 12300}, {"3.57", 3.57}, {".25", 0.25}, {"-8", -8}, {"6.02e23", 6.02e23}, {"2^10", 1024});
}

static void places_are_added_and_multiplied(void **state) {
  CHECK({"三百二十亿", 32e9}, {"一亿二千万", 12e7}, {"两千万亿", 2e15}, {"十万零八", 100008}, {"一百一十五", 115}, {"一百十五", 115}, {"千亿", 1e11});
}

static void the_last_digit_may_leave_its_place_unsaid(void **state) {
  CHECK({"两万五", 25000}, {"八百三", 830}, {"一亿六", 16e7}, {"1万4", 14000}, {"八百零三", 803}, {"3万4000", 34000}, {"一百二万", 1200000});
}

static void scripts_mix(void **state) {
  CHECK({"36.57亿", 3657000000.0}, {"1.2万亿", 1.2e12}, {"7 万5 千", 75000}, {"2千零30万", 20300000}, {"15k", 15000}, {"30w", 300000}, {"1.04M", 1040000});
}

static void bills_have_characters_of_their_own(void **state) {
  CHECK({"壹仟玖佰圆整", 1900}, {"贰拾叁", 23}, {"参万陆仟伍佰", 36500}, {"廿三", 23}, {"五百卅四", 534}, {"拾", 10});
}

static void digits_in_a_row_are_read_one_by_one(void **state) { CHECK({"二〇二一", 2021}, {"一九九八", 1998}, {"三点一四", 3.14}, {"零点零五", 0.05}, {"三点五亿", 3.5e8}); }

static void fractions_name_the_lower_part_first(void **state) {
  CHECK({"三分之一", 1.0 / 3}, {"五又二分之一", 5.5}, {"百分之六点五", 6.5}, {"千分之三", 0.003}, {"3/5", 0.6}, {"1 4/3", 1 + 4.0 / 3}, {"一半", 0.5});
}

static void what_is_cut_or_wrong_ends_before_it(void **state) {
  CHECK({"", NAN}, {"  ", NAN}, {"点五", NAN}, {"分之一", NAN}, {"三分之", NAN}, {"五十千", NAN}, {"十百", NAN}, {"三点", NAN}, {"1,23", NAN}, {"公司", NAN});
}

static void powers_belong_to_units_that_open_with_them(void **state) { CHECK({"30万", 300000}, {"5千瓦", NAN}, {"8千克", NAN}); }

static void too_long_a_numeral_is_a_number_or_none(void **state) {
  (void)state;
  enum { DIGITS = 10000 };
  static char digits[DIGITS + 1], han[3 * DIGITS + 1];
  memset(digits, '7', DIGITS);
  for (int i = 0; i < DIGITS; i++) memcpy(han + 3 * i, "亿", 3);
  assert_true(isnan(parsed(digits)));
  assert_true(isnan(parsed(han)));
  digits[200] = 0;
  assert_true(fabs(parsed(digits) / 7.7777777777777778e199 - 1) < 1e-12);
}

static void what_is_left_out_between_places_is_understood(void **state) {
  CHECK({"一百〇五", 105}, {"百零五", 105}, {"百五", 150}, {"二百五", 250}, {"千三", 1300}, {"万二", 12000}, {"一万三", 13000}, {"1万2", 12000}, {"两万零三十", 20030}, {"三亿零五万", 300050000},
        {"两千五百万", 25000000}, {"三百五十亿", 35e9}, {"廿三", 23}, {"卅五", 35}, {"一十二", 12}, {"百二十", 120}, {"第一百零五", 105});
}

static void scripts_mix_where_people_mix_them(void **state) {
  CHECK({"3千", 3000}, {"3万5千", 35000}, {"12万3千", 123000}, {"12万3456", 123456}, {"2万亿", 2e12}, {"1.5万", 15000}, {"三点一四五万", 31450}, {"100w", 1e6}, {"3k", 3000}, {"5M", 5e6}, {"2B", 2e9},
        {"壹佰贰拾叁", 123}, {"叁万", 30000}, {"贰拾五", 25}, {"三京", 3e16});
}

static void powers_fractions_and_shares_have_a_value(void **state) {
  CHECK({"1E-3", 0.001}, {"2×10^8", 2e8}, {"2*10^8", 2e8}, {"2x10^3", 2000}, {"2×10^-3", 0.002}, {"三又二分之一", 3.5}, {"3又1/2", 3.5}, {"1／2", 0.5}, {"负三分之一", -1.0 / 3}, {"百分之零点五", 0.5},
        {"万分之一", 0.0001}, {"−5", -5});
}

static void vague_numerals_are_worth_their_least(void **state) {
  CHECK({"一百零几", 100}, {"几十", 10}, {"数百", 100}, {"几百万", 1e6}, {"十五六", 15}, {"二三十", 20}, {"三四百", 300}, {"一两百", 100}, {"两三", 2}, {"三十余", 30}, {"10余", 10});
}

static void what_breaks_off_or_does_not_fit_is_no_numeral(void **state) {
  CHECK({"亿万", NAN}, {"十十", NAN}, {"百百", NAN}, {"万万", NAN}, {"五百千", NAN}, {"三千五千", NAN}, {"三百零", NAN}, {"零三百", NAN}, {"一亿零", NAN}, {"三点", NAN}, {"点五", NAN}, {"百分之", NAN}, {"12,34", NAN},
        {"1,2345", NAN}, {"1234,567", NAN}, {"1.5.2", NAN}, {"1e400", NAN}, {"3×10", NAN}, {"1/0", NAN}, {"1/2/3", NAN}, {"几", NAN}, {"多", NAN}, {"半", NAN}, {"5K+", NAN}, {"3rd", NAN}, {"五垓", NAN});
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(digits_may_have_separators_points_and_exponents),
      cmocka_unit_test(places_are_added_and_multiplied),
      cmocka_unit_test(the_last_digit_may_leave_its_place_unsaid),
      cmocka_unit_test(scripts_mix),
      cmocka_unit_test(bills_have_characters_of_their_own),
      cmocka_unit_test(digits_in_a_row_are_read_one_by_one),
      cmocka_unit_test(fractions_name_the_lower_part_first),
      cmocka_unit_test(what_is_cut_or_wrong_ends_before_it),
      cmocka_unit_test(powers_belong_to_units_that_open_with_them),
      cmocka_unit_test(too_long_a_numeral_is_a_number_or_none),
      cmocka_unit_test(what_is_left_out_between_places_is_understood),
      cmocka_unit_test(scripts_mix_where_people_mix_them),
      cmocka_unit_test(powers_fractions_and_shares_have_a_value),
      cmocka_unit_test(vague_numerals_are_worth_their_least),
      cmocka_unit_test(what_breaks_off_or_does_not_fit_is_no_numeral),
  };
  return cmocka_run_group_tests_name("numeral", tests, NULL, NULL);
}
