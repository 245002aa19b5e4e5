/* Weights as a file: what ext/gen/gen_tagger.c turns into constants. Little-endian: eight bytes of LT_TAG_MAGIC, the number of bits
** (4 bytes), the steps (30 numbers of 2 bytes), the rows. */
#ifndef LT_TRAIN_MODEL_FILE_H
#define LT_TRAIN_MODEL_FILE_H

#include "reading/tagger_model.h"

/* Stops the program if the file cannot be written. */
void model_write(const lt_tag_model *model, const char *path);

#endif
