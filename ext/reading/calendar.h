/* Days of the civil calendar (proleptic Gregorian) and of the Chinese one, 1900 to 2100. */
#ifndef LT_READING_CALENDAR_H
#define LT_READING_CALENDAR_H

#include <stdbool.h>

#include "reading/date.h"

enum { LT_FIRST_YEAR = 1, LT_LAST_YEAR = 9999, LT_LUNAR_FIRST = 1900, LT_LUNAR_LAST = 2100, LT_SOLAR_TERMS = 24 };

/* Days since 1970-01-01, and back. */
int32_t lt_day_number(lt_day day);
lt_day lt_day_of_number(int32_t number);

int lt_days_in_month(int32_t year, int month);

/* Is it a day that exists? */
bool lt_day_exists(lt_day day);

/* 1 Monday … 7 Sunday */
int lt_weekday(lt_day day);

lt_day lt_day_plus(lt_day day, int32_t days);

/* The same day months later; the month's last day where it has no such day. */
lt_day lt_day_plus_months(lt_day day, int32_t months);

/* The civil day of a day of the Chinese calendar; year 0 if there is none. day 0: the month's last one. */
lt_day lt_lunar_day(int32_t year, int month, bool leap, int day);

/* The civil day of a solar term: 0 小寒, 1 大寒, 2 立春 … 23 冬至; year 0 outside the table. */
lt_day lt_solar_term(int32_t year, int term);

/* Easter Sunday of the western churches. */
lt_day lt_easter(int32_t year);

#endif
