/* What the sentence adds to a quantity: its unsaid unit, how exact it is. */
#ifndef LT_READING_FIGURE_CONTEXT_H
#define LT_READING_FIGURE_CONTEXT_H

#include "reading/quantity.h"

typedef struct lt_context {
  const lt_char *begin, *end; /* of the sentence */
  lt_slice unsaid;            /* the last unit that went unsaid, NULL if none */
  bool unsaid_here;           /* in this sentence */
} lt_context;


/* Length of the word right before the numeral at this place that bounds it (破万, 过亿), 0 if none. */
uint32_t lt_context_bounds(const lt_context *context, const lt_char *at);

/* Gives the quantity the unit that its sentence implies, and the range that an amount standing alone opens. */
void lt_context_settle(const lt_context *context, lt_quantity *quantity);

/* Does a word before the numeral say that it tells which one (图2, 定理3)? */
bool lt_context_is_label(const lt_context *context, const lt_quantity *quantity);

/* = ~ > <: by the words before and behind (近, 超过, 以上). A word behind that belongs to the numeral (千亿级) is taken into it. */
char lt_context_bound(const lt_context *context, lt_quantity *quantity);

#endif
