/* Short text goes through the stack into the register's own buffer, which SQLite keeps from row to row; long text is written
** once into a block that SQLite takes over. SQLITE_STATIC is only for our own words: a register can outlive the reading (max()
** keeps what it has seen). */
#include "sqlite/result.h"

#include "base/utf8.h"

enum { SHORT = 170 }; /* characters: half a kilobyte of UTF-8 */

static void short_text(sqlite3_context *context, lt_slice text) {
  char utf8[3 * SHORT];
  sqlite3_result_text64(context, utf8, lt_utf8_write(utf8, text), SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void long_text(sqlite3_context *context, lt_slice text) {
  char *utf8 = sqlite3_malloc64(lt_utf8_room(text));
  if (utf8) sqlite3_result_text64(context, utf8, lt_utf8_write(utf8, text), sqlite3_free, SQLITE_UTF8);
  else sqlite3_result_error_nomem(context);
}

static void day_text(sqlite3_context *context, lt_day day) {
  char iso[LT_DAY_ROOM];
  sqlite3_result_text64(context, iso, lt_day_write(iso, day), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void lt_result(sqlite3_context *context, lt_value value) {
  switch (value.kind) {
    case LT_VALUE_NULL: sqlite3_result_null(context); break;
    case LT_VALUE_INTEGER: sqlite3_result_int64(context, value.integer); break;
    case LT_VALUE_REAL: sqlite3_result_double(context, value.real); break;
    case LT_VALUE_TEXT: (value.text.length <= SHORT ? short_text : long_text)(context, value.text); break;
    case LT_VALUE_UTF8: sqlite3_result_text64(context, value.utf8.at, value.utf8.bytes, SQLITE_TRANSIENT, SQLITE_UTF8); break;
    case LT_VALUE_WORD: sqlite3_result_text64(context, value.utf8.at, value.utf8.bytes, SQLITE_STATIC, SQLITE_UTF8); break;
    case LT_VALUE_DAY: day_text(context, value.day); break;
  }
}
