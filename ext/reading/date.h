/* Days and periods named in the text. */
#ifndef LT_READING_DATE_H
#define LT_READING_DATE_H

#include "base/array.h"
#include "base/slice.h"

typedef enum lt_grain { LT_GRAIN_DAY, LT_GRAIN_WEEK, LT_GRAIN_MONTH, LT_GRAIN_QUARTER, LT_GRAIN_HALF, LT_GRAIN_YEAR, LT_GRAIN_DECADE } lt_grain;

typedef struct lt_day {
  int32_t year; /* 0: not known */
  uint8_t month, day;
} lt_day;

typedef struct lt_date {
  lt_span span;
  lt_day start, end; /* inclusive; year 0 where there is no anchor to tell */
  lt_grain grain;
  uint32_t sentence;
} lt_date;

#endif
