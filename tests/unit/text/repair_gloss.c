/* Pinyin glosses go, brackets of prose stay. */
#include "restored.h"

static void a_gloss_behind_a_character_goes(void **state) {
  (void)state;
  assert_restored("玩家们的新擂臺(tái)，對(duì)手不少", "玩家们的新擂台，对手不少");
}

static void its_reading_may_be_wrong_for_the_place(void **state) {
  (void)state;
  assert_restored("銷量增長(cháng)了三成", "销量增长了三成");
}

static void brackets_and_spaces_take_all_forms(void **state) {
  (void)state;
  assert_restored("會(huì )員創(chuàng )下新高，業（yè）績很好", "会员创下新高，业绩很好");
}

static void a_gloss_stands_behind_letters_and_punctuation_too(void **state) {
  (void)state;
  assert_restored("自O(shè)penAI發(fā)布以來", "自OpenAI发布以来");
  assert_restored("多款A(yù)PP上線", "多款APP上线");
  assert_restored("他說，(wèi)這很難", "他说，这很难");
}

static void a_word_has_one_gloss(void **state) {
  (void)state;
  assert_restored("主要业务(yèwù)是搜索，前景实实在在(shíshízàizài)", "主要业务是搜索，前景实实在在");
}

static void a_word_gloss_must_sound_like_the_word(void **state) {
  (void)state;
  assert_untouched("他去过马拉加(Málaga)和西雅图(Seattle)");
}

static void brackets_of_prose_stay(void **state) {
  (void)state;
  assert_untouched("王(wang)先生在开放人工智能(OpenAI)任职(兼职)，代码(002214)");
  assert_untouched("他姓马(ma)，住在秘鲁(Perú)");
}

static void on_a_page_with_glosses_one_may_lack_its_tone(void **state) {
  (void)state;
  assert_restored("對(duì)大家來(lái)說(shuō)，他們(men)還要等(deng)", "对大家来说，他们还要等");
}

static void glosses_without_tones_stand_in_rows_too(void **state) {
  (void)state;
  assert_restored("我們的廠(wǒ)(men)(de)(chǎng)，是新建(jiàn)的，(de)", "我们的厂，是新建的，");
  assert_restored("他们的(tāmende)厂房(chǎngfáng)很大", "他们的厂房很大");
}

static void a_syllable_inside_a_word_begins_with_no_vowel(void **state) {
  (void)state;
  assert_restored("产品的泛化能力(huànénglì)很强", "产品的泛化能力很强");
}

static void the_character_before_takes_the_gloss_along(void **state) {
  (void)state;
  assert_read_from("新擂臺(tái)到了", "擂台", "擂臺(tái)");
  assert_read_from("新擂臺(tái)到了", "到了", "到了");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_gloss_behind_a_character_goes),
      cmocka_unit_test(its_reading_may_be_wrong_for_the_place),
      cmocka_unit_test(brackets_and_spaces_take_all_forms),
      cmocka_unit_test(a_gloss_stands_behind_letters_and_punctuation_too),
      cmocka_unit_test(a_word_has_one_gloss),
      cmocka_unit_test(a_word_gloss_must_sound_like_the_word),
      cmocka_unit_test(brackets_of_prose_stay),
      cmocka_unit_test(on_a_page_with_glosses_one_may_lack_its_tone),
      cmocka_unit_test(glosses_without_tones_stand_in_rows_too),
      cmocka_unit_test(a_syllable_inside_a_word_begins_with_no_vowel),
      cmocka_unit_test(the_character_before_takes_the_gloss_along),
  };
  return cmocka_run_group_tests_name("repair_gloss", tests, NULL, NULL);
}
