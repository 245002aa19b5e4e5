/* For tests of faults: an allocator under SQLite that fails when told to, once or from then on, and a database with the extension
** in it. A test program installs it once, before SQLite does anything. */
#ifndef LT_TESTS_FAULTY_H
#define LT_TESTS_FAULTY_H

#include <sqlite3.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>
#include <stdlib.h>
#include <cmocka.h>

struct sqlite3_api_routines;
int sqlite3_leitai_init(sqlite3 *db, char **message, const struct sqlite3_api_routines *api);

static sqlite3_mem_methods real_memory;
static int until_failure = -1; /* allocations left; -1: none fails */
static bool fails_once;        /* and later ones succeed again */
static bool failed;

static inline bool memory_fails(void) {
  if (until_failure < 0 || until_failure-- > 0) return false;
  until_failure = fails_once ? -1 : 0;
  return failed = true;
}

static inline void *faulty_malloc(int bytes) { return memory_fails() ? NULL : real_memory.xMalloc(bytes); }

static inline void *faulty_realloc(void *block, int bytes) { return memory_fails() ? NULL : real_memory.xRealloc(block, bytes); }

static inline int install_faulty_memory(void **state) {
  (void)state;
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real_memory);
  sqlite3_mem_methods faulty = real_memory;
  faulty.xMalloc = faulty_malloc;
  faulty.xRealloc = faulty_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &faulty);
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
  return sqlite3_initialize();
}

static inline void fail_allocation(int n, bool once) {
  failed = false;
  fails_once = once;
  until_failure = n;
}

static inline void fail_no_more(void) { until_failure = -1; }

static inline sqlite3 *open_database(const char *path) {
  sqlite3 *db = NULL;
  char *message = NULL;
  assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
  assert_int_equal(sqlite3_leitai_init(db, &message, NULL), SQLITE_OK);
  return db;
}

static inline void must_run(sqlite3 *db, const char *sql) {
  char *message = NULL;
  if (sql && sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s: %s", sql, message);
}

#endif
