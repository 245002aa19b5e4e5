/* runner FILE.case|FILE.sql|PAGE…  One plan over all cases and scripts. Any other file is a page: scripts find those in the
** table pages(name, body BLOB). */
#include "runner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct sqlite3_api_routines;
int sqlite3_leitai_init(sqlite3 *db, char **message, const struct sqlite3_api_routines *api);

static int tests, failures;
static char **files; /* as named on the command line, ended by NULL */

static bool ends_with(const char *path, const char *end) {
  size_t length = strlen(path), tail = strlen(end);
  return length >= tail && strcmp(path + length - tail, end) == 0;
}

static bool is_test(const char *path) { return ends_with(path, ".case") || ends_with(path, ".sql"); }

static void print_notes(const char *notes) {
  for (const char *line = notes; *line;) {
    size_t length = strcspn(line, "\n");
    printf("# %.*s\n", (int)length, line);
    line += length + (line[length] == '\n');
  }
}

bool report(bool passed, const char *name, const char *notes) {
  tests++;
  failures += !passed;
  printf("%sok %d - %s\n", passed ? "" : "not ", tests, name ? name : "");
  if (!passed && notes) print_notes(notes);
  return passed;
}

char *read_file(const char *path, size_t *bytes) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) return NULL;
  char *text = NULL;
  size_t room = 0, used = 0;
  for (size_t got = 1; got > 0; used += got) {
    room = used + 65536;
    text = realloc(text, room + 1);
    got = fread(text + used, 1, room - used, file);
  }
  fclose(file);
  text[used] = '\0';
  *bytes = used;
  return text;
}

static void readfile(sqlite3_context *context, int argc, sqlite3_value **argv) {
  (void)argc;
  size_t bytes = 0;
  char *content = read_file((const char *)sqlite3_value_text(argv[0]), &bytes);
  if (content) sqlite3_result_blob64(context, content, bytes, free);
}

static void add_page(sqlite3 *db, sqlite3_stmt *insert, const char *path) {
  size_t bytes = 0;
  char *content = read_file(path, &bytes);
  if (content == NULL) report(false, path, "cannot be read");
  sqlite3_bind_text(insert, 1, path, -1, SQLITE_STATIC);
  sqlite3_bind_blob64(insert, 2, content, bytes, free);
  sqlite3_step(insert);
  if (sqlite3_reset(insert) != SQLITE_OK) report(false, path, sqlite3_errmsg(db));
}

/* No page, no table: a script may still choose the database's encoding. */
static void add_pages(sqlite3 *db) {
  sqlite3_stmt *insert = NULL;
  for (char **path = files; *path; path++) {
    if (is_test(*path)) continue;
    sqlite3_exec(db, "CREATE TABLE IF NOT EXISTS pages(name TEXT, body BLOB)", NULL, NULL, NULL);
    sqlite3_prepare_v2(db, "INSERT INTO pages VALUES (?, ?)", -1, &insert, NULL);
    add_page(db, insert, *path);
    sqlite3_finalize(insert);
  }
}

sqlite3 *open_database(void) {
  sqlite3 *db = NULL;
  char *message = NULL;
  sqlite3_open(":memory:", &db);
  if (sqlite3_leitai_init(db, &message, NULL) != SQLITE_OK) report(false, "the extension starts", message);
  sqlite3_create_function(db, "readfile", 1, SQLITE_UTF8, NULL, readfile, NULL, NULL);
  add_assertions(db);
  add_pages(db);
  return db;
}

static void append_value(sqlite3_str *out, sqlite3_stmt *query, int column) {
  const char *text = (const char *)sqlite3_column_text(query, column);
  if (text == NULL) sqlite3_str_appendall(out, "NULL");
  for (; text && *text; text++) {
    if (*text == '\n') sqlite3_str_appendall(out, "\\n");
    else sqlite3_str_appendchar(out, 1, *text);
  }
}

static void append_rows(sqlite3_str *out, sqlite3_stmt *query) {
  while (sqlite3_step(query) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count(query); i++) {
      if (i) sqlite3_str_appendchar(out, 1, '|');
      append_value(out, query, i);
    }
    sqlite3_str_appendchar(out, 1, '\n');
  }
}

char *rows_of(sqlite3 *db, const char *sql, const char *text) {
  sqlite3_stmt *query = NULL;
  sqlite3_str *out = sqlite3_str_new(NULL);
  int result = sqlite3_prepare_v2(db, sql, -1, &query, NULL);
  if (result == SQLITE_OK) {
    int parameter = sqlite3_bind_parameter_index(query, ":text");
    if (text && parameter) sqlite3_bind_text(query, parameter, text, -1, SQLITE_STATIC);
    append_rows(out, query);
    result = sqlite3_reset(query);
  }
  if (result != SQLITE_OK) sqlite3_str_appendf(out, "error: %s\n", sqlite3_errmsg(db));
  sqlite3_finalize(query);
  char *rows = sqlite3_str_finish(out);
  return rows ? rows : sqlite3_mprintf("%s", "");
}

int main(int argc, char **argv) {
  (void)argc;
  files = argv + 1;
  setvbuf(stdout, NULL, _IOLBF, 0);
  for (char **path = files; *path; path++) {
    if (!is_test(*path)) continue;
    printf("# %s\n", *path);
    bool readable = ends_with(*path, ".case") ? run_cases(*path) : run_script(*path);
    if (!readable) report(false, *path, "cannot be read");
  }
  printf("1..%d\n", tests);
  return failures > 0;
}
