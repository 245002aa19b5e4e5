/* Numerals, and the quantities they are part of. */
#ifndef LT_READING_FIGURE_H
#define LT_READING_FIGURE_H

#include "base/array.h"
#include "base/slice.h"

typedef enum lt_numeral_kind { LT_NUMERAL_CARDINAL, LT_NUMERAL_ORDINAL, LT_NUMERAL_FRACTION, LT_NUMERAL_PERCENT } lt_numeral_kind;

typedef struct lt_numeral {
  lt_span span;
  double value;
  lt_numeral_kind kind;
} lt_numeral;

typedef enum lt_measure { LT_MEASURE_PERCENT, LT_MEASURE_MONEY, LT_MEASURE_COUNT, LT_MEASURE_DURATION, LT_MEASURE_MULTIPLE, LT_MEASURE_OTHER } lt_measure;

typedef struct lt_figure {
  lt_span span;
  double value, upper; /* upper: NAN unless a range */
  lt_slice unit;       /* NULL: none */
  lt_measure measure;
  char approx;         /* = ~ > < */
  char direction;      /* + up, - down, 0 neither */
  lt_slice metric, subject, period; /* NULL where the text does not say */
  uint32_t sentence;
} lt_figure;

struct lt_reading;

/* Stage: numerals, dates and figures, in one walk over the text. */
void lt_numbers_read(struct lt_reading *reading);

#endif
