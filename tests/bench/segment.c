/* segment FILE…: how fast restored text is cut into words (lt_segment), in MB of its UTF-8 a second on one core.
**
**   cc -O2 -I ext -I build tests/bench/segment.c build/libleitai_core.a -lm -o build/segment && build/segment ../shared/archive/[0-9]*.md
**
** All files are cut one after the other, so that tables are not kept warm by one text; the best of some rounds counts. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/utf8.h"
#include "lexicon/segment.h"
#include "text/text.h"

enum { ROUNDS = 9 };

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static lt_text *load(const char *path) {
  static char text[1 << 24];
  FILE *in = fopen(path, "rb");
  if (in == NULL) exit(1);
  size_t bytes = fread(text, 1, sizeof text, in);
  fclose(in);
  return lt_text_restore(lt_arena_new(&lt_allocator_libc), text, bytes);
}

int main(int count, char **paths) {
  lt_text **texts = calloc((size_t)count, sizeof *texts);
  double best = 1e9, bytes = 0, characters = 0, words = 0;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_tokens tokens = {0};
  for (int i = 1; i < count; i++) {
    texts[i] = load(paths[i]);
    char *utf8 = malloc(3 * (size_t)texts[i]->length + 1);
    bytes += (double)lt_utf8_write(utf8, (lt_slice){texts[i]->clean, texts[i]->length});
    characters += texts[i]->length;
    free(utf8);
  }
  for (int round = 0; round < ROUNDS; round++) {
    double start = now();
    words = 0;
    for (int i = 1; i < count; i++) {
      tokens.count = 0;
      lt_segment(arena, (lt_slice){texts[i]->clean, texts[i]->length}, (lt_span){0, texts[i]->length}, &tokens);
      words += tokens.count;
    }
    double seconds = now() - start;
    if (seconds < best) best = seconds;
  }
  printf("%.1f MB, %.0f characters, %.0f words: %.1f MB/s, %.1f ns a character\n", bytes / 1e6, characters, words, bytes / best / 1e6, best / characters * 1e9);
  return 0;
}
