/* Words that a program respelled with synonyms come back; what a writer can have written stays. */
#include "restored.h"

static void a_word_that_no_writer_writes_is_undone(void **state) {
  (void)state;
  assert_restored("业内东谈主士说，东谈主工智能的模子熟练便宜了", "业内人士说，人工智能的模型训练便宜了");
  assert_read_from("业内东谈主士说", "人士", "东谈主士");
}

static void its_parts_stay_where_they_are_words(void **state) {
  (void)state;
  assert_untouched("熟练工做模子，股东谈主业，双方谈判");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_word_that_no_writer_writes_is_undone),
      cmocka_unit_test(its_parts_stay_where_they_are_words),
  };
  return cmocka_run_group_tests_name("repair_spun", tests, NULL, NULL);
}
