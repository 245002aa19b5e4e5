/* gen_tagger WEIGHTS > tagger.inc: the tagger's weights (ext/train/model_file.h) → constant arrays. The rows are printed as 64-bit numbers,
** eight bytes each, which compilers read many times faster than bytes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reading/tagger_model.h"

enum { STEPS = sizeof(lt_tag_steps) / sizeof(int16_t) };

static void stop(const char *path, const char *what) {
  fprintf(stderr, "%s: %s\n", path, what);
  exit(1);
}

static unsigned long get(FILE *file, unsigned bytes) {
  unsigned long number = 0;
  for (unsigned i = 0; i < bytes; i++) number |= (unsigned long)(fgetc(file) & 0xFF) << 8 * i;
  return number;
}

static void print_rows(FILE *file, const char *path, unsigned long count) {
  printf("static const uint64_t rows[] = {\n");
  for (unsigned long i = 0; i < count; i++) {
    uint64_t number;
    if (fread(&number, sizeof number, 1, file) != 1) stop(path, "is cut short");
    printf("0x%llx,%s", (unsigned long long)number, i % 16 == 15 ? "\n" : "");
  }
  printf("};\n");
}

int main(int count, char **arguments) {
  char magic[8];
  FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL) stop(count == 2 ? arguments[1] : "usage", "gen_tagger WEIGHTS > tagger.inc");
  if (fread(magic, 1, 8, file) != 8 || memcmp(magic, LT_TAG_MAGIC, 8)) stop(arguments[1], "was not trained for these features");
  unsigned long bits = get(file, 4), steps[STEPS];
  for (unsigned i = 0; i < STEPS; i++) steps[i] = get(file, 2);
  if (bits < 1 || bits > 18) stop(arguments[1], "has too many rows");
  print_rows(file, arguments[1], (LT_TAG_ROW << bits) / sizeof(uint64_t));
  printf("const lt_tag_model lt_tag_model_built_in = {(const int8_t *)rows, %lu, {", bits);
  for (unsigned i = 0; i < STEPS; i++) printf("%s%d", i == 0 ? "{" : i % LT_TAG_KINDS ? ", " : "}, {", (int)(int16_t)steps[i]);
  printf("}}};\n");
  fclose(file);
  return 0;
}
