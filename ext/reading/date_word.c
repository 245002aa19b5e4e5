/* Parts of a date that are words of the calendar. What a word does is in ext/data/dates/words.tsv. */
#include "base/char.h"
#include "reading/date_reader.h"
#include "reading/glyph.h"

static bool is_text(const lt_phrase *word, lt_slice text) { return lt_slice_equals(lt_phrase_text(&lt_phrases_calendar, word), text); }

static bool take(lt_date_reader *r, const lt_phrase *word, lt_date_level level, lt_date_step step) {
  if (level <= r->level || !lt_date_add(r, level, step)) return false;
  r->at += word->length;
  return true;
}

static lt_date_op base_of(const lt_phrase *word) {
  if (is_text(word, LT_SLICE("context"))) return LT_DATE_CONTEXT;
  if (is_text(word, LT_SLICE("then"))) return LT_DATE_THEN;
  return is_text(word, LT_SLICE("topic")) ? LT_DATE_TOPIC : LT_DATE_SHIFT;
}

static bool follows_numeral(const lt_date_reader *r) {
  return r->at > r->begin && lt_glyph_of(r->at[-1]) != LT_GLYPH_NONE && lt_glyph_of(r->at[-1]) <= LT_GLYPH_HALF;
}

/* 发布当天: the day of something that is told here, not of a date before. */
static bool is_of_event(const lt_date_reader *r, const lt_phrase *word) {
  if (base_of(word) != LT_DATE_CONTEXT || word->kind != LT_PHRASE_DAY || r->at == r->begin || !lt_char_is_han(r->at[-1])) return false;
  return lt_slice_index(LT_SLICE("在于从自到至截与和的"), r->at[-1]) == 10;
}

/* 三年内, 几个月内, 未来年内 end in what would be a word alone. */
static bool ends_longer_word(const lt_date_reader *r) {
  if (r->at == r->begin) return false;
  lt_char before = r->at[-1];
  if (*r->at == u'年' || *r->at == u'月') return follows_numeral(r) || lt_slice_index(LT_SLICE("个半来】]"), before) < 5;
  return *r->at == u'来' && lt_char_is_han(before) && lt_slice_index(LT_SLICE("在到于至从为"), before) == 6;
}

/* 今年, 上月, 昨天: only at the head, save 本月 and the like behind nothing. */
static bool read_shift(lt_date_reader *r, const lt_phrase *word, lt_date_level level, lt_grain unit) {
  if (r->level != LT_LEVEL_NONE || ends_longer_word(r) || is_of_event(r, word)) return false;
  int16_t together = word->more_length ? (int16_t)(*lt_phrase_more(&lt_phrases_calendar, word).at - '0') : 1;
  return take(r, word, level, (lt_date_step){(uint8_t)base_of(word), (uint8_t)unit, together, (int32_t)word->value});
}

static bool is_counted(const lt_date_reader *r, const lt_char *at) {
  const lt_phrase *unit = lt_phrases_here(&lt_phrases_units, at, r->end), *thing = lt_phrases_here(&lt_phrases_things, at, r->end);
  return unit && unit->kind == LT_PHRASE_COUNT && !(thing && thing->length > unit->length);
}

/* 上周三; but 上周三家公司, 本周一共 */
static void read_day_of_week(lt_date_reader *r) {
  if (r->at >= r->end) return;
  if (*r->at == u'末') {
    lt_date_add(r, LT_LEVEL_DAY, (lt_date_step){LT_DATE_WEEKEND, LT_GRAIN_DAY, 0, 0});
    r->at++;
    return;
  }
  uint32_t day = lt_slice_index(LT_SLICE("一二三四五六日天"), *r->at) + 1;
  if (day > 8 || lt_phrases_here(&lt_phrases_not_numerals, r->at, r->end) || is_counted(r, r->at + 1)) return;
  lt_date_add(r, LT_LEVEL_DAY, (lt_date_step){LT_DATE_WEEKDAY, LT_GRAIN_DAY, 0, day > 7 ? 7 : (int32_t)day});
  r->at++;
}

static bool read_week(lt_date_reader *r, const lt_phrase *word) {
  if (!read_shift(r, word, LT_LEVEL_PART, LT_GRAIN_WEEK)) return false;
  read_day_of_week(r);
  return true;
}

/* 每周三 is no day. */
static bool read_weekday(lt_date_reader *r, const lt_phrase *word) {
  if (r->at > r->begin && (r->at[-1] == u'每' || lt_glyph_of(r->at[-1]) == LT_GLYPH_HAN)) return false;
  if (r->level == LT_LEVEL_NONE && is_counted(r, r->at + word->length)) return false;
  return take(r, word, LT_LEVEL_DAY, (lt_date_step){LT_DATE_WEEKDAY, LT_GRAIN_DAY, 0, (int32_t)word->value});
}

static bool read_half(lt_date_reader *r, const lt_phrase *word) {
  if (is_text(word, LT_SLICE("anchor"))) return read_shift(r, word, LT_LEVEL_HALF, LT_GRAIN_HALF);
  return take(r, word, LT_LEVEL_HALF, (lt_date_step){LT_DATE_HALF, LT_GRAIN_HALF, 0, (int32_t)word->value});
}

static lt_grain unit_of_part(const lt_date_reader *r, const lt_phrase *word) {
  if (is_text(word, LT_SLICE("year"))) return LT_GRAIN_YEAR;
  if (is_text(word, LT_SLICE("month"))) return LT_GRAIN_MONTH;
  if (is_text(word, LT_SLICE("quarter"))) return LT_GRAIN_QUARTER;
  if (is_text(word, LT_SLICE("week"))) return LT_GRAIN_WEEK;
  switch (r->level) {
    case LT_LEVEL_CENTURY: return LT_GRAIN_CENTURY;
    case LT_LEVEL_DECADE: return LT_GRAIN_DECADE;
    case LT_LEVEL_YEAR: return LT_GRAIN_YEAR;
    case LT_LEVEL_HALF: return LT_GRAIN_HALF;
    default: return LT_GRAIN_MONTH;
  }
}

static lt_date_level level_of_unit(lt_grain unit) {
  switch (unit) {
    case LT_GRAIN_CENTURY: return LT_LEVEL_CENTURY;
    case LT_GRAIN_DECADE: return LT_LEVEL_DECADE;
    case LT_GRAIN_YEAR: return LT_LEVEL_YEAR;
    case LT_GRAIN_QUARTER:
    case LT_GRAIN_HALF: return LT_LEVEL_HALF;
    default: return LT_LEVEL_MONTH;
  }
}

/* 2018年10月中 is a part of the month, 10月中国 not. */
static bool ends_word(const lt_date_reader *r, const lt_char *at) { return at >= r->end || !(lt_char_is_han(*at) || lt_char_is_latin(*at)); }

/* 初, 底, 上旬: part of what stands before; 年初 and 月底 also stand alone (每年年初 does not). */
static bool read_part(lt_date_reader *r, const lt_phrase *word) {
  bool whole = word->text_length > 0;
  lt_grain unit = unit_of_part(r, word);
  if (!whole && r->level == LT_LEVEL_NONE) return false;
  if (*r->at == u'中' && word->length == 1 && !ends_word(r, r->at + 1)) return false;
  if (*r->at == u'初' && word->length == 1 && r->at + 1 < r->end && lt_glyph_of(r->at[1]) != LT_GLYPH_NONE && lt_glyph_of(r->at[1]) <= LT_GLYPH_TENS) return false; /* 初八 */
  if (r->level != LT_LEVEL_NONE && level_of_unit(unit) != r->level) return false;
  if (r->level == LT_LEVEL_NONE && (follows_numeral(r) || (r->at > r->begin && (r->at[-1] == u'每' || r->at[-1] == u'年')))) return false;
  return take(r, word, LT_LEVEL_PART, (lt_date_step){LT_DATE_PART, (uint8_t)unit, 0, (int32_t)word->value});
}

static int32_t index_of(const lt_phrase *word) { return (int32_t)(word - lt_phrases_calendar.phrases); }

/* 国庆期间, 今年五一; but 李国庆, 十一家, 五一广场. */
static bool has_cue(const lt_date_reader *r, const lt_phrase *word) {
  const lt_slice cues[] = {LT_SLICE("期间"), LT_SLICE("假期"), LT_SLICE("当天"), LT_SLICE("当日"), LT_SLICE("当晚"), LT_SLICE("前夕"),
                           LT_SLICE("前后"), LT_SLICE("长假"), LT_SLICE("放假"), LT_SLICE("小长假"), LT_SLICE("黄金周"), LT_SLICE("档")};
  const lt_char *after = r->at + word->length;
  lt_slice rest = {after, (uint32_t)(r->end - after)};
  for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
    if (lt_slice_starts_with(rest, cues[i])) return true;
  }
  return (r->level == LT_LEVEL_YEAR && ends_word(r, after)) || lt_date_is_alone(r, r->at, after);
}

static bool read_festival(lt_date_reader *r, const lt_phrase *word) {
  if (r->level > LT_LEVEL_YEAR || (word->more_length && !has_cue(r, word))) return false;
  return take(r, word, LT_LEVEL_DAY, (lt_date_step){LT_DATE_FESTIVAL, LT_GRAIN_DAY, 0, index_of(word)});
}

/* 2020年夏季, 2020年夏, 去冬; a season without a year counts only alone. 春天然 is no season. */
static bool read_season(lt_date_reader *r, const lt_phrase *word) {
  const lt_char *after = r->at + word->length;
  bool with_year = word->more_length > 0, short_form = word->length == 1 || with_year;
  if (short_form && !ends_word(r, after)) return false;
  if (after < r->end && after[-1] == u'天' && *after == u'然') return false;
  if (with_year) {
    if (r->level != LT_LEVEL_NONE) return false;
    lt_date_add(r, LT_LEVEL_YEAR, (lt_date_step){LT_DATE_SHIFT, LT_GRAIN_YEAR, 1, (int32_t)word->value});
  } else if (r->level != LT_LEVEL_YEAR && (r->level != LT_LEVEL_NONE || !lt_date_is_alone(r, r->at, after))) {
    return false;
  }
  return take(r, word, LT_LEVEL_DAY, (lt_date_step){LT_DATE_FESTIVAL, LT_GRAIN_DAY, 0, index_of(word)});
}

/* 大雪 and 白露 are also weather: solar terms count behind a year or alone. */
static bool read_term(lt_date_reader *r, const lt_phrase *word) {
  const lt_char *after = r->at + word->length;
  after += after < r->end && *after == u'日'; /* 冬至日 */
  if (r->level != LT_LEVEL_YEAR && !lt_date_is_alone(r, r->at, after)) return false;
  return take(r, word, LT_LEVEL_DAY, (lt_date_step){LT_DATE_TERM, LT_GRAIN_DAY, 0, (int32_t)word->value});
}

static bool read_lunar(lt_date_reader *r, const lt_phrase *word) {
  int32_t month = (int32_t)word->value;
  if (month == 0) {
    if (r->lunar) return false;
    r->lunar = true;
    r->at += word->length;
    return lt_date_read_numeral(r) || lt_date_read_word(r);
  }
  if (r->level > LT_LEVEL_YEAR || !take(r, word, LT_LEVEL_MONTH, (lt_date_step){LT_DATE_LUNAR_MONTH, LT_GRAIN_MONTH, 0, month})) return false;
  return r->lunar = true;
}

/* The number of a year behind the name of an era: 元年 is the first. */
static bool read_number_of_era(const lt_date_reader *r, const lt_char *at, int32_t *number, const lt_char **after) {
  lt_amount amount;
  at = lt_amount_skip(at, r->end);
  *number = 1;
  if (at < r->end && *at == u'元') {
    *after = at + 1;
    return true;
  }
  if (!lt_places_read(at, r->end, &amount) || amount.spread.digits) return false;
  double value = lt_decimal_value(amount.decimal);
  *number = value < 10000 ? (int32_t)value : 0;
  *after = lt_amount_skip(amount.end, r->end);
  return *number >= 1 && *number <= 3000;
}

/* 康熙二十年, 民国元年; 公元前221年 is a year that no ISO date tells, 公元前五世纪 a century. */
static bool read_era(lt_date_reader *r, const lt_phrase *word) {
  const lt_char *unit;
  int32_t number;
  bool before = is_text(word, LT_SLICE("before"));
  if (r->level != LT_LEVEL_NONE || !read_number_of_era(r, r->at + word->length, &number, &unit) || unit >= r->end) return false;
  if (before) number = 1 - number;
  if (lt_slice_starts_with((lt_slice){unit, (uint32_t)(r->end - unit)}, LT_SLICE("世纪"))) {
    r->at = unit + 2;
    return lt_date_add(r, LT_LEVEL_CENTURY, (lt_date_step){LT_DATE_CENTURY, LT_GRAIN_CENTURY, 0, number});
  }
  if (*unit != u'年') return false;
  r->at = unit + 1;
  return lt_date_add(r, LT_LEVEL_YEAR, (lt_date_step){LT_DATE_YEAR, LT_GRAIN_YEAR, 0, before ? number : (int32_t)word->value + number - 1});
}

/* 十四五期间: the five years from the first on; 十四五末: the last one. */
static bool read_plan(lt_date_reader *r, const lt_phrase *word) {
  int32_t first = (int32_t)word->value;
  const lt_char *after = r->at + word->length;
  if (r->level != LT_LEVEL_NONE || (after < r->end && lt_glyph_of(*after) >= LT_GLYPH_ARABIC && lt_glyph_of(*after) <= LT_GLYPH_TENS)) return false;
  if (!is_text(word, LT_SLICE("end"))) r->date->to = (lt_date_point){.steps = {{LT_DATE_YEAR, LT_GRAIN_YEAR, 0, first + 4}}, .count = 1};
  return take(r, word, LT_LEVEL_DAY, (lt_date_step){LT_DATE_YEAR, LT_GRAIN_YEAR, 0, first});
}

bool lt_date_read_word(lt_date_reader *r) {
  const lt_phrase *word = r->at == r->end || lt_char_is_digit(*r->at) ? NULL : lt_date_word(r, r->at);
  if (word == NULL) return false;
  switch (word->kind) {
    case LT_PHRASE_YEAR: return read_shift(r, word, LT_LEVEL_YEAR, LT_GRAIN_YEAR);
    case LT_PHRASE_MONTH: return read_shift(r, word, LT_LEVEL_MONTH, LT_GRAIN_MONTH);
    case LT_PHRASE_DAY: return read_shift(r, word, LT_LEVEL_DAY, LT_GRAIN_DAY);
    case LT_PHRASE_QUARTER: return read_shift(r, word, LT_LEVEL_HALF, LT_GRAIN_QUARTER);
    case LT_PHRASE_WEEK: return read_week(r, word);
    case LT_PHRASE_WEEKDAY: return read_weekday(r, word);
    case LT_PHRASE_WEEKEND: return take(r, word, LT_LEVEL_DAY, (lt_date_step){LT_DATE_WEEKEND, LT_GRAIN_DAY, 0, 0});
    case LT_PHRASE_HALF: return read_half(r, word);
    case LT_PHRASE_PART: return read_part(r, word);
    case LT_PHRASE_FESTIVAL: return read_festival(r, word);
    case LT_PHRASE_SEASON: return read_season(r, word);
    case LT_PHRASE_TERM: return read_term(r, word);
    case LT_PHRASE_LUNAR: return read_lunar(r, word);
    case LT_PHRASE_ERA: return read_era(r, word);
    case LT_PHRASE_CENTURY: return r->level == LT_LEVEL_NONE && take(r, word, LT_LEVEL_CENTURY, (lt_date_step){LT_DATE_NEAR_CENTURY, LT_GRAIN_CENTURY, 0, (int32_t)word->value});
    case LT_PHRASE_PLAN: return read_plan(r, word);
    default: return false;
  }
}
