/* What a host forbids or bounds while an archive is worked on: any action (an authorizer), time (a progress handler), memory, the size
** of the database, and each of SQLite's limits. A statement that is stopped says so and leaves nothing; done again, it succeeds. */
#include "archive_operations.h"

#include <stdio.h>

typedef struct host {
  void (*impose)(sqlite3 *db, int n);
  void (*lift)(sqlite3 *db);
} host;

static int left; /* steps or actions before the host says no */
static bool said_no;

/* One operation where the host stands in its way at n; whether it did. */
static bool survives(const operation *o, const host *h, int n) {
  sqlite3 *db = open_database(":memory:");
  must_run(db, o->before);
  said_no = false;
  h->impose(db, n);
  int result = sqlite3_exec(db, o->sql, NULL, NULL, NULL);
  h->lift(db);
  if (result != SQLITE_OK && !said_no) fail_msg("%s, %d: %d, %s", o->name, n, result, sqlite3_errmsg(db));
  sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
  must_go_on(o, db, result);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
  return said_no;
}

static void survive_all(const host *h) {
  for (int i = 0; i < OPERATIONS; i++) {
    for (int n = 0; survives(&operations[i], h, n); n = next_after(n, 1)) continue;
  }
}

/* ---- time */

static int is_over(void *none) {
  (void)none;
  return left-- > 0 ? 0 : (said_no = true);
}

static void bound_time(sqlite3 *db, int n) {
  left = n;
  sqlite3_progress_handler(db, 1, is_over, NULL);
}

static void unbound_time(sqlite3 *db) { sqlite3_progress_handler(db, 0, NULL, NULL); }

static void an_archive_may_be_stopped_at_any_step(void **state) {
  (void)state;
  survive_all(&(host){bound_time, unbound_time});
}

/* ---- actions */

static int may(void *none, int action, const char *a, const char *b, const char *c, const char *d) {
  (void)none, (void)action, (void)a, (void)b, (void)c, (void)d;
  if (left-- != 0) return SQLITE_OK;
  said_no = true;
  return SQLITE_DENY;
}

static void forbid_one(sqlite3 *db, int n) {
  left = n;
  sqlite3_set_authorizer(db, may, NULL);
}

static void forbid_none(sqlite3 *db) { sqlite3_set_authorizer(db, NULL, NULL); }

static void an_action_of_an_archive_may_be_forbidden(void **state) {
  (void)state;
  survive_all(&(host){forbid_one, forbid_none});
}

/* ---- memory and room */

static void bound_memory(sqlite3 *db, int n) {
  (void)db;
  said_no = n < 200;
  sqlite3_hard_heap_limit64(sqlite3_memory_used() + 1024 * (n + 1) * (n + 1) / 8);
}

static void unbound_memory(sqlite3 *db) {
  (void)db;
  sqlite3_hard_heap_limit64(0);
}

static void memory_may_be_bounded(void **state) {
  (void)state;
  survive_all(&(host){bound_memory, unbound_memory});
}

static void set_pages(sqlite3 *db, int n) {
  char sql[64];
  snprintf(sql, sizeof sql, "PRAGMA max_page_count = %d", n);
  must_run(db, sql);
}

static void bound_pages(sqlite3 *db, int n) {
  said_no = n < 200;
  set_pages(db, n + 1); /* SQLite makes it no less than there are */
}

static void unbound_pages(sqlite3 *db) { set_pages(db, 1 << 30); }

static void room_may_be_bounded(void **state) {
  (void)state;
  survive_all(&(host){bound_pages, unbound_pages});
}

/* ---- SQLite's limits */

static int limit, before;

static void lower_limit(sqlite3 *db, int n) {
  said_no = n < 20;
  before = sqlite3_limit(db, limit, 1 << (said_no ? n : 20));
}

static void raise_limit(sqlite3 *db) { sqlite3_limit(db, limit, before); }

static void every_limit_may_be_low(void **state) {
  (void)state;
  for (limit = SQLITE_LIMIT_LENGTH; limit <= SQLITE_LIMIT_WORKER_THREADS; limit++) survive_all(&(host){lower_limit, raise_limit});
}

/* As TEXT it is longer than in GB18030. */
static void a_text_that_is_too_long_once_decoded_is_told_of(void **state) {
  (void)state;
  char *message = NULL;
  sqlite3 *db = open_database(":memory:");
  must_run(db, "CREATE TABLE articles(id INTEGER PRIMARY KEY, body); INSERT INTO articles VALUES (1, CAST(replace(hex(zeroblob(6000)), '00', x'B4F3C4A3') AS BLOB))");
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 30000);
  assert_int_equal(sqlite3_exec(db, "CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id)", NULL, NULL, &message), SQLITE_TOOBIG);
  assert_string_equal(message, "arc: the text of an article is longer than SQLite's limit for this connection");
  sqlite3_free(message);
  assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_archive_may_be_stopped_at_any_step), cmocka_unit_test(an_action_of_an_archive_may_be_forbidden), cmocka_unit_test(memory_may_be_bounded),
      cmocka_unit_test(room_may_be_bounded),                   cmocka_unit_test(every_limit_may_be_low),                   cmocka_unit_test(a_text_that_is_too_long_once_decoded_is_told_of),
  };
  return cmocka_run_group_tests_name("archive limits", tests, NULL, NULL);
}
