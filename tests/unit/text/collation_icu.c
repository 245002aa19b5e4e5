/* llm_pinyin orders as ICU's own collator for zh does: all names of the vocabulary, and strings of characters drawn from every block that
** names are written in. */
#include "text/collation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include <unicode/ucol.h>

#include "base/utf8.h"
#include "lexicon/lexicon.h"

static UCollator *icu;

static int open_icu(void **state) {
  UErrorCode error = U_ZERO_ERROR;
  (void)state;
  icu = ucol_open("zh@collation=pinyin", &error);
  return U_FAILURE(error);
}

static int close_icu(void **state) {
  (void)state;
  ucol_close(icu);
  return 0;
}

static int sign(int n) { return (n > 0) - (n < 0); }

static void check(const char *a, const char *b) {
  UErrorCode error = U_ZERO_ERROR;
  int wanted = (int)ucol_strcollUTF8(icu, a, -1, b, -1, &error), got = sign(lt_pinyin_compare(a, strlen(a), b, strlen(b)));
  if (got != wanted) fail_msg("%s and %s: %d, ICU %d", a, b, got, wanted);
}

static uint32_t seed = 11;

static uint32_t draw(uint32_t below) {
  seed = seed * 1664525u + 1013904223u;
  return (uint32_t)((uint64_t)seed * below >> 32);
}

static void names_of_the_vocabulary(void **state) {
  (void)state;
  static char names[2][3 * 256 + 1];
  uint32_t count = lt_lexicon_name_count(&lt_lexicon_built_in);
  for (uint32_t i = 0; i < 200000; i++) {
    for (int k = 0; k < 2; k++) {
      uint32_t index = k && i % 2 ? (draw(count) + 1) % count : draw(count);
      names[k][lt_utf8_write(names[k], lt_lexicon_name(&lt_lexicon_built_in, index).name)] = 0;
    }
    check(names[0], names[1]);
  }
}

/* Blocks of characters: the first and how many. Common ones are drawn more often, so that strings share beginnings. */
static const struct { uint32_t first, count; } blocks[] = {
    {0x4E00, 40},  {0x4E00, 0x51A6}, {0x3400, 0x19B6}, {'a', 26},       {'A', 26},        {'0', 10},      {' ', 16},       {0xC0, 0x17F},
    {0x300, 6},    {0x3041, 0x56},   {0x30A1, 0x5A},   {0xAC00, 11172}, {0xFF01, 0x5E},   {0xF900, 0x16E}, {0x2010, 0x18}, {0x3001, 0x11},
    {0x410, 0x40}, {0x391, 0x11},    {0x2460, 0x40},   {0x20000, 0x500}, {0x1F600, 0x40}, {0x3105, 0x26}, {0x2E80, 0x15},  {'a', 3},
    {'e', 1},      {0x300, 6},       {0x91CD, 1},      {0x5E86, 1},      {0x85CF, 1},
};

enum { BLOCKS = sizeof blocks / sizeof *blocks };

static void append(char *out, size_t *n, uint32_t c) {
  lt_char units[2];
  uint32_t length = lt_utf16_write(units, c);
  *n += lt_utf8_write(out + *n, (lt_slice){units, length});
  out[*n] = 0;
}

static void draw_string(char *out) {
  size_t n = 0;
  for (uint32_t length = draw(6); length > 0; length--) {
    uint32_t block = draw(BLOCKS);
    append(out, &n, blocks[block].first + draw(blocks[block].count));
  }
  out[n] = 0;
}

/* The upper planes' ideographs without a reading are in code order with us (gen_collation.c), and so left out. */
static bool orders_by_radical(const char *text) {
  for (; *text; text++) {
    if ((unsigned char)*text == 0xF0 && (unsigned char)text[1] >= 0xA0) return true;
  }
  return false;
}

static void drawn_strings(void **state) {
  (void)state;
  static char texts[2][256];
  for (uint32_t i = 0; i < 300000; i++) {
    draw_string(texts[0]);
    if (i % 3) draw_string(texts[1]);
    else strcpy(texts[1], texts[0]);
    size_t n = strlen(texts[1]);
    if (i % 3 == 0) append(texts[1], &n, blocks[i % BLOCKS].first + draw(blocks[i % BLOCKS].count));
    if (!orders_by_radical(texts[0]) && !orders_by_radical(texts[1])) check(texts[0], texts[1]);
  }
}

static void any_bytes_have_an_order(void **state) {
  (void)state;
  char a[12], b[12];
  for (uint32_t i = 0; i < 100000; i++) {
    for (uint32_t k = 0; k < sizeof a; k++) a[k] = (char)draw(256), b[k] = (char)(draw(3) ? a[k] : (char)draw(256));
    size_t m = draw(sizeof a), n = draw(sizeof b);
    assert_int_equal(lt_pinyin_compare(a, m, b, n), -lt_pinyin_compare(b, n, a, m));
    assert_int_equal(lt_pinyin_compare(a, m, a, m), 0);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_of_the_vocabulary),
      cmocka_unit_test(drawn_strings),
      cmocka_unit_test(any_bytes_have_an_order),
  };
  return cmocka_run_group_tests_name("collation", tests, open_icu, close_icu);
}
