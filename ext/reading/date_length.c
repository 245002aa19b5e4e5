/* How long, as one counts it: 三年, 两个星期, 七年半, 十几天, 半个月. */
#include "reading/date_reader.h"

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
static void break_half(lt_date_length *l) {
  static const struct {
    lt_grain smaller;
    int32_t parts, half;
  } of[] = {[LT_GRAIN_DAY] = {LT_GRAIN_DAY, 1, 0}, [LT_GRAIN_WEEK] = {LT_GRAIN_DAY, 7, 3}, [LT_GRAIN_MONTH] = {LT_GRAIN_DAY, 30, 15}, [LT_GRAIN_QUARTER] = {LT_GRAIN_DAY, 90, 45}, [LT_GRAIN_YEAR] = {LT_GRAIN_MONTH, 12, 6}};
  l->n = l->n * of[l->unit].parts + of[l->unit].half;
  l->unit = of[l->unit].smaller;
}

/* 三月 is a month of the year, 三个月 and 两月 a time. */
static bool is_length(const lt_amount *a, const measure *m) {
  int32_t n = lt_date_whole(a);
  bool month = m->end[-1] == u'月' && m->end[-2] != u'个' && m->end[-2] != u'半';
  bool year = m->unit == LT_GRAIN_YEAR && !a->magnitude && n >= LT_DATE_FIRST_YEAR;
  return n <= 10000 && lt_decimal_value(a->spread) <= 10000 && !month && !year && !a->digits;
}

/* 半年, 半个月, 半月 */
static bool read_half(const lt_char *at, const lt_char *end, measure *m) {
  uint32_t length;
  at += 1 + (end - at > 1 && at[1] == u'个');
  *m = (measure){.half = true};
  if (!unit_here(at, end, &m->unit, &length) || m->unit < LT_GRAIN_MONTH) return false;
  m->end = at + length;
  return true;
}

static void set_length(lt_date_length *length, const lt_amount *a, const measure *m) {
  int32_t more = (int32_t)lt_decimal_value(a->spread);
  *length = (lt_date_length){.end = m->end, .unit = m->unit, .n = lt_date_whole(a) * (a->vague ? 2 : 1), .untold = m->trading}; /* 几十年: at least two tens */
  length->most = more ? lt_date_whole(a) + more : 0;
  if (m->half) break_half(length);
}

bool lt_date_length_of(const lt_amount *a, const lt_char *end, lt_date_length *length) {
  measure m;
  if (!read_measure(a->end, end, &m) || !is_length(a, &m)) return false;
  set_length(length, a, &m);
  return true;
}

bool lt_date_read_length(const lt_char *at, const lt_char *end, lt_date_length *length) {
  lt_amount a = {.end = NULL};
  measure m;
  if (at >= end || *at != u'半') return lt_places_read(at, end, &a) && lt_date_length_of(&a, end, length);
  if (!read_half(at, end, &m)) return false;
  set_length(length, &a, &m);
  return true;
}
