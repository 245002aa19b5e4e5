/* Memory may run out at any allocation, SQLite's or ours: the query then fails with SQLITE_NOMEM, nothing leaks, and the same query
** asked again gives its rows. Each query is run with its first allocation failing, then its second, until it no longer
** notices; and all that again with only that one failing. */
#include "faulty.h"

#include "functions/function.h"

static const char page[] =
    "大模型走进工厂\n文|林晓\n2023年5月9日\n\n百度(bai)创始人李彦宏表示：“大模型不是一阵风。”首先，百度发布了文心一言，投入超过36.57亿元。\n\n"
    "其次，据腾讯发布的《观察》报告显示，岗位有望增加。以百度、腾讯为代表的互联网大厂先到。";

/* The result of a query, all columns of its rows fetched. */
static int run(sqlite3 *db, const char *sql, int *rows) {
  sqlite3_stmt *query = NULL;
  int result = sqlite3_prepare_v2(db, sql, -1, &query, NULL);
  if (result == SQLITE_OK) sqlite3_bind_text(query, 1, page, -1, SQLITE_STATIC);
  *rows = 0;
  while (result == SQLITE_OK || result == SQLITE_ROW) {
    result = sqlite3_step(query);
    *rows += result == SQLITE_ROW;
    for (int i = 0; result == SQLITE_ROW && i < sqlite3_column_count(query); i++) {
      if (sqlite3_column_type(query, i) == SQLITE_TEXT) sqlite3_column_text(query, i);
    }
  }
  sqlite3_finalize(query);
  return result;
}

/* One query with allocation number n failing; whether it noticed. Of one failure SQLite may get over by itself. */
static bool survives(const char *before, const char *sql, int n, bool once) {
  sqlite3 *db = open_database(":memory:");
  int rows, wanted;
  must_run(db, before);
  fail_allocation(n, once);
  int result = run(db, sql, &rows);
  fail_no_more();
  assert_true(result == SQLITE_NOMEM || ((once || !failed) && result == SQLITE_DONE));
  assert_int_equal(run(db, sql, &wanted), SQLITE_DONE);
  if (result == SQLITE_DONE) assert_int_equal(rows, wanted);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
  return failed;
}

static void query_survives(const char *before, const char *sql) {
  sqlite3_int64 used = sqlite3_memory_used();
  for (int n = 0; survives(before, sql, n, false); n++) continue;
  for (int n = 0; survives(before, sql, n, true); n++) continue;
  assert_int_equal(sqlite3_memory_used(), used);
}

static void every_table_survives(void **state) {
  (void)state;
  sqlite3 *db = open_database(":memory:");
  sqlite3_stmt *tables = NULL;
  sqlite3_prepare_v2(db,
                     "SELECT 'SELECT * FROM ' || table_name || CASE WHEN type LIKE '(text%' THEN '(?)' ELSE ' LIMIT 9' END"
                     " FROM llm_schema WHERE column_name IS NULL",
                     -1, &tables, NULL);
  while (sqlite3_step(tables) == SQLITE_ROW) query_survives(NULL, (const char *)sqlite3_column_text(tables, 0));
  sqlite3_finalize(tables);
  sqlite3_close(db);
}

static void every_function_survives(void **state) {
  (void)state;
  for (uint32_t i = 0; i < lt_function_count; i++) {
    char *sql = sqlite3_mprintf("SELECT %s, %s(?1)", lt_functions[i]->example, lt_functions[i]->of_pair ? "llm_title" : lt_functions[i]->name);
    query_survives(NULL, sql);
    sqlite3_free(sql);
  }
  query_survives(NULL, "SELECT llm_decode(CAST(?1 AS BLOB)), llm_debug(), llm_debug('build'), llm_version()");
}

static void the_tokenizer_survives(void **state) {
  (void)state;
  query_survives("CREATE VIRTUAL TABLE pages USING fts5(body, tokenize = 'leitai'); INSERT INTO pages VALUES ('百度发布文心一言')",
                 "SELECT highlight(pages, 0, '[', ']') FROM pages WHERE pages MATCH '百度'");
  query_survives("CREATE VIRTUAL TABLE pages USING fts5(body, tokenize = 'leitai pinyin')", "INSERT INTO pages VALUES (?1)");
}

static void the_collation_survives(void **state) {
  (void)state;
  query_survives("CREATE TABLE names(name); INSERT INTO names VALUES ('腾讯'), ('百度'), ('阿里巴巴')", "SELECT name FROM names ORDER BY name COLLATE llm_pinyin");
}

static void the_vocabulary_of_the_user_survives(void **state) {
  (void)state;
  static const char own[] = "CREATE TABLE own(name, kind, alias); INSERT INTO own VALUES ('云桥', 'company', '云桥科技'), ('林晓', 'person', NULL)";
  query_survives(own, "SELECT llm_lexicon_use('main.own')");
  query_survives(own, "SELECT llm_lexicon_use('own'), (SELECT count(*) FROM llm_players(?1)), llm_lexicon_use(NULL)");
  query_survives("CREATE TABLE own(name, kind); INSERT INTO own VALUES ('云桥', 'company'); SELECT llm_lexicon_use('own'); INSERT INTO own VALUES ('林晓', 'person')",
                 "SELECT name FROM llm_players(?1)");
}

static void joins_survive(void **state) {
  (void)state;
  query_survives(NULL, "SELECT * FROM (SELECT ?1 AS body UNION SELECT 'x') a LEFT JOIN llm_sentences(a.body) s JOIN llm_paragraphs(a.body) p");
}

static bool loading_survives_without(int n, bool once) {
  sqlite3 *db = NULL;
  char *message = NULL;
  sqlite3_open(":memory:", &db);
  fail_allocation(n, once);
  int result = sqlite3_leitai_init(db, &message, NULL);
  fail_no_more();
  assert_true(result == SQLITE_OK || (failed && result == SQLITE_NOMEM));
  sqlite3_free(message);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
  return failed;
}

static void loading_survives(void **state) {
  (void)state;
  sqlite3_int64 before = sqlite3_memory_used();
  for (int n = 0; loading_survives_without(n, false); n++) continue;
  for (int n = 0; loading_survives_without(n, true); n++) continue;
  assert_int_equal(sqlite3_memory_used(), before);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_table_survives),
      cmocka_unit_test(every_function_survives),
      cmocka_unit_test(the_tokenizer_survives),
      cmocka_unit_test(the_collation_survives),
      cmocka_unit_test(the_vocabulary_of_the_user_survives),
      cmocka_unit_test(joins_survive),
      cmocka_unit_test(loading_survives),
  };
  return cmocka_run_group_tests_name("faults", tests, install_faulty_memory, NULL);
}
