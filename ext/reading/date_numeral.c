/* Parts of a date that open with a numeral.
**
**   DATE-YEAR        four digits before 年; two where they cannot be a duration: 08年, 九零年, 15年3月, 19年底
**   DATE-CENTURY     18世纪, 90年代
**   DATE-QUARTER     一季度
**   DATE-MONTH       3月, 十二月份
**   DATE-DAY         15日, 9号 behind a month; 15日 alone; 四月十三 without 日 where the expression ends there
**   DATE-LUNAR       初八, 正月十五; 二月十五 in characters is the Chinese calendar's full moon
**   DATE-AGO         三年前, 两个半月后; 2025年前 is a year with a word behind it
**   DATE-SHARED      1-2月, 1995-1997年: one unit for both ends */
#include "base/char.h"
#include "reading/date_reader.h"
#include "reading/glyph.h"

enum { FIRST_YEAR = 1000, LAST_YEAR = 2199 };

static bool stands_here(const lt_date_reader *r, const lt_char *at, lt_slice word) {
  return lt_slice_starts_with((lt_slice){at, (uint32_t)(r->end - at)}, word);
}

static bool is_whole(const lt_amount *a) { return !a->spread.digits && !a->more && !a->vague && a->decimal.exponent >= 0 && !a->letter; }

static int32_t whole(const lt_amount *a) {
  double value = lt_decimal_value(a->decimal);
  return value < 100000 ? (int32_t)value : 100000;
}

/* Does a word that only begins with this character stand here (月饼, 日均, 年轻)? */
static bool is_other_word(const lt_char *at, const lt_char *end) {
  const lt_phrase *word = lt_phrases_here(&lt_phrases_calendar, at, end), *thing = lt_phrases_here(&lt_phrases_things, at, end);
  const lt_phrase *unit = lt_phrases_here(&lt_phrases_units, at, end);
  if (unit && (unit->kind == LT_PHRASE_MONEY || unit->kind == LT_PHRASE_PLACE) && unit->length > 1) return true;
  return (word && word->kind == LT_PHRASE_WORD) || thing;
}

bool lt_date_goes_on(const lt_date_reader *r, const lt_char *at) {
  at = lt_amount_skip(at, r->end);
  if (at >= r->end) return false;
  if (*at == u'度' || *at == u'的') at++;
  const lt_phrase *word = lt_date_word(r, at);
  if (word) return word->kind == LT_PHRASE_HALF || word->kind == LT_PHRASE_PART || word->kind == LT_PHRASE_TERM || word->kind == LT_PHRASE_FESTIVAL || word->kind == LT_PHRASE_LUNAR;
  lt_amount amount;
  if (stands_here(r, at, LT_SLICE("第"))) return true;
  if (!lt_places_read(at, r->end, &amount)) return false;
  const lt_char *unit = lt_amount_skip(amount.end, r->end);
  return unit < r->end && (*unit == u'月' || stands_here(r, unit, LT_SLICE("季度")));
}

static lt_date_step step_of(lt_date_op op, lt_grain unit, int32_t n) { return (lt_date_step){(uint8_t)op, (uint8_t)unit, 0, n}; }

static bool is_two_digits(const lt_amount *a, const lt_char *first) { return a->arabic ? a->end - first == 2 && !a->han : a->digits && a->length == 2; }

/* 三五 as a pair is 3 to 5, but 35 before 年3月. */
static bool may_be_short_year(const lt_date_reader *r, const lt_amount *a, const lt_char *first, const lt_char *after) {
  if (a->pair && a->length == 2) return lt_date_goes_on(r, after);
  if (!is_two_digits(a, first) || a->more) return false;
  bool certain = (a->arabic && *first == '0') || (a->digits && !a->arabic);
  return certain || r->second || lt_date_goes_on(r, after) || lt_date_is_alone(r, first, after);
}

static const lt_char *over_tail_of_year(const lt_date_reader *r, const lt_char *at) {
  if (at < r->end && (*at == u'度' || *at == u'份') && !is_other_word(at - 1, r->end)) at++;
  return at;
}

static int32_t pair_as_number(const lt_amount *a) { return (int32_t)(a->decimal.digits * 10 + a->decimal.digits + a->spread.digits); }

static bool read_year(lt_date_reader *r, const lt_amount *a, const lt_char *after) {
  if (r->level != LT_LEVEL_NONE) return false;
  int32_t year = a->pair ? pair_as_number(a) : whole(a);
  bool full = is_whole(a) && !a->magnitude && year >= FIRST_YEAR && year <= LAST_YEAR;
  if (!full && (is_other_word(after - 1, r->end) || !may_be_short_year(r, a, r->at, after))) return false;
  r->at = over_tail_of_year(r, after);
  return lt_date_add(r, LT_LEVEL_YEAR, step_of(full ? LT_DATE_YEAR : LT_DATE_SHORT_YEAR, LT_GRAIN_YEAR, year));
}

static bool read_decade(lt_date_reader *r, const lt_amount *a, const lt_char *after) {
  int32_t n = whole(a);
  if (r->level > LT_LEVEL_CENTURY || !is_whole(a) || n % 10) return false;
  bool with_century = n >= FIRST_YEAR && n <= LAST_YEAR;
  if (!with_century && n > 90) return false;
  if (with_century && !lt_date_add(r, LT_LEVEL_CENTURY, step_of(LT_DATE_CENTURY, LT_GRAIN_CENTURY, n / 100 + 1))) return false;
  r->at = after;
  return lt_date_add(r, LT_LEVEL_DECADE, step_of(LT_DATE_DECADE, LT_GRAIN_DECADE, n % 100));
}

static bool read_century(lt_date_reader *r, const lt_amount *a, const lt_char *after) {
  if (r->level != LT_LEVEL_NONE || !is_whole(a) || whole(a) < 1 || whole(a) > 30) return false;
  r->at = after;
  return lt_date_add(r, LT_LEVEL_CENTURY, step_of(LT_DATE_CENTURY, LT_GRAIN_CENTURY, whole(a)));
}

static bool read_quarter(lt_date_reader *r, const lt_amount *a, const lt_char *after) {
  if (r->level > LT_LEVEL_YEAR || !is_whole(a) || whole(a) < 1 || whole(a) > 4) return false;
  r->at = after;
  return lt_date_add(r, LT_LEVEL_HALF, step_of(LT_DATE_QUARTER, LT_GRAIN_QUARTER, whole(a)));
}

static bool read_month(lt_date_reader *r, const lt_amount *a, const lt_char *after) {
  int32_t month = whole(a);
  if (r->level > LT_LEVEL_YEAR || !is_whole(a) || a->digits || month < 1 || month > 12 || is_other_word(after - 1, r->end)) return false;
  bool han = a->han && !a->arabic;
  r->at = after + (after < r->end && *after == u'份' && !is_other_word(after - 1, r->end) && !stands_here(r, after, LT_SLICE("份额")));
  if (!lt_date_add(r, LT_LEVEL_MONTH, step_of(r->lunar ? LT_DATE_LUNAR_MONTH : LT_DATE_MONTH, LT_GRAIN_MONTH, month))) return false;
  r->han_month = han;
  return true;
}

static bool add_day(lt_date_reader *r, int32_t day) {
  return lt_date_add(r, LT_LEVEL_DAY, step_of(r->lunar ? LT_DATE_LUNAR_DAY : LT_DATE_DAY, LT_GRAIN_DAY, day));
}

/* 三日 and 一日 alone are durations, 3号 alone a building or a bus. */
static bool read_day(lt_date_reader *r, const lt_amount *a, const lt_char *after) {
  int32_t day = whole(a);
  if (!is_whole(a) || a->digits || day < 1 || day > 31 || r->level >= LT_LEVEL_PART) return false;
  if (r->level != LT_LEVEL_MONTH) {
    bool alone = r->second || lt_date_is_alone(r, r->at, after);
    if (r->level != LT_LEVEL_NONE || is_other_word(after - 1, r->end)) return false;
    if (!alone && (after[-1] == u'号' || (a->han && !a->arabic && day < 10))) return false;
  }
  r->at = after;
  return add_day(r, day);
}

static bool ends_expression(const lt_date_reader *r, const lt_char *at) {
  if (lt_date_dash(at, r->end)) return true;
  return at >= r->end || !(lt_char_is_han(*at) || lt_char_is_latin(*at) || *at == '%' || *at == '.');
}

/* 四月十三, 1月3: without 日. */
static bool read_bare_day(lt_date_reader *r, const lt_amount *a) {
  int32_t day = whole(a);
  if (r->level != LT_LEVEL_MONTH || !is_whole(a) || a->digits || a->magnitude != (day > 9 && a->han) || day < 1 || day > 31) return false;
  if (!ends_expression(r, a->end)) return false;
  bool full_moon = r->han_month && a->han && day == 15;
  lt_date_step *month = &r->point->steps[r->point->count - 1];
  if (full_moon && month->op == LT_DATE_MONTH) month->op = LT_DATE_LUNAR_MONTH, r->lunar = true;
  r->at = a->end;
  return add_day(r, day);
}

/* 初八; 闰六月. The month before is then the Chinese calendar's. */
static bool read_lunar_mark(lt_date_reader *r) {
  lt_amount a;
  bool leap = *r->at == u'闰';
  if ((!leap && *r->at != u'初') || !lt_places_read(r->at + 1, r->end, &a) || !is_whole(&a) || whole(&a) < 1) return false;
  if (leap) {
    if (r->level > LT_LEVEL_YEAR || whole(&a) > 12 || a.end >= r->end || *a.end != u'月') return false;
    r->at = a.end + 1;
    r->lunar = true;
    return lt_date_add(r, LT_LEVEL_MONTH, (lt_date_step){LT_DATE_LUNAR_MONTH, LT_GRAIN_MONTH, 1, whole(&a)});
  }
  if (r->level != LT_LEVEL_MONTH || whole(&a) > 10) return false;
  r->point->steps[r->point->count - 1].op = LT_DATE_LUNAR_MONTH;
  r->lunar = true;
  r->at = a.end;
  return add_day(r, whole(&a));
}

/* 大年初十 */
static bool read_new_year_day(lt_date_reader *r) {
  lt_amount a;
  if (r->level > LT_LEVEL_YEAR || !stands_here(r, r->at, LT_SLICE("大年初")) || !lt_places_read(r->at + 3, r->end, &a)) return false;
  if (!is_whole(&a) || whole(&a) < 1 || whole(&a) > 15) return false;
  r->at = a.end;
  r->lunar = true;
  return lt_date_add(r, LT_LEVEL_MONTH, step_of(LT_DATE_LUNAR_MONTH, LT_GRAIN_MONTH, 1)) && add_day(r, whole(&a));
}

typedef struct measure {
  const lt_char *end;
  lt_grain unit;
  bool half;
  bool trading; /* 交易日, 工作日: no calendar tells them */
} measure;

static bool unit_here(const lt_char *at, const lt_char *end, lt_grain *unit, uint32_t *length) {
  static const struct {
    lt_char first, second;
    lt_grain unit;
  } units[] = {{u'年', 0, LT_GRAIN_YEAR},       {u'月', 0, LT_GRAIN_MONTH},      {u'季', u'度', LT_GRAIN_QUARTER}, {u'周', 0, LT_GRAIN_WEEK},
               {u'星', u'期', LT_GRAIN_WEEK},   {u'礼', u'拜', LT_GRAIN_WEEK},   {u'天', 0, LT_GRAIN_DAY},         {u'日', 0, LT_GRAIN_DAY}};
  for (size_t i = 0; i < sizeof units / sizeof *units && at < end; i++) {
    if (*at != units[i].first || (units[i].second && (end - at < 2 || at[1] != units[i].second))) continue;
    *unit = units[i].unit;
    *length = units[i].second ? 2 : 1;
    return true;
  }
  return false;
}

/* 年, 个月, 个半月, 年半, 周, 个星期, 天, 日 */
static bool read_measure(const lt_char *at, const lt_char *end, measure *m) {
  uint32_t length;
  at = lt_amount_skip(at, end);
  if (at < end && *at == u'个') at++;
  m->trading = end - at > 2 && (lt_slice_starts_with((lt_slice){at, 3}, LT_SLICE("交易日")) || lt_slice_starts_with((lt_slice){at, 3}, LT_SLICE("工作日")));
  if (end - at > 2 && (m->trading || lt_slice_starts_with((lt_slice){at, 3}, LT_SLICE("自然日")))) at += 2;
  m->half = at < end && *at == u'半';
  if (!unit_here(at + m->half, end, &m->unit, &length)) return false;
  m->end = at + m->half + length;
  if (!m->half && m->end < end && *m->end == u'半') m->half = true, m->end++;
  return true;
}

bool lt_date_read_measure(const lt_char *at, const lt_char *end, const lt_char **after, lt_grain *unit) {
  measure m;
  if (!read_measure(at, end, &m) || m.half || m.trading) return false;
  *after = m.end;
  *unit = m.unit;
  return true;
}

/* 七年半 is 90 months, 两个半月 ten weeks and more: told in the next smaller unit. */
static void break_half(int32_t *n, lt_grain *unit) {
  static const struct {
    lt_grain smaller;
    int32_t parts, half;
  } of[] = {[LT_GRAIN_DAY] = {LT_GRAIN_DAY, 1, 0}, [LT_GRAIN_WEEK] = {LT_GRAIN_DAY, 7, 3}, [LT_GRAIN_MONTH] = {LT_GRAIN_DAY, 30, 15}, [LT_GRAIN_QUARTER] = {LT_GRAIN_DAY, 90, 45}, [LT_GRAIN_YEAR] = {LT_GRAIN_MONTH, 12, 6}};
  *n = *n * of[*unit].parts + of[*unit].half;
  *unit = of[*unit].smaller;
}

static bool read_ago(lt_date_reader *r, const lt_amount *a) {
  measure m;
  if (r->level != LT_LEVEL_NONE || a->digits || !read_measure(a->end, r->end, &m)) return false;
  if (m.end[-1] == u'月' && m.end[-2] != u'个' && m.end[-2] != u'半') return false; /* 3月前 */
  const lt_phrase *word = lt_date_word(r, lt_amount_skip(m.end, r->end));
  if (word == NULL || (word->kind != LT_PHRASE_BEFORE && word->kind != LT_PHRASE_AFTER)) return false;
  int32_t n = whole(a), more = (int32_t)lt_decimal_value(a->spread);
  if (n > 10000 || more > 10000 || (m.unit == LT_GRAIN_YEAR && !a->magnitude && n >= FIRST_YEAR)) return false;
  int32_t upto = more ? n + more : 0, sign = word->kind == LT_PHRASE_BEFORE ? -1 : 1;
  if (a->vague) n *= 2; /* 几十年: at least two tens */
  if (m.trading) n = LT_DATE_UNTOLD;
  if (m.half) break_half(&n, &m.unit);
  r->at = lt_amount_skip(m.end, r->end) + word->length;
  return lt_date_add(r, LT_LEVEL_DAY, (lt_date_step){LT_DATE_AGO, (uint8_t)m.unit, (int16_t)(sign * upto), sign * n});
}

static bool read_with_unit(lt_date_reader *r, const lt_amount *a) {
  const lt_char *unit = lt_amount_skip(a->end, r->end);
  if (unit >= r->end) return read_bare_day(r, a);
  if (stands_here(r, unit, LT_SLICE("世纪"))) return read_century(r, a, unit + 2);
  if (stands_here(r, unit, LT_SLICE("年代"))) return read_decade(r, a, unit + 2);
  if (stands_here(r, unit, LT_SLICE("季度"))) return read_quarter(r, a, unit + 2);
  switch (*unit) {
    case u'年': return read_year(r, a, unit + 1);
    case u'月': return read_month(r, a, unit + 1);
    case u'日':
    case u'号': return read_day(r, a, unit + 1);
    default: return read_bare_day(r, a);
  }
}

/* 1995-97年: the century is said once. */
static void share_century(lt_date_step *second, int32_t first) {
  if (second->op != LT_DATE_SHORT_YEAR || first < FIRST_YEAR) return;
  second->op = LT_DATE_YEAR;
  second->n += first / 100 * 100;
}

/* Reads the second end with its unit; the first is the same step with its own number. */
static bool read_shared(lt_date_reader *r, const lt_amount *a) {
  const lt_char *dash = lt_date_dash(a->end, r->end);
  lt_amount b;
  if (dash == NULL || r->date->to.count || !is_whole(a) || !lt_places_read(dash, r->end, &b) || !is_whole(&b)) return false;
  lt_date_point to = *r->point;
  lt_date_reader second = *r;
  second.point = &to;
  second.at = dash;
  second.second = whole(a) >= FIRST_YEAR;
  if (!read_with_unit(&second, &b) || second.level == LT_LEVEL_DECADE) return false;
  lt_date_step *last = &to.steps[to.count - 1], first = *last;
  share_century(last, whole(a));
  first.op = last->op;
  first.n = whole(a);
  if (first.n < 1 || first.n >= last->n || !lt_date_add(r, second.level, first)) return false;
  r->date->to = to;
  r->at = second.at;
  return true;
}

bool lt_date_read_numeral(lt_date_reader *r) {
  if (r->at >= r->end) return false;
  if (read_new_year_day(r) || read_lunar_mark(r)) return true;
  lt_amount a;
  if (!lt_places_read(r->at, r->end, &a)) return false;
  return read_ago(r, &a) || read_shared(r, &a) || read_with_unit(r, &a);
}
