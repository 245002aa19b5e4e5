/* The tagger finds the best labelling there is, knows its margin, and sees the same wherever a sentence stands. */
#include "reading/tagger.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

enum { BITS = 10, LENGTH = 4 };

typedef struct world {
  lt_tag_model model;
  int8_t rows[LT_TAG_ROW << BITS];
  uint64_t features[LENGTH * LT_TAG_TEMPLATES];
} world;

static uint64_t chance(uint64_t *seed) { return (*seed = lt_tag_mix(*seed + 1)) >> 8; }

/* A model and a sentence of nothing but chance; half of the features have a row. */
static void make_world(world *w, uint64_t seed) {
  memset(w, 0, sizeof *w);
  w->model.rows = w->rows;
  w->model.bits = BITS;
  for (uint32_t i = 0; i < LENGTH * LT_TAG_TEMPLATES; i++) {
    w->features[i] = lt_tag_mix(chance(&seed));
    int8_t *row = w->rows + LT_TAG_ROW * lt_tag_row(w->features[i], BITS);
    for (unsigned l = 0; l < LT_TAG_OUTSIDE; l++) row[l] = (int8_t)(chance(&seed) % 41) - 20;
    row[LT_TAG_OUTSIDE] = (int8_t)(lt_tag_check(w->features[i]) ^ (chance(&seed) & 1));
  }
  int16_t *steps = w->model.steps.outside_first;
  for (size_t i = 0; i < sizeof w->model.steps / sizeof *steps; i++) steps[i] = (int16_t)(chance(&seed) % 81) - 40;
}

static int32_t weight(const world *w, uint32_t place, unsigned label) {
  int32_t sum = 0;
  for (unsigned t = 0; label != LT_TAG_OUTSIDE && t < LT_TAG_TEMPLATES; t++) {
    uint64_t feature = w->features[place * LT_TAG_TEMPLATES + t];
    const int8_t *row = w->rows + LT_TAG_ROW * lt_tag_row(feature, BITS);
    if ((uint8_t)row[LT_TAG_OUTSIDE] == lt_tag_check(feature)) sum += row[label];
  }
  return sum;
}

enum { FORBIDDEN = -1000000 };

static int32_t step(const lt_tag_steps *s, unsigned from, unsigned to) {
  unsigned kind = to % LT_TAG_KINDS;
  bool ended = from >= LT_TAG_LAST(0), same = from % LT_TAG_KINDS == kind && !ended, first = from < LT_TAG_INNER(0);
  if (to == LT_TAG_OUTSIDE) return ended ? 0 : FORBIDDEN;
  if (to < LT_TAG_INNER(0)) return !ended ? FORBIDDEN : from == LT_TAG_OUTSIDE ? s->outside_first[kind] : s->last_first[kind];
  if (!same) return FORBIDDEN;
  if (to < LT_TAG_LAST(0)) return first ? s->first_inner[kind] : s->inner_inner[kind];
  return first ? s->first_last[kind] : s->inner_last[kind];
}

static int32_t worth(const world *w, const unsigned label[LENGTH]) {
  int32_t sum = 0;
  for (uint32_t i = 0; i < LENGTH; i++) sum += weight(w, i, label[i]) + step(&w->model.steps, i ? label[i - 1] : LT_TAG_OUTSIDE, label[i]);
  return sum + (label[LENGTH - 1] >= LT_TAG_LAST(0) ? 0 : FORBIDDEN);
}

/* The best of all 16^4 labellings that do not have `wanted` at a place; place LENGTH: the best of all. */
static int32_t best_of_all(const world *w, unsigned best[LENGTH], uint32_t place, unsigned wanted) {
  int32_t most = 2 * FORBIDDEN;
  for (unsigned code = 0; code < 1u << 4 * LENGTH; code++) {
    unsigned label[LENGTH];
    for (uint32_t i = 0; i < LENGTH; i++) label[i] = code >> 4 * i & 15;
    if (place < LENGTH && label[place] == wanted) continue;
    int32_t sum = worth(w, label);
    if (sum <= most) continue;
    most = sum;
    memcpy(best, label, sizeof label);
  }
  return most;
}

static void check_name(const world *w, const lt_tagged *name, const unsigned best[LENGTH], int32_t most) {
  unsigned other[LENGTH], first = best[name->span.begin], last = best[name->span.end - 1];
  assert_true(first < LT_TAG_INNER(0) && last == LT_TAG_LAST(first));
  assert_int_equal(name->kind, lt_tag_kind(first));
  int32_t begin = most - best_of_all(w, other, name->span.begin, first), end = most - best_of_all(w, other, name->span.end - 1, last);
  assert_int_equal(name->margin, begin < end ? begin : end);
}

static void no_labelling_is_better(void **state) {
  static world w;
  (void)state;
  for (uint64_t seed = 1; seed <= 12; seed++) {
    lt_arena *arena = lt_arena_new(&lt_allocator_libc);
    lt_tagger tagger;
    lt_tagged_names names = {0};
    unsigned best[LENGTH];
    uint32_t begun = 0;
    make_world(&w, seed);
    assert_true(lt_tagger_open(&tagger, &w.model, arena));
    lt_tagger_label(&tagger, w.features, LENGTH, arena, &names);
    int32_t most = best_of_all(&w, best, LENGTH, 0);
    for (uint32_t i = 0; i < LENGTH; i++) begun += best[i] < LT_TAG_INNER(0);
    assert_int_equal(names.count, begun);
    for (uint32_t i = 0; i < names.count; i++) check_name(&w, &names.at[i], best, most);
    lt_arena_free(arena);
  }
}

static void lay_out(lt_reading **r, lt_tag_view *view, const char *text, lt_span sentence) {
  *r = lt_reading_new(&lt_allocator_libc, &lt_lexicon_built_in, text, strlen(text));
  assert_non_null(*r);
  assert_true(lt_reading_need(*r, LT_STAGE_TERMS));
  assert_true(lt_tag_view_open(view, (*r)->arena, 32));
  lt_tag_view_fill(view, *r, sentence);
}

static void a_sentence_looks_the_same_wherever_it_stands(void **state) {
  (void)state;
  lt_reading *alone, *behind;
  lt_tag_view one, two;
  lay_out(&alone, &one, "云桥科技CEO林远舟表示", (lt_span){0, 12});
  lay_out(&behind, &two, "百度的《公司。云桥科技CEO林远舟表示。阿里", (lt_span){7, 19});
  for (uint32_t i = 0; i < 12; i++) {
    uint64_t a[LT_TAG_TEMPLATES], b[LT_TAG_TEMPLATES];
    lt_tag_features(&one, i, a);
    lt_tag_features(&two, i, b);
    assert_memory_equal(a, b, sizeof a);
  }
  lt_reading_free(alone);
  lt_reading_free(behind);
}

static void case_and_digits_make_no_difference(void **state) {
  (void)state;
  lt_reading *r;
  lt_tag_view view;
  lay_out(&r, &view, "GPT45", (lt_span){0, 5});
  assert_int_equal(view.character[0], 'g');
  assert_int_equal(view.character[3], view.character[4]);
  assert_int_equal(view.character[-1], 0);
  assert_int_equal(view.character[5], 0);
  lt_reading_free(r);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_labelling_is_better),
      cmocka_unit_test(a_sentence_looks_the_same_wherever_it_stands),
      cmocka_unit_test(case_and_digits_make_no_difference),
  };
  return cmocka_run_group_tests_name("tagger", tests, NULL, NULL);
}
