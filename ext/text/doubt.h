/* Characters that a repair wrote and may have got wrong, for whoever can compare them with another copy of the text. */
#ifndef LT_TEXT_DOUBT_H
#define LT_TEXT_DOUBT_H

#include "base/array.h"

typedef enum lt_doubt_level {
  LT_DOUBT_NONE,
  LT_DOUBT_READ,   /* read off bytes that were taken to be one off */
  LT_DOUBT_CHOSEN, /* bytes and context left several, the likeliest was taken */
  LT_DOUBT_LOST    /* nothing is left of it: U+FFFD stands there */
} lt_doubt_level;

typedef struct lt_doubt {
  uint32_t clean; /* where it stands in the clean text */
  lt_doubt_level level;
} lt_doubt;

typedef LT_ARRAY(lt_doubt) lt_doubts; /* in order of place */

#endif
