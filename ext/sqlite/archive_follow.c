/* How an archive follows its articles.
**
** Triggers on the user's table write down, in the archive's table `pending`, which keys to look at again, and then call a function
** that looks at once: the rows are there within the statement that changed the article, and are undone with it.
**
** The function is char(), with 20 arguments. Why that: a trigger is compiled as a whole, and one that names a function or a virtual
** table which is not there makes every INSERT fail. A database is also written by programs that do not load Leitai; for them the call
** must mean something harmless. SQLite lets an extension offer a closer match, by number of arguments, for a function it has, and
** char() takes any number. So where Leitai is loaded the call is answered by it, and elsewhere by SQLite, with a few characters that
** nobody looks at; then the key stays in `pending` until the next 'sync', or the next change with Leitai loaded.
** (A trigger that inserts into the virtual table would fail without the extension; TEMP triggers, made when it is loaded, would
** miss databases attached later and archives that another connection makes.) A function is also free of what virtual tables may
** not do in triggers under trusted_schema=off, and `pending` is no shadow table, so that defensive mode leaves it to the triggers.
**
** REPLACE takes rows away without a word: their delete triggers run only under recursive_triggers. So BEFORE triggers write down
** the keys of rows that a UNIQUE constraint may make give way. A key written down too often costs one look, nothing more. UNIQUE
** indexes over expressions are not looked at, and those made later are when the triggers are made anew ('resume', 'rebuild'); what
** REPLACE took away because of them is found by 'sync'.
**
** Columns and tables may be renamed: SQLite renames them in the triggers too, and there the archive reads what they are called. */
#include "base/utf8.h"
#include "sqlite/archive.h"
#include "sqlite/result.h"

#include <string.h>

enum { CALL_ARGUMENTS = 20, MOST_NOTED = 16 };

#define CALL "char('llm_archive', "

/* Triggers ------------------------------------------------------------------------------------------------------------------- */

static const char *const names[] = {"insert", "update", "delete", "replace", "replaced"};

int lt_archive_drop_triggers(lt_archive *a) {
  int result = SQLITE_OK;
  for (size_t i = 0; i < sizeof names / sizeof *names && result == SQLITE_OK; i++) {
    result = lt_archive_run(a, "DROP TRIGGER IF EXISTS @%s", names[i]);
  }
  return result;
}

/* SELECT RAISE(…) WHERE char('llm_archive', 'arc', 0, …) IS NULL: that the statement may abort makes SQLite ready to undo it. */
static void append_call(sqlite3_str *sql, const lt_archive_options *o, bool with_columns) {
  int arguments = 2;
  sqlite3_str_appendf(sql, " SELECT RAISE(ABORT, 'llm_archive') WHERE " CALL "%Q", o->name);
  if (with_columns) {
    sqlite3_str_appendf(sql, ", new.\"%w\", new.\"%w\"", o->key, o->text);
    arguments = 4;
    if (o->published) sqlite3_str_appendf(sql, ", new.\"%w\"", o->published), arguments++;
  }
  for (; arguments < CALL_ARGUMENTS; arguments++) sqlite3_str_appendall(sql, ", 0");
  sqlite3_str_appendall(sql, ") IS NULL; END");
}

/* The source; with its schema where that is another one, as only triggers of temp may say. */
static void append_table(sqlite3_str *sql, const lt_archive_options *o) {
  if (sqlite3_stricmp(o->schema, o->source_schema) != 0) sqlite3_str_appendf(sql, "\"%w\".", o->source_schema);
  sqlite3_str_appendf(sql, "\"%w\"", o->source);
}

static void append_head(sqlite3_str *sql, const lt_archive_options *o, const char *name, const char *event) {
  sqlite3_str_appendf(sql, "CREATE TRIGGER \"%w\".\"%w_%s\" %s ON ", o->schema, o->name, name, event);
  append_table(sql, o);
  sqlite3_str_appendall(sql, " BEGIN");
}

static void append_note(sqlite3_str *sql, const lt_archive_options *o, const char *row) {
  sqlite3_str_appendf(sql, " INSERT INTO \"%w_pending\"(key) VALUES (%s.\"%w\");", o->name, row, o->key);
}

static int run(lt_archive *a, sqlite3_str *sql) {
  char *text = sqlite3_str_finish(sql);
  int result = text ? lt_archive_run(a, "%s", text) : SQLITE_NOMEM;
  sqlite3_free(text);
  return result;
}

static int create_after(lt_archive *a, const char *name, const char *event, bool old, bool new) {
  sqlite3_str *sql = sqlite3_str_new(NULL);
  append_head(sql, &a->options, name, event);
  if (old) append_note(sql, &a->options, "old");
  if (new) append_note(sql, &a->options, "new");
  append_call(sql, &a->options, new && !old);
  return run(a, sql);
}

static bool is_rowid(const char *name) {
  return sqlite3_stricmp(name, "rowid") == 0 || sqlite3_stricmp(name, "oid") == 0 || sqlite3_stricmp(name, "_rowid_") == 0;
}

/* AFTER UPDATE OF "id", "body", "date": other columns are no concern of ours, unless others may give way to them. */
static int create_update(lt_archive *a, bool any_column) {
  const lt_archive_options *o = &a->options;
  sqlite3_str *event = sqlite3_str_new(NULL);
  sqlite3_str_appendall(event, "AFTER UPDATE");
  if (!any_column && !is_rowid(o->key)) {
    sqlite3_str_appendf(event, " OF \"%w\", \"%w\"", o->key, o->text);
    if (o->published) sqlite3_str_appendf(event, ", \"%w\"", o->published);
  }
  char *text = sqlite3_str_finish(event);
  int result = text ? create_after(a, "update", text, true, true) : SQLITE_NOMEM;
  sqlite3_free(text);
  return result;
}

/* Rows that may have to give way, one condition for each UNIQUE constraint: "url" = new."url" COLLATE "NOCASE" AND … */
static const char conflicts[] =
    "SELECT group_concat(format('\"%%w\" = new.\"%%w\" COLLATE \"%%w\"', x.name, x.name, x.coll), ' AND ')"
    " FROM pragma_index_list(%Q, %Q) l, pragma_index_xinfo(l.name, %Q) x WHERE l.\"unique\" AND x.key"
    " GROUP BY l.name HAVING min(x.name IS NOT NULL) AND NOT (count(*) = 1 AND max(x.name) = %Q COLLATE NOCASE AND max(x.coll) = 'BINARY')"
    " UNION ALL SELECT format('\"%%w\" = new.\"%%w\"', max(name), max(name)) FROM pragma_table_xinfo(%Q, %Q) WHERE pk"
    " HAVING count(*) = 1 AND max(type = 'INTEGER' COLLATE NOCASE) AND max(name) <> %Q COLLATE NOCASE";

static int append_conflicts(lt_archive *a, sqlite3_str *sql, const char *unless, int *count) {
  const lt_archive_options *o = &a->options;
  char *query = sqlite3_mprintf(conflicts, o->source, o->source_schema, o->source_schema, o->key, o->source, o->source_schema, o->key);
  sqlite3_stmt *rows = NULL;
  int result = query ? sqlite3_prepare_v2(lt_archive_db(a), query, -1, &rows, NULL) : SQLITE_NOMEM;
  for (*count = 0; result == SQLITE_OK && sqlite3_step(rows) == SQLITE_ROW; ++*count) {
    sqlite3_str_appendf(sql, " INSERT INTO \"%w_pending\"(key) SELECT \"%w\" FROM ", o->name, o->key);
    append_table(sql, o);
    sqlite3_str_appendf(sql, " WHERE %s%s;", sqlite3_column_text(rows, 0), unless);
  }
  int finalized = sqlite3_finalize(rows);
  sqlite3_free(query);
  return lt_archive_explain(a, result == SQLITE_OK ? finalized : result);
}

static int create_before(lt_archive *a, const char *name, const char *event, bool update, bool *created) {
  sqlite3_str *sql = sqlite3_str_new(NULL);
  char *unless = update ? sqlite3_mprintf(" AND \"%w\" IS NOT old.\"%w\"", a->options.key, a->options.key) : sqlite3_mprintf("");
  int count = 0;
  append_head(sql, &a->options, name, event);
  int result = unless ? append_conflicts(a, sql, unless, &count) : SQLITE_NOMEM;
  sqlite3_free(unless);
  sqlite3_str_appendall(sql, " END");
  *created = count > 0;
  if (result == SQLITE_OK && *created) return run(a, sql);
  sqlite3_free(sqlite3_str_finish(sql));
  return result;
}

/* Triggers stand in the schema of the table they watch, or in temp. */
static bool can_follow(const lt_archive_options *o) {
  return sqlite3_stricmp(o->schema, o->source_schema) == 0 || sqlite3_stricmp(o->schema, "temp") == 0;
}

int lt_archive_triggers_missing(lt_archive *a, bool *missing) {
  int64_t there = 0;
  *missing = false;
  if (!a->source_is_table || !can_follow(&a->options)) return SQLITE_OK;
  char *three = sqlite3_mprintf("'%q_insert', '%q_update', '%q_delete'", a->options.name, a->options.name, a->options.name);
  int result = three ? lt_archive_integer(a, &there, "SELECT count(*) FROM %w.sqlite_schema WHERE type = 'trigger' AND name IN (%s)", a->options.schema, three)
                     : SQLITE_NOMEM;
  sqlite3_free(three);
  *missing = there < 3;
  return result;
}

int lt_archive_create_triggers(lt_archive *a) {
  int result = lt_archive_drop_triggers(a);
  if (!a->source_is_table || !can_follow(&a->options)) return result;
  if (result == SQLITE_OK) result = create_after(a, "insert", "AFTER INSERT", false, true);
  if (result == SQLITE_OK) result = create_after(a, "delete", "AFTER DELETE", true, false);
  bool replaces = false;
  if (result == SQLITE_OK) result = create_before(a, "replace", "BEFORE INSERT", false, &replaces);
  if (result == SQLITE_OK) result = create_before(a, "replaced", "BEFORE UPDATE", true, &replaces);
  return result == SQLITE_OK ? create_update(a, replaces) : result;
}

/* Where the source is now ---------------------------------------------------------------------------------------------------- */

/* ", new."body"" at *p, if it is there. False: no memory. */
static bool read_column(const char **p, char **column) {
  while (**p == ',' || lt_is_blank(**p)) ++*p;
  if (sqlite3_strnicmp(*p, "new.", 4) != 0) return true;
  *p += 4;
  char *name = lt_archive_read_name(p, ",)");
  if (name == NULL) return false;
  sqlite3_free(*column);
  *column = name;
  return true;
}

static bool read_call(const char *sql, lt_archive_options *o) {
  const char *p = strstr(sql, CALL);
  if (p == NULL) return true;
  p += strlen(CALL);
  char *archive = lt_archive_read_name(&p, ",");
  sqlite3_free(archive);
  return archive && read_column(&p, &o->key) && read_column(&p, &o->text) && (!o->published || read_column(&p, &o->published));
}

static bool replace(char **kept, const char *text) {
  char *copy = sqlite3_mprintf("%s", text);
  if (copy == NULL) return false;
  sqlite3_free(*kept);
  *kept = copy;
  return true;
}

static int read_trigger(lt_archive *a, bool *found) {
  lt_archive_options *o = &a->options;
  char *name = sqlite3_mprintf("'%q_insert'", o->name);
  sqlite3_stmt *row = NULL;
  int result = name ? lt_archive_prepare(a, &row, "SELECT tbl_name, sql FROM %w.sqlite_schema WHERE type = 'trigger' AND name = %s", o->schema, name)
                    : SQLITE_NOMEM;
  *found = result == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW;
  if (*found) {
    const char *schema = o->source_schema ? o->source_schema : sqlite3_stricmp(o->schema, "temp") == 0 ? "main" : o->schema;
    bool read = replace(&o->source, (const char *)sqlite3_column_text(row, 0)) && replace(&o->source_schema, schema) &&
                read_call((const char *)sqlite3_column_text(row, 1), o);
    if (!read) result = SQLITE_NOMEM;
  }
  sqlite3_free(name);
  int finalized = sqlite3_finalize(row);
  return result == SQLITE_OK ? lt_archive_explain(a, finalized) : result;
}

int lt_archive_find_source(lt_archive *a) {
  if (a->source_known || a->options.source == NULL) return SQLITE_OK;
  bool found = false;
  char *message = NULL;
  int result = read_trigger(a, &found);
  if (result == SQLITE_OK && found) a->source_is_table = true;
  if (result == SQLITE_OK && !(found && a->options.key && a->options.text)) {
    result = lt_archive_options_resolve(lt_archive_db(a), &a->options, &a->source_is_table, &message);
    if (result != SQLITE_OK) lt_archive_fail(a, result, message);
  }
  a->source_known = result == SQLITE_OK;
  return result;
}

/* The call ------------------------------------------------------------------------------------------------------------------- */

typedef struct noted {
  sqlite3_value *keys[MOST_NOTED];
  int count;
  sqlite3_int64 first; /* rowid of the earliest */
} noted;

static int read_noted(lt_archive *a, noted *n) {
  int result;
  sqlite3_stmt *rows = lt_archive_kept(a, LT_ARCHIVE_PENDING, &result);
  *n = (noted){.count = 0};
  if (rows == NULL) return result;
  sqlite3_bind_int(rows, 1, MOST_NOTED);
  while (sqlite3_step(rows) == SQLITE_ROW && n->count < MOST_NOTED) {
    n->first = sqlite3_column_int64(rows, 0);
    n->keys[n->count++] = sqlite3_value_dup(sqlite3_column_value(rows, 1));
  }
  return lt_archive_explain(a, sqlite3_reset(rows));
}

static int forget_noted(lt_archive *a, const noted *n) {
  int result;
  sqlite3_stmt *done = n->count ? lt_archive_kept(a, LT_ARCHIVE_PENDING_DONE, &result) : NULL;
  if (done == NULL) return n->count ? result : SQLITE_OK;
  sqlite3_bind_int64(done, 1, n->first);
  return lt_archive_step(a, done);
}

int lt_archive_follow(lt_archive *a) {
  int64_t paused = 0, shape = 0;
  int result = lt_archive_get(a, "paused", &paused);
  if (result == SQLITE_OK) result = lt_archive_get(a, "shape", &shape);
  if (result != SQLITE_OK || paused || shape != lt_archive_shape(a)) return result;
  noted n;
  result = read_noted(a, &n);
  for (int i = 0; i < n.count && result == SQLITE_OK; i++) {
    result = n.keys[i] ? lt_archive_look(a, n.keys[i]) : SQLITE_NOMEM;
  }
  if (result == SQLITE_OK) result = forget_noted(a, &n);
  for (int i = 0; i < n.count; i++) sqlite3_value_free(n.keys[i]);
  return result;
}

static lt_archive *find_archive(const lt_connection *connection, const char *schema, const char *name) {
  lt_archive *a = connection->archives;
  while (a && (sqlite3_stricmp(a->options.schema, schema) != 0 || sqlite3_stricmp(a->options.name, name) != 0)) a = a->next;
  return a;
}

lt_archive *lt_archive_connected(lt_connection *connection, const char *schema, const char *name) {
  lt_archive *a = find_archive(connection, schema, name);
  char *pending = a ? NULL : sqlite3_mprintf("%s_pending", name);
  bool there = pending && sqlite3_table_column_metadata(connection->db, schema, pending, "key", NULL, NULL, NULL, NULL, NULL) == SQLITE_OK;
  char *sql = there ? sqlite3_mprintf("SELECT 1 FROM \"%w\".\"%w\"", schema, name) : NULL;
  sqlite3_stmt *query = NULL;
  if (sql) sqlite3_prepare_v2(connection->db, sql, -1, &query, NULL);
  sqlite3_finalize(query);
  sqlite3_free(sql);
  sqlite3_free(pending);
  return a ? a : find_archive(connection, schema, name);
}

/* The trigger does not say in which of the schemas it stands: all archives of that name look at what is pending. */
static void follow(sqlite3_context *context, lt_connection *connection, const char *name) {
  for (int i = 0; sqlite3_db_name(connection->db, i); i++) {
    lt_archive *a = lt_archive_connected(connection, sqlite3_db_name(connection->db, i), name);
    int result = a ? lt_archive_follow(a) : SQLITE_OK;
    if (result == SQLITE_OK) continue;
    if (a->base.zErrMsg) sqlite3_result_error(context, a->base.zErrMsg, -1);
    sqlite3_result_error_code(context, result);
    return;
  }
  sqlite3_result_int(context, 1);
}

/* What SQLite's own char() does. */
static void characters(sqlite3_context *context, int argc, sqlite3_value **argv) {
  lt_char text[2 * CALL_ARGUMENTS];
  uint32_t length = 0;
  for (int i = 0; i < argc; i++) {
    sqlite3_int64 c = sqlite3_value_int64(argv[i]);
    length += lt_utf16_write(text + length, c < 0 || c > 0x10FFFF ? LT_REPLACEMENT : (uint32_t)c);
  }
  lt_result(context, lt_value_text((lt_slice){text, length}));
}

static void call(sqlite3_context *context, int argc, sqlite3_value **argv) {
  bool is_ours = sqlite3_value_type(argv[0]) == SQLITE_TEXT && sqlite3_value_type(argv[1]) == SQLITE_TEXT;
  const char *who = is_ours ? (const char *)sqlite3_value_text(argv[0]) : NULL, *archive = is_ours ? (const char *)sqlite3_value_text(argv[1]) : NULL;
  if (who && archive && strcmp(who, "llm_archive") == 0) follow(context, sqlite3_user_data(context), archive);
  else characters(context, argc, argv);
}

int lt_archive_follow_register(lt_connection *connection) {
  connection->users++;
  return sqlite3_create_function_v2(connection->db, "char", CALL_ARGUMENTS, SQLITE_UTF8 | SQLITE_INNOCUOUS, connection, call, NULL, NULL, lt_archive_user_drop);
}
