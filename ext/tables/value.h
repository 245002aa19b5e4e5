/* One value on its way to SQL, as the rooms above SQLite see it: what a row's column or a function's result is. Text is
** borrowed; who made the value says how long it lives. */
#ifndef LT_TABLES_VALUE_H
#define LT_TABLES_VALUE_H

#include "base/slice.h"
#include "reading/date.h"

typedef enum lt_value_kind {
  LT_VALUE_NULL,
  LT_VALUE_INTEGER,
  LT_VALUE_REAL,
  LT_VALUE_TEXT,
  LT_VALUE_UTF8, /* text that is UTF-8 already */
  LT_VALUE_WORD, /* the same, and it lives as long as the program */
  LT_VALUE_DAY   /* shown as YYYY-MM-DD */
} lt_value_kind;

typedef struct lt_utf8 {
  const char *at;
  uint64_t bytes;
} lt_utf8;

typedef struct lt_value {
  lt_value_kind kind;
  union {
    int64_t integer;
    double real;
    lt_slice text;
    lt_utf8 utf8;
    lt_day day;
  };
} lt_value;

#define LT_NULL ((lt_value){.kind = LT_VALUE_NULL})

/* What stands for "not known" in each type becomes NULL: NAN, no slice, a NULL word, a year 0. */
lt_value lt_value_integer(int64_t integer);
lt_value lt_value_real(double real);
lt_value lt_value_number(double number); /* an integer where it is one, exactly */
lt_value lt_value_text(lt_slice text);
lt_value lt_value_word(const char *utf8);
lt_value lt_value_day(lt_day day);

enum { LT_DAY_ROOM = 16 };

/* YYYY-MM-DD and a 0; the characters written. */
size_t lt_day_write(char out[LT_DAY_ROOM], lt_day day);

/* A day written as YYYY-MM-DD, anything may follow. False if there is none. */
bool lt_day_read(const char *utf8, lt_day *day);

#endif
