/* llm_option(name[, value]): how this connection reads. Gives the value; with one, sets it for the queries to come.
**
**   tagger   1: names are also read off the sentence by the statistical tagger, where no word list and no rule has them; 0: they are
**            not, and reading is faster */
#include "sqlite/connection.h"
#include "sqlite/result.h"

#include <string.h>

static void option(sqlite3_context *context, int argc, sqlite3_value **argv) {
  lt_connection *connection = ((const lt_registration *)sqlite3_user_data(context))->connection;
  const char *name = argc > 0 ? (const char *)sqlite3_value_text(argv[0]) : NULL;
  bool sets = argc == 2, flag = sets && sqlite3_value_numeric_type(argv[1]) == SQLITE_INTEGER && (sqlite3_value_int64(argv[1]) | 1) == 1;
  if (argc < 1 || argc > 2 || name == NULL || strcmp(name, "tagger") != 0) sqlite3_result_error(context, "llm_option(name[, value]): the name of an option is wanted: tagger", -1);
  else if (sets && !flag) sqlite3_result_error(context, "llm_option('tagger', value): the value is to be 0 or 1", -1);
  else {
    if (sets) connection->with_tagger = sqlite3_value_int64(argv[1]) == 1;
    lt_result(context, lt_value_integer(connection->with_tagger));
  }
}

int lt_option_register(lt_connection *connection) {
  lt_registration *r = lt_registration_new(connection, NULL, NULL);
  if (r == NULL) return SQLITE_NOMEM;
  return sqlite3_create_function_v2(connection->db, "llm_option", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, r, option, NULL, NULL, lt_registration_drop);
}
