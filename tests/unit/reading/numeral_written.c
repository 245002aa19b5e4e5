/* Numbers from 0 to 10^16, written by ICU's rules for Chinese (RBNF) and by a writer of our own in each of its styles, are read
** back exactly. The samples are the same on every run. */
#include "reading/numeral.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>
#include <cmocka.h>

enum { SAMPLES = 20000, ROOM = 200 };

static uint64_t next_random(uint64_t *seed) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return *seed;
}

/* Small and large numbers alike, many of them with zeros inside. */
static uint64_t sample(uint64_t *seed) {
  static const uint64_t limits[] = {10, 100, 1000, 10000, 100000, 100000000, 1000000000000, 10000000000000001};
  uint64_t value = next_random(seed) % limits[next_random(seed) % 8];
  uint64_t hole = next_random(seed) % 4 ? 1 : limits[next_random(seed) % 7];
  return value / hole * hole;
}

static void is_read_as(const lt_char *text, uint32_t length, uint64_t value) {
  double read = lt_number_parse((lt_slice){text, length});
  if (read == (double)value) return;
  char utf8[3 * ROOM];
  u_strToUTF8(utf8, sizeof utf8 - 1, NULL, (const UChar *)text, (int32_t)length, &(UErrorCode){U_ZERO_ERROR});
  fail_msg("%.*s is %.17g, not %llu", (int)sizeof utf8, utf8, read, (unsigned long long)value);
}

static void is_read_as_negative(const lt_char *text, uint32_t length, uint64_t value) {
  lt_char with_sign[ROOM + 1] = u"负";
  memcpy(with_sign + 1, text, length * sizeof *text);
  assert_true(lt_number_parse((lt_slice){with_sign, length + 1}) == -(double)value);
}

static void written_by_icu(const char *rules) {
  UErrorCode error = U_ZERO_ERROR;
  UChar name[64];
  UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, "zh", NULL, &error);
  u_uastrcpy(name, rules);
  unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, name, -1, &error);
  assert_true(U_SUCCESS(error));
  uint64_t seed = 20230420;
  for (int i = 0; i < SAMPLES; i++) {
    uint64_t value = i < 12000 ? (uint64_t)i : sample(&seed);
    UChar text[ROOM];
    int32_t length = unum_formatInt64(format, (int64_t)value, text, ROOM, NULL, &error);
    is_read_as((const lt_char *)text, (uint32_t)length, value);
  }
  unum_close(format);
}

static void icu_cardinals(void **state) { (void)state, written_by_icu("%spellout-cardinal"); }
static void icu_cardinals_with_liang(void **state) { (void)state, written_by_icu("%spellout-cardinal-alternate2"); }
static void icu_financial(void **state) { (void)state, written_by_icu("%spellout-cardinal-financial"); }
static void icu_numbering(void **state) { (void)state, written_by_icu("%spellout-numbering"); }

typedef struct style {
  const lt_char *digits, *small, *large; /* characters of 0-9, of 十百千, of 万亿兆; NULL: digits only */
  bool short_ten, short_end, spaced, grouped;
} style;

static uint32_t write_group(const style *s, lt_char *out, unsigned group, bool first) {
  uint32_t n = 0;
  bool zero = !first && group < 1000;
  for (int place = 3; place >= 0; place--) {
    static const unsigned powers[] = {1, 10, 100, 1000};
    unsigned digit = group / powers[place] % 10;
    if (digit == 0) {
      zero |= n > 0;
      continue;
    }
    if (zero) out[n++] = s->digits[0];
    zero = false;
    if (!(s->short_ten && first && n == 0 && place == 1 && digit == 1)) out[n++] = s->digits[digit];
    if (place) out[n++] = s->small[place - 1];
    if (s->spaced) out[n++] = ' ';
  }
  return n;
}

static uint32_t write_places(const style *s, lt_char *out, uint64_t value) {
  static const uint64_t powers[] = {1, 10000, 100000000, 1000000000000, 10000000000000000};
  uint32_t n = 0;
  for (int i = 4; i >= 0; i--) {
    unsigned group = (unsigned)(value / powers[i] % 10000);
    if (group == 0) continue;
    if (n && i + 1 < 5 && value / powers[i + 1] % 10000 == 0 && group >= 1000) out[n++] = s->digits[0];
    n += write_group(s, out + n, group, n == 0);
    if (i) out[n++] = s->large[i - 1];
  }
  if (n == 0) out[n++] = s->digits[0];
  return n;
}

/* 两万五 for 25000: only where the last place said is one below the power before it. */
static uint32_t shorten(lt_char *out, uint32_t n) {
  bool ends_in_small = n > 3 && (out[n - 1] == u'百' || out[n - 1] == u'千');
  lt_char before = ends_in_small ? out[n - 3] : 0;
  return (out[n - 1] == u'千' && before == u'万') || (out[n - 1] == u'百' && before == u'千') ? n - 1 : n;
}

static uint32_t write_digits(const style *s, lt_char *out, uint64_t value) {
  char plain[32];
  int length = snprintf(plain, sizeof plain, "%llu", (unsigned long long)value);
  uint32_t n = 0;
  for (int i = 0; i < length; i++) {
    if (s->grouped && i && (length - i) % 3 == 0) out[n++] = ',';
    out[n++] = s->digits[plain[i] - '0'];
  }
  return n;
}

static void our_own_styles(void **state) {
  (void)state;
  static const style styles[] = {
      {u"零一二三四五六七八九", u"十百千", u"万亿兆京", true, false, false, false},
      {u"〇一两三四五六七八九", u"十百千", u"万亿兆京", false, true, false, false},
      {u"零壹贰叁肆伍陆柒捌玖", u"拾佰仟", u"万亿兆京", false, false, false, false},
      {u"零一二三四五六七八九", u"十百千", u"万亿兆京", false, false, true, false},
      {u"零123456789", u"十百千", u"万亿兆京", false, false, false, false},
      {u"〇一二三四五六七八九", u"十佰仟", u"万亿兆京", true, false, true, false},
      {u"0123456789", NULL, NULL, false, false, false, false},
      {u"0123456789", NULL, NULL, false, false, false, true},
      {u"〇一二三四五六七八九", NULL, NULL, false, false, false, false},
  };
  uint64_t seed = 1949;
  for (int i = 0; i < SAMPLES; i++) {
    uint64_t value = i < 3000 ? (uint64_t)i : sample(&seed);
    for (size_t k = 0; k < sizeof styles / sizeof *styles; k++) {
      const style *s = &styles[k];
      lt_char out[ROOM];
      if (s->digits[1] == u'一' && s->small == NULL && value < 100) continue; /* 一二 is one or two */
      uint32_t n = s->small ? write_places(s, out, value) : write_digits(s, out, value);
      is_read_as(out, s->short_end ? shorten(out, n) : n, value);
      if (value) is_read_as_negative(out, n, value);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(icu_cardinals), cmocka_unit_test(icu_cardinals_with_liang), cmocka_unit_test(icu_financial),
      cmocka_unit_test(icu_numbering), cmocka_unit_test(our_own_styles),
  };
  return cmocka_run_group_tests_name("numeral_written", tests, NULL, NULL);
}
