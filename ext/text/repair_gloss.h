/* A pinyin gloss at a place: (tái), （yèwù）, and the end of one whose bracket was swallowed: lián). */
#ifndef LT_TEXT_REPAIR_GLOSS_H
#define LT_TEXT_REPAIR_GLOSS_H

#include "text/pinyin.h"

/* Pinyin and the bracket that closes it; how many characters they take together, 0 where they do not stand there. */
uint32_t lt_gloss_tail(lt_slice text, lt_pinyin *pinyin);

#endif
