/* The readings a connection keeps, found again by the text they were made from and the way they were read (vocabulary, options): however many tables and functions of a query
** look at one article, it is parsed once. Bounded: beyond LT_CACHE_READINGS or LT_CACHE_BYTES the longest unused ones go; the
** last one, however large, and what a cursor is standing on stay. */
#ifndef LT_SQLITE_READING_CACHE_H
#define LT_SQLITE_READING_CACHE_H

#include "reading/reading.h"
#include "sqlite/api.h"
#include "sqlite/vocabulary.h"
#include "tables/value.h"

enum { LT_CACHE_READINGS = 16, LT_CACHE_BYTES = 64 * 1024 * 1024 };

/* A text and what is known of it. */
typedef struct lt_shared {
  struct lt_shared *next;  /* the one used before */
  sqlite3_value *argument; /* the very value that was passed */
  uint64_t hash;
  lt_utf8 stored;          /* its text: of the argument, or decoded from it */
  lt_arena *decoded;       /* what a BLOB's text lives in; NULL otherwise */
  lt_vocabulary *vocabulary; /* that it was read by */
  lt_reading *reading;
  uint32_t users;
} lt_shared;

typedef struct lt_reading_cache {
  lt_shared *newest;
  uint64_t texts_read, texts_found; /* how often a text had to be parsed, and how often it was there already */
} lt_reading_cache;

/* The reading of an argument (not NULL), the caller being one user more; or NULL and a result code: SQLITE_NOMEM,
** SQLITE_TOOBIG, SQLITE_INTERRUPT. */
struct lt_connection;
lt_shared *lt_reading_cache_get(struct lt_connection *connection, sqlite3_value *argument, int *result);

/* Makes sure of a set of stages, bits 1 << lt_stage. SQLITE_OK, SQLITE_NOMEM or SQLITE_INTERRUPT. */
int lt_shared_need(struct lt_connection *connection, lt_shared *shared, unsigned stages);

/* One user less. */
void lt_reading_cache_release(lt_reading_cache *cache, lt_shared *shared);

/* Lets go of everything; there must be no users. */
void lt_reading_cache_clear(lt_reading_cache *cache);

/* Bytes that all readings take. */
uint64_t lt_reading_cache_size(const lt_reading_cache *cache);

#endif
