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

static bool is_with(lt_char c) { return c == u'与' || c == u'和' || c == u'同' || c == u'跟' || c == u'对'; }

/* Inside a list: A与B、C: each of the left with each of the right; A、B、C: every two. */
static void inside_list(lt_reading *r, const lt_unit *firms, lt_relation_kind kind) {
  uint32_t cut = firms->last + 1;
  for (uint32_t i = firms->first; i < firms->last && cut > firms->last; i++) {
    lt_char c = r->text->clean[r->mentions.at[i].span.end];
    if (c == u'与' || c == u'同' || c == u'跟') cut = i + 1;
  }
  for (uint32_t i = firms->first; i <= firms->last; i++) {
    for (uint32_t j = i + 1; j <= firms->last; j++) {
      bool apart = cut > firms->last || (i < cut && j >= cut);
      if (apart) lt_relate_entities(r, kind, r->mentions.at[i].entity, r->mentions.at[j].entity, firms->span);
    }
  }
}

/* 与重卡厂商北驰重工: the word before the firm, a description at most between. */
static uint32_t with_before(const lt_reading *r, uint32_t place) {
  enum { DESCRIBED = 10 };
  for (uint32_t n = 1; n <= DESCRIBED && n <= place; n++) {
    lt_char c = r->text->clean[place - n];
    if (is_with(c)) return place - n;
    if (c == u'，' || c == u'。' || c == u'；' || c == '\n') break;
  }
  return place;
}

/* DEAL-3 */
static void together(lt_reading *r, const lt_units *units, const lt_hit *verb, lt_relation_kind kind) {
  const lt_unit *right = lt_unit_before(units, verb->begin, LT_UNIT_FIRM);
  uint32_t end = verb->begin + verb->length;
  const lt_unit *behind = lt_unit_after(units, end, LT_UNIT_FIRM);
  if (right == NULL || !near(r, right->span.end, verb->begin)) return;
  if (right->last > right->first) {
    inside_list(r, right, kind);
    return;
  }
  uint32_t with = with_before(r, right->span.begin), topic = with < right->span.begin ? lt_topic(r, with) : r->mentions.count;
  if (topic < r->mentions.count) {
    lt_relate_entities(r, kind, r->mentions.at[topic].entity, r->mentions.at[right->first].entity, right->span);
  } else if (behind && near(r, end, behind->span.begin) && behind->span.begin - end <= 4) {
    lt_relate(r, kind, right, behind);
  }
}

/* DEAL-1, DEAL-2 */
static bool one_to_other(lt_reading *r, const lt_units *units, const lt_hit *verb, lt_relation_kind kind) {
  uint32_t end = verb->begin + verb->length;
  const lt_unit *left = lt_unit_before(units, verb->begin, LT_UNIT_FIRM), *right = lt_unit_after(units, end, LT_UNIT_FIRM);
  if (left == NULL || !near(r, left->span.end, verb->begin)) return false;
  uint32_t from = left->span.begin > 10 ? left->span.begin - 10 : 0, topic = lt_topic(r, left->span.begin);
  bool received = holds(r, from, left->span.begin, LT_SLICE("获")) || holds(r, from, left->span.begin, LT_SLICE("被")) || holds(r, from, left->span.begin, LT_SLICE("得到"));
  if (received && topic < r->mentions.count) {
    for (uint32_t i = left->first; i <= left->last; i++) lt_relate_entities(r, kind, r->mentions.at[i].entity, r->mentions.at[topic].entity, left->span);
    return true;
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
  if (investors == NULL || investors->span.begin - end > 4) return;
  invested_in_topic(r, investors);
  for (const lt_unit *more = investors + 1; more < units->at + units->count && more->sort == LT_UNIT_FIRM; more++) { /* 以及做家电起家的海岳控股 */
    lt_char c = r->text->clean[more[-1].span.end];
    if ((c != u'、' && c != u'和' && c != u'以' && c != u'及') || more->span.begin - more[-1].span.end > FAR) return;
    invested_in_topic(r, more);
  }
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
