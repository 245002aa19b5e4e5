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

lt_utf8 lt_argument_text(sqlite3_value *value, lt_arena **decoded) {
  lt_utf8 text = lt_argument_bytes(value);
  *decoded = NULL;
#if !LEITAI_DECODES /* a BLOB is taken to be UTF-8 until the text room decodes it */
  return text;
#else
  if (sqlite3_value_type(value) != SQLITE_BLOB || text.at == NULL) return text;
  *decoded = lt_arena_new(&lt_allocator_sqlite);
  if (*decoded == NULL) return (lt_utf8){NULL, 0};
  size_t bytes = 0;
  const char *at = lt_decode(*decoded, text.at, (size_t)text.bytes, &bytes);
  return (lt_utf8){at, bytes};
#endif
}

bool lt_argument_day(sqlite3_value *value, lt_day *day) {
  *day = (lt_day){0};
  if (sqlite3_value_type(value) == SQLITE_NULL) return true;
  const char *text = (const char *)sqlite3_value_text(value);
  return text != NULL && (*text == '\0' || lt_day_read(text, day));
}
