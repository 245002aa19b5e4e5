/* One article on its way into an archive: its text is read, and its rows are made, by whichever thread; SQLite is not asked. */
#ifndef LT_SQLITE_ARCHIVE_ARTICLE_H
#define LT_SQLITE_ARCHIVE_ARTICLE_H

#include "sqlite/archive.h"

typedef struct lt_archive_article {
  sqlite3_value *key;
  char *text; /* from malloc */
  size_t bytes;
  bool is_blob;
  lt_day given; /* the day of publication that the source tells; year 0: none */
  uint64_t hash;

  bool read; /* and then: */
  lt_reading *reading;
  lt_arena *arena; /* of the rows, and of the text that a BLOB was decoded to */
  lt_rows rows[LT_ARCHIVE_TABLES]; /* by index in lt_tables; only those that the archive keeps */
  bool has_fingerprint;
  uint64_t fingerprint;
} lt_archive_article;

/* Of the text, what type it has, and the day that was given: whoever changes one of these changes rows. */
uint64_t lt_archive_hash(const void *text, size_t bytes, bool is_blob, lt_day given);

/* How articles are read. */
typedef struct lt_archive_manner {
  const lt_lexicon *lexicon;
  bool with_tagger;
  uint32_t tables; /* whose rows are wanted: bits */
} lt_archive_manner;

static inline lt_archive_manner lt_archive_manner_of(const lt_archive *a) {
  return (lt_archive_manner){a->connection->vocabulary->lexicon, a->connection->with_tagger, a->options.tables};
}

/* Reads the text and fills the rows. False: out of memory. Any thread, each its own article. */
bool lt_archive_article_read(lt_archive_article *article, lt_archive_manner manner);

/* From a row of the source, columns from `first` on: text, published. see: all but the text; take: and a copy of it. */
int lt_archive_see(sqlite3_stmt *row, int first, lt_archive_article *article);
int lt_archive_take(sqlite3_stmt *row, int first, lt_archive_article *article);

/* Is there a row of llm_article? A blank text has none, and is not kept. */
bool lt_archive_says_anything(const lt_archive_article *article);

/* Lets go of the reading and of what was put into the article. */
void lt_archive_article_clear(lt_archive_article *article);

/* Into the archive, out of it. counted: names and copies are kept in step, which waits until all articles have been read once.
** An article that says nothing has no rows at all. */
int lt_archive_put(lt_archive *a, const lt_archive_article *article, bool counted);
int lt_archive_remove(lt_archive *a, sqlite3_value *key, bool counted);

/* Copies: which articles are copies of one another (archive_copies.c). */
int lt_archive_copies_add(lt_archive *a, sqlite3_value *key, uint64_t fingerprint);
int lt_archive_copies_take(lt_archive *a, sqlite3_value *key);
int lt_archive_copies_all(lt_archive *a); /* anew, for all articles */

#endif
