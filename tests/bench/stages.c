/* stages [-t] FILE…: how fast each stage of a reading runs, in MB of stored text a second on one core.
**
** Every file is read some times, all stages of one reading after the other; the fastest round of each file counts, so that other
** work on the machine does not. Under callgrind it is read once, and each stage's instructions are written as a profile of their
** own (instructions.sh). -t: the tagger reads along. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <valgrind/callgrind.h>

#include "reading/reading.h"

enum { ROUNDS = 5 };

static const char *const names[LT_STAGE_COUNT] = {
    "text", "terms", "document", "quotes", "numbers", "entities", "relations", "attributions", "links", "sources", "claims", "speakers"};

typedef struct file {
  char *text;
  size_t bytes;
} file;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static file load(const char *path) {
  FILE *in = fopen(path, "rb");
  if (in == NULL || fseek(in, 0, SEEK_END) != 0) {
    perror(path);
    exit(1);
  }
  file f = {NULL, (size_t)ftell(in)};
  f.text = malloc(f.bytes + 1);
  rewind(in);
  if (f.text == NULL || fread(f.text, 1, f.bytes, in) != f.bytes) exit(1);
  f.text[f.bytes] = '\0';
  fclose(in);
  return f;
}

/* Seconds each stage takes on this file, the best of some rounds. */
static void measure(const file *f, bool with_tagger, double best[LT_STAGE_COUNT]) {
  int rounds = RUNNING_ON_VALGRIND ? 1 : ROUNDS;
  for (int round = 0; round < rounds; round++) {
    double start = now();
    CALLGRIND_ZERO_STATS;
    lt_reading *reading = lt_reading_new(&lt_allocator_libc, &lt_lexicon_built_in, f->text, f->bytes);
    if (reading) reading->with_tagger = with_tagger;
    for (int stage = 0; stage < LT_STAGE_COUNT; stage++) {
      if (reading == NULL || !lt_reading_need(reading, (lt_stage)stage)) exit(1);
      CALLGRIND_DUMP_STATS_AT(names[stage]);
      double end = now();
      if (round == 0 || end - start < best[stage]) best[stage] = end - start;
      start = end;
    }
    lt_reading_free(reading);
  }
}

int main(int count, char **paths) {
  double total[LT_STAGE_COUNT] = {0}, sum = 0, bytes = 0;
  bool with_tagger = count > 1 && strcmp(paths[1], "-t") == 0;
  for (int i = 1 + with_tagger; i < count; i++) {
    file f = load(paths[i]);
    double best[LT_STAGE_COUNT] = {0};
    measure(&f, with_tagger, best);
    for (int stage = 0; stage < LT_STAGE_COUNT; stage++) total[stage] += best[stage];
    bytes += (double)f.bytes;
    free(f.text);
  }
  for (int stage = 0; stage < LT_STAGE_COUNT; stage++) {
    printf("%-12s %8.1f MB/s  %5.1f ns/byte\n", names[stage], bytes / total[stage] / 1e6, total[stage] / bytes * 1e9);
    sum += total[stage];
  }
  printf("%-12s %8.1f MB/s over %.1f MB\n", "all", bytes / sum / 1e6, bytes / 1e6);
  return 0;
}
