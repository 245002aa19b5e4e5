/* Training text: sentences as features and, for each character, the labels it may bear. A text that is labelled in part leaves
** the rest open: any label may stand there. */
#ifndef LT_TRAIN_CORPUS_H
#define LT_TRAIN_CORPUS_H

#include "reading/tagger_features.h"
#include "reading/tagger_model.h"

enum { ANY_LABEL = 0xFFFF, ONLY_OUTSIDE = 1 << LT_TAG_OUTSIDE };

/* A name in a text, in the text's own characters (code points). kinds: one bit each; more than one: it is one of them.
** 0: surely no name. */
typedef struct label_span {
  uint32_t begin, end;
  unsigned kinds;
} label_span;

enum { MOST_SPANS = 512 };

typedef struct label_spans {
  label_span at[MOST_SPANS];
  uint32_t count;
} label_spans;

typedef struct sentence {
  uint32_t first, length; /* characters, counted over the corpus */
  bool all_named;         /* what is not labelled is no name; else it may be one that nobody labelled */
} sentence;

typedef struct corpus {
  lt_arena *arena; /* life of the corpus */
  LT_ARRAY(sentence) sentences;
  LT_ARRAY(uint16_t) allowed;  /* a character */
  LT_ARRAY(uint64_t) features; /* LT_TAG_TEMPLATES a character */
  unsigned copies;             /* of sentences of ours, with other names */
  unsigned blind;              /* chance, of 1024, of a text to be read without the vocabulary, as if its names were in no list */
  uint64_t seed;
} corpus;

/* Adds the sentences of a text. Where not all is named, names of the vocabulary and those that the rules find are labelled too. */
void corpus_add(corpus *c, const char *utf8, const label_spans *spans, bool all_named);

/* Reads FORMAT:PATH[:FROM-TO/PARTS]: the parts FROM … TO of a file cut into PARTS equal ones. Stops the program if it cannot. */
void corpus_read(corpus *c, const char *source);

#endif
