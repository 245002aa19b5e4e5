/* The generated table says what ICU's own transliterator says, but for the characters that ext/data/variants.tsv lists with their
** witness. Run from the top of the repository. */
#include "base/utf8.h"
#include "text/variant.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unicode/utrans.h>
#include <cmocka.h>

/* Characters that begin a line of variants.tsv or stand in one of its words. */
static bool listed[0x10000];

static void read_list(void) {
  static char line[4096];
  FILE *file = fopen("ext/data/variants.tsv", "r");
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  if (file == NULL) fail_msg("ext/data/variants.tsv is not here");
  while (fgets(line, sizeof line, file)) {
    lt_slice word = lt_utf8_read(arena, line, strcspn(line, "\t\n"));
    for (uint32_t i = 0; line[0] != '#' && i < word.length; i++) listed[word.at[i]] = true;
  }
  fclose(file);
  lt_arena_free(arena);
}

static UChar transliterated(UTransliterator *t, UChar c) {
  UErrorCode error = U_ZERO_ERROR;
  UChar text[8] = {c};
  int32_t length = 1, limit = 1;
  utrans_transUChars(t, text, &length, 8, 0, &limit, &error);
  return length == 1 ? text[0] : c;
}

static void every_character_is_what_icu_makes_of_it(void **state) {
  (void)state;
  UErrorCode error = U_ZERO_ERROR;
  UTransliterator *t = utrans_openU(u"Traditional-Simplified", -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
  assert_true(U_SUCCESS(error));
  read_list();
  uint32_t others = 0;
  for (uint32_t c = 0x3400; c < 0xD800; c++) {
    UChar wanted = transliterated(t, (UChar)c), got = lt_variant_normal((lt_char)c);
    if (got == wanted || listed[c]) continue;
    print_message("# U+%04X is U+%04X for ICU and U+%04X here\n", (unsigned)c, (unsigned)wanted, (unsigned)got);
    others++;
  }
  utrans_close(t);
  assert_int_equal(others, 0);
}

static void a_normal_form_is_its_own(void **state) {
  (void)state;
  for (uint32_t c = 1; c < 0x10000; c++) {
    lt_char once = lt_variant_normal((lt_char)c);
    assert_int_equal(lt_variant_normal(once), once);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_character_is_what_icu_makes_of_it),
      cmocka_unit_test(a_normal_form_is_its_own),
  };
  return cmocka_run_group_tests_name("variant_icu", tests, NULL, NULL);
}
