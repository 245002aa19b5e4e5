/* A list in order of use, newest first. With at most LT_CACHE_READINGS unused entries a walk with one comparison of hashes an
** entry costs less than any cleverer structure; bytes are compared only where hashes agree, so that a collision costs time and
** never a wrong row. */
#include "sqlite/reading_cache.h"

#include "sqlite/argument.h"
#include "sqlite/connection.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

static bool is_of(const lt_shared *shared, sqlite3_value *argument, lt_utf8 bytes, uint64_t hash) {
  if (shared->hash != hash || sqlite3_value_type(shared->argument) != sqlite3_value_type(argument)) return false;
  lt_utf8 own = lt_argument_bytes(shared->argument);
  return own.bytes == bytes.bytes && own.at != NULL && memcmp(own.at, bytes.at, bytes.bytes) == 0;
}

static void move_to_front(lt_reading_cache *cache, lt_shared **link) {
  lt_shared *shared = *link;
  *link = shared->next;
  shared->next = cache->newest;
  cache->newest = shared;
}

static bool is_read_so(const lt_shared *shared, const lt_connection *connection) {
  return shared->vocabulary == connection->vocabulary && shared->reading->with_tagger == connection->with_tagger;
}

static lt_shared *find(lt_connection *connection, sqlite3_value *argument, lt_utf8 bytes, uint64_t hash) {
  lt_reading_cache *cache = &connection->cache;
  for (lt_shared **link = &cache->newest; *link; link = &(*link)->next) {
    if (!lt_arena_failed((*link)->reading->arena) && is_read_so(*link, connection) && is_of(*link, argument, bytes, hash)) {
      move_to_front(cache, link);
      return cache->newest;
    }
  }
  return NULL;
}

static void shared_free(lt_shared *shared) {
  lt_reading_free(shared->reading);
  lt_arena_free(shared->decoded);
  lt_vocabulary_drop(shared->vocabulary);
  sqlite3_value_free(shared->argument);
  sqlite3_free(shared);
}

static int read_argument(lt_connection *connection, lt_shared *shared) {
  if (shared->argument == NULL) return SQLITE_NOMEM;
  int result = lt_argument_text(connection->db, shared->argument, &shared->stored, &shared->decoded);
  if (result != SQLITE_OK) return result;
  shared->reading = lt_reading_new(&lt_allocator_sqlite, shared->vocabulary->lexicon, shared->stored.at, (size_t)shared->stored.bytes);
  if (shared->reading == NULL) return SQLITE_NOMEM;
  shared->reading->with_tagger = connection->with_tagger;
  return SQLITE_OK;
}

static lt_shared *shared_new(lt_connection *connection, sqlite3_value *argument, uint64_t hash, int *result) {
  lt_shared *shared = sqlite3_malloc64(sizeof *shared);
  *result = SQLITE_NOMEM;
  if (shared == NULL) return NULL;
  *shared = (lt_shared){.hash = hash, .argument = sqlite3_value_dup(argument), .vocabulary = lt_vocabulary_use(connection->vocabulary)};
  *result = read_argument(connection, shared);
  if (*result == SQLITE_OK) return shared;
  shared_free(shared);
  return NULL;
}

static uint64_t shared_size(const lt_shared *shared) {
  return lt_arena_size(shared->reading->arena) + (shared->decoded ? lt_arena_size(shared->decoded) : 0) + shared->stored.bytes;
}

/* Keeps the newest unused ones within the bounds. */
static void trim(lt_reading_cache *cache) {
  uint64_t bytes = 0;
  uint32_t count = 0;
  for (lt_shared **link = &cache->newest; *link;) {
    lt_shared *shared = *link;
    bytes += shared_size(shared);
    count++;
    bool fits = count == 1 || (count <= LT_CACHE_READINGS && bytes <= LT_CACHE_BYTES);
    bool keep = fits && !lt_arena_failed(shared->reading->arena);
    if (shared->users || keep) {
      link = &shared->next;
    } else {
      *link = shared->next;
      bytes -= shared_size(shared);
      count--;
      shared_free(shared);
    }
  }
}

lt_shared *lt_reading_cache_get(lt_connection *connection, sqlite3_value *argument, int *result) {
  lt_reading_cache *cache = &connection->cache;
  lt_utf8 bytes = lt_argument_bytes(argument);
  *result = SQLITE_NOMEM;
  if (bytes.at == NULL) return NULL;
  uint64_t hash = XXH3_64bits(bytes.at, (size_t)bytes.bytes);
  lt_shared *shared = find(connection, argument, bytes, hash);
  if (shared) {
    cache->texts_found++;
    *result = SQLITE_OK;
  } else {
    shared = shared_new(connection, argument, hash, result);
    if (shared == NULL) return NULL;
    shared->next = cache->newest;
    cache->newest = shared;
    cache->texts_read++;
  }
  shared->users++;
  trim(cache);
  return shared;
}

static bool interrupted(sqlite3 *db) {
#if SQLITE_VERSION_NUMBER >= 3041000
  return sqlite3_libversion_number() >= 3041000 && sqlite3_is_interrupted(db);
#else
  (void)db;
  return false;
#endif
}

int lt_shared_need(lt_connection *connection, lt_shared *shared, unsigned stages) {
  for (int stage = 0; stage < LT_STAGE_COUNT; stage++) {
    if (!(stages >> stage & 1)) continue;
    if (interrupted(connection->db)) return SQLITE_INTERRUPT;
    if (!lt_reading_need(shared->reading, (lt_stage)stage)) return SQLITE_NOMEM;
  }
  return SQLITE_OK;
}

void lt_reading_cache_release(lt_reading_cache *cache, lt_shared *shared) {
  if (shared == NULL) return;
  shared->users--;
  trim(cache);
}

void lt_reading_cache_clear(lt_reading_cache *cache) {
  while (cache->newest) {
    lt_shared *next = cache->newest->next;
    shared_free(cache->newest);
    cache->newest = next;
  }
}

uint64_t lt_reading_cache_size(const lt_reading_cache *cache) {
  uint64_t bytes = 0;
  for (const lt_shared *shared = cache->newest; shared; shared = shared->next) bytes += shared_size(shared);
  return bytes;
}
