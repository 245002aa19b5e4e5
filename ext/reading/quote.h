/* What stands in quotation marks: “…” ‘…’ 「…」 『…』. */
#ifndef LT_READING_QUOTE_H
#define LT_READING_QUOTE_H

#include "base/array.h"
#include "base/slice.h"

typedef enum lt_quote_kind { LT_QUOTE_SPEECH, LT_QUOTE_NAME, LT_QUOTE_TERM } lt_quote_kind;

typedef struct lt_quote {
  lt_span span; /* what stands between the marks */
  lt_quote_kind kind;
  lt_slice speaker; /* canonical; NULL if not said */
  uint32_t sentence;
} lt_quote;

struct lt_reading;

/* Stage: pairs the marks. */
void lt_quotes_pair(struct lt_reading *reading);

/* Stage: tells speech, names and terms apart and finds who speaks. */
void lt_quotes_attribute(struct lt_reading *reading);

#endif
