/* What a host may do to a connection while it reads: interrupt it at any moment, bound its memory, forbid it things. */
#include "faulty.h"

#include <stdio.h>
#include <string.h>

static const char every_table[] = "SELECT (SELECT count(*) FROM llm_article(?1)), (SELECT count(*) FROM llm_players(?1)), (SELECT count(*) FROM llm_claims(?1)), (SELECT count(*) FROM llm_figures(?1)),"
                                  " llm_clean(?1), llm_fingerprint(?1)";

static char page[8192];

static void write_page(void) {
  for (size_t used = 0; used < sizeof page - 200;) {
    used += (size_t)snprintf(page + used, sizeof page - used, "其次，百度(bai)创始人李彦宏表示：“第%zu个大模型不是一阵风。”2023年投入超过36.57亿元。\n", used);
  }
}

static int run(sqlite3 *db, const char *sql) {
  sqlite3_stmt *query = NULL;
  int result = sqlite3_prepare_v2(db, sql, -1, &query, NULL);
  if (result == SQLITE_OK) sqlite3_bind_text(query, 1, page, -1, SQLITE_STATIC);
  while (result == SQLITE_OK || result == SQLITE_ROW) result = sqlite3_step(query);
  sqlite3_finalize(query);
  return result;
}

/* Every allocation is a moment. */
static sqlite3 *to_interrupt;
static int until_interrupt;

static void *interrupting_malloc(int bytes) {
  if (to_interrupt && until_interrupt-- == 0) sqlite3_interrupt(to_interrupt);
  return real_memory.xMalloc(bytes);
}

static int install_interrupts(void **state) {
  (void)state;
  write_page();
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_memory);
  sqlite3_mem_methods interrupting = real_memory;
  interrupting.xMalloc = interrupting_malloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &interrupting);
  return sqlite3_initialize();
}

static void a_query_may_be_interrupted_at_any_moment(void **state) {
  (void)state;
  sqlite3 *db = open_database(":memory:");
  bool came = true;
  for (int n = 0; came; n++) {
    until_interrupt = n;
    to_interrupt = db;
    int result = run(db, every_table);
    to_interrupt = NULL;
    came = until_interrupt < 0;
    assert_true(result == SQLITE_DONE || result == SQLITE_INTERRUPT);
    assert_int_equal(run(db, every_table), SQLITE_DONE);
  }
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static int stop(void *steps) { return --*(int *)steps < 0; }

static void a_progress_handler_stops_it(void **state) {
  (void)state;
  sqlite3 *db = open_database(":memory:");
  for (int steps = 0, left = -1; left < 0; steps++) {
    left = steps;
    sqlite3_progress_handler(db, 1, stop, &left);
    int result = run(db, every_table);
    assert_int_equal(result, left < 0 ? SQLITE_INTERRUPT : SQLITE_DONE);
  }
  sqlite3_progress_handler(db, 0, NULL, NULL);
  assert_int_equal(run(db, every_table), SQLITE_DONE);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void memory_may_be_bounded(void **state) {
  (void)state;
  sqlite3 *db = open_database(":memory:");
  sqlite3_int64 used = sqlite3_memory_used();
  for (sqlite3_int64 more = 8192; more <= 16 * 1024 * 1024; more += more / 8) {
    sqlite3_hard_heap_limit64(used + more);
    int result = run(db, every_table);
    sqlite3_hard_heap_limit64(0);
    assert_true(result == SQLITE_DONE || result == SQLITE_NOMEM);
    if (more > 8 * 1024 * 1024) assert_int_equal(result, SQLITE_DONE);
  }
  assert_int_equal(run(db, every_table), SQLITE_DONE);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static int forbid_functions(void *name, int action, const char *a, const char *b, const char *c, const char *d) {
  (void)a, (void)c, (void)d;
  return action == SQLITE_FUNCTION && strcmp(b, name) == 0 ? SQLITE_DENY : SQLITE_OK;
}

static void an_authorizer_may_forbid_a_function(void **state) {
  (void)state;
  sqlite3 *db = open_database(":memory:");
  sqlite3_set_authorizer(db, forbid_functions, (void *)"llm_clean");
  assert_int_equal(run(db, every_table), SQLITE_ERROR);
  assert_string_equal(sqlite3_errmsg(db), "not authorized to use function: llm_clean");
  assert_int_equal(run(db, "SELECT llm_title(?1)"), SQLITE_DONE);
  sqlite3_set_authorizer(db, NULL, NULL);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void every_reader_works_in_a_view_of_an_untrusted_schema(void **state) {
  (void)state;
  sqlite3 *db = open_database(":memory:");
  must_run(db, "PRAGMA trusted_schema = off; CREATE TABLE pages(body); INSERT INTO pages VALUES ('百度发布了文心一言。')");
  must_run(db, "CREATE VIEW readers AS SELECT table_name AS name FROM llm_schema WHERE column_name IS NULL AND type LIKE '(text%'");
  sqlite3_stmt *views = NULL;
  assert_int_equal(sqlite3_prepare_v2(db, "SELECT format('CREATE VIEW of_%s AS SELECT r.* FROM pages, %s(pages.body) r; SELECT * FROM of_%s', name, name, name) FROM readers", -1, &views, NULL), SQLITE_OK);
  int count = 0;
  for (; sqlite3_step(views) == SQLITE_ROW; count++) must_run(db, (const char *)sqlite3_column_text(views, 0));
  assert_true(count > 10);
  sqlite3_finalize(views);
  must_run(db, "CREATE VIEW of_functions AS SELECT llm_clean(body), llm_title(body), llm_number(body), llm_debug('rules') FROM pages; SELECT * FROM of_functions");
  must_run(db, "CREATE TRIGGER watched AFTER INSERT ON pages BEGIN SELECT llm_clean(new.body); END; INSERT INTO pages VALUES ('甲。')");
  assert_int_equal(sqlite3_exec(db, "CREATE VIEW changing AS SELECT llm_lexicon_use(NULL); SELECT * FROM changing", NULL, NULL, NULL), SQLITE_ERROR);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_query_may_be_interrupted_at_any_moment),
      cmocka_unit_test(a_progress_handler_stops_it),
      cmocka_unit_test(memory_may_be_bounded),
      cmocka_unit_test(an_authorizer_may_forbid_a_function),
      cmocka_unit_test(every_reader_works_in_a_view_of_an_untrusted_schema),
  };
  return cmocka_run_group_tests_name("limits", tests, install_interrupts, NULL);
}
