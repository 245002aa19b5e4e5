/* Parts of a date that open with a numeral.
**
**   DATE-YEAR        four digits before 年; two where they cannot be a duration: 08年, 九零年, 15年3月, 19年底
**   DATE-CENTURY     18世纪, 90年代
**   DATE-QUARTER     一季度
**   DATE-MONTH       3月, 十二月份
**   DATE-DAY         15日, 9号 behind a month; 15日 alone; 四月十三 without 日 where the expression ends there
**   DATE-LUNAR       初八, 正月十五; 二月十五 in characters is the Chinese calendar's full moon
**   DATE-AGO         三年前, 两个半月后; 2025年前 is a year with a word behind it
**   DATE-SHARED      1-2月, 1995-1997年, 七八月: one unit for both ends; 7、8月: for each of a list */
#include "base/char.h"
#include "reading/date_reader.h"
#include "reading/glyph.h"

static bool stands_here(const lt_date_reader *r, const lt_char *at, lt_slice word) {
  return lt_slice_starts_with((lt_slice){at, (uint32_t)(r->end - at)}, word);
}

static bool is_whole(const lt_amount *a) { return !a->spread.digits && !a->more && !a->vague && a->decimal.exponent >= 0 && !a->letter; }

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
  if ((*at == u'度' || *at == u'的') && ++at >= r->end) return false;
  const lt_phrase *word = lt_date_word(r, at);
  if (word && *at == u'中' && word->length == 1) return false; /* 84年中科院 */
  if (word) return word->kind == LT_PHRASE_HALF || word->kind == LT_PHRASE_PART || word->kind == LT_PHRASE_TERM || word->kind == LT_PHRASE_FESTIVAL || word->kind == LT_PHRASE_LUNAR;
  lt_amount amount;
  if (stands_here(r, at, LT_SLICE("第"))) return true;
  if ((*at == 'Q' || *at == 'H') && r->end - at > 1 && lt_char_is_digit(at[1])) return true;
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
  int32_t year = a->pair ? pair_as_number(a) : lt_date_whole(a);
  bool spelt = a->magnitude && a->zero && a->han && year > 1900 && year < 2100; /* 两千零八年; 两千年 and 一千五百年 are times */
  bool full = is_whole(a) && (!a->magnitude || spelt) && year >= LT_DATE_FIRST_YEAR && year <= LT_DATE_LAST_YEAR;
  if (!full && (is_other_word(after - 1, r->end) || !may_be_short_year(r, a, r->at, after))) return false;
  r->at = over_tail_of_year(r, after);
  return lt_date_add(r, LT_LEVEL_YEAR, step_of(full ? LT_DATE_YEAR : LT_DATE_SHORT_YEAR, LT_GRAIN_YEAR, year));
}

static bool read_decade(lt_date_reader *r, const lt_amount *a, const lt_char *after) {
  int32_t n = lt_date_whole(a);
  if (r->level > LT_LEVEL_CENTURY || !is_whole(a) || n % 10) return false;
  bool with_century = n >= LT_DATE_FIRST_YEAR && n <= LT_DATE_LAST_YEAR;
  if (!with_century && n > 90) return false;
  if (with_century && !lt_date_add(r, LT_LEVEL_CENTURY, step_of(LT_DATE_CENTURY, LT_GRAIN_CENTURY, n / 100 + 1))) return false;
  r->at = after;
  return lt_date_add(r, LT_LEVEL_DECADE, step_of(LT_DATE_DECADE, LT_GRAIN_DECADE, n % 100));
}

static bool read_century(lt_date_reader *r, const lt_amount *a, const lt_char *after) {
  if (r->level != LT_LEVEL_NONE || !is_whole(a) || lt_date_whole(a) < 1 || lt_date_whole(a) > 30) return false;
  r->at = after;
  return lt_date_add(r, LT_LEVEL_CENTURY, step_of(LT_DATE_CENTURY, LT_GRAIN_CENTURY, lt_date_whole(a)));
}

/* 后三季度, 每三季度, 连续三季度 count quarters. */
static bool counts_quarters(const lt_date_reader *r) {
  return r->level == LT_LEVEL_NONE && r->at > r->begin && lt_slice_index(LT_SLICE("后每续近"), r->at[-1]) < 4;
}

/* 每年3月, 每月15日 come again and again. */
static bool recurs(const lt_date_reader *r) {
  return r->level == LT_LEVEL_NONE && r->at - r->begin > 1 && r->at[-2] == u'每' && (r->at[-1] == u'年' || r->at[-1] == u'月');
}

static bool read_quarter(lt_date_reader *r, const lt_amount *a, const lt_char *after) {
  if (r->level > LT_LEVEL_YEAR || !is_whole(a) || lt_date_whole(a) < 1 || lt_date_whole(a) > 4 || counts_quarters(r) || recurs(r)) return false;
  r->at = after;
  return lt_date_add(r, LT_LEVEL_HALF, step_of(LT_DATE_QUARTER, LT_GRAIN_QUARTER, lt_date_whole(a)));
}

/* 13月5日 is meant as a date, and is none: a row that no calendar tells. 13月 alone counts months badly. */
static bool is_absurd(const lt_date_reader *r, int32_t month, const lt_char *after) {
  lt_amount day;
  if (month > 99 || !lt_places_read(after, r->end, &day) || day.end >= r->end) return false;
  return *day.end == u'日' || *day.end == u'号';
}

static bool read_month(lt_date_reader *r, const lt_amount *a, const lt_char *after) {
  int32_t month = lt_date_whole(a);
  if (r->level > LT_LEVEL_YEAR || !is_whole(a) || a->digits || is_other_word(after - 1, r->end) || recurs(r)) return false;
  if ((month < 1 || month > 12) && !is_absurd(r, month, after)) return false;
  bool han = a->han && !a->arabic;
  r->at = after + (after < r->end && *after == u'份' && !is_other_word(after - 1, r->end) && !stands_here(r, after, LT_SLICE("份额")));
  if (!lt_date_add(r, LT_LEVEL_MONTH, step_of(r->lunar ? LT_DATE_LUNAR_MONTH : LT_DATE_MONTH, LT_GRAIN_MONTH, month))) return false;
  r->han_month = han;
  return true;
}

static bool add_day(lt_date_reader *r, int32_t day) {
  return lt_date_add(r, LT_LEVEL_DAY, step_of(r->lunar ? LT_DATE_LUNAR_DAY : LT_DATE_DAY, LT_GRAIN_DAY, day));
}

enum { LISTED = 11 }; /* numbers that one list shares its unit with */

static bool parts_list(lt_char c) { return c == u'、' || c == u'和' || c == u'及' || c == u'与'; }

/* 9月10号、11号: in a list that a month begins. */
static bool goes_on_list(const lt_date_reader *r) {
  const lt_char *p = r->at;
  for (int item = 0; item < LISTED && p - r->begin > 3 && parts_list(p[-1]); item++) {
    p--;
    if (p[-1] == u'号' || p[-1] == u'日') p--;
    const lt_char *number = p;
    while (p > r->begin && number - p < 3 && lt_glyph_of(p[-1]) >= LT_GLYPH_ARABIC && lt_glyph_of(p[-1]) <= LT_GLYPH_TENS) p--;
    if (p == number || p == r->begin) return false;
    if (p[-1] == u'月') return true;
  }
  return false;
}

/* 三日 and 一日 alone are durations, 3号 alone a building or a bus. */
static bool read_day(lt_date_reader *r, const lt_amount *a, const lt_char *after) {
  int32_t day = lt_date_whole(a);
  if (!is_whole(a) || a->digits || day > 99 || r->level >= LT_LEVEL_PART) return false;
  if (r->level != LT_LEVEL_MONTH) {
    if (day < 1 || day > 31) return false;
    bool alone = r->second || lt_date_is_alone(r, r->at, after) || goes_on_list(r);
    if (r->level != LT_LEVEL_NONE || recurs(r) || is_other_word(after - 1, r->end)) return false;
    if (!alone && (after[-1] == u'号' || (a->han && !a->arabic && day < 10))) return false;
  }
  r->at = after;
  return add_day(r, day);
}

static bool ends_expression(const lt_date_reader *r, const lt_char *at) {
  if (lt_date_dash(at, r->end)) return true;
  return at >= r->end || !(lt_char_is_han(*at) || lt_char_is_latin(*at) || *at == '%' || *at == '.');
}

/* 正月十五闹元宵: days of the Chinese calendar have no 日; 正月十五家店 counts shops. */
static bool is_lunar_day(const lt_date_reader *r, const lt_amount *a) {
  lt_glyph next = lt_glyph_of(*a->end);
  return r->lunar && a->han && !a->arabic && (next == LT_GLYPH_NONE || next > LT_GLYPH_HALF) && !lt_phrases_here(&lt_phrases_units, a->end, r->end);
}

/* 四月十三, 1月3: without 日. */
static bool read_bare_day(lt_date_reader *r, const lt_amount *a) {
  int32_t day = lt_date_whole(a);
  if (r->level != LT_LEVEL_MONTH || !is_whole(a) || a->digits || a->magnitude != (day > 9 && a->han) || day < 1 || day > 31) return false;
  if (!ends_expression(r, a->end) && !is_lunar_day(r, a)) return false;
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
  if ((!leap && *r->at != u'初') || !lt_places_read(r->at + 1, r->end, &a) || !is_whole(&a) || lt_date_whole(&a) < 1) return false;
  if (leap) {
    if (r->level > LT_LEVEL_YEAR || lt_date_whole(&a) > 12 || a.end >= r->end || *a.end != u'月') return false;
    r->at = a.end + 1;
    r->lunar = true;
    return lt_date_add(r, LT_LEVEL_MONTH, (lt_date_step){LT_DATE_LUNAR_MONTH, LT_GRAIN_MONTH, 1, lt_date_whole(&a)});
  }
  if (r->level != LT_LEVEL_MONTH || lt_date_whole(&a) > 10) return false;
  r->point->steps[r->point->count - 1].op = LT_DATE_LUNAR_MONTH;
  r->lunar = true;
  r->at = a.end;
  return add_day(r, lt_date_whole(&a));
}

/* 大年初十 */
static bool read_new_year_day(lt_date_reader *r) {
  lt_amount a;
  if (r->level > LT_LEVEL_YEAR || !stands_here(r, r->at, LT_SLICE("大年初")) || !lt_places_read(r->at + 3, r->end, &a)) return false;
  if (!is_whole(&a) || lt_date_whole(&a) < 1 || lt_date_whole(&a) > 15) return false;
  r->at = a.end;
  r->lunar = true;
  return lt_date_add(r, LT_LEVEL_MONTH, step_of(LT_DATE_LUNAR_MONTH, LT_GRAIN_MONTH, 1)) && add_day(r, lt_date_whole(&a));
}

/* a: NULL before 半年 */
static bool read_ago(lt_date_reader *r, const lt_amount *a) {
  lt_date_length l;
  if (r->level != LT_LEVEL_NONE || !(a ? lt_date_length_of(a, r->end, &l) : lt_date_read_length(r->at, r->end, &l))) return false;
  const lt_phrase *word = lt_date_word(r, lt_amount_skip(l.end, r->end));
  if (word == NULL || (word->kind != LT_PHRASE_BEFORE && word->kind != LT_PHRASE_AFTER)) return false;
  int32_t sign = word->kind == LT_PHRASE_BEFORE ? -1 : 1;
  r->at = lt_amount_skip(l.end, r->end) + word->length;
  return lt_date_add(r, LT_LEVEL_DAY, (lt_date_step){LT_DATE_AGO, (uint8_t)l.unit, (int16_t)(sign * l.most), sign * (l.untold ? LT_DATE_UNTOLD : l.n)});
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
  if (second->op != LT_DATE_SHORT_YEAR || first < LT_DATE_FIRST_YEAR) return;
  second->op = LT_DATE_YEAR;
  second->n += first / 100 * 100;
}

/* The last number with its unit makes the second end; the first one is the same step with its own number. */
static bool share_unit(lt_date_reader *r, int32_t first_number, const lt_char *at, const lt_amount *last_amount) {
  lt_date_point to = *r->point;
  lt_date_reader second = *r;
  second.point = &to;
  second.at = at;
  second.second = first_number >= LT_DATE_FIRST_YEAR;
  if (!read_with_unit(&second, last_amount) || (second.level == LT_LEVEL_DECADE && first_number >= LT_DATE_FIRST_YEAR)) return false;
  lt_date_step *last = &to.steps[to.count - 1], first = *last;
  share_century(last, first_number);
  first.op = last->op;
  first.n = first_number;
  if (first.n < 1 || first.n >= last->n || !lt_date_add(r, second.level, first)) return false;
  r->date->to = to;
  r->at = second.at;
  return true;
}

static bool read_shared(lt_date_reader *r, const lt_amount *a) {
  const lt_char *dash = lt_date_dash(a->end, r->end);
  lt_amount b;
  if (dash == NULL || r->date->to.count || !is_whole(a) || !lt_places_read(dash, r->end, &b) || !is_whole(&b)) return false;
  return share_unit(r, lt_date_whole(a), dash, &b);
}

/* 七八月, 一二季度, 八九十年代; 三五月 and 一两月 are no such pairs. */
static bool read_pair(lt_date_reader *r, const lt_amount *a) {
  int32_t ten = a->magnitude ? 10 : 1;
  bool pair = !a->vague && !a->more && a->length == (a->magnitude ? 3 : 2) && lt_decimal_value(a->spread) == ten;
  if (!pair || r->date->to.count || r->at[1] == u'两') return false;
  bool fits = a->magnitude ? stands_here(r, a->end, LT_SLICE("年代")) : a->end < r->end && (*a->end == u'月' || *a->end == u'季');
  lt_amount last = *a;
  last.decimal = lt_decimal_add(a->decimal, a->spread);
  last.spread.digits = 0;
  last.pair = false;
  return fits && share_unit(r, lt_date_whole(a), r->at, &last);
}

/* 7、8月, 一、二、三季度: the unit stands once, at the end; each number is a date of its own. */
static bool read_listed(lt_date_reader *r, const lt_amount *a) {
  lt_amount last = *a;
  if (a->end >= r->end || !parts_list(*a->end) || !is_whole(a) || a->digits || lt_date_whole(a) > 31) return false;
  for (int i = 0; i < LISTED && last.end < r->end && parts_list(*last.end); i++) {
    int32_t before = lt_date_whole(&last);
    if (!lt_places_read(last.end + 1, r->end, &last) || !is_whole(&last) || last.digits || lt_date_whole(&last) <= before) return false;
  }
  lt_date_point scratch = *r->point;
  lt_date_reader unit = *r;
  unit.point = &scratch;
  unit.at = last.end;
  unit.second = true;
  if (last.end >= r->end || (*last.end != u'月' && *last.end != u'季' && *last.end != u'日' && *last.end != u'号') || !read_with_unit(&unit, &last)) return false;
  lt_date_step step = scratch.steps[scratch.count - 1];
  if (step.op != LT_DATE_MONTH && step.op != LT_DATE_QUARTER && step.op != LT_DATE_DAY) return false;
  step.n = lt_date_whole(a);
  r->at = a->end;
  return lt_date_add(r, LT_LEVEL_DAY, step);
}

/* One look behind the numeral before all that dates may have there: most of 一 and 两 stand before something else. */
static bool may_go_on(const lt_date_reader *r, const lt_char *at) {
  if (at >= r->end || !lt_char_is_han(*at) || r->level >= LT_LEVEL_MONTH) return true;
  switch (*at) {
    case u'年': case u'月': case u'日': case u'号': case u'世': case u'季': case u'个': case u'天': case u'周': case u'星': case u'礼':
    case u'半': case u'交': case u'工': case u'自': case u'起': case u'至': case u'到': case u'和': case u'及': case u'与': return true;
    default: return false;
  }
}

bool lt_date_read_numeral(lt_date_reader *r) {
  if (r->at >= r->end) return false;
  if (read_new_year_day(r) || read_lunar_mark(r)) return true;
  lt_amount a;
  if (*r->at == u'半') return read_ago(r, NULL);
  if (!lt_places_read(r->at, r->end, &a) || !may_go_on(r, lt_amount_skip(a.end, r->end))) return false;
  return read_ago(r, &a) || read_shared(r, &a) || read_pair(r, &a) || read_listed(r, &a) || read_with_unit(r, &a);
}
