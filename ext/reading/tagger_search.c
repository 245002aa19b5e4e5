/* Viterbi's search in both directions: forward for the best labelling, backward, where it has names, to learn their margins.
**
** Steps are few (a name is B E or B I … I E, whole), so a character costs a handful of additions for all kinds of names at once.
** Whole numbers throughout, and sums that stop at the ends of their range: the same labelling on every machine. */
#include "reading/tagger_search.h"

enum { K = LT_TAG_KINDS, FIRST = 0, INNER = 1, LAST = 2, LOWEST = INT16_MIN };

/* As in lt_tag_steps. */
enum { OUTSIDE_FIRST, LAST_FIRST, FIRST_INNER, INNER_INNER, FIRST_LAST, INNER_LAST, STEPS };

bool lt_tag_lattice_open(lt_tag_lattice *l, const lt_tag_steps *steps, lt_arena *arena, uint32_t longest) {
  const int16_t *const from[STEPS] = {steps->outside_first, steps->last_first, steps->first_inner, steps->inner_inner, steps->first_last, steps->inner_last};
  l->score = lt_arena_block(arena, (longest + UINT64_C(1)) * sizeof *l->score); /* one more: lanes are read past a row's end */
  l->before = lt_arena_block(arena, longest * sizeof *l->before);
  l->after = lt_arena_block(arena, longest * sizeof *l->after);
  l->ended = lt_arena_block(arena, longest * sizeof *l->ended);
  if (!l->score || !l->before || !l->after || !l->ended) return false;
  for (unsigned s = 0; s < STEPS; s++) {
    for (unsigned k = 0; k < LT_LANES; k++) l->steps[s][k] = k < K ? from[s][k] : LOWEST;
  }
  return true;
}

static lt_lanes score_of(const lt_tag_lattice *l, uint32_t i, unsigned part) { return lt_lanes_load(l->score[i] + part * K); }

static lt_lanes step(const lt_tag_lattice *l, lt_lanes from, unsigned which) { return lt_lanes_add(from, lt_lanes_load(l->steps[which])); }

static int16_t at_least_0(int16_t x) { return x > 0 ? x : 0; }

static void store(lt_tag_state *to, lt_lanes first, lt_lanes inner, lt_lanes last) {
  lt_lanes_store(to->part[FIRST], first);
  lt_lanes_store(to->part[INNER], inner);
  lt_lanes_store(to->part[LAST], last);
}

/* O is kept at 0, as only differences count. */
static void search_forward(lt_tag_lattice *l) {
  lt_lanes first = lt_lanes_of(LOWEST), inner = first, last = first;
  for (uint32_t i = 0; i < l->length; i++) {
    int16_t ended = lt_lanes_highest(last);
    lt_lanes base = lt_lanes_of(at_least_0(ended));
    lt_lanes begun = lt_lanes_max(lt_lanes_load(l->steps[OUTSIDE_FIRST]), step(l, lt_lanes_of(ended), LAST_FIRST));
    lt_lanes gone_on = lt_lanes_max(step(l, first, FIRST_INNER), step(l, inner, INNER_INNER));
    lt_lanes closed = lt_lanes_max(step(l, first, FIRST_LAST), step(l, inner, INNER_LAST));
    first = lt_lanes_add(lt_lanes_subtract(score_of(l, i, FIRST), base), begun);
    inner = lt_lanes_add(lt_lanes_subtract(score_of(l, i, INNER), base), gone_on);
    last = lt_lanes_add(lt_lanes_subtract(score_of(l, i, LAST), base), closed);
    store(&l->before[i], first, inner, last);
    l->ended[i] = lt_lanes_highest(last) > 0;
  }
}

static void search_backward(lt_tag_lattice *l) {
  lt_lanes first = lt_lanes_of(LOWEST), inner = first, last = lt_lanes_of(0);
  uint32_t i = l->length - 1;
  store(&l->after[i], first, inner, last);
  while (i-- > 0) {
    first = lt_lanes_add(score_of(l, i + 1, FIRST), first);
    inner = lt_lanes_add(score_of(l, i + 1, INNER), inner);
    last = lt_lanes_add(score_of(l, i + 1, LAST), last);
    int16_t outside = at_least_0(lt_lanes_highest(step(l, first, OUTSIDE_FIRST)));
    lt_lanes base = lt_lanes_of(outside), ended = lt_lanes_of(at_least_0(lt_lanes_highest(step(l, first, LAST_FIRST))));
    lt_lanes begun = lt_lanes_max(step(l, inner, FIRST_INNER), step(l, last, FIRST_LAST));
    lt_lanes gone_on = lt_lanes_max(step(l, inner, INNER_INNER), step(l, last, INNER_LAST));
    first = lt_lanes_subtract(begun, base);
    inner = lt_lanes_subtract(gone_on, base);
    last = lt_lanes_subtract(ended, base);
    store(&l->after[i], first, inner, last);
  }
}

static int32_t worth(const lt_tag_state *state, unsigned label) { return label == LT_TAG_OUTSIDE ? 0 : state->part[label / K][label % K]; }

/* The kind of name that had best end here. */
static unsigned best_last(const lt_tag_state *state) {
  unsigned best = 0;
  for (unsigned k = 1; k < K; k++) if (state->part[LAST][k] > state->part[LAST][best]) best = k;
  return LT_TAG_LAST(best);
}

/* The best label at a place that O, or nothing, follows. */
static unsigned label_left_alone(const lt_tag_lattice *l, uint32_t i) { return l->ended[i] ? best_last(&l->before[i]) : LT_TAG_OUTSIDE; }

/* The label before `label` on the best way to it at place i. */
static unsigned label_before(const lt_tag_lattice *l, uint32_t i, unsigned label) {
  if (label == LT_TAG_OUTSIDE) return label_left_alone(l, i - 1);
  const lt_tag_state *from = &l->before[i - 1];
  unsigned k = label % K;
  if (label >= LT_TAG_INNER(0)) {
    bool is_last = label >= LT_TAG_LAST(0);
    int32_t first = from->part[FIRST][k] + l->steps[is_last ? FIRST_LAST : FIRST_INNER][k];
    int32_t inner = from->part[INNER][k] + l->steps[is_last ? INNER_LAST : INNER_INNER][k];
    return first >= inner ? LT_TAG_FIRST(k) : LT_TAG_INNER(k);
  }
  unsigned last = best_last(from);
  return l->steps[OUTSIDE_FIRST][k] >= worth(from, last) + l->steps[LAST_FIRST][k] ? LT_TAG_OUTSIDE : last;
}

static int32_t lead(const lt_tag_lattice *l, uint32_t i, unsigned label) {
  int32_t other = 2 * LOWEST;
  for (unsigned x = 0; x < LT_TAG_LABELS; x++) {
    int32_t sum = worth(&l->before[i], x) + worth(&l->after[i], x);
    if (x != label && sum > other) other = sum;
  }
  return worth(&l->before[i], label) + worth(&l->after[i], label) - other;
}

static int32_t margin_of(const lt_tag_lattice *l, uint32_t first, uint32_t last, unsigned kind) {
  int32_t begin = lead(l, first, LT_TAG_FIRST(kind)), end = lead(l, last, LT_TAG_LAST(kind));
  return begin < end ? begin : end;
}

/* Walks the best labelling back from the end and adds its names; they come out last first. */
static void collect(lt_tag_lattice *l, lt_arena *arena, uint32_t offset, lt_tagged_names *names) {
  uint32_t last = 0;
  bool searched = false;
  unsigned label = label_left_alone(l, l->length - 1);
  for (uint32_t i = l->length - 1;; i--) {
    if (label >= LT_TAG_LAST(0) && label != LT_TAG_OUTSIDE) last = i;
    if (label < LT_TAG_INNER(0)) {
      if (!searched) search_backward(l);
      searched = true;
      *LT_PUSH(arena, names) = (lt_tagged){{offset + i, offset + last + 1}, lt_tag_kind(label), margin_of(l, i, last, label)};
    }
    if (i == 0) break;
    label = label_before(l, i, label);
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

void lt_tag_search(lt_tag_lattice *l, lt_arena *arena, uint32_t offset, lt_tagged_names *names) {
  uint32_t from = names->count;
  if (l->length == 0) return;
  memset(l->score[l->length], 0, sizeof *l->score);
  search_forward(l);
  collect(l, arena, offset, names);
  put_in_order(names, from);
}
