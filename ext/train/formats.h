/* One function a format of labelled text; each stops the program where a file is not what it should be. */
#ifndef LT_TRAIN_FORMATS_H
#define LT_TRAIN_FORMATS_H

#include <stdio.h>

#include "corpus.h"

/* Lines from … to - 1 of a file. */
typedef struct part {
  const char *path;
  uint32_t from, to;
  FILE *file; /* NULL: not yet open */
  uint32_t at;
} part;

void read_cluener(corpus *c, part p);
void read_fewfc(corpus *c, part p);
void read_finre(corpus *c, part p);
void read_marked(corpus *c, part p);
void read_article(corpus *c, part p);

/* The next line of a part, NULL at its end. The buffer is the function's own. */
const char *next_line(part *p);

/* Letters → the bits of label_span.kinds. */
unsigned kinds_of(const char *letters);

_Noreturn void stop(const char *what, const char *why);

#endif
