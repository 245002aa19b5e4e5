/* What only the C interface can do to a connection: limits, interrupts, loading twice, closing early. */
#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

struct sqlite3_api_routines;
int sqlite3_leitai_init(sqlite3 *db, char **message, const struct sqlite3_api_routines *api);

static int open_database(void **state) {
  sqlite3 *db = NULL;
  char *message = NULL;
  sqlite3_open(":memory:", &db);
  *state = db;
  return sqlite3_leitai_init(db, &message, NULL);
}

static int close_database(void **state) { return sqlite3_close(*state); }

static sqlite3_stmt *ask(sqlite3 *db, const char *sql, const char *text) {
  sqlite3_stmt *query = NULL;
  assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &query, NULL), SQLITE_OK);
  sqlite3_bind_text(query, 1, text, -1, SQLITE_TRANSIENT);
  return query;
}

static int finish(sqlite3_stmt *query) {
  while (sqlite3_step(query) == SQLITE_ROW) continue;
  return sqlite3_finalize(query);
}

/* SQLite itself refuses text beyond its limit; what is longer only when decoded is ours to refuse. */
static void text_beyond_the_limit_is_too_big(void **state) {
#define GB18030 "(CAST(replace(hex(zeroblob(20)), '00', x'B4F3C4A3') AS BLOB))"
  sqlite3_stmt *table = ask(*state, "SELECT sentence FROM llm_sentences" GB18030, "");
  sqlite3_stmt *function = ask(*state, "SELECT length(llm_clean" GB18030 ")", "");
  sqlite3_stmt *decode = ask(*state, "SELECT length(llm_decode" GB18030 ")", "");
  sqlite3_limit(*state, SQLITE_LIMIT_LENGTH, 100);
  assert_int_equal(finish(table), SQLITE_TOOBIG);
  assert_string_equal(sqlite3_errmsg(*state), "llm_sentences: the text is longer than SQLite's limit for this connection");
  assert_int_equal(finish(function), SQLITE_TOOBIG);
  assert_string_equal(sqlite3_errmsg(*state), "llm_clean(text): the text is longer than SQLite's limit for this connection");
  assert_int_equal(finish(decode), SQLITE_TOOBIG);
  assert_string_equal(sqlite3_errmsg(*state), "llm_decode(blob): the text is longer than SQLite's limit for this connection");
}

static int stop(void *count) { return --*(int *)count < 0; }

static void a_query_can_be_interrupted(void **state) {
  int steps = 5;
  sqlite3_progress_handler(*state, 10, stop, &steps);
  sqlite3_stmt *query = ask(*state, "SELECT count(*) FROM llm_lexicon a, llm_lexicon b, llm_sentences(?)", "甲。");
  assert_int_equal(finish(query), SQLITE_INTERRUPT);
  sqlite3_progress_handler(*state, 0, NULL, NULL);
  assert_int_equal(finish(ask(*state, "SELECT * FROM llm_sentences(?)", "甲。")), SQLITE_OK);
}

static void loading_twice_does_no_harm(void **state) {
  char *message = NULL;
  assert_int_equal(finish(ask(*state, "SELECT * FROM llm_sentences(?)", "甲。")), SQLITE_OK);
  assert_int_equal(sqlite3_leitai_init(*state, &message, NULL), SQLITE_OK);
  assert_int_equal(finish(ask(*state, "SELECT llm_clean(?)", "甲。")), SQLITE_OK);
}

static void a_connection_may_close_before_its_queries(void **state) {
  (void)state;
  void *db = NULL;
  open_database(&db);
  sqlite3_stmt *query = ask(db, "SELECT body FROM llm_sentences(?)", "甲。乙。");
  assert_int_equal(sqlite3_step(query), SQLITE_ROW);
  assert_int_equal(sqlite3_close_v2(db), SQLITE_OK);
  assert_int_equal(sqlite3_step(query), SQLITE_ROW);
  assert_string_equal((const char *)sqlite3_column_text(query, 0), "乙。");
  assert_int_equal(finish(query), SQLITE_OK);
}

/* SQLite keeps what it was given; rows must not live in what comes and goes with a text. */
static void values_outlive_their_text(void **state) {
  sqlite3_stmt *query = ask(*state,
                            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)"
                            " SELECT max(s.body) FROM n, llm_sentences(? || (100 - i) || '。') s",
                            "第");
  assert_int_equal(sqlite3_step(query), SQLITE_ROW);
  assert_string_equal((const char *)sqlite3_column_text(query, 0), "第99。");
  assert_int_equal(finish(query), SQLITE_OK);
}

/* EXPLAIN QUERY PLAN shows idxNum, a bit for each stage of reading that the columns asked for wait for. */
static int stages_of(sqlite3 *db, const char *sql) {
  sqlite3_stmt *plan = ask(db, sql, "甲。");
  assert_int_equal(sqlite3_step(plan), SQLITE_ROW);
  const char *detail = strstr((const char *)sqlite3_column_text(plan, 3), "INDEX ");
  int stages = 0;
  assert_non_null(detail);
  for (const char *digit = detail + strlen("INDEX "); *digit >= '0' && *digit <= '9'; digit++) stages = stages * 10 + (*digit - '0');
  sqlite3_finalize(plan);
  return stages;
}

static void only_the_columns_asked_for_are_read(void **state) {
  int quote = stages_of(*state, "EXPLAIN QUERY PLAN SELECT quote FROM llm_quotes(?)");
  int speaker = stages_of(*state, "EXPLAIN QUERY PLAN SELECT speaker FROM llm_quotes(?)");
  assert_int_equal(quote & speaker, quote);
  assert_int_not_equal(quote, speaker);
}

static int count(sqlite3 *db, const char *sql) {
  sqlite3_stmt *query = ask(db, sql, "蓝鲸来了。赤焰来了。");
  int result = sqlite3_step(query) == SQLITE_ROW ? sqlite3_column_int(query, 0) : -1;
  sqlite3_finalize(query);
  return result;
}

/* A cursor goes on with the names it began with, also when they are no longer in use. */
static void a_query_keeps_its_names(void **state) {
  sqlite3_exec(*state, "CREATE TABLE names(name, kind); INSERT INTO names VALUES ('蓝鲸', 'company'), ('赤焰', 'company')", NULL, NULL, NULL);
  assert_int_equal(count(*state, "SELECT llm_lexicon_use('names')"), 2);
  sqlite3_stmt *query = ask(*state, "SELECT name FROM llm_players(?)", "蓝鲸来了。赤焰来了。");
  sqlite3_stmt *list = ask(*state, "SELECT alias, origin FROM llm_lexicon WHERE origin = 'names'", "");
  assert_int_equal(sqlite3_step(query), SQLITE_ROW);
  assert_int_equal(sqlite3_step(list), SQLITE_ROW);
  sqlite3_exec(*state, "DELETE FROM names", NULL, NULL, NULL);
  assert_int_equal(count(*state, "SELECT count(*) FROM llm_players(?)"), 0);
  assert_int_equal(sqlite3_step(query), SQLITE_ROW);
  assert_string_equal((const char *)sqlite3_column_text(query, 0), "赤焰");
  assert_int_equal(finish(query), SQLITE_OK);
  assert_int_equal(finish(list), SQLITE_OK);
}

/* What another connection commits counts too, and so does another table under the old one's name. */
static void names_are_followed_from_elsewhere(void **state) {
  (void)state;
  static const char path[] = "names_from_elsewhere.db";
  void *here = NULL;
  sqlite3 *elsewhere = NULL;
  char *message = NULL;
  remove(path);
  assert_int_equal(sqlite3_open(path, (sqlite3 **)&here), SQLITE_OK);
  assert_int_equal(sqlite3_leitai_init(here, &message, NULL), SQLITE_OK);
  assert_int_equal(sqlite3_open(path, &elsewhere), SQLITE_OK);
  sqlite3_exec(here, "CREATE TABLE names(name, kind); INSERT INTO names VALUES ('蓝鲸', 'company')", NULL, NULL, NULL);
  assert_int_equal(count(here, "SELECT llm_lexicon_use('main.names')"), 1);
  assert_int_equal(count(here, "SELECT count(*) FROM llm_players(?)"), 1);
  assert_int_equal(sqlite3_exec(elsewhere, "INSERT INTO names VALUES ('赤焰', 'company')", NULL, NULL, NULL), SQLITE_OK);
  assert_int_equal(count(here, "SELECT count(*) FROM llm_players(?)"), 2);
  sqlite3_exec(here, "DROP TABLE names", NULL, NULL, NULL);
  assert_int_equal(count(here, "SELECT count(*) FROM llm_players(?)"), -1);
  sqlite3_exec(here, "CREATE TABLE names(name, kind)", NULL, NULL, NULL);
  assert_int_equal(count(here, "SELECT count(*) FROM llm_players(?)"), 0);
  sqlite3_close(elsewhere);
  sqlite3_close(here);
  remove(path);
}

#define ON_A_DATABASE(test) cmocka_unit_test_setup_teardown(test, open_database, close_database)

int main(void) {
  const struct CMUnitTest tests[] = {
      ON_A_DATABASE(text_beyond_the_limit_is_too_big),
      ON_A_DATABASE(a_query_can_be_interrupted),
      ON_A_DATABASE(loading_twice_does_no_harm),
      cmocka_unit_test(a_connection_may_close_before_its_queries),
      ON_A_DATABASE(values_outlive_their_text),
      ON_A_DATABASE(only_the_columns_asked_for_are_read),
      ON_A_DATABASE(a_query_keeps_its_names),
      cmocka_unit_test(names_are_followed_from_elsewhere),
  };
  return cmocka_run_group_tests_name("connection", tests, NULL, NULL);
}
