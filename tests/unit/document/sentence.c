/* Where sentences end. */
#include "document/sentence.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* `marked`: the paragraph with | where sentences end. */
static void assert_sentences(const char *marked) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_slice with = lt_utf8_read(arena, marked, strlen(marked));
  lt_char *plain = lt_arena_block(arena, (with.length + 1) * sizeof *plain);
  uint32_t ends[32], count = 0, length = 0;
  for (uint32_t i = 0; i < with.length; i++) {
    if (with.at[i] == '|') ends[count++] = length;
    else plain[length++] = with.at[i];
  }
  ends[count++] = length;
  lt_prose prose = {.text = {plain, length}, .lexicon = &lt_lexicon_built_in};
  lt_hits names = {0}, cues = {0};
  lt_lexicon_scan(prose.lexicon, arena, prose.text, &names, &cues);
  prose.cues = cues.at;
  prose.cue_count = cues.count;
  uint32_t begin = 0;
  for (uint32_t i = 0; i < count; i++) {
    begin = lt_sentence_end(&prose, begin);
    assert_int_equal(begin, ends[i]);
    while (begin < length && plain[begin] == ' ') begin++;
  }
  lt_arena_free(arena);
}

static void a_sentence_ends_with_its_mark(void **state) {
  (void)state;
  assert_sentences("公司涨价了。|为什么？|没人知道！|真的？！|没有标点的尾巴");
}

static void a_semicolon_ends_none(void **state) {
  (void)state;
  assert_sentences("一来，成本高；二来，没有规模：这就是原因。|完了。");
}

static void closing_marks_belong_to_the_sentence(void **state) {
  (void)state;
  assert_sentences("他说：“不急。”|然后走了。");
  assert_sentences("（我们没有去。）|后来去了。");
}

static void a_quotation_is_not_cut(void **state) {
  (void)state;
  assert_sentences("“降价的时间很重要。半年报之前做，毛利就少了。”一位专业人士说。|他没有说更多。");
  assert_sentences("“极其犹豫。”|特别是有量产车型的企业。|完了。");
  assert_sentences("“我们等。”他写道，“等到春天。”|春天来了。");
}

static void a_long_quotation_is_read_as_its_sentences(void **state) {
  (void)state;
  assert_sentences("“这座桥修了又修，我早已习惯提前出门，只是替要赶早读的孩子们发愁，他们每天要多走两站路，冬天天不亮就得起床。|公交公司说会加密班次，可是到了高峰时段还是等不到车，只能走路过桥。|桥上的风很大，孩子们的脸都吹红了，可是没有人来问过我们的意见，也没有人给我们看过图纸。|我们还是要走。”");
}

static void names_and_questions_in_quotes_are_part_of_a_sentence(void **state) {
  (void)state;
  assert_sentences("“为什么是我们？”的问题没有人回答。|完了。");
  assert_sentences("他们在问“价格会不会再降？”的时候，价格已经降了。|完了。");
  assert_sentences("《为什么是我们？》这本书卖完了。|再版。");
}

static void dots_in_numbers_and_names_end_nothing(void **state) {
  (void)state;
  assert_sentences("GPT-3.5和v1.2.0都不行，Nat. Catal.也不收。|好。");
}

static void latin_sentences_end_too(void **state) {
  (void)state;
  assert_sentences("The bridge is closed.| Buses stop here.| Walk.");
}

static void dots_in_the_middle_are_a_pause(void **state) {
  (void)state;
  assert_sentences("他想了想……没有说话。|好。");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_sentence_ends_with_its_mark),
      cmocka_unit_test(a_semicolon_ends_none),
      cmocka_unit_test(closing_marks_belong_to_the_sentence),
      cmocka_unit_test(a_quotation_is_not_cut),
      cmocka_unit_test(a_long_quotation_is_read_as_its_sentences),
      cmocka_unit_test(names_and_questions_in_quotes_are_part_of_a_sentence),
      cmocka_unit_test(dots_in_numbers_and_names_end_nothing),
      cmocka_unit_test(latin_sentences_end_too),
      cmocka_unit_test(dots_in_the_middle_are_a_pause),
  };
  return cmocka_run_group_tests_name("sentence", tests, NULL, NULL);
}
