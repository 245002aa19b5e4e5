/* What every generator of tables needs: to read the lines of a .tsv file and to print arrays of numbers. */
#ifndef LT_GEN_TABLE_H
#define LT_GEN_TABLE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>

typedef struct gen_line {
  FILE *file;
  const char *path;
  int number;
  char text[1 << 12];
} gen_line;

static inline void gen_stop(const gen_line *at, const char *what) {
  fprintf(stderr, "%s:%d: %s\n", at->path, at->number, what);
  exit(1);
}

static inline void gen_check(UErrorCode error, const char *what) {
  if (U_SUCCESS(error)) return;
  fprintf(stderr, "%s: %s\n", what, u_errorName(error));
  exit(1);
}

static inline void gen_open(gen_line *line, const char *path) {
  line->file = fopen(path, "r");
  line->path = path;
  line->number = 0;
  if (line->file == NULL) {
    perror(path);
    exit(1);
  }
}

/* The next line that is neither blank nor a comment, without its line break; 0 at the end. */
static inline int gen_next(gen_line *line) {
  while (fgets(line->text, sizeof line->text, line->file)) {
    line->number++;
    line->text[strcspn(line->text, "\r\n")] = 0;
    if (line->text[0] && line->text[0] != '#') return 1;
  }
  fclose(line->file);
  return 0;
}

/* Cuts the column off that *rest begins with; "" when there is none left. */
static inline char *gen_column(char **rest) {
  char *column = *rest, *tab = strchr(column, '\t');
  if (tab) *tab = 0;
  *rest = tab ? tab + 1 : column + strlen(column);
  return column;
}

/* UTF-8 as UTF-16; the number of units. */
static inline int gen_units(UChar *out, int room, const char *utf8) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8(out, room, &length, utf8, -1, &error);
  gen_check(error, utf8);
  return length;
}

/* Of 1024 pages of 64 values each, keeps equal ones once, in front; index: which of those kept each page is. How many are kept. */
static inline size_t gen_share_pages(void *values, size_t size, uint16_t index[1024]) {
  char *pages = values;
  size_t bytes = 64 * size, count = 0;
  for (size_t p = 0; p < 1024; p++) {
    size_t same = 0;
    while (same < count && memcmp(pages + same * bytes, pages + p * bytes, bytes)) same++;
    if (same == count) memmove(pages + bytes * count++, pages + p * bytes, bytes);
    index[p] = (uint16_t)same;
  }
  return count;
}

/* An array that a header declares. */
static inline void gen_shared(const char *type, const char *name, const void *at, size_t count, size_t size) {
  printf("const %s %s[%zu] = {", type, name, count ? count : 1);
  for (size_t i = 0; i < count; i++) {
    uint64_t value = 0;
    memcpy(&value, (const char *)at + i * size, size);
    printf("%s%llu", i == 0 ? "" : i % 32 ? "," : ",\n", (unsigned long long)value);
  }
  printf("%s};\n", count ? "" : "0");
}

/* An array that only the file which includes it sees. */
static inline void gen_numbers(const char *type, const char *name, const void *at, size_t count, size_t size) {
  printf("static ");
  gen_shared(type, name, at, count, size);
}

#endif
