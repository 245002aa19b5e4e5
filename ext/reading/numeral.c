/* What stands round the places of a numeral: 负, 第, 点, 分之, 又, 半, a power of ten as a letter or an exponent.
**
** Rules (each reads one more piece behind what is there, or leaves it):
**   NUMERAL-POINT     三点一四, 零点77; not 三点二十, which is a time
**   NUMERAL-EXPONENT  1.2e5, 2.5^-1, 3×10^8
**   NUMERAL-LETTER    15k, 30w, 1.04M, 7B
**   NUMERAL-SLASH     3/5, 1 4/3
**   NUMERAL-PARTS     五分之一, 三又二分之一, 百分之六, 十份十一
**   NUMERAL-HALF      一半 */
#include "reading/numeral.h"

#include <math.h>

#include "base/char.h"
#include "reading/number_tables.h"
#include "reading/glyph.h"


static bool is_exact(const lt_amount *a) { return a->spread.digits == 0 && !a->more; }

/* Steps over the characters of a word with white space between them; NULL if they do not stand here. */
static const lt_char *step_over(const lt_char *at, const lt_char *end, lt_slice word) {
  for (uint32_t i = 0; i < word.length; i++) {
    at = lt_amount_skip(at, end);
    if (at >= end || *at++ != word.at[i]) return NULL;
  }
  return at;
}

static void settle(lt_amount *a) { a->value = lt_decimal_value(a->decimal); }

/* 亿 behind a decimal: 三点五亿. */
static void read_large(lt_amount *a, const lt_char *end) {
  for (const lt_char *at = lt_amount_skip(a->end, end); at < end && lt_glyph_of(*at) == LT_GLYPH_LARGE; at = lt_amount_skip(a->end, end)) {
    a->decimal = lt_decimal_scale(a->decimal, lt_glyph_power(*at));
    a->scale += lt_glyph_power(*at);
    a->magnitude = true;
    a->end = at + 1;
  }
}

static bool is_decimal_digit(lt_char c) { return lt_glyph_of(c) == LT_GLYPH_HAN || lt_glyph_of(c) == LT_GLYPH_FINANCIAL || lt_char_is_digit(c); }

static void read_point(lt_amount *a, const lt_char *end) {
  const lt_char *at = step_over(a->end, end, LT_SLICE("点"));
  if (at == NULL || !a->han || !is_exact(a)) return;
  lt_decimal parts = {0, 0};
  const lt_char *first = at = lt_amount_skip(at, end);
  for (; at < end && is_decimal_digit(*at); at++) parts = lt_decimal_append(parts, (unsigned)lt_glyph_value(*at), true);
  if (at == first || (at < end && (lt_glyph_of(*at) == LT_GLYPH_SMALL || *at == u'刻'))) return;
  a->decimal = lt_decimal_add(a->decimal, parts);
  a->length += 2; /* no lone character */
  a->end = at;
  a->scale = 0;
  read_large(a, end);
}

static const lt_char *read_exponent(const lt_char *at, const lt_char *end, int *exponent) {
  bool negative = at < end && lt_glyph_of(*at) == LT_GLYPH_SIGN && lt_glyph_value(*at);
  if (at < end && (negative || *at == '+')) at++;
  const lt_char *first = at;
  for (*exponent = 0; at < end && lt_char_is_digit(*at); at++) *exponent = *exponent < 1000 ? *exponent * 10 + (*at - '0') : *exponent;
  if (negative) *exponent = -*exponent;
  return at > first ? at : NULL;
}

/* 3×10^8 */
static const lt_char *read_scientific(const lt_char *at, const lt_char *end, int *exponent) {
  bool times = end - at > 4 && (*at == u'×' || *at == '*' || *at == 'x') && at[1] == '1' && at[2] == '0' && at[3] == '^';
  return times ? read_exponent(at + 4, end, exponent) : NULL;
}

static void read_power(lt_amount *a, const lt_char *end) {
  if (!a->arabic || a->magnitude || !is_exact(a) || a->end >= end) return;
  int exponent;
  const lt_char *scientific = read_scientific(a->end, end, &exponent);
  if (scientific && exponent > -300 && exponent < 300) {
    a->value = lt_decimal_value(a->decimal = lt_decimal_scale(a->decimal, exponent));
    a->end = scientific;
    return;
  }
  const lt_char *after = (*a->end | 32) == 'e' || *a->end == '^' ? read_exponent(a->end + 1, end, &exponent) : NULL;
  if (after == NULL || (after < end && lt_char_is_letter(*after))) return;
  if (*a->end == '^') a->value = pow(a->value, exponent);
  else a->value = lt_decimal_value(a->decimal = lt_decimal_scale(a->decimal, exponent));
  a->end = after;
}

static int letter_power(lt_char c) {
  switch (c) {
    case 'k':
    case 'K': return 3;
    case 'w': return 4;
    case 'M': return 6;
    case 'G':
    case 'B': return 9;
    case 'T': return 12;
    default: return 0;
  }
}

static void read_letter(lt_amount *a, const lt_char *end) {
  const lt_char *at = a->end + (a->end + 1 < end && *a->end == ' ');
  int power = at < end ? letter_power(*at) : 0;
  if (!power || !a->arabic || a->magnitude || a->more) return;
  if (at + 1 < end && (lt_char_is_latin(at[1]) || at[1] == '/' || at[1] == '-')) return;
  a->value = lt_decimal_value(a->decimal = lt_decimal_scale(a->decimal, power));
  a->scale = power;
  a->magnitude = a->letter = true;
  a->end = at + 1;
}

/* Places, and what belongs to them: 三点五亿, 1.2e5, 15k. */
static bool read_plain(const lt_char *at, const lt_char *end, lt_amount *a) {
  if (!lt_places_read(at, end, a)) return false;
  read_point(a, end);
  settle(a);
  read_power(a, end);
  read_letter(a, end);
  return true;
}

/* Behind 负, a minus, or 零下 (零下五度); NULL if none stands here. */
static const lt_char *behind_sign(const lt_char *at, const lt_char *end) {
  if (at < end && lt_glyph_of(*at) == LT_GLYPH_SIGN) return lt_amount_skip(at + 1, end);
  return step_over(at, end, LT_SLICE("零下"));
}

static bool read_signed(const lt_char *at, const lt_char *end, lt_amount *a) {
  const lt_char *behind = behind_sign(at, end);
  if (!read_plain(behind ? behind : at, end, a)) return false;
  if (behind) a->value = -a->value;
  return true;
}

/* A fraction is one value; nothing of how its parts were written stays. */
static void become_fraction(lt_amount *a, double value, const lt_char *end) {
  a->value = value;
  a->end = end;
  a->decimal = a->spread = (lt_decimal){0, 0};
  a->kind = LT_NUMERAL_FRACTION;
  a->magnitude = a->digits = a->pair = a->bare = false;
  a->scale = 0;
  a->length = 3;
}

static bool read_whole(const lt_char **at, const lt_char *end, double *value) {
  const lt_char *first = *at;
  for (*value = 0; *at < end && lt_char_is_digit(**at) && *at - first < 5; ++*at) *value = *value * 10 + (**at - '0');
  return *at > first && *at - first < 5 && *first != '0';
}

static bool read_ratio(const lt_char *at, const lt_char *end, double *value, const lt_char **after) {
  double above, below;
  if (!read_whole(&at, end, &above) || at >= end || (*at != '/' && *at != u'／')) return false;
  at++;
  if (!read_whole(&at, end, &below)) return false;
  if (at < end && (*at == '/' || lt_char_is_latin(*at))) return false;
  *value = above / below;
  *after = at;
  return true;
}

/* at: begin of the numeral, its sign before it */
static void read_slash(const lt_char *at, lt_amount *a, const lt_char *end) {
  double ratio, sign = a->value < 0 ? -1 : 1;
  const lt_char *after;
  if (!a->arabic || a->han || a->magnitude) return;
  const lt_char *behind = behind_sign(at, end);
  if (behind) at = behind;
  if (read_ratio(at, end, &ratio, &after)) become_fraction(a, sign * ratio, after);
  else if (a->end < end && *a->end == ' ' && read_ratio(a->end + 1, end, &ratio, &after)) become_fraction(a, a->value + sign * ratio, after);
}

/* Behind the lower part: 分之, 份, 份之, and 分 alone after 又 (一又十分一). */
static const lt_char *step_over_parts(const lt_char *at, const lt_char *end, bool mixed) {
  const lt_char *after = step_over(at, end, LT_SLICE("分之"));
  if (after == NULL) after = step_over(at, end, LT_SLICE("份之"));
  if (after == NULL) after = step_over(at, end, LT_SLICE("份"));
  if (after == NULL && mixed) after = step_over(at, end, LT_SLICE("分"));
  return after ? lt_amount_skip(after, end) : NULL;
}

/* 百 alone: of a hundred; 一百分之二 is a plain fraction. */
static int32_t bare_power(const lt_amount *a) {
  bool alone = a->bare && !a->arabic && a->decimal.digits == 1;
  return alone ? a->decimal.exponent : 0;
}

static bool read_parts(lt_amount *a, const lt_char *end, bool mixed) {
  const lt_char *at = step_over_parts(a->end, end, mixed);
  lt_amount above;
  if (at == NULL || !is_exact(a) || a->value == 0 || !read_signed(at, end, &above)) return false;
  bool share = end - a->end > 1 && *a->end == u'份';
  if (share && above.length == 1 && a->length == 1 && above.end < end && lt_char_is_han(*above.end)) return false; /* 分成三份一份 */
  int32_t power = mixed ? 0 : bare_power(a);
  double value = power != 2 ? above.value / a->value : a->value < 0 ? -above.value : above.value;
  lt_decimal spread = above.spread, in_percent = lt_decimal_scale(above.decimal, 2 - power);
  become_fraction(a, value, above.end);
  a->power = power;
  if (power > 2) a->decimal = in_percent;
  a->more = above.more;
  a->spread = power == 2 ? spread : (lt_decimal){0, 0};
  if (power == 2) a->kind = LT_NUMERAL_PERCENT;
  return true;
}

/* 三又二分之一, 2又1/2 */
static void read_mixed(lt_amount *a, const lt_char *end) {
  const lt_char *at = step_over(a->end, end, LT_SLICE("又")), *after;
  lt_amount below;
  double ratio;
  if (at && is_exact(a) && read_ratio(lt_amount_skip(at, end), end, &ratio, &after)) {
    become_fraction(a, a->value < 0 ? a->value - ratio : a->value + ratio, after);
    return;
  }
  if (at == NULL || !is_exact(a) || !lt_places_read(lt_amount_skip(at, end), end, &below)) return;
  settle(&below);
  if (!read_parts(&below, end, true)) return;
  become_fraction(a, a->value < 0 ? a->value - below.value : a->value + below.value, below.end);
}

static void read_half(lt_amount *a, const lt_char *end) {
  if (a->length != 1 || a->value != 1 || a->magnitude || a->end >= end || *a->end != u'半') return;
  const lt_char *at = a->end + 1;
  if (at < end && lt_phrases_here(&lt_phrases_units, at, end) && a->arabic) return;
  become_fraction(a, 0.5, at + (at < end && *at == u'半'));
  a->half = true;
}

/* 半年, 半个: half of what is counted. */
static bool read_bare_half(const lt_char *at, const lt_char *end, lt_amount *a) {
  if (lt_phrases_here(&lt_phrases_units, at + 1, end) == NULL) return false;
  *a = (lt_amount){.han = true};
  become_fraction(a, 0.5, at + 1);
  a->length = 1;
  return a->half = true;
}

/* 5-10, GPT-4, (含)-5万: the dash is no minus. */
static bool may_be_minus(const lt_char *begin, const lt_char *at) {
  if (*at == u'负' || at == begin) return true;
  lt_char before = at[-1];
  return !lt_char_is_latin(before) && before != ')' && before != u'）' && before != '%' && lt_glyph_of(before) != LT_GLYPH_SIGN;
}

static bool read_ordinal(const lt_char *at, const lt_char *end, lt_amount *a) {
  if (!lt_places_read(lt_amount_skip(at + 1, end), end, a)) return false;
  settle(a);
  a->kind = LT_NUMERAL_ORDINAL;
  return !a->vague && isfinite(a->value);
}

bool lt_amount_read(const lt_char *begin, const lt_char *at, const lt_char *end, lt_amount *a) {
  lt_glyph glyph = lt_glyph_of(*at);
  if (glyph == LT_GLYPH_ORDINAL) return read_ordinal(at, end, a);
  if (glyph == LT_GLYPH_HALF) return read_bare_half(at, end, a);
  if (glyph == LT_GLYPH_SIGN && !may_be_minus(begin, at)) return false;
  if (!read_signed(at, end, a)) return false;
  read_slash(at, a, end);
  read_half(a, end);
  if (!read_parts(a, end, false)) read_mixed(a, end);
  return isfinite(a->value);
}

double lt_amount_upper(const lt_amount *a) {
  if (a->spread.digits == 0) return NAN;
  double spread = lt_decimal_value(a->spread);
  if (a->kind == LT_NUMERAL_PERCENT) return a->value + spread;
  double upper = lt_decimal_value(lt_decimal_add(a->decimal, a->spread));
  return a->value < 0 ? -upper : upper;
}

/* 壹仟玖佰圆整: money is still a number. */
static bool is_tail(const lt_char *at, const lt_char *end) {
  if (at == end) return true;
  const lt_phrase *unit = lt_phrases_here(&lt_phrases_units, at, end);
  return unit && at + unit->length == end && unit->value == 1 && (unit->kind == LT_PHRASE_MONEY || unit->kind == LT_PHRASE_PERCENT);
}

double lt_number_parse(lt_slice text) {
  text = lt_slice_trim(text);
  const lt_char *end = text.at + text.length;
  lt_amount amount;
  if (text.length == 0 || !lt_amount_read(text.at, text.at, end, &amount)) return NAN;
  return is_tail(amount.end, end) ? amount.value : NAN;
}
