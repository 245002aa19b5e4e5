/* From steps to days. Each step narrows the period so far; the first has the anchor to start from, or the dates before it:
**
**   DATE-SAME-YEAR   a month without a year in a sentence that has named a year is of that year (2016年4月成立，6月推出)
**   DATE-LAST-YEAR   a month that would lie ahead of the article, after a date of the year before, is of that year (去年11月… 12月)
**   DATE-SAME-MONTH  a day without a month is of the month named before it in the sentence, else of the anchor's; one that would
**                    lie more than 20 days ahead is of the month before
**   DATE-CONTEXT     同年, 次日, 一个月后 lean on the date before; 上年 on the first date of the sentence; without one, on the anchor
**
** A day that does not exist (2月30日) and what only an anchor could tell are not told: start.year is 0. */
#include "base/char.h"
#include "reading/calendar.h"
#include "reading/date_reader.h"
#include "reading/reading.h"

typedef struct resolver {
  lt_day anchor;     /* year 0: none */
  lt_period before;  /* the last date that could be told; year 0: none */
  lt_period topic;   /* the first of the sentence */
  uint32_t sentence; /* of `before` */
  bool same_sentence;
} resolver;

static bool is_known(lt_day day) { return day.year != 0; }

static lt_day first_of(int32_t year, int month) { return (lt_day){year, (uint8_t)month, 1}; }

static lt_period months(int32_t year, int month, int32_t count, lt_grain grain) {
  lt_day start = first_of(year, month);
  return (lt_period){start, lt_day_plus(lt_day_plus_months(start, count), -1), grain};
}

static lt_period days(lt_day start, int32_t count, lt_grain grain) { return (lt_period){start, lt_day_plus(start, count - 1), grain}; }

static lt_period years(int32_t year, int32_t count, lt_grain grain) {
  return (lt_period){{year, 1, 1}, {year + count - 1, 12, 31}, grain};
}

/* The year, month, … that holds a day, moved by n of them. */
static lt_period around(lt_day day, lt_grain unit, int32_t n) {
  lt_day month = lt_day_plus_months(first_of(day.year, day.month), unit == LT_GRAIN_MONTH ? n : unit == LT_GRAIN_QUARTER ? 3 * n : unit == LT_GRAIN_HALF ? 6 * n : 0);
  switch (unit) {
    case LT_GRAIN_DAY: return days(lt_day_plus(day, n), 1, unit);
    case LT_GRAIN_WEEK: return days(lt_day_plus(day, 7 * n + 1 - lt_weekday(day)), 7, unit);
    case LT_GRAIN_MONTH: return months(month.year, month.month, 1, unit);
    case LT_GRAIN_QUARTER: return months(month.year, (month.month - 1) / 3 * 3 + 1, 3, unit);
    case LT_GRAIN_HALF: return months(month.year, month.month > 6 ? 7 : 1, 6, unit);
    default: return years(day.year + n, 1, LT_GRAIN_YEAR);
  }
}

/* A day moved by n units. */
static lt_day moved(lt_day day, lt_grain unit, int32_t n) {
  switch (unit) {
    case LT_GRAIN_DAY: return lt_day_plus(day, n);
    case LT_GRAIN_WEEK: return lt_day_plus(day, 7 * n);
    case LT_GRAIN_MONTH: return lt_day_plus_months(day, n);
    case LT_GRAIN_QUARTER: return lt_day_plus_months(day, 3 * n);
    default: return lt_day_plus_months(day, 12 * n);
  }
}

static bool shift(const resolver *v, const lt_date_step *s, lt_period *p) {
  lt_day base = v->anchor;
  bool near = v->sentence != UINT32_MAX && is_known(v->before.start);
  bool context = s->op == LT_DATE_CONTEXT || s->op == LT_DATE_THEN;
  if (context && near) base = v->before.end;
  if (s->op == LT_DATE_TOPIC && v->same_sentence) base = v->topic.start;
  if (!is_known(base)) return false;
  if (context && near && v->before.grain > (lt_grain)s->unit) return false;
  *p = around(base, (lt_grain)s->unit, s->n);
  if (s->m > 1) p->end = around(base, (lt_grain)s->unit, s->n + s->m - 1).end;
  return true;
}

static bool ago(const resolver *v, const lt_date_step *s, lt_period *p) {
  lt_grain unit = (lt_grain)s->unit;
  if (s->n == LT_DATE_UNTOLD || s->n == -LT_DATE_UNTOLD) return false;
  bool leans = s->n > 0 && is_known(v->before.start);
  lt_day base = leans ? v->before.end : v->anchor;
  if (!is_known(base) || (leans && v->before.grain > unit)) return false;
  if (leans && v->before.grain == LT_GRAIN_DAY && unit > LT_GRAIN_DAY) unit = LT_GRAIN_DAY;
  *p = around(moved(base, (lt_grain)s->unit, s->n), unit, 0);
  if (s->m == 0) return true;
  lt_period far = around(moved(base, (lt_grain)s->unit, s->m), unit, 0);
  if (s->n < 0) p->start = far.start;
  else p->end = far.end;
  return true;
}

static bool span(const resolver *v, const lt_date_step *s, lt_period *p) {
  if (!is_known(v->anchor)) return false;
  lt_day other = moved(v->anchor, (lt_grain)s->unit, s->n);
  *p = s->n < 0 ? (lt_period){other, v->anchor, (lt_grain)s->unit} : (lt_period){v->anchor, other, (lt_grain)s->unit};
  return true;
}

/* 91年: no more than ten years ahead of the anchor, and not before 1900. */
static bool short_year(const resolver *v, int32_t n, lt_period *p) {
  int32_t latest = is_known(v->anchor) ? v->anchor.year + 10 : 2049, year = latest / 100 * 100 + n;
  *p = years(year > latest && year >= 2000 ? year - 100 : year, 1, LT_GRAIN_YEAR);
  return true;
}

/* 80年代 without a century: the last one that has begun. */
static bool decade(const resolver *v, int32_t n, bool within, lt_period *p) {
  int32_t latest = is_known(v->anchor) ? v->anchor.year : 2029, century = within ? p->start.year : latest / 100 * 100;
  if (!within && century + n > latest) century -= 100;
  *p = years(century + n, 10, LT_GRAIN_DECADE);
  return true;
}

static bool near_century(const resolver *v, int32_t n, lt_period *p) {
  if (!is_known(v->anchor)) return false;
  *p = years((v->anchor.year / 100 + n) * 100, 100, LT_GRAIN_CENTURY);
  return true;
}

/* The year of a month or quarter that names none. */
static int32_t year_of(const resolver *v, int month) {
  int32_t before = v->before.start.year;
  if (v->same_sentence && is_known(v->before.start) && v->before.end.year - before < 2) return before;
  if (!is_known(v->anchor)) return 0;
  bool ahead = month > v->anchor.month, follows = before == v->anchor.year - 1 && month >= v->before.start.month;
  return ahead && follows ? before : v->anchor.year;
}

static bool month(const resolver *v, int32_t n, bool within, lt_period *p) {
  int32_t year = within ? p->start.year : year_of(v, n);
  if (year == 0 || n < 1 || n > 12) return false;
  *p = months(year, n, 1, LT_GRAIN_MONTH);
  return true;
}

static bool part_of_year(const resolver *v, const lt_date_step *s, bool within, lt_period *p) {
  int32_t length = s->op == LT_DATE_HALF ? 6 : 3, first = (s->n - 1) * length + 1;
  int32_t year = within ? p->start.year : year_of(v, first);
  if (year == 0) return false;
  *p = months(year, first, length, s->op == LT_DATE_HALF ? LT_GRAIN_HALF : LT_GRAIN_QUARTER);
  return true;
}

/* The month of a day that names none. */
static lt_day month_of(const resolver *v, int32_t n) {
  if (v->same_sentence && v->before.grain <= LT_GRAIN_MONTH && is_known(v->before.start)) return first_of(v->before.end.year, v->before.end.month);
  if (!is_known(v->anchor)) return (lt_day){0, 0, 0};
  lt_day month = first_of(v->anchor.year, v->anchor.month);
  bool missing = n > lt_days_in_month(month.year, month.month);
  return missing || n - v->anchor.day > 20 ? lt_day_plus_months(month, -1) : month;
}

/* 2月29日 without a year is of the last leap year. */
static bool day(const resolver *v, int32_t n, bool within, bool year_said, lt_period *p) {
  lt_day d = within ? p->start : month_of(v, n);
  if (!is_known(d)) return false;
  d.day = (uint8_t)n;
  while (within && !year_said && n == 29 && d.month == 2 && !lt_day_exists(d) && d.year > 4) d.year--;
  if (n < 1 || n > 31 || !lt_day_exists(d)) return false;
  *p = days(d, 1, LT_GRAIN_DAY);
  return true;
}

static lt_period part_of_month(lt_day start, int32_t code) {
  int last = lt_days_in_month(start.year, start.month);
  static const struct {
    uint8_t from, to; /* 0: the last day */
  } parts[] = {{1, 0}, {1, 10}, {11, 20}, {0, 0}, {1, 10}, {11, 20}, {21, 0}, {11, 0}, {1, 20}, {1, 0}, {1, 0}, {1, 0}, {1, 15}, {16, 0}};
  lt_period p = {start, start, LT_GRAIN_DAY};
  p.start.day = (uint8_t)(parts[code].from ? parts[code].from : last);
  p.end.day = (uint8_t)(parts[code].to ? parts[code].to : last);
  return p;
}

/* 初 of a year is its first quarter, 伊始 its first month, 底 its last. */
static lt_period part_of_year_named(int32_t year, int32_t code) {
  if (code == 11) return months(year, 1, 1, LT_GRAIN_MONTH);
  return code == 1 ? months(year, 1, 3, LT_GRAIN_MONTH) : code == 2 ? months(year, 6, 2, LT_GRAIN_MONTH) : months(year, 12, 1, LT_GRAIN_MONTH);
}

static lt_period part_of_years(int32_t year, int32_t code, int32_t all) {
  if (code == 12 || code == 13) return years(year + (code == 13 ? all / 2 : 0), all / 2, LT_GRAIN_YEAR); /* 上半叶 */
  int32_t some = all == 10 ? 3 : 20, from = code == 1 ? 0 : code == 2 ? (all - some) / 2 : all - some;
  return years(year + from, code == 2 && all == 10 ? 4 : some, LT_GRAIN_YEAR);
}

static bool part(const resolver *v, const lt_date_step *s, bool within, lt_period *p) {
  lt_grain unit = (lt_grain)s->unit;
  if (!within && !is_known(v->anchor)) return false;
  if (!within) *p = around(v->anchor, unit, 0);
  if (!within && unit == LT_GRAIN_MONTH && v->same_sentence && v->before.grain <= LT_GRAIN_MONTH) *p = around(v->before.end, unit, 0);
  lt_day last = first_of(p->end.year, p->end.month);
  switch (unit) {
    case LT_GRAIN_WEEK: *p = s->n == 9 ? days(p->start, 3, unit) : days(lt_day_plus(p->start, 3), 4, unit); return true;
    case LT_GRAIN_QUARTER:
    case LT_GRAIN_HALF: *p = s->n == 1 ? months(p->start.year, p->start.month, 1, LT_GRAIN_MONTH) : months(last.year, last.month, 1, LT_GRAIN_MONTH); return true;
    case LT_GRAIN_YEAR: *p = part_of_year_named(p->start.year, s->n); return true;
    case LT_GRAIN_DECADE: *p = part_of_years(p->start.year, s->n, 10); return true;
    case LT_GRAIN_CENTURY: *p = part_of_years(p->start.year, s->n, 100); return true;
    default: *p = part_of_month(p->start, s->n); return true;
  }
}

static lt_day first_weekday(lt_day from, int weekday) { return lt_day_plus(from, (weekday - lt_weekday(from) + 7) % 7); }

/* 前三季度, 后三月: from the begin or up to the end of the period, else of the anchor's year. */
static bool first_or_last(const resolver *v, const lt_date_step *s, bool within, lt_period *p) {
  lt_grain unit = (lt_grain)s->unit;
  if (!within) {
    int32_t year = year_of(v, 1);
    if (year == 0) return false;
    *p = years(year, 1, LT_GRAIN_YEAR);
  }
  if (unit == LT_GRAIN_WEEK && s->op == LT_DATE_FIRST) p->start = first_weekday(p->start, 1);
  if (s->op == LT_DATE_FIRST) p->end = lt_day_plus(moved(p->start, unit, s->n), -1);
  else p->start = lt_day_plus(moved(lt_day_plus(p->end, 1), unit, -s->n), 0);
  p->grain = unit;
  return true;
}

/* The n-th weekday of a period; -1: the last one. */
static lt_day nth_weekday(const lt_period *p, int32_t n, int weekday) {
  if (n > 0) return lt_day_plus(first_weekday(p->start, weekday), 7 * (n - 1));
  return lt_day_plus(p->end, -((lt_weekday(p->end) - weekday + 7) % 7));
}

/* 第一天, 第二个月; 第二周 is counted from the first Monday. */
static bool nth(const lt_date_step *s, lt_period *p) {
  lt_grain unit = (lt_grain)s->unit;
  bool weekday = s->op == LT_DATE_NTH_WEEKDAY;
  lt_day start = weekday || unit == LT_GRAIN_WEEK ? nth_weekday(p, s->n, weekday ? s->m : 1) : moved(p->start, unit, s->n - 1);
  bool inside = lt_day_number(start) <= lt_day_number(p->end);
  *p = (lt_period){start, lt_day_plus(weekday ? lt_day_plus(start, 1) : moved(start, unit, 1), -1), weekday ? LT_GRAIN_DAY : unit};
  return inside && s->n != 0;
}

static bool weekday(const resolver *v, const lt_date_step *s, bool within, lt_period *p) {
  if (within && p->grain == LT_GRAIN_DAY) return true; /* 3月8日周三 */
  if (!within && !is_known(v->anchor)) return false;
  lt_day monday = within ? p->start : around(v->anchor, LT_GRAIN_WEEK, 0).start;
  if (s->op == LT_DATE_WEEKEND) *p = days(lt_day_plus(monday, 5), 2, LT_GRAIN_DAY);
  else *p = days(lt_day_plus(monday, s->n - 1), 1, LT_GRAIN_DAY);
  return true;
}

static int two_digits(lt_slice rule, uint32_t at) {
  return at + 1 < rule.length ? (rule.at[at] - '0') * 10 + (rule.at[at + 1] - '0') : 0;
}

static bool day_of_rule(lt_slice rule, int32_t year, lt_period *p) {
  lt_day d = {0, 0, 0};
  if (rule.at[0] == 'L') d = lt_lunar_day(year, two_digits(rule, 2), false, two_digits(rule, 5));
  else if (rule.at[0] == 'T') d = lt_solar_term(year, rule.at[2] - '0');
  else if (rule.at[0] == 'E') d = lt_day_plus(lt_easter(year), (rule.at[1] == '-' ? -1 : 1) * two_digits(rule, 2));
  else if (rule.at[0] == 'N') d = lt_day_plus(first_weekday(first_of(year, two_digits(rule, 2)), rule.at[5] - '0'), 7 * (rule.at[7] - '1') + (rule.length > 9 ? rule.at[9] - '0' : 0));
  else d = (lt_day){year, (uint8_t)two_digits(rule, 0), (uint8_t)two_digits(rule, 3)};
  if (!is_known(d)) return false;
  *p = days(d, 1, LT_GRAIN_DAY);
  return true;
}

/* The festival of the year, of the year its sentence has named, or the one nearest to the anchor. */
static bool festival(const resolver *v, const lt_date_step *s, bool within, lt_period *p) {
  lt_slice rule = lt_phrase_text(&lt_phrases_calendar, &lt_phrases_calendar.phrases[s->n]);
  bool lunar = rule.at[0] == 'L';
  bool named = !within && v->same_sentence && is_known(v->before.start);
  if (!within && !named && !is_known(v->anchor)) return false;
  int32_t year = within ? p->start.year : named ? v->before.end.year : v->anchor.year;
  if (!day_of_rule(rule, year, p)) return false;
  lt_period earlier;
  int32_t gap = lt_day_number(p->start) - (within || named ? 0 : lt_day_number(v->anchor));
  if (!within && !named && lunar && gap > 183 && day_of_rule(rule, year - 1, &earlier)) *p = earlier;
  if (rule.length < 12) return true;
  p->end = (lt_day){p->start.year + (two_digits(rule, 7) < p->start.month), (uint8_t)two_digits(rule, 7), (uint8_t)two_digits(rule, 10)};
  p->end.day = (uint8_t)(p->end.month == 2 ? lt_days_in_month(p->end.year, 2) : p->end.day);
  p->grain = LT_GRAIN_DAY;
  return true;
}

static bool term(const resolver *v, const lt_date_step *s, bool within, lt_period *p) {
  lt_day d = lt_solar_term(within ? p->start.year : v->anchor.year, s->n);
  *p = days(d, 1, LT_GRAIN_DAY);
  return is_known(d);
}

/* The Chinese year that holds a day. */
static int32_t lunar_year(lt_day day) {
  lt_day first = lt_lunar_day(day.year, 1, false, 1);
  return is_known(first) && lt_day_number(day) < lt_day_number(first) ? day.year - 1 : day.year;
}

/* 腊月三十 is the last day of the year also where the month has 29. */
static lt_day lunar_day(int32_t year, const lt_date_step *month, int32_t day) {
  lt_day d = lt_lunar_day(year, month->n, month->m == 1, day);
  return !is_known(d) && month->n == 12 && day == 30 ? lt_lunar_day(year, 12, false, 0) : d;
}

/* A month of the Chinese calendar, and its day when that follows; a repeated one without a year is the last there was. */
static bool lunar_month(const resolver *v, const lt_date_step *s, const lt_date_step *next, bool within, lt_period *p) {
  int32_t year = within ? p->start.year : lunar_year(v->anchor);
  for (int i = 0; !within && s->m == 1 && i < 40 && !is_known(lt_lunar_day(year, s->n, true, 1)); i++) year--;
  lt_day first = lt_lunar_day(year, s->n, s->m == 1, 1), last = lt_lunar_day(year, s->n, s->m == 1, 0);
  if (next && next->op == LT_DATE_LUNAR_DAY) first = last = lunar_day(year, s, next->n);
  *p = (lt_period){first, last, next ? LT_GRAIN_DAY : LT_GRAIN_MONTH};
  return is_known(first);
}

static bool apply(const resolver *v, const lt_date_point *point, uint32_t i, lt_period *p) {
  const lt_date_step *s = &point->steps[i], *next = i + 1 < point->count ? s + 1 : NULL;
  bool within = i > 0;
  switch ((lt_date_op)s->op) {
    case LT_DATE_YEAR: *p = years(s->n, 1, LT_GRAIN_YEAR); return true;
    case LT_DATE_SHORT_YEAR: return short_year(v, s->n, p);
    case LT_DATE_CENTURY: *p = years((s->n - 1) * 100, 100, LT_GRAIN_CENTURY); return s->n > 1;
    case LT_DATE_NEAR_CENTURY: return near_century(v, s->n, p);
    case LT_DATE_DECADE: return decade(v, s->n, within, p);
    case LT_DATE_SHIFT:
    case LT_DATE_CONTEXT:
    case LT_DATE_THEN:
    case LT_DATE_TOPIC: return shift(v, s, p);
    case LT_DATE_AGO: return ago(v, s, p);
    case LT_DATE_SPAN: return span(v, s, p);
    case LT_DATE_HALF:
    case LT_DATE_QUARTER: return part_of_year(v, s, within, p);
    case LT_DATE_MONTH: return month(v, s->n, within, p);
    case LT_DATE_DAY: return day(v, s->n, within, i > 1, p);
    case LT_DATE_WEEKDAY:
    case LT_DATE_WEEKEND: return weekday(v, s, within, p);
    case LT_DATE_PART: return part(v, s, within, p);
    case LT_DATE_FIRST:
    case LT_DATE_LAST: return first_or_last(v, s, within, p);
    case LT_DATE_NTH:
    case LT_DATE_NTH_WEEKDAY: return nth(s, p);
    case LT_DATE_FESTIVAL: return festival(v, s, within, p);
    case LT_DATE_TERM: return term(v, s, within, p);
    case LT_DATE_LUNAR_MONTH: return lunar_month(v, s, next, within, p);
    case LT_DATE_LUNAR_DAY: return within && s[-1].op == LT_DATE_LUNAR_MONTH; /* which has taken it in; a day of no month is none */
  }
  return false;
}

static bool resolve_point(const resolver *v, const lt_date_point *point, lt_period *p) {
  for (uint32_t i = 0; i < point->count; i++) {
    if (!apply(v, point, i, p)) return false;
  }
  return point->count > 0 && p->start.year >= LT_FIRST_YEAR && p->end.year <= LT_LAST_YEAR;
}

/* The second end leans on the first: 8月11日至22日, 12月至2月. */
static bool resolve_second(const resolver *v, const lt_date_point *point, const lt_period *first, lt_period *p) {
  resolver second = *v;
  second.before = *first;
  second.same_sentence = true;
  second.sentence = 0;
  if (!resolve_point(&second, point, p)) return false;
  bool month_first = point->steps[0].op == LT_DATE_MONTH || point->steps[0].op == LT_DATE_QUARTER;
  if (lt_day_number(p->end) < lt_day_number(first->start) && month_first) p->start.year++, p->end.year++;
  return lt_day_number(p->end) >= lt_day_number(first->start) && lt_day_exists(p->end);
}

static lt_period resolve(const resolver *v, const lt_date *date) {
  lt_period unknown = {.grain = (lt_grain)date->from.steps[date->from.count - 1].unit}, first, second;
  if (!resolve_point(v, &date->from, &first)) return unknown;
  if (date->to.count == 0) return first;
  if (!resolve_second(v, &date->to, &first, &second)) return unknown;
  return (lt_period){first.start, second.end, first.grain < second.grain ? first.grain : second.grain};
}

void lt_dates_resolve(const lt_date *dates, uint32_t count, lt_day anchor, lt_period *periods) {
  resolver v = {.anchor = anchor, .sentence = UINT32_MAX};
  for (uint32_t i = 0; i < count; i++) {
    v.same_sentence = v.sentence == dates[i].sentence;
    periods[i] = resolve(&v, &dates[i]);
    if (!is_known(periods[i].start)) continue;
    if (!v.same_sentence) v.topic = periods[i];
    v.before = periods[i];
    v.sentence = dates[i].sentence;
  }
}

void lt_dates_settle(lt_reading *reading) {
  uint32_t count = reading->dates.count;
  lt_period *periods = lt_arena_block(reading->arena, (uint64_t)count * sizeof *periods);
  if (periods == NULL) return;
  lt_period published = lt_date_parse(reading->document->published, (lt_day){0, 0, 0});
  lt_dates_resolve(reading->dates.at, count, published.start, periods);
  for (uint32_t i = 0; i < count; i++) reading->dates.at[i].period = periods[i];
}
