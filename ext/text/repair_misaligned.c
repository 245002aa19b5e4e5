/* GBK text that was read one byte off: 容易?;ヂ?lián)網 → 容易。互聯網.
**
** A converter searched bytes for two-byte characters without minding where characters begin, put glosses behind what it found and cut
** the text there. A hit across two characters parts them: the first half is lost as "?", and what follows is read one byte late until
** another hit, or a byte below 0x80, brings reader and text together again. Inside such a run nothing is lost: every character goes
** back to its two bytes, and they pair up one byte later.
**
** From a "?" on, the raw characters are read left to right in all ways that explain them (misaligned_rules.c), the best few of which
** are kept at each place (a beam). A model of characters says how likely the text is that each way gives; the reading ends when all
** ways are aligned again. Damage must explain better than a "?" that is right by a margin, so text that is right stays as it is.
**
** EDGE: a text that ends in the middle of a run drops the half character there.
**
** Limits: what context must choose is chosen by pairs of characters; it is told as doubtful (doubt.h). The work is bounded by the
** length of the text, whatever stands in it. */
#include "base/char.h"
#include "text/character_model.h"
#include "text/gbk.h"
#include "text/misaligned.h"
#include "text/repair.h"
#include "text/repair_gloss.h"
#include "text/variant.h"

enum {
  BEAM = 160,        /* a way this much dearer than the best at its place is given up */
  MARGIN = 25,       /* by how much damage must explain better than text that is right */
  NEAR_BEST = 60,    /* ways this near the best at a place are tried for dropped pairs */
  HALF_AT_END = 10,
  SETTLED = 3,       /* aligned characters behind a run that say which way was right */
  EFFORT = 12,       /* steps per character of the text */
  EFFORT_ANYWAY = 1 << 18
};

static bool is_same(const lt_way *a, const lt_way *b) {
  return a->pending == b->pending && a->last == b->last && a->code == b->code && a->is_changed == b->is_changed;
}

void lt_lattice_add(lt_lattice *l, uint32_t place, const lt_way *way) {
  if (place > l->length) return;
  lt_way *first = &l->ways[place * LT_WIDTH], *worst = first;
  int32_t best = INT32_MAX;
  for (uint32_t i = 0; i < l->counts[place]; i++) {
    if (is_same(&first[i], way)) {
      if (way->cost < first[i].cost) first[i] = *way;
      return;
    }
    if (first[i].cost > worst->cost) worst = &first[i];
    if (first[i].cost < best) best = first[i].cost;
  }
  if (l->counts[place] && way->cost - BEAM > best && way->is_changed) return;
  if (place > l->furthest) l->furthest = (uint16_t)place;
  if (l->counts[place] < LT_WIDTH) first[l->counts[place]++] = *way;
  else if (way->cost < worst->cost) *worst = *way;
}

static bool has_pending(const lt_lattice *l, uint32_t place) {
  for (uint32_t i = 0; i < l->counts[place]; i++) {
    if (l->ways[place * LT_WIDTH + i].pending) return true;
  }
  return false;
}

static int32_t best_cost(const lt_lattice *l, uint32_t place) {
  int32_t best = INT32_MAX - NEAR_BEST;
  for (uint32_t i = 0; i < l->counts[place]; i++) {
    if (l->ways[place * LT_WIDTH + i].cost < best) best = l->ways[place * LT_WIDTH + i].cost;
  }
  return best;
}

/* Reads on until all ways are aligned and have seen what follows; the place reached. */
static uint32_t explore(lt_lattice *l) {
  uint32_t aligned = 0, place = 0;
  for (; place < l->length; place++) {
    lt_char c = lt_lattice_unit(l, place);
    bool is_over = place >= l->furthest && !has_pending(l, place);
    aligned = is_over && !lt_is_lost(c) ? aligned + 1 : 0;
    if (is_over && place && (aligned > SETTLED || c == '\n')) break;
    int32_t best = best_cost(l, place);
    for (uint32_t i = 0; i < l->counts[place]; i++) {
      const lt_way *from = &l->ways[place * LT_WIDTH + i];
      if (c != '\n' || from->pending == 0) lt_misaligned_expand(l, from, place, from->cost <= best + NEAR_BEST);
    }
  }
  return place;
}

/* EDGE */
static int32_t cost_at_end(const lt_lattice *l, const lt_way *w, uint32_t place) {
  int32_t cost = w->cost + (w->is_changed ? MARGIN : 0);
  bool is_end = l->ends_text && place == l->length;
  if (is_end) cost += lt_model_cost(w->last, '\n');
  if (w->pending == 0) return cost;
  return is_end ? cost + HALF_AT_END : INT32_MAX;
}

/* The best way at a place, NULL where none ends there. */
static const lt_way *choose(const lt_lattice *l, uint32_t place) {
  const lt_way *best = NULL;
  int32_t best_cost = INT32_MAX;
  for (uint32_t i = 0; i < l->counts[place]; i++) {
    const lt_way *w = &l->ways[place * LT_WIDTH + i];
    int32_t cost = cost_at_end(l, w, place);
    if (cost < best_cost) best = w, best_cost = cost;
  }
  return best;
}

/* How long ago a mark was opened that is not closed yet, on the same line and near; 0 where none is. */
static uint32_t open_since(const lt_units *units, uint32_t at, lt_char opens, lt_char closes) {
  enum { NEAR = 300 };
  for (uint32_t i = at; i > 0 && at - i < NEAR; i--) {
    lt_char c = units->at[i - 1];
    if (c == closes || c == '\n') return 0;
    if (c == opens) return at - i + 1;
  }
  return 0;
}

/* A page that shows private characters has dropped none. */
static bool shows_private(const lt_units *units) {
  for (uint32_t i = 0; i < units->marks.count; i++) {
    lt_char c = units->at[units->marks.at[i].place];
    if (c >= 0xE000 && c <= 0xF8FF) return true;
  }
  return false;
}

static void start(lt_lattice *l, const lt_writer *w, const lt_mark *mark) {
  uint32_t at = mark->place;
  lt_char before = lt_writer_stored_before(w, mark);
  l->at = at;
  l->length = lt_units_stored(w->units, mark->byte, l->stored, LT_SPAN);
  l->effort = 0;
  l->ends_text = at + l->length == w->units->length;
  l->in_title = open_since(w->units, at, u'《', u'》') > 0;
  l->quotation = open_since(w->units, at, u'“', u'”');
  l->was_converted = w->text->repairs.count > 0;
  l->pairs_dropped = !shows_private(w->units);
  l->furthest = 0;
  memset(l->counts, 0, sizeof l->counts);
  lt_way first = {.parent = LT_NO_WAY, .last = lt_variant_normal(before), .code = lt_gbk_bytes(before), .is_literal = true};
  lt_lattice_add(l, 0, &first);
}

/* The damaged stretch that is being written. */
typedef struct stretch {
  uint32_t from, until, count;
} stretch;

static void tell(lt_writer *w, stretch *s) {
  if (s->until > s->from) lt_writer_tell(w, LT_REPAIR_MISALIGNED, s->from, s->until, s->count);
  *s = (stretch){0, 0, 0};
}

static void write_step(lt_writer *w, const lt_lattice *l, const lt_way *step, uint32_t until, stretch *s) {
  uint32_t from = l->at + step->begin;
  if (step->is_literal) {
    tell(w, s);
    const lt_mark *mark = lt_is_lost(w->units->at[from]) ? NULL : lt_units_mark(w->units, from);
    if (mark) lt_repair_mark(w, mark);
    return;
  }
  if (s->until == 0) s->from = from;
  s->until = l->at + until;
  lt_writer_skip(w, from, s->until);
  for (uint32_t i = 0; i < step->count; i++, s->count++) {
    const lt_written *o = &step->out[i];
    lt_writer_put(w, o->c, l->at + o->from, l->at + o->until);
    if (o->doubt != LT_DOUBT_NONE) *LT_PUSH(w->text->arena, &w->text->doubts) = (lt_doubt){w->length - 1, (lt_doubt_level)o->doubt};
  }
}

static void write_way(lt_writer *w, const lt_lattice *l, const lt_way *last, uint32_t place) {
  uint16_t steps[LT_SPAN + 1];
  uint32_t count = 0;
  for (const lt_way *s = last; s->parent != LT_NO_WAY && count < LT_SPAN; s = &l->ways[s->parent]) steps[count++] = (uint16_t)(s - l->ways);
  stretch s = {0, 0, 0};
  while (count > 0) {
    const lt_way *step = &l->ways[steps[--count]];
    write_step(w, l, step, count ? l->ways[steps[count - 1]].begin : place, &s);
  }
  tell(w, &s);
}

/* Can a lost byte have stood here? Then a cut or the rest of a gloss follows, or in a title the other half of a word. */
static bool may_be_lost(const lt_writer *w, const lt_mark *mark) {
  const lt_char *p = w->units->at + mark->place;
  lt_pinyin pinyin;
  if (lt_writer_before(w, mark->place, 1) < 0x80 && p[1] < 0x80) return false;
  if (lt_is_usual_cut(p[1]) || (lt_char_is_han(p[1]) && open_since(w->units, mark->place, u'《', u'》'))) return true;
  return lt_char_is_letter(p[1]) && lt_gloss_tail((lt_slice){p + 1, w->units->length - mark->place - 1}, &pinyin) > 0;
}

bool lt_repair_misaligned(lt_writer *w, const lt_mark *mark) {
  lt_lattice l;
  if (!may_be_lost(w, mark) || w->effort > EFFORT * (uint64_t)w->units->length + EFFORT_ANYWAY) return false;
  start(&l, w, mark);
  uint32_t place = explore(&l);
  const lt_way *best = choose(&l, place);
  w->effort += l.effort;
  if (!best || !best->is_changed) return false;
  write_way(w, &l, best, place);
  return true;
}
