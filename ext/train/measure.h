/* How well a model labels a corpus that is labelled in full. */
#ifndef LT_TRAIN_MEASURE_H
#define LT_TRAIN_MEASURE_H

#include "corpus.h"

/* Prints precision, recall and F1 over exact spans, for each kind and for all together. */
void measure(const lt_tag_model *model, const corpus *c);

#endif
