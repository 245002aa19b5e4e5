#include "work.h"

#include "functions/function.h"

static uint64_t steps;

void __sanitizer_cov_trace_pc(void);
void __sanitizer_cov_trace_pc(void) { steps++; }

enum { BYTES_A_STEP = 16 };

/* The linker sends the calls of these here (--wrap). */
#define COUNTED(result, name, first, second)                        \
  result __real_##name(first a, second b, size_t bytes);            \
  result __wrap_##name(first a, second b, size_t bytes);            \
  result __wrap_##name(first a, second b, size_t bytes) {           \
    steps += bytes / BYTES_A_STEP;                                  \
    return __real_##name(a, b, bytes);                              \
  }
COUNTED(void *, memcpy, void *, const void *)
COUNTED(void *, memmove, void *, const void *)
COUNTED(void *, memset, void *, int)
COUNTED(void *, memchr, const void *, int)
COUNTED(int, memcmp, const void *, const void *)

static uint64_t steps_since(uint64_t *before) {
  uint64_t since = steps - *before;
  *before = steps;
  return since;
}

static bool show_rows(const lt_reading *reading, const lt_table *table, lt_utf8 stored, uint64_t *bytes) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  if (arena == NULL) return false;
  lt_rows rows = {.table = table, .arena = arena, .reading = reading, .lexicon = reading->lexicon, .stored = stored};
  table->fill(reading, &rows);
  for (uint32_t row = 0; row < rows.count; row++) {
    for (uint32_t column = 0; column < table->column_count; column++) lt_rows_value(&rows, row, column);
  }
  bool done = !lt_arena_failed(arena);
  *bytes += lt_arena_size(arena);
  lt_arena_free(arena);
  return done;
}

static bool call_functions(const lt_reading *reading, lt_utf8 stored) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  if (arena == NULL) return false;
  for (uint32_t i = 0; i < lt_function_count; i++) {
    const lt_function *f = lt_functions[i];
    if (f->of_text) f->of_text(arena, stored);
    else if (f->of_reading) f->of_reading(reading, (lt_day){0});
  }
  bool done = !lt_arena_failed(arena);
  lt_arena_free(arena);
  return done;
}

static bool read_all(lt_reading *reading, lt_utf8 stored, lt_work *work, uint64_t before) {
  bool done = true;
  for (int stage = 0; stage < LT_STAGE_COUNT; stage++) {
    done = done && lt_reading_need(reading, (lt_stage)stage);
    work->steps[stage] = steps_since(&before);
  }
  for (uint32_t i = 0; i < lt_table_count; i++) {
    if (lt_tables[i]->arguments[0]) done = done && show_rows(reading, lt_tables[i], stored, &work->bytes);
  }
  work->steps[LT_WORK_TABLES] = steps_since(&before);
  done = done && call_functions(reading, stored);
  work->steps[LT_WORK_FUNCTIONS] = steps_since(&before);
  work->bytes += lt_arena_size(reading->arena);
  return done;
}

bool lt_work_of(const char *utf8, size_t bytes, lt_work *work) {
  *work = (lt_work){0};
  uint64_t before = steps;
  lt_reading *reading = lt_reading_new(&lt_allocator_libc, &lt_lexicon_built_in, utf8, bytes);
  bool done = reading && read_all(reading, (lt_utf8){utf8, bytes}, work, before);
  lt_reading_free(reading);
  return done;
}

const char *lt_work_name(int part) {
  static const char *const names[LT_WORK_PARTS] = {"text", "document", "terms", "quotes", "numbers", "entities", "relations", "attributions", "links", "sources", "claims", "speakers", "tables", "functions"};
  return names[part];
}
