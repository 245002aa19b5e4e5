/* The tables an archive keeps. Those of rows have the columns of the llm_* tables' own descriptions behind the article's key and
** the row's number; they are WITHOUT ROWID, so that an article's rows lie together: found by key without an index of their own,
** and dropped in one stroke.
**
** pending alone is not a shadow table in SQLite's sense: the triggers write it, and in defensive mode a trigger may write no more
** than its user. What stands there is no more than a hint which articles to look at again. */
#include "sqlite/archive.h"

#include <string.h>

/* Columns that are asked for by value, wherever they stand. */
static const char *const indexed[] = {"name", "member", "subject", "object", "speaker", "source", "metric", "start_date"};

static const char *const own_tables[] = {"names", "copies", "config", "progress", "pending", "content"};

const char *lt_archive_suffix(const lt_table *table) { return table->name + strlen("llm_"); }

int lt_archive_is_shadow(const char *suffix) {
  for (size_t i = 0; i < sizeof own_tables / sizeof *own_tables; i++) {
    if (sqlite3_stricmp(suffix, own_tables[i]) == 0) return strcmp(own_tables[i], "pending") != 0;
  }
  for (uint32_t i = 0; i < lt_table_count; i++) {
    if (lt_tables[i]->arguments[0] && sqlite3_stricmp(suffix, lt_archive_suffix(lt_tables[i])) == 0) return 1;
  }
  return 0;
}

bool lt_archive_is_article(const lt_table *table) { return strcmp(lt_archive_suffix(table), "article") == 0; }

static void append_columns(sqlite3_str *sql, const lt_table *t) {
  for (uint32_t i = 0; i < t->column_count; i++) {
    sqlite3_str_appendf(sql, ", \"%w\" %s", t->columns[i].name, lt_column_type(t->columns[i].kind));
  }
}

static int create_rows_table(lt_archive *a, const lt_table *t) {
  const char *key = a->options.key_type;
  sqlite3_str *columns = sqlite3_str_new(NULL);
  if (lt_archive_is_article(t)) {
    sqlite3_str_appendf(columns, "article INTEGER PRIMARY KEY, key %s NOT NULL UNIQUE, day TEXT, hash INTEGER NOT NULL,"
                        " version INTEGER NOT NULL, fingerprint INTEGER", key);
  } else {
    sqlite3_str_appendf(columns, "key %s NOT NULL, row INTEGER NOT NULL", key);
  }
  append_columns(columns, t);
  sqlite3_str_appendall(columns, lt_archive_is_article(t) ? ") STRICT" : ", PRIMARY KEY(key, row)) STRICT, WITHOUT ROWID");
  char *list = sqlite3_str_finish(columns);
  int result = list ? lt_archive_run(a, "CREATE TABLE @%s(%s", lt_archive_suffix(t), list) : SQLITE_NOMEM;
  sqlite3_free(list);
  return result;
}

static int create_own_tables(lt_archive *a) {
  const char *key = a->options.key_type;
  int result = lt_archive_run(a,
      "CREATE TABLE @names(name TEXT NOT NULL, kind TEXT NOT NULL, articles INTEGER NOT NULL, mentions INTEGER NOT NULL,"
      " PRIMARY KEY(name, kind)) STRICT, WITHOUT ROWID;"
      "CREATE TABLE @copies(key %s PRIMARY KEY NOT NULL, original %s NOT NULL) STRICT, WITHOUT ROWID;"
      "CREATE TABLE @config(name TEXT PRIMARY KEY NOT NULL, value INTEGER) STRICT, WITHOUT ROWID;"
      "CREATE TABLE @progress(state TEXT NOT NULL, articles INTEGER, total INTEGER, megabytes REAL, seconds REAL,"
      " megabytes_per_second REAL, seconds_left REAL) STRICT;"
      "INSERT INTO @progress(state) VALUES ('new');"
      "CREATE TABLE @pending(key ANY) STRICT;", key, key);
  if (result == SQLITE_OK && a->options.content == LT_CONTENT_STORED) {
    result = lt_archive_run(a, "CREATE TABLE @content(key %s PRIMARY KEY NOT NULL, text ANY, published ANY) STRICT", key);
  }
  return result;
}

static int create_search(lt_archive *a) {
  if (!a->options.search) return SQLITE_OK;
  return lt_archive_run(a, "CREATE VIRTUAL TABLE @search USING fts5(title, body, tokenize=leitai)");
}

int lt_archive_create_tables(lt_archive *a) {
  int result = create_own_tables(a);
  for (uint32_t i = 0; i < lt_table_count && result == SQLITE_OK; i++) {
    if (lt_archive_keeps(a, i)) result = create_rows_table(a, lt_tables[i]);
  }
  if (result == SQLITE_OK) result = create_search(a);
  return result == SQLITE_OK ? lt_archive_set(a, "shape", lt_archive_shape(a)) : result;
}

/* Calls action with the name of each table there may be. */
static int for_each_table(lt_archive *a, int (*action)(lt_archive *, const char *suffix, const char *argument), const char *argument) {
  int result = SQLITE_OK;
  for (size_t i = 0; i < sizeof own_tables / sizeof *own_tables && result == SQLITE_OK; i++) result = action(a, own_tables[i], argument);
  for (uint32_t i = 0; i < lt_table_count && result == SQLITE_OK; i++) {
    if (lt_tables[i]->arguments[0]) result = action(a, lt_archive_suffix(lt_tables[i]), argument);
  }
  return result;
}

static int drop(lt_archive *a, const char *suffix, const char *argument) {
  (void)argument;
  return lt_archive_run(a, "DROP TABLE IF EXISTS @%s", suffix);
}

int lt_archive_drop_tables(lt_archive *a) {
  lt_archive_finalize(a);
  int result = drop(a, "search", NULL);
  return result == SQLITE_OK ? for_each_table(a, drop, NULL) : result;
}

static int table_exists(lt_archive *a, const char *name, bool *exists) {
  int result = sqlite3_table_column_metadata(lt_archive_db(a), a->options.schema, name, NULL, NULL, NULL, NULL, NULL, NULL);
  *exists = result == SQLITE_OK;
  return result == SQLITE_ERROR ? SQLITE_OK : result;
}

static int rename_table(lt_archive *a, const char *suffix, const char *new_name) {
  char *from = sqlite3_mprintf("%s_%s", a->options.name, suffix), *to = sqlite3_mprintf("%s_%s", new_name, suffix);
  bool exists = false;
  int result = from && to ? table_exists(a, from, &exists) : SQLITE_NOMEM;
  if (result == SQLITE_OK && exists) result = lt_archive_run(a, "ALTER TABLE @%s RENAME TO %w", suffix, to);
  sqlite3_free(from);
  sqlite3_free(to);
  return result;
}

int lt_archive_rename_tables(lt_archive *a, const char *name) {
  lt_archive_finalize(a);
  char *kept = sqlite3_mprintf("%s", name);
  int result = kept ? for_each_table(a, rename_table, name) : SQLITE_NOMEM;
  if (result == SQLITE_OK) result = rename_table(a, "search", name);
  if (result != SQLITE_OK) {
    sqlite3_free(kept);
    return result;
  }
  sqlite3_free(a->options.name);
  a->options.name = kept;
  return SQLITE_OK;
}

/* Making an archive anew: SQLite drops no table while a statement runs, so rows go, and what another Leitai did not have is added. */

static int add_columns(lt_archive *a, const lt_table *t) {
  int result = SQLITE_OK;
  char *table = sqlite3_mprintf("%s_%s", a->options.name, lt_archive_suffix(t));
  for (uint32_t i = 0; table && i < t->column_count && result == SQLITE_OK; i++) {
    const lt_column *c = &t->columns[i];
    int there = sqlite3_table_column_metadata(lt_archive_db(a), a->options.schema, table, c->name, NULL, NULL, NULL, NULL, NULL);
    if (there == SQLITE_ERROR) result = lt_archive_run(a, "ALTER TABLE @%s ADD COLUMN %w %s", lt_archive_suffix(t), c->name, lt_column_type(c->kind));
    else result = there;
  }
  sqlite3_free(table);
  return table ? result : SQLITE_NOMEM;
}

static int clear_rows_table(lt_archive *a, const lt_table *t) {
  bool exists = false;
  char *name = sqlite3_mprintf("%s_%s", a->options.name, lt_archive_suffix(t));
  int result = name ? table_exists(a, name, &exists) : SQLITE_NOMEM;
  sqlite3_free(name);
  if (result == SQLITE_OK && !exists) return create_rows_table(a, t);
  if (result == SQLITE_OK) result = lt_archive_run(a, "DELETE FROM @%s", lt_archive_suffix(t));
  return result == SQLITE_OK ? add_columns(a, t) : result;
}

int lt_archive_clear(lt_archive *a) {
  lt_archive_finalize(a);
  int result = lt_archive_run(a, "DELETE FROM @names; DELETE FROM @copies");
  if (result == SQLITE_OK && a->options.search) result = lt_archive_run(a, "DELETE FROM @search");
  for (uint32_t i = 0; i < lt_table_count && result == SQLITE_OK; i++) {
    if (lt_archive_keeps(a, i)) result = clear_rows_table(a, lt_tables[i]);
  }
  if (result == SQLITE_OK) result = lt_archive_set(a, "complete", 0);
  return result == SQLITE_OK ? lt_archive_set(a, "shape", lt_archive_shape(a)) : result;
}

/* Indexes -------------------------------------------------------------------------------------------------------------------- */

/* Index names are shared by all tables of a schema, and stay when an archive is renamed: the first that is free. */
static char *free_name(lt_archive *a, const char *suffix, const char *what, int *result) {
  for (int n = 1;; n++) {
    char *name = n == 1 ? sqlite3_mprintf("%s_%s_%s", a->options.name, suffix, what) : sqlite3_mprintf("%s_%s_%s_%d", a->options.name, suffix, what, n);
    char *literal = sqlite3_mprintf("%Q", name);
    int64_t taken = 1;
    *result = name && literal ? lt_archive_integer(a, &taken, "SELECT count(*) FROM %w.sqlite_schema WHERE lower(name) = lower(%s)", a->options.schema, literal)
                              : SQLITE_NOMEM;
    sqlite3_free(literal);
    if (*result == SQLITE_OK && taken == 0) return name;
    sqlite3_free(name);
    if (*result != SQLITE_OK) return NULL;
  }
}

/* Is there one that begins with the column, or has `what` in its name? */
static int index_exists(lt_archive *a, const char *suffix, const char *what, int64_t *exists) {
  char *arguments = sqlite3_mprintf("FROM pragma_index_list('%q_%q', %Q) l, pragma_index_info(l.name, %Q) i WHERE i.seqno = 0 AND (i.name = %Q OR l.name GLOB '*[_]%q*')",
                                    a->options.name, suffix, a->options.schema, a->options.schema, what, what);
  int result = arguments ? lt_archive_integer(a, exists, "SELECT count(*) %s", arguments) : SQLITE_NOMEM;
  sqlite3_free(arguments);
  return result;
}

static int create_index(lt_archive *a, const char *suffix, const char *what, const char *columns) {
  int64_t exists = 0;
  int result = index_exists(a, suffix, what, &exists);
  if (result != SQLITE_OK || exists) return result;
  char *name = free_name(a, suffix, what, &result);
  if (name) result = lt_archive_run(a, "CREATE INDEX %w.%w ON $%s(%s)", a->options.schema, name, suffix, columns);
  sqlite3_free(name);
  return result;
}

static int index_columns(lt_archive *a, const lt_table *t) {
  int result = SQLITE_OK;
  for (uint32_t i = 0; i < t->column_count && result == SQLITE_OK; i++) {
    for (size_t k = 0; k < sizeof indexed / sizeof *indexed && result == SQLITE_OK; k++) {
      if (strcmp(t->columns[i].name, indexed[k]) == 0) result = create_index(a, lt_archive_suffix(t), indexed[k], indexed[k]);
    }
  }
  return result;
}

int lt_archive_create_indexes(lt_archive *a) {
  int result = create_index(a, "article", "day", "day, key");
  if (result == SQLITE_OK) result = create_index(a, "copies", "original", "original");
  if (result == SQLITE_OK) result = create_index(a, "article", "band0", LT_ARCHIVE_BAND("0"));
  if (result == SQLITE_OK) result = create_index(a, "article", "band1", LT_ARCHIVE_BAND("1"));
  if (result == SQLITE_OK) result = create_index(a, "article", "band2", LT_ARCHIVE_BAND("2"));
  if (result == SQLITE_OK) result = create_index(a, "article", "band3", LT_ARCHIVE_BAND("3"));
  for (uint32_t i = 0; i < lt_table_count && result == SQLITE_OK; i++) {
    if (lt_archive_keeps(a, i)) result = index_columns(a, lt_tables[i]);
  }
  return result;
}

/* Which tables, with which columns. */
int64_t lt_archive_shape(const lt_archive *a) {
  uint64_t shape = 1; /* of our own tables */
  for (uint32_t i = 0; i < lt_table_count; i++) {
    if (!lt_archive_keeps(a, i)) continue;
    for (uint32_t k = 0; k < lt_tables[i]->column_count; k++) {
      const lt_column *c = &lt_tables[i]->columns[k];
      for (const char *p = c->name; *p; p++) shape = (shape ^ (unsigned char)*p) * UINT64_C(0x100000001B3);
      shape = (shape ^ (uint64_t)c->kind << 8 ^ i << 16) * UINT64_C(0x100000001B3);
    }
  }
  return (int64_t)shape;
}

/* State ---------------------------------------------------------------------------------------------------------------------- */

int lt_archive_get(lt_archive *a, const char *name, int64_t *value) {
  int result;
  sqlite3_stmt *get = lt_archive_kept(a, LT_ARCHIVE_STATE_GET, &result);
  *value = 0;
  if (get == NULL) return result;
  sqlite3_bind_text(get, 1, name, -1, SQLITE_STATIC);
  if (sqlite3_step(get) == SQLITE_ROW) *value = sqlite3_column_int64(get, 0);
  return lt_archive_explain(a, sqlite3_reset(get));
}

int lt_archive_set(lt_archive *a, const char *name, int64_t value) {
  int result;
  sqlite3_stmt *set = lt_archive_kept(a, LT_ARCHIVE_STATE_SET, &result);
  if (set == NULL) return result;
  sqlite3_bind_text(set, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_int64(set, 2, value);
  return lt_archive_step(a, set);
}
