/* What one database connection holds: the readings its queries share. Every module and function is registered with a
** registration; the connection goes when SQLite has let go of the last of them. */
#ifndef LT_SQLITE_CONNECTION_H
#define LT_SQLITE_CONNECTION_H

#include "functions/function.h"
#include "sqlite/reading_cache.h"
#include "sqlite/user_names.h"
#include "sqlite/vocabulary.h"
#include "tables/table.h"

typedef struct lt_connection {
  sqlite3 *db;
  lt_vocabulary *vocabulary, *built_in; /* the one in use, and the one without a user's names */
  lt_user_names names;
  bool with_tagger; /* llm_option('tagger') */
  lt_reading_cache cache;
  struct lt_archive *archives; /* those in use, the newest first */
  uint64_t words;              /* hash of the built-in vocabulary; 0: not asked for yet */
  uint32_t users; /* registrations SQLite still holds */
} lt_connection;

/* pAux of a module or function. */
typedef struct lt_registration {
  lt_connection *connection;
  const lt_table *table;       /* of a module */
  const lt_function *function; /* of a function */
} lt_registration;

/* Allocation through SQLite, so that its limits and statistics hold for us. */
extern const lt_allocator lt_allocator_sqlite;

/* A new connection with one user: the caller. NULL when memory ran out. */
lt_connection *lt_connection_new(sqlite3 *db);
void lt_connection_drop(lt_connection *connection);

/* A registration that counts as a user; SQLite is to destroy it by lt_registration_drop. NULL when memory ran out. */
lt_registration *lt_registration_new(lt_connection *connection, const lt_table *table, const lt_function *function);
void lt_registration_drop(void *registration);

int lt_table_module_register(lt_connection *connection);
int lt_function_module_register(lt_connection *connection);
int lt_about_register(lt_connection *connection);
int lt_option_register(lt_connection *connection);
int lt_tokenizer_register(lt_connection *connection);
int lt_collation_register(lt_connection *connection);
int lt_archive_register(lt_connection *connection);

#endif
