/* Names found against names labelled: span and kind must agree. */
#include "measure.h"

#include <stdio.h>

#include "reading/tagger.h"

typedef struct score {
  unsigned hit, missed, extra;
} score;

enum { MOST_NAMES = 1024 };

/* The names of a sentence labelled in full. */
static uint32_t labelled(const uint16_t *allowed, uint32_t length, lt_tagged *out) {
  uint32_t count = 0, begin = 0;
  for (uint32_t i = 0; i < length; i++) {
    for (unsigned k = 0; k < LT_TAG_KINDS; k++) {
      if (allowed[i] == 1u << LT_TAG_FIRST(k)) begin = i;
      if (allowed[i] == 1u << LT_TAG_LAST(k) && count < MOST_NAMES) out[count++] = (lt_tagged){{begin, i + 1}, lt_tag_kind(k), 0};
    }
  }
  return count;
}

static bool has(const lt_tagged *names, uint32_t count, const lt_tagged *name) {
  for (uint32_t i = 0; i < count; i++) {
    if (names[i].span.begin == name->span.begin && names[i].span.end == name->span.end && names[i].kind == name->kind) return true;
  }
  return false;
}

static void compare(score *s, const lt_tagged *mine, uint32_t mine_count, const lt_tagged *theirs, uint32_t their_count) {
  for (uint32_t i = 0; i < mine_count; i++) {
    if (has(theirs, their_count, &mine[i])) s[mine[i].kind].hit++;
    else s[mine[i].kind].extra++;
  }
  for (uint32_t i = 0; i < their_count; i++) s[theirs[i].kind].missed += !has(mine, mine_count, &theirs[i]);
}

static void print_score(const char *name, score s) {
  if (s.hit + s.missed == 0) return;
  double precision = s.hit / (s.hit + s.extra + 1e-9), recall = s.hit / (double)(s.hit + s.missed);
  printf("%-12s prec %.3f recall %.3f F1 %.3f   (%u names)\n", name, precision, recall, 2 * precision * recall / (precision + recall + 1e-9), s.hit + s.missed);
}

void measure(const lt_tag_model *model, const corpus *c) {
  static const char *const names[] = {"company", "person", "organization", "model"};
  static lt_tagged theirs[MOST_NAMES];
  score s[LT_TAG_KINDS] = {{0, 0, 0}}, all = {0, 0, 0};
  for (uint32_t i = 0; i < c->sentences.count; i++) {
    sentence at = c->sentences.at[i];
    lt_arena *arena = lt_arena_new(&lt_allocator_libc);
    lt_tagger tagger;
    lt_tagged_names mine = {0};
    if (lt_tagger_open(&tagger, model, arena)) lt_tagger_label(&tagger, c->features.at + (size_t)at.first * LT_TAG_TEMPLATES, at.length, arena, &mine);
    compare(s, mine.at, mine.count, theirs, labelled(c->allowed.at + at.first, at.length, theirs));
    lt_arena_free(arena);
  }
  for (unsigned k = 0; k < sizeof names / sizeof *names; k++) {
    print_score(names[k], s[k]);
    all = (score){all.hit + s[k].hit, all.missed + s[k].missed, all.extra + s[k].extra};
  }
  print_score("all", all);
}
