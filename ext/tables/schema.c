/* llm_schema: every table and column, from the same descriptions that make them. A row without a column is about the table
** itself; its example is a query. A column's example is what that query shows in it for one of its rows. */
#include "base/utf8.h"
#include "tables/table.h"

#include <stdio.h>

typedef struct row {
  const char *table_name, *column_name, *type, *meaning;
  lt_slice example;
} row;

static const lt_column columns[] = {
    LT_COLUMN(table_name, "name of the table", "llm_schema"),
    LT_COLUMN(column_name, "name of the column; NULL where the row is about the table", "column_name"),
    LT_COLUMN(type, "TEXT, INTEGER or REAL; of a table: its arguments, NULL if none", "TEXT"),
    LT_COLUMN(meaning, "what it means", "name of the table"),
    LT_COLUMN(example, "of a table: a query; of a column: what that query shows in it for one row", "example"),
};

static lt_slice from_utf8(lt_arena *arena, const char *utf8) {
  return utf8 ? lt_utf8_read(arena, utf8, strlen(utf8)) : LT_NO_SLICE;
}

static const char *arguments(const lt_table *table) {
  return table->arguments[0] == NULL ? NULL : table->arguments[1] == NULL ? "(text)" : "(text[, anchor])";
}

static lt_slice query(lt_arena *arena, const lt_table *table) {
  size_t room = strlen(table->name) + (table->example ? strlen(table->example) : 0) + 32;
  char *sql = lt_arena_block(arena, room);
  if (sql == NULL) return LT_NO_SLICE;
  if (table->example) snprintf(sql, room, "SELECT * FROM %s('%s')", table->name, table->example);
  else snprintf(sql, room, "SELECT * FROM %s", table->name);
  return from_utf8(arena, sql);
}

static void add_table(lt_rows *rows, const lt_table *table) {
  *LT_ROW(rows) = (row){table->name, NULL, arguments(table), table->meaning, query(rows->arena, table)};
  for (uint32_t i = 0; i < table->column_count; i++) {
    const lt_column *c = &table->columns[i];
    *LT_ROW(rows) = (row){table->name, c->name, lt_column_type(c->kind), c->meaning, from_utf8(rows->arena, c->example)};
  }
}

static void fill(const lt_reading *reading, lt_rows *rows) {
  (void)reading;
  for (uint32_t i = 0; i < lt_table_count; i++) add_table(rows, lt_tables[i]);
}

const lt_table lt_table_schema = {
    .name = "llm_schema",
    .meaning = "one row per table and column",
    LT_COLUMNS(columns),
    .usual_rows = 150,
    .fill = fill,
};
