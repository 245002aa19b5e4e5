/* The whole reading, and all rows of all tables, without SQLite: whatever was found stands in the text, and rows come in reading order. */
#include "fuzz.h"

#include "tables/table.h"

static void check_row(const lt_rows *rows, uint32_t row, int64_t *before) {
  int64_t start = 0, length = 0;
  for (uint32_t i = 0; i < rows->table->column_count; i++) {
    lt_value value = lt_rows_value(rows, row, i);
    if (rows->table->columns[i].kind == LT_COLUMN_START) start = value.integer;
    if (rows->table->columns[i].kind == LT_COLUMN_LENGTH) length = value.integer;
    if (value.kind == LT_VALUE_TEXT) must(value.text.length < 1u << 24 && lt_slice_index(value.text, 0) == value.text.length);
  }
  if (start == 0) return;
  must(start >= 1 && length >= 1 && start + length - 1 <= rows->reading->text->raw_length);
  must(start >= *before || !rows->table->restored);
  *before = start;
}

static void check_table(const lt_reading *reading, const lt_table *table, lt_utf8 stored) {
  lt_arena *arena = lt_arena_new(&lt_allocator_libc);
  lt_rows rows = {.table = table, .arena = arena, .reading = reading, .lexicon = reading->lexicon, .stored = stored};
  int64_t before = 0;
  table->fill(reading, &rows);
  must(!lt_arena_failed(arena));
  for (uint32_t row = 0; row < rows.count; row++) check_row(&rows, row, &before);
  lt_arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  lt_reading *reading = lt_reading_new(&lt_allocator_libc, &lt_lexicon_built_in, (const char *)data, size);
  must(reading);
  for (int stage = 0; stage < LT_STAGE_COUNT; stage++) must(lt_reading_need(reading, (lt_stage)stage));
  for (uint32_t i = 0; i < lt_table_count; i++) {
    if (lt_tables[i]->arguments[0]) check_table(reading, lt_tables[i], (lt_utf8){(const char *)data, size});
  }
  lt_reading_free(reading);
  return 0;
}
