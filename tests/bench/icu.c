/* icu simplify|words FILE: what ICU takes for the texts of FILE, which NUL parts: seconds, without the reading of the file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void check(UErrorCode error, const char *what) {
  if (U_SUCCESS(error)) return;
  fprintf(stderr, "%s: %s\n", what, u_errorName(error));
  exit(1);
}

static char *load(const char *path, size_t *bytes) {
  FILE *in = fopen(path, "rb");
  if (in == NULL || fseek(in, 0, SEEK_END) != 0) {
    perror(path);
    exit(1);
  }
  *bytes = (size_t)ftell(in);
  rewind(in);
  char *text = malloc(*bytes + 1);
  if (text == NULL || fread(text, 1, *bytes, in) != *bytes) exit(1);
  text[*bytes] = 0;
  fclose(in);
  return text;
}

static void simplify(UTransliterator *t, UChar *text, int32_t length, int32_t room) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t limit = length;
  utrans_transUChars(t, text, &length, room, 0, &limit, &error);
  check(error, "Traditional-Simplified");
}

static long cut(UBreakIterator *words, const UChar *text, int32_t length) {
  UErrorCode error = U_ZERO_ERROR;
  long count = 0;
  ubrk_setText(words, text, length, &error);
  check(error, "words");
  for (ubrk_first(words); ubrk_next(words) != UBRK_DONE;) count++;
  return count;
}

int main(int argc, char **argv) {
  UErrorCode error = U_ZERO_ERROR;
  if (argc != 3) {
    fprintf(stderr, "usage: icu simplify|words FILE\n");
    return 1;
  }
  size_t bytes;
  char *all = load(argv[2], &bytes);
  UChar *units = malloc((bytes + 16) * sizeof *units);
  UTransliterator *t = utrans_openU(u"Traditional-Simplified", -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
  UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &error);
  check(error, "ICU");
  double start = now();
  for (char *text = all; units && text <= all + bytes; text += strlen(text) + 1) {
    int32_t length = 0;
    u_strFromUTF8(units, (int32_t)bytes + 16, &length, text, -1, &error);
    check(error, "UTF-8");
    if (strcmp(argv[1], "simplify") == 0) simplify(t, units, length, (int32_t)bytes + 16);
    else cut(words, units, length);
  }
  printf("%f\n", now() - start);
  utrans_close(t);
  ubrk_close(words);
  free(units);
  free(all);
  return 0;
}
