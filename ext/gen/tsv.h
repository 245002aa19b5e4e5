/* Reading the word lists: lines of tab-separated columns; # opens a line of the header. Stops the build at the first line that
** is not well-formed, naming file and line. */
#ifndef LT_GEN_TSV_H
#define LT_GEN_TSV_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TSV_COLUMNS = 8 };

typedef struct tsv {
  const char *path;
  FILE *file;
  int line;
  char text[4096];
  char *column[TSV_COLUMNS]; /* "" where the line has no more */
} tsv;

static inline void tsv_stop(const tsv *t, const char *what) {
  fprintf(stderr, "%s:%d: %s\n", t->path, t->line, what);
  exit(1);
}

static inline tsv tsv_open(const char *path) {
  tsv t = {.path = path, .file = fopen(path, "r")};
  if (t.file == NULL) {
    perror(path);
    exit(1);
  }
  return t;
}

/* The next line of data; false at the end, where the file is closed. */
static inline int tsv_next(tsv *t) {
  do {
    if (fgets(t->text, sizeof t->text, t->file) == NULL) {
      fclose(t->file);
      return 0;
    }
    t->line++;
    t->text[strcspn(t->text, "\r\n")] = 0;
  } while (t->text[0] == '#' || t->text[0] == 0);
  char *rest = t->text;
  for (int i = 0; i < TSV_COLUMNS; i++) {
    t->column[i] = rest;
    rest += strcspn(rest, "\t");
    if (*rest) *rest++ = 0;
  }
  return 1;
}

#endif
