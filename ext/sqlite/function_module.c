/* One callback for every scalar function; which one it is comes as user data. Functions are registered for any number of
** arguments, so that a missing one gets an error that says what is wanted. */
#include "sqlite/argument.h"
#include "sqlite/connection.h"
#include "sqlite/result.h"

#include <stdio.h>

static void fail(sqlite3_context *context, const lt_function *f, int code, const char *problem) {
  char message[160];
  snprintf(message, sizeof message, "%s(%s): %s", f->name, f->arguments, problem);
  sqlite3_result_error(context, message, -1);
  sqlite3_result_error_code(context, code);
}

static void explain(sqlite3_context *context, const lt_function *f, int result) {
  if (result == SQLITE_NOMEM) sqlite3_result_error_nomem(context);
  else if (result == SQLITE_TOOBIG) fail(context, f, result, "the text is longer than SQLite's limit for this connection");
  else sqlite3_result_error_code(context, result);
}

static bool refresh_names(sqlite3_context *context, const lt_registration *r) {
  char *message;
  int result = lt_user_names_refresh(r->connection, &message);
  if (message) sqlite3_result_error(context, message, -1);
  else if (result != SQLITE_OK) sqlite3_result_error_code(context, result);
  sqlite3_free(message);
  return result == SQLITE_OK;
}

static void call_on_form(sqlite3_context *context, const lt_function *f, const lt_reading *reading, sqlite3_value *form) {
  lt_arena *arena = lt_arena_new(&lt_allocator_sqlite);
  bool is_given = form && sqlite3_value_type(form) != SQLITE_NULL;
  lt_utf8 word = is_given ? lt_argument_bytes(form) : (lt_utf8){"html", 4};
  lt_value value = arena && word.at ? f->of_form(arena, reading, word) : LT_NULL;
  if (arena == NULL || lt_arena_failed(arena) || word.at == NULL) explain(context, f, SQLITE_NOMEM);
  else if (value.kind == LT_VALUE_NULL) fail(context, f, SQLITE_ERROR, "there is no such format");
  else lt_result(context, value);
  lt_arena_free(arena);
}

static void call_on_reading(sqlite3_context *context, const lt_registration *r, int argc, sqlite3_value **argv, lt_day anchor) {
  int result;
  if (!refresh_names(context, r)) return;
  lt_shared *shared = lt_reading_cache_get(r->connection, argv[0], &result);
  if (shared) result = lt_shared_need(r->connection, shared, r->function->stages);
  if (result != SQLITE_OK) explain(context, r->function, result);
  else if (r->function->of_form) call_on_form(context, r->function, shared->reading, argc > 1 ? argv[1] : NULL);
  else lt_result(context, r->function->of_reading(shared->reading, anchor));
  lt_reading_cache_release(&r->connection->cache, shared);
}

static void call_on_text(sqlite3_context *context, const lt_registration *r, sqlite3_value *value) {
  lt_utf8 text;
  lt_arena *decoded, *arena = lt_arena_new(&lt_allocator_sqlite);
  int result = lt_argument_text(r->connection->db, value, &text, &decoded);
  if (arena == NULL) result = SQLITE_NOMEM;
  if (result == SQLITE_OK) {
    lt_result(context, r->function->of_text(arena, text));
    if (lt_arena_failed(arena)) result = SQLITE_NOMEM;
  }
  if (result != SQLITE_OK) explain(context, r->function, result);
  lt_arena_free(decoded);
  lt_arena_free(arena);
}

static bool is_integer_or_null(sqlite3_value *value) {
  int type = sqlite3_value_type(value);
  return type == SQLITE_INTEGER || type == SQLITE_NULL;
}

static void call_on_pair(sqlite3_context *context, const lt_function *f, int argc, sqlite3_value **argv) {
  if (argc != 2 || !is_integer_or_null(argv[0]) || !is_integer_or_null(argv[1])) {
    fail(context, f, SQLITE_ERROR, "two integers are wanted, as llm_fingerprint gives them");
  } else if (sqlite3_value_type(argv[0]) == SQLITE_INTEGER && sqlite3_value_type(argv[1]) == SQLITE_INTEGER) {
    lt_result(context, f->of_pair(sqlite3_value_int64(argv[0]), sqlite3_value_int64(argv[1])));
  }
}

/* What is wrong with the arguments, NULL if nothing. */
static const char *complaint(const lt_function *f, int argc, sqlite3_value **argv, lt_day *anchor) {
  if (argc < 1) return "the text to read is missing";
  if (argc > f->most_arguments) return "too many arguments";
  if (argc > 1 && !f->of_form && !lt_argument_day(argv[1], anchor)) return "the anchor is to be a date, YYYY-MM-DD";
  return NULL;
}

static void call(sqlite3_context *context, int argc, sqlite3_value **argv) {
  const lt_registration *r = sqlite3_user_data(context);
  lt_day anchor = {0};
  if (r->function->of_pair) {
    call_on_pair(context, r->function, argc, argv);
    return;
  }
  const char *problem = complaint(r->function, argc, argv, &anchor);
  if (problem) fail(context, r->function, SQLITE_ERROR, problem);
  else if (sqlite3_value_type(argv[0]) == SQLITE_NULL) sqlite3_result_null(context);
  else if (r->function->of_text) call_on_text(context, r, argv[0]);
  else call_on_reading(context, r, argc, argv, anchor);
}

int lt_function_module_register(lt_connection *connection) {
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  for (uint32_t i = 0; i < lt_function_count; i++) {
    lt_registration *r = lt_registration_new(connection, NULL, lt_functions[i]);
    if (r == NULL) return SQLITE_NOMEM;
    int result = sqlite3_create_function_v2(connection->db, r->function->name, -1, flags, r, call, NULL, NULL, lt_registration_drop);
    if (result != SQLITE_OK) return result;
  }
  return SQLITE_OK;
}
