/* An SQL value as text to read. TEXT and numbers are what SQLite's own conversion says; a BLOB's encoding is detected. */
#ifndef LT_SQLITE_ARGUMENT_H
#define LT_SQLITE_ARGUMENT_H

#include "base/arena.h"
#include "sqlite/api.h"
#include "tables/value.h"

/* The bytes of a value as they are: UTF-8 of TEXT and numbers, a BLOB's own. Borrowed from the value. at == NULL: out of memory. */
lt_utf8 lt_argument_bytes(sqlite3_value *value);

/* The text of a value that is not NULL: its bytes as they are, or decoded into a new arena, which is the caller's (NULL
** otherwise). SQLITE_OK, SQLITE_NOMEM, or SQLITE_TOOBIG where it is longer than the connection allows. */
int lt_argument_text(sqlite3 *db, sqlite3_value *value, lt_utf8 *text, lt_arena **decoded);

/* The day of an anchor: none (year 0) if it is NULL or ''. False if it is something else than a date. */
bool lt_argument_day(sqlite3_value *value, lt_day *day);

#endif
