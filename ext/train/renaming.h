/* Other names for the names in our sentences, so that what is learnt of a sentence is its turn of phrase and not who it is about. */
#ifndef LT_TRAIN_RENAMING_H
#define LT_TRAIN_RENAMING_H

#include "corpus.h"

typedef struct renaming renaming;

/* seed: of all chance. */
renaming *renaming_new(uint64_t seed);
void renaming_free(renaming *r);

/* A name that stands in our sentences may stand in another's place. letter: c p o t g m. */
void renaming_add(renaming *r, char letter, lt_slice name);

/* A name of the kind: one of those added, of the vocabulary, or one made of syllables as such names are. */
lt_slice renaming_pick(renaming *r, char letter);

#endif
