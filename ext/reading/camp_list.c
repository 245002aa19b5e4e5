/* The camps found so far: looked up by what they mean, shown in the form used most. */
#include "base/char.h"
#include "reading/reading.h"
#include "reading/camp.h"
#include "reading/name_shape.h"

static uint32_t hash(lt_camp_key key) {
  uint32_t h = 2166136261u;
  for (uint32_t i = 0; i < key.modifier.length; i++) h = (h ^ key.modifier.at[i]) * 16777619u;
  for (uint32_t i = 0; i < key.head.length; i++) h = (h ^ key.head.at[i]) * 16777619u;
  return h ^ h >> 15;
}

static bool is_same(lt_camp_key a, lt_camp_key b) { return lt_slice_equals(a.modifier, b.modifier) && lt_slice_equals(a.head, b.head); }

static uint32_t *slot_of(const lt_camps *c, lt_camp_key key) {
  uint32_t i = hash(key) & c->mask;
  while (c->slots[i] && !is_same(c->all.at[c->slots[i] - 1].key, key)) i = (i + 1) & c->mask;
  return &c->slots[i];
}

/* At most half of the table is taken. */
static bool make_room(lt_camps *c) {
  if (c->slots && 2 * (c->all.count + 1) <= c->mask) return true;
  uint32_t size = c->slots ? 2 * (c->mask + 1) : 64;
  c->slots = lt_arena_block(c->r->arena, size * (uint64_t)sizeof *c->slots);
  c->mask = size - 1;
  if (c->slots == NULL) return false;
  memset(c->slots, 0, size * sizeof *c->slots);
  for (uint32_t i = 0; i < c->all.count; i++) *slot_of(c, c->all.at[i].key) = i + 1;
  return true;
}

uint32_t lt_camp_find(const lt_camps *c, lt_camp_key key) {
  uint32_t found = c->slots ? *slot_of(c, key) : 0;
  return found ? found - 1 : c->all.count;
}

void lt_camp_take(lt_camps *c, lt_camp_key key, lt_span form, uint32_t mention, lt_camp_way way) {
  lt_reading *r = c->r;
  lt_name_kind kind = r->entities.at[r->mentions.at[mention].entity].kind;
  if (kind == LT_NAME_MODEL || kind == LT_NAME_GROUP || !make_room(c)) return;
  uint32_t *slot = slot_of(c, key);
  if (*slot == 0) {
    *LT_PUSH(r->arena, &c->all) = (lt_camp){.key = key, .form = lt_reading_cut(r, form)};
    *slot = c->all.count;
  }
  c->all.at[*slot - 1].people = kind == LT_NAME_PERSON;
  *LT_PUSH(r->arena, &c->claims) = (lt_camp_claim){*slot - 1, mention, way};
}

static lt_slice same_meaning(const lt_reading *r, lt_slice modifier) {
  lt_term term;
  return lt_lexicon_find(r->lexicon, modifier, LT_WORD_CAMP_MODIFIER, &term) ? term.text : modifier;
}

lt_camp_key lt_camp_key_of(const lt_camps *c, uint32_t begin, const lt_hit *head) {
  return (lt_camp_key){same_meaning(c->r, lt_reading_cut(c->r, (lt_span){begin, head->begin})), lt_reading_term(c->r, head).text};
}

/* 知名企业, 全球知名高校 are of all sorts: no word of the modifier says what they share. */
static bool said_of_anybody(const lt_reading *r, lt_span modifier) {
  enum { LONGEST = 4 };
  lt_term term;
  for (uint32_t n = LONGEST; n > 0 && modifier.begin < modifier.end; n--) {
    if (modifier.begin + n > modifier.end) continue;
    lt_slice word = lt_reading_cut(r, (lt_span){modifier.begin, modifier.begin + n});
    if (!lt_lexicon_find(r->lexicon, word, LT_WORD_CAMP_MODIFIER, &term) || term.value != 1) continue;
    modifier.begin += n;
    n = LONGEST + 1;
  }
  return modifier.begin == modifier.end;
}

uint32_t lt_camp_description(const lt_camps *c, const lt_hit *head) {
  enum { LONGEST = 8 };
  const lt_reading *r = c->r;
  const lt_sentence *s = lt_sentence_around(r, lt_hit_span(head));
  lt_slice text = {r->text->clean, r->text->length};
  uint32_t begin = head->begin;
  for (uint32_t n = 1; s && n <= LONGEST && head->begin >= s->span.begin + n; n++) {
    if (!lt_is_name_character(r->text->clean[head->begin - n]) || lt_works_as_grammar(r->lexicon, text, head->begin - n)) break;
    if (lt_is_generic(r->lexicon, lt_reading_cut(r, (lt_span){head->begin - n, head->begin}))) begin = head->begin - n;
  }
  return said_of_anybody(r, (lt_span){begin, head->begin}) ? head->begin : begin;
}

typedef struct form_use {
  uint32_t camp, place;
  lt_slice form;
} form_use;

/* One after the other: the uses of one form of one camp, in reading order. */
static int by_camp_and_form(const void *left, const void *right) {
  const form_use *a = left, *b = right;
  if (a->camp != b->camp) return a->camp < b->camp ? -1 : 1;
  int order = lt_slice_compare(a->form, b->form);
  return order ? order : (a->place > b->place) - (a->place < b->place);
}

void lt_camps_choose_forms(lt_camps *c) {
  lt_reading *r = c->r;
  LT_ARRAY(form_use) uses = {0};
  for (uint32_t i = 0; i < r->cues.count; i++) {
    const lt_hit *head = &r->cues.at[i];
    uint32_t begin = head->class == LT_CUE_CAMP_HEAD ? lt_camp_description(c, head) : head->begin, camp;
    if (begin == head->begin || (camp = lt_camp_find(c, lt_camp_key_of(c, begin, head))) == c->all.count) continue;
    *LT_PUSH(r->arena, &uses) = (form_use){camp, begin, lt_reading_cut(r, (lt_span){begin, head->begin + head->length})};
  }
  LT_SORT(&uses, by_camp_and_form);
  uint32_t most = 0;
  for (uint32_t i = 0, end; i < uses.count; i = end) {
    const form_use *use = &uses.at[i];
    for (end = i + 1; end < uses.count && uses.at[end].camp == use->camp && lt_slice_equals(uses.at[end].form, use->form);) end++;
    if (i == 0 || uses.at[i - 1].camp != use->camp) most = 0;
    if (end - i <= most) continue;
    most = end - i;
    c->all.at[use->camp].form = use->form;
  }
}
