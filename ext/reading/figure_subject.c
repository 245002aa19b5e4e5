/* Whose figure it is, and when.
**
**   SUBJECT-BEHIND      仅成立一年的平头哥: the name right behind the figure's 的
**   SUBJECT-RESPECTIVE  街电、小电的份额分别为28.6%和27%: the names of the list in their order
**   SUBJECT-BEFORE      the last name before the figure in its clause, else the first of the sentence; what it is compared with
**                       (比…, 相比…) and who says it do not count. Names in a list stand together (百度、阿里)
**   SUBJECT-TOPIC       大厂们开出百万年薪, 该基准由3000个问题组成: what the sentence speaks of, where it names nobody
**   SUBJECT-OWNER       芯片制造业增速: what stands before the metric in its phrase
**   PERIOD-RESPECTIVE   2022年和今年的1-2月…分别: the dates of the list in their order
**   PERIOD-BEFORE       the last date before the figure in the sentence; one behind 比 belongs to the figure right behind it only
**   PERIOD-BEHIND       获得2亿美元融资的2023年 is rare: a date behind it counts only inside its clause */
#include "reading/figure_link.h"

#include "base/char.h"
#include "reading/argument.h"
#include "reading/clause.h"
#include "reading/glyph.h"

enum { NAMES = 8 };

/* 比2017年, 为豆包的近4倍, 只有GPT-4仅百分之一 */
static bool follows_comparison(const lt_figure_link *l, uint32_t begin) {
  if (begin <= l->sentence.begin) return false;
  lt_char c = l->text[begin - 1];
  if (c == u'比' || c == u'较' || c == u'除') return true;
  lt_slice before = {l->text + l->sentence.begin, begin - l->sentence.begin};
  return lt_slice_ends_with(before, LT_SLICE("相比")) || lt_slice_ends_with(before, LT_SLICE("相比于")) || lt_slice_ends_with(before, LT_SLICE("对比")) ||
         ((lt_slice_ends_with(before, LT_SLICE("为")) || lt_slice_ends_with(before, LT_SLICE("是")) || lt_slice_ends_with(before, LT_SLICE("有"))) && (l->figure->measure == LT_MEASURE_MULTIPLE || (l->figure->measure == LT_MEASURE_PERCENT && l->figure->span.begin - begin < 12)));
}

static bool is_owner(const lt_reading *r, const lt_mention *m) { return r->entities.at[m->entity].kind != LT_NAME_GROUP; }

/* First mention of the list in which this one stands. */
static uint32_t list_begin(const lt_figure_link *l, uint32_t i) {
  const lt_reading *r = l->reading;
  while (i > 0 && r->mentions.at[i - 1].span.begin >= l->sentence.begin && r->mentions.at[i - 1].span.end <= r->mentions.at[i].span.begin &&
         lt_figure_joins(l->text, r->mentions.at[i - 1].span.end, r->mentions.at[i].span.begin)) {
    i--;
  }
  return i;
}

static lt_slice name_of(const lt_figure_link *l, uint32_t mention) {
  return l->reading->entities.at[l->reading->mentions.at[mention].entity].name;
}

/* 百度、阿里巴巴、腾讯 */
static lt_slice names_of(const lt_figure_link *l, uint32_t first, uint32_t last) {
  if (first == last) return name_of(l, first);
  uint32_t length = last - first;
  for (uint32_t i = first; i <= last; i++) length += name_of(l, i).length;
  lt_char *joined = lt_arena_block(l->reading->arena, (uint64_t)length * sizeof *joined);
  if (joined == NULL) return LT_NO_SLICE;
  lt_char *at = joined;
  for (uint32_t i = first; i <= last; i++) {
    lt_slice name = name_of(l, i);
    if (i > first) *at++ = u'、';
    memcpy(at, name.at, name.length * sizeof *at);
    at += name.length;
  }
  return (lt_slice){joined, length};
}

static bool find_behind(lt_figure_link *l) {
  uint32_t at = l->figure->span.end;
  if (l->figure->measure != LT_MEASURE_DURATION || at >= l->sentence.end || l->text[at] != u'的') return false;
  uint32_t i = lt_reading_mention_at(l->reading, at);
  if (i == l->reading->mentions.count || l->reading->mentions.at[i].span.begin != at + 1) return false;
  l->figure->subject = name_of(l, i);
  return true;
}

/* The names of the list right before 分别, known or not: 街电、小电、怪兽、来电4家头部企业的市场份额占比分别为… */
static bool find_listed(lt_figure_link *l, uint32_t place, uint32_t count, uint32_t end) {
  uint32_t item = 0, begin = l->sentence.begin;
  for (uint32_t at = l->sentence.begin; at < end; at++) {
    lt_char c = l->text[at];
    bool joint = lt_slice_index(LT_SLICE("、和与及"), c) < 4, stop = !joint && !lt_char_is_han(c) && !lt_char_is_latin(c);
    bool last = item + 1 == count && (stop || c == u'的' || lt_glyph_of(c) == LT_GLYPH_ARABIC || lt_glyph_of(c) == LT_GLYPH_HAN);
    if (!joint && !stop && !last) continue;
    if ((joint || last) && item == place && at > begin && at - begin < 12) l->figure->subject = (lt_slice){l->text + begin, at - begin};
    if (last) return l->figure->subject.at != NULL;
    item = joint ? item + 1 : 0;
    if (stop) l->figure->subject = LT_NO_SLICE;
    begin = at + 1;
  }
  l->figure->subject = LT_NO_SLICE;
  return false;
}

static bool overlaps_date(const lt_figure_link *l, lt_slice words) {
  uint32_t begin = (uint32_t)(words.at - l->text), i = lt_figure_date_at(l, begin + words.length);
  return i > 0 && l->reading->dates.at[i - 1].span.end > begin;
}

static bool find_respective(lt_figure_link *l) {
  uint32_t place, count, begin;
  if (!lt_figure_respective(l, &place, &count, &begin)) return false;
  uint32_t end = lt_reading_mention_at(l->reading, begin);
  for (; end > 0 && l->reading->mentions.at[end - 1].span.begin >= l->sentence.begin; end--) {
    uint32_t first = list_begin(l, end - 1);
    if (end - first == count) {
      l->figure->subject = name_of(l, first + place);
      return true;
    }
  }
  if (!find_listed(l, place, count, begin)) return false;
  if (!overlaps_date(l, l->figure->subject)) return true;
  l->figure->subject = LT_NO_SLICE; /* 2022年和今年的1-2月 are its periods */
  return false;
}

/* Without a name in its own clause: whose the figure before it is. */
static bool continue_before(lt_figure_link *l) {
  const lt_figure *before = lt_figure_before(l);
  if (before == NULL || before->subject.at == NULL) return false;
  l->figure->subject = before->subject;
  return true;
}

static bool parts_clauses(const lt_figure_link *l, uint32_t from, uint32_t to) {
  for (; from < to; from++) {
    if (lt_char_is_pause(l->text[from]) && l->text[from] != u'、') return true;
  }
  return false;
}

/* （即甲、乙）和24个模型: names that explain something else. */
static bool is_in_brackets(const lt_figure_link *l, uint32_t at) {
  uint32_t end = l->figure->span.begin - at > LT_FIGURE_REACH ? at + LT_FIGURE_REACH : l->figure->span.begin;
  for (int depth = 0; at < end; at++) {
    lt_char c = l->text[at];
    if (c == u'（' || c == '(') depth++;
    else if ((c == u'）' || c == ')') && depth-- == 0) return true;
  }
  return false;
}

/* The last name of the figure's own clause, else the last of the first clause that has one (望舟联合创始人林远舟的公司云桥科技，…). */
static uint32_t best_mention(const lt_figure_link *l, uint32_t end) {
  const lt_reading *r = l->reading;
  uint32_t best = UINT32_MAX;
  for (uint32_t i = end; i > 0 && r->mentions.at[i - 1].span.begin >= l->sentence.begin; i--) {
    const lt_mention *m = &r->mentions.at[i - 1];
    if (!is_owner(r, m) || m->span.end > l->figure->span.begin || follows_comparison(l, m->span.begin) || is_in_brackets(l, m->span.end)) continue;
    if (best == UINT32_MAX || parts_clauses(l, m->span.end, r->mentions.at[best].span.begin)) best = i - 1;
    if (m->span.begin >= l->clause.begin) break;
  }
  return best;
}

static bool find_before(lt_figure_link *l, bool in_clause) {
  uint32_t end = lt_reading_mention_at(l->reading, l->figure->span.begin), best = best_mention(l, end);
  if (best == UINT32_MAX || (in_clause && l->reading->mentions.at[best].span.begin < l->clause.begin)) return false;
  uint32_t first = list_begin(l, best), last = best;
  while (last + 1 < end && list_begin(l, last + 1) == first) last++;
  l->figure->subject = last - first < NAMES ? names_of(l, first, last) : name_of(l, first);
  return true;
}

/* What stands right before the metric in its clause: 设计业和制造业的 | 增长率, 芯片制造业 | 增速. */
static bool find_owner(lt_figure_link *l) {
  lt_slice metric = l->figure->metric;
  if (metric.at == NULL || lt_phrases_before(&lt_phrases_metrics, metric.at, metric.at + metric.length) == NULL) return false;
  if (metric.at < l->text + l->clause.begin || metric.at > l->text + l->figure->span.begin) return false;
  uint32_t end = (uint32_t)(metric.at - l->text), begin;
  if (end > l->clause.begin && l->text[end - 1] == u'的') end--;
  for (begin = end; begin > l->own && end - begin < 14; begin--) {
    lt_char c = l->text[begin - 1];
    if (!lt_char_is_han(c) && !lt_char_is_latin(c) && c != ' ') break;
    if (c == u'的' || c == u'了' || lt_phrases_before(&lt_phrases_verbs, l->text + l->own, l->text + begin)) {
      if (c != u'与' && c != u'和') break;
    }
  }
  uint32_t date = lt_figure_date_at(l, end);
  if (date > 0 && l->reading->dates.at[date - 1].span.end > begin) begin = l->reading->dates.at[date - 1].span.end;
  for (const lt_phrase *word; (word = lt_phrases_before(&lt_phrases_links, l->text + begin, l->text + end)) != NULL && word->length > 1;) end -= word->length;
  if (end < begin + 2) return false;
  l->figure->subject = (lt_slice){l->text + begin, end - begin};
  return true;
}

/* 每秒, 前几天一下子, 它发布, 升级后: no topics. */
static bool is_topic(lt_slice t) {
  if (t.at == NULL || t.length < 2 || t.length > 12 || !lt_char_is_han(*t.at) || t.at[t.length - 1] == u'后') return false;
  for (uint32_t i = 0; i < t.length; i++) {
    lt_glyph glyph = lt_glyph_of(t.at[i]);
    if (glyph != LT_GLYPH_NONE && glyph != LT_GLYPH_LETTER && glyph != LT_GLYPH_WORD) return false;
    const lt_phrase *link = lt_phrases_here(&lt_phrases_links, t.at + i, t.at + t.length);
    if (link && (link->length > 1 || *t.at == u'此')) return false;
  }
  return lt_phrases_before(&lt_phrases_verbs, t.at, t.at + t.length) == NULL;
}

/* 该基准由…: the thing itself; 该公司 and 该产品 stand for a name. */
static bool find_pointed_at(lt_figure_link *l, lt_span where) {
  static const lt_char names[][3] = {u"公司", u"企业", u"集团", u"机构", u"平台", u"产品", u"品牌"};
  if (l->text[where.begin] != u'该') return false;
  const lt_char *begin = l->text + where.begin, *limit = l->text + where.end, *end = begin + 1;
  while (end < limit && end - begin < 8 && lt_char_is_han(*end) && !lt_phrases_here(&lt_phrases_verbs, end, limit) && !lt_phrases_here(&lt_phrases_links, end, limit)) end++;
  lt_slice thing = {begin, (uint32_t)(end - begin)};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    if (lt_slice_ends_with(thing, (lt_slice){names[i], 2})) return false;
  }
  if (thing.length < 3 || thing.length > 7) return false;
  l->figure->subject = thing;
  return true;
}

/* 大厂们更是开出百万年薪: what the clause, or else the sentence, speaks of. */
static bool find_topic(lt_figure_link *l, lt_span where) {
  if (where.end > l->figure->span.begin) where.end = l->figure->span.begin;
  if (where.begin >= where.end) return false;
  if (find_pointed_at(l, where)) return true;
  lt_slice topic = lt_claim_subject(l->reading, where, l->reading->document->sentences.at[l->figure->sentence].section), metric = l->figure->metric;
  if (topic.length > 1 && lt_slice_index(LT_SLICE("和与及"), topic.at[topic.length - 1]) < 3) topic.length--;
  if (!is_topic(topic) || (metric.at && (lt_slice_find(topic, metric) < topic.length || lt_slice_ends_with(metric, topic)))) return false;
  l->figure->subject = topic;
  return true;
}

void lt_figure_find_subject(lt_figure_link *l) {
  const lt_figure *before = lt_figure_before(l);
  bool same = before && before->subject.at && (lt_figure_is_joined(l) || (before->metric.at && before->metric.at == l->figure->metric.at));
  if (l->owner.end) l->figure->subject = lt_text_cut(l->reading->text, l->owner);
  else if (find_behind(l) || find_respective(l)) return;
  else if (same) l->figure->subject = before->subject;
  else if (find_before(l, true) || find_owner(l) || continue_before(l) || find_before(l, false) || find_topic(l, l->clause)) return;
  else find_topic(l, l->sentence);
}

/* ---- when ---- */

static lt_slice cut(const lt_figure_link *l, uint32_t date) { return lt_text_cut(l->reading->text, l->reading->dates.at[date].span); }

static bool find_respective_period(lt_figure_link *l) {
  uint32_t place, count, begin;
  const lt_reading *r = l->reading;
  if (!lt_figure_respective(l, &place, &count, &begin)) return false;
  uint32_t end = lt_figure_date_at(l, begin), first = end;
  while (first > 0 && end - first < count && r->dates.at[first - 1].span.begin >= l->sentence.begin) first--;
  if (end - first != count) return false;
  for (uint32_t i = first; i + 1 < end; i++) {
    if (!lt_figure_joins(l->text, r->dates.at[i].span.end, r->dates.at[i + 1].span.begin)) return false;
  }
  l->figure->period = cut(l, first + place);
  return true;
}

void lt_figure_find_period(lt_figure_link *l) {
  if (find_respective_period(l)) return;
  const lt_reading *r = l->reading;
  for (uint32_t i = lt_figure_date_at(l, l->figure->span.begin); i > 0; i--) {
    lt_span date = r->dates.at[i - 1].span;
    if (date.begin < r->document->sentences.at[l->figure->sentence].span.begin) break;
    bool next_to_it = date.end + 1 >= l->figure->span.begin || (date.end + 2 >= l->figure->span.begin && l->text[date.end] == u'的');
    if (follows_comparison(l, date.begin) && !next_to_it) continue;
    l->figure->period = cut(l, i - 1);
    return;
  }
}
