/* Text cut into words: nothing is lost, whatever its length, and a long run is cut like short ones. */
#include "lexicon/segment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#include "base/char.h"

static int open_arena(void **state) {
  *state = lt_arena_new(&lt_allocator_libc);
  return *state == NULL;
}

static int close_arena(void **state) {
  lt_arena_free(*state);
  return 0;
}

static lt_tokens segment(lt_arena *arena, lt_slice text) {
  lt_tokens tokens = {0};
  lt_segment(arena, text, (lt_span){0, text.length}, &tokens);
  return tokens;
}

/* One sentence over and over without a sign: longer than any window. */
static void long_runs_are_cut_like_short_ones(void **state) {
  enum { TIMES = 200 };
  lt_slice sentence = LT_SLICE(u"工厂里的机器人正在搬运货物"), all;
  lt_char *text = lt_arena_block(*state, TIMES * sentence.length * sizeof *text);
  for (uint32_t i = 0; i < TIMES; i++) memcpy(text + i * sentence.length, sentence.at, sentence.length * sizeof *text);
  all = (lt_slice){text, TIMES * sentence.length};
  lt_tokens one = segment(*state, sentence), many = segment(*state, all);
  assert_int_equal(many.count, one.count * TIMES);
  for (uint32_t i = 0; i < many.count; i++) {
    uint32_t shift = i / one.count * sentence.length;
    assert_int_equal(many.at[i].span.begin, one.at[i % one.count].span.begin + shift);
    assert_int_equal(many.at[i].span.end, one.at[i % one.count].span.end + shift);
  }
}

/* Every character of a pseudo-random text is in exactly one token, or is a sign. */
static void nothing_is_lost(void **state) {
  enum { LENGTH = 5000 };
  static lt_char text[LENGTH];
  uint32_t seed = 7, done = 0;
  for (uint32_t i = 0; i < LENGTH; i++) {
    seed = seed * 1103515245u + 12345u;
    text[i] = (lt_char)(seed >> 28 ? 0x4E00 + (seed >> 12) % 0x3000 : seed >> 16);
  }
  lt_tokens tokens = segment(*state, (lt_slice){text, LENGTH});
  for (uint32_t i = 0; i < tokens.count; i++) {
    lt_span span = tokens.at[i].span;
    assert_true(span.begin >= done && span.end > span.begin && span.end <= LENGTH);
    for (; done < span.begin; done++) assert_false(lt_char_is_han(text[done]) || lt_char_is_latin(text[done]));
    done = span.end;
  }
}

static void endless_numerals_are_safe(void **state) {
  static lt_char text[3000];
  for (uint32_t i = 0; i < 3000; i++) text[i] = u'九';
  lt_tokens tokens = segment(*state, (lt_slice){text, 3000});
  uint32_t done = 0;
  for (uint32_t i = 0; i < tokens.count; i++) {
    assert_int_equal(tokens.at[i].span.begin, done);
    done = tokens.at[i].span.end;
  }
  assert_int_equal(done, 3000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(long_runs_are_cut_like_short_ones),
      cmocka_unit_test(nothing_is_lost),
      cmocka_unit_test(endless_numerals_are_safe),
  };
  return cmocka_run_group_tests_name("segment", tests, open_arena, close_arena);
}
