/* What short texts are taken for, without SQLite and without a reading: numerals, dates, simplified characters. */
#include "fuzz.h"

#include "base/utf8.h"
#include "functions/function.h"

#include <math.h>

static void check(lt_value value) {
  if (value.kind == LT_VALUE_TEXT) must(value.text.at != NULL || value.text.length == 0);
  if (value.kind == LT_VALUE_REAL) must(isfinite(value.real));
  if (value.kind == LT_VALUE_DAY) must(value.day.month >= 1 && value.day.month <= 12 && value.day.day >= 1 && value.day.day <= 31);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  for (uint32_t i = 0; i < lt_function_count; i++) {
    if (lt_functions[i]->of_text) check(lt_functions[i]->of_text(arena, (lt_utf8){(const char *)data, size}));
  }
  lt_slice text = lt_utf8_read(arena, (const char *)data, size);
  check(lt_value_number(lt_number_parse(text)));
  check(lt_value_day(lt_date_parse(text, (lt_day){2023, 5, 9}).start));
  check(lt_value_day(lt_date_parse(text, (lt_day){0}).end));
  must(!lt_arena_failed(arena));
  lt_arena_free(arena);
  return 0;
}
