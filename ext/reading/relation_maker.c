/* Who brought out which model: develops.
**
**   MAKER-1  the maker stands before the model, describing words at most between them: 阿里的“通义千问”, 字节跳动旗下AI助手豆包, 智谱GLM-4
**   MAKER-2  a release verb stands between them: 商汤科技宣布推出了“日日新”. As many makers as models, not together: each its own, in order
**   MAKER-3  the maker follows: “观澜”由云桥科技发布; JetMoE，来自MIT
**   MAKER-4  a sentence without a maker before its verb speaks of the firm that the one before began with: 它又发布了…
**   MAKER-5  a list goes on over descriptions: 发布了双语模型“观澜”，对话模型“青简”以及…: the makers of the first are those of the next
**   MAKER-6  parts and versions: 观澜大模型，包括“观澜·绘”; CosyVoice-300M: the makers of the whole
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
  return lt_cue_before(r, from, begin, LT_CUE_COMPARE) != NULL;
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

/* MAKER-2, MAKER-4 */
static bool released(lt_reading *r, uint32_t sentence, const lt_unit *models, const lt_units *units) {
  lt_span where = r->document->sentences.at[sentence].span;
  const lt_hit *verb = verb_before(r, where, models->span.begin);
  if (verb == NULL || lt_is_unreal(r, where, verb->begin)) return false;
  uint32_t verb_end = verb->begin + verb->length;
  if (lt_stands_between(r, verb_end, models->span.begin, u'，') || lt_stands_between(r, verb_end, models->span.begin, u'；')) return false;
  const lt_unit *firms = lt_unit_before(units, verb->begin, LT_UNIT_FIRM);
  lt_unit topic;
  if (firms && lt_stands_between(r, firms->span.end, verb->begin, u'；')) return false;
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
    if (owner_before(r, models, units) || goes_on(r, where, models, units) || released(r, sentence, models, units)) continue;
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
