/* Pairing of quotation marks: bounded nesting, linear time, nothing lost in torn text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "reading/reading.h"

static lt_reading *read_quotes(const char *utf8) {
  lt_reading *r = lt_reading_new(&lt_allocator_libc, &lt_lexicon_built_in, utf8, strlen(utf8));
  assert_non_null(r);
  assert_true(lt_reading_need(r, LT_STAGE_SPEAKERS));
  return r;
}

static void assert_quote(const lt_reading *r, uint32_t i, lt_slice wanted) {
  assert_true(i < r->quotes.count);
  assert_true(lt_slice_equals(lt_reading_cut(r, r->quotes.at[i].span), wanted));
}

static void test_nested(void **state) {
  (void)state;
  lt_reading *r = read_quotes("他说：“这是‘老码头’，不是「新码头」。”");
  assert_int_equal(r->quotes.count, 3);
  assert_quote(r, 0, LT_SLICE("这是‘老码头’，不是「新码头」。"));
  assert_quote(r, 1, LT_SLICE("老码头"));
  assert_quote(r, 2, LT_SLICE("新码头"));
  lt_reading_free(r);
}

static void test_unbalanced(void **state) {
  (void)state;
  lt_reading *r = read_quotes("这是老码头”的招牌。那是“新码头”的招牌。");
  assert_int_equal(r->quotes.count, 1);
  assert_quote(r, 0, LT_SLICE("新码头"));
  lt_reading_free(r);
}

static void test_apostrophe(void **state) {
  (void)state;
  lt_reading *r = read_quotes("它叫‘Harbour’s End’。");
  assert_int_equal(r->quotes.count, 1);
  assert_quote(r, 0, LT_SLICE("Harbour’s End"));
  lt_reading_free(r);
}

/* A hundred thousand opening marks: no quotation, no overflow, no waiting. */
static void test_deep(void **state) {
  (void)state;
  enum { MARKS = 100000, BYTES = 3 };
  char *text = malloc(MARKS * BYTES + 1);
  assert_non_null(text);
  for (int i = 0; i < MARKS; i++) memcpy(text + i * BYTES, "「", BYTES);
  text[MARKS * BYTES] = 0;
  lt_reading *r = read_quotes(text);
  assert_true(r->quotes.count <= 8);
  lt_reading_free(r);
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nested),
      cmocka_unit_test(test_unbalanced),
      cmocka_unit_test(test_apostrophe),
      cmocka_unit_test(test_deep),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
