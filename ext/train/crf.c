/* Training by AdaGrad, one sentence at a time. A part of the features is left out at each visit, at random, so that the weight of
** a name rests on all that stands around it and not on its own characters alone: what is to be found later are other names.
**
** All arithmetic is +, -, *, / and square root of IEEE numbers in a fixed order, exp() is our own: the same corpus gives the same
** weights, bit for bit, on every machine (the build forbids fused multiply-add). */
#include "crf.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { L = LT_TAG_LABELS, STEPS = 6 * LT_TAG_KINDS };

typedef struct feature_row {
  float weight[L], square[L], sum[L];
} feature_row;

struct crf {
  crf_options options;
  uint64_t seed;      /* of all chance */
  uint64_t *features; /* by id, 1 … count */
  feature_row *rows;  /* by id; row 0 belongs to no feature and stays zero */
  uint32_t count;
  float step[STEPS], step_square[STEPS], step_sum[STEPS];
};

static void *room(size_t count, size_t size) {
  void *block = calloc(count ? count : 1, size);
  if (block == NULL) {
    fprintf(stderr, "out of memory\n");
    exit(1);
  }
  return block;
}

/* e^x for x ≤ 0, exact to about 1e-9: halved ten times, a polynomial, squared ten times. */
static double exponential(double x) {
  if (x < -80) return 0;
  double y = x / 1024, e = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4)));
  for (int i = 0; i < 10; i++) e *= e;
  return e;
}

static float any_exponential(float x) { return x > 0 ? (float)(1 / exponential(-x)) : (float)exponential(x); }

/* Which weight a step from label to label costs: an index into step[], -1 free, -2 forbidden. */
static int step_of(unsigned from, unsigned to) {
  unsigned kind = to % LT_TAG_KINDS, part = to == LT_TAG_OUTSIDE ? 3 : to / LT_TAG_KINDS;
  unsigned from_kind = from % LT_TAG_KINDS, from_part = from == LT_TAG_OUTSIDE ? 3 : from / LT_TAG_KINDS;
  bool ended = from_part >= 2;
  if (part == 3) return ended ? -1 : -2;
  if (part == 0) return ended ? (int)kind + (from_part == 2 ? LT_TAG_KINDS : 0) : -2;
  if (ended || from_kind != kind) return -2;
  return (int)kind + LT_TAG_KINDS * (int)(part == 1 ? (from_part == 0 ? 2 : 3) : (from_part == 0 ? 4 : 5));
}

/* Features → how often they are seen, then → ids: open addressing. */
typedef struct feature_index {
  uint64_t *features, mask;
  uint32_t *values;
} feature_index;

static uint64_t slot_of(const feature_index *x, uint64_t feature) {
  uint64_t i = feature * UINT64_C(0xFF51AFD7ED558CCD) >> 20 & x->mask;
  while (x->values[i] && x->features[i] != feature) i = (i + 1) & x->mask;
  return i;
}

static feature_index count_features(const corpus *c) {
  uint64_t size = 1 << 16;
  while (size < 2 * (uint64_t)c->features.count) size *= 2;
  feature_index x = {room(size, sizeof *x.features), size - 1, room(size, sizeof *x.values)};
  for (uint64_t i = 0; i < c->features.count; i++) {
    uint64_t slot = slot_of(&x, c->features.at[i]);
    x.features[slot] = c->features.at[i];
    x.values[slot]++;
  }
  return x;
}

#define TOO_RARE UINT32_MAX

/* Gives every feature that is seen often enough an id; returns the ids of all places, 0 for none. */
static uint32_t *number_features(crf *m, const corpus *c) {
  feature_index x = count_features(c);
  for (uint64_t i = 0; i <= x.mask; i++) {
    if (x.values[i]) x.values[i] = x.values[i] >= m->options.least ? ++m->count : TOO_RARE;
  }
  m->features = room(m->count + 1, sizeof *m->features);
  for (uint64_t i = 0; i <= x.mask; i++) {
    if (x.values[i] && x.values[i] != TOO_RARE) m->features[x.values[i]] = x.features[i];
  }
  uint32_t *ids = room(c->features.count, sizeof *ids);
  for (uint64_t i = 0; i < c->features.count; i++) {
    uint32_t id = x.values[slot_of(&x, c->features.at[i])];
    ids[i] = id == TOO_RARE ? 0 : id;
  }
  free(x.features);
  free(x.values);
  return ids;
}

/* Scratch for one sentence. */
typedef struct lattice {
  uint32_t *ids; /* of its features, some left out */
  float (*score)[L], (*alpha)[L], (*beta)[L], (*marginal)[L], *scale;
  float step[L][L];
  float pair[L][L]; /* expected steps */
} lattice;

static lattice lattice_for(uint32_t longest) {
  lattice a = {.ids = room((size_t)longest * LT_TAG_TEMPLATES, sizeof *a.ids), .scale = room(longest, sizeof *a.scale)};
  a.score = room(longest, sizeof *a.score);
  a.alpha = room(longest, sizeof *a.alpha);
  a.beta = room(longest, sizeof *a.beta);
  a.marginal = room(longest, sizeof *a.marginal);
  return a;
}

static void lattice_free(lattice *a) {
  free(a->ids);
  free(a->scale);
  free(a->score);
  free(a->alpha);
  free(a->beta);
  free(a->marginal);
}

static void set_steps(lattice *a, const crf *m) {
  for (unsigned from = 0; from < L; from++) {
    for (unsigned to = 0; to < L; to++) {
      int step = step_of(from, to);
      a->step[from][to] = step == -2 ? 0 : step == -1 ? 1 : any_exponential(m->step[step]);
    }
  }
}

/* exp of the summed weights of each place, the greatest taken as 1. */
static void set_scores(lattice *a, const crf *m, const uint32_t *ids, uint32_t length) {
  for (uint32_t i = 0; i < length; i++) {
    float sum[L] = {0}, best = 0;
    for (unsigned t = 0; t < LT_TAG_TEMPLATES; t++) {
      const float *w = m->rows[ids[i * LT_TAG_TEMPLATES + t]].weight;
      for (unsigned l = 0; l < L; l++) sum[l] += w[l];
    }
    for (unsigned l = 0; l < L; l++) best = sum[l] > best ? sum[l] : best;
    for (unsigned l = 0; l < L; l++) a->score[i][l] = any_exponential(sum[l] - best);
  }
}

static void forward(lattice *a, const uint16_t *allowed, uint32_t length) {
  for (uint32_t i = 0; i < length; i++) {
    float now[L] = {0}, total = 0;
    if (i == 0) for (unsigned to = 0; to < L; to++) now[to] = a->step[LT_TAG_OUTSIDE][to];
    else for (unsigned from = 0; from < L; from++) {
      float before = a->alpha[i - 1][from];
      for (unsigned to = 0; to < L; to++) now[to] += before * a->step[from][to];
    }
    for (unsigned to = 0; to < L; to++) {
      now[to] = allowed == NULL || allowed[i] >> to & 1 ? now[to] * a->score[i][to] : 0;
      total += now[to];
    }
    a->scale[i] = total > 0 ? 1 / total : 0;
    for (unsigned to = 0; to < L; to++) a->alpha[i][to] = now[to] * a->scale[i];
  }
}

static void backward(lattice *a, const uint16_t *allowed, uint32_t length) {
  for (unsigned l = 0; l < L; l++) a->beta[length - 1][l] = l == LT_TAG_OUTSIDE || l >= LT_TAG_LAST(0);
  for (uint32_t i = length - 1; i-- > 0;) {
    float next[L], now[L] = {0};
    for (unsigned to = 0; to < L; to++) next[to] = allowed == NULL || allowed[i + 1] >> to & 1 ? a->score[i + 1][to] * a->beta[i + 1][to] * a->scale[i + 1] : 0;
    for (unsigned from = 0; from < L; from++) {
      for (unsigned to = 0; to < L; to++) now[from] += a->step[from][to] * next[to];
    }
    for (unsigned from = 0; from < L; from++) a->beta[i][from] = now[from];
  }
}

/* Adds sign × expectations to marginal and pair; false where no allowed labelling has any likelihood. */
static bool expect(lattice *a, const uint16_t *allowed, uint32_t length, float sign) {
  forward(a, allowed, length);
  for (uint32_t i = 0; i < length; i++) if (a->scale[i] == 0) return false;
  backward(a, allowed, length);
  float whole = 0;
  for (unsigned l = 0; l < L; l++) whole += a->alpha[length - 1][l] * a->beta[length - 1][l];
  if (!(whole > 0)) return false;
  for (uint32_t i = 0; i < length; i++) {
    float next[L];
    for (unsigned l = 0; l < L; l++) {
      a->marginal[i][l] += sign * a->alpha[i][l] * a->beta[i][l] / whole;
      next[l] = allowed == NULL || allowed[i] >> l & 1 ? a->score[i][l] * a->beta[i][l] * a->scale[i] / whole : 0;
    }
    for (unsigned from = 0; from < L; from++) {
      float before = sign * (i ? a->alpha[i - 1][from] : from == LT_TAG_OUTSIDE);
      for (unsigned to = 0; to < L; to++) a->pair[from][to] += before * a->step[from][to] * next[to];
    }
  }
  return true;
}

static uint32_t next_random(crf *m) {
  m->seed = m->seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (uint32_t)(m->seed >> 33);
}

static void leave_out(crf *m, uint32_t *kept, const uint32_t *ids, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) kept[i] = next_random(m) % 1024 < m->options.drop ? 0 : ids[i];
}

static inline void learn(const crf *m, float *weight, float *square, float slope) {
  slope += m->options.decay * *weight;
  *square += slope * slope;
  *weight -= m->options.rate * slope / (sqrtf(*square) + 1e-3f);
}

static void learn_place(crf *m, const uint32_t *ids, float slope[L]) {
  float most = 0;
  for (unsigned l = 0; l < L; l++) most = fabsf(slope[l]) > most ? fabsf(slope[l]) : most;
  if (most < 1e-4f) return;
  slope[LT_TAG_OUTSIDE] = 0; /* O weighs nothing */
  for (unsigned t = 0; t < LT_TAG_TEMPLATES; t++) {
    feature_row *row = &m->rows[ids[t]];
    if (ids[t]) for (unsigned l = 0; l < L; l++) learn(m, &row->weight[l], &row->square[l], slope[l]);
  }
}

static void learn_steps(crf *m, lattice *a) {
  float slope[STEPS] = {0};
  for (unsigned from = 0; from < L; from++) {
    for (unsigned to = 0; to < L; to++) if (step_of(from, to) >= 0) slope[step_of(from, to)] += a->pair[from][to];
  }
  for (unsigned s = 0; s < STEPS; s++) learn(m, &m->step[s], &m->step_square[s], slope[s]);
  set_steps(a, m);
}

static void learn_sentence(crf *m, lattice *a, const uint32_t *ids, const uint16_t *allowed, uint32_t length) {
  leave_out(m, a->ids, ids, length * LT_TAG_TEMPLATES);
  set_scores(a, m, a->ids, length);
  memset(a->marginal, 0, length * sizeof *a->marginal);
  memset(a->pair, 0, sizeof a->pair);
  if (!expect(a, NULL, length, 1) || !expect(a, allowed, length, -1)) return;
  for (uint32_t i = 0; i < length; i++) learn_place(m, a->ids + i * LT_TAG_TEMPLATES, a->marginal[i]);
  learn_steps(m, a);
}

static void shuffle(crf *m, uint32_t *order, uint32_t count) {
  for (uint32_t i = count; i > 1; i--) {
    uint32_t j = next_random(m) % i, kept = order[i - 1];
    order[i - 1] = order[j];
    order[j] = kept;
  }
}

static uint32_t longest(const corpus *c) {
  uint32_t most = 1;
  for (uint32_t i = 0; i < c->sentences.count; i++) most = c->sentences.at[i].length > most ? c->sentences.at[i].length : most;
  return most;
}

static void add_up(crf *m) {
  for (uint32_t id = 1; id <= m->count; id++) {
    for (unsigned l = 0; l < L; l++) m->rows[id].sum[l] += m->rows[id].weight[l];
  }
  for (unsigned s = 0; s < STEPS; s++) m->step_sum[s] += m->step[s];
}

/* The weights in force: the average over the later rounds, less the share that was always left out. */
static void average(crf *m, unsigned rounds) {
  float share = (float)(1024 - m->options.drop) / 1024 / (float)rounds;
  for (uint32_t id = 1; id <= m->count; id++) {
    for (unsigned l = 0; l < L; l++) m->rows[id].weight[l] = m->rows[id].sum[l] * share;
  }
  for (unsigned s = 0; s < STEPS; s++) m->step[s] = m->step_sum[s] / (float)rounds;
}

/* How much a feature says: the sum of its squared weights. */
static float strength(const feature_row *row) {
  float sum = 0;
  for (unsigned l = 0; l < L - 1; l++) sum += row->weight[l] * row->weight[l];
  return sum;
}

/* Whose row each row is: of the features that share it, the one that says most; 0 if none. */
static uint32_t *owners(const crf *m, unsigned bits) {
  uint32_t *owner = room((size_t)1 << bits, sizeof *owner);
  for (uint32_t id = 1; id <= m->count; id++) {
    uint64_t row = lt_tag_row(m->features[id], bits);
    if (owner[row] == 0 || strength(&m->rows[id]) > strength(&m->rows[owner[row]])) owner[row] = id;
  }
  return owner;
}

/* Leaves out, from here on, the features that find no row of their own, so that the others learn to do without them. */
static void prune(const crf *m, uint32_t *ids, uint64_t count) {
  uint32_t *owner = owners(m, m->options.bits);
  for (uint64_t i = 0; i < count; i++) {
    if (ids[i] && owner[lt_tag_row(m->features[ids[i]], m->options.bits)] != ids[i]) ids[i] = 0;
  }
  free(owner);
}

static void learn_all(crf *m, const corpus *c, uint32_t *ids) {
  uint32_t *order = room(c->sentences.count, sizeof *order);
  lattice a = lattice_for(longest(c));
  set_steps(&a, m);
  for (uint32_t i = 0; i < c->sentences.count; i++) order[i] = i;
  for (unsigned round = 0; round < m->options.rounds; round++) {
    shuffle(m, order, c->sentences.count);
    if (round == m->options.rounds / 2) prune(m, ids, c->features.count);
    for (uint32_t i = 0; i < c->sentences.count; i++) {
      sentence s = c->sentences.at[order[i]];
      if (s.length) learn_sentence(m, &a, ids + (size_t)s.first * LT_TAG_TEMPLATES, c->allowed.at + s.first, s.length);
    }
    if (round >= m->options.rounds / 2) add_up(m);
  }
  average(m, m->options.rounds - m->options.rounds / 2);
  lattice_free(&a);
  free(order);
}

crf *crf_train(const corpus *c, const crf_options *options) {
  crf *m = room(1, sizeof *m);
  m->options = *options;
  m->seed = 1;
  uint32_t *ids = number_features(m, c);
  m->rows = room(m->count + 1, sizeof *m->rows);
  learn_all(m, c, ids);
  free(ids);
  return m;
}

void crf_free(crf *m) {
  free(m->features);
  free(m->rows);
  free(m);
}

uint32_t crf_feature_count(const crf *m) { return m->count; }

static int rounded(float x, int most) {
  float y = x * LT_TAG_UNIT;
  int n = (int)(y < 0 ? y - 0.5f : y + 0.5f);
  return n > most ? most : n < -most ? -most : n;
}

lt_tag_model crf_quantized(const crf *m) {
  unsigned bits = m->options.bits;
  int8_t *rows = room((size_t)1 << bits, LT_TAG_ROW);
  uint32_t *owner = owners(m, bits);
  lt_tag_model q = {rows, bits, {{0}, {0}, {0}, {0}, {0}, {0}}};
  for (uint64_t row = 0; row < UINT64_C(1) << bits; row++) {
    if (owner[row] == 0) continue;
    for (unsigned l = 0; l < L - 1; l++) rows[row * LT_TAG_ROW + l] = (int8_t)rounded(m->rows[owner[row]].weight[l], 127);
    rows[row * LT_TAG_ROW + LT_TAG_OUTSIDE] = (int8_t)lt_tag_check(m->features[owner[row]]);
  }
  int16_t *steps[] = {q.steps.outside_first, q.steps.last_first, q.steps.first_inner, q.steps.inner_inner, q.steps.first_last, q.steps.inner_last};
  for (unsigned s = 0; s < STEPS; s++) steps[s / LT_TAG_KINDS][s % LT_TAG_KINDS] = (int16_t)rounded(m->step[s], 4096);
  for (unsigned k = 0; k < LT_TAG_KINDS; k++) q.steps.outside_first[k] = (int16_t)(q.steps.outside_first[k] + rounded(m->options.lean, 4096));
  free(owner);
  return q;
}
