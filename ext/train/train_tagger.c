/* train_tagger [NAME=VALUE …] FORMAT:PATH[:FROM-TO/PARTS] …: learns the tagger's weights from labelled texts. ext/train/README.md has
** the commands in use. test=SOURCE measures what was learnt, out=FILE keeps it. */
#include <stdio.h>
#include <stdlib.h>

#include "crf.h"
#include "measure.h"
#include "model_file.h"

typedef struct job {
  crf_options options;
  corpus training, test;
  const char *out;
} job;

/* The value of an argument NAME=VALUE, NULL if it is another. */
static const char *value_of(const char *argument, const char *name) {
  size_t length = strlen(name);
  return strncmp(argument, name, length) == 0 && argument[length] == '=' ? argument + length + 1 : NULL;
}

static bool set_option(job *j, const char *argument) {
  crf_options *o = &j->options;
  const struct { const char *name; unsigned *whole; float *real; } options[] = {
      {"rounds", &o->rounds, NULL}, {"least", &o->least, NULL}, {"drop", &o->drop, NULL}, {"bits", &o->bits, NULL}, {"copies", &j->training.copies, NULL}, {"blind", &j->training.blind, NULL},
      {"rate", NULL, &o->rate},     {"decay", NULL, &o->decay}, {"lean", NULL, &o->lean}};
  for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
    const char *value = value_of(argument, options[i].name);
    if (value && options[i].whole) *options[i].whole = (unsigned)strtoul(value, NULL, 10);
    if (value && options[i].real) *options[i].real = strtof(value, NULL);
    if (value) return true;
  }
  return false;
}

static void take_argument(job *j, const char *argument) {
  if (set_option(j, argument)) return;
  if (value_of(argument, "out")) j->out = value_of(argument, "out");
  else if (value_of(argument, "test")) corpus_read(&j->test, value_of(argument, "test"));
  else corpus_read(&j->training, argument);
}

int main(int count, char **arguments) {
  job j = {.options = {.rounds = 16, .least = 3, .drop = 200, .bits = 17, .rate = 0.04f, .decay = 1e-3f, .lean = 1}};
  j.training.arena = lt_arena_new(&lt_allocator_libc);
  j.test.arena = lt_arena_new(&lt_allocator_libc);
  for (int i = 1; i < count; i++) take_argument(&j, arguments[i]);
  if (j.training.sentences.count == 0) {
    fprintf(stderr, "usage: train_tagger [NAME=VALUE …] FORMAT:PATH[:FROM-TO/PARTS] …\n");
    return 2;
  }
  crf *learnt = crf_train(&j.training, &j.options);
  lt_tag_model model = crf_quantized(learnt);
  printf("%u sentences, %u characters, %u features\n", j.training.sentences.count, j.training.allowed.count, crf_feature_count(learnt));
  if (j.test.sentences.count) measure(&model, &j.test);
  if (j.out) model_write(&model, j.out);
  crf_free(learnt);
  free((void *)model.rows);
  lt_arena_free(j.training.arena);
  lt_arena_free(j.test.arena);
  return 0;
}
