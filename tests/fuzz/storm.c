/* Statements in any order over an archive and its articles: each succeeds or says why not, and in the end the archive holds exactly what
** reading its articles gives. */
#include "archived.h"

#include <string.h>

/* %d: a key; %Q: a text. */
static const char *const statements[] = {
    "INSERT INTO articles VALUES (%d, %Q, NULL)",
    "INSERT OR REPLACE INTO articles VALUES (%d, %Q, '2023-05-09')",
    "UPDATE articles SET body = body || '华为来了。' WHERE id = %d",
    "UPDATE articles SET date = NULL WHERE id > %d AND body <> %Q",
    "UPDATE articles SET date = '2024-01-01' WHERE id = %d",
    "UPDATE OR REPLACE articles SET id = id + 1 WHERE id = %d",
    "UPDATE articles SET body = CAST(body AS BLOB) WHERE id = %d",
    "DELETE FROM articles WHERE id = %d",
    "DELETE FROM articles",
    "INSERT INTO articles(id, body) VALUES (%d, %Q) ON CONFLICT(id) DO UPDATE SET body = excluded.body",
    "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT s", "ROLLBACK TO s", "RELEASE s",
    "INSERT INTO arc(arc) VALUES ('sync')",
    "INSERT INTO arc(arc) VALUES ('rebuild')",
    "INSERT INTO arc(arc) VALUES ('pause')",
    "INSERT INTO arc(arc) VALUES ('resume')",
    "INSERT INTO arc(arc) VALUES ('optimize')",
    "INSERT INTO arc(arc) VALUES ('integrity-check')",
    "SELECT llm_archive_sync('arc')",
    "SELECT * FROM arc WHERE player = '百度' ORDER BY published DESC",
    "SELECT a.*, b.title FROM articles a LEFT JOIN arc b ON b.key = a.id WHERE a.id < %d",
    "SELECT * FROM arc_players JOIN arc_names USING (name)",
    "ALTER TABLE articles RENAME TO documents", "ALTER TABLE documents RENAME TO articles",
    "ALTER TABLE arc RENAME TO kept", "ALTER TABLE kept RENAME TO arc",
    "ALTER TABLE articles RENAME COLUMN date TO day",
    "CREATE TABLE kept_article(a)", "DROP TABLE kept_article",
    "DROP TABLE arc",
    "CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, threads=1, tables='players')",
    "CREATE VIRTUAL TABLE other USING llm_archive(articles, text=body, key=id, threads=1, tables='players camps')", "DROP TABLE other",
    "CREATE TABLE own(name, kind)", "INSERT INTO own VALUES ('林晓', 'person')", "SELECT llm_lexicon_use('own')", "SELECT llm_lexicon_use(NULL)",
    "VACUUM", "PRAGMA recursive_triggers = on", "PRAGMA foreign_keys = on", "PRAGMA writable_schema = off",
};

enum { STATEMENTS = sizeof statements / sizeof statements[0] };

static const char *const texts[] = {"百度来了。", "腾讯投资了智谱AI，金额超过3亿元。", "   ", "", "李彦宏表示：“今年，百度将发布文心一言。”", "阿里来了。\n\n阿里来了。"};

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc, (void)argv;
  make_image();
  return 0;
}

static bool is_said(int result) {
  return result == SQLITE_OK || result == SQLITE_ERROR || result == SQLITE_CONSTRAINT || result == SQLITE_LOCKED || result == SQLITE_MISMATCH || result == SQLITE_BUSY;
}

static void run_one(sqlite3 *db, const uint8_t *at) {
  char *sql = sqlite3_mprintf(statements[at[0] % STATEMENTS], at[1] % 8, texts[at[1] / 8 % 6]);
  char *message = NULL;
  int result = sqlite3_exec(db, sql, NULL, NULL, &message);
  if (!is_said(result & 0xFF)) fprintf(stderr, "%s: %d, %s\n", sql, result, message ? message : "");
  must(is_said(result & 0xFF));
  sqlite3_free(message);
  sqlite3_free(sql);
}

static void must_give_nothing(sqlite3 *db, const char *sql) {
  sqlite3_stmt *query = prepare(db, sql);
  int result = sqlite3_step(query);
  if (result != SQLITE_DONE) fprintf(stderr, "%s: %d, %s\n", sql, result, sqlite3_errmsg(db));
  must(result == SQLITE_DONE);
  sqlite3_finalize(query);
}

static bool is_there(sqlite3 *db, const char *table) { return sqlite3_table_column_metadata(db, "main", table, NULL, NULL, NULL, NULL, NULL, NULL) == SQLITE_OK; }

static void check(sqlite3 *db) {
  sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
  must_give_nothing(db, "SELECT 1 FROM pragma_integrity_check WHERE integrity_check <> 'ok'");
  if (!is_there(db, "arc") || !is_there(db, "articles")) return;
  sqlite3_exec(db, "SELECT llm_lexicon_use(NULL)", NULL, NULL, NULL); /* the table of names may be gone */
  must_give_nothing(db, "INSERT INTO arc(arc) VALUES ('resume')");
  must_give_nothing(db, "INSERT INTO arc(arc) VALUES ('sync')");
  must_give_nothing(db, "INSERT INTO arc(arc) VALUES ('integrity-check')");
  must_give_nothing(db, "SELECT a.id, p.name, p.start FROM articles a, llm_players(a.body) p EXCEPT SELECT key, name, start FROM arc_players");
  must_give_nothing(db, "SELECT key, name, start FROM arc_players EXCEPT SELECT a.id, p.name, p.start FROM articles a, llm_players(a.body) p");
}

/* Two bytes a statement. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  enum { MOST = 40 };
  sqlite3 *db = open_copy(NULL, 0);
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL); /* DROP TABLE kept_article must not take it from an archive of that name */
  for (size_t i = 0; i + 1 < size && i < 2 * MOST; i += 2) run_one(db, data + i);
  check(db);
  must(sqlite3_close(db) == SQLITE_OK);
  return 0;
}
