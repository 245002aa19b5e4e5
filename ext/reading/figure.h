/* Numerals, and the quantities they are part of. */
#ifndef LT_READING_FIGURE_H
#define LT_READING_FIGURE_H

#include "base/array.h"
#include "base/slice.h"
#include "reading/quantity.h"

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

/* Stage: what each figure measures, whose it is, when, and which way it goes. */
void lt_figures_link(struct lt_reading *reading);

#endif
