/* Noun phrases round a figure, without a parser: backwards from the quantity over the words that only tie (已, 达, 同比), then over
** the noun itself as far as a verb, a 的, a name or a date; forwards over what describes (简洁且寻求事实的) to the noun and its end.
**
** Limits: a verb that is no word of verbs.tsv is taken into the noun; a noun that opens with one is cut. */
#include "reading/figure_noun.h"

#include "base/char.h"
#include "reading/clause.h"
#include "reading/glyph.h"

enum { LONGEST = 18 };

bool lt_figure_is_boundary(lt_char c) {
  const lt_slice brackets = LT_SLICE("“”「」（）()《》");
  return lt_char_is_pause(c) || lt_char_ends_sentence(c) || lt_slice_index(brackets, c) < brackets.length;
}

const lt_phrase *lt_figure_unit_word(const lt_figure *f) {
  return f->unit.at ? lt_phrases_here(&lt_phrases_units, f->unit.at, f->unit.at + f->unit.length) : NULL;
}

/* 三家, 40多个: the thing counted stands behind; 人 is one itself. */
bool lt_figure_counts_things(const lt_figure_link *l) {
  const lt_phrase *unit = l->figure->measure == LT_MEASURE_COUNT ? lt_figure_unit_word(l->figure) : NULL;
  return unit && unit->kind == LT_PHRASE_COUNT && *l->figure->unit.at != u'人';
}

/* ---- before ---- */

static void note_direction(lt_figure_link *l, const lt_phrase *word) {
  if (l->figure->direction == 0 && word->kind != LT_PHRASE_LINK) l->figure->direction = word->kind == LT_PHRASE_UP ? '+' : '-';
}

/* The date that ends here takes its place in the clause: 截至2023年3月 | 增长3%. */
static bool step_over_date(const lt_figure_link *l, uint32_t *end, uint32_t begin) {
  const lt_date *date = lt_figure_date_ending(l, *end);
  if (date == NULL || date->span.begin < begin) return false;
  *end = date->span.begin;
  return true;
}

/* 位列第二 */
static bool step_over_rank(const lt_figure_link *l, uint32_t *end, uint32_t begin) {
  uint32_t at = *end;
  while (at > begin && lt_glyph_of(l->text[at - 1]) >= LT_GLYPH_ARABIC && lt_glyph_of(l->text[at - 1]) <= LT_GLYPH_SMALL) at--;
  if (at == *end || at == begin || l->text[at - 1] != u'第') return false;
  *end = at - 1;
  return true;
}

/* Takes words that only tie off the end, noting the direction; where what is left ends. */
uint32_t lt_figure_strip(lt_figure_link *l, uint32_t begin, uint32_t end, const lt_phrase **last) {
  for (*last = NULL; end > begin;) {
    lt_char c = l->text[end - 1];
    if (lt_char_is_space(c) || lt_figure_is_boundary(c)) {
      end--;
      continue;
    }
    if (step_over_date(l, &end, begin)) continue;
    if (step_over_rank(l, &end, begin)) continue;
    const lt_phrase *word = lt_phrases_before(&lt_phrases_links, l->text + begin, l->text + end);
    const lt_phrase *metric = lt_phrases_before(&lt_phrases_metrics, l->text + begin, l->text + end);
    const lt_phrase *bound = word ? NULL : lt_phrases_before(&lt_phrases_bounds, l->text + begin, l->text + end);
    if ((word == NULL && bound == NULL) || (metric && metric->length > (word ? word : bound)->length)) return end;
    if (word) note_direction(l, word);
    if (word && word->kind != LT_PHRASE_LINK) *last = word;
    end -= word ? word->length : bound->length;
  }
  return end;
}

static bool ends_noun(const lt_figure_link *l, uint32_t begin, uint32_t at) {
  lt_char c = l->text[at - 1];
  bool between_latin = lt_char_is_space(c) && at - 1 > begin && lt_char_is_latin(l->text[at - 2]) && lt_char_is_latin(l->text[at]);
  if (between_latin) return false; /* Model Y */
  if (lt_figure_is_boundary(c) || c == u'的' || c == u'地' || c == u'了' || c == u'、' || lt_char_is_space(c)) return true;
  if (lt_char_is_latin(c)) return false;
  const lt_phrase *verb = lt_phrases_before(&lt_phrases_verbs, l->text + begin, l->text + at);
  return verb != NULL;
}

/* A mention that ends here, NULL if none. */
const lt_mention *lt_figure_mention_ending(const lt_reading *r, uint32_t end) {
  uint32_t i = lt_reading_mention_at(r, end);
  return i > 0 && r->mentions.at[i - 1].span.end == end ? &r->mentions.at[i - 1] : NULL;
}

/* Where the noun phrase that ends at `end` begins. A metric that the list knows (投资, 增长) is taken whole, verb or not. */
uint32_t lt_figure_noun_begin(const lt_figure_link *l, uint32_t begin, uint32_t end) {
  const lt_phrase *metric = lt_phrases_before(&lt_phrases_metrics, l->text + begin, l->text + end);
  uint32_t at = metric ? end - metric->length : end;
  while (at > begin && end - at < LONGEST && !lt_figure_mention_ending(l->reading, at) && lt_figure_date_ending(l, at) == NULL && !ends_noun(l, begin, at)) at--;
  return at;
}

static bool is_owner_char(lt_char c) { return lt_slice_index(LT_SLICE("业版店厂司场区国省市县球界家人方目"), c) < 17; }

bool lt_figure_is_owner(const lt_figure_link *l, lt_span noun) { return noun.end > noun.begin + 1 && is_owner_char(l->text[noun.end - 1]); }

/* 整体估值 stays together; 芯片制造业增速 is the growth of an industry. */
uint32_t lt_figure_without_owner(const lt_figure_link *l, lt_span noun) {
  const lt_phrase *metric = lt_phrases_before(&lt_phrases_metrics, l->text + noun.begin, l->text + noun.end);
  if (metric == NULL) return noun.begin;
  uint32_t at = noun.end - metric->length;
  return at > noun.begin + 1 && is_owner_char(l->text[at - 1]) ? at : noun.begin;
}

/* 为豆包的近4倍, 是第二名的3.3倍, 只有GPT-4仅百分之一: what it is compared with does not count. */
static uint32_t before_comparison(const lt_figure_link *l, uint32_t begin, uint32_t end) {
  lt_measure measure = l->figure->measure;
  const lt_mention *mention = lt_figure_mention_ending(l->reading, end);
  if (measure != LT_MEASURE_MULTIPLE && measure != LT_MEASURE_PERCENT) return end;
  if (measure == LT_MEASURE_PERCENT && mention == NULL) return end;
  for (uint32_t at = end; at > begin && end - at < LONGEST; at--) {
    if (lt_slice_index(LT_SLICE("为是有比"), l->text[at - 1]) < 4) return at - 1;
  }
  return end;
}

static bool goes_somewhere(const lt_figure_link *l) {
  uint32_t at = l->figure->span.end;
  const lt_phrase *word = lt_phrases_here(&lt_phrases_links, l->text + at, l->text + l->clause.end);
  lt_slice written = word ? (lt_slice){l->text + at, word->length} : LT_SLICE("");
  if (word == NULL) return at < l->clause.end && l->text[at] == u'、';
  return word->kind != LT_PHRASE_LINK || lt_slice_equals(written, LT_SLICE("到")) || lt_slice_equals(written, LT_SLICE("至")) || lt_slice_equals(written, LT_SLICE("变成")) ||
         lt_slice_equals(written, LT_SLICE("调整为")) || lt_slice_equals(written, LT_SLICE("变为")) || lt_slice_equals(written, LT_SLICE("改为"));
}

/* 起售价从31.39万元调整为…, 时间从GPU的1小时缩减至…: what goes stands before 从. */
static uint32_t before_from(const lt_figure_link *l, uint32_t begin, uint32_t end) {
  for (uint32_t at = end; goes_somewhere(l) && at > begin && end - at < LONGEST; at--) {
    if (l->text[at - 1] == u'从' && at - 1 > begin) return at - 1;
  }
  return end;
}

/* 目前参数, 其参数 */
static uint32_t without_adverbs(const lt_figure_link *l, lt_span noun) {
  for (const lt_phrase *word; (word = lt_phrases_here(&lt_phrases_links, l->text + noun.begin, l->text + noun.end)) != NULL && word->kind == LT_PHRASE_LINK;) {
    if (lt_phrases_here(&lt_phrases_metrics, l->text + noun.begin, l->text + noun.end) || noun.begin + word->length >= noun.end) break;
    if (word->length == 1 && l->text[noun.begin] != u'其') break;
    noun.begin += word->length;
  }
  return noun.begin;
}

/* 比2017年的2073亿元 */
static bool compares(const lt_figure_link *l) {
  uint32_t at = l->own;
  while (at < l->figure->span.begin && !lt_char_is_han(l->text[at])) at++;
  return l->text[at] == u'比' || l->text[at] == u'较';
}

/* changed: a word of change or a comparison stood there, so that what is measured may have been said before. */
lt_span lt_figure_noun_before(lt_figure_link *l, bool *changed) {
  const lt_phrase *change, *again = NULL;
  uint32_t end = lt_figure_strip(l, l->own, before_from(l, l->own, l->figure->span.begin), &change), other = before_comparison(l, l->own, end);
  *changed = change || other != end || compares(l);
  if (other != end) end = lt_figure_strip(l, l->own, other, &again);
  *changed |= again != NULL;
  lt_span noun = {lt_figure_noun_begin(l, l->own, end), end};
  noun.begin = lt_figure_without_owner(l, noun);
  noun.begin = without_adverbs(l, noun);
  return noun;
}

/* ---- behind ---- */

/* 包含, but not 支持性, 参与者 and 增长率. */
static bool begins_verb(const lt_figure_link *l, uint32_t at, uint32_t end) {
  if (lt_phrases_here(&lt_phrases_metrics, l->text + at, l->text + end)) return false;
  const lt_phrase *verb = lt_phrases_here(&lt_phrases_verbs, l->text + at, l->text + end);
  if (verb == NULL || at + verb->length >= end) return verb != NULL;
  return lt_slice_index(LT_SLICE("性型者方商额量率"), l->text[at + verb->length]) == 8;
}

/* 主要主题上的…, 权威测评中位居: the place word ends the noun. */
static bool is_place_word(const lt_figure_link *l, uint32_t at, uint32_t end) {
  if (lt_slice_index(LT_SLICE("上中里内间"), l->text[at]) == 5) return false;
  return at + 1 == end || l->text[at + 1] == u'的' || begins_verb(l, at + 1, end) || lt_figure_is_boundary(l->text[at + 1]) || l->text[at + 1] == u'位';
}

static bool is_noun_ending(lt_char c) { return lt_slice_index(LT_SLICE("司业国家文型题者员人品片店校市省县村城机车书歌票股房楼站项库集版言图款片厂卡"), c) < 38; }

/* 4326个简洁且寻求事实的 | 问题: what describes is stepped over; 186个国家 | 的科学家 is a noun before 的. */
static uint32_t behind_description(const lt_figure_link *l, uint32_t at, uint32_t end) {
  const lt_slice stops = LT_SLICE("在由被对从将已是为都也就使");
  uint32_t noun = at;
  if (lt_phrases_here(&lt_phrases_metrics, l->text + at, l->text + end)) return at; /* 2亿美元估值出资的… */
  for (uint32_t i = at; i < end && i - noun < 14; i++) {
    lt_char c = l->text[i];
    if (lt_figure_is_boundary(c) || c == u'、' || lt_slice_index(stops, c) < stops.length) break;
    if (c != u'的') continue;
    if (i > noun && (is_noun_ending(l->text[i - 1]) || is_place_word(l, i - 1, end))) break;
    noun = i + 1;
  }
  return noun;
}

/* Where the noun phrase that begins here ends. */
static lt_span noun_at(const lt_figure_link *l, uint32_t at, uint32_t end) {
  at = behind_description(l, at, end);
  lt_span noun = {at, at};
  while (noun.end < end && noun.end - noun.begin < LONGEST) {
    lt_char c = l->text[noun.end];
    if (lt_figure_is_boundary(c) || c == u'的' || c == u'了' || c == u'之' || (noun.end > at && lt_slice_index(LT_SLICE("、和与及"), c) < 4)) break;
    if (noun.end > at + 1 && is_place_word(l, noun.end, end)) break;
    if (begins_verb(l, noun.end, end) || (lt_glyph_of(c) == LT_GLYPH_ARABIC && noun.end == noun.begin)) break;
    const lt_phrase *metric = lt_phrases_here(&lt_phrases_metrics, l->text + noun.end, l->text + end);
    const lt_phrase *verb = metric ? metric : lt_phrases_here(&lt_phrases_verbs, l->text + noun.end, l->text + end); /* 参与者 */
    noun.end += verb ? verb->length : 1;
    if (metric && !lt_figure_counts_things(l) && lt_phrases_here(&lt_phrases_metrics, l->text + noun.end, l->text + end) == NULL) break;
  }
  return noun;
}

static uint32_t step_over_bracket(const lt_figure_link *l, uint32_t at) {
  if (at >= l->sentence.end || (l->text[at] != u'（' && l->text[at] != '(')) return at;
  uint32_t close = at;
  while (close < l->sentence.end && l->text[close] != u'）' && l->text[close] != ')') close++;
  return close < l->sentence.end ? close + 1 : at;
}

/* Behind the list the figure stands in (76.74%和31.3%的同比增幅). */
static uint32_t end_of_list(const lt_figure_link *l) {
  const lt_figure *end = l->reading->figures.at + l->reading->figures.count, *last = l->figure;
  while (last - l->figure < LT_FIGURE_LIST && last + 1 < end && last[1].sentence == last->sentence && last[1].measure == last->measure && last->span.end < last[1].span.begin &&
         lt_figure_joins(l->text, last->span.end, last[1].span.begin)) {
    last++;
  }
  return last->span.end;
}

static uint32_t begin_behind(const lt_figure_link *l) {
  uint32_t at = step_over_bracket(l, end_of_list(l));
  const lt_phrase *bound = lt_phrases_here(&lt_phrases_bounds, l->text + at, l->text + l->sentence.end);
  const lt_phrase *metric = lt_phrases_here(&lt_phrases_metrics, l->text + at, l->text + l->sentence.end);
  if (bound && bound->kind == LT_PHRASE_AFTER && !(metric && metric->length > bound->length)) at += bound->length;
  while (at < l->sentence.end && (lt_char_is_space(l->text[at]) || l->text[at] == u'的')) at++;
  bool closes = at + 1 < l->sentence.end && (l->text[at] == u'」' || l->text[at] == u'”') && l->text[at + 1] != u'的';
  if (closes) at++; /* 「5折」限时优惠 */
  return at;
}

/* 比2017年的2073亿元增长 | 21.5%: the words lead on to the next figure. */
static bool leads_on(lt_figure_link *l, lt_span noun, uint32_t next) {
  const lt_phrase *change;
  char direction = l->figure->direction;
  bool leads = next < l->sentence.end && lt_figure_strip(l, noun.begin, next, &change) == noun.begin;
  l->figure->direction = direction;
  return leads;
}

lt_span lt_figure_noun_behind(lt_figure_link *l) {
  uint32_t at = begin_behind(l), next = l->sentence.end;
  for (uint32_t i = l->index + 1; i < l->reading->figures.count && l->reading->figures.at[i].span.begin < l->sentence.end; i++) {
    next = l->reading->figures.at[i].span.begin;
    if (next >= at) break;
    next = l->sentence.end;
  }
  lt_span noun = noun_at(l, at, next);
  if (at < next && (l->text[at] == u'这' || l->text[at] == u'那')) return (lt_span){at, at}; /* 2300万台这个量 */
  return leads_on(l, noun, next) ? (lt_span){at, at} : noun;
}

bool lt_figure_ends_in_metric(const lt_figure_link *l, lt_span noun) {
  return noun.begin < noun.end && lt_phrases_before(&lt_phrases_metrics, l->text + noun.begin, l->text + noun.end) != NULL;
}
