/* Writing the weights, byte by byte, so that the file is the same on every machine. */
#include "model_file.h"

#include <stdio.h>
#include <stdlib.h>

static void put(FILE *file, uint32_t number, unsigned bytes) {
  for (unsigned i = 0; i < bytes; i++) fputc((int)(number >> 8 * i & 0xFF), file);
}

void model_write(const lt_tag_model *model, const char *path) {
  const int16_t *steps = model->steps.outside_first; /* the first of all: they lie one behind another */
  FILE *file = fopen(path, "wb");
  if (file) {
    fwrite(LT_TAG_MAGIC, 1, 8, file);
    put(file, model->bits, 4);
    for (size_t i = 0; i < sizeof model->steps / sizeof *steps; i++) put(file, (uint16_t)steps[i], 2);
    fwrite(model->rows, LT_TAG_ROW, (size_t)1 << model->bits, file);
  }
  if (file && fclose(file) == 0) return;
  perror(path);
  exit(1);
}
