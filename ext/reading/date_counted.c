/* Parts of a date that count units off.
**
**   DATE-FIRST   前三季度, 前11个月, 首季度: from the begin of the year or month that stands before, else of the anchor's year
**   DATE-LAST    后三月, 最后五天: up to its end
**   DATE-NTH     第二周, 第一个周二, 第三季度
**   DATE-SPAN    过去两年, 未来三个月: up to the anchor or from it; not 仅过去一周时间, where 过去 is a verb
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

static bool may_be_first(const lt_date_reader *r, const count *c) {
  if (c->unit == LT_GRAIN_YEAR || r->level > LT_LEVEL_MONTH || r->level == LT_LEVEL_CENTURY || r->level == LT_LEVEL_DECADE) return false;
  if (r->level != LT_LEVEL_NONE) return true;
  return (c->unit == LT_GRAIN_QUARTER && c->n <= 4) || (c->unit == LT_GRAIN_MONTH && c->n <= 12);
}

/* 前两天, 前两年: a couple of them ago. */
static bool read_couple(lt_date_reader *r, const count *c) {
  if (r->level != LT_LEVEL_NONE || c->n != 2 || r->at[1] != u'两' || (c->unit != LT_GRAIN_DAY && c->unit != LT_GRAIN_YEAR)) return false;
  r->at = c->end;
  return lt_date_add(r, LT_LEVEL_DAY, (lt_date_step){LT_DATE_AGO, (uint8_t)c->unit, c->unit == LT_GRAIN_DAY ? -7 : -5, -2});
}

static bool read_first(lt_date_reader *r) {
  bool one = *r->at == u'首';
  count c;
  if ((!one && *r->at != u'前') || !read_count(r, r->at + 1, one, &c)) return false;
  if (one && r->level == LT_LEVEL_NONE && c.unit != LT_GRAIN_QUARTER) return false;
  return may_be_first(r, &c) ? add(r, &c, LT_DATE_FIRST, c.n) : read_couple(r, &c);
}

static bool read_last(lt_date_reader *r) {
  uint32_t length = stands_here(r, LT_SLICE("最后")) ? 2 : *r->at == u'后';
  count c;
  if (length == 0 || (r->level != LT_LEVEL_YEAR && r->level != LT_LEVEL_MONTH) || !read_count(r, r->at + length, false, &c)) return false;
  return c.unit != LT_GRAIN_YEAR && add(r, &c, LT_DATE_LAST, c.n);
}

static bool read_nth_weekday(lt_date_reader *r, const lt_amount *a) {
  const lt_char *at = a->end + (a->end < r->end && *a->end == u'个');
  const lt_phrase *word = lt_date_word(r, at);
  if (word == NULL || word->kind != LT_PHRASE_WEEKDAY || r->level < LT_LEVEL_YEAR) return false;
  r->at = at + word->length;
  return lt_date_add(r, LT_LEVEL_DAY, (lt_date_step){LT_DATE_NTH_WEEKDAY, LT_GRAIN_DAY, (int16_t)word->value, (int32_t)lt_decimal_value(a->decimal)});
}

static bool read_nth(lt_date_reader *r) {
  lt_amount a;
  count c;
  if (*r->at != u'第' || !lt_places_read(r->at + 1, r->end, &a) || lt_decimal_value(a.decimal) > 60) return false;
  if (read_nth_weekday(r, &a)) return true;
  if (!read_count(r, r->at + 1, false, &c)) return false;
  if (c.unit == LT_GRAIN_QUARTER) {
    r->at = c.end;
    return r->level <= LT_LEVEL_YEAR && c.n <= 4 && lt_date_add(r, LT_LEVEL_HALF, (lt_date_step){LT_DATE_QUARTER, LT_GRAIN_QUARTER, 0, c.n});
  }
  bool within = r->level == LT_LEVEL_YEAR || r->level == LT_LEVEL_MONTH;
  return c.unit == LT_GRAIN_WEEK && within && add(r, &c, LT_DATE_NTH_WEEK, c.n);
}

/* 仅过去一周, 又过去三天: time goes by. */
static bool is_verb(const lt_date_reader *r, const lt_char *end) {
  lt_slice after = {end, (uint32_t)(r->end - end)};
  if (lt_slice_starts_with(after, LT_SLICE("时间"))) return true;
  return r->at > r->begin && lt_slice_index(LT_SLICE("仅才刚已又再经就"), r->at[-1]) < 8;
}

static bool read_half_year(const lt_date_reader *r, const lt_char *at, count *c) {
  if (r->end - at < 2 || *at != u'半' || at[1] != u'年') return false;
  *c = (count){at + 2, 6, LT_GRAIN_MONTH};
  return true;
}

static bool read_span(lt_date_reader *r) {
  const lt_phrase *word = lt_date_word(r, r->at);
  count c;
  if (word == NULL || word->kind != LT_PHRASE_SPAN || r->level != LT_LEVEL_NONE) return false;
  const lt_char *at = r->at + word->length;
  if (!read_half_year(r, at, &c) && !read_count(r, at, false, &c)) return false;
  return !is_verb(r, c.end) && add(r, &c, LT_DATE_SPAN, c.n * (int32_t)word->value);
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
  if (r->end - r->at < 2) return false;
  return read_latin(r) || read_first(r) || read_last(r) || read_nth(r) || read_span(r);
}
