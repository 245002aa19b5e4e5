/* See relator.h. Whatever is asked again and again is kept in a table, so that an article of a million names is read in a time
** that grows with it and no faster. */
#include "reading/relator.h"


/* Zeroed; NULL when memory ran out. */
static uint32_t *numbers(lt_arena *arena, uint32_t count) {
  uint32_t *block = lt_arena_block(arena, count * (uint64_t)sizeof *block);
  if (block) memset(block, 0, count * sizeof *block);
  return block;
}

static uint32_t power_above(uint32_t count) {
  uint32_t size = 16;
  while (size < count) size *= 2;
  return size;
}

static uint32_t hash_name(lt_slice name) {
  uint32_t h = 2166136261u;
  for (uint32_t i = 0; i < name.length; i++) h = (h ^ name.at[i]) * 16777619u;
  return h ^ h >> 15;
}

static bool is_named(const lt_entity *e, lt_slice name, bool model) { return (e->kind == LT_NAME_MODEL) == model && lt_slice_equals(e->name, name); }

static uint32_t *slot_named(const lt_relator *x, lt_slice name, bool model) {
  uint32_t i = (hash_name(name) + model) & x->named_mask;
  while (x->named[i] && !is_named(&x->r->entities.at[x->named[i] - 1], name, model)) i = (i + 1) & x->named_mask;
  return &x->named[i];
}

bool lt_relator_open(lt_relator *x, lt_reading *r) {
  uint32_t size = power_above(2 * r->entities.count);
  *x = (lt_relator){.r = r, .named_mask = size - 1, .hero = r->mentions.count};
  x->named = numbers(r->arena, size);
  x->makers = numbers(r->arena, r->entities.count + 1);
  x->last_joining = numbers(r->arena, r->entities.count + 1);
  if (lt_arena_failed(r->arena)) return false;
  for (uint32_t i = 0; i < r->entities.count; i++) {
    uint32_t *slot = slot_named(x, r->entities.at[i].name, r->entities.at[i].kind == LT_NAME_MODEL);
    if (*slot == 0) *slot = i + 1;
  }
  return true;
}

void lt_relator_turn_to(lt_relator *x, uint32_t sentence) {
  x->sentence = sentence;
  x->where = x->r->document->sentences.at[sentence].span;
  lt_units_of_sentence(x->r, sentence, &x->units);
}

static uint32_t entity_named(const lt_relator *x, lt_slice name, bool model) {
  uint32_t found = *slot_named(x, name, model);
  return found ? found - 1 : x->r->entities.count;
}

uint32_t lt_relator_player(const lt_relator *x, lt_slice name) { return entity_named(x, name, false); }

uint32_t lt_relator_model(const lt_relator *x, lt_slice name) { return entity_named(x, name, true); }

static bool goes_both_ways(lt_relation_kind kind) { return kind == LT_RELATION_PARTNERS_WITH || kind == LT_RELATION_COMPETES_WITH; }

static bool says_the_same(const lt_relation *a, lt_relation_kind kind, uint32_t subject, uint32_t object) {
  if (a->kind != kind) return false;
  return (a->subject == subject && a->object == object) || (goes_both_ways(kind) && a->subject == object && a->object == subject);
}

static uint32_t *slot_said(const lt_relator *x, lt_relation_kind kind, uint32_t subject, uint32_t object) {
  uint32_t low = subject < object ? subject : object, high = subject < object ? object : subject; /* one key for both ways */
  uint32_t h = ((low * 0x9E3779B1u) ^ high) * 0x85EBCA6Bu + (uint32_t)kind * 0xC2B2AE35u, i = (h ^ h >> 15) & x->said_mask;
  while (x->said[i] && !says_the_same(&x->r->relations.at[x->said[i] - 1], kind, subject, object)) i = (i + 1) & x->said_mask;
  return &x->said[i];
}

/* At most half of the table is taken. */
static bool make_room(lt_relator *x) {
  uint32_t count = x->r->relations.count;
  if (x->said && 2 * (count + 1) <= x->said_mask) return true;
  uint32_t size = power_above(4 * (count + 1));
  x->said = numbers(x->r->arena, size);
  x->said_mask = size - 1;
  for (uint32_t i = 0; x->said && i < count; i++) {
    const lt_relation *old = &x->r->relations.at[i];
    *slot_said(x, old->kind, old->subject, old->object) = i + 1;
  }
  return x->said != NULL;
}

void lt_relate_entities(lt_relator *x, lt_relation_kind kind, uint32_t subject, uint32_t object, lt_span where) {
  lt_reading *r = x->r;
  if (subject == object || !make_room(x)) return;
  uint32_t *slot = slot_said(x, kind, subject, object);
  if (*slot) return;
  *LT_PUSH(r->arena, &r->relations) = (lt_relation){subject, object, kind, lt_reading_sentence_of(r, where.begin), where};
  lt_making *making = LT_PUSH(r->arena, &x->makings);
  *slot = r->relations.count;
  if (kind != LT_RELATION_DEVELOPS) return;
  *making = (lt_making){x->makers[object], x->joining};
  x->makers[object] = r->relations.count;
}

bool lt_is_related(const lt_relator *x, lt_relation_kind kind, uint32_t subject, uint32_t object) {
  return x->said && *slot_said(x, kind, subject, object);
}

bool lt_share_makers(lt_relator *x, uint32_t like, uint32_t model, lt_span where) {
  uint32_t sentence = lt_reading_sentence_of(x->r, where.begin);
  for (uint32_t i = x->makers[like]; i; i = x->makings.at[i - 1].before) {
    lt_relation told = x->r->relations.at[i - 1];
    if (!x->makings.at[i - 1].joined || told.sentence == sentence) lt_relate_entities(x, LT_RELATION_DEVELOPS, told.subject, model, where);
  }
  return x->makers[like] != 0;
}

/* From the first of the two to the second; of those that stand in the sentence at hand where one does not (他加入了云桥科技). */
static lt_span around(const lt_relator *x, const lt_unit *a, const lt_unit *b) {
  lt_span span = {a->span.begin < b->span.begin ? a->span.begin : b->span.begin, a->span.end > b->span.end ? a->span.end : b->span.end};
  if (lt_span_covers(x->where, span)) return span;
  if (lt_span_covers(x->where, a->span)) return a->span;
  return lt_span_covers(x->where, b->span) ? b->span : span;
}

void lt_relate(lt_relator *x, lt_relation_kind kind, const lt_unit *subjects, const lt_unit *objects) {
  enum { DOZEN = 12 };
  lt_unit a = *subjects, b = *objects;
  if (lt_unit_count(&a) > DOZEN) a.last = a.first + DOZEN - 1;
  if (lt_unit_count(&b) > DOZEN) b.last = b.first + DOZEN - 1;
  for (uint32_t i = a.first; i <= a.last; i++) {
    for (uint32_t j = b.first; j <= b.last; j++) lt_relate_entities(x, kind, x->r->mentions.at[i].entity, x->r->mentions.at[j].entity, around(x, &a, &b));
  }
}

lt_char lt_char_before(const lt_relator *x, uint32_t place) { return place > x->where.begin ? x->r->text->clean[place - 1] : 0; }

bool lt_text_before(const lt_relator *x, uint32_t place, lt_slice word) {
  return place >= x->where.begin + word.length && lt_slice_equals(lt_reading_cut(x->r, (lt_span){place - word.length, place}), word);
}

bool lt_text_here(const lt_relator *x, uint32_t place, lt_slice word) {
  return place + word.length <= x->where.end && lt_slice_equals(lt_reading_cut(x->r, (lt_span){place, place + word.length}), word);
}

bool lt_stands_between(const lt_relator *x, uint32_t begin, uint32_t end, lt_char c) {
  return begin < end && lt_slice_index(lt_reading_cut(x->r, (lt_span){begin, end}), c) < end - begin;
}

static bool ends_clause(lt_char c) {
  return c == u'，' || c == ',' || c == u'；' || c == ';' || c == u'：' || c == ':' || c == u'。' || c == u'！' || c == u'？' || c == '\n';
}

enum { LINE = 120 };

uint32_t lt_clause_start(const lt_relator *x, uint32_t place) {
  uint32_t far = place > x->where.begin + LINE ? place - LINE : x->where.begin;
  while (place > far && !ends_clause(x->r->text->clean[place - 1])) place--;
  return place;
}

uint32_t lt_clause_end(const lt_relator *x, uint32_t place) {
  uint32_t far = place + LINE < x->where.end ? place + LINE : x->where.end;
  while (place < far && !ends_clause(x->r->text->clean[place])) place++;
  return place;
}

bool lt_is_in_name(const lt_relator *x, lt_span span) {
  uint32_t i = lt_reading_mention_at(x->r, span.begin);
  if (i < x->r->mentions.count && lt_span_covers(x->r->mentions.at[i].span, span)) return true;
  return i > 0 && x->r->mentions.at[i - 1].span.end > span.begin;
}

/* value 1: rumours, which need not stand right before the act */
bool lt_is_unreal(const lt_relator *x, uint32_t from, uint32_t act) {
  uint32_t far = act > x->where.begin + LINE ? act - LINE : x->where.begin;
  for (uint32_t i = lt_reading_cue_at(x->r, far); i < x->r->cues.count && x->r->cues.at[i].begin < act; i++) {
    const lt_hit *hit = &x->r->cues.at[i];
    if (hit->class != LT_CUE_UNREAL || lt_is_in_name(x, lt_hit_span(hit))) continue;
    if (hit->begin >= from || lt_reading_term(x->r, hit).value == 1) return true;
  }
  return false;
}
