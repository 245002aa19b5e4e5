/* Where sentences end. */
#ifndef LT_DOCUMENT_SENTENCE_H
#define LT_DOCUMENT_SENTENCE_H

#include "base/slice.h"

/* The sentence that begins at `begin` in a paragraph: where it ends, marks that close it taken in. No sentence ends inside
** brackets; one ends inside quotation marks only where what is quoted is long and has several. */
uint32_t lt_sentence_end(lt_slice paragraph, uint32_t begin);

#endif
