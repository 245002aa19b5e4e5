/* Where sentences end. */
#ifndef LT_DOCUMENT_SENTENCE_H
#define LT_DOCUMENT_SENTENCE_H

#include "lexicon/lexicon.h"

/* A paragraph and the words rules look for in it. */
typedef struct lt_prose {
  lt_slice text;
  uint32_t place; /* of the paragraph in the text that was scanned */
  const lt_lexicon *lexicon;
  const lt_hit *cues; /* those that begin in the paragraph, in order */
  uint32_t cue_count;
} lt_prose;

/* The sentence that begins at `begin` in the paragraph: where it ends, marks that close it taken in. */
uint32_t lt_sentence_end(const lt_prose *prose, uint32_t begin);

#endif
