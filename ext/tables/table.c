/* Rows are structs in one growing block; a column is a field at its offset. */
#include "tables/table.h"

#define LT_TABLE(name) extern const lt_table lt_table_##name;
#include "tables/all.def"
#undef LT_TABLE

const lt_table *const lt_tables[] = {
#define LT_TABLE(name) &lt_table_##name,
#include "tables/all.def"
#undef LT_TABLE
};

const uint32_t lt_table_count = sizeof lt_tables / sizeof *lt_tables;

void *lt_rows_add(lt_rows *rows) {
  size_t size = rows->table->row_size;
  rows->at = lt_array_room(rows->arena, rows->at, &rows->count, &rows->capacity, size);
  return rows->at + (rows->count - 1) * size;
}

const char *lt_column_type(lt_column_kind kind) {
  switch (kind) {
    case LT_COLUMN_TEXT:
    case LT_COLUMN_WORD:
    case LT_COLUMN_DAY: return "TEXT";
    case LT_COLUMN_REAL: return "REAL";
    default: return "INTEGER";
  }
}

static lt_value place(const lt_rows *rows, lt_span clean, lt_column_kind kind) {
  lt_span raw = lt_text_raw(rows->reading->text, clean);
  return lt_value_integer(kind == LT_COLUMN_START ? (int64_t)raw.begin + 1 : (int64_t)lt_span_length(raw));
}

lt_value lt_rows_value(const lt_rows *rows, uint32_t row, uint32_t column) {
  const lt_column *c = &rows->table->columns[column];
  const void *field = rows->at + row * rows->table->row_size + c->offset;
  switch (c->kind) {
    case LT_COLUMN_TEXT: return lt_value_text(*(const lt_slice *)field);
    case LT_COLUMN_WORD: return lt_value_word(*(const char *const *)field);
    case LT_COLUMN_INTEGER: return *(const int64_t *)field == LT_UNKNOWN ? LT_NULL : lt_value_integer(*(const int64_t *)field);
    case LT_COLUMN_REAL: return lt_value_real(*(const double *)field);
    case LT_COLUMN_DAY: return lt_value_day(*(const lt_day *)field);
    case LT_COLUMN_START:
    case LT_COLUMN_LENGTH: return place(rows, *(const lt_span *)field, c->kind);
  }
  return LT_NULL;
}

lt_slice lt_evidence(const lt_reading *reading, uint32_t sentence) {
  const lt_document *document = reading->document;
  return sentence < document->sentences.count ? lt_reading_cut(reading, document->sentences.at[sentence].span) : LT_NO_SLICE;
}
