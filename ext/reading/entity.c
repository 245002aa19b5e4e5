/* The entity stage: finders bring candidates, the winners become mentions, and mentions of one name become one entity.
**
**   ENTITY-1  forms of one name of the vocabulary are one entity, under its canonical name
**   ENTITY-2  forms that the article says are one are one entity, under the form given first, or the vocabulary's
**   ENTITY-3  Latin forms that differ in case, spaces and hyphens alone are one entity: GPT4-Turbo, GPT-4 Turbo
**   ENTITY-4  a firm's name without its last part is the firm: 望舟 beside 望舟科技
**   ENTITY-5  and half of four characters, of a name that no list has: 望舟 beside 望舟跃动 */
#include "reading/entity.h"

#include "base/char.h"
#include "reading/camp.h"
#include "reading/finder.h"
#include "reading/group.h"
#include "reading/model_version.h"
#include "reading/role.h"

/* ENTITY-3: the form without what writers vary. */
static lt_slice plain_form(lt_arena *arena, lt_slice form) {
  lt_char *out = lt_arena_block(arena, form.length * sizeof *out + 1);
  if (out == NULL) return form;
  uint32_t n = 0;
  for (uint32_t i = 0; i < form.length; i++) {
    if (form.at[i] != ' ' && form.at[i] != '-' && form.at[i] != '_') out[n++] = lt_char_lower(form.at[i]);
  }
  return (lt_slice){out, n};
}

/* Forms → entities: open addressing, as large as twice the mentions. */
typedef struct linker {
  lt_reading *r;
  struct { lt_slice form; uint32_t entity; bool model; } *slots; /* a firm and its model may bear one name: DeepSeek */
  uint32_t mask;
} linker;

static uint32_t hash(lt_slice s) {
  uint32_t h = 2166136261u;
  for (uint32_t i = 0; i < s.length; i++) h = (h ^ s.at[i]) * 16777619u;
  return h ^ h >> 15;
}

static uint32_t slot_of(const linker *l, lt_slice form, lt_name_kind kind) {
  uint32_t i = hash(form) & l->mask;
  bool model = kind == LT_NAME_MODEL;
  while (l->slots[i].form.at && !(l->slots[i].model == model && lt_slice_equals(l->slots[i].form, form))) i = (i + 1) & l->mask;
  l->slots[i].model = model;
  return i;
}

static bool linker_open(linker *l, lt_reading *r, uint32_t forms) {
  uint32_t size = 16;
  while (size / 2 < forms) size *= 2;
  l->r = r;
  l->mask = size - 1;
  l->slots = lt_arena_block(r->arena, (uint64_t)size * sizeof *l->slots);
  if (l->slots) memset(l->slots, 0, size * sizeof *l->slots);
  return l->slots != NULL;
}

static uint32_t new_entity(lt_reading *r, const lt_candidate *c, lt_slice surface) {
  lt_entity *e = LT_PUSH(r->arena, &r->entities);
  e->name = surface;
  e->kind = c->kind;
  e->known = c->lexicon_name != LT_NOT_KNOWN;
  e->lexicon_name = c->lexicon_name;
  e->first = c->span;
  e->sentence = lt_reading_sentence_of(r, c->span.begin);
  if (e->known) {
    lt_name name = lt_lexicon_name(r->lexicon, c->lexicon_name);
    e->name = name.name;
    if (name.kind == LT_NAME_COMPANY && name.fact.length) e->ticker = name.fact;
  }
  return r->entities.count - 1;
}

/* ENTITY-4: the name up to the suffix that ends it; empty if none does. */
static lt_slice stem_of(const lt_reading *r, lt_span name) {
  for (uint32_t i = lt_reading_cue_at(r, name.begin + 2); i < r->cues.count && r->cues.at[i].begin < name.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class == LT_CUE_NAME_SUFFIX && hit->begin + hit->length == name.end) return lt_reading_cut(r, (lt_span){name.begin, hit->begin});
  }
  return (lt_slice){r->text->clean + name.begin, 0};
}

/* ENTITY-5: half of a name of four characters. */
static lt_slice half_of(const lt_reading *r, lt_span name) {
  lt_slice text = lt_reading_cut(r, name);
  for (uint32_t i = 0; i < text.length; i++) {
    if (text.length != 4 || !lt_char_is_han(text.at[i])) return LT_NO_SLICE;
  }
  return (lt_slice){text.at, 2};
}

/* A shorter form leads to the entity too. */
static void add_short_form(linker *l, const lt_candidate *c, uint32_t entity) {
  if (c->kind != LT_NAME_COMPANY) return;
  lt_slice form = stem_of(l->r, c->span);
  if (form.length < 2 && c->lexicon_name == LT_NOT_KNOWN) form = half_of(l->r, c->span);
  if (form.length < 2) return;
  uint32_t slot = slot_of(l, plain_form(l->r->arena, form), c->kind);
  if (l->slots[slot].form.at) return;
  l->slots[slot].form = plain_form(l->r->arena, form);
  l->slots[slot].entity = entity;
}

static uint32_t entity_of(linker *l, const lt_candidate *c) {
  lt_reading *r = l->r;
  bool known = c->lexicon_name != LT_NOT_KNOWN;
  lt_slice surface = lt_reading_cut(r, c->span);
  lt_slice key = plain_form(r->arena, known ? lt_lexicon_name(r->lexicon, c->lexicon_name).name : surface);
  uint32_t slot = slot_of(l, key, c->kind);
  if (l->slots[slot].form.at == NULL) {
    l->slots[slot].form = key;
    l->slots[slot].entity = new_entity(r, c, surface);
    add_short_form(l, c, l->slots[slot].entity);
  }
  return l->slots[slot].entity;
}

static void add_mention(linker *l, const lt_candidate *c) {
  lt_reading *r = l->r;
  bool known = c->lexicon_name != LT_NOT_KNOWN;
  uint32_t entity = entity_of(l, c);
  r->entities.at[entity].mentions++;
  *LT_PUSH(r->arena, &r->mentions) = (lt_mention){c->span, entity, lt_reading_sentence_of(r, c->span.begin), known};
}

/* ENTITY-2: both forms lead to one entity before any mention is counted; a known second form brings its name. */
static void join_forms(linker *l, const lt_finder *f) {
  for (uint32_t i = 0; i < f->same.count; i++) {
    const lt_candidate *first = lt_candidate_before(f, f->same.at[i].first.end);
    if (first == NULL) continue;
    bool known = first->lexicon_name != LT_NOT_KNOWN;
    lt_slice name = known ? lt_lexicon_name(l->r->lexicon, first->lexicon_name).name : lt_reading_cut(l->r, first->span);
    uint32_t one = slot_of(l, plain_form(l->r->arena, name), first->kind);
    if (l->slots[one].form.at == NULL) {
      l->slots[one].form = plain_form(l->r->arena, name);
      l->slots[one].entity = new_entity(l->r, first, lt_reading_cut(l->r, first->span));
    }
    lt_slice other = plain_form(l->r->arena, lt_reading_cut(l->r, f->same.at[i].second));
    uint32_t two = slot_of(l, other, first->kind);
    if (l->slots[two].form.at == NULL) {
      l->slots[two].form = other;
      l->slots[two].entity = l->slots[one].entity;
    }
  }
}

/* Entities in order of first mention: ENTITY-2 made those with two forms before all others. */
static void put_in_order(lt_reading *r) {
  uint32_t *place = lt_arena_block(r->arena, (uint64_t)r->entities.count * sizeof *place);
  lt_entity *ordered = lt_arena_block(r->arena, (uint64_t)r->entities.count * sizeof *ordered);
  if (place == NULL || ordered == NULL) return;
  uint32_t count = 0;
  memset(place, 0xFF, r->entities.count * sizeof *place);
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    lt_mention *m = &r->mentions.at[i];
    if (place[m->entity] == UINT32_MAX) {
      ordered[count] = r->entities.at[m->entity];
      ordered[count].first = m->span;
      ordered[count].sentence = m->sentence;
      place[m->entity] = count++;
    }
    m->entity = place[m->entity];
  }
  r->entities.at = ordered;
  r->entities.count = r->entities.capacity = count;
}

static void find_candidates(lt_finder *f) {
  if (f->r->with_tagger) lt_read_tagged(f);
  lt_find_known(f);
  lt_find_organizations(f);
  lt_find_lists(f);
  lt_find_people(f);
  lt_find_models(f);
  lt_find_groups(f);
  lt_find_tagged(f);
  lt_settle(f);
  lt_find_explained(f);
  lt_settle(f);
  if (f->tagged.count) {
    lt_find_voted(f);
    lt_settle(f);
  }
  if (lt_arena_failed(f->r->arena)) return; /* spans may be anybody's now */
  lt_find_aliases(f);
  lt_find_repeated(f);
  lt_settle(f);
  lt_find_bought(f);
  lt_find_shares(f);
  lt_settle(f);
}

void lt_entities_read(lt_reading *r) {
  lt_finder f = {.r = r};
  linker l;
  find_candidates(&f);
  if (lt_arena_failed(r->arena)) return;
  if (!linker_open(&l, r, 2 * (f.candidates.count + f.same.count))) return;
  join_forms(&l, &f);
  for (uint32_t i = 0; i < f.candidates.count; i++) { /* longer forms first, so that their shorter ones lead to them */
    const lt_candidate *c = &f.candidates.at[i];
    if (c->kind == LT_NAME_COMPANY && c->lexicon_name == LT_NOT_KNOWN && (stem_of(r, c->span).length > 1 || half_of(r, c->span).length)) entity_of(&l, c);
  }
  for (uint32_t i = 0; i < f.candidates.count; i++) add_mention(&l, &f.candidates.at[i]);
  put_in_order(r);
  lt_versions_read(r);
  lt_roles_read(r);
  lt_groups_read(r);
  lt_camps_read(r);
}
