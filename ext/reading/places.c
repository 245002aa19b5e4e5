/* Numerals in places: digits and powers of ten (十 百 千 inside a group of four, 万 亿 兆 above them), in characters, in digits or
** in both, with white space between them.
**
** One walk from left to right keeps three sums: `pending` (digits whose power has not come yet), `group` (below 10^4) and `total`
** (above). After every character that may close the numeral the value so far is noted, so the longest numeral is found
** without going back: 五十千 gives 五十, 三万 in 三万是.
**
** Limits: a numeral has at most MOST_PARTS parts, more than any that is spoken, and is as exact as a double; a power that does not fit the grammar (千百, 亿万 after digits) ends it. */
#include "base/char.h"
#include "reading/number_tables.h"
#include "reading/glyph.h"
#include "reading/numeral.h"

enum { MOST_PARTS = 48 };

typedef struct places {
  const lt_char *at, *end;
  lt_decimal total, group, pending, spread;
  int32_t small, large;  /* powers still allowed must be below */
  int32_t last;          /* power of the last magnitude, 0 none */
  uint32_t digits;       /* in pending */
  bool pending_arabic;
  bool zero;             /* 〇 stands before pending: 一百零五 */
  bool financial;        /* 壹, 贰, 拾 have been seen: 千亿参数 is no 千亿叁 */
  bool pair, closed;     /* nothing but 万 亿 may follow: 十几, 百余 */
  bool started;
  lt_amount *out;
} places;

/* 千瓦, 百分点: the power belongs to the unit. */
static bool opens_unit(const lt_char *at, const lt_char *end) {
  const lt_phrase *unit = lt_phrases_here(&lt_phrases_units, at, end);
  return unit && unit->length > 1;
}

/* 两千四百五, 1万4: a single digit at the end stands in the place below the last. 3万4000 and 一百零五 say it in full. */
static lt_decimal placed(const places *p) {
  bool short_form = p->digits == 1 && p->last >= 2 && !p->zero && !p->pair;
  return lt_decimal_scale(p->pending, short_form ? p->last - 1 : 0);
}

/* 100万一年: 一 in characters does not continue a numeral in digits. */
static bool mixes_scripts(const places *p) { return p->digits == 1 && p->last && !p->pending_arabic && p->out->arabic; }

static void note(places *p) {
  lt_amount *out = p->out;
  out->end = p->at;
  out->decimal = lt_decimal_add(lt_decimal_add(p->total, p->group), placed(p));
  out->spread = p->spread;
  out->scale = p->digits ? 0 : p->last;
  out->digits = p->digits > 1 && !p->last && !p->pending_arabic && !p->pair;
  out->pair = p->pair;
  out->han |= !p->pending_arabic;
}

static bool is_pair(uint64_t first, int second) { return (int)first + 1 == second || (first == 3 && second == 5); }

static bool three_digits(const lt_char *at, const lt_char *end) {
  if (end - at < 3 || !lt_char_is_digit(at[0]) || !lt_char_is_digit(at[1]) || !lt_char_is_digit(at[2])) return false;
  return end - at == 3 || !lt_char_is_digit(at[3]);
}

/* 1 200人: groups parted by spaces end in a unit; 100 200 300 may be the columns of a table, 15 256GB a product and its size. */
static bool spaced_groups_end_in_unit(const lt_char *at, const lt_char *end) {
  while (at < end && *at == ' ' && three_digits(at + 1, end)) at += 4;
  return at < end && !lt_char_is_letter(*at) && lt_phrases_here(&lt_phrases_units, at, end);
}

/* 1,050,000: groups of three; the comma of a page may be full-width. */
static const lt_char *group_of_three(const lt_char *at, const lt_char *end) {
  bool comma = *at == ',' || *at == u'，';
  if (!comma && *at != ' ') return NULL;
  if (!three_digits(at + 1, end)) return NULL;
  return comma || spaced_groups_end_in_unit(at, end) ? at + 1 : NULL;
}

static void take_whole_digits(places *p) {
  uint32_t first_group = 0;
  bool grouped = false;
  while (p->at < p->end) {
    const lt_char *group = first_group && first_group <= 3 ? group_of_three(p->at, p->end) : NULL;
    if (group) {
      for (p->at = group; p->at < group + 3; p->at++) p->pending = lt_decimal_append(p->pending, *p->at - '0', false);
      grouped = true;
    } else if (!grouped && lt_char_is_digit(*p->at)) {
      p->pending = lt_decimal_append(p->pending, *p->at++ - '0', false);
      first_group++;
    } else {
      break;
    }
  }
  p->digits = first_group + grouped * 3;
}

static void take_decimals(places *p) {
  for (p->at++; p->at < p->end && lt_char_is_digit(*p->at); p->at++) p->pending = lt_decimal_append(p->pending, *p->at - '0', true);
  p->digits += 2;
}

/* 3.57, and .5 where nothing stands before the point. The dot of 134.亿元 is a slip and skipped. */
static void take_fraction_digits(places *p) {
  if (p->end - p->at < 2 || *p->at != '.') return;
  if (lt_glyph_of(p->at[1]) == LT_GLYPH_LARGE) p->at++;
  else if (lt_char_is_digit(p->at[1])) take_decimals(p);
}

static bool take_arabic(places *p, const lt_char *at) {
  if (p->digits || p->closed) return false;
  p->at = at;
  p->pending = (lt_decimal){0, 0};
  p->pending_arabic = p->out->arabic = true;
  take_whole_digits(p);
  take_fraction_digits(p);
  note(p);
  return true;
}

/* 一二 of 一二〇: two digits after all. */
static void dissolve_pair(places *p) {
  if (!p->pair) return;
  p->pending = lt_decimal_append(p->pending, (unsigned)(p->pending.digits + p->spread.digits), false);
  p->spread.digits = 0;
  p->pair = false;
}

static bool take_zero(places *p, const lt_char *at) {
  if (p->closed || p->pending_arabic || p->digits > LT_AMOUNT_DIGITS) return false;
  p->at = at + 1;
  p->out->zero = true;
  if (p->started && !p->digits) {
    p->zero = true;
    return true;
  }
  if (p->last) return false;
  dissolve_pair(p);
  p->pending = lt_decimal_append(p->pending, 0, false);
  p->digits++;
  note(p);
  return true;
}

/* 九 九 折: digits that stand apart are one numeral before 折 only. */
static bool is_spaced_discount(const places *p, const lt_char *at) {
  const lt_char *next = lt_amount_skip(at + 1, p->end);
  return p->digits == 1 && !p->last && next < p->end && *next == u'折';
}

static bool is_stray_financial(const places *p, const lt_char *at) {
  if (lt_glyph_of(*at) != LT_GLYPH_FINANCIAL || p->financial || !p->started) return false;
  return at + 1 == p->end || lt_glyph_of(at[1]) != LT_GLYPH_SMALL;
}

static bool take_han(places *p, const lt_char *at) {
  int digit = lt_glyph_value(*at);
  if (is_stray_financial(p, at) || p->digits > LT_AMOUNT_DIGITS) return false;
  if (digit == 0) return take_zero(p, at);
  if (p->closed || p->pending_arabic) return false;
  bool spaced = at != p->at;
  if (p->digits == 0) {
    p->pending = (lt_decimal){(uint64_t)digit, 0};
  } else if (p->digits == 1 && !p->out->zero && !spaced && is_pair(p->pending.digits, digit)) {
    p->spread = (lt_decimal){(uint64_t)digit - p->pending.digits, 0};
    p->pair = true;
  } else if (!p->last && (!spaced || is_spaced_discount(p, at))) {
    dissolve_pair(p);
    p->pending = lt_decimal_append(p->pending, (unsigned)digit, false);
  } else {
    return false;
  }
  p->at = at + 1;
  p->digits++;
  p->pending_arabic = false;
  p->financial |= lt_glyph_of(*at) == LT_GLYPH_FINANCIAL;
  if (!mixes_scripts(p)) note(p);
  return true;
}

/* 十 百 千, and 廿 (two tens at once). */
static bool take_small(places *p, const lt_char *at, int power, unsigned tens) {
  bool opens = !p->started, one_ten = power == 1 && p->last > 1;
  if (p->closed || power >= p->small || opens_unit(at, p->end)) return false;
  if (p->digits > 1 && !p->pending_arabic && !p->pair) return false;
  if (p->digits == 0 && !tens && !opens && !one_ten && !p->zero) return false;
  if (tens && p->digits) return false;
  lt_decimal factor = tens ? (lt_decimal){tens, 0} : p->digits ? p->pending : (lt_decimal){1, 0};
  p->out->bare |= opens && power > 1;
  p->group = lt_decimal_add(p->group, lt_decimal_scale(factor, power));
  p->spread = lt_decimal_scale(p->spread, power);
  p->small = p->last = power;
  return true;
}

/* 三京 is a number, 双十一京东 and 2024京津冀 are not. */
static bool is_capital(const places *p, const lt_char *at) {
  if (!p->started || p->out->arabic) return true;
  return at + 1 < p->end && lt_char_is_han(at[1]) && lt_glyph_of(at[1]) == LT_GLYPH_NONE && lt_phrases_here(&lt_phrases_units, at + 1, p->end) == NULL;
}

/* 万 亿 兆: below the last one it adds (五亿三千万), above or equal it multiplies what is there (千万亿, 万万). */
static bool take_large(places *p, const lt_char *at, int power) {
  if (opens_unit(at, p->end) || (*at == u'京' && is_capital(p, at))) return false;
  lt_decimal group = lt_decimal_add(p->group, p->small < 4 ? placed(p) : p->pending);
  if (!p->started) {
    group = (lt_decimal){1, 0};
    p->out->bare = true;
  }
  if (p->digits > 1 && !p->pending_arabic && !p->pair) return false;
  if (power < p->large) {
    if (group.digits == 0) return false;
    p->total = lt_decimal_add(p->total, lt_decimal_scale(group, power));
  } else if (power == p->large && (group.digits || (p->out->bare && !(at + 1 < p->end && at[1] == u'分')))) {
    return false; /* 万万 alone is no number, 万万分之七 is one */
  } else {
    p->total = lt_decimal_scale(lt_decimal_add(p->total, group), power);
  }
  p->spread = lt_decimal_scale(p->spread, power);
  p->group = (lt_decimal){0, 0};
  p->small = 4;
  p->large = p->last = power;
  return true;
}

static bool take_magnitude(places *p, const lt_char *at, bool large) {
  int power = lt_glyph_power(*at);
  if (!(large ? take_large(p, at, power) : take_small(p, at, power, 0))) return false;
  p->at = at + 1;
  p->pending = (lt_decimal){0, 0};
  p->digits = 0;
  p->zero = p->pair = p->pending_arabic = false;
  p->out->magnitude = true;
  p->financial |= *at == u'拾' || *at == u'佰' || *at == u'仟';
  note(p);
  return true;
}

static bool take_tens(places *p, const lt_char *at) {
  if (!take_small(p, at, 1, (unsigned)lt_glyph_value(*at))) return false;
  p->at = at + 1;
  p->zero = false;
  p->out->magnitude = true;
  note(p);
  return true;
}

/* 几十: one to ten times. 十几, 二十几万: in the last place, ends what万 may follow. */
static bool take_few(places *p, const lt_char *at) {
  if (p->closed || p->digits) return false;
  lt_glyph next = at + 1 < p->end ? lt_glyph_of(*lt_amount_skip(at + 1, p->end)) : LT_GLYPH_NONE;
  if (!p->started) {
    if (next != LT_GLYPH_SMALL && next != LT_GLYPH_LARGE) return false;
    p->pending = (lt_decimal){1, 0};
    p->spread = (lt_decimal){9, 0};
    p->digits = 1;
    p->at = at + 1;
    return p->out->vague = true;
  }
  if (*at != u'几' || (p->last != 1 && !p->zero)) return false;
  p->spread = (lt_decimal){1, 1};
  p->out->more = p->closed = true;
  p->at = at + 1;
  note(p);
  return true;
}

/* One in the last place that is not zero: 3000多 may be up to 4000. */
static lt_decimal last_place(lt_decimal value) {
  while (value.digits && value.digits % 10 == 0) value.digits /= 10, value.exponent++;
  return (lt_decimal){1, value.exponent};
}

/* 500余万, 100多, 十来: 来 is also a verb (二十来自) and counts only after a round number before a classifier. */
static bool take_more(places *p, const lt_char *at) {
  if (p->closed || !p->started || p->zero) return false;
  if (*at == u'来' && (p->last == 0 || p->digits || !lt_phrases_here(&lt_phrases_units, at + 1, p->end))) return false;
  if (p->digits == 1 && !p->last && !p->pending_arabic) return false;
  p->spread = last_place(p->out->decimal);
  p->out->more = p->closed = true;
  p->at = at + 1;
  note(p);
  return true;
}

/* A character that stands apart from the last one continues the numeral only as a power, or as a digit behind a power. */
static bool take_next(places *p) {
  const lt_char *at = lt_amount_skip(p->at, p->end);
  if (at >= p->end) return false;
  lt_glyph glyph = lt_glyph_of(*at);
  if (at != p->at && p->started && p->digits && glyph != LT_GLYPH_SMALL && glyph != LT_GLYPH_LARGE && glyph != LT_GLYPH_MORE &&
      !is_spaced_discount(p, at)) {
    return false;
  }
  if (at != p->at && !p->started) return false;
  switch (glyph) {
    case LT_GLYPH_ARABIC: return take_arabic(p, at);
    case LT_GLYPH_STOP: return !p->started && at + 1 < p->end && lt_char_is_digit(at[1]) && take_arabic(p, at);
    case LT_GLYPH_HAN:
    case LT_GLYPH_FINANCIAL: return take_han(p, at);
    case LT_GLYPH_SMALL: return take_magnitude(p, at, false);
    case LT_GLYPH_LARGE: return take_magnitude(p, at, true);
    case LT_GLYPH_TENS: return take_tens(p, at);
    case LT_GLYPH_FEW: return take_few(p, at);
    case LT_GLYPH_MORE: return take_more(p, at);
    default: return false;
  }
}

bool lt_places_read(const lt_char *at, const lt_char *end, lt_amount *amount) {
  *amount = (lt_amount){.end = NULL};
  places p = {.at = at, .end = end, .small = 4, .large = 99, .out = amount};
  while (amount->length < MOST_PARTS && take_next(&p)) {
    p.started = true;
    amount->length++;
  }
  return amount->end != NULL;
}
