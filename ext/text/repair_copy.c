/* Each line with a twin is laid beside it. Where the two differ and one is more damaged than the other, as its characters and
** doubts tell, the better text is written into both; of two that are damaged alike the likelier. Where neither is damaged the page says
** two things, and both stay.
** Limits: of several copies each is compared with the first only. */
#include "text/repair_copy.h"

#include <stdlib.h>

#include "text/align.h"
#include "text/character_model.h"
#include "text/edit.h"
#include "text/twin.h"

typedef struct healer {
  lt_text *text;
  lt_edits edits; /* not yet in order */
} healer;

static lt_span moved(lt_span where, uint32_t by) { return (lt_span){where.begin + by, where.end + by}; }

static void replace(healer *h, lt_span bad, lt_span good) {
  lt_edits_add(h->text->arena, &h->edits, bad.begin, bad.end, lt_text_cut(h->text, good));
}

/* How dear a text is between what stands around a place. */
static int64_t cost_between(const lt_text *text, lt_span around, lt_span put) {
  lt_char last = around.begin ? text->clean[around.begin - 1] : '\n';
  int64_t cost = 0;
  for (uint32_t i = put.begin; i < put.end; last = text->clean[i++]) cost += lt_model_cost(last, text->clean[i]);
  return cost + lt_model_cost(last, around.end < text->length ? text->clean[around.end] : '\n');
}

/* Is what stands here worse than what stands there? */
static bool is_worse(const lt_text *text, lt_span here, lt_doubt_level damage_here, lt_span there, lt_doubt_level damage_there) {
  if (damage_here != damage_there) return damage_here > damage_there;
  return damage_here && cost_between(text, here, here) > cost_between(text, here, there);
}

static void compare(healer *h, lt_span a, lt_span b) {
  lt_differences differences = {0};
  lt_slice x = lt_text_cut(h->text, a), y = lt_text_cut(h->text, b);
  if (lt_slice_equals(x, y) || !lt_align(h->text->arena, x, y, x.length + y.length, &differences)) return;
  for (uint32_t i = 0; i < differences.count; i++) {
    lt_span here = moved(differences.at[i].a, a.begin), there = moved(differences.at[i].b, b.begin);
    lt_doubt_level damage_here = lt_damage_in(h->text, here), damage_there = lt_damage_in(h->text, there);
    if (is_worse(h->text, here, damage_here, there, damage_there)) replace(h, here, there);
    else if (is_worse(h->text, there, damage_there, here, damage_here)) replace(h, there, here);
  }
}

static int by_place(const void *a, const void *b) {
  const lt_edit *x = a, *y = b;
  if (x->cut.begin != y->cut.begin) return x->cut.begin < y->cut.begin ? -1 : 1;
  return (x->cut.end > y->cut.end) - (x->cut.end < y->cut.end);
}

/* The first line may have been healed from several copies: what overlaps an earlier edit is left out. */
static void put_in_order(lt_edits *edits) {
  uint32_t kept = 0;
  qsort(edits->at, edits->count, sizeof *edits->at, by_place);
  for (uint32_t i = 0; i < edits->count; i++) {
    bool free_place = kept == 0 || edits->at[kept - 1].cut.end <= edits->at[i].cut.begin;
    if (free_place) edits->at[kept++] = edits->at[i];
  }
  edits->count = kept;
}

static void drop_doubts(lt_text *text, const lt_edits *edits) {
  uint32_t kept = 0, edit = 0;
  for (uint32_t i = 0; i < text->doubts.count; i++) {
    lt_doubt doubt = text->doubts.at[i];
    while (edit < edits->count && edits->at[edit].cut.end <= doubt.clean) edit++;
    bool healed = edit < edits->count && edits->at[edit].cut.begin <= doubt.clean;
    if (!healed) text->doubts.at[kept++] = doubt;
  }
  text->doubts.count = kept;
}

static int by_raw(const void *a, const void *b) {
  const lt_repair *x = a, *y = b;
  if (x->raw != y->raw) return x->raw < y->raw ? -1 : 1;
  if (x->raw_end != y->raw_end) return x->raw_end > y->raw_end ? -1 : 1;
  return (int)x->kind - (int)y->kind;
}

static void tell_repairs(lt_text *text, const lt_edits *edits) {
  for (uint32_t i = 0; i < edits->count; i++) {
    lt_span raw = lt_text_raw(text, edits->at[i].cut);
    *LT_PUSH(text->arena, &text->repairs) = (lt_repair){LT_REPAIR_COPY, raw.begin, raw.end, edits->at[i].cut};
  }
  qsort(text->repairs.at, text->repairs.count, sizeof *text->repairs.at, by_raw);
}

void lt_copies_heal(lt_text *text) {
  healer h = {.text = text};
  lt_twins_find(text);
  for (uint32_t i = 0; i < text->lines.count; i++) {
    uint32_t twin = text->lines.at[i].twin;
    if (twin) compare(&h, text->lines.at[twin - 1].span, text->lines.at[i].span);
  }
  if (h.edits.count == 0) return;
  put_in_order(&h.edits);
  drop_doubts(text, &h.edits);
  tell_repairs(text, &h.edits);
  lt_text_edit(text, &h.edits);
}
