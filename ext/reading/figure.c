/* The walk over the sentences that finds numerals, dates and figures. It stops only at characters that can begin one, skips
** names, Latin words (GPT-4, Qwen2.5-72B, links) and words that merely look like numerals, and asks at each stop first for a
** date, then for a numeral and the quantity it opens. A place is never read twice by the same grammar, so the walk is linear.
**
** Rules that keep a numeral from being a row of llm_numbers:
**   NUMBER-LONE     一 二 十 百 … alone count before a classifier (三家), after 是 (这不是五), or with nothing round them (“五”)
**   NUMBER-STRING   two Han digits in a row that are no 三五 or 七八 (阳光九九) are a name
** Rules that keep a quantity from being a figure:
**   FIGURE-ONE      一 with a classifier is an article (一家公司); 一年, 一成, 一倍, 一元 are quantities
**   FIGURE-PLACE    15层, 2017级, 第三名, 前10名: which one, not how many
**   FIGURE-THIS     这两家公司 repeats a count, 哪一年 asks; 这三类 gives one
**   FIGURE-SECTION  2.4数据集, 2.2节
**   FIGURE-CLOCK    20点, 8点半
**   FIGURE-BARE     a numeral without a unit is a figure when it is large (2200万, 200K), open (9000+) or a fraction (1/4)
**   FIGURE-VAGUE    几家, 数十家 count nothing exactly; only of money is the range told (数亿元) */
#include "reading/figure.h"

#include <math.h>

#include "base/char.h"
#include "reading/figure_context.h"
#include "reading/glyph.h"
#include "reading/reading.h"


typedef struct walk {
  lt_reading *reading;
  const lt_char *text;
  const lt_char *begin, *end; /* of the sentence */
  uint32_t sentence, name;    /* index of the next name that may stand in the way */
  const lt_char *taken;       /* end of the last date or figure, or begin of the sentence: none begins before it */
  lt_slice own_units[4];      /* what this article counts in: 66“灵感值” */
  uint32_t own_unit_count;
  lt_slice unsaid;            /* the last unit that went unsaid (年薪百万), and where */
  uint32_t unsaid_sentence;
} walk;

static lt_span span_of(const walk *w, const lt_char *begin, const lt_char *end) {
  return (lt_span){(uint32_t)(begin - w->text), (uint32_t)(end - w->text)};
}

static const lt_char *char_before(const walk *w, const lt_char *at) { return at > w->begin ? at - 1 : NULL; }

static bool is_word_char(const lt_char *c) { return c && (lt_char_is_han(*c) || lt_char_is_latin(*c)); }

static bool stands_alone(const walk *w, const lt_char *begin, const lt_char *end) {
  return !is_word_char(char_before(w, begin)) && !is_word_char(end < w->end ? end : NULL);
}

/* The name that begins or goes on here, NULL if none. A name that is also a word (360, 百度 has no such mark) gives way. */
static const lt_hit *name_at(walk *w, const lt_char *at) {
  const lt_hits *names = &w->reading->names;
  uint32_t place = (uint32_t)(at - w->text);
  while (w->name < names->count && names->at[w->name].begin + names->at[w->name].length <= place) w->name++;
  if (w->name == names->count || names->at[w->name].begin > place) return NULL;
  return lt_reading_term(w->reading, &names->at[w->name]).ambiguous ? NULL : &names->at[w->name];
}

/* 2018 万科: a name behind white space ends the numeral before it. */
static const lt_char *end_before_name(const walk *w, const lt_char *at) {
  const lt_hits *names = &w->reading->names;
  if (w->name == names->count) return w->end;
  const lt_char *name = w->text + names->at[w->name].begin;
  return name > at && name < w->end && lt_char_is_space(name[-1]) ? name : w->end;
}

/* 618亿 is no shopping day, 一点一 no bit. */
static bool goes_on_as_numeral(const lt_char *end) {
  if (lt_char_is_digit(end[-1])) return lt_glyph_of(*end) != LT_GLYPH_NONE || *end == '%';
  if (end[-1] == u'分') return *end == u'之'; /* 万分之三 */
  return end[-1] == u'点' && (lt_glyph_of(*end) == LT_GLYPH_HAN || lt_glyph_of(*end) == LT_GLYPH_ARABIC);
}

/* A word that holds numerals (一样, 统一, 百分点), begun here or one character before; where it ends. */
static const lt_char *word_end(const walk *w, const lt_char *at) {
  for (int back = 0; back < 2 && at - back >= w->begin; back++) {
    const lt_phrase *word = lt_phrases_here(&lt_phrases_not_numerals, at - back, w->end);
    if (word == NULL || word->length <= back) continue;
    const lt_char *end = at - back + word->length;
    if (end == w->end || !goes_on_as_numeral(end)) return end;
  }
  return NULL;
}

static bool is_joiner(lt_char c) { return c == '-' || c == '.' || c == '_' || c == '/' || c == ':' || c == '&' || c == '=' || c == '?' || c == '%'; }

/* PSA50%股权: a share behind a Latin name. */
static bool is_share(const walk *w, const lt_char *at) {
  const lt_char *p = at;
  while (p < w->end && (lt_char_is_digit(*p) || *p == '.')) p++;
  return p > at && p < w->end && *p == '%' && (p + 1 == w->end || !lt_char_is_latin(p[1]));
}

/* A Latin word with its digits: GPT-4o, Qwen2.5-72B, https://… A currency (RMB100) is left to the numeral behind it. */
static const lt_char *latin_end(const walk *w, const lt_char *at) {
  const lt_char *p = at;
  while (p < w->end && lt_char_is_letter(*p)) p++;
  const lt_char *digits = p + (p + 1 < w->end && *p == '.');
  if ((p > at || (at > w->begin && lt_char_is_letter(at[-1]))) && is_share(w, digits)) return digits;
  if (p < w->end && (lt_char_is_digit(*p) || *p == '$')) {
    const lt_phrase *word = lt_phrases_before(&lt_phrases_units, at, p);
    if (*p == '$' || (word && word->kind == LT_PHRASE_MONEY && word->length == p - at)) return p;
  }
  while (p < w->end && (lt_char_is_latin(*p) || (is_joiner(*p) && p + 1 < w->end && (lt_char_is_latin(p[1]) || is_joiner(p[1]))))) p++;
  return p;
}

static const lt_phrase *classifier_behind(const walk *w, const lt_char *at) {
  at = lt_amount_skip(at, w->end);
  const lt_phrase *unit = lt_phrases_here(&lt_phrases_units, at, w->end);
  return unit && unit->kind != LT_PHRASE_NOUN && !lt_char_is_letter(*at) ? unit : NULL;
}

/* 这不是五这是二百零一 */
static bool follows_is(const walk *w, const lt_char *begin, const lt_char *end) {
  const lt_char *before = char_before(w, begin);
  if (before == NULL || *before != u'是') return false;
  return end == w->end || !lt_char_is_han(*end) || lt_slice_index(LT_SLICE("这那而却还不吗呢吧的"), *end) < 10;
}

/* 伍, 陆, 拾 are words far more often than digits: alone they count before money and dozens only. */
static bool is_financial(lt_char c) { return lt_glyph_of(c) == LT_GLYPH_FINANCIAL || c == u'拾' || c == u'佰' || c == u'仟'; }

/* 破万, 过亿, 亿级 */
static bool is_open_large(const walk *w, const lt_char *at) {
  lt_context context = {.begin = w->begin, .end = w->end};
  if (lt_glyph_of(*at) != LT_GLYPH_LARGE) return false;
  return lt_context_bounds(&context, at) || (at + 1 < w->end && at[1] == u'级');
}

static bool is_number(const walk *w, const lt_char *begin, const lt_quantity *q) {
  const lt_amount *a = &q->amount;
  if (a->digits && a->length > LT_AMOUNT_DIGITS) return false;
  if (a->kind != LT_NUMERAL_CARDINAL || a->arabic) return true;
  if (a->length == 1 && *begin == u'○') return false; /* a mark of lists and tables */
  bool lone = a->length == 1, string = a->digits && !a->zero && a->length < 3;
  if ((!lone && !string && !a->pair) || (q->last_begin && q->word) || stands_alone(w, begin, a->end)) return true;
  if (lone && (*begin == u'俩' || *begin == u'仨' || is_open_large(w, begin))) return true;
  const lt_phrase *unit = classifier_behind(w, a->end);
  if (a->bare && unit && *a->end == u'分' && a->end + 1 < w->end && a->end[1] == u'之') return false; /* 百分之 without more */
  if (lone && is_financial(*begin)) return unit && (unit->kind == LT_PHRASE_MONEY || unit->value == 12);
  return unit || (lone && follows_is(w, begin, a->end));
}

static void add_numeral(walk *w, const lt_char *begin, const lt_amount *a) {
  const lt_char *end = a->end, *sign = lt_amount_skip(end, w->end);
  lt_numeral_kind kind = a->kind;
  double factor = 1;
  if (kind == LT_NUMERAL_CARDINAL && sign < w->end && (*sign == '%' || *sign == u'％')) kind = LT_NUMERAL_PERCENT, end = sign + 1;
  const lt_phrase *unit = lt_phrases_here(&lt_phrases_units, a->end, w->end);
  if (unit && unit->kind == LT_PHRASE_COUNT && unit->value > 1) factor = unit->value, end = a->end + unit->length;
  *LT_PUSH(w->reading->arena, &w->reading->numerals) = (lt_numeral){span_of(w, begin, end), a->value * factor, kind};
}

/* 这两家, 前10名, 哪一年 */
static bool is_pointed_at(const walk *w, const lt_quantity *q) {
  const lt_char *before = char_before(w, q->begin);
  bool counts = q->measure == LT_MEASURE_COUNT, lasts = q->measure == LT_MEASURE_DURATION;
  if (before == NULL || (!counts && !lasts) || q->value >= 100) return false;
  if (counts && (*before == u'前' || *before == u'第')) return true;
  bool sorts = lt_slice_equals(q->unit, LT_SLICE("类")) || lt_slice_equals(q->unit, LT_SLICE("种"));
  return !sorts && lt_slice_index(LT_SLICE("这那该此每哪某"), *before) < 7;
}

/* 2.4数据集统计, 见2.2节: numbers of sections. */
static bool is_section_number(const walk *w, const lt_quantity *q) {
  bool decimal = q->amount.arabic && q->amount.scale == 0 && q->amount.decimal.exponent < 0;
  if (!decimal || q->word == NULL) return false;
  return (q->begin == w->begin && q->word->kind == LT_PHRASE_NOUN) || lt_slice_equals(q->unit, LT_SLICE("节"));
}

static bool is_one(const lt_quantity *q) {
  bool one = q->amount.han && !q->amount.arabic && q->amount.length == 1 && q->amount.value == 1 && !q->amount.magnitude;
  if (!one || q->last_begin || q->word == NULL) return false;
  if (q->word->kind == LT_PHRASE_MONEY && q->value == q->word->value && q->value < 1) return true; /* 一分钱不花 */
  return q->measure == LT_MEASURE_COUNT || q->measure == LT_MEASURE_OTHER;
}

static bool is_clock(const lt_quantity *q, const lt_char *end) {
  if (q->word == NULL || !lt_slice_equals(q->unit, LT_SLICE("点"))) return false;
  bool rest = q->end < end && (lt_glyph_of(*q->end) != LT_GLYPH_NONE || *q->end == u'整' || *q->end == u'钟' || *q->end == u'前' || *q->end == u'后');
  return rest || (q->value <= 24 && q->value == floor(q->value));
}

static bool is_bare_figure(const lt_quantity *q) {
  const lt_amount *a = &q->amount;
  if (a->kind == LT_NUMERAL_FRACTION) return !a->half && a->value > 0 && a->value < 1;
  return (a->magnitude && q->value >= 1000) || a->letter || *q->begin == u'俩' || *q->begin == u'仨' || (q->more && a->value >= 10 && (a->arabic || a->magnitude)) || q->last.scale >= 4;
}

static bool is_figure(const walk *w, const lt_quantity *q) {
  if (q->amount.kind == LT_NUMERAL_ORDINAL || is_one(q) || is_pointed_at(w, q) || is_section_number(w, q) || is_clock(q, w->end)) return false;
  if (q->amount.vague && q->measure != LT_MEASURE_MONEY) return false;
  if (q->word == NULL && !(q->unit.at && q->amount.arabic)) return is_bare_figure(q);
  if (q->word == NULL) return true;
  if (q->word->kind == LT_PHRASE_PLACE) return false;
  if (q->word->kind == LT_PHRASE_PERCENT && q->end[-1] == u'折') return q->value > 0 && q->value < 100;
  return true;
}

/* 元/小时 */
static lt_slice unit_of(walk *w, const lt_quantity *q) {
  if (q->per.at == NULL) return q->unit;
  uint32_t length = q->unit.length + 1 + q->per.length;
  lt_char *joined = lt_arena_block(w->reading->arena, length * sizeof *joined);
  if (joined == NULL) return q->unit;
  memcpy(joined, q->unit.at, q->unit.length * sizeof *joined);
  joined[q->unit.length] = '/';
  memcpy(joined + q->unit.length + 1, q->per.at, q->per.length * sizeof *joined);
  return (lt_slice){joined, length};
}

/* FIGURE-OWN  66“灵感值”: a quoted word right behind a numeral is a unit from there on. */
static void learn_own_unit(walk *w, lt_quantity *q) {
  if (q->word || w->own_unit_count == 4 || w->end - q->end < 4 || (*q->end != u'“' && *q->end != u'「')) return;
  const lt_char *at = q->end + 1, *first = at;
  while (at < w->end && at - first < 6 && lt_char_is_han(*at)) at++;
  if (at - first < 2 || at == w->end || (*at != u'”' && *at != u'」')) return;
  w->own_units[w->own_unit_count++] = q->unit = (lt_slice){first, (uint32_t)(at - first)};
  q->measure = LT_MEASURE_COUNT;
  q->end = at + 1;
}

static void read_own_unit(walk *w, lt_quantity *q) {
  learn_own_unit(w, q);
  lt_slice rest = {q->end, (uint32_t)(w->end - q->end)};
  for (uint32_t i = 0; i < w->own_unit_count && q->word == NULL && q->unit.at == NULL; i++) {
    if (!lt_slice_starts_with(rest, w->own_units[i])) continue;
    q->unit = w->own_units[i];
    q->measure = LT_MEASURE_COUNT;
    q->end += q->unit.length;
  }
}

static void add_figure(walk *w, lt_quantity *q) {
  lt_context context = {w->begin, w->end, w->unsaid, w->unsaid_sentence == w->sentence};
  bool said = q->word != NULL;
  read_own_unit(w, q);
  lt_context_settle(&context, q);
  if (lt_context_is_label(&context, q) || !is_figure(w, q)) return;
  char bound = lt_context_bound(&context, q);
  if (q->amount.length == 1 && lt_glyph_of(*q->begin) == LT_GLYPH_LARGE) q->begin -= lt_context_bounds(&context, q->begin); /* 破万, 过亿 */
  lt_slice unit = unit_of(w, q);
  *LT_PUSH(w->reading->arena, &w->reading->figures) =
      (lt_figure){.span = span_of(w, q->begin, q->end), .value = q->value, .upper = q->upper, .unit = unit, .measure = q->measure,
                  .approx = bound, .sentence = w->sentence};
  if (!said && q->unit.at) w->unsaid = q->unit, w->unsaid_sentence = w->sentence;
}

static bool is_vague_word(const lt_amount *a) { return a->vague && !a->magnitude; }

/* Inside what is taken only the numeral is told: 20 in 50元20分. */
static bool read_quantity(const walk *w, const lt_char *at, lt_quantity *q) {
  const lt_char *end = end_before_name(w, at);
  if (at >= w->taken) return lt_quantity_read(w->taken, at, end, q);
  return lt_glyph_of(*at) != LT_GLYPH_SIGN && lt_amount_read(w->begin, at, end, &q->amount);
}

/* 3.3.4, 192.168.0.1: numbers of sections, versions, machines. */
static const lt_char *code_end(const walk *w, const lt_char *at) {
  const lt_char *p = at;
  int dots = 0;
  for (; p < w->end && (lt_char_is_digit(*p) || (*p == '.' && p + 1 < w->end && lt_char_is_digit(p[1]))); p++) dots += *p == '.';
  return dots > 1 ? p : NULL;
}

static const lt_char *behind_digits_and_powers(const walk *w, const lt_char *at) {
  while (at < w->end && lt_glyph_of(*at) >= LT_GLYPH_ARABIC && lt_glyph_of(*at) <= LT_GLYPH_TENS) at++;
  return at;
}

/* What is no numeral (ten thousand digits) is passed as a whole. */
static const lt_char *behind_digits(const walk *w, const lt_char *at) {
  return lt_char_is_digit(*at) ? behind_digits_and_powers(w, at) : at + 1;
}

static const lt_char *behind_long_string(const walk *w, const lt_quantity *q) {
  bool too_long = q->amount.digits && q->amount.length > LT_AMOUNT_DIGITS;
  return too_long ? behind_digits_and_powers(w, q->amount.end) : q->amount.end;
}

static const lt_char *read_number(walk *w, const lt_char *at) {
  const lt_char *code = lt_char_is_digit(*at) ? code_end(w, at) : NULL;
  if (code) return code;
  if (*at == u'半' && at > w->begin && lt_slice_index(LT_SLICE("前后上下大小多过"), at[-1]) < 8) return at + 1; /* 后半部分 */
  lt_quantity q = {.last_begin = NULL};
  if (!read_quantity(w, at, &q) || is_vague_word(&q.amount)) return behind_digits(w, at);
  if (!is_number(w, at, &q)) return behind_long_string(w, &q);
  add_numeral(w, at, &q.amount);
  if (at >= w->taken) {
    add_figure(w, &q);
    w->taken = q.end;
  }
  return q.amount.end;
}

/* 打对折, 翻了一番: a quantity that is one word. */
static const lt_char *quantity_word_end(walk *w, const lt_char *at) {
  const lt_phrase *word = at < w->taken ? NULL : lt_phrases_here(&lt_phrases_quantities, at, w->end);
  if (word == NULL) return NULL;
  lt_measure measure = word->kind == LT_PHRASE_PERCENT ? LT_MEASURE_PERCENT : LT_MEASURE_MULTIPLE;
  char direction = word->more_length ? (char)*lt_phrase_more(&lt_phrases_quantities, word).at : 0;
  *LT_PUSH(w->reading->arena, &w->reading->figures) =
      (lt_figure){.span = span_of(w, at, at + word->length), .value = word->value, .upper = NAN, .unit = lt_phrase_text(&lt_phrases_quantities, word),
                  .measure = measure, .approx = '=', .direction = direction, .sentence = w->sentence};
  return w->taken = at + word->length;
}

/* 就像当年福特所做的: no date before it, so only once upon a time. */
static bool has_date_before(const walk *w) {
  uint32_t count = w->reading->dates.count;
  return count && w->sentence - w->reading->dates.at[count - 1].sentence < 2;
}

static bool is_numeral_glyph(lt_glyph glyph) { return glyph >= LT_GLYPH_ARABIC && glyph <= LT_GLYPH_HALF; }

/* One look before a date is tried at a word's first character. These begin more than the words that are listed: 前三季度, 头三天,
** 上两周, 近三年来, 首季度, 大年初三, 闰六月; and no date begins with a word of one character. */
static bool may_begin_date(const walk *w, const lt_char *at, lt_glyph glyph) {
  if (glyph == LT_GLYPH_LETTER) return *at == 'Q' || *at == 'H';
  if (glyph != LT_GLYPH_WORD) return glyph != LT_GLYPH_SIGN && glyph != LT_GLYPH_CURRENCY;
  const lt_phrase *word = lt_phrases_here(&lt_phrases_calendar, at, w->end);
  if (word && word->length > 1 && word->kind != LT_PHRASE_WORD) return true;
  lt_char next = at + 1 < w->end ? at[1] : 0;
  switch (*at) {
    case u'前':
    case u'上':
    case u'下':
    case u'近':
    case u'闰':
    case u'头': return is_numeral_glyph(lt_glyph_of(next));
    case u'首': return true;
    case u'大': return next == u'年';
    default: return false;
  }
}

/* A date takes its place; the numerals in it are told all the same. */
static void read_date(walk *w, const lt_char *at) {
  lt_date date;
  if (at < w->taken || !lt_date_read(w->begin, at, end_before_name(w, at), &date)) return;
  if (date.from.steps[0].op == LT_DATE_THEN && !has_date_before(w)) return;
  w->taken = w->begin + date.span.end;
  date.span = span_of(w, w->begin + date.span.begin, w->taken);
  date.sentence = w->sentence;
  *LT_PUSH(w->reading->arena, &w->reading->dates) = date;
}

/* 康熙二十年: a date that begins with a name and goes on is no name. */
static bool date_outlasts(const walk *w, const lt_char *at, lt_glyph glyph, const lt_hit *name) {
  lt_date date;
  bool begins = w->text + name->begin == at && at >= w->taken && may_begin_date(w, at, glyph);
  return begins && lt_date_read(w->begin, at, w->end, &date) && date.span.end - date.span.begin > name->length;
}

static const lt_char *read_here(walk *w, const lt_char *at, lt_glyph glyph) {
  const lt_hit *name = name_at(w, at);
  if (name && !date_outlasts(w, at, glyph, name)) return lt_char_is_latin(w->text[name->begin + name->length - 1]) ? latin_end(w, w->text + name->begin + name->length) : w->text + name->begin + name->length;
  if (may_begin_date(w, at, glyph)) read_date(w, at);
  if (glyph == LT_GLYPH_LETTER) return latin_end(w, at);
  const lt_char *word = quantity_word_end(w, at);
  if (word == NULL && glyph != LT_GLYPH_WORD) word = word_end(w, at);
  if (word) return word;
  if (glyph == LT_GLYPH_WORD || glyph == LT_GLYPH_MORE || glyph == LT_GLYPH_CURRENCY) return at + 1;
  return read_number(w, at);
}

static void walk_sentence(walk *w) {
  for (const lt_char *at = w->begin; at < w->end;) {
    lt_glyph glyph = lt_glyph_of(*at);
    at = glyph == LT_GLYPH_NONE ? at + 1 : read_here(w, at, glyph);
  }
}

void lt_numbers_read(lt_reading *reading) {
  walk w = {.reading = reading, .text = reading->text->clean};
  for (uint32_t i = 0; i < reading->document->sentences.count; i++) {
    lt_span span = reading->document->sentences.at[i].span;
    w.begin = w.taken = w.text + span.begin;
    w.end = w.text + span.end;
    w.sentence = i;
    walk_sentence(&w);
  }
  lt_dates_settle(reading);
}
