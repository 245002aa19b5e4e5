/* Days and periods named in the text. An expression is recognised once, as the steps by which a reader finds the days: 今年的1-2月
** is "the anchor's year, month 1" to "the anchor's year, month 2". Turning the steps into days against an anchor is cheap and
** may be done again with another one. */
#ifndef LT_READING_DATE_H
#define LT_READING_DATE_H

#include "base/array.h"
#include "base/slice.h"

typedef enum lt_grain {
  LT_GRAIN_DAY,
  LT_GRAIN_WEEK,
  LT_GRAIN_MONTH,
  LT_GRAIN_QUARTER,
  LT_GRAIN_HALF,
  LT_GRAIN_YEAR,
  LT_GRAIN_DECADE,
  LT_GRAIN_CENTURY
} lt_grain;

typedef struct lt_day {
  int32_t year; /* 0: not known */
  uint8_t month, day;
} lt_day;

typedef struct lt_period {
  lt_day start, end; /* inclusive */
  lt_grain grain;
} lt_period;

/* Each step narrows the period that the steps before it give; the first one starts from the anchor. n and m as said. */
typedef enum lt_date_op {
  LT_DATE_YEAR,       /* n */
  LT_DATE_SHORT_YEAR, /* n of its century: 91年 */
  LT_DATE_CENTURY,    /* the n-th */
  LT_DATE_NEAR_CENTURY, /* n from the anchor's: 上世纪 */
  LT_DATE_DECADE,     /* years n … n + 9 of the century: 80年代 */
  LT_DATE_SHIFT,      /* the anchor's year, month, … moved by n, m of them together: 去年, 今明两年, 上两周 */
  LT_DATE_CONTEXT,    /* the same from the date before in the text: 次年 */
  LT_DATE_THEN,       /* the same, and no date at all without one before it: 当年 */
  LT_DATE_TOPIC,      /* the same from the first date of the sentence: 上年 */
  LT_DATE_AGO,        /* n units before (negative) or after, up to m: 三年前, 二十几年前 */
  LT_DATE_SPAN,       /* the n units up to the anchor (negative) or from it: 过去两年 */
  LT_DATE_HALF,       /* n */
  LT_DATE_QUARTER,    /* n */
  LT_DATE_MONTH,      /* n */
  LT_DATE_DAY,        /* n */
  LT_DATE_WEEKDAY,    /* n: 1 Monday */
  LT_DATE_WEEKEND,
  LT_DATE_PART,       /* n as in ext/data/dates/words.tsv */
  LT_DATE_FIRST,      /* the first n units: 前三季度 */
  LT_DATE_LAST,       /* the last n units */
  LT_DATE_NTH,        /* the n-th unit: 第二周, 第一天; -1: the last week */
  LT_DATE_NTH_WEEKDAY, /* the n-th weekday m; -1: the last one */
  LT_DATE_FESTIVAL,   /* n: index into the words of the calendar */
  LT_DATE_TERM,       /* n: solar term */
  LT_DATE_LUNAR_MONTH, /* n; m: a repeated one */
  LT_DATE_LUNAR_DAY   /* n */
} lt_date_op;

typedef struct lt_date_step {
  uint8_t op, unit; /* unit: an lt_grain */
  int16_t m;
  int32_t n;
} lt_date_step;

enum { LT_DATE_STEPS = 6, LT_DATE_UNTOLD = 1 << 20 /* n: 15个交易日后 is a day that no calendar tells */ };

typedef struct lt_date_point {
  lt_date_step steps[LT_DATE_STEPS];
  uint32_t count; /* 0: none */
} lt_date_point;

typedef struct lt_date {
  lt_span span;
  uint32_t sentence;
  lt_date_point from, to; /* to: the second end of a range */
  lt_period period;       /* with the article's own day as anchor; start.year 0 where that does not tell */
} lt_date;

/* Recognises the longest expression that begins at `at`; span counts from `begin`, the begin of the sentence. */
bool lt_date_read(const lt_char *begin, const lt_char *at, const lt_char *end, lt_date *date);

/* Resolves dates in reading order, as they lean on one another (同年, 一个月后). anchor: year 0 if there is none; what only an
** anchor could tell then has start.year 0. */
void lt_dates_resolve(const lt_date *dates, uint32_t count, lt_day anchor, lt_period *periods);

/* The period that a text which is nothing but a date names; start.year 0 if it is none or cannot be told. */
lt_period lt_date_parse(lt_slice text, lt_day anchor);

struct lt_reading;

/* Part of lt_numbers_read: the dates of the article against its own day. */
void lt_dates_settle(struct lt_reading *reading);

#endif
