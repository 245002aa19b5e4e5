/* Recognising an expression: parts from coarse to fine make a point, two points a range.
**
**   DATE-POINT   2021年 + 1月 + 3日; 今年 + 5月 + 初; a 的 may stand between (今年的1-2月)
**   DATE-NAMED-DAY  6月15日周二, 6月15日（星期二）: the day of the week belongs to the day
**   DATE-RANGE   A至B, A到B, A-B, 自A起至B止, A和B之间, A至今; the second end leaves out what it shares (8月11日至22日)
**
** Times of day end an expression and are no part of it. */
#include "base/char.h"
#include "reading/date_reader.h"
#include "reading/glyph.h"

bool lt_date_add(lt_date_reader *r, lt_date_level level, lt_date_step step) {
  if (r->point->count == LT_DATE_STEPS) return false;
  r->point->steps[r->point->count++] = step;
  r->level = level;
  r->han_month = false;
  return true;
}

const lt_phrase *lt_date_word(const lt_date_reader *r, const lt_char *at) {
  const lt_phrase *word = lt_phrases_here(&lt_phrases_calendar, at, r->end);
  return word && word->kind != LT_PHRASE_WORD ? word : NULL;
}

enum { FILLER = 32 }; /* punctuation and space that may stand round a date that stands alone */

static bool is_filler(lt_char c) { return !lt_char_is_han(c) && !lt_char_is_latin(c); }

bool lt_date_is_alone(const lt_date_reader *r, const lt_char *first, const lt_char *at) {
  if (first - r->begin > FILLER || r->end - at > FILLER) return false;
  for (const lt_char *p = r->begin; p < first; p++) {
    if (!is_filler(*p)) return false;
  }
  for (; at < r->end; at++) {
    if (!is_filler(*at)) return false;
  }
  return true;
}

const lt_char *lt_date_dash(const lt_char *at, const lt_char *end) {
  at = lt_amount_skip(at, end);
  const lt_char *first = at;
  if (at < end && *at == u'起') at++;
  if (at < end && (*at == u'至' || *at == u'到')) return lt_amount_skip(at + 1, end);
  for (at = first; at < end && at - first < 2 && (*at == '-' || *at == '~' || *at == u'～' || *at == u'—' || *at == u'–' || *at == u'－');) at++;
  return at > first ? lt_amount_skip(at, end) : NULL;
}

/* What is no part by itself may say how to read what follows (农历), which may be nothing. */
static bool read_part(lt_date_reader *r) {
  static bool (*const readers[])(lt_date_reader *) = {lt_date_read_word, lt_date_read_counted, lt_date_read_numeral};
  if (r->point->count == 0 && lt_char_is_digit(*r->at) && lt_date_read_digits(r)) return true;
  for (size_t i = 0; i < sizeof readers / sizeof *readers && r->at < r->end; i++) {
    if (readers[i](r)) return true;
  }
  return false;
}

/* The day of the week right behind a day, perhaps in brackets. */
static void read_named_day(lt_date_reader *r) {
  lt_date_op op = (lt_date_op)r->point->steps[r->point->count - 1].op;
  if ((op != LT_DATE_DAY && op != LT_DATE_LUNAR_DAY) || r->at >= r->end) return;
  const lt_char *at = lt_amount_skip(r->at, r->end);
  bool bracket = at < r->end && (*at == '(' || *at == u'（');
  at += bracket || (at < r->end && *at == u'是');
  const lt_phrase *word = lt_date_word(r, at);
  if (word == NULL || word->kind != LT_PHRASE_WEEKDAY) return;
  at += word->length;
  if (bracket && (at >= r->end || (*at != ')' && *at != u'）'))) return;
  r->at = at + bracket;
}

static bool read_point(lt_date_reader *r) {
  if (r->at >= r->end || !read_part(r)) return false;
  while (r->at < r->end && r->level < LT_LEVEL_DAY && r->date->to.count == 0) {
    const lt_char *at = r->at;
    r->at = lt_amount_skip(at, r->end);
    if (r->at < r->end && *r->at == u'的') r->at = lt_amount_skip(r->at + 1, r->end);
    if (r->at >= r->end || !read_part(r)) {
      r->at = at;
      break;
    }
  }
  read_named_day(r);
  return true;
}

static lt_date_reader reader_at(const lt_date_reader *r, const lt_char *at, lt_date_point *point) {
  return (lt_date_reader){.begin = r->begin, .at = at, .end = r->end, .point = point, .date = r->date, .lunar = r->lunar, .second = true};
}

static bool read_second(lt_date_reader *r, const lt_char *at, bool between) {
  lt_date_point point = {.count = 0};
  lt_date_reader second = reader_at(r, at, &point);
  bool read = read_point(&second) && r->date->to.count == 0;
  r->date->to.count = 0; /* 2022年和今年的1-2月: the second is a range of its own */
  lt_slice rest = {second.at, (uint32_t)(r->end - second.at)};
  if (!read || (between && !lt_slice_starts_with(rest, LT_SLICE("之间")))) return false;
  r->date->to = point;
  r->at = second.at + (between ? 2 : 0);
  return true;
}

/* 2019年至今, 到现在, 迄今: up to the anchor. */
static void read_until_now(lt_date_reader *r) {
  const lt_slice words[] = {LT_SLICE("至今"), LT_SLICE("起至今"), LT_SLICE("迄今"), LT_SLICE("到现在"), LT_SLICE("至现在"), LT_SLICE("到如今")};
  const lt_char *at = lt_amount_skip(r->at, r->end);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (!lt_slice_starts_with((lt_slice){at, (uint32_t)(r->end - at)}, words[i])) continue;
    r->date->to = (lt_date_point){.steps = {{LT_DATE_SHIFT, LT_GRAIN_DAY, 1, 0}}, .count = 1};
    r->at = at + words[i].length;
    return;
  }
}

static void read_range(lt_date_reader *r) {
  const lt_char *dash = lt_date_dash(r->at, r->end);
  if (dash && read_second(r, dash, false)) return;
  if (r->at < r->end && (*r->at == u'和' || *r->at == u'与')) read_second(r, r->at + 1, true);
  else read_until_now(r);
}

/* DATE-DAYS  9月10号，11号，12号: three or more days in a row are one range. */
static void read_days(lt_date_reader *r) {
  const lt_date_step *last = &r->point->steps[r->point->count - 1];
  int32_t day = last->n, days = 1;
  const lt_char *at = r->at;
  if (last->op != LT_DATE_DAY || at == r->begin) return;
  lt_amount a;
  while (r->end - at > 2 && (*at == u'，' || *at == u'、' || *at == ',') && lt_places_read(at + 1, r->end, &a)) {
    if (lt_decimal_value(a.decimal) != day + 1 || a.end >= r->end || *a.end != r->at[-1]) break;
    at = a.end + 1;
    day++;
    days++;
  }
  if (days < 3) return;
  r->date->to = *r->point;
  r->date->to.steps[r->date->to.count - 1].n = day;
  r->at = at;
}

bool lt_date_read(const lt_char *begin, const lt_char *at, const lt_char *end, lt_date *date) {
  *date = (lt_date){.from.count = 0};
  lt_date_reader r = {.begin = begin, .at = at, .end = end, .point = &date->from, .date = date};
  if (!read_point(&r) || date->from.count == 0) return false;
  if (date->to.count == 0) read_range(&r);
  if (date->to.count == 0) read_days(&r);
  date->span = (lt_span){(uint32_t)(at - begin), (uint32_t)(r.at - begin)};
  return true;
}

lt_period lt_date_parse(lt_slice text, lt_day anchor) {
  lt_date date;
  lt_period period = {.start.year = 0};
  text = lt_slice_trim(text);
  if (text.length == 0 || !lt_date_read(text.at, text.at, text.at + text.length, &date)) return period;
  if (date.span.end == text.length) lt_dates_resolve(&date, 1, anchor, &period);
  return period;
}
