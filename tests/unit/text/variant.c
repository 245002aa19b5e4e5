/* Traditional → simplified, one rule a test. */
#include "text/variant.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

static void assert_simplified(const char *text, const char *wanted) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_slice simple = lt_simplify(arena, lt_utf8_read(arena, text, strlen(text)));
  char *out = malloc(lt_utf8_room(simple) + 1);
  out[lt_utf8_write(out, simple)] = 0;
  assert_string_equal(out, wanted);
  free(out);
  lt_arena_free(arena);
}

static void each_character_has_one_form_by_itself(void **state) {
  (void)state;
  assert_simplified("這臺服務器裡有ＡＩ，裏面沒有麪包", "这台服务器里有AI，里面没有面包");
  assert_simplified("幾週後，乾淨的幹部幹了一杯", "几周后，干净的干部干了一杯");
}

static void words_decide_by_sense(void **state) {
  (void)state;
  assert_simplified("他看著這部著名的著作", "他看着这部著名的著作");
  assert_simplified("公司答覆說覆蓋率很高", "公司答复说覆盖率很高");
  assert_simplified("乾隆年間的餅乾", "乾隆年间的饼干");
  assert_simplified("憑藉實力，心裡得到慰藉", "凭借实力，心里得到慰藉");
  assert_simplified("用戶瞭解到瞭望塔的價格", "用户了解到瞭望塔的价格");
}

static void simplified_text_stays_as_it_is(void **state) {
  (void)state;
  static const char *const texts[] = {"乾隆年间的瞭望塔", "沈阳的著名企业", "一片狼藉", "角徵羽是古代的音", "份额颠覆了市场，俱乐部在大阪", "他姓沈，在乾县工作"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) assert_simplified(texts[i], texts[i]);
}

static void a_text_that_writes_both_tells_them_apart(void **state) {
  (void)state;
  assert_simplified("他拿着書，那是馬著的", "他拿着书，那是马著的");
}

static void characters_of_two_units_change_too(void **state) {
  (void)state;
  assert_simplified("團圞", "团𪢮");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_character_has_one_form_by_itself),
      cmocka_unit_test(words_decide_by_sense),
      cmocka_unit_test(simplified_text_stays_as_it_is),
      cmocka_unit_test(a_text_that_writes_both_tells_them_apart),
      cmocka_unit_test(characters_of_two_units_change_too),
  };
  return cmocka_run_group_tests_name("variant", tests, NULL, NULL);
}
