/* Parts of a date that count units off.
**
**   DATE-FIRST   前三季度, 前11个月, 首季度, 头三天: from the begin of the year or month that stands before, else of the anchor's year
**   DATE-LAST    后三月, 最后五天: up to its end; 最后一周 is the week of its last Monday
**   DATE-NTH     第二周, 第一个周二, 最后一个周五, 第三季度, 第一天, 第100天
**   DATE-SPAN    过去两年, 未来三个月, 近三年来: up to the anchor or from it; not 仅过去一周时间, where 过去 is a verb
**   DATE-WHOLE   上两周, 下三个月: whole weeks and months before or after the anchor's
**   DATE-PLAN    第十四个五年规划
**   DATE-LATIN   Q1, H2
**   DATE-COUPLE  前两天, 前两年: not long before */
#include "base/char.h"
#include "reading/date_reader.h"
#include "reading/glyph.h"

static bool stands_here(const lt_date_reader *r, lt_slice word) {
  return lt_slice_starts_with((lt_slice){r->at, (uint32_t)(r->end - r->at)}, word);
}

typedef struct count {
  const lt_char *end;
  int32_t n;
  lt_grain unit;
} count;

/* 三季度, 11个月, 五天; 首 counts one. */
static bool read_count(const lt_date_reader *r, const lt_char *at, bool one, count *c) {
  lt_amount a;
  c->n = 1;
  if (!one) {
    if (!lt_places_read(at, r->end, &a) || a.spread.digits || a.more || a.letter || a.digits) return false;
    double value = lt_decimal_value(a.decimal);
    if (value < 1 || value > 400) return false;
    c->n = (int32_t)value;
    at = a.end;
  }
  if (at < r->end && *at == u'季' && !(r->end - at > 1 && lt_slice_index(LT_SLICE("报节末初风"), at[1]) < 5)) {
    c->unit = LT_GRAIN_QUARTER;
    c->end = at + 1 + (at + 1 < r->end && at[1] == u'度');
    return true;
  }
  return lt_date_read_measure(at, r->end, &c->end, &c->unit);
}

static bool add(lt_date_reader *r, const count *c, lt_date_op op, int32_t n) {
  lt_date_level level = op == LT_DATE_AGO || op == LT_DATE_SPAN || c->unit == LT_GRAIN_DAY ? LT_LEVEL_DAY : LT_LEVEL_PART;
  r->at = c->end;
  return lt_date_add(r, level, (lt_date_step){(uint8_t)op, (uint8_t)c->unit, 0, n});
}

static bool is_long(const lt_date_reader *r) { return r->level == LT_LEVEL_CENTURY || r->level == LT_LEVEL_DECADE; }

/* 本周 */
static bool is_week(const lt_date_reader *r) {
  return r->level == LT_LEVEL_PART && r->point->count > 0 && r->point->steps[r->point->count - 1].unit == LT_GRAIN_WEEK;
}

/* 此前三个月: before that. */
static bool ends_before(const lt_date_reader *r) { return r->at > r->begin && lt_slice_index(LT_SLICE("此之以提"), r->at[-1]) < 4; }

static bool may_be_first(const lt_date_reader *r, const count *c) {
  if ((c->unit == LT_GRAIN_YEAR) != is_long(r) || r->level > LT_LEVEL_MONTH) return false;
  if (r->level != LT_LEVEL_NONE) return true;
  if (ends_before(r)) return false;
  return (c->unit == LT_GRAIN_QUARTER && c->n <= 4) || (c->unit == LT_GRAIN_MONTH && c->n <= 12);
}

/* 前两天, 前两年: a couple of them ago. */
static bool read_couple(lt_date_reader *r, const count *c) {
  if (r->level != LT_LEVEL_NONE || c->n != 2 || r->at[1] != u'两' || *r->at != u'前' || (c->unit != LT_GRAIN_DAY && c->unit != LT_GRAIN_YEAR)) return false;
  r->at = c->end;
  return lt_date_add(r, LT_LEVEL_DAY, (lt_date_step){LT_DATE_AGO, (uint8_t)c->unit, c->unit == LT_GRAIN_DAY ? -7 : -5, -2});
}

static bool read_first(lt_date_reader *r) {
  bool one = *r->at == u'首', head = *r->at == u'头';
  count c;
  if ((!one && !head && *r->at != u'前') || !read_count(r, r->at + 1, one, &c)) return false;
  if (head && ((c.unit == LT_GRAIN_MONTH && c.end[-2] != u'个') || (r->at > r->begin && r->level == LT_LEVEL_NONE && lt_char_is_han(r->at[-1])))) return false; /* 源头10月 */
  if (one && r->level == LT_LEVEL_NONE && c.unit != LT_GRAIN_QUARTER) return false;
  return may_be_first(r, &c) ? add(r, &c, LT_DATE_FIRST, c.n) : read_couple(r, &c);
}

/* 第二个周日, 最后一个周五: at is behind the numeral. */
static bool read_nth_weekday(lt_date_reader *r, const lt_char *at, int32_t n) {
  at += at < r->end && *at == u'个';
  const lt_phrase *word = lt_date_word(r, at);
  if (word == NULL || word->kind != LT_PHRASE_WEEKDAY || r->level < LT_LEVEL_YEAR) return false;
  r->at = at + word->length;
  return lt_date_add(r, LT_LEVEL_DAY, (lt_date_step){LT_DATE_NTH_WEEKDAY, LT_GRAIN_DAY, (int16_t)word->value, n});
}

static bool read_last(lt_date_reader *r) {
  bool last = stands_here(r, LT_SLICE("最后"));
  const lt_char *at = r->at + (last ? 2 : 1);
  count c;
  if ((!last && *r->at != u'后') || (r->level != LT_LEVEL_YEAR && r->level != LT_LEVEL_MONTH && !is_week(r) && !is_long(r))) return false;
  if (last && at < r->end && *at == u'一' && read_nth_weekday(r, at + 1, -1)) return true;
  if (!read_count(r, at, false, &c) || (c.unit == LT_GRAIN_YEAR) != is_long(r)) return false;
  return last && c.unit == LT_GRAIN_WEEK && c.n == 1 ? add(r, &c, LT_DATE_NTH, -1) : add(r, &c, LT_DATE_LAST, c.n);
}

/* 第十四个五年规划: the first began in 1953, the third in 1966. */
static bool read_plan(lt_date_reader *r, const lt_amount *a) {
  lt_slice rest = {a->end, (uint32_t)(r->end - a->end)};
  int32_t n = (int32_t)lt_decimal_value(a->decimal), first = n < 3 ? 1948 + 5 * n : 1951 + 5 * n;
  bool plan = lt_slice_starts_with(rest, LT_SLICE("个五年规划")) || lt_slice_starts_with(rest, LT_SLICE("个五年计划"));
  if (!plan || r->level != LT_LEVEL_NONE || n < 1 || n > 30) return false;
  r->at = a->end + 5;
  r->date->to = (lt_date_point){.steps = {{LT_DATE_YEAR, LT_GRAIN_YEAR, 0, first + 4}}, .count = 1};
  return lt_date_add(r, LT_LEVEL_DAY, (lt_date_step){LT_DATE_YEAR, LT_GRAIN_YEAR, 0, first});
}

static bool read_nth(lt_date_reader *r) {
  lt_amount a;
  count c;
  if (*r->at != u'第' || !lt_places_read(r->at + 1, r->end, &a) || lt_decimal_value(a.decimal) > 366) return false;
  if (read_nth_weekday(r, a.end, (int32_t)lt_decimal_value(a.decimal)) || read_plan(r, &a)) return true;
  if (!read_count(r, r->at + 1, false, &c)) return false;
  if (c.unit == LT_GRAIN_QUARTER) {
    bool of_series = r->level == LT_LEVEL_NONE && c.end[-1] == u'季' && !lt_date_is_alone(r, r->at, c.end); /* 节目的第四季 */
    if (of_series || r->level > LT_LEVEL_YEAR || c.n > 4) return false;
    r->at = c.end;
    return lt_date_add(r, LT_LEVEL_HALF, (lt_date_step){LT_DATE_QUARTER, LT_GRAIN_QUARTER, 0, c.n});
  }
  bool within = r->level == LT_LEVEL_YEAR || (r->level == LT_LEVEL_MONTH && c.unit < LT_GRAIN_MONTH) || (is_week(r) && c.unit == LT_GRAIN_DAY);
  return within && c.unit != LT_GRAIN_YEAR && add(r, &c, LT_DATE_NTH, c.n);
}

/* 仅过去一周, 又过去三天: time goes by. */
static bool is_verb(const lt_date_reader *r, const lt_char *end) {
  lt_slice after = {end, (uint32_t)(r->end - end)};
  if (lt_slice_starts_with(after, LT_SLICE("时间"))) return true;
  return r->at > r->begin && lt_slice_index(LT_SLICE("仅才刚已又再经就"), r->at[-1]) < 8;
}

/* 近三年来, 近30天内: 近 says how long before only where such a word follows; 近三年 alone may be nearly three years. */
static bool is_recent(const lt_date_reader *r, const lt_char *end) {
  return lt_date_is_alone(r, r->at, end) || (end < r->end && (*end == u'来' || *end == u'内'));
}

static bool read_span(lt_date_reader *r) {
  const lt_phrase *word = lt_date_word(r, r->at);
  bool recent = *r->at == u'近', said = word && word->kind == LT_PHRASE_SPAN;
  lt_date_length length;
  if ((!recent && !said) || r->level != LT_LEVEL_NONE || !lt_date_read_length(r->at + (said ? word->length : 1), r->end, &length)) return false;
  if (length.untold || length.most || length.n > 400 || (said && is_verb(r, length.end)) || (!said && !is_recent(r, length.end))) return false;
  int32_t sign = said ? (int32_t)word->value : -1;
  r->at = length.end;
  return lt_date_add(r, LT_LEVEL_DAY, (lt_date_step){LT_DATE_SPAN, (uint8_t)length.unit, 0, sign * length.n});
}

/* 上两周, 下三个月; 线上三周 is none. */
static bool read_whole(lt_date_reader *r) {
  bool before = *r->at == u'上';
  count c;
  if ((!before && *r->at != u'下') || r->level != LT_LEVEL_NONE || !read_count(r, r->at + 1, false, &c) || c.n < 2 || c.n > 60) return false;
  if (c.unit < LT_GRAIN_WEEK || c.unit > LT_GRAIN_QUARTER || (c.unit == LT_GRAIN_MONTH && c.end[-2] != u'个')) return false;
  if (r->at > r->begin && lt_char_is_han(r->at[-1]) && lt_slice_index(LT_SLICE("在于从自是了比与和到至"), r->at[-1]) == 11) return false;
  r->at = c.end;
  return lt_date_add(r, LT_LEVEL_DAY, (lt_date_step){LT_DATE_SHIFT, (uint8_t)c.unit, (int16_t)c.n, before ? -c.n : 1});
}

/* DATE-LATIN  Q1, Q3季度, H1 before Chinese */
static bool read_latin(lt_date_reader *r) {
  bool half = *r->at == 'H';
  if ((!half && *r->at != 'Q') || r->level > LT_LEVEL_YEAR || !lt_char_is_digit(r->at[1])) return false;
  if (r->at > r->begin && lt_char_is_latin(r->at[-1])) return false;
  int32_t n = r->at[1] - '0';
  if (n < 1 || n > (half ? 2 : 4) || (r->end - r->at > 2 && !lt_char_is_han(r->at[2]) && lt_char_is_latin(r->at[2]))) return false;
  lt_slice rest = {r->at + 2, (uint32_t)(r->end - r->at - 2)};
  r->at += lt_slice_starts_with(rest, LT_SLICE("季度")) ? 4 : 2;
  return lt_date_add(r, LT_LEVEL_HALF, (lt_date_step){half ? LT_DATE_HALF : LT_DATE_QUARTER, LT_GRAIN_QUARTER, 0, n});
}

bool lt_date_read_counted(lt_date_reader *r) {
  lt_glyph glyph = lt_glyph_of(*r->at);
  if (r->end - r->at < 2 || (glyph >= LT_GLYPH_ARABIC && glyph <= LT_GLYPH_TENS)) return false;
  return read_latin(r) || read_first(r) || read_last(r) || read_nth(r) || read_span(r) || read_whole(r);
}
