/* What ties firms: money, shares, work together, rivalry.
**
**   DEAL-1  A verb B: 阿里投资智谱AI, 东江集团收购了云桥科技
**   DEAL-2  B 获 A 投资: 月之暗面获红杉、美团、阿里新一轮投资; B 被 A 收购
**   DEAL-3  A 与 B 合作 / 竞争: 昆仑万维和奇点智源合作自研了
**   DEAL-4  investors of a round: 投资方包括A、B; 由A领投, B跟投: the firm is the one the sentence, or the one before it, speaks of */
#include "reading/finder.h"
#include "reading/unit.h"

enum { FAR = 24 };

static const lt_relation_kind kinds[] = {0, LT_RELATION_INVESTS_IN, LT_RELATION_ACQUIRES, LT_RELATION_HOLDS_STAKE_IN, LT_RELATION_PARTNERS_WITH, LT_RELATION_COMPETES_WITH};

static bool near(const lt_reading *r, uint32_t begin, uint32_t end) {
  return begin <= end && end - begin <= FAR && !lt_stands_between(r, begin, end, u'；') && !lt_stands_between(r, begin, end, u'，');
}

static bool holds(const lt_reading *r, uint32_t begin, uint32_t end, lt_slice word) {
  return begin < end && lt_slice_find(lt_reading_cut(r, (lt_span){begin, end}), word) < end - begin;
}

/* DEAL-4 */
static void invested_in_topic(lt_reading *r, const lt_unit *investors) {
  uint32_t topic = lt_topic(r, investors->span.begin);
  if (topic == r->mentions.count) return;
  for (uint32_t i = investors->first; i <= investors->last; i++) {
    lt_relate_entities(r, LT_RELATION_INVESTS_IN, r->mentions.at[i].entity, r->mentions.at[topic].entity, investors->span);
  }
}

/* DEAL-3: one list of two or more before the verb, or two firms joined by 与, 和, 同, 携手. */
static void together(lt_reading *r, const lt_units *units, const lt_hit *verb, lt_relation_kind kind) {
  const lt_unit *right = lt_unit_before(units, verb->begin, LT_UNIT_FIRM);
  uint32_t end = verb->begin + verb->length;
  const lt_unit *behind = lt_unit_after(units, end, LT_UNIT_FIRM);
  if (right && near(r, right->span.end, verb->begin)) {
    if (right->last > right->first) {
      for (uint32_t i = right->first; i < right->last; i++) lt_relate_entities(r, kind, r->mentions.at[i].entity, r->mentions.at[i + 1].entity, right->span);
      return;
    }
    const lt_unit *left = lt_unit_before(units, right->span.begin, LT_UNIT_FIRM);
    lt_char before = r->text->clean[right->span.begin ? right->span.begin - 1 : 0];
    if (left && (before == u'与' || before == u'和' || before == u'同' || before == u'跟' || before == u'对') && near(r, left->span.end, right->span.begin)) {
      lt_relate(r, kind, left, right);
      return;
    }
    if (behind && near(r, end, behind->span.begin) && behind->span.begin - end <= 4) lt_relate(r, kind, right, behind);
  }
}

/* DEAL-1, DEAL-2 */
static bool one_to_other(lt_reading *r, const lt_units *units, const lt_hit *verb, lt_relation_kind kind) {
  uint32_t end = verb->begin + verb->length;
  const lt_unit *left = lt_unit_before(units, verb->begin, LT_UNIT_FIRM), *right = lt_unit_after(units, end, LT_UNIT_FIRM);
  if (left == NULL || !near(r, left->span.end, verb->begin)) return false;
  const lt_unit *target = lt_unit_before(units, left->span.begin, LT_UNIT_FIRM);
  if (target) {
    uint32_t gap = target->span.end;
    uint32_t from = left->span.begin > gap + 10 ? left->span.begin - 10 : gap;
    bool received = holds(r, from, left->span.begin, LT_SLICE("获")) || holds(r, from, left->span.begin, LT_SLICE("被")) || holds(r, from, left->span.begin, LT_SLICE("得到"));
    if (received && !lt_stands_between(r, gap, left->span.begin, u'；')) {
      lt_relate(r, kind, left, target);
      return true;
    }
  }
  if (right && near(r, end, right->span.begin)) {
    lt_relate(r, kind, left, right);
    return true;
  }
  bool of_round = kind == LT_RELATION_INVESTS_IN && lt_slice_ends_with(lt_reading_cut(r, lt_hit_span(verb)), LT_SLICE("投")) && left->span.end == verb->begin;
  if (of_round) invested_in_topic(r, left);
  return of_round;
}

static void read_round(lt_reading *r, const lt_units *units, const lt_hit *cue) {
  uint32_t end = cue->begin + cue->length;
  const lt_unit *investors = lt_unit_after(units, end, LT_UNIT_FIRM);
  if (investors && investors->span.begin - end <= 4) invested_in_topic(r, investors);
}

void lt_relate_deals(lt_reading *r, uint32_t sentence, const lt_units *units) {
  lt_span where = r->document->sentences.at[sentence].span;
  uint32_t last_end = 0;
  for (uint32_t i = lt_reading_cue_at(r, where.begin); i < r->cues.count && r->cues.at[i].begin < where.end; i++) {
    lt_hit cue = r->cues.at[i];
    if (cue.class == LT_CUE_INVESTORS) read_round(r, units, &cue);
    if (cue.class != LT_CUE_DEAL || cue.begin < last_end) continue;
    last_end = cue.begin + cue.length;
    if (lt_is_unreal(r, where, cue.begin)) continue;
    int32_t sort = lt_reading_term(r, &cue).value;
    if (sort >= 4) together(r, units, &cue, kinds[sort]);
    else one_to_other(r, units, &cue, kinds[sort]);
  }
}
