/* Civil days by counting from March, so that a leap day is the last of its year (Howard Hinnant's days_from_civil). The Chinese
** calendar is a table of one number a year, made from ICU at build time; solar terms are a table of their day of the month. */
#include "reading/calendar.h"

#include "gen/calendar.inc"

static int32_t floor_divide(int32_t a, int32_t b) { return a / b - (a % b < 0); }

int32_t lt_day_number(lt_day d) {
  int32_t year = d.year - (d.month <= 2), era = floor_divide(year, 400), of_era = year - era * 400;
  int32_t of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

lt_day lt_day_of_number(int32_t number) {
  number += 719468;
  int32_t era = floor_divide(number, 146097), day = number - era * 146097;
  int32_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
  int32_t of_year = day - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
  lt_day d = {year + era * 400 + (month >= 10), (uint8_t)(month + (month < 10 ? 3 : -9)), (uint8_t)(of_year - (153 * month + 2) / 5 + 1)};
  return d;
}

int lt_days_in_month(int32_t year, int month) {
  static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap);
}

bool lt_day_exists(lt_day d) {
  return d.year >= LT_FIRST_YEAR && d.year <= LT_LAST_YEAR && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= lt_days_in_month(d.year, d.month);
}

int lt_weekday(lt_day d) { return (lt_day_number(d) % 7 + 7 + 3) % 7 + 1; }

lt_day lt_day_plus(lt_day d, int32_t days) { return lt_day_of_number(lt_day_number(d) + days); }

lt_day lt_day_plus_months(lt_day d, int32_t months) {
  int32_t month = d.year * 12 + d.month - 1 + months, year = floor_divide(month, 12);
  int of_year = (int)(month - year * 12) + 1, last = lt_days_in_month(year, of_year);
  return (lt_day){year, (uint8_t)of_year, (uint8_t)(d.day < last ? d.day : last)};
}

/* A year's number: bits 0-12 its months in order (1: of 30 days), 16-19 which month is repeated, 20-31 its first day, as days
** since January 1. */
lt_day lt_lunar_day(int32_t year, int month, bool leap, int day) {
  lt_day none = {0, 0, 0};
  if (year < LT_LUNAR_FIRST || year > LT_LUNAR_LAST || month < 1 || month > 12) return none;
  uint32_t y = lunar_years[year - LT_LUNAR_FIRST];
  int repeated = (int)(y >> 16 & 15), place = month - 1 + (repeated && (month > repeated || (leap && month == repeated)));
  if (leap && month != repeated) return none;
  int last = 29 + (int)(y >> place & 1);
  if (day < 0 || day > last) return none;
  int32_t days = (int32_t)(y >> 20) + (day ? day : last) - 1;
  for (int i = 0; i < place; i++) days += 29 + (int)(y >> i & 1);
  return lt_day_plus((lt_day){year, 1, 1}, days);
}

lt_day lt_solar_term(int32_t year, int term) {
  if (year < LT_LUNAR_FIRST || year > LT_LUNAR_LAST || term < 0 || term >= LT_SOLAR_TERMS) return (lt_day){0, 0, 0};
  return (lt_day){year, (uint8_t)(term / 2 + 1), solar_terms[year - LT_LUNAR_FIRST][term]};
}

/* By the golden number, as the Gregorian computus of Meeus, Jones and Butcher has it. */
lt_day lt_easter(int32_t year) {
  int32_t golden = year % 19, century = year / 100, of_century = year % 100;
  int32_t epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
  int32_t to_sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
  int32_t correction = (golden + 11 * epact + 22 * to_sunday) / 451, day = epact + to_sunday - 7 * correction + 114;
  return (lt_day){year, (uint8_t)(day / 31), (uint8_t)(day % 31 + 1)};
}
