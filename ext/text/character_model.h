/* How likely one character is behind another, from words: what chooses where bytes are lost. */
#ifndef LT_TEXT_CHARACTER_MODEL_H
#define LT_TEXT_CHARACTER_MODEL_H

#include "base/slice.h"

/* -10 ln p of the character `next` behind `last`, both in normal form; last == 0: at the beginning. */
int lt_model_cost(lt_char last, lt_char next);

/* The characters that words have behind this one, in normal form; how many in *count. */
const lt_char *lt_model_followers(lt_char c, uint32_t *count);

/* The most common characters, in normal form. */
extern const lt_char *const lt_model_common;
extern const uint32_t lt_model_common_count;

#endif
