#include "sql.h"

struct sqlite3_api_routines;
int sqlite3_leitai_init(sqlite3 *db, char **message, const struct sqlite3_api_routines *api);

sqlite3 *open_database(void) {
  sqlite3 *db = NULL;
  char *message = NULL;
  must(sqlite3_open(":memory:", &db) == SQLITE_OK);
  must(sqlite3_leitai_init(db, &message, NULL) == SQLITE_OK);
  return db;
}

sqlite3_stmt *prepare(sqlite3 *db, const char *sql) {
  sqlite3_stmt *query = NULL;
  must(sqlite3_prepare_v2(db, sql, -1, &query, NULL) == SQLITE_OK);
  return query;
}

void bind_input(sqlite3_stmt *query, const uint8_t *data, size_t size) {
  if (size == 0) sqlite3_bind_null(query, 1);
  else if (data[0] & 1) sqlite3_bind_text(query, 1, (const char *)data + 1, (int)(size - 1), SQLITE_STATIC);
  else sqlite3_bind_blob(query, 1, data + 1, (int)(size - 1), SQLITE_STATIC);
}

/* How many bytes the UTF-8 sequence at the start of a text takes; 0 if it is none. */
static int sequence(const uint8_t *at) {
  int length = at[0] < 0x80 ? 1 : at[0] < 0xC2 ? 0 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : at[0] < 0xF5 ? 4 : 0;
  for (int i = 1; i < length; i++) {
    if ((at[i] & 0xC0) != 0x80) return 0;
  }
  return length;
}

static bool is_utf8(const uint8_t *text) {
  while (*text) {
    int length = sequence(text);
    if (length == 0) return false;
    text += length;
  }
  return true;
}

static void look_at_row(sqlite3_stmt *query) {
  for (int i = 0; i < sqlite3_column_count(query); i++) {
    if (sqlite3_column_type(query, i) == SQLITE_TEXT) must(is_utf8(sqlite3_column_text(query, i)));
  }
}

int run(sqlite3_stmt *query) {
  while (sqlite3_step(query) == SQLITE_ROW) look_at_row(query);
  return sqlite3_reset(query);
}
