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
      cmocka_unit_test(what_does_not_exist_has_no_day),
      cmocka_unit_test(without_an_anchor_only_the_text_tells),
  };
  return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
