/* The archive is made equal to its source: every text is hashed, and those whose hash or version is another are read again. So the
** first build, 'sync', 'rebuild' and going on after a crash are one and the same pass, and what was interrupted goes on where it
** stopped: what is there already costs no more than being hashed.
**
** What transactions allow: a statement is all or nothing, so CREATE VIRTUAL TABLE and INSERT INTO arc(arc) VALUES('sync') read within
** one transaction, and an interrupt undoes it. SELECT llm_archive_sync('arc') writes nothing itself, so it can commit every few
** hundred articles; CREATE … USING llm_archive(…, later=1) leaves all reading to it. Between two commits others may write. Therefore
** nothing is on its way through the readers when it commits, and the pass goes on from the last key, in order of key. */
#include "sqlite/archive_article.h"
#include "sqlite/archive_batch.h"
#include "sqlite/archive_progress.h"

#include <stdlib.h>

enum { COMMIT_EVERY = 256 /* articles looked at */, SWEEP = 256 };

/* One article ---------------------------------------------------------------------------------------------------------------- */

/* Is the key in the archive, and has it been read as it is now? */
static int find(lt_archive *a, sqlite3_value *key, uint64_t hash, bool *known, bool *current) {
  int result;
  sqlite3_stmt *found = lt_archive_kept(a, LT_ARCHIVE_FIND, &result);
  if (found == NULL) return result;
  sqlite3_bind_value(found, 1, key);
  *known = sqlite3_step(found) == SQLITE_ROW;
  *current = *known && (uint64_t)sqlite3_column_int64(found, 0) == hash && sqlite3_column_int64(found, 1) == lt_archive_version(a);
  return lt_archive_explain(a, sqlite3_reset(found));
}

static int store(lt_archive *a, const lt_archive_article *article, bool counted) {
  bool known = false, current = false;
  int result = article->read ? find(a, article->key, article->hash, &known, &current) : SQLITE_NOMEM;
  if (result == SQLITE_OK && known) result = lt_archive_remove(a, article->key, counted);
  return result == SQLITE_OK ? lt_archive_put(a, article, counted) : result;
}

static int not_unique(lt_archive *a) {
  return lt_archive_fail(a, SQLITE_CONSTRAINT, sqlite3_mprintf("%s: two articles of %s have the same key", a->options.name, a->options.source));
}

/* The source's row of a key, if there is one. */
static int fetch(lt_archive *a, sqlite3_value *key, lt_archive_article *article, bool *there) {
  int result;
  sqlite3_stmt *row = lt_archive_kept(a, LT_ARCHIVE_TEXT, &result);
  if (row == NULL) return result;
  sqlite3_bind_value(row, 1, key);
  *there = sqlite3_step(row) == SQLITE_ROW;
  if (*there) {
    result = lt_archive_take(row, 1, article);
    if (result == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW) result = not_unique(a);
  }
  int reset = sqlite3_reset(row);
  return result == SQLITE_OK ? lt_archive_explain(a, reset) : result;
}

static int look(lt_archive *a, sqlite3_value *key, lt_archive_article *article, bool counted) {
  bool there = false, known = false, current = false;
  int result = fetch(a, key, article, &there);
  if (result == SQLITE_OK) result = find(a, key, article->hash, &known, &current);
  if (result != SQLITE_OK || (there && current)) return result;
  if (!there) return known ? lt_archive_remove(a, key, counted) : SQLITE_OK;
  article->key = sqlite3_value_dup(key);
  bool read = article->key && lt_archive_article_read(article, lt_archive_manner_of(a));
  return read ? store(a, article, counted) : SQLITE_NOMEM;
}

int lt_archive_look(lt_archive *a, sqlite3_value *key) {
  int64_t complete = 0;
  lt_archive_article *article = calloc(1, sizeof *article);
  int result = article ? lt_archive_refresh(a) : SQLITE_NOMEM;
  if (result == SQLITE_OK) result = lt_archive_find_source(a);
  if (result == SQLITE_OK) result = lt_archive_get(a, "complete", &complete);
  if (result == SQLITE_OK && sqlite3_value_type(key) != SQLITE_NULL) result = look(a, key, article, complete != 0);
  if (article) lt_archive_article_clear(article);
  free(article);
  return result;
}

/* Archives that follow no table ----------------------------------------------------------------------------------------------- */

int lt_archive_has(lt_archive *a, sqlite3_value *key, bool *has) {
  sqlite3_stmt *found;
  const char *table = a->options.content == LT_CONTENT_STORED ? "content" : "article";
  int result = lt_archive_prepare(a, &found, "SELECT 1 FROM @%s WHERE key = ?1", table);
  if (result == SQLITE_OK) result = sqlite3_bind_value(found, 1, key);
  *has = result == SQLITE_OK && sqlite3_step(found) == SQLITE_ROW;
  int finalized = sqlite3_finalize(found);
  return result == SQLITE_OK ? lt_archive_explain(a, finalized) : result;
}

static int run_with(lt_archive *a, const char *template, sqlite3_value *key, sqlite3_value *text, sqlite3_value *published) {
  sqlite3_stmt *statement;
  int result = lt_archive_prepare(a, &statement, template);
  if (result == SQLITE_OK) result = sqlite3_bind_value(statement, 1, key);
  if (result == SQLITE_OK && text) result = sqlite3_bind_value(statement, 2, text);
  if (result == SQLITE_OK && text) result = sqlite3_bind_value(statement, 3, published);
  if (result == SQLITE_OK) sqlite3_step(statement);
  int finalized = sqlite3_finalize(statement);
  return result == SQLITE_OK ? lt_archive_explain(a, finalized) : result;
}

/* A text that says nothing leaves nothing behind. */
static int write_stored(lt_archive *a, sqlite3_value *key, sqlite3_value *text, sqlite3_value *published) {
  static const char add[] = "INSERT OR REPLACE INTO @content(key, text, published) VALUES (?1, ?2, ?3)";
  int result = run_with(a, text ? add : "DELETE FROM @content WHERE key = ?1", key, text, published);
  if (result == SQLITE_OK) result = lt_archive_look(a, key);
  if (result == SQLITE_OK) result = run_with(a, "DELETE FROM @content WHERE key = ?1 AND key NOT IN (SELECT key FROM @article)", key, NULL, NULL);
  return result;
}

static int read_once(lt_archive *a, lt_archive_article *article, sqlite3_value *text, sqlite3_value *published) {
  sqlite3_stmt *row;
  int result = lt_archive_prepare(a, &row, "SELECT ?1, ?2");
  if (result == SQLITE_OK) result = sqlite3_bind_value(row, 1, text);
  if (result == SQLITE_OK) result = sqlite3_bind_value(row, 2, published);
  if (result == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW) result = lt_archive_take(row, 0, article);
  int finalized = sqlite3_finalize(row);
  if (result == SQLITE_OK) result = lt_archive_explain(a, finalized);
  if (result != SQLITE_OK) return result;
  return lt_archive_article_read(article, lt_archive_manner_of(a)) ? SQLITE_OK : SQLITE_NOMEM;
}

static int write_unkept(lt_archive *a, sqlite3_value *key, sqlite3_value *text, sqlite3_value *published) {
  if (text == NULL) return lt_archive_remove(a, key, true);
  lt_archive_article *article = calloc(1, sizeof *article);
  int result = article ? lt_archive_refresh(a) : SQLITE_NOMEM;
  if (article) article->key = sqlite3_value_dup(key);
  if (article && article->key == NULL) result = SQLITE_NOMEM;
  if (result == SQLITE_OK) result = read_once(a, article, text, published);
  if (result == SQLITE_OK) result = store(a, article, true);
  if (article) lt_archive_article_clear(article);
  free(article);
  return result;
}

int lt_archive_write(lt_archive *a, sqlite3_value *key, sqlite3_value *text, sqlite3_value *published) {
  return (a->options.content == LT_CONTENT_STORED ? write_stored : write_unkept)(a, key, text, published);
}

/* All articles --------------------------------------------------------------------------------------------------------------- */

typedef struct pass {
  lt_archive *a;
  lt_readers *readers;
  sqlite3_stmt *rows;
  sqlite3_value *last; /* the key the pass has come to */
  bool counted;        /* names and copies are kept in step */
  bool commit, keyed;  /* keyed: the source is read in order of key, and can be taken up again behind one */
  int interrupted;     /* why reading was stopped, if it was */
  uint32_t since;      /* articles since the last commit */
  lt_progress progress;
} pass;

/* sqlite3_is_interrupted() came with SQLite 3.41; any statement asks the same. */
static bool is_interrupted(void *asked) {
  pass *p = asked;
  sqlite3_stmt *nothing = lt_archive_kept(p->a, LT_ARCHIVE_NOTHING, &p->interrupted);
  if (nothing) p->interrupted = lt_archive_step(p->a, nothing);
  return p->interrupted != SQLITE_OK;
}

static int store_batch(pass *p) {
  lt_batch *batch = lt_readers_take(p->readers);
  int result = SQLITE_OK;
  if (batch == NULL || p->interrupted) return p->interrupted;
  for (uint32_t i = 0; i < batch->count && result == SQLITE_OK; i++) {
    lt_archive_article *article = &batch->articles[i];
    result = store(p->a, article, p->counted);
    lt_progress_add(&p->progress, 1, article->bytes);
    lt_archive_article_clear(article);
  }
  if (result == SQLITE_OK) lt_readers_done(p->readers);
  return result;
}

static int store_all(pass *p) {
  int result = SQLITE_OK;
  lt_readers_flush(p->readers);
  while (result == SQLITE_OK && lt_readers_take(p->readers)) result = store_batch(p);
  return result;
}

/* Copies the row's text for the readers. */
static int hand_over(pass *p, sqlite3_value *key) {
  lt_archive_article *article = lt_readers_add(p->readers);
  int result = article ? SQLITE_OK : store_batch(p);
  if (article == NULL && result == SQLITE_OK) article = lt_readers_add(p->readers);
  if (result != SQLITE_OK) return result;
  article->key = sqlite3_value_dup(key);
  result = article->key ? lt_archive_take(p->rows, 1, article) : SQLITE_NOMEM;
  if (result == SQLITE_OK) lt_readers_added(p->readers, article);
  return result;
}

static int look_at_row(pass *p) {
  lt_archive_article seen = {.key = NULL};
  bool known = false, current = false;
  sqlite3_value *key = sqlite3_column_value(p->rows, 0);
  if (sqlite3_value_type(key) == SQLITE_NULL) return SQLITE_OK;
  sqlite3_value_free(p->last);
  p->last = sqlite3_value_dup(key);
  int result = p->last ? lt_archive_see(p->rows, 1, &seen) : SQLITE_NOMEM;
  if (result == SQLITE_OK) result = find(p->a, p->last, seen.hash, &known, &current);
  if (result == SQLITE_OK && !current) return hand_over(p, p->last);
  lt_progress_add(&p->progress, 1, 0);
  return result;
}

/* From the beginning, or behind the last key. */
static int open_rows(pass *p) {
  sqlite3_finalize(p->rows);
  const char *order = !p->keyed ? "" : p->last ? "WHERE key > ?1 ORDER BY key" : "ORDER BY key";
  int result = lt_archive_prepare(p->a, &p->rows, "SELECT key, text, published FROM @source %s", order);
  if (result == SQLITE_OK && p->last) result = sqlite3_bind_value(p->rows, 1, p->last);
  return result;
}

static int commit(pass *p) {
  int result = store_all(p);
  p->since = 0;
  if (result == SQLITE_OK) result = sqlite3_reset(p->rows);
  if (result == SQLITE_OK) result = lt_progress_write(&p->progress, p->a, "reading");
  if (result == SQLITE_OK) result = lt_archive_run(p->a, "COMMIT");
  if (result == SQLITE_OK) result = lt_archive_run(p->a, "BEGIN IMMEDIATE");
  return result == SQLITE_OK ? open_rows(p) : result;
}

static int look_at_all(pass *p) {
  int result = open_rows(p);
  while (result == SQLITE_OK) {
    int step = sqlite3_step(p->rows);
    if (step == SQLITE_DONE) break;
    result = step == SQLITE_ROW ? look_at_row(p) : lt_archive_explain(p->a, step);
    if (result == SQLITE_OK && p->commit && ++p->since >= COMMIT_EVERY) result = commit(p);
  }
  return result == SQLITE_OK ? store_all(p) : result;
}

/* Articles that are gone from the source, a few at a time. */
static int sweep(pass *p) {
  static const char by_key[] = "NOT EXISTS (SELECT 1 FROM @source s WHERE s.key = a.key AND s.key = a.key COLLATE BINARY)";
  static const char by_list[] = "a.key NOT IN (SELECT s.key FROM @source s WHERE s.key IS NOT NULL)";
  sqlite3_value *keys[SWEEP];
  int count = 0, result;
  char *condition = lt_archive_sql(p->a, p->keyed ? by_key : by_list);
  do {
    sqlite3_stmt *rows;
    result = condition ? lt_archive_prepare(p->a, &rows, "SELECT a.key FROM @article a WHERE %s LIMIT 256", condition) : SQLITE_NOMEM;
    if (result != SQLITE_OK) break;
    for (count = 0; count < SWEEP && sqlite3_step(rows) == SQLITE_ROW; count++) keys[count] = sqlite3_value_dup(sqlite3_column_value(rows, 0));
    result = lt_archive_explain(p->a, sqlite3_finalize(rows));
    for (int i = 0; i < count; i++) {
      if (result == SQLITE_OK) result = keys[i] ? lt_archive_remove(p->a, keys[i], p->counted) : SQLITE_NOMEM;
      sqlite3_value_free(keys[i]);
    }
  } while (result == SQLITE_OK && count == SWEEP);
  sqlite3_free(condition);
  return result;
}

/* Is the key the rowid, or the only column of a UNIQUE index? */
static int find_keyed(pass *p) {
  const lt_archive_options *o = &p->a->options;
  int64_t unique = o->source == NULL;
  if (!p->a->source_is_table) {
    p->keyed = unique != 0;
    return SQLITE_OK;
  }
  char *test = sqlite3_mprintf("SELECT %Q IN ('rowid', 'oid', '_rowid_') OR (SELECT sum(pk > 0) = 1 AND"
      " max(name = %Q COLLATE NOCASE AND pk > 0) FROM pragma_table_xinfo(%Q, %Q)) OR EXISTS (SELECT 1 FROM pragma_index_list(%Q, %Q) l WHERE l.\"unique\" AND NOT l.partial AND"
      " (SELECT count(*) = 1 AND max(name = %Q COLLATE NOCASE) FROM pragma_index_info(l.name, %Q)))",
      o->key, o->key, o->source, o->source_schema, o->source, o->source_schema, o->key, o->source_schema);
  int result = test ? lt_archive_integer(p->a, &unique, "%s", test) : SQLITE_NOMEM;
  p->keyed = unique != 0;
  sqlite3_free(test);
  return result;
}

static int check_unique(pass *p) {
  int64_t twice = 0;
  if (p->keyed) return SQLITE_OK;
  int result = lt_archive_integer(p->a, &twice, "SELECT EXISTS (SELECT 1 FROM @source WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1)");
  return result == SQLITE_OK && twice ? not_unique(p->a) : result;
}

/* Once all articles have been read: what is cheaper to make in one go. */
static int complete(pass *p) {
  lt_progress_show(&p->progress, "indexing");
  int result = lt_archive_create_indexes(p->a);
  if (result == SQLITE_OK) {
    result = lt_archive_run(p->a, "DELETE FROM @names; INSERT INTO @names SELECT name, kind, count(DISTINCT key), sum(mentions) FROM"
                            " (SELECT key, name, kind, mentions FROM @players UNION ALL SELECT key, name, 'model', mentions FROM @models) GROUP BY name, kind");
  }
  if (result == SQLITE_OK) result = lt_archive_copies_all(p->a);
  return result == SQLITE_OK ? lt_archive_set(p->a, "complete", 1) : result;
}

static int run_pass(pass *p) {
  int64_t pending = 0, total = 0;
  int result = find_keyed(p);
  if (!p->keyed) p->commit = false;
  if (result == SQLITE_OK) result = check_unique(p);
  if (result == SQLITE_OK) result = lt_archive_integer(p->a, &pending, "SELECT max(rowid) FROM @pending");
  if (result == SQLITE_OK) result = lt_archive_integer(p->a, &total, "SELECT count(*) FROM @source");
  lt_progress_begin(&p->progress, total);
  if (result == SQLITE_OK) result = look_at_all(p);
  if (result == SQLITE_OK) result = sweep(p);
  if (result == SQLITE_OK && !p->counted) result = complete(p);
  char *until = sqlite3_mprintf("%lld", (long long)pending);
  if (result == SQLITE_OK) result = until ? lt_archive_run(p->a, "DELETE FROM @pending WHERE rowid <= %s", until) : SQLITE_NOMEM;
  sqlite3_free(until);
  return result == SQLITE_OK ? lt_progress_write(&p->progress, p->a, "complete") : result;
}

static int sync(lt_archive *a, bool commit) {
  int64_t counted = 0;
  int result = lt_archive_get(a, "complete", &counted);
  if (result != SQLITE_OK) return result;
  pass p = {.a = a, .counted = counted != 0, .commit = commit};
  lt_vocabulary *vocabulary = lt_vocabulary_use(a->connection->vocabulary);
  p.readers = lt_readers_new(a->options.threads, lt_archive_manner_of(a), is_interrupted, &p);
  result = p.readers ? run_pass(&p) : SQLITE_NOMEM;
  lt_readers_free(p.readers);
  lt_vocabulary_drop(vocabulary);
  sqlite3_finalize(p.rows);
  sqlite3_value_free(p.last);
  lt_progress_end(&p.progress);
  return result;
}

static int no_texts(lt_archive *a) {
  return lt_archive_fail(a, SQLITE_ERROR, sqlite3_mprintf("%s: the texts were not kept (content=none), so they cannot be read again", a->options.name));
}

/* An archive that another Leitai made, with other tables, is made anew; so is one in which everything is stale. */
static int is_outdated(lt_archive *a, bool *outdated) {
  int64_t shape = 0, articles = 0;
  sqlite3_stmt *current;
  int result = lt_archive_get(a, "shape", &shape);
  *outdated = result == SQLITE_OK && shape != lt_archive_shape(a);
  if (result == SQLITE_OK && !*outdated) result = lt_archive_integer(a, &articles, "SELECT EXISTS (SELECT 1 FROM @article)");
  if (result != SQLITE_OK || articles == 0) return result;
  result = lt_archive_prepare(a, &current, "SELECT 1 FROM @article WHERE version = ?1 LIMIT 1");
  if (result != SQLITE_OK) return result;
  sqlite3_bind_int64(current, 1, lt_archive_version(a));
  *outdated = sqlite3_step(current) == SQLITE_DONE;
  return lt_archive_explain(a, sqlite3_finalize(current));
}

int lt_archive_sync(lt_archive *a, bool commit) {
  bool outdated = false;
  if (a->options.content == LT_CONTENT_NONE) return no_texts(a);
  int result = lt_archive_refresh(a);
  if (result == SQLITE_OK) result = lt_archive_find_source(a);
  if (result == SQLITE_OK) result = is_outdated(a, &outdated);
  if (result == SQLITE_OK && outdated) result = lt_archive_clear(a);
  bool missing = false;
  if (result == SQLITE_OK) result = lt_archive_triggers_missing(a, &missing);
  if (result == SQLITE_OK && missing) result = lt_archive_create_triggers(a);
  return result == SQLITE_OK ? sync(a, commit) : result;
}

int lt_archive_rebuild(lt_archive *a) {
  if (a->options.content == LT_CONTENT_NONE) return no_texts(a);
  int result = lt_archive_find_source(a);
  if (result == SQLITE_OK) result = lt_archive_clear(a);
  return result == SQLITE_OK ? lt_archive_sync(a, false) : result;
}
