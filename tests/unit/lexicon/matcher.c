/* A lexicon built at run time finds its forms as table.h and lexicon.h promise. */
#include "lexicon/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/utf8.h"

typedef struct fixture {
  lt_lexicon_builder builder;
  const lt_lexicon *lexicon;
  lt_hits names, cues;
} fixture;

static lt_slice wide(fixture *f, const char *text) { return lt_utf8_read(f->builder.arena, text, strlen(text)); }

static uint32_t add_name(fixture *f, const char *name, lt_name_kind kind) {
  lt_slice none = wide(f, "");
  uint32_t index = lt_lexicon_add_name(&f->builder, (lt_name){wide(f, name), kind, none, none});
  assert_true(lt_lexicon_add_form(&f->builder, wide(f, name), index, false));
  return index;
}

static int open_fixture(void **state) {
  fixture *f = calloc(1, sizeof *f);
  *state = f;
  f->builder.arena = lt_arena_new(&lt_allocator_libc);
  uint32_t firm = add_name(f, "望舟科技", LT_NAME_COMPANY);
  assert_true(lt_lexicon_add_form(&f->builder, wide(f, "望舟科技公司"), firm, false));
  assert_true(lt_lexicon_add_form(&f->builder, wide(f, "远"), add_name(f, "远帆", LT_NAME_COMPANY), true));
  add_name(f, "Llama", LT_NAME_MODEL);
  add_name(f, "GPT-4", LT_NAME_MODEL);
  assert_true(lt_lexicon_add_cue(&f->builder, wide(f, "发布"), LT_CUE_RELEASE_VERB, 7, wide(f, "text")));
  assert_true(lt_lexicon_add_cue(&f->builder, wide(f, "发布会"), LT_CUE_TITLE, 0, wide(f, "")));
  assert_true(lt_lexicon_add_cue(&f->builder, wide(f, "王"), LT_WORD_SURNAME, 1, wide(f, "")));
  f->lexicon = lt_lexicon_build(&f->builder);
  return f->lexicon == NULL;
}

static int close_fixture(void **state) {
  fixture *f = *state;
  lt_arena_free(f->builder.arena);
  free(f);
  return 0;
}

static void scan(fixture *f, const char *text) {
  f->names.count = f->cues.count = 0;
  lt_lexicon_scan(f->lexicon, f->builder.arena, wide(f, text), &f->names, &f->cues);
}

static void names_are_found_where_they_stand(void **state) {
  fixture *f = *state;
  scan(f, "昨天望舟科技开业，远帆也来了");
  assert_int_equal(f->names.count, 2);
  assert_int_equal(f->names.at[0].begin, 2);
  assert_int_equal(f->names.at[0].length, 4);
  assert_int_equal(f->names.at[1].begin, 9);
}

static void a_latin_name_is_a_whole_word_of_any_case(void **state) {
  fixture *f = *state;
  scan(f, "LLAMA3 llama OLlama Llamas");
  assert_int_equal(f->names.count, 2);
  scan(f, "GPT-4 GPT-4o GPT-4.5 GPT-4。");
  assert_int_equal(f->names.count, 2);
}

static void cues_overlap_and_the_longest_comes_first(void **state) {
  fixture *f = *state;
  scan(f, "发布会");
  assert_int_equal(f->cues.count, 2);
  assert_int_equal(f->cues.at[0].class, LT_CUE_TITLE);
  lt_term term = lt_lexicon_term(f->lexicon, f->cues.at[1].term);
  assert_int_equal(term.value, 7);
  assert_int_equal(term.text.length, 4);
}

static void words_are_looked_up_and_never_found(void **state) {
  fixture *f = *state;
  lt_term term;
  scan(f, "王王王");
  assert_int_equal(f->names.count + f->cues.count, 0);
  assert_true(lt_lexicon_find(f->lexicon, wide(f, "王"), LT_WORD_SURNAME, &term));
  assert_int_equal(term.value, 1);
  assert_false(lt_lexicon_find(f->lexicon, wide(f, "王"), LT_CUE_TITLE, &term));
  assert_false(lt_lexicon_find(f->lexicon, wide(f, ""), LT_WORD_SURNAME, &term));
}

static void an_ambiguous_form_hides_nothing_behind_it(void **state) {
  fixture *f = *state;
  scan(f, "远帆");
  assert_int_equal(f->names.count, 1); /* the longest at a place */
  scan(f, "远望舟科技");
  assert_int_equal(f->names.count, 2);
}

static void forms_that_cannot_be_are_refused(void **state) {
  fixture *f = *state;
  lt_char long_form[LT_FORM_LONGEST + 1];
  for (size_t i = 0; i < sizeof long_form / sizeof *long_form; i++) long_form[i] = u'长';
  assert_false(lt_lexicon_add_form(&f->builder, (lt_slice){long_form, LT_FORM_LONGEST + 1}, 0, false));
  assert_false(lt_lexicon_add_form(&f->builder, wide(f, ""), 0, false));
}

static void the_built_in_lexicon_knows_its_names(void **state) {
  fixture *f = *state;
  lt_term term;
  assert_true(lt_lexicon_find(&lt_lexicon_built_in, wide(f, "alibaba"), LT_CUE_CLASSES, &term));
  lt_name name = lt_lexicon_name(&lt_lexicon_built_in, (uint32_t)term.value);
  assert_true(lt_slice_equals(name.name, wide(f, "阿里巴巴")));
  assert_int_equal(name.kind, LT_NAME_COMPANY);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(names_are_found_where_they_stand, open_fixture, close_fixture),
      cmocka_unit_test_setup_teardown(a_latin_name_is_a_whole_word_of_any_case, open_fixture, close_fixture),
      cmocka_unit_test_setup_teardown(cues_overlap_and_the_longest_comes_first, open_fixture, close_fixture),
      cmocka_unit_test_setup_teardown(words_are_looked_up_and_never_found, open_fixture, close_fixture),
      cmocka_unit_test_setup_teardown(an_ambiguous_form_hides_nothing_behind_it, open_fixture, close_fixture),
      cmocka_unit_test_setup_teardown(forms_that_cannot_be_are_refused, open_fixture, close_fixture),
      cmocka_unit_test_setup_teardown(the_built_in_lexicon_knows_its_names, open_fixture, close_fixture),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
