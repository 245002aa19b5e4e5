/* SQLite converts a value in place, so its bytes stay valid until its next conversion; nobody here asks for another one. */
#include "sqlite/argument.h"

#include "sqlite/connection.h"
#include "text/decode.h"

lt_utf8 lt_argument_bytes(sqlite3_value *value) {
  bool blob = sqlite3_value_type(value) == SQLITE_BLOB;
  const char *at = blob ? sqlite3_value_blob(value) : (const char *)sqlite3_value_text(value);
  uint64_t bytes = (uint64_t)sqlite3_value_bytes(value);
  return (lt_utf8){at == NULL && blob && bytes == 0 ? "" : at, bytes};
}

/* A BLOB's text in a new arena. */
static lt_arena *decode(lt_utf8 *text) {
  lt_arena *arena = lt_arena_new(&lt_allocator_sqlite);
  size_t length = 0;
  text->at = arena ? lt_decode(arena, text->at, (size_t)text->bytes, &length) : NULL;
  text->bytes = length;
  return arena;
}

int lt_argument_text(sqlite3 *db, sqlite3_value *value, lt_utf8 *text, lt_arena **decoded) {
  uint64_t longest = (uint64_t)sqlite3_limit(db, SQLITE_LIMIT_LENGTH, -1);
  *decoded = NULL;
  *text = lt_argument_bytes(value);
  if (text->at && text->bytes <= longest && sqlite3_value_type(value) == SQLITE_BLOB) *decoded = decode(text);
  if (text->at == NULL) return SQLITE_NOMEM;
  return text->bytes > longest ? SQLITE_TOOBIG : SQLITE_OK;
}

bool lt_argument_day(sqlite3_value *value, lt_day *day) {
  *day = (lt_day){0};
  if (sqlite3_value_type(value) == SQLITE_NULL) return true;
  const char *text = (const char *)sqlite3_value_text(value);
  return text != NULL && (*text == '\0' || lt_day_read(text, day));
}
