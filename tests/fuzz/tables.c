/* Every table through SQL, and all of them over one text: no text is an error. */
#include "sql.h"

enum { MOST_TABLES = 64 };

static sqlite3_stmt *queries[MOST_TABLES];
static int count;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc, (void)argv;
  sqlite3 *db = open_database();
  sqlite3_stmt *tables = prepare(db, "SELECT 'SELECT * FROM ' || table_name || '(?)' FROM llm_schema WHERE column_name IS NULL AND type LIKE '(text%'");
  while (sqlite3_step(tables) == SQLITE_ROW && count < MOST_TABLES) queries[count++] = prepare(db, (const char *)sqlite3_column_text(tables, 0));
  sqlite3_finalize(tables);
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  for (int i = 0; i < count; i++) {
    bind_input(queries[i], data, size);
    must(run(queries[i]) == SQLITE_OK);
  }
  return 0;
}
