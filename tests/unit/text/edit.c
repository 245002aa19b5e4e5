/* Edits: what is cut is gone, what stays is still traceable to its raw characters. */
#include "text/edit.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static lt_text *text_of(lt_arena *arena, const char *utf8) {
  lt_text *text = LT_NEW(arena, lt_text);
  lt_slice clean = lt_utf8_read(arena, utf8, strlen(utf8));
  text->arena = arena;
  text->clean = clean.at;
  text->length = clean.length;
  *LT_PUSH(arena, &text->runs) = (lt_run){0, 0, clean.length};
  return text;
}

static void assert_text(const lt_text *text, lt_slice wanted) {
  assert_true(lt_slice_equals((lt_slice){text->clean, text->length}, wanted));
  assert_int_equal(text->clean[text->length], 0);
}

static void assert_raw(const lt_text *text, uint32_t begin, uint32_t end, uint32_t raw, uint32_t raw_end) {
  lt_span span = lt_text_raw(text, (lt_span){begin, end});
  assert_int_equal(span.begin, raw);
  assert_int_equal(span.end, raw_end);
}

static void what_is_cut_is_gone(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = text_of(arena, "甲**乙**丙");
  lt_edits edits = {0};
  lt_edits_cut(arena, &edits, 1, 3);
  lt_edits_cut(arena, &edits, 4, 6);
  lt_text_edit(text, &edits);
  assert_text(text, LT_SLICE("甲乙丙"));
  assert_raw(text, 0, 1, 0, 1);
  assert_raw(text, 1, 2, 3, 4);
  assert_raw(text, 0, 3, 0, 7);
  lt_arena_free(arena);
}

static void what_is_inserted_stands_for_what_it_replaces(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = text_of(arena, "甲??丙");
  lt_edits edits = {0};
  lt_edits_add(arena, &edits, 1, 3, LT_SLICE("乙己"));
  lt_text_edit(text, &edits);
  assert_text(text, LT_SLICE("甲乙己丙"));
  assert_raw(text, 1, 2, 1, 2);
  assert_raw(text, 2, 3, 2, 3);
  lt_arena_free(arena);
}

static void a_longer_insertion_shares_its_last_raw_character(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = text_of(arena, "甲?丙");
  lt_edits edits = {0};
  lt_edits_add(arena, &edits, 1, 2, LT_SLICE("乙己"));
  lt_text_edit(text, &edits);
  assert_text(text, LT_SLICE("甲乙己丙"));
  assert_raw(text, 1, 3, 1, 2);
  assert_raw(text, 2, 3, 1, 2);
  assert_raw(text, 3, 4, 2, 3);
  lt_arena_free(arena);
}

static void what_replaces_nothing_shares_the_character_beside_it(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = text_of(arena, "甲丙");
  lt_edits edits = {0};
  lt_edits_add(arena, &edits, 1, 1, LT_SLICE("乙己"));
  lt_edits_add(arena, &edits, 2, 2, LT_SLICE("丁"));
  text->raw_length = 2;
  lt_text_edit(text, &edits);
  assert_text(text, LT_SLICE("甲乙己丙丁"));
  assert_raw(text, 1, 2, 1, 2);
  assert_raw(text, 2, 3, 1, 2);
  assert_raw(text, 4, 5, 1, 2);
  lt_arena_free(arena);
}

static void lines_and_repairs_move_along(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = text_of(arena, "**甲乙**丙丁");
  LT_PUSH(arena, &text->lines)->span = (lt_span){0, 8};
  LT_PUSH(arena, &text->repairs)->clean = (lt_span){6, 8};
  lt_edits edits = {0};
  lt_edits_cut(arena, &edits, 0, 2);
  lt_edits_cut(arena, &edits, 4, 6);
  lt_text_edit(text, &edits);
  assert_int_equal(text->lines.at[0].span.begin, 0);
  assert_int_equal(text->lines.at[0].span.end, 4);
  assert_int_equal(text->repairs.at[0].clean.begin, 2);
  assert_int_equal(text->repairs.at[0].clean.end, 4);
  lt_arena_free(arena);
}

static void everything_may_be_cut(void **state) {
  (void)state;
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_text *text = text_of(arena, "****");
  lt_edits edits = {0};
  lt_edits_cut(arena, &edits, 0, 4);
  lt_text_edit(text, &edits);
  assert_int_equal(text->length, 0);
  assert_raw(text, 0, 0, 0, 0);
  lt_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_cut_is_gone),
      cmocka_unit_test(what_is_inserted_stands_for_what_it_replaces),
      cmocka_unit_test(a_longer_insertion_shares_its_last_raw_character),
      cmocka_unit_test(what_replaces_nothing_shares_the_character_beside_it),
      cmocka_unit_test(lines_and_repairs_move_along),
      cmocka_unit_test(everything_may_be_cut),
  };
  return cmocka_run_group_tests_name("edit", tests, NULL, NULL);
}
