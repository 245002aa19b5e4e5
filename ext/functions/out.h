/* UTF-8 in the making, in an arena. Memory trouble stays in the arena. */
#ifndef LT_FUNCTIONS_OUT_H
#define LT_FUNCTIONS_OUT_H

#include "base/array.h"
#include "base/slice.h"
#include "tables/value.h"

typedef struct lt_out {
  lt_arena *arena;
  LT_ARRAY(char) text;
} lt_out;

/* Our own words, as they are. */
void lt_out_put(lt_out *out, const char *utf8);

/* Text of the article: control characters but line breaks and tabs become U+FFFD. markup: &, <, > and quotation marks are escaped. */
void lt_out_slice(lt_out *out, lt_slice text, bool markup);

/* A value as a reader would write it; nothing for NULL. */
void lt_out_value(lt_out *out, lt_value value, bool markup);

/* With a comma between thousands. */
void lt_out_number(lt_out *out, int64_t number);

#endif
