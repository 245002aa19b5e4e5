/* Rules, in the order in which they are tried:
**   QUANTITY-CURRENCY  人民币50元, $20, HK$ 3.14: a currency before the numeral; 元 behind it is then no unit of its own
**   QUANTITY-GE        两个亿, 三个半小时: 个 before the power or the half
**   QUANTITY-UNIT      the longest unit; with white space between its characters only 个百分点
**   QUANTITY-HALF      一年半, 三天多
**   QUANTITY-SMALLER   五元三毛, 6年7个月: a smaller unit continues a larger one; 三块二
**   QUANTITY-PER       8元每小时, 500IPS/W
**   QUANTITY-RANGE     3-5亿, 三到五成, 1万(含)-5万元; what closes the second end counts for the first where that stays the smaller */
#include "reading/quantity.h"

#include <math.h>

#include "base/char.h"
#include "reading/glyph.h"

static void set_unit(lt_quantity *q, const lt_phrase *word) {
  static const lt_measure measures[] = {[LT_PHRASE_PERCENT] = LT_MEASURE_PERCENT,   [LT_PHRASE_MONEY] = LT_MEASURE_MONEY,
                                        [LT_PHRASE_COUNT] = LT_MEASURE_COUNT,       [LT_PHRASE_DURATION] = LT_MEASURE_DURATION,
                                        [LT_PHRASE_MULTIPLE] = LT_MEASURE_MULTIPLE, [LT_PHRASE_OTHER] = LT_MEASURE_OTHER,
                                        [LT_PHRASE_NOUN] = LT_MEASURE_COUNT,        [LT_PHRASE_PLACE] = LT_MEASURE_COUNT};
  q->word = word;
  q->unit = lt_phrase_text(&lt_phrases_units, word);
  q->measure = measures[word->kind];
}

/* 人民币 50: the currency that ends before `at`; 元 and 块 never stand there. */
static const lt_phrase *currency_before(const lt_char *begin, const lt_char *at, const lt_char **start) {
  while (at > begin && lt_char_is_space(at[-1]) && at[-1] != '\n') at--;
  const lt_phrase *word = lt_phrases_before(&lt_phrases_units, begin, at);
  if (word == NULL || word->kind != LT_PHRASE_MONEY || word->value != 1) return NULL;
  if (word->length == 1 && lt_glyph_of(at[-1]) != LT_GLYPH_CURRENCY) return NULL;
  if (lt_char_is_letter(at[-word->length]) && at - word->length > begin && lt_char_is_letter(at[-word->length - 1])) return NULL;
  *start = at - word->length;
  return word;
}

static const lt_char *step_over_spaced(const lt_char *at, const lt_char *end, lt_slice word) {
  for (uint32_t i = 0; i < word.length; i++) {
    at = lt_amount_skip(at, end);
    if (at >= end || *at++ != word.at[i]) return NULL;
  }
  return at;
}

static void multiply(lt_quantity *q, double factor) {
  double exact = factor < 1 ? round(1 / factor) : 0; /* 3 × 0.1 is not 0.3, but 3 / 10 is */
  q->value = exact ? q->value / exact : q->value * factor;
  q->upper = exact ? q->upper / exact : q->upper * factor;
}

/* 两个亿: the numeral goes on behind 个. */
static const lt_char *read_ge_large(lt_quantity *q, const lt_char *at, const lt_char *end) {
  if (end - at < 2 || *at != u'个' || lt_glyph_of(at[1]) != LT_GLYPH_LARGE || q->amount.magnitude) return at;
  int power = lt_glyph_power(at[1]);
  q->amount.decimal = lt_decimal_scale(q->amount.decimal, power);
  q->amount.scale = power;
  q->amount.magnitude = true;
  multiply(q, lt_decimal_value((lt_decimal){1, power}));
  return at + 2;
}

/* 个半月, 个半小时, 个半百分点: half of the unit that follows; 个半 alone is left. */
static const lt_char *read_ge_half(lt_quantity *q, const lt_char *at, const lt_char *end) {
  if (end - at < 3 || *at != u'个' || at[1] != u'半') return at;
  const lt_phrase *unit = lt_phrases_here(&lt_phrases_units, at + 2, end);
  bool month = at[2] == u'月';
  if (!month && (unit == NULL || (unit->kind != LT_PHRASE_DURATION && unit->kind != LT_PHRASE_PERCENT))) return at;
  static const lt_char months[] = u"个月";
  set_unit(q, month ? lt_phrases_here(&lt_phrases_units, months, months + 2) : unit);
  q->value += 0.5;
  return at + 2 + (month ? 1 : unit->length);
}

/* Does a digit that a unit has been read before close the quantity: 两成五, 三块二; not 三块五花肉? */
static bool closes(const lt_char *at, const lt_char *end) {
  if (at + 1 >= end) return true;
  return lt_glyph_of(at[1]) == LT_GLYPH_NONE && (!lt_char_is_han(at[1]) || lt_slice_index(LT_SLICE("的左上以钱起每一"), at[1]) < 8);
}

static bool is_small_digit(lt_char c) { return (lt_glyph_of(c) == LT_GLYPH_HAN || lt_char_is_digit(c)) && lt_glyph_value(c); }

/* 三成半, 两成五 */
static const lt_char *read_tail_of_tenth(lt_quantity *q, const lt_char *at, const lt_char *end) {
  bool half = *at == u'半';
  if (!half && !(is_small_digit(*at) && closes(at, end))) return at;
  q->value += half ? 5 : lt_glyph_value(*at);
  return at + 1;
}

/* 年半, 天多: half of the unit, or somewhat more. */
static const lt_char *read_tail(lt_quantity *q, const lt_char *at, const lt_char *end) {
  if (at >= end || q->word == NULL) return at;
  bool countable = q->word->kind == LT_PHRASE_DURATION || q->word->kind == LT_PHRASE_MULTIPLE || q->word->kind == LT_PHRASE_MONEY;
  if (*at == u'半' && countable && isnan(q->upper)) return q->value += 0.5, at + 1;
  if (at[-1] == u'成' && isnan(q->upper) && !q->more) at = read_tail_of_tenth(q, at, end);
  if (at >= end) return at;
  bool more = *at == u'多' || (*at == u'余' && !(at + 1 < end && at[1] == u'额')) || *at == '+';
  countable |= q->word->kind == LT_PHRASE_PERCENT;
  if (more && (countable || *at == '+') && !q->more) return q->more = true, at + 1;
  return at;
}

/* Is the word one of the list, separated by |? */
static bool is_listed(lt_slice list, lt_slice word) {
  while (list.length) {
    uint32_t end = lt_slice_index(list, u'|');
    if (lt_slice_equals((lt_slice){list.at, end}, word)) return true;
    end += end < list.length;
    list.at += end;
    list.length -= end;
  }
  return false;
}

/* The unit that a list names first, as the list of units knows it. */
static const lt_phrase *first_unit(lt_slice list) {
  return lt_phrases_here(&lt_phrases_units, list.at, list.at + lt_slice_index(list, u'|'));
}

/* 元 角 分 and 块 毛: everything becomes 元, in whole cents. Times become the smaller unit. */
static void join_smaller(lt_quantity *q, const lt_phrase *smaller, double value) {
  if (q->word->kind == LT_PHRASE_DURATION) {
    q->value = q->value * q->word->value + value;
    set_unit(q, smaller);
    return;
  }
  q->value = round(q->value * 100 + value * smaller->value * 100) / 100;
  q->word = smaller;
  q->unit = lt_phrase_text(&lt_phrases_units, smaller);
  q->measure = LT_MEASURE_MONEY;
}

static const lt_char *read_smaller(lt_quantity *q, const lt_char *at, const lt_char *end) {
  while (q->word && q->word->more_length && isnan(q->upper) && !q->more) {
    lt_amount amount;
    if (at >= end || lt_char_is_space(*at) || !lt_places_read(at, end, &amount) || amount.spread.digits || amount.end >= end) break;
    lt_slice smaller = lt_phrase_more(&lt_phrases_units, q->word);
    const lt_phrase *unit = lt_phrases_here(&lt_phrases_units, amount.end, end);
    lt_slice written = {amount.end, unit ? unit->length : 1};
    if (!is_listed(smaller, written)) break;
    join_smaller(q, first_unit(smaller), lt_decimal_value(amount.decimal));
    at = amount.end + written.length;
    if (at < end && *at == u'钱') at++;
  }
  return at;
}

/* 元 and the currency's name once more: 三万元欧元, 8亿元人民币, 五块美金. */
static const lt_char *read_second_currency(lt_quantity *q, const lt_char *at, const lt_char *end) {
  if (q->word == NULL || q->word->length > 1 || (*q->unit.at != u'元' && *q->unit.at != u'块')) return at;
  const lt_phrase *word = lt_phrases_here(&lt_phrases_units, at, end);
  if (word == NULL || word->kind != LT_PHRASE_MONEY || word->length < 2 || word->value != 1 || lt_char_is_letter(*at)) return at;
  q->unit = lt_phrase_text(&lt_phrases_units, word);
  q->measure = LT_MEASURE_MONEY;
  return at + word->length;
}

/* 三块二, 五块五毛五: a digit without a unit is of the next smaller one. */
static const lt_char *read_unsaid_smaller(lt_quantity *q, const lt_char *at, const lt_char *end) {
  bool kuai = at[-1] == u'块', mao = at[-1] == u'毛' || at[-1] == u'毫' || at[-1] == u'角';
  if (q->word == NULL || (!kuai && !mao) || !isnan(q->upper) || q->more || at >= end || !is_small_digit(*at) || !closes(at, end)) return at;
  static const lt_char mao_word[] = u"毛";
  double digit = lt_glyph_value(*at);
  if (kuai) join_smaller(q, lt_phrases_here(&lt_phrases_units, mao_word, mao_word + 1), digit);
  else q->value = round(q->value * 100 + digit) / 100;
  return at + 1 + (at + 1 < end && at[1] == u'钱');
}

/* QUANTITY-HONG-KONG  港币三个一毫四, 港币五个半: 个 is the currency's unit where its name or 毫 tells. */
static const lt_char *read_hong_kong(lt_quantity *q, const lt_char *at, const lt_char *end, bool said) {
  static const lt_char dollars[] = u"港元";
  if (end - at < 2 || *at != u'个' || q->amount.kind != LT_NUMERAL_CARDINAL || q->more || !isnan(q->upper)) return at;
  bool cents = end - at > 2 && is_small_digit(at[1]) && at[2] == u'毫', half = said && at[1] == u'半', tenths = said && is_small_digit(at[1]) && closes(at + 1, end);
  if (!cents && !half && !tenths) return at;
  set_unit(q, lt_phrases_here(&lt_phrases_units, dollars, dollars + 2));
  q->value = round(q->value * 100 + (half ? 50 : 10 * lt_glyph_value(at[1]))) / 100;
  return cents ? read_unsaid_smaller(q, at + 3, end) : at + 2;
}

static const lt_char *read_per(lt_quantity *q, const lt_char *at, const lt_char *end) {
  if (at >= end || q->unit.at == NULL || (*at != '/' && *at != u'每') || q->measure == LT_MEASURE_PERCENT) return at;
  const lt_phrase *word = lt_phrases_here(&lt_phrases_units, at + 1, end);
  if (word) {
    q->per = lt_phrase_text(&lt_phrases_units, word);
    return at + 1 + word->length;
  }
  if (*at == u'每' || end - at < 2 || (at[1] != u'月' && at[1] != u'股')) return at;
  q->per = (lt_slice){at + 1, 1};
  return at + 2;
}

/* （含）: the bound itself is meant. */
static const lt_char *step_over_inclusive(const lt_char *at, const lt_char *end) {
  bool stands = end - at >= 3 && (*at == '(' || *at == u'（') && at[1] == u'含' && (at[2] == ')' || at[2] == u'）');
  return stands ? at + 3 : at;
}

/* 66“灵感值” and the like are for the walk, which knows the article's own units. */
static bool may_count(const lt_quantity *q, const lt_phrase *word, const lt_char *at, const lt_char *end) {
  if (word->kind == LT_PHRASE_NOUN) return q->amount.arabic || q->amount.scale >= 4;
  const lt_slice with_letter = LT_SLICE("个条张次篇字步人种对颗");
  if (q->amount.letter && word->kind == LT_PHRASE_COUNT && lt_slice_index(with_letter, *at) == with_letter.length) return false; /* 70B则 */
  const lt_phrase *thing = lt_phrases_here(&lt_phrases_things, at, end);
  if (thing && thing->length > word->length) return false;        /* 百万年薪 */
  if (*at == u'分' && word->length == 1 && at + 1 < end && at[1] == u'之') return false; /* 百分之几 */
  if (*at == u'毫' && word->length == 1 && at + 1 < end && lt_char_is_han(at[1]) && at[1] != u'的' && at[1] != u'钱') return false; /* 50毫伏 */
  return !(*at == u'级' && q->amount.scale >= 4); /* 千亿级 */
}

/* 10亿商品图片: two nouns are one thing. */
static const lt_char *read_compound(lt_quantity *q, const lt_char *at, const lt_char *after, const lt_char *end) {
  const lt_phrase *second = q->word->kind == LT_PHRASE_NOUN ? lt_phrases_here(&lt_phrases_units, after, end) : NULL;
  if (second == NULL || second->kind != LT_PHRASE_NOUN) return after;
  after += second->length;
  q->unit = (lt_slice){at, (uint32_t)(after - at)};
  return after;
}

/* 20，￥300: a sign belongs to the numeral behind it; 5€ has it behind. */
static bool is_of_next(const lt_phrase *word, const lt_char *at, const lt_char *end) {
  if (word->kind != LT_PHRASE_MONEY || lt_glyph_of(at[word->length - 1]) != LT_GLYPH_CURRENCY) return false;
  const lt_char *next = lt_amount_skip(at + word->length, end);
  return next < end && lt_char_is_digit(*next);
}

static const lt_char *read_unit(lt_quantity *q, const lt_char *end, bool hong_kong) {
  const lt_char *at = read_ge_large(q, lt_amount_skip(q->end, end), end), *after = read_ge_half(q, at, end);
  if (after == at) after = read_hong_kong(q, at, end, hong_kong);
  if (after == at) {
    const lt_phrase *word = lt_phrases_here(&lt_phrases_units, at, end);
    const lt_char *points = word && word->kind != LT_PHRASE_COUNT ? NULL : step_over_spaced(at, end, LT_SLICE("个百分点"));
    static const lt_char percentage_points[] = u"个百分点";
    if (points) word = lt_phrases_here(&lt_phrases_units, percentage_points, percentage_points + 4);
    if (word == NULL || !may_count(q, word, at, end) || is_of_next(word, at, end)) {
      return at == lt_amount_skip(q->end, end) ? q->end : at;
    }
    set_unit(q, word);
    after = points ? points : at + word->length;
    after = read_compound(q, at, after, end);
    multiply(q, word->kind == LT_PHRASE_DURATION ? 1 : word->value);
  }
  after = read_tail(q, after, end);
  after = read_second_currency(q, after, end);
  after = read_smaller(q, after, end);
  after = read_unsaid_smaller(q, after, end);
  return read_per(q, after, end);
}

/* 三八折 is 38 of a hundred, 八点五折 85. */
static void settle_discount(lt_quantity *q) {
  if (q->word == NULL || q->word->kind != LT_PHRASE_PERCENT || lt_slice_equals(q->unit, LT_SLICE("个百分点"))) return;
  bool two_digits = q->amount.digits ? q->amount.length == 2 : q->amount.arabic && q->end[-1] == u'折' && q->amount.value > 10 && q->amount.value < 100;
  if (two_digits && q->word->value == 10) q->value /= 10;
  if (q->amount.pair && q->end[-1] == u'折') q->value += (q->upper - q->value) / 10, q->upper = NAN;
}

static void settle_parts(lt_quantity *q) {
  if (q->amount.kind != LT_NUMERAL_PERCENT && q->amount.power < 2) return;
  static const lt_char percent[] = u"%";
  set_unit(q, lt_phrases_here(&lt_phrases_units, percent, percent + 1));
  if (q->amount.power > 2) q->value = (q->amount.value < 0 ? -1 : 1) * lt_decimal_value(q->amount.decimal);
}

/* One numeral with its unit; hong_kong: the name of that currency stands before it. */
static bool read_end(const lt_char *begin, const lt_char *at, const lt_char *end, bool hong_kong, lt_quantity *q) {
  *q = (lt_quantity){.begin = at, .upper = NAN};
  if (!lt_amount_read(begin, at, end, &q->amount)) return false;
  q->end = q->amount.end;
  q->value = q->amount.value;
  q->upper = q->amount.more ? NAN : lt_amount_upper(&q->amount);
  q->more = q->amount.more;
  settle_parts(q);
  if (q->word == NULL) {
    q->end = read_unit(q, end, hong_kong);
    settle_discount(q);
  }
  if (q->word == NULL && q->end < end && *q->end == '+') q->more = true, q->end++;
  return true;
}

static const lt_char *step_over_dash(const lt_char *at, const lt_char *end) {
  at = lt_amount_skip(at, end);
  const lt_char *first = at;
  if (at < end && (*at == u'至' || *at == u'到')) return lt_amount_skip(at + 1, end);
  while (at < end && at - first < 2 && (*at == '-' || *at == u'—' || *at == u'–' || *at == '~' || *at == u'～' || *at == u'－')) at++;
  return at > first ? lt_amount_skip(at, end) : NULL;
}

static bool same_unit(const lt_quantity *a, const lt_quantity *b) {
  return a->word == NULL || (b->word && a->measure == b->measure && (lt_slice_equals(a->unit, b->unit) || a->measure == LT_MEASURE_MONEY));
}

/* 3-5亿, 一千到两千万, 两~3百: the power behind the second counts for the first. */
static void share_power(lt_quantity *q, const lt_quantity *last) {
  int32_t power = last->amount.scale;
  if (q->word || power == 0 || q->amount.scale >= 4 || q->amount.scale >= power) return;
  double shared = lt_decimal_value(lt_decimal_scale(q->amount.decimal, power));
  if (shared <= lt_decimal_value(last->amount.decimal)) q->value = q->amount.value < 0 ? -shared : shared;
}

static void read_range(lt_quantity *q, const lt_char *begin, const lt_char *end) {
  const lt_char *at = step_over_dash(step_over_inclusive(q->end, end), end);
  lt_quantity last;
  if (at == NULL || at >= end || q->more || !isnan(q->upper)) return;
  lt_glyph glyph = lt_glyph_of(*at);
  if (glyph == LT_GLYPH_SIGN || glyph == LT_GLYPH_ORDINAL || !read_end(begin, at, end, false, &last)) return;
  bool percent = q->amount.kind == LT_NUMERAL_PERCENT && last.word == NULL && last.amount.kind == LT_NUMERAL_CARDINAL; /* 百分之五至十 */
  if ((!percent && !same_unit(q, &last)) || last.amount.vague || (last.word && last.word->kind == LT_PHRASE_PLACE)) return;
  share_power(q, &last);
  if (q->word == NULL && last.word) multiply(q, last.word->kind == LT_PHRASE_DURATION ? 1 : last.word->value);
  if (!(q->value < last.value)) return;
  q->upper = last.value;
  q->last = last.amount;
  q->last_begin = at;
  q->end = last.end;
  q->more = last.more;
  if (q->word == NULL || lt_slice_equals(q->unit, LT_SLICE("元"))) q->word = last.word, q->unit = last.unit, q->measure = last.measure;
  q->per = last.per;
}

/* $20，300美圆: the comma parts two amounts when each has a currency of its own. */
static const lt_char *part_at_comma(const lt_quantity *q, const lt_char *end) {
  const lt_char *comma = q->amount.end;
  while (comma > q->begin && *comma != u'，') comma--;
  return *comma == u'，' && q->measure == LT_MEASURE_MONEY ? comma : end;
}

bool lt_quantity_read(const lt_char *begin, const lt_char *at, const lt_char *end, lt_quantity *q) {
  const lt_char *start = at;
  const lt_phrase *currency = currency_before(begin, at, &start);
  bool hong_kong = currency && lt_slice_equals(lt_phrase_text(&lt_phrases_units, currency), LT_SLICE("港元"));
  if (!read_end(begin, at, end, hong_kong, q)) return false;
  if (currency && part_at_comma(q, end) < end && !read_end(begin, at, part_at_comma(q, end), hong_kong, q)) return false;
  read_range(q, begin, end);
  bool plain = q->word == NULL || lt_slice_equals(q->unit, LT_SLICE("元")) || lt_slice_equals(q->unit, LT_SLICE("块"));
  if (currency && plain) {
    set_unit(q, currency);
    q->begin = start;
    q->prefixed = true;
  }
  q->end = step_over_inclusive(q->end, end);
  return true;
}
