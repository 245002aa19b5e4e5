/* Every function's example gives what its description says. */
#include "functions/function.h"

#include <sqlite3.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

struct sqlite3_api_routines;
int sqlite3_leitai_init(sqlite3 *db, char **message, const struct sqlite3_api_routines *api);

static void check(sqlite3 *db, const lt_function *f) {
  char *sql = sqlite3_mprintf("SELECT CAST(%s AS TEXT)", f->example);
  sqlite3_stmt *query = NULL;
  assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &query, NULL), SQLITE_OK);
  assert_int_equal(sqlite3_step(query), SQLITE_ROW);
  assert_non_null(sqlite3_column_text(query, 0));
  assert_string_equal((const char *)sqlite3_column_text(query, 0), f->result);
  sqlite3_finalize(query);
  sqlite3_free(sql);
}

static void examples_hold(void **state) {
  (void)state;
  sqlite3 *db = NULL;
  char *message = NULL;
  sqlite3_open(":memory:", &db);
  assert_int_equal(sqlite3_leitai_init(db, &message, NULL), SQLITE_OK);
  for (uint32_t i = 0; i < lt_function_count; i++) check(db, lt_functions[i]);
  sqlite3_close(db);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(examples_hold)};
  return cmocka_run_group_tests_name("examples", tests, NULL, NULL);
}
