/* A date in every way of writing is the period a reader understands, counted from Wednesday, 2022-06-15; without an anchor it is
** told only where the text itself tells. */
#include "reading/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/utf8.h"

typedef struct written {
  const char *text, *period; /* period: start/end; "" if it cannot be told */
} written;

static void show(char out[64], lt_period p) {
  out[0] = 0;
  if (p.start.year) {
    snprintf(out, 64, "%04d-%02d-%02d/%04d-%02d-%02d", (int)p.start.year, p.start.month, p.start.day, (int)p.end.year, p.end.month, p.end.day);
  }
}

static void check(const written *cases, size_t count, lt_day anchor) {
  for (size_t i = 0; i < count; i++) {
    char told[64];
    lt_arena *arena = lt_arena_new(&lt_allocator_libc);
    show(told, lt_date_parse(lt_utf8_read(arena, cases[i].text, strlen(cases[i].text)), anchor));
    lt_arena_free(arena);
    if (strcmp(told, cases[i].period) != 0) fail_msg("%s is %s, not %s", cases[i].text, told, cases[i].period);
  }
}

#define CHECK(...)                       \
  const written cases[] = {__VA_ARGS__}; \
  (void)state;                           \
  check(cases, sizeof cases / sizeof *cases, (lt_day){2022, 6, 15})

#define CHECK_MORE(...)                 \
  const written more[] = {__VA_ARGS__}; \
  check(more, sizeof more / sizeof *more, (lt_day){2022, 6, 15})

static void days_are_written_in_digits_and_characters(void **state) {
  CHECK({"2019年3月8日", "2019-03-08/2019-03-08"}, {"二〇一九年三月八号", "2019-03-08/2019-03-08"}, {"2019-03-08", "2019-03-08/2019-03-08"},
        {"2019/3/8", "2019-03-08/2019-03-08"}, {"20190308", "2019-03-08/2019-03-08"}, {"2019 年 3 月 8 日", "2019-03-08/2019-03-08"});
}

static void years_may_lose_their_century(void **state) {
  CHECK({"98年5月", "1998-05-01/1998-05-31"}, {"〇八年", "2008-01-01/2008-12-31"}, {"21年底", "2021-12-01/2021-12-31"}, {"九九年", "1999-01-01/1999-12-31"});
}

static void parts_narrow_what_stands_before(void **state) {
  CHECK({"2019年上半年", "2019-01-01/2019-06-30"}, {"去年三季度", "2021-07-01/2021-09-30"}, {"今年5月初", "2022-05-01/2022-05-10"},
        {"3月中下旬", "2022-03-11/2022-03-31"}, {"2019Q4", "2019-10-01/2019-12-31"}, {"明年年底", "2023-12-01/2023-12-31"}, {"上世纪90年代", "1990-01-01/1999-12-31"});
}

static void words_count_from_the_anchor(void **state) {
  CHECK({"昨日", "2022-06-14/2022-06-14"}, {"上周三", "2022-06-08/2022-06-08"}, {"下周末", "2022-06-25/2022-06-26"}, {"上个月", "2022-05-01/2022-05-31"},
        {"下季度", "2022-07-01/2022-09-30"}, {"前年", "2020-01-01/2020-12-31"}, {"三年前", "2019-01-01/2019-12-31"}, {"20天后", "2022-07-05/2022-07-05"},
        {"过去两年", "2020-06-15/2022-06-15"}, {"未来三个月", "2022-06-15/2022-09-15"});
}

static void units_are_counted_off(void **state) {
  CHECK({"前三季度", "2022-01-01/2022-09-30"}, {"2021年前11个月", "2021-01-01/2021-11-30"}, {"2021年第二周", "2021-01-11/2021-01-17"},
        {"8月的第一个周二", "2022-08-02/2022-08-02"}, {"2021年后两个月", "2021-11-01/2021-12-31"});
}

static void ranges_leave_out_what_they_share(void **state) {
  CHECK({"2021年1-2月", "2021-01-01/2021-02-28"}, {"2021年8月11日至22日", "2021-08-11/2021-08-22"}, {"2019-2020年", "2019-01-01/2020-12-31"},
        {"2019-20年", "2019-01-01/2020-12-31"}, {"去年8月到今年2月", "2021-08-01/2022-02-28"}, {"12月至2月", "2022-12-01/2023-02-28"}, {"今年的1-2月", "2022-01-01/2022-02-28"});
}

static void feasts_and_the_chinese_calendar_are_known(void **state) {
  CHECK({"2024年春节", "2024-02-10/2024-02-10"}, {"去年国庆节", "2021-10-01/2021-10-01"}, {"农历八月十五", "2022-09-10/2022-09-10"}, {"2020年闰四月初一", "2020-05-23/2020-05-23"},
        {"2023年父亲节", "2023-06-18/2023-06-18"}, {"2024年冬至", "2024-12-21/2024-12-21"}, {"民国三十八年", "1949-01-01/1949-12-31"}, {"十四五期间", "2021-01-01/2025-12-31"});
}

static void digits_alone_are_a_date_where_nothing_else_stands(void **state) {
  CHECK({"2018", "2018-01-01/2018-12-31"}, {"1850", ""}, {"2019/8", "2019-08-01/2019-08-31"}, {"2019-8", "2019-08-01/2019-08-31"}, {"2019 8", ""}, {"09-01", "2022-09-01/2022-09-01"},
        {"9-1", ""}, {"13-01", ""}, {"6·30", "2022-06-30/2022-06-30"}, {"6·31", ""}, {"6·32", ""}, {"19.8.15", "2019-08-15/2019-08-15"}, {"19.8-15", ""}, {"9.8.15", ""});
}

static void days_in_digits_have_one_mark_and_parts_that_may_be(void **state) {
  CHECK({"08-03-2019", "2019-03-08/2019-03-08"}, {"3/18/2019", "2019-03-18/2019-03-18"}, {"18/3/2019", "2019-03-18/2019-03-18"}, {"18/18/2019", ""}, {"8.3.2019", ""},
        {"19-03-08", "2019-03-08/2019-03-08"}, {"19-13-08", ""}, {"19-03-32", ""}, {"2019 03 08", "2019-03-08/2019-03-08"}, {"2019 3 08", ""}, {"2019 03-08", ""},
        {"2019-13-08", ""});
  CHECK_MORE({"20191308", ""}, {"20190332", ""}, {"20190008", ""}, {"20190300", ""}, {"18000308", ""}, {"21000308", ""}, {"20190308元", ""}, {"20190308X", ""}, {"2019.03", "2019-03-01/2019-03-31"},
             {"2019.03亿", ""}, {"2019.03元", ""}, {"2019.03%", ""}, {"2019.03a", ""}, {"2019·03", "2019-03-01/2019-03-31"}, {"A2019-03-08", ""}, {"$2019.03", ""}, {"v2019.03.08", ""});
}

static void years_have_quarters_and_halves_in_letters(void **state) {
  CHECK({"22Q1", "2022-01-01/2022-03-31"}, {"2022H1", "2022-01-01/2022-06-30"}, {"2022H3", ""}, {"2022Q5", ""}, {"2022Q0", ""}, {"2022Q1A", ""}, {"1Q22", "2022-01-01/2022-03-31"},
        {"1Q2022", "2022-01-01/2022-03-31"}, {"2H21", "2021-07-01/2021-12-31"}, {"5Q22", ""}, {"1Q222", ""}, {"1Q", ""}, {"2020上半年", "2020-01-01/2020-06-30"}, {"2020春节", "2020-01-25/2020-01-25"});
}

static void ranges_in_digits_share_what_they_can(void **state) {
  CHECK({"2021.3.8-4.2", "2021-03-08/2021-04-02"}, {"2021/3/8-4/2", "2021-03-08/2021-04-02"}, {"2021.3.8-13", "2021-03-08/2021-03-13"}, {"2021.3.8至4.2", "2021-03-08/2021-04-02"},
        {"2019—2020", "2019-01-01/2020-12-31"}, {"2019~2020", "2019-01-01/2020-12-31"}, {"2019–2020", "2019-01-01/2020-12-31"}, {"2020-2019", ""}, {"1950-2019", ""}, {"2019-2020元", ""},
        {"2019-2020亿", ""}, {"1995-97年", "1995-01-01/1997-12-31"}, {"1995-1997年", "1995-01-01/1997-12-31"}, {"1990-2000年代", ""}, {"80-90年代", "1980-01-01/1999-12-31"});
}

static void a_year_of_two_digits_needs_a_reason(void **state) {
  CHECK({"三五年3月", "1935-03-01/1935-03-31"}, {"98年的3月", "1998-03-01/1998-03-31"}, {"98年Q1", "1998-01-01/1998-03-31"}, {"98年第一季度", "1998-01-01/1998-03-31"}, {"98年一季度", "1998-01-01/1998-03-31"},
        {"98年春节", "1998-01-28/1998-01-28"}, {"98年上半年", "1998-01-01/1998-06-30"}, {"两千零八年", "2008-01-01/2008-12-31"}, {"两千年", ""}, {"一千五百年", ""}, {"98年度", ""}, {"三五年", ""});
}

static void decades_and_centuries_are_round(void **state) {
  CHECK({"1990年代", "1990-01-01/1999-12-31"}, {"二十世纪80年代", "1980-01-01/1989-12-31"}, {"八九十年代", "1980-01-01/1999-12-31"}, {"85年代", ""}, {"110年代", ""}, {"3980年代", ""},
        {"18世纪", "1700-01-01/1799-12-31"}, {"40世纪", ""}, {"0世纪", ""}, {"2.5世纪", ""});
}

static void months_may_be_paired(void **state) {
  CHECK({"七八月", "2022-07-01/2022-08-31"}, {"一二季度", "2022-01-01/2022-06-30"}, {"三五月", ""}, {"一两月", ""}, {"十二月份", "2022-12-01/2022-12-31"}, {"三季度", "2022-07-01/2022-09-30"},
        {"五季度", ""}, {"0季度", ""}, {"3.5季度", ""}, {"13月", ""});
}

static void days_of_the_chinese_calendar_have_no_unit(void **state) {
  CHECK({"四月十三", "2022-04-13/2022-04-13"}, {"1月3", "2022-01-03/2022-01-03"}, {"1月32", ""}, {"二月十五", "2022-03-17/2022-03-17"}, {"二月十五日", "2022-02-15/2022-02-15"},
        {"3月15", "2022-03-15/2022-03-15"}, {"正月十五", "2022-02-15/2022-02-15"}, {"腊月初八", "2022-12-30/2022-12-30"}, {"2020年闰四月", "2020-05-23/2020-06-20"},
        {"闰十三月", ""}, {"闰月", ""}, {"初八", ""}, {"大年初一", "2022-02-01/2022-02-01"}, {"大年初十", "2022-02-10/2022-02-10"}, {"2021年大年初五", "2021-02-16/2021-02-16"});
}

static void lengths_of_time_lie_before_and_after(void **state) {
  CHECK({"两个半月后", "2022-08-29/2022-08-29"}, {"半年前", "2021-12-01/2021-12-31"}, {"十天之后", "2022-06-25/2022-06-25"}, {"三年", ""}, {"数年前", ""}, {"几天后", ""}, {"一千年前", "1022-01-01/1022-12-31"});
}

static void what_does_not_exist_has_no_day(void **state) {
  CHECK({"2月30日", ""}, {"2021年2月29日", ""}, {"13月1日", ""}, {"2021年13月", ""}, {"9月31日", ""}, {"2021年8月11日至2020年1月1日", ""}, {"", ""}, {"三天", ""}, {"第三方", ""});
}

static void without_an_anchor_only_the_text_tells(void **state) {
  const written cases[] = {{"2021年3月", "2021-03-01/2021-03-31"}, {"去年", ""}, {"3月8日", ""}, {"周三", ""}, {"同年", ""}, {"三年前", ""}, {"春节", ""}, {"一季度", ""}, {"过去一年", ""}};
  (void)state;
  check(cases, sizeof cases / sizeof *cases, (lt_day){0, 0, 0});
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(days_are_written_in_digits_and_characters),
      cmocka_unit_test(years_may_lose_their_century),
      cmocka_unit_test(parts_narrow_what_stands_before),
      cmocka_unit_test(words_count_from_the_anchor),
      cmocka_unit_test(units_are_counted_off),
      cmocka_unit_test(ranges_leave_out_what_they_share),
      cmocka_unit_test(feasts_and_the_chinese_calendar_are_known),
      cmocka_unit_test(digits_alone_are_a_date_where_nothing_else_stands),
      cmocka_unit_test(days_in_digits_have_one_mark_and_parts_that_may_be),
      cmocka_unit_test(years_have_quarters_and_halves_in_letters),
      cmocka_unit_test(ranges_in_digits_share_what_they_can),
      cmocka_unit_test(a_year_of_two_digits_needs_a_reason),
      cmocka_unit_test(decades_and_centuries_are_round),
      cmocka_unit_test(months_may_be_paired),
      cmocka_unit_test(days_of_the_chinese_calendar_have_no_unit),
      cmocka_unit_test(lengths_of_time_lie_before_and_after),
      cmocka_unit_test(what_does_not_exist_has_no_day),
      cmocka_unit_test(without_an_anchor_only_the_text_tells),
  };
  return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
