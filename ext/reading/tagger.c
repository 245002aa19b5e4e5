/* Viterbi's search in both directions: forward for the best labelling, backward to learn how much worse any other would be.
**
** Steps are few (a name is B E or B I … I E, whole), so each costs a handful of additions; the time goes into the rows of weights,
** which are summed sixteen lanes at once where the processor has SSE2. Whole numbers throughout. */
#include "reading/tagger.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { LONGEST_PIECE = 1024, K = LT_TAG_KINDS, IMPOSSIBLE = -(1 << 24) };

bool lt_tagger_open(lt_tagger *t, const lt_tag_model *model, lt_arena *arena) {
  t->model = model;
  t->score = lt_arena_block(arena, (LONGEST_PIECE + 1) * sizeof *t->score);
  t->before = lt_arena_block(arena, (LONGEST_PIECE + 1) * sizeof *t->before);
  t->after = lt_arena_block(arena, (LONGEST_PIECE + 1) * sizeof *t->after);
  return t->score && t->before && t->after && lt_tag_view_open(&t->view, arena, LONGEST_PIECE);
}

/* The rows of one place are wanted together and lie anywhere in a table larger than the nearest cache: they are asked for one place
** ahead, and added without a branch on whose row it is. Half of them are another feature's, which no processor foresees. */
static void find_rows(const lt_tag_model *model, const uint64_t feature[LT_TAG_TEMPLATES], const int8_t *rows[LT_TAG_TEMPLATES]) {
  for (unsigned t = 0; t < LT_TAG_TEMPLATES; t++) {
    rows[t] = model->rows + LT_TAG_ROW * lt_tag_row(feature[t], model->bits);
#ifdef __GNUC__
    __builtin_prefetch(rows[t]);
#endif
  }
}

/* A row that another feature took counts nothing: its mask is empty. */
static bool is_own(const int8_t *row, uint64_t feature) { return (uint8_t)row[LT_TAG_OUTSIDE] == lt_tag_check(feature); }

#ifdef __SSE2__
/* Sixteen weights are added as eight lanes of 16 bits, twice: those at even places and those at odd ones. */
static void sum_rows(const uint64_t feature[LT_TAG_TEMPLATES], const int8_t *const rows[LT_TAG_TEMPLATES], int16_t sum[LT_TAG_ROW]) {
  static const int8_t masks[2][LT_TAG_ROW] = {{0}, {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0}};
  __m128i even = _mm_setzero_si128(), odd = even;
  for (unsigned t = 0; t < LT_TAG_TEMPLATES; t++) {
    __m128i mask = _mm_loadu_si128((const __m128i *)masks[is_own(rows[t], feature[t])]);
    __m128i row = _mm_and_si128(_mm_loadu_si128((const __m128i *)rows[t]), mask);
    even = _mm_add_epi16(even, _mm_srai_epi16(_mm_slli_epi16(row, 8), 8));
    odd = _mm_add_epi16(odd, _mm_srai_epi16(row, 8));
  }
  _mm_storeu_si128((__m128i *)sum, _mm_unpacklo_epi16(even, odd));
  _mm_storeu_si128((__m128i *)(sum + 8), _mm_unpackhi_epi16(even, odd));
}
#else
static void sum_rows(const uint64_t feature[LT_TAG_TEMPLATES], const int8_t *const rows[LT_TAG_TEMPLATES], int16_t sum[LT_TAG_ROW]) {
  for (unsigned l = 0; l < LT_TAG_ROW; l++) sum[l] = 0;
  for (unsigned t = 0; t < LT_TAG_TEMPLATES; t++) {
    int mask = -is_own(rows[t], feature[t]);
    for (unsigned l = 0; l < LT_TAG_OUTSIDE; l++) sum[l] = (int16_t)(sum[l] + (rows[t][l] & mask));
  }
}
#endif

static int32_t greater(int32_t a, int32_t b) { return a > b ? a : b; }

static int32_t best_last(const int32_t at[LT_TAG_LABELS]) {
  int32_t best = IMPOSSIBLE;
  for (unsigned k = 0; k < K; k++) best = greater(best, at[LT_TAG_LAST(k)]);
  return best;
}

/* From the labels of one character to those of the next; O is kept at 0, as only differences count. */
static void step_forward(const lt_tag_steps *steps, const int16_t score[LT_TAG_ROW], const int32_t from[LT_TAG_LABELS], int32_t to[LT_TAG_LABELS]) {
  int32_t outside = from[LT_TAG_OUTSIDE], last = best_last(from), base = greater(outside, last);
  for (unsigned k = 0; k < K; k++) {
    int32_t first = from[LT_TAG_FIRST(k)], inner = from[LT_TAG_INNER(k)];
    to[LT_TAG_FIRST(k)] = score[LT_TAG_FIRST(k)] - base + greater(outside + steps->outside_first[k], last + steps->last_first[k]);
    to[LT_TAG_INNER(k)] = score[LT_TAG_INNER(k)] - base + greater(first + steps->first_inner[k], inner + steps->inner_inner[k]);
    to[LT_TAG_LAST(k)] = score[LT_TAG_LAST(k)] - base + greater(first + steps->first_last[k], inner + steps->inner_last[k]);
  }
  to[LT_TAG_OUTSIDE] = 0;
}

static void step_backward(const lt_tag_steps *steps, const int16_t score[LT_TAG_ROW], const int32_t next[LT_TAG_LABELS], int32_t to[LT_TAG_LABELS]) {
  int32_t after_outside = next[LT_TAG_OUTSIDE], after_last = next[LT_TAG_OUTSIDE];
  for (unsigned k = 0; k < K; k++) {
    int32_t first = score[LT_TAG_FIRST(k)] + next[LT_TAG_FIRST(k)];
    after_outside = greater(after_outside, first + steps->outside_first[k]);
    after_last = greater(after_last, first + steps->last_first[k]);
  }
  for (unsigned k = 0; k < K; k++) {
    int32_t inner = score[LT_TAG_INNER(k)] + next[LT_TAG_INNER(k)], last = score[LT_TAG_LAST(k)] + next[LT_TAG_LAST(k)];
    to[LT_TAG_FIRST(k)] = greater(inner + steps->first_inner[k], last + steps->first_last[k]) - after_outside;
    to[LT_TAG_INNER(k)] = greater(inner + steps->inner_inner[k], last + steps->inner_last[k]) - after_outside;
    to[LT_TAG_LAST(k)] = after_last - after_outside;
  }
  to[LT_TAG_OUTSIDE] = 0;
}

static void search_forward(lt_tagger *t) {
  int32_t start[LT_TAG_LABELS];
  for (unsigned l = 0; l < LT_TAG_LABELS; l++) start[l] = IMPOSSIBLE;
  start[LT_TAG_OUTSIDE] = 0;
  for (uint32_t i = 0; i < t->view.length; i++) step_forward(&t->model->steps, t->score[i], i ? t->before[i - 1] : start, t->before[i]);
}

static void search_backward(lt_tagger *t) {
  uint32_t i = t->view.length - 1;
  for (unsigned l = 0; l < LT_TAG_LABELS; l++) t->after[i][l] = l >= LT_TAG_LAST(0) ? 0 : IMPOSSIBLE;
  while (i-- > 0) step_backward(&t->model->steps, t->score[i + 1], t->after[i + 1], t->after[i]);
}

/* The label before `label` on the best way to it at place i. */
static unsigned label_before(const lt_tagger *t, uint32_t i, unsigned label) {
  const lt_tag_steps *s = &t->model->steps;
  const int32_t *from = t->before[i - 1];
  unsigned k = label % K, last = LT_TAG_LAST(0);
  if (label < LT_TAG_LAST(0) + K && label >= LT_TAG_INNER(0)) {
    bool is_last = label >= LT_TAG_LAST(0);
    int32_t first = from[LT_TAG_FIRST(k)] + (is_last ? s->first_last[k] : s->first_inner[k]);
    int32_t inner = from[LT_TAG_INNER(k)] + (is_last ? s->inner_last[k] : s->inner_inner[k]);
    return first >= inner ? LT_TAG_FIRST(k) : LT_TAG_INNER(k);
  }
  for (unsigned j = 1; j < K; j++) if (from[LT_TAG_LAST(j)] > from[last]) last = LT_TAG_LAST(j);
  bool starts = label != LT_TAG_OUTSIDE;
  return from[LT_TAG_OUTSIDE] + (starts ? s->outside_first[k] : 0) >= from[last] + (starts ? s->last_first[k] : 0) ? LT_TAG_OUTSIDE : last;
}

static int32_t lead(const lt_tagger *t, uint32_t i, unsigned label) {
  int32_t other = IMPOSSIBLE;
  for (unsigned l = 0; l < LT_TAG_LABELS; l++) if (l != label) other = greater(other, t->before[i][l] + t->after[i][l]);
  return t->before[i][label] + t->after[i][label] - other;
}

static int32_t margin_of(const lt_tagger *t, uint32_t first, uint32_t last, unsigned kind) {
  int32_t begin = lead(t, first, LT_TAG_FIRST(kind)), end = lead(t, last, LT_TAG_LAST(kind));
  return begin < end ? begin : end;
}

/* Walks the best labelling back from the end and adds its names; they come out last first. */
static void collect(lt_tagger *t, lt_arena *arena, uint32_t offset, lt_tagged_names *names) {
  uint32_t last = 0;
  bool searched = false;
  unsigned label = LT_TAG_OUTSIDE;
  for (unsigned k = 0; k < K; k++) if (t->before[t->view.length - 1][LT_TAG_LAST(k)] > t->before[t->view.length - 1][label]) label = LT_TAG_LAST(k);
  for (uint32_t i = t->view.length - 1;; i--) {
    if (label != LT_TAG_OUTSIDE && label >= LT_TAG_LAST(0)) last = i;
    if (label < K) {
      if (!searched) search_backward(t);
      searched = true;
      *LT_PUSH(arena, names) = (lt_tagged){{offset + i, offset + last + 1}, lt_tag_kind(label), margin_of(t, i, last, label)};
    }
    if (i == 0) break;
    label = label_before(t, i, label);
  }
}

static void put_in_order(lt_tagged_names *names, uint32_t from) {
  if (names->count == 0) return;
  for (uint32_t i = from, j = names->count - 1; i < j; i++, j--) {
    lt_tagged kept = names->at[i];
    names->at[i] = names->at[j];
    names->at[j] = kept;
  }
}

/* The labelling of a piece whose scores are in. */
static void search(lt_tagger *t, lt_arena *arena, uint32_t offset, lt_tagged_names *names) {
  uint32_t from = names->count;
  search_forward(t);
  collect(t, arena, offset, names);
  put_in_order(names, from);
}

void lt_tagger_label(lt_tagger *t, const uint64_t *features, uint32_t length, lt_arena *arena, lt_tagged_names *names) {
  const int8_t *rows[LT_TAG_TEMPLATES];
  t->view.length = length < LONGEST_PIECE ? length : LONGEST_PIECE;
  for (uint32_t i = 0; i < t->view.length; i++, features += LT_TAG_TEMPLATES) {
    find_rows(t->model, features, rows);
    sum_rows(features, rows, t->score[i]);
  }
  if (t->view.length) search(t, arena, 0, names);
}

static void score_piece(lt_tagger *t) {
  uint64_t feature[2][LT_TAG_TEMPLATES]; /* of this place and of the next */
  const int8_t *rows[2][LT_TAG_TEMPLATES];
  for (uint32_t i = 0; i <= t->view.length; i++) {
    if (i < t->view.length) {
      lt_tag_features(&t->view, i, feature[i % 2]);
      find_rows(t->model, feature[i % 2], rows[i % 2]);
    }
    if (i > 0) sum_rows(feature[(i - 1) % 2], rows[(i - 1) % 2], t->score[i - 1]);
  }
}

static void read_piece(lt_tagger *t, const lt_reading *r, lt_span piece, lt_tagged_names *names) {
  lt_tag_view_fill(&t->view, r, piece);
  score_piece(t);
  search(t, r->arena, piece.begin, names);
}

void lt_tagger_read(lt_tagger *t, const lt_reading *r, lt_span sentence, lt_tagged_names *names) {
  while (sentence.begin < sentence.end) {
    uint32_t end = lt_span_length(sentence) > LONGEST_PIECE ? sentence.begin + LONGEST_PIECE : sentence.end;
    read_piece(t, r, (lt_span){sentence.begin, end}, names);
    sentence.begin = end;
  }
}
