/* MAKER-5 to MAKER-7: a release is told: somebody 发布 a model. */
#include "base/char.h"
#include "reading/maker.h"
#include "reading/topic.h"

enum { FAR = 40 };

/* 最好的开源模型“观澜”, 训练方法: no act. */
static bool is_no_act(const lt_relator *x, const lt_hit *verb) {
  return lt_reading_term(x->r, verb).value == 2 || lt_is_one_of(lt_char_before(x, verb->begin), LT_SLICE("的款个种类等众强佳型"));
}

static const lt_hit *verb_before(const lt_relator *x, uint32_t place) {
  const lt_reading *r = x->r;
  const lt_hit *best = NULL;
  uint32_t from = place > x->where.begin + FAR ? place - FAR : x->where.begin, last_end = 0;
  for (uint32_t i = lt_reading_cue_at(r, from); i < r->cues.count && r->cues.at[i].begin < place; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class != LT_CUE_RELEASE_VERB || hit->begin + hit->length > place || hit->begin < last_end) continue;
    last_end = hit->begin + hit->length;
    if (!is_no_act(x, hit)) best = hit;
  }
  return best;
}

/* 东江集团在云桥科技开源的“观澜”之上…: a firm that a model of its own follows before the verb is not who acts. */
static bool is_aside(const lt_relator *x, const lt_unit *firms, uint32_t verb) {
  enum { CLOSE = 6 };
  const lt_unit *models = lt_unit_after(&x->units, firms->span.end, LT_UNIT_MODEL);
  return models && models->span.end <= verb && models->span.begin - firms->span.end <= CLOSE;
}

/* 使用东江集团的芯片训练, 与东江集团不同: a firm whose things are used, or that is only measured by. */
static bool is_used(const lt_relator *x, const lt_unit *firms) {
  enum { WORD = 4, BEHIND = 6 };
  uint32_t begin = firms->span.begin, from = begin > x->where.begin + WORD ? begin - WORD : x->where.begin, end = firms->span.end;
  const lt_hit *measured = lt_reading_find_cue(x->r, (lt_span){end, end + BEHIND < x->where.end ? end + BEHIND : x->where.end}, LT_CUE_COMPARE);
  bool measure = measured && lt_reading_term(x->r, measured).value == 1 && lt_is_one_of(lt_char_before(x, begin), LT_SLICE("与和像比除继同跟"));
  return measure || lt_cue_before(x->r, from, begin, LT_CUE_COMPARE) != NULL;
}

/* Of firms that are asides all the way, the last. */
static const lt_unit *actor(const lt_relator *x, uint32_t verb) {
  enum { STEPS = 4 };
  const lt_unit *last = lt_unit_before(&x->units, verb, LT_UNIT_FIRM), *firms = last;
  for (int step = 0; firms && step < STEPS && (is_aside(x, firms, verb) || is_used(x, firms)); step++) firms = lt_unit_before(&x->units, firms->span.begin, LT_UNIT_FIRM);
  return firms || last == NULL || is_used(x, last) ? firms : last;
}

/* MAKER-6: the two firms that 双方 and 两家公司 stand for: the first ones of the last two parts of sentences before it. */
static bool both_firms(const lt_reading *r, uint32_t place, uint32_t firms[2]) {
  enum { MENTIONS = 40 };
  uint32_t found = 0, sentence = lt_reading_sentence_of(r, place), last = lt_reading_mention_at(r, place);
  for (uint32_t i = last; i-- > 0 && last - i <= MENTIONS && found < 2 && r->mentions.at[i].sentence + 1 >= sentence;) {
    uint32_t topic = lt_topic(r, r->mentions.at[i].span.end);
    if (topic == r->mentions.count || (found && r->mentions.at[topic].entity == firms[0])) continue;
    bool first = topic == i, named_here = r->mentions.at[i].sentence == sentence && r->entities.at[r->mentions.at[i].entity].kind == LT_NAME_COMPANY;
    if ((first || named_here) && !lt_role_around(r, r->mentions.at[i].span)) firms[found++] = r->mentions.at[i].entity;
  }
  return found == 2;
}

static bool both_released(lt_relator *x, const lt_unit *models, const lt_hit *verb) {
  enum { NEAR = 10 };
  lt_span near = {verb->begin > x->where.begin + NEAR ? verb->begin - NEAR : x->where.begin, verb->begin};
  const lt_hit *both = lt_reading_find_cue(x->r, near, LT_CUE_BOTH);
  uint32_t firms[2];
  if (both == NULL || !both_firms(x->r, both->begin, firms)) return false;
  for (uint32_t i = models->first; i <= models->last; i++) {
    for (int j = 0; j < 2; j++) lt_relate_entities(x, LT_RELATION_DEVELOPS, firms[j], x->r->mentions.at[i].entity, models->span);
  }
  lt_relate_entities(x, LT_RELATION_PARTNERS_WITH, firms[1], firms[0], models->span);
  return true;
}

/* MAKER-7: 东江集团联合|云桥科技发布了: whom these have joined; NULL if nobody. */
static const lt_unit *joined_by(const lt_relator *x, const lt_unit *firms) {
  enum { WORD = 6 };
  uint32_t from = firms->span.begin > x->where.begin + WORD ? firms->span.begin - WORD : x->where.begin;
  const lt_hit *deal = lt_cue_before(x->r, from, firms->span.begin, LT_CUE_DEAL);
  if (deal == NULL || lt_reading_term(x->r, deal).value != 4) return NULL;
  const lt_unit *first = lt_unit_before(&x->units, deal->begin, LT_UNIT_FIRM);
  return first && first->span.end + FAR > deal->begin ? first : NULL;
}

/* 东江集团与|云桥科技合作，推出了: the other one; NULL if there is none. */
static const lt_unit *partner_of(const lt_relator *x, const lt_unit *firms, uint32_t verb) {
  enum { CLOSE = 4 };
  const lt_unit *other = lt_unit_before(&x->units, firms->span.begin, LT_UNIT_FIRM);
  const lt_hit *deal = lt_reading_find_cue(x->r, (lt_span){firms->span.end, verb}, LT_CUE_DEAL);
  bool works = deal && lt_reading_term(x->r, deal).value == 4 && deal->begin - firms->span.end <= CLOSE;
  return works && other && lt_stands_between(x, other->span.end, firms->span.begin, u'与') ? other : NULL;
}

static void relate_in_order(lt_relator *x, const lt_unit *firms, const lt_unit *models) {
  for (uint32_t i = 0; i < lt_unit_count(firms); i++) {
    lt_relate_entities(x, LT_RELATION_DEVELOPS, x->r->mentions.at[firms->first + i].entity, x->r->mentions.at[models->first + i].entity,
                       (lt_span){firms->span.begin, models->span.end});
  }
}

/* 团队成员曾发明了…: what people of the firm did elsewhere is not the firm's. */
static bool is_done_by_people(const lt_relator *x, uint32_t verb) {
  lt_span clause = {lt_clause_start(x, verb), verb};
  const lt_hit *staff = lt_reading_find_cue(x->r, clause, LT_CUE_STAFF);
  return staff && lt_reading_term(x->r, staff).value != 1 && lt_reading_find_cue(x->r, clause, LT_CUE_PAST);
}

/* Words with capitals that no mention covers: somebody whose name is not known. */
static bool names_stranger(const lt_relator *x, uint32_t begin, uint32_t end) {
  for (uint32_t place = begin; place < end; place++) {
    bool capital = lt_char_is_upper(x->r->text->clean[place]) && lt_char_is_lower(x->r->text->clean[place + 1]);
    if (capital && !lt_is_in_name(x, (lt_span){place, place + 1})) return true;
  }
  return false;
}

/* 他与七名作者一起发表了, 研究人员提出了: who acts is somebody, and no firm. */
static bool is_done_by_somebody(const lt_relator *x, uint32_t verb) {
  uint32_t start = lt_clause_start(x, verb);
  const lt_unit *people = lt_unit_before(&x->units, verb, LT_UNIT_PERSON);
  const lt_hit *staff = lt_reading_find_cue(x->r, (lt_span){start, verb}, LT_CUE_STAFF);
  return (people && people->span.begin >= start) || (staff && lt_reading_term(x->r, staff).value == 1) || lt_stands_between(x, start, verb, u'他') ||
         lt_stands_between(x, start, verb, u'她') || names_stranger(x, start, verb);
}

/* Verb and model belong together: no comma between, nothing unreal, nobody else who acts. */
static bool tells_release(const lt_relator *x, const lt_hit *verb, const lt_unit *models, const lt_unit *firms) {
  uint32_t end = verb->begin + verb->length, from = firms ? firms->span.end : lt_clause_start(x, verb->begin);
  if (lt_stands_between(x, end, models->span.begin, u'，') || lt_stands_between(x, end, models->span.begin, u'；')) return false;
  if (firms && lt_stands_between(x, firms->span.end, verb->begin, u'；')) return false;
  if (firms == NULL && (lt_text_here(x, end, LT_SLICE("的")) || is_done_by_somebody(x, verb->begin))) return false; /* 完全开源的观澜 says not by whom */
  if (lt_text_here(x, models->span.end, LT_SLICE("论文"))) return false;
  if (from + FAR < verb->begin) from = verb->begin - FAR;
  return !lt_is_unreal(x, from, verb->begin) && !is_done_by_people(x, verb->begin);
}

static void relate_all(lt_relator *x, const lt_unit *firms, const lt_unit *models, const lt_hit *verb) {
  const lt_unit *first = joined_by(x, firms), *partner = partner_of(x, firms, verb->begin);
  bool together = lt_reading_term(x->r, verb).value == 1;
  if (!together && lt_unit_count(firms) > 1 && lt_unit_count(firms) == lt_unit_count(models)) {
    relate_in_order(x, firms, models);
    return;
  }
  if (first) lt_relate_maker(x, first, models);
  x->joining = first != NULL;
  lt_relate_maker(x, firms, models);
  x->joining = false;
  if (partner) lt_relate_maker(x, partner, models);
}

bool lt_relate_release(lt_relator *x, const lt_unit *models) {
  const lt_hit *verb = verb_before(x, models->span.begin);
  if (verb == NULL) return false;
  const lt_unit *named = actor(x, verb->begin);
  if (!tells_release(x, verb, models, named)) return false;
  if (both_released(x, models, verb)) return true;
  uint32_t topic = named ? 0 : lt_topic(x->r, verb->begin);
  if (topic == x->r->mentions.count) return false;
  lt_unit firms = named ? *named : lt_unit_of(x->r, topic);
  relate_all(x, &firms, models, verb);
  return true;
}
