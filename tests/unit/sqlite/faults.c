/* Memory may run out at any allocation: the query then fails with SQLITE_NOMEM, nothing leaks, and the same query asked again
** gives its rows. Each query is run with its first allocation failing, then its second, until it no longer notices. */
#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <cmocka.h>

struct sqlite3_api_routines;
int sqlite3_leitai_init(sqlite3 *db, char **message, const struct sqlite3_api_routines *api);

static sqlite3_mem_methods real;
static int until_failure = -1; /* allocations left; -1: none fails */
static bool failed;

static bool fails(void) {
  if (until_failure < 0 || until_failure-- > 0) return false;
  until_failure = 0; /* and all later ones */
  return failed = true;
}

static void *faulty_malloc(int bytes) { return fails() ? NULL : real.xMalloc(bytes); }

static void *faulty_realloc(void *block, int bytes) { return fails() ? NULL : real.xRealloc(block, bytes); }

static int install(void **state) {
  (void)state;
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
  sqlite3_mem_methods faulty = real;
  faulty.xMalloc = faulty_malloc;
  faulty.xRealloc = faulty_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &faulty);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
  return sqlite3_initialize();
}

static sqlite3 *open_database(void) {
  sqlite3 *db = NULL;
  char *message = NULL;
  sqlite3_open(":memory:", &db);
  if (sqlite3_leitai_init(db, &message, NULL) == SQLITE_OK) {
    sqlite3_exec(db, "CREATE TABLE names(name, kind, alias); INSERT INTO names VALUES ('蓝鲸网络', 'company', '蓝鲸')", NULL, NULL, NULL);
    return db;
  }
  sqlite3_close(db);
  return NULL;
}

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

/* One query with allocation number n failing; whether it noticed. */
static bool survives(const char *sql, int n) {
  sqlite3 *db = open_database();
  int rows, wanted;
  failed = false;
  until_failure = n;
  int result = run(db, sql, &rows);
  until_failure = -1;
  assert_true(result == SQLITE_NOMEM || (!failed && result == SQLITE_DONE));
  assert_int_equal(run(db, sql, &wanted), SQLITE_DONE);
  if (result == SQLITE_DONE) assert_int_equal(rows, wanted);
  sqlite3_close(db);
  return failed;
}

static void query_survives(const char *sql) {
  sqlite3_int64 before = sqlite3_memory_used();
  for (int n = 0; survives(sql, n); n++) continue;
  assert_int_equal(sqlite3_memory_used(), before);
}

static void every_table_survives(void **state) {
  (void)state;
  sqlite3 *db = open_database();
  sqlite3_stmt *tables = NULL;
  sqlite3_prepare_v2(db,
                     "SELECT 'SELECT * FROM ' || table_name || CASE WHEN type LIKE '(text%' THEN '(?)' ELSE ' LIMIT 9' END"
                     " FROM llm_schema WHERE column_name IS NULL",
                     -1, &tables, NULL);
  while (sqlite3_step(tables) == SQLITE_ROW) query_survives((const char *)sqlite3_column_text(tables, 0));
  sqlite3_finalize(tables);
  sqlite3_close(db);
}

static void functions_survive(void **state) {
  (void)state;
  query_survives("SELECT llm_clean(?1), llm_simplify(?1), llm_title(?1), llm_decode(CAST(?1 AS BLOB)), llm_debug(), llm_version()");
}

static void joins_survive(void **state) {
  (void)state;
  query_survives("SELECT * FROM (SELECT ?1 AS body UNION SELECT 'x') a LEFT JOIN llm_sentences(a.body) s JOIN llm_paragraphs(a.body) p");
}

static void names_of_the_user_survive(void **state) {
  (void)state;
  query_survives("SELECT llm_lexicon_use('names'), (SELECT count(*) FROM llm_players(?1)), llm_lexicon_use(NULL)");
}

static void loading_survives(void **state) {
  (void)state;
  sqlite3_int64 before = sqlite3_memory_used();
  do {
    sqlite3 *db = NULL;
    char *message = NULL;
    static int n;
    sqlite3_open(":memory:", &db);
    failed = false;
    until_failure = n++;
    int result = sqlite3_leitai_init(db, &message, NULL);
    until_failure = -1;
    assert_true(failed ? result == SQLITE_NOMEM || result == SQLITE_OK : result == SQLITE_OK);
    sqlite3_close(db);
  } while (failed);
  assert_int_equal(sqlite3_memory_used(), before);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_table_survives),
      cmocka_unit_test(functions_survive),
      cmocka_unit_test(joins_survive),
      cmocka_unit_test(names_of_the_user_survive),
      cmocka_unit_test(loading_survives),
  };
  return cmocka_run_group_tests_name("faults", tests, install, NULL);
}
