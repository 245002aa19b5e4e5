/* An archive whose database was damaged, in its bytes or by hands that wrote into its tables: whatever is asked of it ends with rows or
** an error, and it can still be dropped or made anew. */
#include "archived.h"

#include <string.h>

enum { MOST_COLUMNS = 512 };

static char *columns[MOST_COLUMNS]; /* UPDATE statements, one a column of an archive's own tables */
static int count;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc, (void)argv;
  make_image();
  sqlite3 *db = open_copy(NULL, 0);
  sqlite3_stmt *rows = prepare(db, "SELECT format('UPDATE \"%w\" SET \"%w\" = ?1 WHERE _rowid_ %% 3 = ?2', t.name, c.name) FROM pragma_table_list t, pragma_table_info(t.name) c"
                                   " WHERE t.name GLOB 'arc_*' AND t.type <> 'virtual' AND NOT t.wr");
  while (sqlite3_step(rows) == SQLITE_ROW && count < MOST_COLUMNS) columns[count++] = sqlite3_mprintf("%s", sqlite3_column_text(rows, 0));
  sqlite3_finalize(rows);
  sqlite3_close(db);
  must(count > 20);
  return 0;
}

static void bind_value(sqlite3_stmt *update, uint8_t kind, const uint8_t *data, size_t size) {
  if (kind % 4 == 0) sqlite3_bind_null(update, 1);
  else if (kind % 4 == 1) sqlite3_bind_int64(update, 1, (sqlite3_int64)((uint64_t)(size ? data[0] : 0) << kind / 4 % 8 * 8));
  else if (kind % 4 == 2) sqlite3_bind_text(update, 1, (const char *)data, (int)size, SQLITE_STATIC);
  else sqlite3_bind_blob(update, 1, data, (int)size, SQLITE_STATIC);
}

static void tamper(sqlite3 *db, const uint8_t *at, size_t size) {
  sqlite3_stmt *update = NULL;
  if (sqlite3_prepare_v2(db, columns[(at[0] | at[1] << 8) % count], -1, &update, NULL) == SQLITE_OK) {
    bind_value(update, at[2], at + 4, size - 4);
    sqlite3_bind_int(update, 2, at[3] % 3);
    sqlite3_step(update);
  }
  sqlite3_finalize(update);
}

static const char *const questions[] = {
    "SELECT * FROM arc", "SELECT * FROM arc WHERE player = '百度' ORDER BY published DESC", "SELECT * FROM arc WHERE key = 2", "SELECT * FROM arc_progress",
    "INSERT INTO arc(arc) VALUES ('integrity-check')", "INSERT INTO articles VALUES (9, '腾讯来了。', NULL)", "UPDATE articles SET body = body || '。' WHERE id < 3",
    "DELETE FROM articles WHERE id = 1", "INSERT INTO arc(arc) VALUES ('sync')", "INSERT INTO arc(arc) VALUES ('optimize')", "INSERT INTO arc(arc) VALUES ('rebuild')",
    "INSERT INTO arc(arc) VALUES ('integrity-check')", "ALTER TABLE arc RENAME TO kept", "DROP TABLE kept", "DROP TABLE arc",
};

/* Two bytes: which of the questions are asked. One: how many bytes of the file are changed before. What is left is written into a table. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  enum { HEAD = 3 };
  if (size < HEAD) return 0;
  unsigned asked = data[0] | data[1] << 8;
  size_t changes = data[2] % 8, used = HEAD + 4 * changes;
  if (used > size) return 0;
  sqlite3 *db = open_copy(data + HEAD, changes);
  if (size - used > 4) tamper(db, data + used, size - used);
  for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++) {
    if (asked >> i & 1) sqlite3_exec(db, questions[i], NULL, NULL, NULL);
  }
  must(sqlite3_close(db) == SQLITE_OK);
  return 0;
}
