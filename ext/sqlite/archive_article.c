/* A row of the source → an article; its text → rows of every table. Memory comes from the C library, not from SQLite: threads ask for it side by side. */
#include "sqlite/archive_article.h"

#include "base/utf8.h"
#include "document/fingerprint.h"
#include "reading/calendar.h"
#include "text/decode.h"

#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t lt_archive_hash(const void *text, size_t bytes, bool is_blob, lt_day given) {
  uint64_t seed = (uint64_t)(uint32_t)given.year << 32 | (uint64_t)given.month << 16 | (uint64_t)given.day << 8 | is_blob;
  return XXH3_64bits_withSeed(text, bytes, seed);
}

/* Seconds since 1970, or milliseconds. */
static lt_day day_of_seconds(sqlite3_int64 seconds) {
  if (seconds > 100000000000) seconds /= 1000;
  return seconds > 0 && seconds < 253402300800 ? lt_day_of_number((int32_t)(seconds / 86400)) : (lt_day){0};
}

static bool is_number(const char *utf8, int bytes) { return bytes >= 9 && strspn(utf8, "0123456789") == (size_t)bytes; }

/* 2023-05-09…, or as people write it: 2023年5月9日, 2023/5/9. A column of type TEXT makes text of seconds, too. */
static lt_day day_of_text(const char *utf8, int bytes) {
  lt_day day = {0};
  if (utf8 == NULL || lt_day_read(utf8, &day)) return day;
  if (is_number(utf8, bytes)) return day_of_seconds(strtoll(utf8, NULL, 10));
  lt_arena *arena = lt_arena_new(&lt_allocator_sqlite);
  if (arena == NULL) return day;
  lt_period period = lt_date_parse(lt_utf8_read(arena, utf8, (size_t)bytes), (lt_day){0});
  lt_arena_free(arena);
  return period.grain == LT_GRAIN_DAY ? period.start : (lt_day){0};
}

static lt_day day_of_value(sqlite3_stmt *row, int column) {
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL: return (lt_day){0};
    case SQLITE_INTEGER:
    case SQLITE_FLOAT: return day_of_seconds(sqlite3_column_int64(row, column));
    default: {
      const char *text = (const char *)sqlite3_column_text(row, column);
      return day_of_text(text, sqlite3_column_bytes(row, column));
    }
  }
}

int lt_archive_see(sqlite3_stmt *row, int first, lt_archive_article *article) {
  article->given = day_of_value(row, first + 1);
  article->is_blob = sqlite3_column_type(row, first) == SQLITE_BLOB;
  const void *text = article->is_blob ? sqlite3_column_blob(row, first) : sqlite3_column_text(row, first);
  article->bytes = (size_t)sqlite3_column_bytes(row, first);
  article->hash = lt_archive_hash(text ? text : "", article->bytes, article->is_blob, article->given);
  bool empty = article->is_blob ? article->bytes == 0 : sqlite3_column_type(row, first) == SQLITE_NULL;
  return text || empty ? SQLITE_OK : SQLITE_NOMEM;
}

/* Texts are ended by a 0, as SQLite's are. */
int lt_archive_take(sqlite3_stmt *row, int first, lt_archive_article *article) {
  int result = lt_archive_see(row, first, article);
  if (result != SQLITE_OK) return result;
  article->text = malloc(article->bytes + 1);
  if (article->text == NULL) return SQLITE_NOMEM;
  if (article->bytes) memcpy(article->text, article->is_blob ? sqlite3_column_blob(row, first) : sqlite3_column_text(row, first), article->bytes);
  article->text[article->bytes] = '\0';
  return SQLITE_OK;
}

static bool read_text(lt_archive_article *article, lt_archive_manner manner, lt_utf8 *stored) {
  size_t length = article->bytes;
  const char *text = article->is_blob ? lt_decode(article->arena, article->text, article->bytes, &length) : article->text;
  *stored = (lt_utf8){text, length};
  article->reading = text ? lt_reading_new(&lt_allocator_libc, manner.lexicon, text, length) : NULL;
  if (article->reading == NULL) return false;
  article->reading->with_tagger = manner.with_tagger;
  return true;
}

static bool fill_table(lt_archive_article *article, uint32_t table, lt_utf8 stored, const lt_lexicon *lexicon) {
  const lt_table *t = lt_tables[table];
  unsigned stages = 1u << t->stage;
  for (uint32_t i = 0; i < t->column_count; i++) stages |= 1u << t->columns[i].stage;
  for (int stage = 0; stage < LT_STAGE_COUNT; stage++) {
    if (stages >> stage & 1 && !lt_reading_need(article->reading, (lt_stage)stage)) return false;
  }
  article->rows[table] = (lt_rows){.table = t, .arena = article->arena, .reading = article->reading, .lexicon = lexicon, .stored = stored, .anchor = article->given};
  t->fill(article->reading, &article->rows[table]);
  return !lt_arena_failed(article->arena) && !lt_arena_failed(article->reading->arena);
}

bool lt_archive_article_read(lt_archive_article *article, lt_archive_manner manner) {
  lt_utf8 stored;
  article->arena = lt_arena_new(&lt_allocator_libc);
  bool good = article->arena && read_text(article, manner, &stored);
  for (uint32_t i = 0; good && i < lt_table_count; i++) {
    if (manner.tables >> i & 1) good = fill_table(article, i, stored, manner.lexicon);
  }
  article->has_fingerprint = good && lt_fingerprint(article->reading->document, &article->fingerprint);
  return article->read = good;
}

bool lt_archive_says_anything(const lt_archive_article *article) {
  bool any = false;
  for (uint32_t i = 0; i < lt_table_count; i++) any |= lt_archive_is_article(lt_tables[i]) && article->rows[i].count > 0;
  return any;
}

void lt_archive_article_clear(lt_archive_article *article) {
  lt_reading_free(article->reading);
  lt_arena_free(article->arena);
  sqlite3_value_free(article->key);
  free(article->text);
  *article = (lt_archive_article){.key = NULL};
}
