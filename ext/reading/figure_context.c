/* Rules:
**   FIGURE-BOUND   近 约 超 不足 … before, 以上 左右 … behind; 多, 余, + inside; 百亿 alone is about
**   FIGURE-UNSAID  年薪百万 is 元, 用户破亿 is 用户, 参数130亿 is 参数: the nearest thing counted in the sentence, before the
**                  numeral if there is one, else behind it (千亿级大模型)
**   FIGURE-LETTER  7B is a size of 参数, 80G of memory
**   FIGURE-SHARE   持有56.97的股权 is a percentage
**   FIGURE-KUAI    块 is money where nothing counted in pieces follows (花了十块, 7块; 十块显卡 are ten pieces)
**   FIGURE-ALONE   a text that is nothing but an amount is a price: 元 if no currency stands there, and 多 and 几 open a range */
#include "reading/figure_context.h"

#include <math.h>

#include "base/char.h"
#include "reading/glyph.h"


static const lt_char *trim_back(const lt_char *begin, const lt_char *at) {
  while (at > begin && (lt_char_is_space(at[-1]) || at[-1] == u'了' || at[-1] == u'为' || at[-1] == u'有')) at--;
  return at;
}

static const lt_phrase *bound_before(const lt_context *c, const lt_char *at) {
  const lt_phrase *word = lt_phrases_before(&lt_phrases_bounds, c->begin, at);
  if (word == NULL) word = lt_phrases_before(&lt_phrases_bounds, c->begin, at = trim_back(c->begin, at));
  return word && word->kind == LT_PHRASE_BEFORE ? word : NULL;
}

uint32_t lt_context_bounds(const lt_context *c, const lt_char *at) {
  const lt_phrase *word = lt_phrases_before(&lt_phrases_bounds, c->begin, at);
  return word && word->kind == LT_PHRASE_BEFORE ? word->length : 0;
}

bool lt_context_is_label(const lt_context *c, const lt_quantity *q) {
  const lt_phrase *word = lt_phrases_before(&lt_phrases_bounds, c->begin, q->begin);
  if (word == NULL || word->kind != LT_PHRASE_PLACE || q->amount.scale >= 3) return false;
  const lt_char *before = q->begin - word->length - 1;
  const lt_slice may_precede = LT_SLICE("如见由在和与从及据按看");
  bool within_word = before >= c->begin && lt_char_is_han(*before) && lt_slice_index(may_precede, *before) == may_precede.length;
  return word->length > 1 || !within_word; /* 发表十篇 */
}

static const lt_phrase *bound_behind(const lt_context *c, const lt_char *at) {
  at = lt_amount_skip(at, c->end);
  const lt_phrase *word = lt_phrases_here(&lt_phrases_bounds, at, c->end), *thing = lt_phrases_here(&lt_phrases_things, at, c->end);
  if (word && thing && thing->length > word->length) return NULL; /* 128K上下文 */
  return word && word->kind == LT_PHRASE_AFTER ? word : NULL;
}

static char sign_of(const lt_phrase *word) { return (char)*lt_phrase_text(&lt_phrases_bounds, word).at; }

/* Where the words that bound the quantity begin and end, with what may stand between (从, 人民币). */
static const lt_char *begin_of_bounds(const lt_context *c, const lt_char *at) {
  for (const lt_phrase *word; (word = bound_before(c, at)) != NULL;) at = trim_back(c->begin, at) - word->length;
  if (at > c->begin && (at[-1] == u'从' || at[-1] == u'约')) at--;
  return trim_back(c->begin, at);
}

enum { FILLER = 32 }; /* punctuation and space that may stand behind an amount that stands alone */

static bool ends_text(const lt_char *at, const lt_char *end) {
  if (end - at > FILLER) return false;
  for (; at < end; at++) {
    if (lt_char_is_han(*at) || lt_char_is_latin(*at)) return false;
  }
  return true;
}

static bool stands_alone(const lt_context *c, const lt_quantity *q) {
  const lt_phrase *behind = bound_behind(c, q->end);
  const lt_char *end = behind ? lt_amount_skip(q->end, c->end) + behind->length : q->end;
  return begin_of_bounds(c, q->begin) == c->begin && ends_text(end, c->end);
}

static void become(lt_quantity *q, const lt_char *unit, lt_measure measure) {
  q->word = lt_phrases_here(&lt_phrases_units, unit, unit + 1);
  q->unit = lt_phrase_text(&lt_phrases_units, q->word);
  q->measure = measure;
}

static void become_money(lt_quantity *q) {
  static const lt_char yuan[] = u"元";
  become(q, yuan, LT_MEASURE_MONEY);
}

static bool is_kuai(const lt_quantity *q) { return q->word && q->unit.length == 1 && *q->unit.at == u'块'; }

static const lt_phrase *thing_before(const lt_char *begin, const lt_char *at) {
  for (; at > begin && !lt_char_ends_sentence(at[-1]) && at[-1] != u'；'; at--) {
    const lt_phrase *thing = lt_phrases_before(&lt_phrases_things, begin, at);
    if (thing) return thing;
  }
  return NULL;
}

static const lt_phrase *thing_behind(const lt_char *at, const lt_char *end) {
  for (; at < end && *at != u'，' && *at != u'；'; at++) {
    const lt_phrase *thing = lt_phrases_here(&lt_phrases_things, at, end);
    if (thing) return thing;
  }
  return NULL;
}

enum { REACH = 24 }; /* characters in which the thing counted is looked for */

/* 128K上下文, 百亿级参数: what the numeral stands before comes first. */
static const lt_phrase *thing_here(const lt_context *c, const lt_quantity *q) {
  const lt_phrase *tail = bound_behind(c, q->end);
  const lt_char *at = tail && *lt_amount_skip(q->end, c->end) == u'级' ? lt_amount_skip(q->end, c->end) + tail->length : q->end;
  return lt_phrases_here(&lt_phrases_things, at + (at < c->end && *at == u'的'), c->end);
}

/* 10亿商品图片, 3亿活跃用户: a thing counted with what describes it. */
static bool take_described_noun(const lt_context *c, lt_quantity *q) {
  if (*q->end == u'的' || *q->end == u'级') return false;
  for (uint32_t before = 1; before <= 4 && q->end + before < c->end; before++) {
    if (!lt_char_is_han(q->end[before - 1]) || lt_glyph_of(q->end[before - 1]) != LT_GLYPH_NONE) return false;
    const lt_phrase *noun = lt_phrases_here(&lt_phrases_units, q->end + before, c->end);
    if (noun == NULL || noun->kind != LT_PHRASE_NOUN) continue;
    q->unit = (lt_slice){q->end, before + noun->length};
    q->end += q->unit.length;
    q->measure = LT_MEASURE_COUNT;
    return true;
  }
  return false;
}

static void take_thing(lt_quantity *q, lt_slice unit) {
  q->unit = unit;
  q->measure = *unit.at == u'元' ? LT_MEASURE_MONEY : LT_MEASURE_COUNT;
}

static const lt_phrase *find_thing(const lt_context *c, const lt_quantity *q) {
  const lt_char *begin = q->begin - c->begin > REACH ? q->begin - REACH : c->begin;
  const lt_char *end = c->end - q->end > REACH ? q->end + REACH : c->end;
  const lt_phrase *thing = thing_here(c, q);
  if (thing == NULL) thing = thing_before(begin, q->begin);
  return thing ? thing : thing_behind(q->end, end);
}

/* FIGURE-LETTER  7B is a size of 参数, 80G and 2T of memory; K and w are only thousands. True if the letter says it. */
static bool take_unit_of_letter(lt_quantity *q, const lt_phrase *thing) {
  static const lt_char letters[] = u"GT参数";
  lt_char letter = q->amount.letter ? q->amount.end[-1] : 0;
  bool money = thing && thing->text_length && *lt_phrase_text(&lt_phrases_things, thing).at == u'元';
  if (money || (letter != 'B' && letter != 'G' && letter != 'T')) return false;
  if (letter == 'B') {
    take_thing(q, (lt_slice){letters + 2, 2});
  } else {
    double size = letter == 'G' ? 1e9 : 1e12;
    q->value /= size;
    q->upper /= size;
    q->unit = (lt_slice){letters + (letter == 'T'), 1};
    q->measure = LT_MEASURE_OTHER;
  }
  return true;
}

static void take_unsaid_unit(const lt_context *c, lt_quantity *q) {
  const lt_phrase *thing = find_thing(c, q), *here = thing_here(c, q);
  if (take_unit_of_letter(q, thing) || (here == NULL && take_described_noun(c, q))) return;
  if (thing == NULL && !(c->unsaid.at && (c->unsaid_here || *q->end == u'级'))) return;
  if (thing && thing->text_length == 0) return;
  lt_slice unit = thing ? lt_phrase_text(&lt_phrases_things, thing) : c->unsaid; /* 从30多万变成29.99万: the same again */
  bool thousands = q->amount.letter && (q->amount.end[-1] | 32) == 'k' && *unit.at == u'参';
  if (!thousands) take_thing(q, unit);
}

static void open_range(lt_quantity *q) {
  if (!isnan(q->upper) || q->amount.spread.digits == 0) return;
  double factor = q->amount.value ? q->value / q->amount.value : 1;
  q->upper = lt_amount_upper(&q->amount) * factor;
}

/* FIGURE-SHARE  持有江中药业56.97的股权: the sign of the percentage has been lost. */
static bool is_share(const lt_context *c, const lt_quantity *q) {
  lt_slice rest = {q->end, (uint32_t)(c->end - q->end)};
  bool decimal = q->amount.arabic && q->amount.kind == LT_NUMERAL_CARDINAL && q->amount.decimal.exponent < 0 && q->value < 100;
  return decimal && (lt_slice_starts_with(rest, LT_SLICE("的股权")) || lt_slice_starts_with(rest, LT_SLICE("的股份")));
}

void lt_context_settle(const lt_context *c, lt_quantity *q) {
  bool large = (q->amount.magnitude && q->value >= 1000) || q->last.scale >= 3;
  bool alone = stands_alone(c, q);
  static const lt_char percent[] = u"%";
  if (q->word == NULL && is_share(c, q)) become(q, percent, LT_MEASURE_PERCENT);
  if (is_kuai(q) && (alone || q->prefixed)) become_money(q);
  if (q->word == NULL && q->unit.at == NULL && large && q->amount.kind == LT_NUMERAL_CARDINAL) {
    if (alone) become_money(q);
    else take_unsaid_unit(c, q);
  }
  if (alone && q->measure == LT_MEASURE_MONEY && q->word) open_range(q);
  if (q->unit.at == NULL) q->measure = q->amount.kind == LT_NUMERAL_FRACTION ? LT_MEASURE_OTHER : LT_MEASURE_COUNT;
}

char lt_context_bound(const lt_context *c, lt_quantity *q) {
  const lt_phrase *before = bound_before(c, q->begin), *behind = bound_behind(c, q->end);
  if (behind && q->word == NULL && *q->end == u'级') q->end += behind->length;
  if (before) return sign_of(before);
  if (behind) return sign_of(behind);
  if (q->more) return '>';
  if (q->amount.spread.digits || (q->amount.bare && q->amount.length > 1 && q->amount.decimal.digits == 1)) return '~';
  return '=';
}
