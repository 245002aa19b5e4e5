/* CAMP-1  以A、B、C等为代表的互联网厂商; 包括A、B在内的科技公司
** CAMP-2  A、B等互联网大厂
** CAMP-3  互联网大厂如A、B; 科技公司，包括A、B
** CAMP-4  in a section whose heading names a camp that has members, further players of the same sort belong to it, unless they
**         are named as where somebody came from (前搜狗CEO)
**
** A camp is a describing word and a head: 初创 + 企业. Words that mean the same make one camp (创业公司, 初创企业), shown in the
** form that the article uses most. */
#include "reading/camp.h"

#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"
#include "reading/role.h"

typedef struct camp_key {
  lt_slice modifier, head;
} camp_key;

typedef struct camp {
  camp_key key;
  lt_slice form; /* most used in the article */
  uint32_t uses;
  bool people;   /* its members are people */
} camp;

typedef struct member {
  uint32_t camp, mention;
} member;

typedef struct camps {
  lt_reading *r;
  LT_ARRAY(camp) all;
  LT_ARRAY(member) members;
} camps;

static lt_char at(const lt_reading *r, uint32_t place) { return r->text->clean[place]; }

static lt_slice same_meaning(const lt_reading *r, lt_slice modifier) {
  lt_term term;
  return lt_lexicon_find(r->lexicon, modifier, LT_WORD_CAMP_MODIFIER, &term) ? term.text : modifier;
}

/* The camp's name around a head: the longest describing text before it. False if nothing describes it. */
static bool camp_around(const lt_reading *r, const lt_hit *head, lt_span *span, camp_key *key) {
  const lt_sentence *s = lt_sentence_around(r, lt_hit_span(head));
  uint32_t longest = 0;
  for (uint32_t n = 1; s && n <= 8 && head->begin >= s->span.begin + n; n++) {
    if (!lt_is_name_character(at(r, head->begin - n))) break;
    if (lt_is_generic(r->lexicon, lt_reading_cut(r, (lt_span){head->begin - n, head->begin}))) longest = n;
  }
  *span = (lt_span){head->begin - longest, head->begin + head->length};
  *key = (camp_key){same_meaning(r, lt_reading_cut(r, (lt_span){span->begin, head->begin})), lt_reading_term(r, head).text};
  return longest >= 2;
}

static uint32_t camp_of(const camps *c, camp_key key) {
  uint32_t i = 0;
  while (i < c->all.count && !(lt_slice_equals(c->all.at[i].key.modifier, key.modifier) && lt_slice_equals(c->all.at[i].key.head, key.head))) i++;
  return i;
}

static void add_member(camps *c, camp_key key, lt_span form, uint32_t mention) {
  lt_reading *r = c->r;
  uint32_t i = camp_of(c, key);
  if (i == c->all.count) *LT_PUSH(r->arena, &c->all) = (camp){.key = key, .form = lt_reading_cut(r, form)};
  lt_name_kind kind = r->entities.at[r->mentions.at[mention].entity].kind;
  if (kind == LT_NAME_MODEL) return;
  c->all.at[i].people = kind == LT_NAME_PERSON;
  *LT_PUSH(r->arena, &c->members) = (member){i, mention};
}

static bool is_list_gap(const lt_reading *r, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; i++) {
    lt_char c = at(r, i);
    if (c != u'、' && c != u'和' && c != u'与' && c != u'及' && c != u'以' && c != u'“' && c != u'”' && c != u'「' && c != u'」' && c != u'，') return false;
  }
  return end - begin <= 4;
}

/* Members of the list whose last mention is `last`, all given to the camp. */
static void take_list_before(camps *c, uint32_t last, const lt_sentence *s, camp_key key, lt_span form) {
  const lt_reading *r = c->r;
  for (uint32_t i = last;; i--) {
    add_member(c, key, form, i);
    if (i == 0 || r->mentions.at[i - 1].span.begin < s->span.begin) return;
    if (!is_list_gap(r, r->mentions.at[i - 1].span.end, r->mentions.at[i].span.begin)) return;
  }
}

static void take_list_after(camps *c, uint32_t first, const lt_sentence *s, camp_key key, lt_span form) {
  const lt_reading *r = c->r;
  for (uint32_t i = first; i < r->mentions.count && r->mentions.at[i].span.end <= s->span.end; i++) {
    add_member(c, key, form, i);
    if (i + 1 == r->mentions.count || !is_list_gap(r, r->mentions.at[i].span.end, r->mentions.at[i + 1].span.begin)) return;
  }
}

/* What stands between a list and its camp (CAMP-1, CAMP-2: 等为代表的) or a camp and its list (CAMP-3: ，包括). */
static bool links(const lt_reading *r, uint32_t begin, uint32_t end, int32_t direction) {
  if (begin < end && (at(r, begin) == u'”' || at(r, begin) == u'」')) begin++;
  lt_term term;
  return begin < end && lt_lexicon_find(r->lexicon, lt_reading_cut(r, (lt_span){begin, end}), LT_WORD_CAMP_LINK, &term) && term.value == direction;
}

static void try_head(camps *c, const lt_hit *head) {
  const lt_reading *r = c->r;
  lt_span span;
  camp_key key;
  if (!camp_around(r, head, &span, &key)) return;
  const lt_sentence *s = lt_sentence_around(r, span);
  uint32_t next = lt_reading_mention_at(r, span.begin);
  if (next > 0 && r->mentions.at[next - 1].span.begin >= s->span.begin && r->mentions.at[next - 1].span.end <= span.begin &&
      links(r, r->mentions.at[next - 1].span.end, span.begin, 1)) {
    take_list_before(c, next - 1, s, key, span);
  }
  if (next < r->mentions.count && r->mentions.at[next].span.begin >= span.end && r->mentions.at[next].span.end <= s->span.end &&
      links(r, span.end, r->mentions.at[next].span.begin, 2)) {
    take_list_after(c, next, s, key, span);
  }
}

typedef struct form_use {
  uint32_t camp, uses;
  lt_slice form;
} form_use;

typedef LT_ARRAY(form_use) form_uses;

static form_use *use_of(camps *c, form_uses *uses, uint32_t camp_index, lt_slice form) {
  for (uint32_t i = 0; i < uses->count; i++) {
    if (uses->at[i].camp == camp_index && lt_slice_equals(uses->at[i].form, form)) return &uses->at[i];
  }
  form_use *use = LT_PUSH(c->r->arena, uses);
  *use = (form_use){camp_index, 0, form};
  return use;
}

/* The form that the article uses most stands for the camp. */
static void choose_forms(camps *c) {
  lt_reading *r = c->r;
  form_uses uses = {0};
  for (uint32_t i = 0; i < r->cues.count; i++) {
    lt_span span;
    camp_key key;
    if (r->cues.at[i].class != LT_CUE_CAMP_HEAD || !camp_around(r, &r->cues.at[i], &span, &key)) continue;
    uint32_t which = camp_of(c, key);
    if (which == c->all.count) continue;
    form_use *use = use_of(c, &uses, which, lt_reading_cut(r, span));
    if (++use->uses <= c->all.at[which].uses) continue;
    c->all.at[which].uses = use->uses;
    c->all.at[which].form = use->form;
  }
}

/* CAMP-4 */
static void read_section(camps *c, uint32_t camp_index, uint32_t section) {
  lt_reading *r = c->r;
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const lt_mention *m = &r->mentions.at[i];
    const lt_entity *e = &r->entities.at[m->entity];
    bool sort = c->all.at[camp_index].people ? e->kind == LT_NAME_PERSON : e->kind == LT_NAME_COMPANY;
    if (!sort || r->document->sentences.at[m->sentence].section != section || lt_role_around(r, m->span)) continue;
    *LT_PUSH(r->arena, &c->members) = (member){camp_index, i};
  }
}

static void read_headings(camps *c) {
  lt_reading *r = c->r;
  for (uint32_t i = 0; i < r->cues.count; i++) {
    lt_span span;
    camp_key key;
    if (r->cues.at[i].class != LT_CUE_CAMP_HEAD || !camp_around(r, &r->cues.at[i], &span, &key)) continue;
    const lt_sentence *s = lt_sentence_around(r, span);
    bool heading = r->document->paragraphs.at[s->paragraph].kind == LT_PARAGRAPH_HEADING;
    uint32_t which = camp_of(c, key);
    if (heading && which < c->all.count) read_section(c, which, s->section);
  }
}

static int in_reading_order(const void *a, const void *b) {
  uint32_t x = ((const lt_camp_member *)a)->span.begin, y = ((const lt_camp_member *)b)->span.begin;
  return x < y ? -1 : x > y;
}

static void give_camps(camps *c) {
  lt_reading *r = c->r;
  for (uint32_t i = 0; i < c->members.count; i++) {
    const lt_mention *m = &r->mentions.at[c->members.at[i].mention];
    lt_entity *e = &r->entities.at[m->entity];
    if (e->camp.at != NULL) continue;
    e->camp = c->all.at[c->members.at[i].camp].form;
    *LT_PUSH(r->arena, &r->camp_members) = (lt_camp_member){e->camp, e->name, m->sentence, m->span};
  }
  LT_SORT(&r->camp_members, in_reading_order);
}

void lt_camps_read(lt_reading *r) {
  camps c = {.r = r};
  for (uint32_t i = 0; i < r->cues.count; i++) {
    if (r->cues.at[i].class == LT_CUE_CAMP_HEAD) try_head(&c, &r->cues.at[i]);
  }
  if (c.all.count == 0 || lt_arena_failed(r->arena)) return; /* the spare block holds no list that lasts */
  choose_forms(&c);
  read_headings(&c);
  give_camps(&c);
}
