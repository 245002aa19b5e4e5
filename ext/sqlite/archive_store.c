/* Rows into an archive's tables, and out of them. One prepared INSERT and one DELETE a table; the key is bound once an article. */
#include "sqlite/archive_article.h"

#include "base/utf8.h"

#include <string.h>

/* Parameters that stand before the table's own columns. */
enum { BEFORE_ROW = 2, BEFORE_ARTICLE = 5 };

static int insert_into(lt_archive *a, uint32_t table, sqlite3_stmt **insert) {
  *insert = a->inserts[table];
  if (*insert) return SQLITE_OK;
  const lt_table *t = lt_tables[table];
  int before = lt_archive_is_article(lt_tables[table]) ? BEFORE_ARTICLE : BEFORE_ROW;
  sqlite3_str *columns = sqlite3_str_new(NULL);
  sqlite3_str_appendall(columns, lt_archive_is_article(lt_tables[table]) ? "key, day, hash, version, fingerprint" : "key, row");
  for (uint32_t i = 0; i < t->column_count; i++) sqlite3_str_appendf(columns, ", \"%w\"", t->columns[i].name);
  sqlite3_str_appendall(columns, ") VALUES (?1");
  for (int i = 1; i < before + (int)t->column_count; i++) sqlite3_str_appendf(columns, ", ?%d", i + 1);
  char *list = sqlite3_str_finish(columns);
  int result = list ? lt_archive_prepare(a, &a->inserts[table], "INSERT INTO @%s(%s)", lt_archive_suffix(t), list) : SQLITE_NOMEM;
  sqlite3_free(list);
  *insert = a->inserts[table];
  return result;
}

static int delete_from(lt_archive *a, uint32_t table, sqlite3_stmt **remove) {
  int result = SQLITE_OK;
  if (!a->removes[table]) result = lt_archive_prepare(a, &a->removes[table], "DELETE FROM @%s WHERE key = ?1", lt_archive_suffix(lt_tables[table]));
  *remove = a->removes[table];
  return result;
}

static int bind_text(lt_arena *arena, sqlite3_stmt *insert, int at, lt_slice text) {
  char *utf8 = lt_arena_block(arena, lt_utf8_room(text) + 1);
  if (utf8 == NULL) return SQLITE_NOMEM;
  size_t bytes = lt_utf8_write(utf8, text);
  lt_arena_trim(arena, utf8, bytes + 1);
  return sqlite3_bind_text64(insert, at, utf8, bytes, SQLITE_STATIC, SQLITE_UTF8);
}

static int bind_day(sqlite3_stmt *insert, int at, lt_day day) {
  char iso[LT_DAY_ROOM];
  return sqlite3_bind_text64(insert, at, iso, lt_day_write(iso, day), SQLITE_TRANSIENT, SQLITE_UTF8);
}

/* Text lives in the arena until the row is in. */
static int bind(lt_arena *arena, sqlite3_stmt *insert, int at, lt_value value) {
  switch (value.kind) {
    case LT_VALUE_INTEGER: return sqlite3_bind_int64(insert, at, value.integer);
    case LT_VALUE_REAL: return sqlite3_bind_double(insert, at, value.real);
    case LT_VALUE_TEXT: return bind_text(arena, insert, at, value.text);
    case LT_VALUE_UTF8: return sqlite3_bind_text64(insert, at, value.utf8.at, value.utf8.bytes, SQLITE_TRANSIENT, SQLITE_UTF8);
    case LT_VALUE_WORD: return sqlite3_bind_text64(insert, at, value.utf8.at, value.utf8.bytes, SQLITE_STATIC, SQLITE_UTF8);
    case LT_VALUE_DAY: return bind_day(insert, at, value.day);
    default: return sqlite3_bind_null(insert, at);
  }
}

static uint32_t column_called(const lt_table *t, const char *name) {
  uint32_t i = 0;
  while (i < t->column_count && strcmp(t->columns[i].name, name) != 0) i++;
  return i;
}

/* day: the day that was given, or else the one that the page tells. */
static int bind_article(lt_archive *a, const lt_archive_article *article, const lt_rows *rows, sqlite3_stmt *insert) {
  lt_value day = article->given.year ? lt_value_day(article->given) : lt_rows_value(rows, 0, column_called(rows->table, "published"));
  sqlite3_bind_int64(insert, 3, (sqlite3_int64)article->hash);
  sqlite3_bind_int64(insert, 4, lt_archive_version(a));
  if (article->has_fingerprint) sqlite3_bind_int64(insert, 5, (sqlite3_int64)article->fingerprint);
  return bind(article->arena, insert, 2, day);
}

static int too_long(lt_archive *a) {
  return lt_archive_fail(a, SQLITE_TOOBIG, sqlite3_mprintf("%s: the text of an article is longer than SQLite's limit for this connection", a->options.name));
}

static int put_row(lt_archive *a, const lt_archive_article *article, const lt_rows *rows, uint32_t row, sqlite3_stmt *insert) {
  bool of_article = lt_archive_is_article(rows->table);
  int before = of_article ? BEFORE_ARTICLE : BEFORE_ROW, result = SQLITE_OK;
  if (of_article) result = bind_article(a, article, rows, insert);
  else sqlite3_bind_int64(insert, 2, (sqlite3_int64)row + 1);
  for (uint32_t i = 0; i < rows->table->column_count && result == SQLITE_OK; i++) {
    bool left_out = of_article && !a->options.body && strcmp(rows->table->columns[i].name, "body") == 0;
    result = bind(article->arena, insert, before + (int)i + 1, left_out ? LT_NULL : lt_rows_value(rows, row, i));
  }
  if (result == SQLITE_TOOBIG) return too_long(a);
  return result == SQLITE_OK ? lt_archive_step(a, insert) : result;
}

static int put_rows(lt_archive *a, const lt_archive_article *article, uint32_t table) {
  const lt_rows *rows = &article->rows[table];
  sqlite3_stmt *insert;
  int result = rows->count ? insert_into(a, table, &insert) : SQLITE_OK;
  if (result != SQLITE_OK || rows->count == 0) return result;
  result = sqlite3_bind_value(insert, 1, article->key);
  for (uint32_t i = 0; i < rows->count && result == SQLITE_OK; i++) result = put_row(a, article, rows, i, insert);
  sqlite3_clear_bindings(insert); /* they borrow from the article */
  return result;
}

static int step_with_key(lt_archive *a, lt_archive_statement which, sqlite3_value *key) {
  int result;
  sqlite3_stmt *statement = lt_archive_kept(a, which, &result);
  if (statement == NULL) return result;
  sqlite3_bind_value(statement, 1, key);
  result = lt_archive_step(a, statement);
  sqlite3_clear_bindings(statement);
  return result;
}

static int put_search(lt_archive *a, sqlite3_value *key) {
  return a->options.search ? step_with_key(a, LT_ARCHIVE_SEARCH_ADD, key) : SQLITE_OK;
}

static int count(lt_archive *a, const lt_archive_article *article) {
  int result = step_with_key(a, LT_ARCHIVE_NAMES_ADD, article->key);
  if (result == SQLITE_OK && article->has_fingerprint) result = lt_archive_copies_add(a, article->key, article->fingerprint);
  return result;
}

int lt_archive_put(lt_archive *a, const lt_archive_article *article, bool counted) {
  int result = SQLITE_OK;
  if (!lt_archive_says_anything(article)) return SQLITE_OK;
  for (uint32_t i = 0; i < lt_table_count && result == SQLITE_OK; i++) {
    if (lt_archive_keeps(a, i)) result = put_rows(a, article, i);
  }
  if (result == SQLITE_OK) result = put_search(a, article->key);
  return result == SQLITE_OK && counted ? count(a, article) : result;
}

static int uncount(lt_archive *a, sqlite3_value *key) {
  int result = step_with_key(a, LT_ARCHIVE_NAMES_TAKE, key);
  if (result == SQLITE_OK) result = step_with_key(a, LT_ARCHIVE_NAMES_DROP, key);
  return result == SQLITE_OK ? lt_archive_copies_take(a, key) : result;
}

int lt_archive_remove(lt_archive *a, sqlite3_value *key, bool counted) {
  int result = counted ? uncount(a, key) : SQLITE_OK;
  if (result == SQLITE_OK && a->options.search) result = step_with_key(a, LT_ARCHIVE_SEARCH_TAKE, key);
  for (uint32_t i = 0; i < lt_table_count && result == SQLITE_OK; i++) {
    sqlite3_stmt *remove;
    if (!lt_archive_keeps(a, i)) continue;
    result = delete_from(a, i, &remove);
    if (result != SQLITE_OK) break;
    sqlite3_bind_value(remove, 1, key);
    result = lt_archive_step(a, remove);
    sqlite3_clear_bindings(remove);
  }
  return result;
}
