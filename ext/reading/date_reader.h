/* What the readers of dates share: a place in the text and the steps found so far. Each reader reads one part (a year, a month,
** 上半年, 第二周 …) at the place, adds its step and moves on, or leaves everything as it was and says false. */
#ifndef LT_READING_DATE_READER_H
#define LT_READING_DATE_READER_H

#include "reading/number_tables.h"
#include "reading/date.h"
#include "reading/numeral.h"

/* How fine the last step was: a part may only follow a coarser one. */
typedef enum lt_date_level {
  LT_LEVEL_NONE,
  LT_LEVEL_CENTURY,
  LT_LEVEL_DECADE,
  LT_LEVEL_YEAR,
  LT_LEVEL_HALF,
  LT_LEVEL_MONTH,
  LT_LEVEL_PART,
  LT_LEVEL_DAY
} lt_date_level;

typedef struct lt_date_reader {
  const lt_char *begin, *at, *end; /* of the sentence, and the next character */
  lt_date_point *point;
  lt_date_level level;
  bool lunar;       /* 农历 has been read, or a month that only the Chinese calendar has */
  bool second;      /* the second end of a range */
  bool han_month;   /* the last step is a month in characters */
  lt_date *date;    /* for the ranges that share a unit: 1-2月 */
} lt_date_reader;


/* Adds a step; false when there are too many. */
bool lt_date_add(lt_date_reader *reader, lt_date_level level, lt_date_step step);

/* The word of the calendar here, NULL if none or if it only looks like one. */
const lt_phrase *lt_date_word(const lt_date_reader *reader, const lt_char *at);

/* Is there nothing but the expression [begin of sentence, at) in the sentence? */
bool lt_date_is_alone(const lt_date_reader *reader, const lt_char *first, const lt_char *at);

bool lt_date_read_digits(lt_date_reader *reader);  /* 2019-10-30, 2019Q3 */
bool lt_date_read_numeral(lt_date_reader *reader); /* 2021年, 三月, 15日, 三年前, 90年代 */
bool lt_date_read_word(lt_date_reader *reader);    /* 今年, 上半年, 底, 春节 */
bool lt_date_read_counted(lt_date_reader *reader); /* 前三季度, 第二周, 最后五天, 过去两年 */

/* What may follow a year makes two digits one: 15年3月, 19年底. */
bool lt_date_goes_on(const lt_date_reader *reader, const lt_char *at);

/* 年, 个月, 周, 天 … as one counts them. */
bool lt_date_read_measure(const lt_char *at, const lt_char *end, const lt_char **after, lt_grain *unit);

enum { LT_DATE_FIRST_YEAR = 1000, LT_DATE_LAST_YEAR = 2199 }; /* four digits before 年 are a year between these, else a time */

/* The numeral's value, 100000 where it is larger. */
static inline int32_t lt_date_whole(const lt_amount *amount) {
  double value = lt_decimal_value(amount->decimal);
  return value < 100000 ? (int32_t)value : 100000;
}

/* How long: 三年, 两个半月, 半年; a half is told in the next smaller unit. */
typedef struct lt_date_length {
  const lt_char *end;
  lt_grain unit;
  int32_t n, most; /* most: of 二十几年; 0 if exact */
  bool untold;     /* 交易日, 工作日: no calendar tells them */
} lt_date_length;

bool lt_date_read_length(const lt_char *at, const lt_char *end, lt_date_length *length);

/* The same where its numeral has been read. */
bool lt_date_length_of(const lt_amount *amount, const lt_char *end, lt_date_length *length);

/* Over -, 至, 到, —— with white space round it; NULL if none stands here. */
const lt_char *lt_date_dash(const lt_char *at, const lt_char *end);

#endif
