/* A linear-chain conditional random field over labels of characters (Lafferty et al. 2001), learnt from texts that may be labelled
** in part: what is made likely is every labelling that the text allows (Tsuboi et al. 2008). */
#ifndef LT_TRAIN_CRF_H
#define LT_TRAIN_CRF_H

#include "corpus.h"

typedef struct crf_options {
  unsigned rounds; /* passes over the corpus */
  unsigned least;  /* features seen more rarely are left out */
  unsigned drop;   /* chance of a feature to be left out of one visit, of 1024 */
  unsigned bits;   /* the table of weights has 1 << bits rows; fewer than 17, and templates that lie side by side share theirs */
  float rate;      /* of learning */
  float decay;     /* pull of weights towards zero */
  float lean;      /* added where a name begins: a model that is unsure of what it never saw finds too few names, not too many */
} crf_options;

typedef struct crf crf;

crf *crf_train(const corpus *c, const crf_options *options);
void crf_free(crf *m);

uint32_t crf_feature_count(const crf *m);

/* The model in whole numbers; its rows are the caller's to free. */
lt_tag_model crf_quantized(const crf *m);

#endif
