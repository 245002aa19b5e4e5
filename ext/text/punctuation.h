/* The width of punctuation in text whose full-width forms were folded away by the damage. */
#ifndef LT_TEXT_PUNCTUATION_H
#define LT_TEXT_PUNCTUATION_H

#include "base/slice.h"

/* Makes half-width punctuation full-width in place where it stands in Chinese text: 说,大 → 说，大, but not 8,800 or 10:30. */
void lt_punctuation_widen(lt_char *text, uint32_t length);

#endif
