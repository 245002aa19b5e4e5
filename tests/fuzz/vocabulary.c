/* A user's table of names, of whatever bytes, and a text read by it: a name that cannot be one is an error that says so. */
#include "sql.h"

#include <string.h>

static sqlite3 *db;
static sqlite3_stmt *clear, *insert, *use, *read_text, *list;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc, (void)argv;
  db = open_database();
  must(sqlite3_exec(db, "CREATE TABLE own(name, kind, alias, developer, ticker)", NULL, NULL, NULL) == SQLITE_OK);
  clear = prepare(db, "DELETE FROM own");
  insert = prepare(db, "INSERT INTO own VALUES (?1, ?2, ?3, ?4, ?5)");
  use = prepare(db, "SELECT llm_lexicon_use('main.own')");
  read_text = prepare(db, "SELECT m.name, m.kind, m.surface, (SELECT count(*) FROM llm_tokens(?1)) FROM llm_mentions(?1) m");
  list = prepare(db, "SELECT * FROM llm_lexicon WHERE origin <> 'built-in'");
  return 0;
}

static const char *const kinds[] = {"company", "person", "organization", "model", "group", "", "nobody", NULL};

/* One row from one line: a byte that chooses the kind, then fields between tabs. */
static void insert_line(const uint8_t *line, size_t size) {
  if (size == 0) return;
  sqlite3_bind_text(insert, 2, kinds[line[0] % 8], -1, SQLITE_STATIC);
  const uint8_t *at = line + 1, *end = line + size;
  for (int column = 1; column <= 5 && at <= end; column += column == 1 ? 2 : 1) {
    const uint8_t *stop = memchr(at, '\t', (size_t)(end - at));
    if (stop == NULL) stop = end;
    sqlite3_bind_text(insert, column, (const char *)at, (int)(stop - at), SQLITE_STATIC);
    at = stop + 1;
  }
  must(run(insert) == SQLITE_OK);
  sqlite3_clear_bindings(insert);
}

static void must_read_or_explain(sqlite3_stmt *query) {
  int result = run(query);
  must(result == SQLITE_OK || (result == SQLITE_ERROR && strstr(sqlite3_errmsg(db), "llm_lexicon_use: ")));
}

/* Names up to the first NUL, the text behind it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const uint8_t *end = size ? memchr(data, 0, size) : NULL, *names_end = end ? end : data + size;
  must(run(clear) == SQLITE_OK);
  for (const uint8_t *line = data; line < names_end;) {
    const uint8_t *stop = memchr(line, '\n', (size_t)(names_end - line));
    if (stop == NULL) stop = names_end;
    insert_line(line, (size_t)(stop - line));
    line = stop + 1;
  }
  must_read_or_explain(use);
  const uint8_t *text = end ? end + 1 : data;
  sqlite3_bind_text(read_text, 1, (const char *)text, (int)(data + size - text), SQLITE_STATIC);
  must_read_or_explain(read_text);
  must_read_or_explain(list);
  return 0;
}
