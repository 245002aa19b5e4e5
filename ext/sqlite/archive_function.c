/* llm_archive_sync('arc'): the same as the command 'sync', with a transaction for every few hundred articles, so that what has been
** read stays when the rest is interrupted. A SELECT writes nothing itself, and so what it calls may commit. Within a transaction of the
** user's there is nothing to commit: then it is the command. Gives the number of articles. */
#include "sqlite/archive.h"

#include <string.h>

static lt_archive *find(lt_connection *connection, const char *schema, const char *name) {
  lt_archive *a = schema ? lt_archive_connected(connection, schema, name) : NULL;
  for (int i = 0; !schema && !a && sqlite3_db_name(connection->db, i); i++) a = lt_archive_connected(connection, sqlite3_db_name(connection->db, i), name);
  return a;
}

/* A statement on the archive, never run: as long as it is there SQLite keeps the archive, also where the schema is read anew. NULL without memory. */
static sqlite3_stmt *hold(const lt_archive *a) {
  sqlite3_stmt *held = NULL;
  char *sql = sqlite3_mprintf("SELECT 1 FROM \"%w\".\"%w\"", a->options.schema, a->options.name);
  if (sql) sqlite3_prepare_v2(lt_archive_db(a), sql, -1, &held, NULL);
  sqlite3_free(sql);
  return held;
}

/* An interrupt also stops ROLLBACK, as long as the SELECT that called us runs; but a statement that writes, when interrupted, takes the
** transaction with it. */
static void roll_back(lt_archive *a) {
  sqlite3 *db = lt_archive_db(a);
  for (int i = 0; i < 2 && !sqlite3_get_autocommit(db); i++) {
    if (sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL) == SQLITE_OK) return;
    char *sql = lt_archive_sql(a, "UPDATE @progress SET state = state");
    if (sql) sqlite3_exec(db, sql, NULL, NULL, NULL);
    sqlite3_free(sql);
  }
}

static int sync_in_steps(lt_archive *a) {
  bool alone = sqlite3_get_autocommit(lt_archive_db(a)) != 0;
  int result = alone ? lt_archive_run(a, "BEGIN IMMEDIATE") : SQLITE_OK;
  if (result != SQLITE_OK) return result;
  result = lt_archive_sync(a, alone);
  if (!alone) return result;
  if (result == SQLITE_OK) result = lt_archive_run(a, "COMMIT");
  if (result != SQLITE_OK) roll_back(a);
  return result;
}

static void answer(sqlite3_context *context, lt_archive *a, int result) {
  int64_t articles = 0;
  if (result == SQLITE_OK) result = lt_archive_integer(a, &articles, "SELECT count(*) FROM @article");
  if (result == SQLITE_OK) {
    sqlite3_result_int64(context, articles);
    return;
  }
  if (a->base.zErrMsg) sqlite3_result_error(context, a->base.zErrMsg, -1);
  sqlite3_result_error_code(context, result);
}

static void sync(sqlite3_context *context, int argc, sqlite3_value **argv) {
  const char *first = (const char *)(argc > 0 ? sqlite3_value_text(argv[0]) : NULL);
  const char *second = (const char *)(argc > 1 ? sqlite3_value_text(argv[1]) : NULL);
  if (first == NULL || argc > 2 || (argc == 2 && second == NULL)) {
    sqlite3_result_error(context, "llm_archive_sync([schema,] archive): the name of an archive is wanted", -1);
    return;
  }
  const char *schema = second ? first : NULL, *name = second ? second : first;
  lt_archive *a = find(sqlite3_user_data(context), schema, name);
  sqlite3_stmt *held = a ? hold(a) : NULL;
  if (a && !held) {
    sqlite3_result_error_code(context, sqlite3_errcode(sqlite3_context_db_handle(context)));
    return;
  }
  if (held) a = find(sqlite3_user_data(context), schema, name); /* which may be another one now */
  if (a) answer(context, a, sync_in_steps(a));
  sqlite3_finalize(held);
  if (a) return;
  char *message = sqlite3_mprintf("llm_archive_sync: there is no archive called %s", second ? second : first);
  sqlite3_result_error(context, message, -1);
  sqlite3_free(message);
}

int lt_archive_functions_register(lt_connection *connection) {
  connection->users++;
  return sqlite3_create_function_v2(connection->db, "llm_archive_sync", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, connection, sync, NULL, NULL, lt_archive_user_drop);
}
