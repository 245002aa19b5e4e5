/* Who brought out which model: develops.
**
**   MAKER-1  the maker stands before the model, describing words at most between them: 阿里的“通义千问”, 字节跳动旗下AI助手豆包, 智谱GLM-4
**   MAKER-2  a release verb stands between them: 商汤科技宣布推出了“日日新”. As many makers as models, not together: each its own, in order
**   MAKER-3  the maker follows: “观澜”由云桥科技发布; JetMoE，来自MIT
**   MAKER-4  a sentence without a maker before its verb speaks of the firm that the one before began with: 它又发布了…
**   MAKER-5  a list goes on over descriptions: 发布了双语模型“观澜”，对话模型“青简”以及…: the makers of the first are those of the next
**   MAKER-6  parts and versions: 观澜大模型，包括“观澜·绘”; CosyVoice-300M: the makers of the whole
**   MAKER-7  双方, 两家公司: both firms named last, which are partners
**   MAKER-8  其 or 它的 before the model: the firm the text is about
**   MAKER-9  a model that opens a clause of a sentence on its maker, if the vocabulary agrees
** A model that is only compared with or used (对标GPT-4) is nobody's here. */
#include "reading/finder.h"
#include "reading/name_shape.h"
#include "reading/unit.h"

enum { FAR = 40 };

static lt_char at(const lt_reading *r, uint32_t place) { return r->text->clean[place]; }

/* The gap can be cut into describing words, classes and links (see lt_is_generic). */
static bool is_owner_gap(const lt_reading *r, lt_slice gap) {
  enum { LONGEST = 20 };
  bool covered[LONGEST + 1] = {true};
  if (gap.length > LONGEST) return false;
  for (uint32_t end = 1; end <= gap.length; end++) {
    for (uint32_t n = 1; n <= end && n <= 6 && !covered[end]; n++) {
      lt_slice word = {gap.at + end - n, n};
      covered[end] = covered[end - n] && (lt_is_word(r->lexicon, word, LT_WORD_OWNER_LINK) || lt_is_word(r->lexicon, word, LT_WORD_GENERIC) ||
                                          lt_is_word(r->lexicon, word, LT_CUE_MODEL_CLASS) || (n == 1 && word.at[0] == ' '));
    }
  }
  return covered[gap.length];
}

static uint32_t unquoted(const lt_reading *r, uint32_t begin) {
  lt_char c = begin ? at(r, begin - 1) : 0;
  return c == u'“' || c == u'「' || c == u'《' ? begin - 1 : begin;
}

static bool is_only_compared(const lt_reading *r, lt_span sentence, const lt_unit *models) {
  uint32_t begin = unquoted(r, models->span.begin), from = begin > sentence.begin + 4 ? begin - 4 : sentence.begin;
  lt_char last = begin > sentence.begin ? at(r, begin - 1) : 0;
  return last == u'与' || last == u'跟' || last == u'像' || last == u'比' || lt_cue_before(r, from, begin, LT_CUE_COMPARE);
}

/* MAKER-1 */
static bool owner_before(lt_reading *r, const lt_unit *models, const lt_units *units) {
  const lt_unit *firm = lt_unit_before(units, models->span.begin, LT_UNIT_FIRM);
  if (firm == NULL || !is_owner_gap(r, lt_reading_cut(r, (lt_span){firm->span.end, models->span.begin}))) return false;
  const lt_mention *owner = &r->mentions.at[firm->last];
  lt_unit nearest = {LT_UNIT_FIRM, firm->last, firm->last, owner->span}, first = {LT_UNIT_MODEL, models->first, models->first, r->mentions.at[models->first].span};
  lt_relate(r, LT_RELATION_DEVELOPS, &nearest, models->first == models->last ? models : &first);
  return models->first == models->last;
}

static const lt_hit *verb_before(const lt_reading *r, lt_span sentence, uint32_t place) {
  const lt_hit *best = NULL;
  uint32_t from = place > sentence.begin + FAR ? place - FAR : sentence.begin;
  for (uint32_t i = lt_reading_cue_at(r, from); i < r->cues.count && r->cues.at[i].begin < place; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class == LT_CUE_RELEASE_VERB && hit->begin + hit->length <= place && (best == NULL || hit->begin >= best->begin + best->length)) best = hit;
  }
  return best;
}

static void relate_in_order(lt_reading *r, const lt_unit *firms, const lt_unit *models) {
  for (uint32_t i = 0; i <= firms->last - firms->first; i++) {
    lt_relate_entities(r, LT_RELATION_DEVELOPS, r->mentions.at[firms->first + i].entity, r->mentions.at[models->first + i].entity,
                       (lt_span){firms->span.begin, models->span.end});
  }
}

/* 叠影文化在智谱AI开源的CogVideoX之上…: a firm that a model of its own follows before the verb is not who acts. */
static bool is_aside(const lt_units *units, const lt_unit *firm, uint32_t verb) {
  const lt_unit *model = lt_unit_after(units, firm->span.end, LT_UNIT_MODEL);
  return model && model->span.end <= verb && model->span.begin - firm->span.end <= 6;
}

static const lt_unit *actor(const lt_units *units, uint32_t verb) {
  const lt_unit *firm = lt_unit_before(units, verb, LT_UNIT_FIRM);
  while (firm && is_aside(units, firm, verb)) {
    const lt_unit *earlier = lt_unit_before(units, firm->span.begin, LT_UNIT_FIRM);
    if (earlier == NULL) break;
    firm = earlier;
  }
  return firm;
}

/* MAKER-7: the two firms that 双方 and 两家公司 stand for: the first ones of the last two parts of sentences before it. */
static bool both_firms(const lt_reading *r, uint32_t place, uint32_t firms[2]) {
  uint32_t found = 0, sentence = lt_reading_sentence_of(r, place), count = r->mentions.count;
  for (uint32_t i = lt_reading_mention_at(r, place); i-- > 0 && found < 2 && r->mentions.at[i].sentence + 1 >= sentence;) {
    uint32_t topic = lt_topic(r, r->mentions.at[i].span.end);
    if (topic == count || (found && r->mentions.at[topic].entity == firms[0])) continue;
    bool first = topic == i, named_here = r->mentions.at[i].sentence == sentence && r->entities.at[r->mentions.at[i].entity].kind == LT_NAME_COMPANY;
    if ((first || named_here) && !lt_role_around(r, r->mentions.at[i].span)) firms[found++] = r->mentions.at[i].entity;
  }
  return found == 2;
}

static bool both_released(lt_reading *r, lt_span sentence, const lt_unit *models, const lt_hit *verb) {
  const lt_hit *both = lt_reading_find_cue(r, (lt_span){verb->begin > sentence.begin + 10 ? verb->begin - 10 : sentence.begin, verb->begin}, LT_CUE_BOTH);
  uint32_t firms[2];
  if (both == NULL || !both_firms(r, both->begin, firms)) return false;
  for (uint32_t i = models->first; i <= models->last; i++) {
    for (int j = 0; j < 2; j++) lt_relate_entities(r, LT_RELATION_DEVELOPS, firms[j], r->mentions.at[i].entity, models->span);
  }
  lt_relate_entities(r, LT_RELATION_PARTNERS_WITH, firms[1], firms[0], models->span);
  return true;
}

/* MAKER-8: 其G1人形机器人: the firm that the text is about. */
static bool its_own(lt_reading *r, const lt_unit *models) {
  uint32_t begin = unquoted(r, models->span.begin), topic;
  bool its = begin > 1 && (at(r, begin - 1) == u'其' || (at(r, begin - 1) == u'的' && (at(r, begin - 2) == u'它' || at(r, begin - 2) == u'其')));
  if (!its || (topic = lt_topic(r, begin)) == r->mentions.count) return false;
  lt_unit firm = {LT_UNIT_FIRM, topic, topic, r->mentions.at[topic].span};
  lt_relate(r, LT_RELATION_DEVELOPS, &firm, models);
  return true;
}

/* MAKER-9: 优必选成立于2012年，Walker S系列已经…: a model that opens the next clause, where the vocabulary says so too. */
static bool opens_clause_of_maker(lt_reading *r, const lt_unit *models) {
  uint32_t begin = unquoted(r, models->span.begin);
  if (begin == 0 || at(r, begin - 1) != u'，') return false;
  uint32_t topic = lt_topic(r, begin);
  const lt_entity *model = &r->entities.at[r->mentions.at[models->first].entity];
  if (topic == r->mentions.count || !model->known || r->mentions.at[topic].sentence != r->mentions.at[models->first].sentence) return false;
  const lt_entity *firm = &r->entities.at[r->mentions.at[topic].entity];
  lt_slice makers = lt_lexicon_name(r->lexicon, model->lexicon_name).names;
  if (lt_slice_find(makers, firm->name) == makers.length) return false;
  lt_relate_entities(r, LT_RELATION_DEVELOPS, r->mentions.at[topic].entity, r->mentions.at[models->first].entity, models->span);
  return true;
}

/* 拾光数娱与珑玥科技合作，推出了…: both bring it out. */
static void with_partner(lt_reading *r, const lt_units *units, const lt_unit *firm, const lt_unit *models, uint32_t verb) {
  const lt_hit *deal = lt_reading_find_cue(r, (lt_span){firm->span.end, verb}, LT_CUE_DEAL);
  const lt_unit *other = lt_unit_before(units, firm->span.begin, LT_UNIT_FIRM);
  if (deal == NULL || lt_reading_term(r, deal).value != 4 || deal->begin - firm->span.end > 4 || other == NULL) return;
  if (lt_stands_between(r, other->span.end, firm->span.begin, u'与')) lt_relate(r, LT_RELATION_DEVELOPS, other, models);
}

/* MAKER-2, MAKER-4 */
static bool released(lt_reading *r, uint32_t sentence, const lt_unit *models, const lt_units *units) {
  lt_span where = r->document->sentences.at[sentence].span;
  const lt_hit *verb = verb_before(r, where, models->span.begin);
  if (verb == NULL || lt_is_unreal(r, where, verb->begin)) return false;
  uint32_t verb_end = verb->begin + verb->length;
  if (lt_stands_between(r, verb_end, models->span.begin, u'，') || lt_stands_between(r, verb_end, models->span.begin, u'；')) return false;
  const lt_unit *firms = actor(units, verb->begin);
  lt_unit topic;
  if (firms && lt_stands_between(r, firms->span.end, verb->begin, u'；')) return false;
  if (both_released(r, where, models, verb)) return true;
  if (firms == NULL) { /* MAKER-4 */
    uint32_t i = lt_topic(r, verb->begin);
    if (i == r->mentions.count) return false;
    topic = (lt_unit){LT_UNIT_FIRM, i, i, r->mentions.at[i].span};
    firms = &topic;
  }
  bool together = lt_reading_term(r, verb).value == 1;
  bool as_many = firms->last - firms->first == models->last - models->first && firms->last > firms->first;
  if (as_many && !together) relate_in_order(r, firms, models);
  else lt_relate(r, LT_RELATION_DEVELOPS, firms, models);
  with_partner(r, units, firms, models, verb->begin);
  return true;
}

/* MAKER-3 */
static void made_by(lt_reading *r, lt_span sentence, const lt_unit *models, const lt_units *units) {
  const lt_unit *firms = lt_unit_after(units, models->span.end, LT_UNIT_FIRM);
  if (firms == NULL || firms->span.begin - models->span.end > 12) return;
  const lt_hit *by = lt_cue_before(r, models->span.end, firms->span.begin, LT_CUE_MADE_BY);
  if (by == NULL) return;
  bool needs_verb = lt_reading_term(r, by).value == 1;
  uint32_t end = firms->span.end + 10 < sentence.end ? firms->span.end + 10 : sentence.end;
  if (!needs_verb || lt_reading_find_cue(r, (lt_span){firms->span.end, end}, LT_CUE_RELEASE_VERB)) lt_relate(r, LT_RELATION_DEVELOPS, firms, models);
}

/* Gives every model of the unit the makers that `like` has. */
static bool share_makers(lt_reading *r, uint32_t like, const lt_unit *models) {
  bool any = false;
  for (uint32_t i = 0, count = r->relations.count; i < count; i++) {
    lt_relation x = r->relations.at[i];
    if (x.kind != LT_RELATION_DEVELOPS || x.object != like) continue;
    for (uint32_t j = models->first; j <= models->last; j++) lt_relate_entities(r, x.kind, x.subject, r->mentions.at[j].entity, models->span);
    any = true;
  }
  return any;
}

/* MAKER-5, MAKER-6: the model unit before this one in the sentence, where no firm and no verdict stands between. */
static bool goes_on(lt_reading *r, lt_span sentence, const lt_unit *models, const lt_units *units) {
  enum { WIDEST = 30 };
  const lt_unit *before = lt_unit_before(units, models->span.begin, LT_UNIT_MODEL);
  if (before == NULL || models->span.begin - before->span.end > WIDEST) return false;
  const lt_unit *firm = lt_unit_before(units, models->span.begin, LT_UNIT_FIRM);
  if (lt_reading_find_cue(r, (lt_span){before->span.end, models->span.begin}, LT_CUE_RELEASE_VERB)) return false;
  if ((firm && firm->span.begin >= before->span.end) || lt_stands_between(r, before->span.end, models->span.begin, u'；')) return false;
  uint32_t begin = unquoted(r, models->span.begin), from = begin > sentence.begin + 8 ? begin - 8 : sentence.begin;
  bool listed = at(r, begin - 1) == u'、' || at(r, begin - 1) == u'和' || at(r, begin - 1) == u'及' || lt_cue_before(r, from, begin, LT_CUE_MODEL_CLASS) ||
                lt_cue_before(r, from, begin, LT_CUE_INCLUDING);
  return listed && share_makers(r, r->mentions.at[before->last].entity, models);
}

void lt_relate_makers(lt_reading *r, uint32_t sentence, const lt_units *units) {
  lt_span where = r->document->sentences.at[sentence].span;
  for (uint32_t i = 0; i < units->count; i++) {
    const lt_unit *models = &units->at[i];
    if (models->sort != LT_UNIT_MODEL || is_only_compared(r, where, models)) continue;
    if (its_own(r, models) || owner_before(r, models, units) || opens_clause_of_maker(r, models) || goes_on(r, where, models, units) || released(r, sentence, models, units)) continue;
    made_by(r, where, models, units);
  }
}

/* MAKER-6: CosyVoice-300M after CosyVoice. */
static bool is_version_of(lt_slice name, lt_slice whole) {
  return name.length > whole.length + 1 && whole.length > 2 && lt_slice_starts_with(name, whole) && (name.at[whole.length] == '-' || name.at[whole.length] == ' ');
}

void lt_share_makers_with_versions(lt_reading *r) {
  for (uint32_t i = 0, count = r->relations.count; i < count; i++) {
    lt_relation x = r->relations.at[i];
    if (x.kind != LT_RELATION_DEVELOPS) continue;
    for (uint32_t j = 0; j < r->entities.count; j++) {
      const lt_entity *e = &r->entities.at[j];
      if (e->kind == LT_NAME_MODEL && is_version_of(e->name, r->entities.at[x.object].name)) lt_relate_entities(r, x.kind, x.subject, j, e->first);
    }
  }
}
