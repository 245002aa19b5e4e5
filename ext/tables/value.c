/* "Not known" has one form in SQL, NULL; here is where each C form of it turns into that. */
#include "tables/value.h"

#include <math.h>
#include <stdio.h>

lt_value lt_value_integer(int64_t integer) { return (lt_value){.kind = LT_VALUE_INTEGER, .integer = integer}; }

lt_value lt_value_real(double real) { return isnan(real) ? LT_NULL : (lt_value){.kind = LT_VALUE_REAL, .real = real}; }

lt_value lt_value_number(double number) {
  bool exact = fabs(number) <= 9007199254740992.0 && number == floor(number);
  return exact ? lt_value_integer((int64_t)number) : lt_value_real(number);
}

lt_value lt_value_text(lt_slice text) { return text.at ? (lt_value){.kind = LT_VALUE_TEXT, .text = text} : LT_NULL; }

lt_value lt_value_word(const char *utf8) {
  return utf8 ? (lt_value){.kind = LT_VALUE_WORD, .utf8 = {utf8, strlen(utf8)}} : LT_NULL;
}

lt_value lt_value_day(lt_day day) { return day.year ? (lt_value){.kind = LT_VALUE_DAY, .day = day} : LT_NULL; }

size_t lt_day_write(char out[LT_DAY_ROOM], lt_day day) {
  unsigned year = (unsigned)day.year % 10000; /* years before Christ and after 9999 are no news */
  return (size_t)snprintf(out, LT_DAY_ROOM, "%04u-%02u-%02u", year, day.month % 100u, day.day % 100u);
}

static bool read_digits(const char *at, unsigned count, unsigned *number) {
  for (*number = 0; count > 0; count--, at++) {
    if (*at < '0' || *at > '9') return false;
    *number = *number * 10 + (unsigned)(*at - '0');
  }
  return true;
}

bool lt_day_read(const char *utf8, lt_day *day) {
  unsigned year, month, date;
  if (!read_digits(utf8, 4, &year) || utf8[4] != '-' || !read_digits(utf8 + 5, 2, &month)) return false;
  if (utf8[7] != '-' || !read_digits(utf8 + 8, 2, &date)) return false;
  if (year == 0 || month < 1 || month > 12 || date < 1 || date > 31) return false;
  *day = (lt_day){(int32_t)year, (uint8_t)month, (uint8_t)date};
  return true;
}
