/* What is done to an archive while something fails or forbids it, and what must hold after that. */
#ifndef LT_TESTS_ARCHIVE_OPERATIONS_H
#define LT_TESTS_ARCHIVE_OPERATIONS_H

#include "faulty.h"

typedef struct operation {
  const char *name, *before, *sql;
  bool again; /* done a second time it succeeds too */
} operation;

#define ARTICLES "CREATE TABLE articles(id INTEGER PRIMARY KEY, body, date); INSERT INTO articles VALUES (1, '百度发布了文心一言，投入超过3亿元。', '2023-05-09'), (2, '李彦宏表示：“今年不同。”', NULL);"
#define ARCHIVE "CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, published=date, threads=1, tables='players claims');"
#define OWN_ARCHIVE "CREATE VIRTUAL TABLE arc USING llm_archive(content=stored, key=TEXT, fts5=1, tables='players');"
#define OWN_ARTICLE "INSERT INTO arc(key, text) VALUES ('甲', '百度发布了文心一言。');"

static const operation operations[] = {
    {"create", ARTICLES, ARCHIVE, false},
    {"insert", ARTICLES ARCHIVE, "INSERT OR REPLACE INTO articles VALUES (3, '腾讯投资了智谱AI。', NULL)", true},
    {"update", ARTICLES ARCHIVE, "UPDATE articles SET body = '腾讯来了。' WHERE id = 1", true},
    {"delete", ARTICLES ARCHIVE, "DELETE FROM articles WHERE id = 1", true},
    {"in a transaction", ARTICLES ARCHIVE, "BEGIN; DELETE FROM articles WHERE id = 1; SAVEPOINT s; UPDATE articles SET body = '腾讯来了。'; ROLLBACK TO s; COMMIT", true},
    {"rebuild", ARTICLES ARCHIVE, "INSERT INTO arc(arc) VALUES ('rebuild')", true},
    {"sync", ARTICLES ARCHIVE "INSERT INTO arc(arc) VALUES ('pause'); UPDATE articles SET body = '腾讯来了。';", "INSERT INTO arc(arc) VALUES ('resume'); INSERT INTO arc(arc) VALUES ('sync')", true},
    {"sync in steps", ARTICLES ARCHIVE "INSERT INTO arc(arc) VALUES ('pause'); UPDATE articles SET body = '腾讯来了。';", "SELECT llm_archive_sync('arc')", true},
    {"check", ARTICLES ARCHIVE, "INSERT INTO arc(arc) VALUES ('integrity-check')", true},
    {"ask", ARTICLES ARCHIVE, "SELECT * FROM arc WHERE player = '百度' ORDER BY published DESC; SELECT count(*) FROM arc_claims", true},
    {"rename", ARTICLES ARCHIVE, "ALTER TABLE arc RENAME TO kept", false},
    {"drop", ARTICLES ARCHIVE, "DROP TABLE arc", false},
    {"create its own", NULL, OWN_ARCHIVE, false},
    {"write into its own", OWN_ARCHIVE OWN_ARTICLE, "INSERT OR REPLACE INTO arc(key, text) VALUES ('乙', '腾讯来了。'); UPDATE arc SET text = '华为来了。' WHERE key = '甲'; DELETE FROM arc WHERE key = '乙'", true},
    {"search", OWN_ARCHIVE OWN_ARTICLE, "INSERT INTO arc(arc) VALUES ('optimize'); SELECT * FROM arc_search('文心一言')", true},
};

enum { OPERATIONS = sizeof operations / sizeof operations[0] };

/* Where to fail after n: at every place for FAULTS=all, at every tenth for FAULTS=10, else more and more thinly. */
static inline int next_after(int n, int thin) {
  const char *every = getenv("FAULTS");
  if (every) return n + (atoi(every) > 1 ? atoi(every) : 1);
  return n + (n / thin > 1 ? n / thin : 1);
}

static inline void must_be_whole(sqlite3 *db) {
  sqlite3_stmt *check = NULL;
  assert_int_equal(sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &check, NULL), SQLITE_OK);
  assert_int_equal(sqlite3_step(check), SQLITE_ROW);
  assert_string_equal((const char *)sqlite3_column_text(check, 0), "ok");
  sqlite3_finalize(check);
}

/* After an operation that ended in `result`, with nothing in its way any more. */
static inline void must_go_on(const operation *o, sqlite3 *db, int result) {
  must_be_whole(db);
  if (result != SQLITE_OK || o->again) must_run(db, o->sql);
  if (sqlite3_table_column_metadata(db, "main", "arc", NULL, NULL, NULL, NULL, NULL, NULL) == SQLITE_OK) must_run(db, "INSERT INTO arc(arc) VALUES ('integrity-check')");
}

#endif
