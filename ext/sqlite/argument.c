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

int lt_argument_text(sqlite3 *db, sqlite3_value *value, lt_utf8 *text, lt_arena **decoded) {
  *decoded = NULL;
  *text = lt_argument_bytes(value);
  /* A BLOB is taken to be UTF-8 until the text room decodes it. */
  if (text->at == NULL) return SQLITE_NOMEM;
  return text->bytes > (uint64_t)sqlite3_limit(db, SQLITE_LIMIT_LENGTH, -1) ? SQLITE_TOOBIG : SQLITE_OK;
}

bool lt_argument_day(sqlite3_value *value, lt_day *day) {
  *day = (lt_day){0};
  if (sqlite3_value_type(value) == SQLITE_NULL) return true;
  const char *text = (const char *)sqlite3_value_text(value);
  return text != NULL && (*text == '\0' || lt_day_read(text, day));
}
