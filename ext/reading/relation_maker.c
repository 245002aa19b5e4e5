/* Who brought out which model: develops. The first rule that speaks is believed.
**
**   MAKER-1  其 or 它的 before the model: the firm the text is about
**   MAKER-2  the maker stands before the model, describing words at most between them: 阿里的“通义千问”, 字节跳动旗下AI助手豆包, 智谱GLM-4
**   MAKER-3  a model that opens a clause of a sentence on its maker, if the vocabulary agrees
**   MAKER-4  a list goes on over descriptions: 发布了双语模型“观澜”，对话模型“青简”以及…, 观澜大模型，包括“观澜·绘”: the makers of the first
**            are those of the next
**   MAKER-5  a release verb stands between them: 云桥科技宣布推出了“观澜”. As many makers as models, not together: each its own, in
**            order. A sentence without a maker before its verb speaks of the firm that the one before began with: 它又发布了…
**            (relation_release.c, with MAKER-6 and MAKER-7)
**   MAKER-6  双方, 两家公司: both firms named last, which are partners
**   MAKER-7  A与B合作，推出…; A联合B发布…: both
**   MAKER-8  the maker follows: “观澜”由云桥科技发布; JetMoE，来自MIT; “观澜”是云桥科技成立后首款正式商用的模型
**   MAKER-9  这项工作由云桥科技和东江大学共同开发: the model named last
**   MAKER-10 versions: Guanlan-300M: the makers of Guanlan
**   MAKER-12 在云桥科技期间，她领导了“观澜”的研发: where somebody worked who had it made
**   MAKER-11 a maker named with its parent (东江云桥实验室): the parent too
** A model that is only compared with or used (对标GPT-4) is nobody's here. */
#include "reading/reading.h"
#include "reading/maker.h"

#include "reading/name_shape.h"
#include "reading/topic.h"

/* The gap can be cut into describing words, classes and links (see lt_is_generic). */
static bool is_owner_gap(const lt_reading *r, lt_slice gap) {
  enum { LONGEST = 20, WORD = 6 };
  bool covered[LONGEST + 1] = {true};
  if (gap.length > LONGEST) return false;
  for (uint32_t end = 1; end <= gap.length; end++) {
    for (uint32_t n = 1; n <= end && n <= WORD && !covered[end]; n++) {
      lt_slice word = {gap.at + end - n, n};
      covered[end] = covered[end - n] && (lt_is_word(r->lexicon, word, LT_WORD_OWNER_LINK) || lt_is_word(r->lexicon, word, LT_WORD_GENERIC) ||
                                          lt_is_word(r->lexicon, word, LT_CUE_MODEL_CLASS) || (n == 1 && word.at[0] == ' '));
    }
  }
  return covered[gap.length];
}

static uint32_t unquoted(const lt_relator *x, const lt_unit *models) {
  uint32_t begin = models->span.begin;
  return begin - lt_is_one_of(lt_char_before(x, begin), LT_SLICE("“「《"));
}

static bool is_only_compared(const lt_relator *x, const lt_unit *models) {
  enum { LONGEST = 4 };
  uint32_t begin = unquoted(x, models), from = begin > x->where.begin + LONGEST ? begin - LONGEST : x->where.begin;
  return lt_is_one_of(lt_char_before(x, begin), LT_SLICE("与跟像比")) || lt_cue_before(x->r, from, begin, LT_CUE_COMPARE);
}

/* The last firm of a list, with the parents it is named behind: 东江|云桥实验室. */
static lt_unit nearest_of(const lt_relator *x, const lt_unit *firms) {
  lt_unit nearest = lt_unit_of(x->r, firms->last);
  while (nearest.first > firms->first && x->r->mentions.at[nearest.first - 1].span.end == nearest.span.begin) {
    nearest.first--;
    nearest.span.begin = x->r->mentions.at[nearest.first].span.begin;
  }
  return nearest;
}

/* MAKER-1 */
static bool is_its_own(lt_relator *x, const lt_unit *models) {
  uint32_t begin = unquoted(x, models);
  if (!lt_text_before(x, begin, LT_SLICE("其")) && !lt_text_before(x, begin, LT_SLICE("它的")) && !lt_text_before(x, begin, LT_SLICE("其的"))) return false;
  uint32_t topic = lt_topic(x->r, begin);
  if (topic == x->r->mentions.count) return false;
  lt_unit firm = lt_unit_of(x->r, topic);
  lt_relate_maker(x, &firm, models);
  return true;
}

/* 东江集团发布|“观澜”, but not 东江集团发布的“观澜”: a release may have more makers (relation_release.c). */
static bool tells_release(const lt_relator *x, uint32_t begin, uint32_t end) {
  const lt_hit *verb = begin < end ? lt_reading_find_cue(x->r, (lt_span){begin, end}, LT_CUE_RELEASE_VERB) : NULL;
  return verb && !lt_stands_between(x, verb->begin, end, u'的');
}

/* MAKER-2: of a list behind it only the first has to be the maker's: 东江集团的“观澜”和“远舟” */
static bool owner_stands_before(lt_relator *x, const lt_unit *models) {
  const lt_unit *firms = lt_unit_before(&x->units, models->span.begin, LT_UNIT_FIRM);
  if (firms == NULL || tells_release(x, firms->span.end, models->span.begin) || !is_owner_gap(x->r, lt_reading_cut(x->r, (lt_span){firms->span.end, models->span.begin}))) return false;
  lt_unit owner = nearest_of(x, firms), first = lt_unit_of(x->r, models->first);
  lt_relate_maker(x, &owner, &first);
  return models->first == models->last;
}

/* MAKER-3: 东江汽车成立于2012年，行者系列已经…; 东江汽车再次宣布降价。据悉，行者从…: the model opens a clause on its maker's doings. */
static bool opens_clause_on_maker(lt_relator *x, const lt_unit *models) {
  const lt_reading *r = x->r;
  uint32_t begin = unquoted(x, models);
  const lt_entity *model = &r->entities.at[r->mentions.at[models->first].entity];
  if (!model->known || (begin > x->where.begin && !lt_is_one_of(lt_char_before(x, begin), LT_SLICE("，；：。")))) return false;
  uint32_t topic = lt_topic(r, begin);
  if (topic == r->mentions.count || r->mentions.at[topic].sentence + 1 < x->sentence) return false;
  lt_slice makers = lt_lexicon_name(r->lexicon, model->lexicon_name).names, name = r->entities.at[r->mentions.at[topic].entity].name;
  if (lt_slice_find(makers, name) == makers.length) return false;
  lt_unit firm = lt_unit_of(r, topic), first = lt_unit_of(r, models->first);
  lt_relate_maker(x, &firm, &first);
  return true;
}

/* Is this model told as one more of the list that the other stands in? */
static bool is_listed_after(const lt_relator *x, const lt_unit *models, const lt_unit *before) {
  enum { WIDEST = 30, INCLUDING = 80, WORD = 8 };
  uint32_t begin = unquoted(x, models), gap = models->span.begin - before->span.end;
  uint32_t from = begin > x->where.begin + WORD ? begin - WORD : x->where.begin;
  if (lt_cue_before(x->r, from, begin, LT_CUE_INCLUDING)) return gap <= INCLUDING;
  if (gap > WIDEST) return false;
  lt_char joint = lt_char_before(x, begin);
  bool joined = joint == u'、' || (lt_is_one_of(joint, LT_SLICE("和及")) && !lt_stands_between(x, before->span.end, begin, u'，'));
  return joined || lt_cue_before(x->r, from, begin, LT_CUE_MODEL_CLASS);
}

/* MAKER-4: no firm stands between, and no new release, unless its verb is one of the things said of the whole (…模型训练等能力，其中包括). */
static bool list_goes_on(lt_relator *x, const lt_unit *models) {
  enum { WORD = 8 };
  const lt_unit *before = lt_unit_before(&x->units, models->span.begin, LT_UNIT_MODEL), *firm = lt_unit_before(&x->units, models->span.begin, LT_UNIT_FIRM);
  if (before == NULL || (firm && firm->span.begin >= before->span.end) || !is_listed_after(x, models, before)) return false;
  uint32_t begin = models->span.begin, from = begin > before->span.end + WORD ? begin - WORD : before->span.end;
  bool includes = lt_reading_find_cue(x->r, (lt_span){from, begin}, LT_CUE_INCLUDING) != NULL;
  if (!includes && lt_reading_find_cue(x->r, (lt_span){before->span.end, begin}, LT_CUE_RELEASE_VERB)) return false;
  if (lt_stands_between(x, before->span.end, begin, u'；')) return false;
  bool shared = false;
  for (uint32_t i = models->first; i <= models->last; i++) {
    shared = lt_share_makers(x, x->r->mentions.at[before->last].entity, x->r->mentions.at[i].entity, models->span);
  }
  return shared;
}

/* “观澜”大模型|的研发 */
static bool is_being_made(const lt_relator *x, const lt_unit *models) {
  uint32_t place = models->span.end + lt_is_one_of(lt_reading_char(x->r, models->span.end), LT_SLICE("”」"));
  const lt_hit *class = lt_reading_cue_here(x->r, place, LT_CUE_MODEL_CLASS);
  if (class) place += class->length;
  return place < x->where.end && lt_reading_char(x->r, place) == u'的' && lt_reading_cue_here(x->r, place + 1, LT_CUE_RELEASE_VERB);
}

/* MAKER-12 */
static bool is_made_while_there(lt_relator *x, const lt_unit *models) {
  enum { NEAR = 4 };
  const lt_unit *firms = is_being_made(x, models) ? lt_unit_before(&x->units, models->span.begin, LT_UNIT_FIRM) : NULL;
  if (firms == NULL) return false;
  lt_slice behind = lt_reading_cut(x->r, (lt_span){firms->span.end, firms->span.end + NEAR});
  if (lt_slice_find(behind, LT_SLICE("期间")) == behind.length) return false;
  lt_unit made = lt_unit_of(x->r, models->last);
  lt_relate_maker(x, firms, &made);
  return true;
}

/* “观澜”是云桥科技成立后首款正式商用的模型: the clause ends in what the model is. */
static bool is_said_to_be(const lt_relator *x, const lt_unit *firms) {
  enum { WORD = 8 };
  uint32_t end = lt_clause_end(x, firms->span.end), from = end > firms->span.end + WORD ? end - WORD : firms->span.end;
  return lt_stands_between(x, firms->span.end, end, u'的') && lt_cue_before(x->r, from, end, LT_CUE_MODEL_CLASS) &&
         !lt_reading_find_cue(x->r, (lt_span){firms->span.end, end}, LT_CUE_DEAL);
}

/* MAKER-8 */
static void maker_follows(lt_relator *x, const lt_unit *models) {
  enum { NEAR = 14, VERB = 10 };
  const lt_unit *firms = lt_unit_after(&x->units, models->span.end, LT_UNIT_FIRM);
  if (firms == NULL || firms->span.begin - models->span.end > NEAR) return;
  const lt_hit *by = lt_cue_before(x->r, models->span.end, firms->span.begin, LT_CUE_MADE_BY);
  if (by == NULL) return;
  bool needs_verb = lt_reading_term(x->r, by).value == 1;
  uint32_t end = firms->span.end + VERB < x->where.end ? firms->span.end + VERB : x->where.end;
  bool verb = lt_reading_find_cue(x->r, (lt_span){firms->span.end, end}, LT_CUE_RELEASE_VERB) != NULL;
  if (!needs_verb || verb || is_said_to_be(x, firms)) lt_relate_maker(x, firms, models);
}

/* MAKER-9: 这项工作由云桥科技和东江大学共同开发: the model named last. */
static void relate_meant(lt_relator *x, const lt_hit *by) {
  enum { NEAR = 3, VERB = 10, SENTENCES = 4, MENTIONS = 12 };
  const lt_reading *r = x->r;
  const lt_unit *firms = lt_unit_after(&x->units, by->begin + by->length, LT_UNIT_FIRM), *model = lt_unit_before(&x->units, by->begin, LT_UNIT_MODEL);
  if (firms == NULL || firms->span.begin - by->begin - by->length > NEAR || model) return;
  lt_span clause = {lt_clause_start(x, by->begin), by->begin};
  uint32_t end = firms->span.end + VERB < x->where.end ? firms->span.end + VERB : x->where.end;
  if (!lt_reading_find_cue(r, clause, LT_CUE_WORK) || !lt_reading_find_cue(r, (lt_span){firms->span.end, end}, LT_CUE_RELEASE_VERB)) return;
  for (uint32_t i = firms->first, n = 0; i-- > 0 && n < MENTIONS && r->mentions.at[i].sentence + SENTENCES >= x->sentence; n++) {
    if (r->entities.at[r->mentions.at[i].entity].kind != LT_NAME_MODEL) continue;
    lt_unit meant = lt_unit_of(r, i);
    lt_relate_maker(x, firms, &meant);
    return;
  }
}

/* MAKER-11: 东江云桥实验室, where 云桥实验室 alone names the same: the entity that the rest of the form names. */
static uint32_t parent_in_form(const lt_relator *x, const lt_mention *m) {
  lt_slice form = lt_reading_cut(x->r, m->span);
  const lt_entity *child = &x->r->entities.at[m->entity];
  lt_term head, rest;
  for (uint32_t n = 2; child->known && n + 2 <= form.length; n++) {
    if (!lt_lexicon_find(x->r->lexicon, (lt_slice){form.at, n}, LT_CUE_CLASSES, &head)) continue;
    if (!lt_lexicon_find(x->r->lexicon, (lt_slice){form.at + n, form.length - n}, LT_CUE_CLASSES, &rest)) continue;
    if ((uint32_t)rest.value == child->lexicon_name) return lt_relator_player(x, lt_lexicon_name(x->r->lexicon, (uint32_t)head.value).name);
  }
  return x->r->entities.count;
}

void lt_relate_maker(lt_relator *x, const lt_unit *firms, const lt_unit *models) {
  lt_relate(x, LT_RELATION_DEVELOPS, firms, models);
  for (uint32_t i = firms->first; i <= firms->last; i++) {
    uint32_t parent = parent_in_form(x, &x->r->mentions.at[i]);
    for (uint32_t j = models->first; parent < x->r->entities.count && j <= models->last; j++) {
      lt_relate_entities(x, LT_RELATION_DEVELOPS, parent, x->r->mentions.at[j].entity, models->span);
    }
  }
}

void lt_relate_makers(lt_relator *x) {
  for (uint32_t i = 0; i < x->units.count; i++) {
    const lt_unit *models = &x->units.at[i];
    if (models->sort != LT_UNIT_MODEL || is_only_compared(x, models)) continue;
    if (is_its_own(x, models) || owner_stands_before(x, models) || opens_clause_on_maker(x, models) || list_goes_on(x, models) || is_made_while_there(x, models) || lt_relate_release(x, models)) continue;
    maker_follows(x, models);
  }
  for (uint32_t i = lt_reading_cue_at(x->r, x->where.begin); i < x->r->cues.count && x->r->cues.at[i].begin < x->where.end; i++) {
    const lt_hit *by = &x->r->cues.at[i];
    if (by->class == LT_CUE_MADE_BY && lt_reading_term(x->r, by).value == 1) relate_meant(x, by);
  }
}

/* MAKER-10: the longest part of the name that names a model itself: Guanlan-300M-SFT, Guanlan-300M, Guanlan. */
static void share_with_version(lt_relator *x, uint32_t version) {
  const lt_entity *e = &x->r->entities.at[version];
  for (uint32_t n = e->name.length; n-- > 3;) {
    if (e->name.at[n] != '-' && e->name.at[n] != ' ') continue;
    uint32_t whole = lt_relator_model(x, (lt_slice){e->name.at, n});
    if (whole < x->r->entities.count && lt_share_makers(x, whole, version, e->first)) return;
  }
}

void lt_share_makers_with_versions(lt_relator *x) {
  for (uint32_t i = 0; i < x->r->entities.count; i++) {
    if (x->r->entities.at[i].kind == LT_NAME_MODEL) share_with_version(x, i);
  }
}
