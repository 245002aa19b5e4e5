/* Who works, worked, or founded where, told by a verb. (Told by a title: relation_role.c. Whom a verb speaks of, JOB-1 to JOB-3: career.c.)
**
**   JOB-5   a verb before the firm: 加入, 创立, 离开, 曾任职于, 担任云桥科技的顾问; behind it, for leaving: 从云桥科技离职
**   JOB-6   the person may follow the clause: 曾任东江集团产品总监、今年创办云桥科技的周岚
**   JOB-7   founded by: 云桥科技…，由周岚和陆衡共同创立
**   JOB-8   在 or 来到 a firm and a post: 毕业后最先在东江集团担任…
**   JOB-9   从 a firm 加入 another: left
**   JOB-10   在 a firm 期间: was there
**   JOB-11  whose firm it is: 周岚的创业公司云桥科技, 他的新公司云桥科技
**   JOB-12  whoever left is no longer there: formerly_at takes the place of works_at */
#include "base/char.h"
#include "reading/career.h"
#include "reading/topic.h"

enum { FAR = 24 };

typedef enum job { JOINS = 1, LEAVES, FOUNDS, WAS_THERE, SERVES } job;

static bool in_one_clause(const lt_relator *x, uint32_t begin, uint32_t end) {
  return begin <= end && end - begin <= FAR && !lt_stands_between(x, begin, end, u'，') && !lt_stands_between(x, begin, end, u'；');
}

/* JOB-6 */
static const lt_unit *people_behind(const lt_relator *x, const lt_unit *firms) {
  uint32_t end = firms->span.end;
  const lt_unit *people = lt_unit_after(&x->units, end, LT_UNIT_PERSON);
  if (people == NULL || !in_one_clause(x, end, people->span.begin)) return NULL;
  return lt_text_here(x, end, LT_SLICE("的")) || lt_char_before(x, people->span.begin) == u'的' ? people : NULL;
}

static void relate_people(lt_relator *x, job sort, const lt_unit *people, const lt_unit *firms, lt_span where) {
  lt_unit first = lt_unit_of(x->r, firms->first);
  bool past = sort == WAS_THERE || sort == LEAVES || ((sort == JOINS || sort == SERVES) && lt_career_is_past(x, where.end));
  if (sort == FOUNDS) lt_relate(x, LT_RELATION_FOUNDED, people, firms);
  else if (past) lt_relate(x, LT_RELATION_FORMERLY_AT, people, sort == WAS_THERE ? firms : &first);
  else lt_career_joins(x, people, x->r->mentions.at[firms->first].entity, where, sort == JOINS);
}

/* JOB-7: everybody between 由 and the verb founded the firm the sentence is about; where there are no people, the firms did. */
static bool is_founded_by(lt_relator *x, const lt_hit *verb) {
  uint32_t by = verb->begin, start = verb->begin > x->where.begin + 2 * FAR ? verb->begin - 2 * FAR : x->where.begin;
  while (by > start && x->r->text->clean[by - 1] != u'由') by--;
  if (by == start) return false;
  const lt_unit *founders = lt_unit_after(&x->units, by, LT_UNIT_PERSON);
  if (founders == NULL || founders->span.end > verb->begin) founders = lt_unit_after(&x->units, by, LT_UNIT_FIRM);
  uint32_t topic = lt_topic(x->r, by - 1);
  if (topic == x->r->mentions.count || founders == NULL || founders->span.end > verb->begin) return false;
  lt_unit firm = lt_unit_of(x->r, topic);
  for (lt_unit_sort sort = founders->sort; founders && founders->span.end <= verb->begin; founders = lt_unit_after(&x->units, founders->span.end, sort)) {
    lt_relate(x, LT_RELATION_FOUNDED, founders, &firm);
  }
  return true;
}

/* JOB-9: 从东江集团加入云桥科技 */
static void relate_left(lt_relator *x, const lt_hit *verb, const lt_unit *people) {
  const lt_unit *from = lt_unit_before(&x->units, verb->begin, LT_UNIT_FIRM);
  if (from && lt_char_before(x, from->span.begin) == u'从' && in_one_clause(x, from->span.end, verb->begin)) lt_relate(x, LT_RELATION_FORMERLY_AT, people, from);
}

/* The firm a verb speaks of: 加入|云桥科技; 从|云桥科技|离职. */
static const lt_unit *firms_of(const lt_relator *x, const lt_hit *verb, job sort) {
  enum { CLOSE = 6 };
  uint32_t end = verb->begin + verb->length;
  const lt_unit *behind = lt_unit_after(&x->units, end, LT_UNIT_FIRM), *before = lt_unit_before(&x->units, verb->begin, LT_UNIT_FIRM);
  if (sort == LEAVES && before && lt_char_before(x, before->span.begin) == u'从' && in_one_clause(x, before->span.end, verb->begin)) return before;
  if (behind && in_one_clause(x, end, behind->span.begin) && (sort != SERVES || behind->span.begin - end <= CLOSE)) return behind;
  return sort == LEAVES && before && in_one_clause(x, before->span.end, verb->begin) ? before : NULL;
}

/* 成立后, 成立于, 成立仅一年的: what follows is not whom the verb acts on. */
static bool is_only_dated(const lt_relator *x, const lt_hit *verb) {
  lt_char c = x->r->text->clean[verb->begin + verb->length];
  return lt_is_one_of(c, LT_SLICE("于后之以时前仅不近一两三四五六七八九十半多")) || lt_char_is_digit(c);
}

/* 来自云桥科技的“观澜” tells of a product, 来自东江大学的团队 of others, 曾在东江大学就读 of studies; in 创建“东江渡船中心” the firm is part
** of a name. */
static bool is_no_job(const lt_relator *x, const lt_hit *verb, job sort, const lt_unit *firms) {
  enum { NEAR = 8 };
  uint32_t end = firms->span.end, far = end + NEAR < lt_clause_end(x, end) ? end + NEAR : lt_clause_end(x, end);
  const lt_unit *models = lt_unit_after(&x->units, end, LT_UNIT_MODEL);
  if (lt_is_one_of(lt_char_before(x, firms->span.begin), LT_SLICE("“「")) && !lt_is_one_of(x->r->text->clean[end], LT_SLICE("”」"))) return true;
  if (sort == FOUNDS || sort == LEAVES) return false;
  bool others = lt_text_here(x, end, LT_SLICE("的")) && (lt_text_before(x, verb->begin + verb->length, LT_SLICE("来自")) || (models && models->span.begin <= far));
  return others || lt_reading_find_cue(x->r, (lt_span){end, far}, LT_CUE_STUDY);
}

/* JOB-5 */
static void read_verb(lt_relator *x, const lt_hit *verb) {
  job sort = (job)lt_reading_term(x->r, verb).value;
  if ((sort == FOUNDS && is_only_dated(x, verb)) || lt_is_unreal(x, lt_clause_start(x, verb->begin), verb->begin)) return;
  if (sort == FOUNDS && is_founded_by(x, verb)) return;
  const lt_unit *firms = firms_of(x, verb, sort), *behind = firms ? people_behind(x, firms) : NULL;
  if (firms && (sort == SERVES || sort == WAS_THERE) && lt_role_around(x->r, firms->span)) return; /* a title says it better (relation_role.c) */
  lt_unit people;
  if (firms == NULL || (behind == NULL && is_no_job(x, verb, sort, firms)) || (behind == NULL && !lt_career_people(x, verb->begin, &people))) return;
  if (behind) people = *behind;
  uint32_t end = verb->begin + verb->length;
  lt_span where = {verb->begin < firms->span.begin ? verb->begin : firms->span.begin, firms->span.end > end ? firms->span.end : end};
  relate_people(x, sort, &people, firms, where);
  if (sort == JOINS) relate_left(x, verb, &people);
}

/* 期间, 工作了三年; not of studies: 在东江大学读博期间 */
static bool is_stay(const lt_relator *x, uint32_t place) {
  enum { NEAR = 10 };
  uint32_t end = place + NEAR < lt_clause_end(x, place) ? place + NEAR : lt_clause_end(x, place);
  const lt_hit *stay = lt_reading_find_cue(x->r, (lt_span){place, end}, LT_CUE_STAY);
  const lt_hit *other = stay ? lt_reading_find_cue(x->r, (lt_span){place, end}, LT_CUE_STUDY) : NULL;
  return stay && !other;
}

/* JOB-8, JOB-10 */
static void read_place(lt_relator *x, const lt_unit *firms) {
  lt_unit people;
  if (!lt_is_one_of(lt_char_before(x, firms->span.begin), LT_SLICE("在到"))) return;
  bool stay = is_stay(x, firms->span.end), post = lt_reading_cue_here(x->r, firms->span.end, LT_CUE_BEING) != NULL;
  if ((!stay && !post) || !lt_career_people(x, firms->span.begin, &people)) return;
  if (stay || lt_career_is_past(x, firms->span.begin)) lt_relate(x, LT_RELATION_FORMERLY_AT, &people, firms);
  else lt_career_joins(x, &people, x->r->mentions.at[firms->first].entity, firms->span, false);
}

/* JOB-11 */
static void read_own_firm(lt_relator *x, const lt_unit *firms) {
  enum { LONGEST = 8, SHORTEST = 2 };
  uint32_t from = firms->span.begin > x->where.begin + LONGEST ? firms->span.begin - LONGEST : x->where.begin;
  const lt_hit *noun = lt_cue_before(x->r, from, firms->span.begin, LT_CUE_BOUNDARY);
  if (noun == NULL || lt_reading_term(x->r, noun).value != 1) return;
  uint32_t place = noun->begin;
  while (place > from && lt_char_before(x, place) != u'的') place--;
  const lt_unit *people = lt_unit_before(&x->units, place, LT_UNIT_PERSON);
  lt_unit hero;
  if (lt_char_before(x, place) != u'的') return;
  if (people && people->span.end + 1 == place) lt_relate(x, LT_RELATION_FOUNDED, people, firms);
  else if ((lt_text_before(x, place, LT_SLICE("他的")) || lt_text_before(x, place, LT_SLICE("她的")) || lt_text_before(x, place, LT_SLICE("自己的"))) &&
           lt_career_people(x, place - SHORTEST, &hero)) lt_relate(x, LT_RELATION_FOUNDED, &hero, firms);
}

void lt_relate_jobs(lt_relator *x) {
  uint32_t last_end = 0;
  for (uint32_t i = lt_reading_cue_at(x->r, x->where.begin); i < x->r->cues.count && x->r->cues.at[i].begin < x->where.end; i++) {
    lt_hit verb = x->r->cues.at[i];
    if (verb.class != LT_CUE_JOB_VERB || verb.begin < last_end) continue;
    last_end = verb.begin + verb.length;
    read_verb(x, &verb);
  }
  for (uint32_t i = 0; i < x->units.count; i++) {
    if (x->units.at[i].sort != LT_UNIT_FIRM) continue;
    read_place(x, &x->units.at[i]);
    read_own_firm(x, &x->units.at[i]);
  }
  lt_career_note_hero(x);
}

/* JOB-12: found first and then taken out, for relations are looked up by their places. */
void lt_forget_past_jobs(lt_relator *x) {
  lt_reading *r = x->r;
  bool *past = lt_arena_block(r->arena, r->relations.count + UINT64_C(1));
  uint32_t kept = 0;
  for (uint32_t i = 0; past && i < r->relations.count; i++) {
    const lt_relation *told = &r->relations.at[i];
    past[i] = told->kind == LT_RELATION_WORKS_AT && lt_is_related(x, LT_RELATION_FORMERLY_AT, told->subject, told->object);
  }
  for (uint32_t i = 0; past && i < r->relations.count; i++) {
    if (!past[i]) r->relations.at[kept++] = r->relations.at[i];
  }
  r->relations.count = kept;
}
