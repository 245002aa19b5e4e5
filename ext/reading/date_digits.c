/* Dates in digits alone.
**
**   DATE-DIGITS      2019-10-30, 2019/8/15, 2019.9.6, 1994.01-19, 2022 11 23, 20240307, 10/1/2017, 3/25/2017, 12-11-10,
**                    2019-10-30T12:30
**   DATE-YEARMONTH   1999.08, 2019-10
**   DATE-YEARPART    2019Q3, 2020H1, 22Q1, 1Q22, 2020上半年, 2020春节
**   DATE-YEARS       2019-2020, two years; 2014、2015和2016年, all years
**   DATE-ALONE       2018, 2019/8, 09-01, 6·30, 19.8.15 where the text holds nothing else; （7.24~7.30） in brackets
**   DATE-SAME-FORM   2021.3.8-4.2, 2021.3.8-13: the second end as the first, without its year and month */
#include "base/char.h"
#include "reading/date_reader.h"
#include "reading/glyph.h"

typedef struct group {
  int32_t value;
  uint32_t length;
} group;

enum { GROUPS = 4 };

/* 2019-10-30 as groups of digits and what parts them. */
typedef struct digits {
  group groups[GROUPS];
  const lt_char *ends[GROUPS]; /* behind each group */
  uint32_t count;
} digits;

static bool parts(lt_char c) { return c == '-' || c == '/' || c == '.' || c == u'·' || c == ' ' || c == u'／'; }

static void read_groups(const lt_char *at, const lt_char *end, digits *d) {
  for (d->count = 0; d->count < GROUPS; at++) {
    group g = {0, 0};
    for (; at < end && lt_char_is_digit(*at) && g.length < 9; at++, g.length++) g.value = g.value * 10 + (*at - '0');
    if (g.length == 0) return;
    d->groups[d->count] = g;
    d->ends[d->count++] = at;
    if (at >= end || !parts(*at)) return;
  }
}

static bool is_year(group g) { return g.length == 4 && g.value >= 1000 && g.value <= 2199; }
static bool is_month(group g) { return g.length <= 2 && g.value >= 1 && g.value <= 12; }
static bool is_day(group g) { return g.length <= 2 && g.value >= 1 && g.value <= 31; }

static bool ends(const lt_date_reader *r, const lt_char *at) {
  if (r->end - at > 1 && *at == 'T' && lt_char_is_digit(at[1])) return true;
  return at >= r->end || !(lt_char_is_latin(*at) || (parts(*at) && at + 1 < r->end && lt_char_is_digit(at[1]) && *at != ' ' && *at != '-') || *at == '%');
}

static bool begins(const lt_date_reader *r) {
  if (r->at == r->begin || r->second) return true;
  lt_char before = r->at[-1];
  return !lt_char_is_latin(before) && before != '.' && before != '/' && before != '-' && before != '$';
}

static bool add(lt_date_reader *r, lt_date_level level, lt_date_op op, lt_grain unit, int32_t n) {
  return lt_date_add(r, level, (lt_date_step){(uint8_t)op, (uint8_t)unit, 0, n});
}

static bool add_date(lt_date_reader *r, const lt_char *end, int32_t year, bool short_year, int32_t month, int32_t day) {
  r->at = end;
  add(r, LT_LEVEL_YEAR, short_year ? LT_DATE_SHORT_YEAR : LT_DATE_YEAR, LT_GRAIN_YEAR, year);
  add(r, LT_LEVEL_MONTH, LT_DATE_MONTH, LT_GRAIN_MONTH, month);
  return day == 0 || add(r, LT_LEVEL_DAY, LT_DATE_DAY, LT_GRAIN_DAY, day);
}

static bool read_three(lt_date_reader *r, const digits *d) {
  const group *g = d->groups;
  if (d->count < 3 || !ends(r, d->ends[2])) return false;
  bool spaced = *d->ends[0] == ' ' || *d->ends[1] == ' ';
  if (spaced && !(*d->ends[0] == ' ' && *d->ends[1] == ' ' && g[1].length == 2 && g[2].length == 2)) return false;
  if (is_year(g[0]) && is_month(g[1]) && is_day(g[2])) return add_date(r, d->ends[2], g[0].value, false, g[1].value, g[2].value);
  bool slashes = *d->ends[0] == '/' && *d->ends[1] == '/', dashes = *d->ends[0] == '-' && *d->ends[1] == '-';
  bool year_last = (slashes || dashes) && is_year(g[2]);
  if (year_last && is_day(g[0]) && is_month(g[1])) return add_date(r, d->ends[2], g[2].value, false, g[1].value, g[0].value);
  if (year_last && is_month(g[0]) && is_day(g[1])) return add_date(r, d->ends[2], g[2].value, false, g[0].value, g[1].value);
  bool two = g[0].length == 2 && is_month(g[1]) && is_day(g[2]), full = dashes && g[1].length == 2 && g[2].length == 2;
  bool alone = *d->ends[0] == *d->ends[1] && lt_date_is_alone(r, r->at, d->ends[2]);
  return two && (full || alone) && add_date(r, d->ends[2], g[0].value, true, g[1].value, g[2].value);
}

static bool read_eight(lt_date_reader *r, const digits *d) {
  int32_t n = d->groups[0].value, year = n / 10000, month = n / 100 % 100, day = n % 100;
  if (d->groups[0].length != 8 || year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  if (!ends(r, d->ends[0]) || lt_phrases_here(&lt_phrases_units, d->ends[0], r->end)) return false;
  return add_date(r, d->ends[0], year, false, month, day);
}

static bool read_year_month(lt_date_reader *r, const digits *d) {
  const group *g = d->groups;
  if (d->count < 2 || !is_year(g[0]) || g[1].length != 2 || !is_month(g[1]) || *d->ends[0] == ' ') return false;
  if (d->ends[1] < r->end && (lt_char_is_latin(*d->ends[1]) || *d->ends[1] == '%' || lt_glyph_of(*d->ends[1]) == LT_GLYPH_LARGE)) return false;
  if (*d->ends[0] == '.' && lt_phrases_here(&lt_phrases_units, d->ends[1], r->end)) return false;
  return add_date(r, d->ends[1], g[0].value, false, g[1].value, 0);
}

static bool is_dash(lt_char c) { return c == '-' || c == '~' || c == u'～' || c == u'—' || c == u'–'; }

/* 2019-2020, where no unit follows that would make them two thousand of something. */
static bool read_two_years(lt_date_reader *r, const digits *d) {
  digits second;
  const lt_char *at = d->ends[0];
  if (!is_year(d->groups[0]) || r->second || r->end - at < 5 || !is_dash(*at)) return false;
  read_groups(at + 1, r->end, &second);
  int32_t first = d->groups[0].value, last = second.groups[0].value;
  if (second.count != 1 || !is_year(second.groups[0]) || first >= last || last - first > 50) return false;
  at = second.ends[0];
  if (!ends(r, at) || lt_phrases_here(&lt_phrases_units, at, r->end) || (at < r->end && lt_glyph_of(*at) == LT_GLYPH_LARGE)) return false;
  r->date->to = (lt_date_point){.steps = {{LT_DATE_YEAR, LT_GRAIN_YEAR, 0, last}}, .count = 1};
  r->at = at;
  return add(r, LT_LEVEL_DAY, LT_DATE_YEAR, LT_GRAIN_YEAR, first);
}

static bool add_year_part(lt_date_reader *r, const lt_char *end, group year, bool half, int32_t n) {
  if (n < 1 || n > (half ? 2 : 4) || (end < r->end && lt_char_is_latin(*end))) return false;
  r->at = end;
  add(r, LT_LEVEL_YEAR, year.length == 2 ? LT_DATE_SHORT_YEAR : LT_DATE_YEAR, LT_GRAIN_YEAR, year.value);
  return add(r, LT_LEVEL_HALF, half ? LT_DATE_HALF : LT_DATE_QUARTER, LT_GRAIN_QUARTER, n);
}

/* 2019Q3, 2020H1, 22Q1, 1Q22; 2020上半年 without 年 */
static bool read_year_part(lt_date_reader *r, const digits *d) {
  const lt_char *at = d->ends[0];
  group year = d->groups[0];
  if (d->count != 1 || r->end - at < 2) return false;
  const lt_phrase *word = is_year(year) ? lt_date_word(r, at) : NULL;
  bool festival = word && word->kind == LT_PHRASE_FESTIVAL && (word->more_length == 0 || *at == u'国');
  if (festival || (word && word->kind == LT_PHRASE_HALF && word->text_length == 0)) {
    r->at = at;
    return add(r, LT_LEVEL_YEAR, LT_DATE_YEAR, LT_GRAIN_YEAR, year.value);
  }
  if ((*at != 'Q' && *at != 'H') || !lt_char_is_digit(at[1])) return false;
  if (is_year(year) || year.length == 2) return add_year_part(r, at + 2, year, *at == 'H', at[1] - '0');
  digits behind;
  read_groups(at + 1, r->end, &behind);
  bool reversed = year.length == 1 && behind.count > 0 && (is_year(behind.groups[0]) || behind.groups[0].length == 2);
  return reversed && add_year_part(r, behind.ends[0], behind.groups[0], *at == 'H', year.value);
}

/* 2014、2015和2016年: the year word stands once, at the end. */
static bool read_listed_year(lt_date_reader *r, const digits *d) {
  const lt_char *at = d->ends[0];
  if (!is_year(d->groups[0])) return false;
  for (int i = 0; i < 6 && r->end - at > 4; i++) {
    if (*at == u'年') break;
    if (*at != u'、' && *at != u'和' && *at != u'及' && *at != u'与') return false;
    digits next;
    read_groups(at + 1, r->end, &next);
    if (next.count == 0 || !is_year(next.groups[0])) return false;
    at = next.ends[0];
  }
  if (at == d->ends[0] || at >= r->end || *at != u'年') return false;
  r->at = d->ends[0];
  return add(r, LT_LEVEL_DAY, LT_DATE_YEAR, LT_GRAIN_YEAR, d->groups[0].value);
}

static bool is_bracketed(const lt_date_reader *r, const lt_char *first, const lt_char *at) {
  return first > r->begin && (first[-1] == '(' || first[-1] == u'（') && at < r->end && (*at == ')' || *at == u'）');
}

static void add_month_day(lt_date_point *point, const group *g) {
  *point = (lt_date_point){.steps = {{LT_DATE_MONTH, LT_GRAIN_MONTH, 0, g[0].value}, {LT_DATE_DAY, LT_GRAIN_DAY, 0, g[1].value}}, .count = 2};
}

/* （7.24~7.30） */
static bool read_bracketed(lt_date_reader *r, const digits *d) {
  digits second;
  const lt_char *dash = d->count == 2 && *d->ends[0] == '.' ? lt_date_dash(d->ends[1], r->end) : NULL;
  if (dash == NULL || !is_month(d->groups[0]) || !is_day(d->groups[1])) return false;
  read_groups(dash, r->end, &second);
  if (second.count != 2 || !is_month(second.groups[0]) || !is_day(second.groups[1]) || !is_bracketed(r, r->at, second.ends[1])) return false;
  if (d->groups[1].length < 2 && second.groups[1].length < 2) return false;
  add_month_day(r->point, d->groups);
  add_month_day(&r->date->to, second.groups);
  r->at = second.ends[1];
  r->level = LT_LEVEL_DAY;
  return true;
}

/* Do the digits of the first end stand right before, with the dash between? */
static bool follows_digits(const lt_date_reader *r) {
  const lt_char *before = r->at;
  while (before > r->begin && (is_dash(before[-1]) || before[-1] == ' ' || before[-1] == u'至' || before[-1] == u'到')) before--;
  return before > r->begin && lt_char_is_digit(before[-1]);
}

/* 2021.3.8-4.2, 2021/3/8-4/2, 2021.3.8-13 */
static bool read_same_form(lt_date_reader *r, const digits *d) {
  const lt_char *end = d->ends[d->count - 1];
  bool day = d->count == 1 && is_day(d->groups[0]), month = d->count == 2 && is_month(d->groups[0]) && is_day(d->groups[1]) && *d->ends[0] != ' ';
  if (!r->second || r->date->from.count != 3 || (!day && !month) || !follows_digits(r)) return false;
  if (!ends(r, end) || lt_phrases_here(&lt_phrases_units, end, r->end)) return false;
  r->at = end;
  if (day) return add(r, LT_LEVEL_DAY, LT_DATE_DAY, LT_GRAIN_DAY, d->groups[0].value);
  add_month_day(r->point, d->groups);
  r->level = LT_LEVEL_DAY;
  return true;
}

static bool read_alone(lt_date_reader *r, const digits *d) {
  const lt_char *end = d->ends[d->count - 1];
  bool alone = lt_date_is_alone(r, r->at, end), after_digits = r->second && ends(r, end) && !(end < r->end && lt_char_is_han(*end));
  if (!alone && !after_digits) return false;
  if (d->count == 1 && is_year(d->groups[0]) && d->groups[0].value >= 1900 && d->groups[0].value < 2100) {
    r->at = end;
    return add(r, LT_LEVEL_YEAR, LT_DATE_YEAR, LT_GRAIN_YEAR, d->groups[0].value);
  }
  if (d->count == 2 && is_year(d->groups[0]) && is_month(d->groups[1]) && (*d->ends[0] == '-' || *d->ends[0] == '/')) {
    return add_date(r, end, d->groups[0].value, false, d->groups[1].value, 0);
  }
  bool written = d->count == 2 && (*d->ends[0] == u'·' || ((*d->ends[0] == '-' || *d->ends[0] == '/') && d->groups[0].length == 2 && d->groups[1].length == 2));
  if (!written || !is_month(d->groups[0]) || !is_day(d->groups[1])) return false;
  add_month_day(r->point, d->groups);
  r->at = end;
  r->level = LT_LEVEL_DAY;
  return true;
}

bool lt_date_read_digits(lt_date_reader *r) {
  digits d;
  if (!begins(r)) return false;
  read_groups(r->at, r->end, &d);
  if (d.count == 0) return false;
  return read_three(r, &d) || read_eight(r, &d) || read_two_years(r, &d) || read_year_month(r, &d) || read_year_part(r, &d) ||
         read_listed_year(r, &d) || read_bracketed(r, &d) || read_same_form(r, &d) || read_alone(r, &d);
}
