/* What an llm_* table is: a row struct, a list of its columns, a few words about each, and a short function that fills rows
** from a reading. Nothing here knows SQLite; ext/sqlite/table_module.c serves every table from this description, and
** llm_schema shows it. To add a table, write one file in this room and one line in all.def (see ext/README.md).
**
** The type of a row's field says how it is shown, so there is nothing to keep in step:
**
**   lt_slice       text (NULL slice: NULL)      int64_t   integer (LT_UNKNOWN: NULL)
**   const char *   one of our own words         double    real (NAN: NULL)
**   lt_day         YYYY-MM-DD (year 0: NULL)    lt_span   LT_PLACE: the columns start and length, in the stored text */
#ifndef LT_TABLES_TABLE_H
#define LT_TABLES_TABLE_H

#include "reading/reading.h"
#include "tables/value.h"

typedef enum lt_column_kind {
  LT_COLUMN_TEXT,
  LT_COLUMN_WORD,
  LT_COLUMN_INTEGER,
  LT_COLUMN_REAL,
  LT_COLUMN_DAY,
  LT_COLUMN_START,
  LT_COLUMN_LENGTH
} lt_column_kind;

/* TEXT, INTEGER or REAL. */
const char *lt_column_type(lt_column_kind kind);

#define LT_UNKNOWN INT64_MIN

typedef struct lt_column {
  const char *name;
  lt_column_kind kind;
  lt_stage stage; /* the stage this column waits for, where that is more than the table's */
  size_t offset;  /* of its field in the row */
  const char *meaning;
  const char *example; /* what it shows for one row of the table's example; NULL: there it is NULL */
} lt_column;

typedef struct lt_rows lt_rows;

enum { LT_MAX_ARGUMENTS = 2 };

typedef struct lt_table {
  const char *name;
  const char *meaning; /* "one row per …" */
  const char *arguments[LT_MAX_ARGUMENTS]; /* "text", "anchor"; only the first must be given. NULL: not there */
  const char *example;  /* a text in which the columns' examples are found */
  const char *restored; /* the column that shows what the row's place in the stored text says; NULL: none does exactly */
  const lt_column *columns;
  uint32_t column_count;
  uint32_t usual_rows; /* of an ordinary article, for SQLite's planner; 1: never more than one */
  size_t row_size;
  lt_stage stage; /* what must have been read before there are rows */
  void (*fill)(const lt_reading *reading, lt_rows *rows); /* reading: NULL for a table without arguments */
} lt_table;

/* Rows of one table for one text, and what they are made from. */
struct lt_rows {
  const lt_table *table;
  lt_arena *arena; /* for the rows and what they own */
  const lt_reading *reading;
  const lt_lexicon *lexicon;
  lt_utf8 stored; /* the text that was read, as start and length count it */
  lt_day anchor;  /* year 0: none was given */
  char *at;
  uint32_t count, capacity;
};

/* A zeroed row at the end; never NULL. Memory trouble stays in the arena (lt_arena_failed). */
void *lt_rows_add(lt_rows *rows);

#define LT_ROW(rows) ((row *)lt_rows_add(rows))

lt_value lt_rows_value(const lt_rows *rows, uint32_t row, uint32_t column);

/* A JSON array of strings, in the arena. */
lt_slice lt_json_list(lt_arena *arena, const lt_slice *items, uint32_t count);

/* The sentence of a given index, as the columns named evidence show it; NULL if there is none. */
lt_slice lt_evidence(const lt_reading *reading, uint32_t sentence);

/* All tables, in the order of the contract. */
extern const lt_table *const lt_tables[];
extern const uint32_t lt_table_count;

/* For the table files. Each calls its row struct `row`. */
#define LT_KIND_OF(field)                                                                                                     \
  _Generic(((row *)0)->field, lt_slice: LT_COLUMN_TEXT, const char *: LT_COLUMN_WORD, int64_t: LT_COLUMN_INTEGER,             \
           double: LT_COLUMN_REAL, lt_day: LT_COLUMN_DAY)

#define LT_COLUMN_AT(stage, field, meaning, example) {#field, LT_KIND_OF(field), LT_STAGE_##stage, offsetof(row, field), meaning, example}

#define LT_COLUMN(field, meaning, example) LT_COLUMN_AT(TEXT, field, meaning, example)

#define LT_PLACE(field, what, start, length)                                                                          \
  {"start", LT_COLUMN_START, LT_STAGE_TEXT, offsetof(row, field), "where " what " starts in the stored text, as substr counts", start}, \
  {"length", LT_COLUMN_LENGTH, LT_STAGE_TEXT, offsetof(row, field), "characters of the stored text " what " takes", length}

#define LT_COLUMNS(list) .columns = list, .column_count = sizeof(list) / sizeof *(list), .row_size = sizeof(row)

#endif
