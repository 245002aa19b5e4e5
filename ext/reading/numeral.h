/* Numerals as Chinese texts write them: 36.57亿, 三百二十亿, 两万五, 壹仟玖佰, 廿三, 7 万5 千, 二〇二一, 三点一四, 五又三分之一, 百分之二.
** This is the grammar alone, at one place of a text; whether 一 in 一家 is worth a row is for the walk to say (figure.c). */
#ifndef LT_READING_NUMERAL_H
#define LT_READING_NUMERAL_H

#include "base/array.h"
#include "base/char.h"
#include "base/decimal.h"
#include "base/slice.h"

typedef enum lt_numeral_kind { LT_NUMERAL_CARDINAL, LT_NUMERAL_ORDINAL, LT_NUMERAL_FRACTION, LT_NUMERAL_PERCENT } lt_numeral_kind;

typedef struct lt_numeral {
  lt_span span;
  double value;
  lt_numeral_kind kind;
} lt_numeral;

/* Han digits in a row beyond these are no numeral, and are not read on. */
enum { LT_AMOUNT_DIGITS = 40 };

/* A numeral read at one place. */
typedef struct lt_amount {
  const lt_char *end;
  lt_decimal decimal; /* without its sign; of fractions only 千分之 3 and smaller, in percent */
  double value;
  lt_decimal spread;  /* 三五百, 几十, 十几, 3000多: how much more it may be; 0 if exact */
  int32_t scale;      /* power of ten of the magnitude it closes with (3亿, 15k), 0 if none */
  int32_t power;      /* of a fraction of hundred, thousand, …: 百分之 2, 千分之 3; 0 if none */
  lt_numeral_kind kind;
  uint16_t length;    /* numeral characters, at most 65535 */
  bool arabic, han;   /* written in digits, in characters; both are possible */
  bool magnitude;     /* holds 十 百 千 万 亿 or k, M */
  bool bare;          /* opens with its magnitude: 百亿, 千家; 十 is the usual way to write ten */
  bool digits;        /* Han digits one after another: 二〇二一, 五八 */
  bool zero;          /* they hold 〇 */
  bool pair;          /* 三五, 七八: two digits in place of one */
  bool vague;         /* opens with 几 or 数 */
  bool more;          /* 多, 余: a lower bound */
  bool half;          /* 一半, 半 */
  bool letter;        /* its magnitude is a Latin letter: 15k, 7B */
} lt_amount;

/* Reads the longest numeral that begins at `at`; false if none does. Looks at the text from `begin` to `end` only. */
bool lt_amount_read(const lt_char *begin, const lt_char *at, const lt_char *end, lt_amount *amount);

/* Reads the part of a numeral that is written in places: 36.57亿, 三百二十亿; no sign, no fraction, no 第. */
bool lt_places_read(const lt_char *at, const lt_char *end, lt_amount *amount);

/* Upper end of what a vague numeral may mean; NAN if it is exact. */
double lt_amount_upper(const lt_amount *amount);

/* Skips white space inside a numeral: the next character that is none, at most three on. */
static inline const lt_char *lt_amount_skip(const lt_char *at, const lt_char *end) {
  for (int i = 0; i < 3 && at < end && *at != '\n' && lt_char_is_space(*at); i++) at++;
  return at;
}

/* The value of a text that is nothing but a numeral (white space aside); NAN if it is not. */
double lt_number_parse(lt_slice text);

#endif
