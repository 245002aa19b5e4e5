/* Whatever fails while an archive is made, followed or dropped, memory, the disk, or the room on it: an error comes back, nothing leaks,
** the database is whole, and the same done again succeeds. Short of FAULTS=all in the environment not every allocation of
** the thousands is tried, but more and more thinly placed ones, down to the last. */
#define _POSIX_C_SOURCE 200809L /* mkstemp */
#include "archive_operations.h"
#include "faulty_file.h"

#include <stdio.h>
#include <unistd.h>

static char path[] = "/tmp/leitai-archive-XXXXXX", journal[64];

static void remove_files(void) {
  unlink(path);
  unlink(journal);
}

static sqlite3 *prepared(const operation *o) {
  remove_files();
  sqlite3 *db = open_database(path);
  must_run(db, "PRAGMA cache_size = 5; PRAGMA synchronous = full");
  must_run(db, o->before);
  return db;
}

static bool is_expected(int result, int extended) {
  return result == SQLITE_OK || result == extended || result == SQLITE_NOMEM || result == SQLITE_IOERR || result == SQLITE_FULL || result == SQLITE_CANTOPEN;
}

static bool survives(const operation *o, void (*fail_at)(int n), int n) {
  sqlite3 *db = prepared(o);
  fail_at(n);
  int result = sqlite3_exec(db, o->sql, NULL, NULL, NULL);
  until_failure = until_file_failure = -1;
  bool noticed = failed;
  if (!is_expected(result & 0xFF, SQLITE_OK)) fail_msg("%s, fault %d: %d, %s", o->name, n, result, sqlite3_errmsg(db));
  sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
  db = open_database(path); /* as another process finds it */
  must_go_on(o, db, result);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
  return noticed;
}

static void survive_all(void (*fail_at)(int n)) {
  for (int i = 0; i < OPERATIONS; i++) {
    sqlite3_int64 used = sqlite3_memory_used();
    int n = 0, tried = 1;
    for (; survives(&operations[i], fail_at, n); n = next_after(n, 6)) tried++;
    print_message("# %s: %d of some %d\n", operations[i].name, tried, n);
    assert_int_equal(sqlite3_memory_used(), used);
  }
}

static void all_memory_from(int n) { fail_allocation(n, false); }
static void one_allocation(int n) { fail_allocation(n, true); }
static void the_disk_from(int n) { fail_file(n, SQLITE_IOERR); }
static void full_from(int n) { fail_file(n, SQLITE_FULL); }

static void an_archive_survives_without_memory(void **state) {
  (void)state;
  survive_all(all_memory_from);
}

static void an_archive_survives_one_failed_allocation(void **state) {
  (void)state;
  survive_all(one_allocation);
}

static void an_archive_survives_a_bad_disk(void **state) {
  (void)state;
  survive_all(the_disk_from);
}

static void an_archive_survives_a_full_disk(void **state) {
  (void)state;
  survive_all(full_from);
}

static void a_database_that_may_only_be_read_is_read(void **state) {
  (void)state;
  assert_int_equal(sqlite3_close(prepared(&operations[1])), SQLITE_OK);
  sqlite3 *db = NULL;
  char *message = NULL;
  assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
  assert_int_equal(sqlite3_leitai_init(db, &message, NULL), SQLITE_OK);
  must_run(db, "SELECT * FROM arc WHERE player = '百度'; SELECT count(*) FROM arc_players");
  assert_int_equal(sqlite3_exec(db, "INSERT INTO arc(arc) VALUES ('rebuild')", NULL, NULL, NULL), SQLITE_READONLY);
  assert_int_equal(sqlite3_exec(db, "INSERT INTO articles VALUES (7, '甲', NULL)", NULL, NULL, NULL), SQLITE_READONLY);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static int install(void **state) {
  int file = mkstemp(path);
  if (file < 0) return -1;
  close(file);
  snprintf(journal, sizeof journal, "%s-journal", path);
  int result = install_faulty_memory(state);
  return result == SQLITE_OK ? install_faulty_files() : result;
}

static int clean_up(void **state) {
  (void)state;
  remove_files();
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_archive_survives_without_memory),
      cmocka_unit_test(an_archive_survives_one_failed_allocation),
      cmocka_unit_test(an_archive_survives_a_bad_disk),
      cmocka_unit_test(an_archive_survives_a_full_disk),
      cmocka_unit_test(a_database_that_may_only_be_read_is_read),
  };
  return cmocka_run_group_tests_name("archive faults", tests, install, clean_up);
}
