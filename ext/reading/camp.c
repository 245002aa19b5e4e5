/* How a text tells camps. A camp is a describing word and a head (ext/data/cues/camp_head.tsv): 初创 + 企业. Words that mean the same
** make one camp (创业公司, 初创企业), shown in the form that the article uses most.
**
**   CAMP-1  以A、B、C等为代表的互联网厂商; 包括A、B在内的科技公司; 以A为首的货运派: whatever stands behind the link is the camp's name
**   CAMP-2  A、B等互联网大厂: describing words alone before the head
**   CAMP-3  科技公司，包括A、B; 老牌软件厂商，例如A、B；: the camp's name opens its part of the sentence, or describes alone
**   CAMP-4  A、B自己造芯，人称“巨头派”: the list that opens the part
**   CAMP-5  模型公司是另一派，A的甲、B的乙都在其列: the camp opens the part, and a word says that members are told (代表, 其中, 其列)
**   CAMP-6  A，代表了大厂巨头
**   CAMP-7  in a section whose heading names a camp: whoever is listed with a member
**   CAMP-8  and a new firm that opens a sentence there (camp_section.c)
**   CAMP-9  members of the groups that the text names itself (group.c): 清华系, 第一梯队 */
#include "reading/reading.h"
#include "reading/camp.h"

#include "base/char.h"
#include "reading/name_shape.h"

typedef struct frame {
  lt_camps *c;
  const lt_hit *head;
  lt_span part;         /* of the sentence, between semicolons */
  uint32_t begin;       /* of the camp's name as describing words tell it; the head's begin if none do */
  uint32_t opening;     /* of the name where it opens the part; the head's end if it does not */
  uint32_t next, first; /* mentions: the first behind the head; the first of the part */
} frame;

static lt_char at(const frame *f, uint32_t place) { return f->c->r->text->clean[place]; }

static const lt_mention *mention(const frame *f, uint32_t i) { return &f->c->r->mentions.at[i]; }

static bool is_of_part(const frame *f, uint32_t i) {
  return i < f->c->r->mentions.count && mention(f, i)->span.begin >= f->part.begin && mention(f, i)->span.end <= f->part.end;
}

static void take(frame *f, uint32_t begin, uint32_t member, lt_camp_way way) {
  lt_camp_take(f->c, lt_camp_key_of(f->c, begin, f->head), (lt_span){begin, f->head->begin + f->head->length}, member, way);
}

/* Does nothing but what joins names in a list stand between the two? */
static bool are_joined(const frame *f, uint32_t left, uint32_t right) {
  enum { PLAIN = 4 };
  uint32_t begin = mention(f, left)->span.end, end = mention(f, right)->span.begin;
  for (uint32_t i = begin; i < end; i++) {
    lt_char c = at(f, i);
    if (lt_slice_index(LT_SLICE("、和与及以“”「」，"), c) == 10) return false;
  }
  return end > begin && end - begin <= PLAIN;
}

/* Is the right one told as the next of a list, its members with descriptions and products (东江集团的“观澜”和云桥科技的“远舟”)? */
static bool goes_on(const frame *f, uint32_t member, uint32_t right) {
  enum { WIDEST = 20 };
  lt_slice gap = lt_reading_cut(f->c->r, (lt_span){mention(f, member)->span.end, mention(f, right)->span.begin});
  if (mention(f, right)->span.begin - mention(f, right - 1)->span.end > WIDEST) return false;
  return lt_slice_index(gap, u'、') < gap.length || lt_slice_index(gap, u'和') < gap.length || lt_slice_index(gap, u'及') < gap.length;
}

static void take_list_before(frame *f, uint32_t last, uint32_t begin, lt_camp_way way) {
  for (uint32_t i = last;; i--) {
    take(f, begin, i, way);
    if (i == 0 || !is_of_part(f, i - 1) || !are_joined(f, i - 1, i)) return;
  }
}

/* described: members may come with descriptions and products. */
static void take_list_behind(frame *f, uint32_t first, uint32_t begin, bool described) {
  uint32_t last = UINT32_MAX;
  for (uint32_t i = first; is_of_part(f, i); i++) {
    if (f->c->r->entities.at[mention(f, i)->entity].kind == LT_NAME_MODEL) continue;
    if (last != UINT32_MAX && !are_joined(f, last, i) && !(described && goes_on(f, last, i))) return;
    take(f, begin, i, LT_CAMP_TOLD);
    last = i;
  }
}

static int32_t link_value(const frame *f, uint32_t begin, uint32_t end) {
  lt_term term;
  return begin < end && lt_lexicon_find(f->c->r->lexicon, lt_reading_cut(f->c->r, (lt_span){begin, end}), LT_WORD_CAMP_LINK, &term) ? term.value : 0;
}

static bool is_name_text(const frame *f, uint32_t begin, uint32_t end) {
  lt_slice text = {f->c->r->text->clean, f->c->r->text->length};
  for (uint32_t i = begin; i < end; i++) {
    if (!lt_is_name_character(at(f, i)) || lt_works_as_grammar(f->c->r->lexicon, text, i)) return false;
  }
  return true;
}

/* CAMP-1, CAMP-2: the longest link behind the list whose rest can be the camp's modifier. */
static void list_before(frame *f) {
  enum { LONGEST = 10 };
  uint32_t end = f->next > 0 && is_of_part(f, f->next - 1) ? mention(f, f->next - 1)->span.end : f->head->begin;
  if (end >= f->head->begin) return;
  if (at(f, end) == u'”' || at(f, end) == u'」') end++;
  bool alone = lt_reading_term(f->c->r, f->head).value == 1;
  for (uint32_t begin = f->head->begin; begin > end; begin--) {
    int32_t link = f->head->begin - begin <= LONGEST ? link_value(f, end, begin) : 0;
    bool named = begin < f->head->begin ? (link == 3 ? is_name_text(f, begin, f->head->begin) : begin >= f->begin) : alone;
    if ((link != 1 && link != 3) || !named) continue;
    take_list_before(f, f->next - 1, begin, link == 3 ? LT_CAMP_TOLD : LT_CAMP_AND_OTHERS);
    return;
  }
}

/* CAMP-3 */
static bool list_behind(frame *f) {
  uint32_t end = f->head->begin + f->head->length, begin = f->opening < f->head->begin ? f->opening : f->begin;
  if (begin == f->head->begin || !is_of_part(f, f->next)) return false;
  for (uint32_t link = mention(f, f->next)->span.begin; link > end; link--) {
    if (link_value(f, end, link) != 2) continue;
    take_list_behind(f, f->next, begin, f->opening < f->head->begin);
    return true;
  }
  return false;
}

/* CAMP-4 */
static void named_in_quotes(frame *f) {
  enum { LONGEST = 8, WORD = 6 };
  const lt_reading *r = f->c->r;
  uint32_t end = f->head->begin + f->head->length, begin = f->head->begin;
  if (at(f, end) != u'”' && at(f, end) != u'」') return;
  while (begin > f->part.begin && f->head->begin - begin < LONGEST && is_name_text(f, begin - 1, begin)) begin--;
  if (begin == f->part.begin || begin == f->head->begin || (at(f, begin - 1) != u'“' && at(f, begin - 1) != u'「')) return;
  const lt_hit *word = lt_cue_before(r, begin - 1 > f->part.begin + WORD ? begin - 1 - WORD : f->part.begin, begin - 1, LT_CUE_GROUPING);
  if (word == NULL || lt_reading_term(r, word).value != 1 || !is_of_part(f, f->first) || f->first >= f->next) return;
  uint32_t last = f->first;
  while (last + 1 < f->next && are_joined(f, last, last + 1)) last++;
  take_list_before(f, last, begin, LT_CAMP_TOLD);
}

/* CAMP-5 */
static void told_in_part(frame *f) {
  static const lt_slice words[] = {{u"代表是", 3}, {u"代表有", 3}, {u"代表：", 3}, {u"其列", 2}, {u"其中", 2}, {u"典型", 2}};
  lt_slice rest = lt_reading_cut(f->c->r, (lt_span){f->head->begin + f->head->length, f->part.end});
  if (f->opening >= f->head->begin || !is_of_part(f, f->next)) return;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (lt_slice_find(rest, words[i]) == rest.length) continue;
    take_list_behind(f, f->next, f->opening, true);
    return;
  }
}

/* CAMP-6 */
static void stood_for(frame *f) {
  enum { WORD = 6, FAR = 12 };
  const lt_reading *r = f->c->r;
  if (f->begin == f->head->begin || f->next == 0 || !is_of_part(f, f->next - 1)) return;
  const lt_hit *word = lt_cue_before(r, f->begin > f->part.begin + WORD ? f->begin - WORD : f->part.begin, f->begin, LT_CUE_GROUPING);
  bool near = word && lt_reading_term(r, word).value == 3 && word->begin - mention(f, f->next - 1)->span.end <= FAR;
  if (near) take(f, f->begin, f->next - 1, LT_CAMP_TOLD);
}

static lt_span part_around(const lt_reading *r, const lt_sentence *s, const lt_hit *head) {
  enum { FAR = 300 };
  uint32_t first = head->begin > s->span.begin + FAR ? head->begin - FAR : s->span.begin, last = head->begin + FAR < s->span.end ? head->begin + FAR : s->span.end;
  lt_span part = {head->begin, head->begin};
  while (part.begin > first && r->text->clean[part.begin - 1] != u'；' && r->text->clean[part.begin - 1] != u'：') part.begin--;
  while (part.end < last && r->text->clean[part.end] != u'；') part.end++;
  return part;
}

/* Where the name begins if it opens the part: behind 而, 还有, 五家. */
static uint32_t opening_of(const frame *f) {
  enum { LONGEST = 10 };
  static const lt_slice links[] = {{u"而", 1}, {u"还有", 2}, {u"以及", 2}, {u"一是", 2}, {u"二是", 2}, {u"三是", 2}};
  uint32_t begin = f->part.begin;
  for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
    if (lt_slice_starts_with(lt_reading_cut(f->c->r, (lt_span){begin, f->part.end}), links[i])) begin += links[i].length;
  }
  while (begin + 1 < f->head->begin && at(f, begin + 1) == u'家') begin += 2; /* 五家 */
  bool opens = begin < f->head->begin && f->head->begin - begin <= LONGEST && is_name_text(f, begin, f->head->begin);
  return opens ? begin : f->head->begin + f->head->length;
}

/* 车企 in 整车企业: another head begins inside and ends behind it. */
static bool is_cut_off(const lt_reading *r, const lt_hit *head) {
  for (uint32_t place = head->begin + 1; place < head->begin + head->length; place++) {
    const lt_hit *other = lt_reading_cue_here(r, place, LT_CUE_CAMP_HEAD);
    if (other && place + other->length > head->begin + head->length) return true;
  }
  return false;
}

static void try_head(lt_camps *c, const lt_hit *head) {
  lt_reading *r = c->r;
  const lt_sentence *s = lt_sentence_around(r, lt_hit_span(head));
  if (s == NULL || is_cut_off(r, head)) return;
  frame f = {.c = c, .head = head, .part = part_around(r, s, head), .begin = lt_camp_description(c, head)};
  if (head->begin - f.begin < 2) f.begin = head->begin;
  f.opening = opening_of(&f);
  f.next = lt_reading_mention_at(r, head->begin);
  f.first = lt_reading_mention_at(r, f.part.begin);
  if (f.next > 0 && mention(&f, f.next - 1)->span.end > head->begin) return; /* part of a name */
  list_before(&f);
  if (list_behind(&f)) return;
  named_in_quotes(&f);
  told_in_part(&f);
  stood_for(&f);
}

static void give(lt_camps *c, lt_slice camp, uint32_t mention) {
  lt_reading *r = c->r;
  const lt_mention *m = &r->mentions.at[mention];
  lt_entity *e = &r->entities.at[m->entity];
  if (e->camp.at != NULL || camp.at == NULL || e->kind == LT_NAME_MODEL) return;
  e->camp = camp;
  *LT_PUSH(r->arena, &r->camp_members) = (lt_camp_member){camp, e->name, m->sentence, m->span};
}

static void give_camps(lt_camps *c) {
  for (lt_camp_way way = 0; way < LT_CAMP_WAYS; way++) {
    for (uint32_t i = 0; i < c->claims.count; i++) {
      if (c->claims.at[i].way == way) give(c, c->all.at[c->claims.at[i].camp].form, c->claims.at[i].mention);
    }
    for (uint32_t i = 0; way == LT_CAMP_GROUP && i < c->r->group_members.count; i++) { /* CAMP-9 */
      give(c, c->r->entities.at[c->r->group_members.at[i].group].name, c->r->group_members.at[i].mention);
    }
  }
}

static int in_reading_order(const void *left, const void *right) {
  const lt_camp_member *a = left, *b = right;
  return (a->span.begin > b->span.begin) - (a->span.begin < b->span.begin);
}

void lt_camps_read(lt_reading *r) {
  lt_camps c = {.r = r};
  for (uint32_t i = 0; i < r->cues.count; i++) {
    if (r->cues.at[i].class == LT_CUE_CAMP_HEAD) try_head(&c, &r->cues.at[i]);
  }
  if (lt_arena_failed(r->arena)) return; /* the spare block holds no list that lasts */
  if (c.all.count) {
    lt_camps_choose_forms(&c);
    lt_camps_read_sections(&c);
  }
  give_camps(&c);
  LT_SORT(&r->camp_members, in_reading_order);
}
