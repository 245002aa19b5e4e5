/* SQL that tests SQL, in the manner of pgTAP: a script is a row of statements; these functions, called from them, print TAP.
**
**   SELECT equals(1 + 1, 2, 'addition works');
**   SELECT throws('SELECT * FROM llm_players', 'llm_players(text)%', 'a missing text is named');   -- LIKE
**   SELECT gives('SELECT 1, 2 UNION SELECT 3, NULL', '1|2', '3|NULL', 'rows come as they are');
**   SELECT same('query', 'other query', 'both say the same');
**
** A statement that fails outside an assertion fails the test. */
#include "runner.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char *text_of(sqlite3_value *value) {
  const char *text = (const char *)sqlite3_value_text(value);
  return text ? text : "NULL";
}

static void answer(sqlite3_context *context, bool passed, sqlite3_value *name, char *notes) {
  report(passed, text_of(name), notes);
  sqlite3_free(notes);
  sqlite3_result_int(context, passed);
}

static void ok(sqlite3_context *context, int argc, sqlite3_value **argv) {
  (void)argc;
  answer(context, sqlite3_value_int(argv[0]) != 0, argv[1], NULL);
}

static void equals(sqlite3_context *context, int argc, sqlite3_value **argv) {
  (void)argc;
  bool nulls = (sqlite3_value_type(argv[0]) == SQLITE_NULL) == (sqlite3_value_type(argv[1]) == SQLITE_NULL);
  bool equal = nulls && strcmp(text_of(argv[0]), text_of(argv[1])) == 0;
  answer(context, equal, argv[2], sqlite3_mprintf("got:    %s\nwanted: %s", text_of(argv[0]), text_of(argv[1])));
}

static char *run(sqlite3_context *context, sqlite3_value *sql) {
  return rows_of(sqlite3_context_db_handle(context), text_of(sql), NULL);
}

static void throws(sqlite3_context *context, int argc, sqlite3_value **argv) {
  (void)argc;
  char *rows = run(context, argv[0]), *line = strstr(rows, "error: ");
  if (line) line[strcspn(line, "\n")] = '\0';
  bool as_wanted = line && sqlite3_strlike(text_of(argv[1]), line + strlen("error: "), 0) == 0;
  answer(context, as_wanted, argv[2], sqlite3_mprintf("got:    %s\nwanted: %s", rows, text_of(argv[1])));
  sqlite3_free(rows);
}

static void gives(sqlite3_context *context, int argc, sqlite3_value **argv) {
  sqlite3_str *wanted = sqlite3_str_new(NULL);
  for (int i = 1; i < argc - 1; i++) sqlite3_str_appendf(wanted, "%s\n", text_of(argv[i]));
  char *rows = run(context, argv[0]), *lines = sqlite3_str_finish(wanted);
  bool equal = strcmp(rows, lines ? lines : "") == 0;
  answer(context, equal, argv[argc - 1], sqlite3_mprintf("got:\n%swanted:\n%s", rows, lines ? lines : ""));
  sqlite3_free(rows);
  sqlite3_free(lines);
}

static void same(sqlite3_context *context, int argc, sqlite3_value **argv) {
  (void)argc;
  char *one = run(context, argv[0]), *other = run(context, argv[1]);
  bool equal = strcmp(one, other) == 0 && !strstr(one, "error: ");
  answer(context, equal, argv[2], sqlite3_mprintf("one:\n%sother:\n%s", one, other));
  sqlite3_free(one);
  sqlite3_free(other);
}

/* env(name): a variable of the environment, NULL if it is not set. */
static void env(sqlite3_context *context, int argc, sqlite3_value **argv) {
  (void)argc;
  sqlite3_result_text(context, getenv(text_of(argv[0])), -1, SQLITE_TRANSIENT);
}

/* noise(seed, bytes): bytes without meaning (no NUL, which would end a text), the same for the same seed. */
static void noise(sqlite3_context *context, int argc, sqlite3_value **argv) {
  (void)argc;
  uint64_t state = (uint64_t)sqlite3_value_int64(argv[0]) * 0x9E3779B97F4A7C15u + 1;
  int bytes = sqlite3_value_int(argv[1]);
  unsigned char *out = malloc((size_t)bytes + 1);
  for (int i = 0; out && i < bytes; i++) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    out[i] = (unsigned char)(state >> 56) | (state >> 56 == 0);
  }
  sqlite3_result_blob(context, out, bytes, free);
}

/* Bytes of the white space, ASCII mark or full-width mark (U+3000 … U+303F, U+FF00 … U+FF0F, ：；？) that text begins with. */
static int mark_at(const unsigned char *text) {
  if (text[0] < 0x80) return !isalnum(text[0]);
  if (text[0] == 0xE3 && text[1] == 0x80) return 3;
  bool wide = text[0] == 0xEF && text[1] == 0xBC && (text[2] < 0x90 || text[2] == 0x9A || text[2] == 0x9B || text[2] == 0x9F);
  return wide ? 3 : 0;
}

/* bare(text): the text without white space and marks. */
static void bare(sqlite3_context *context, int argc, sqlite3_value **argv) {
  (void)argc;
  const unsigned char *text = sqlite3_value_text(argv[0]);
  sqlite3_str *out = sqlite3_str_new(NULL);
  for (int skip; text && *text; text += skip ? skip : 1) {
    skip = mark_at(text);
    if (!skip) sqlite3_str_appendchar(out, 1, (char)*text);
  }
  sqlite3_result_text(context, sqlite3_str_finish(out), -1, sqlite3_free);
}

void add_assertions(sqlite3 *db) {
  sqlite3_create_function(db, "ok", 2, SQLITE_UTF8, NULL, ok, NULL, NULL);
  sqlite3_create_function(db, "equals", 3, SQLITE_UTF8, NULL, equals, NULL, NULL);
  sqlite3_create_function(db, "throws", 3, SQLITE_UTF8, NULL, throws, NULL, NULL);
  sqlite3_create_function(db, "gives", -1, SQLITE_UTF8, NULL, gives, NULL, NULL);
  sqlite3_create_function(db, "same", 3, SQLITE_UTF8, NULL, same, NULL, NULL);
  sqlite3_create_function(db, "bare", 1, SQLITE_UTF8, NULL, bare, NULL, NULL);
  sqlite3_create_function(db, "env", 1, SQLITE_UTF8, NULL, env, NULL, NULL);
  sqlite3_create_function(db, "noise", 2, SQLITE_UTF8, NULL, noise, NULL, NULL);
}

static bool run_statement(sqlite3 *db, sqlite3_stmt *statement) {
  while (sqlite3_step(statement) == SQLITE_ROW) continue;
  const char *sql = sqlite3_sql(statement);
  char *name = sqlite3_mprintf("%.60s", sql);
  int result = sqlite3_finalize(statement);
  if (result != SQLITE_OK) report(false, name, sqlite3_errmsg(db));
  sqlite3_free(name);
  return result == SQLITE_OK;
}

bool run_script(const char *path) {
  size_t bytes = 0;
  char *text = read_file(path, &bytes);
  if (text == NULL) return false;
  sqlite3 *db = open_database();
  for (const char *sql = text; *sql;) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, &sql) != SQLITE_OK) {
      report(false, "the script is well-formed", sqlite3_errmsg(db));
      break;
    }
    if (statement) run_statement(db, statement);
  }
  sqlite3_close(db);
  free(text);
  return true;
}
