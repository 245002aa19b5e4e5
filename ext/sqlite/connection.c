/* Counted by hand: SQLite destroys modules and functions one by one, in an order it does not promise, when the connection
** closes or somebody registers another one under the same name. */
#include "sqlite/connection.h"

#include <string.h>

static void *allocate(uint64_t bytes) { return sqlite3_malloc64(bytes); }

static void release(void *block) { sqlite3_free(block); }

const lt_allocator lt_allocator_sqlite = {allocate, release};

lt_connection *lt_connection_new(sqlite3 *db) {
  lt_connection *connection = sqlite3_malloc64(sizeof *connection);
  if (connection == NULL) return NULL;
  lt_vocabulary *built_in = lt_vocabulary_new(&lt_lexicon_built_in, NULL);
  *connection = (lt_connection){.db = db, .vocabulary = built_in, .built_in = built_in, .with_tagger = true, .users = 1};
  if (built_in) {
    lt_vocabulary_use(built_in);
    return connection;
  }
  sqlite3_free(connection);
  return NULL;
}

void lt_connection_drop(lt_connection *connection) {
  if (--connection->users > 0) return;
  lt_reading_cache_clear(&connection->cache);
  lt_user_names_clear(&connection->names);
  lt_vocabulary_drop(connection->vocabulary);
  lt_vocabulary_drop(connection->built_in);
  sqlite3_free(connection);
}

lt_registration *lt_registration_new(lt_connection *connection, const lt_table *table, const lt_function *function) {
  lt_registration *registration = sqlite3_malloc64(sizeof *registration);
  if (registration == NULL) return NULL;
  *registration = (lt_registration){connection, table, function};
  connection->users++;
  return registration;
}

void lt_registration_drop(void *registration) {
  lt_connection_drop(((lt_registration *)registration)->connection);
  sqlite3_free(registration);
}
