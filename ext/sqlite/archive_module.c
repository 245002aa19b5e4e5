/* The virtual table llm_archive: creating, connecting, writing, commands, renaming, dropping. The queries are in archive_query.c. */
#include "sqlite/archive_article.h"
#include "sqlite/archive_query.h"

#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

static uint64_t hash_words(const lt_lexicon *lexicon) {
  uint64_t hash = 1;
  for (uint32_t i = 0; i < lt_lexicon_term_count(lexicon); i++) {
    lt_term term = lt_lexicon_term(lexicon, i);
    hash = XXH3_64bits_withSeed(term.form.at, term.form.length * sizeof *term.form.at, hash + (uint64_t)term.value * LT_ALL_CLASSES + term.class);
  }
  return hash;
}

/* The rules' number, the words that are built in, the user's names, and whether the tagger reads too. */
int64_t lt_archive_version(const lt_archive *a) {
  lt_connection *c = a->connection;
  if (c->words == 0) c->words = hash_words(c->built_in->lexicon);
  uint64_t parts[] = {LT_RULES_VERSION, c->words, c->vocabulary == c->built_in ? 0 : c->names.content, c->with_tagger};
  return (int64_t)XXH3_64bits(parts, sizeof parts);
}

int lt_archive_refresh(lt_archive *a) {
  char *message = NULL;
  int result = lt_user_names_refresh(a->connection, &message);
  return message ? lt_archive_fail(a, result, message) : result;
}

/* Life ----------------------------------------------------------------------------------------------------------------------- */

static void archive_free(lt_archive *a) {
  lt_archive **link = &a->connection->archives;
  while (*link && *link != a) link = &(*link)->next;
  if (*link) *link = a->next;
  lt_archive_finalize(a);
  lt_archive_options_free(&a->options);
  sqlite3_free(a->base.zErrMsg);
  lt_connection_drop(a->connection);
  sqlite3_free(a);
}

static lt_archive *archive_new(lt_connection *connection) {
  lt_archive *a = sqlite3_malloc64(sizeof *a);
  if (a == NULL) return NULL;
  *a = (lt_archive){.connection = connection, .next = connection->archives};
  connection->archives = a;
  connection->users++;
  return a;
}

/* What an archive's keys are is told by its table of articles. */
static int read_key_type(lt_archive *a) {
  lt_archive_options *o = &a->options;
  const char *type = NULL;
  char *table = sqlite3_mprintf("%s_article", o->name);
  if (table) sqlite3_table_column_metadata(lt_archive_db(a), o->schema, table, "key", &type, NULL, NULL, NULL, NULL);
  o->key_type = sqlite3_mprintf("%s", type ? type : "ANY");
  sqlite3_free(table);
  return o->key_type ? SQLITE_OK : SQLITE_NOMEM;
}

static int configure(lt_archive *a) {
  int result = lt_archive_declare(a);
  if (result == SQLITE_OK) result = sqlite3_vtab_config(lt_archive_db(a), SQLITE_VTAB_INNOCUOUS);
  return result == SQLITE_OK ? sqlite3_vtab_config(lt_archive_db(a), SQLITE_VTAB_CONSTRAINT_SUPPORT, 1) : result;
}

/* Gives the archive to SQLite, or its message and nothing. */
static int hand_out(lt_archive *a, int result, sqlite3_vtab **out, char **message) {
  if (result == SQLITE_OK) {
    *out = &a->base;
    return SQLITE_OK;
  }
  if (*message == NULL && a->base.zErrMsg) {
    *message = a->base.zErrMsg;
    a->base.zErrMsg = NULL;
  }
  archive_free(a);
  return result;
}

/* Nothing here needs the source or the tables, so that an archive without them can still be dropped. */
static int connect_archive(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out, char **message) {
  (void)db;
  lt_archive *a = archive_new(aux);
  if (a == NULL) return SQLITE_NOMEM;
  int result = lt_archive_options_read(argc, argv, &a->options, message);
  if (result == SQLITE_OK) result = read_key_type(a);
  if (result == SQLITE_OK) result = configure(a);
  return hand_out(a, result, out, message);
}

/* Without a source `key` says the type of the keys. */
static int own_key_type(lt_archive_options *o, char **message) {
  const char *type = o->key ? o->key : "INTEGER";
  if (strcmp(type, "INTEGER") != 0 && strcmp(type, "TEXT") != 0 && strcmp(type, "ANY") != 0) {
    *message = sqlite3_mprintf("llm_archive: without a table to follow, key is to be INTEGER, TEXT or ANY, not '%s'", type);
    return SQLITE_ERROR;
  }
  o->key_type = sqlite3_mprintf("%s", type);
  return o->key_type ? SQLITE_OK : SQLITE_NOMEM;
}

static int build(lt_archive *a) {
  int result = lt_archive_create_tables(a);
  if (result != SQLITE_OK) return result;
  a->source_known = true;
  if (a->options.source == NULL) {
    result = lt_archive_create_indexes(a);
    return result == SQLITE_OK ? lt_archive_set(a, "complete", 1) : result;
  }
  result = lt_archive_create_triggers(a);
  return result == SQLITE_OK && !a->options.later ? lt_archive_sync(a, false) : result;
}

static int create_archive(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out, char **message) {
  lt_archive *a = archive_new(aux);
  if (a == NULL) return SQLITE_NOMEM;
  int result = lt_archive_options_read(argc, argv, &a->options, message);
  if (result == SQLITE_OK) {
    result = a->options.source ? lt_archive_options_resolve(db, &a->options, &a->source_is_table, message) : own_key_type(&a->options, message);
  }
  if (result == SQLITE_OK) result = configure(a);
  if (result == SQLITE_OK) result = build(a);
  return hand_out(a, result, out, message);
}

static int disconnect_archive(sqlite3_vtab *vtab) {
  archive_free((lt_archive *)vtab);
  return SQLITE_OK;
}

static int destroy_archive(sqlite3_vtab *vtab) {
  lt_archive *a = (lt_archive *)vtab;
  int result = lt_archive_drop_triggers(a);
  if (result == SQLITE_OK) result = lt_archive_drop_tables(a);
  if (result == SQLITE_OK) archive_free(a);
  return result;
}

static int rename_archive(sqlite3_vtab *vtab, const char *name) {
  lt_archive *a = (lt_archive *)vtab;
  int result = lt_archive_find_source(a);
  if (result != SQLITE_OK && result != SQLITE_ERROR) return result; /* an error: the source is gone, which is no hindrance */
  bool followed = result == SQLITE_OK && a->source_is_table;
  result = lt_archive_drop_triggers(a);
  if (result == SQLITE_OK) result = lt_archive_rename_tables(a, name);
  return result == SQLITE_OK && followed ? lt_archive_create_triggers(a) : result;
}

/* Commands: INSERT INTO arc(arc) VALUES('sync') --------------------------------------------------------------------------------- */

static int pause_archive(lt_archive *a) { return lt_archive_set(a, "paused", 1); }

static int resume_archive(lt_archive *a) {
  int result = lt_archive_set(a, "paused", 0);
  if (result == SQLITE_OK) result = lt_archive_find_source(a);
  if (result == SQLITE_OK) result = lt_archive_create_triggers(a);
  return result == SQLITE_OK ? lt_archive_sync(a, false) : result;
}

static int sync_archive(lt_archive *a) { return lt_archive_sync(a, false); }

static int check_archive(lt_archive *a) {
  char *complaint = NULL;
  int result = lt_archive_check(a, true, &complaint);
  if (result == SQLITE_OK && complaint) return lt_archive_fail(a, SQLITE_CORRUPT_VTAB, complaint);
  sqlite3_free(complaint);
  return result;
}

/* Statistics for the planner; and the index of words merged into one. */
static int optimize_archive(lt_archive *a) {
  int result = SQLITE_OK;
  for (uint32_t i = 0; i < lt_table_count && result == SQLITE_OK; i++) {
    if (lt_archive_keeps(a, i)) result = lt_archive_run(a, "ANALYZE @%s", lt_archive_suffix(lt_tables[i]));
  }
  return result == SQLITE_OK && a->options.search ? lt_archive_run(a, "INSERT INTO @search($search) VALUES ('optimize')") : result;
}

static const struct {
  const char *name;
  int (*run)(lt_archive *a);
} commands[] = {
    {"sync", sync_archive},         {"rebuild", lt_archive_rebuild}, {"optimize", optimize_archive}, {"integrity-check", check_archive},
    {"pause", pause_archive},       {"resume", resume_archive},
};

static int run_command(lt_archive *a, sqlite3_value *value) {
  const char *name = (const char *)sqlite3_value_text(value);
  for (size_t i = 0; name && i < sizeof commands / sizeof *commands; i++) {
    if (sqlite3_stricmp(commands[i].name, name) == 0) return commands[i].run(a);
  }
  return lt_archive_fail(a, SQLITE_ERROR, sqlite3_mprintf("%s: there is no command '%s'; there are sync, rebuild, optimize, integrity-check, pause and resume",
                                                          a->options.name, name ? name : "NULL"));
}

/* Writing: only where no table is followed ---------------------------------------------------------------------------------------- */

static int follows(lt_archive *a) {
  return lt_archive_fail(a, SQLITE_READONLY, sqlite3_mprintf("%s follows %s: change that", a->options.name, a->options.source));
}

/* The key of a row; to be freed. */
static int key_of(lt_archive *a, sqlite3_int64 article, sqlite3_value **key) {
  sqlite3_stmt *row;
  int result = lt_archive_prepare(a, &row, "SELECT key FROM @article WHERE article = ?1");
  *key = NULL;
  if (result != SQLITE_OK) return result;
  sqlite3_bind_int64(row, 1, article);
  if (sqlite3_step(row) == SQLITE_ROW) *key = sqlite3_value_dup(sqlite3_column_value(row, 0));
  result = lt_archive_explain(a, sqlite3_finalize(row));
  return result == SQLITE_OK && *key == NULL ? SQLITE_CORRUPT_VTAB : result;
}

/* New values as xUpdate has them. A NULL text is no change. */
typedef struct change {
  sqlite3_value *key, *text, *published;
} change;

static int same_key(lt_archive *a, sqlite3_value *one, sqlite3_value *other, bool *same) {
  sqlite3_stmt *compare;
  int result = lt_archive_prepare(a, &compare, "SELECT ?1 IS ?2");
  if (result != SQLITE_OK) return result;
  sqlite3_bind_value(compare, 1, one);
  sqlite3_bind_value(compare, 2, other);
  *same = sqlite3_step(compare) == SQLITE_ROW && sqlite3_column_int(compare, 0);
  return sqlite3_finalize(compare);
}

/* What is to be done where the key is taken, as INSERT OR … says. *skip: nothing. */
static int resolve_conflict(lt_archive *a, sqlite3_value *key, bool *skip) {
  bool has = false;
  *skip = false;
  int result = lt_archive_has(a, key, &has);
  if (result != SQLITE_OK || !has) return result;
  switch (sqlite3_vtab_on_conflict(lt_archive_db(a))) {
    case SQLITE_REPLACE: return SQLITE_OK;
    case SQLITE_IGNORE: *skip = true; return SQLITE_OK;
    default: return lt_archive_fail(a, SQLITE_CONSTRAINT_UNIQUE, sqlite3_mprintf("UNIQUE constraint failed: %s.key", a->options.name));
  }
}

static int check_key(lt_archive *a, sqlite3_value *key) {
  if (sqlite3_value_type(key) != SQLITE_NULL) return SQLITE_OK;
  return lt_archive_fail(a, SQLITE_CONSTRAINT_NOTNULL, sqlite3_mprintf("NOT NULL constraint failed: %s.key", a->options.name));
}

static int insert_row(lt_archive *a, const change *c) {
  bool skip;
  int result = check_key(a, c->key);
  if (result == SQLITE_OK) result = resolve_conflict(a, c->key, &skip);
  return result == SQLITE_OK && !skip ? lt_archive_write(a, c->key, c->text, c->published) : result;
}

static int delete_row(lt_archive *a, sqlite3_int64 article) {
  sqlite3_value *key;
  int result = key_of(a, article, &key);
  if (result == SQLITE_OK) result = lt_archive_write(a, key, NULL, NULL);
  sqlite3_value_free(key);
  return result;
}

static int move_row(lt_archive *a, sqlite3_value *old, const change *c) {
  bool same = false, skip = false;
  int result = same_key(a, old, c->key, &same);
  if (result == SQLITE_OK && !same) result = resolve_conflict(a, c->key, &skip);
  if (result != SQLITE_OK || skip) return result;
  if (!same) result = lt_archive_write(a, old, NULL, NULL);
  return result == SQLITE_OK ? lt_archive_write(a, c->key, c->text, c->published) : result;
}

/* What UPDATE does not name is as it was: the text and the day from the archive's own table. */
static int update_row(lt_archive *a, sqlite3_int64 article, sqlite3_value **columns) {
  change c = {columns[0], columns[lt_archive_hidden(LT_HIDDEN_TEXT)], columns[lt_archive_published()]};
  sqlite3_value *old = NULL;
  sqlite3_stmt *kept = NULL;
  int result = key_of(a, article, &old);
  if (result == SQLITE_OK && a->options.content == LT_CONTENT_STORED) {
    result = lt_archive_prepare(a, &kept, "SELECT text, published FROM @content WHERE key = ?1");
    if (result == SQLITE_OK) result = sqlite3_bind_value(kept, 1, old);
    bool there = result == SQLITE_OK && sqlite3_step(kept) == SQLITE_ROW;
    if (there && sqlite3_value_nochange(c.text)) c.text = sqlite3_column_value(kept, 0);
    if (there && sqlite3_value_nochange(c.published)) c.published = sqlite3_column_value(kept, 1);
  } else if (result == SQLITE_OK && sqlite3_value_nochange(c.text)) {
    result = lt_archive_fail(a, SQLITE_ERROR, sqlite3_mprintf("%s: the texts were not kept (content=none): UPDATE must give text anew", a->options.name));
  }
  if (result == SQLITE_OK && sqlite3_value_nochange(c.key)) c.key = old;
  if (result == SQLITE_OK) result = check_key(a, c.key);
  sqlite3_value *text = result == SQLITE_OK ? sqlite3_value_dup(c.text) : NULL, *published = result == SQLITE_OK ? sqlite3_value_dup(c.published) : NULL;
  if (result == SQLITE_OK) result = text && published ? move_row(a, old, &(change){c.key, text, published}) : SQLITE_NOMEM;
  sqlite3_finalize(kept);
  sqlite3_value_free(text);
  sqlite3_value_free(published);
  sqlite3_value_free(old);
  return result;
}

/* Columns that are read off the text cannot be written. */
static int check_columns(lt_archive *a, sqlite3_value **columns, bool update) {
  for (int i = 1; i < lt_archive_hidden(LT_HIDDEN_COMMAND); i++) {
    if (i == lt_archive_published() || i == lt_archive_hidden(LT_HIDDEN_TEXT)) continue;
    bool untouched = update ? sqlite3_value_nochange(columns[i]) : sqlite3_value_type(columns[i]) == SQLITE_NULL;
    if (!untouched) return lt_archive_fail(a, SQLITE_ERROR, sqlite3_mprintf("%s: only key, text and published can be written; the rest is read from the text", a->options.name));
  }
  return SQLITE_OK;
}

static int write_row(lt_archive *a, int argc, sqlite3_value **argv) {
  if (a->options.source) return follows(a);
  if (argc == 1) return delete_row(a, sqlite3_value_int64(argv[0]));
  sqlite3_value **columns = argv + 2;
  bool update = sqlite3_value_type(argv[0]) != SQLITE_NULL;
  int result = check_columns(a, columns, update);
  if (result != SQLITE_OK) return result;
  if (update) return update_row(a, sqlite3_value_int64(argv[0]), columns);
  return insert_row(a, &(change){columns[0], columns[lt_archive_hidden(LT_HIDDEN_TEXT)], columns[lt_archive_published()]});
}

static int update(sqlite3_vtab *vtab, int argc, sqlite3_value **argv, sqlite3_int64 *rowid) {
  (void)rowid;
  lt_archive *a = (lt_archive *)vtab;
  sqlite3_value *command = argc > 1 && sqlite3_value_type(argv[0]) == SQLITE_NULL ? argv[2 + lt_archive_hidden(LT_HIDDEN_COMMAND)] : NULL;
  if (command && sqlite3_value_type(command) != SQLITE_NULL) return run_command(a, command);
  return write_row(a, argc, argv);
}

/* Registration --------------------------------------------------------------------------------------------------------------- */

static int integrity(sqlite3_vtab *vtab, const char *schema, const char *table, int flags, char **message) {
  (void)schema, (void)table;
  return flags & 1 ? SQLITE_OK : lt_archive_check((lt_archive *)vtab, false, message);
}

#define METHODS                                                                                                               \
  .iVersion = 4, .xCreate = create_archive, .xConnect = connect_archive, .xBestIndex = lt_archive_best_index,                  \
  .xDisconnect = disconnect_archive, .xDestroy = destroy_archive, .xOpen = lt_archive_open, .xClose = lt_archive_close,        \
  .xFilter = lt_archive_filter, .xNext = lt_archive_next, .xEof = lt_archive_at_end, .xColumn = lt_archive_column,             \
  .xRowid = lt_archive_rowid, .xUpdate = update, .xRename = rename_archive, .xShadowName = lt_archive_is_shadow

/* xIntegrity came with SQLite 3.44, behind what the headers of 3.40 know of; an older SQLite does not look that far. */
#if SQLITE_VERSION_NUMBER >= 3044000
static const sqlite3_module module = {METHODS, .xIntegrity = integrity};
#define MODULE (&module)
#else
static const struct {
  sqlite3_module base;
  int (*xIntegrity)(sqlite3_vtab *vtab, const char *schema, const char *table, int flags, char **message);
} module = {{METHODS}, integrity};
#define MODULE (&module.base)
#endif

void lt_archive_user_drop(void *connection) { lt_connection_drop(connection); }

int lt_archive_register(lt_connection *connection) {
  connection->users++;
  int result = sqlite3_create_module_v2(connection->db, "llm_archive", MODULE, connection, lt_archive_user_drop);
  if (result == SQLITE_OK) result = lt_archive_follow_register(connection);
  return result == SQLITE_OK ? lt_archive_functions_register(connection) : result;
}
