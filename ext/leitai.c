/* Leitai: who the players of an article are and what they claim, as SQL tables.
**
** The one entry point. SQLite's shell finds it by the file's name: `.load leitai`. */
#include "leitai.h"
#include "sqlite/connection.h"

SQLITE_EXTENSION_INIT1

int sqlite3_leitai_init(sqlite3 *db, char **message, const sqlite3_api_routines *api) {
  SQLITE_EXTENSION_INIT2(api)
  if (sqlite3_libversion_number() < 3040000) {
    *message = sqlite3_mprintf("leitai needs SQLite 3.40 or newer, this is %s", sqlite3_libversion());
    return SQLITE_ERROR;
  }
  lt_connection *connection = lt_connection_new(db);
  if (connection == NULL) return SQLITE_NOMEM;
  int result = lt_table_module_register(connection);
  if (result == SQLITE_OK) result = lt_function_module_register(connection);
  if (result == SQLITE_OK) result = lt_about_register(connection);
  if (result == SQLITE_OK) result = lt_user_names_register(connection);
  if (result == SQLITE_OK) result = lt_option_register(connection);
  if (result == SQLITE_OK) result = lt_tokenizer_register(connection);
  if (result == SQLITE_OK) result = lt_collation_register(connection);
  if (result == SQLITE_OK) result = lt_archive_register(connection);
  lt_connection_drop(connection);
  return result;
}
