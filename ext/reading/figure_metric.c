/* What is measured, and which way it goes.
**
**   METRIC-BEHIND     2.5亿美元融资, 超过20年的AI原创技术, 百万年薪; of a count, the thing counted: 4326个简洁的问题
**   METRIC-BEFORE     招聘数量达3万: the noun phrase left when the words that only tie (已, 达, 同比) are taken away
**   METRIC-SAME       比2017年的2073亿元增长21.5%, 63.8%和61.9%: as the figure before it
**   METRIC-FAR        贸易逆差创下新高，达到2275亿美元: the last thing measured that the sentence names
**   METRIC-VERB       押注8000万美元, 用7个月完成前端设计: the words of the clause, where no noun is measured
**   DIRECTION-BEFORE  上升281.88%, 缩减至5分钟
**   DIRECTION-BEHIND  31.3%的同比增幅
**   DIRECTION-METRIC  增速达25.6%: growth goes up unless it falls back */
#include "reading/figure_noun.h"

#include "base/char.h"

enum { LONGEST = 18 };

static lt_slice cut(const lt_figure_link *l, lt_span s) { return (lt_slice){l->text + s.begin, s.end - s.begin}; }

static bool is_empty(lt_span s) { return s.begin >= s.end; }

/* 增速 and 涨幅 go up, 跌幅 goes down. */
static void note_growth(lt_figure_link *l, lt_slice noun) {
  const lt_phrase *metric = noun.at ? lt_phrases_before(&lt_phrases_metrics, noun.at, noun.at + noun.length) : NULL;
  if (l->figure->direction == 0 && metric && metric->value != 0) l->figure->direction = metric->value > 0 ? '+' : '-';
}

static lt_span metric_far(const lt_figure_link *l) {
  const lt_figure *before = lt_figure_before(l);
  uint32_t begin = before ? before->span.end : l->sentence.begin;
  for (uint32_t end = l->figure->span.begin; end > begin; end--) {
    const lt_phrase *metric = lt_phrases_before(&lt_phrases_metrics, l->text + begin, l->text + end);
    if (metric == NULL || metric->length < 2) continue;
    lt_span noun = {lt_figure_noun_begin(l, begin, end), end};
    noun.begin = lt_figure_without_owner(l, noun);
    return noun;
  }
  return (lt_span){0, 0};
}

/* 出资的5000万美元: the verb that the words that only tie lead to. */
static lt_span verb_at(const lt_figure_link *l, uint32_t end) {
  const lt_phrase *verb = lt_phrases_before(&lt_phrases_verbs, l->text + l->own, l->text + end);
  return verb && verb->length > 1 ? (lt_span){end - verb->length, end} : (lt_span){0, 0};
}

static lt_span verb_before(const lt_figure_link *l) {
  lt_span words = {l->own, l->figure->span.begin};
  while (!is_empty(words) && (lt_figure_is_boundary(l->text[words.end - 1]) || lt_char_is_space(l->text[words.end - 1]) || l->text[words.end - 1] == u'了')) words.end--;
  const lt_phrase *verb = lt_phrases_before(&lt_phrases_verbs, l->text + words.begin, l->text + words.end);
  if (verb) words.begin = words.end - verb->length;
  else if (words.end - words.begin > 4) words.begin = words.end - 4;
  while (!is_empty(words) && lt_figure_is_boundary(l->text[words.begin])) words.begin++;
  uint32_t i = lt_reading_mention_at(l->reading, words.begin);
  if (i > 0 && l->reading->mentions.at[i - 1].span.end > words.begin) words.begin = l->reading->mentions.at[i - 1].span.end;
  return words;
}

/* 3亿用户, 70亿参数: the unit is the thing. */
static bool is_thing(const lt_figure_link *l) {
  const lt_phrase *unit = l->figure->measure == LT_MEASURE_COUNT ? lt_figure_unit_word(l->figure) : NULL;
  return l->figure->unit.at && l->figure->measure == LT_MEASURE_COUNT && (unit == NULL || unit->kind == LT_PHRASE_NOUN);
}

static bool same_as_before(const lt_figure_link *l, bool changed) {
  const lt_figure *before = lt_figure_before(l);
  return before && before->metric.at && (changed || before->span.end > l->clause.begin) && before->measure != LT_MEASURE_COUNT;
}

/* 用7个月完成了前端设计, 用3个月就成功流片: what the time was spent on. */
static lt_span words_behind(const lt_figure_link *l) {
  lt_span words = {l->figure->span.end, l->clause.end};
  while (words.begin < words.end) {
    const lt_phrase *verb = lt_phrases_here(&lt_phrases_verbs, l->text + words.begin, l->text + words.end);
    const lt_phrase *link = verb ? verb : lt_phrases_here(&lt_phrases_links, l->text + words.begin, l->text + words.end);
    if (link == NULL) break;
    words.begin += link->length;
  }
  return words.end - words.begin <= LONGEST ? words : (lt_span){0, 0};
}

static bool is_time(const lt_figure_link *l, lt_span noun) {
  return l->figure->measure == LT_MEASURE_DURATION && lt_slice_starts_with(cut(l, noun), LT_SLICE("时间"));
}

/* 4000万美元的大手笔, 60秒的视频, 百万美金挑战赛; a time without 的 is followed by what happened (一年完成布局), people by what they did. */
static bool takes_noun(const lt_figure_link *l, lt_span behind) {
  lt_measure measure = l->figure->measure;
  bool tied = l->text[l->figure->span.end] == u'的';
  if (is_time(l, behind)) return false;
  if (measure == LT_MEASURE_DURATION) return tied && lt_reading_mention_at(l->reading, behind.begin) == lt_reading_mention_at(l->reading, behind.begin + 1);
  return measure != LT_MEASURE_COUNT || tied;
}

/* 使用含光800仅需4块: pieces of what is named. */
static lt_span name_before(const lt_figure_link *l) {
  const lt_phrase *changed;
  lt_figure_link copy = *l;
  lt_figure figure = *l->figure;
  copy.figure = &figure;
  const lt_mention *mention = lt_figure_mention_ending(l->reading, lt_figure_strip(&copy, l->own, l->figure->span.begin, &changed));
  return mention && mention->span.begin >= l->own ? mention->span : (lt_span){0, 0};
}

static lt_span find(lt_figure_link *l) {
  bool changed;
  lt_span behind = lt_figure_noun_behind(l), before = lt_figure_noun_before(l, &changed), none = {0, 0};
  bool known_behind = lt_figure_ends_in_metric(l, behind) && !is_time(l, behind), known_before = lt_figure_ends_in_metric(l, before);
  if (known_behind) note_growth(l, cut(l, behind));
  if (lt_figure_is_joined(l) && lt_figure_before(l)->metric.at) return none;
  if (lt_figure_counts_things(l) && !is_empty(behind)) return behind;
  if (is_thing(l) && !known_before) return none;
  if (known_behind && !known_before) return behind;
  if (!known_before && behind.end > behind.begin + 1 && takes_noun(l, behind)) return behind;
  if (!known_before && lt_figure_is_owner(l, before) && lt_figure_before(l) && lt_figure_before(l)->measure == l->figure->measure) {
    l->owner = before; /* 设计业为21.5% */
    return none;
  }
  if (before.end > before.begin + 1) return before;
  if (l->figure->measure == LT_MEASURE_COUNT && l->figure->unit.at && *l->figure->unit.at == u'人' && !is_empty(words_behind(l))) return words_behind(l); /* 50万人申请 */
  if (l->figure->measure == LT_MEASURE_COUNT && !is_empty(name_before(l))) return name_before(l);
  if (!is_empty(verb_at(l, before.end))) return verb_at(l, before.end);
  if (same_as_before(l, changed)) return none;
  if (l->figure->measure == LT_MEASURE_DURATION && !is_empty(words_behind(l))) return words_behind(l);
  if (!is_empty(metric_far(l))) return metric_far(l);
  return before.end > l->own && !is_empty(verb_before(l)) ? verb_before(l) : behind;
}

void lt_figure_find_metric(lt_figure_link *l) {
  lt_span metric = find(l);
  const lt_figure *before = lt_figure_before(l);
  if (!is_empty(metric)) l->figure->metric = cut(l, metric);
  else if (is_thing(l) && !lt_figure_is_joined(l)) l->figure->metric = l->figure->unit;
  else if (before) l->figure->metric = before->metric;
  if (lt_figure_is_joined(l) && l->figure->direction == 0) l->figure->direction = before->direction;
  note_growth(l, l->figure->metric);
}
