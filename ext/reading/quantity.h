/* A quantity at one place of a text: numeral, unit, and the second end of a range. 5.3亿元, ￥300, 新台币177.1亿元, 一年半, 6年7个月,
** 五元三毛, 两个亿卢布, 1万(含)-5万元, 2元到3元每小时. What the sentence round it adds (近, 以上, what is measured) is read later. */
#ifndef LT_READING_QUANTITY_H
#define LT_READING_QUANTITY_H

#include "reading/number_tables.h"
#include "reading/numeral.h"

typedef enum lt_measure { LT_MEASURE_PERCENT, LT_MEASURE_MONEY, LT_MEASURE_COUNT, LT_MEASURE_DURATION, LT_MEASURE_MULTIPLE, LT_MEASURE_OTHER } lt_measure;

typedef struct lt_quantity {
  const lt_char *begin, *end;
  lt_amount amount, last;     /* last: the second end of a range */
  const lt_char *last_begin;  /* where the second numeral stands; NULL if it is no range */
  double value, upper;        /* upper: NAN unless a range, or a numeral that is one (三五百) */
  const lt_phrase *word;        /* of the unit; NULL if there is none */
  lt_slice unit, per;         /* 元 per 小时; NULL if there is none */
  lt_measure measure;
  bool more;                  /* 多, 余, + */
  bool prefixed;              /* a currency stands before the numeral */
} lt_quantity;


/* The quantity whose numeral begins at `at`. A currency that stands before it is looked for back to `begin`. */
bool lt_quantity_read(const lt_char *begin, const lt_char *at, const lt_char *end, lt_quantity *quantity);

#endif
