/* Statements over an archive's tables. An archive may have any name, in any schema, and both may change: so SQL is written with
** @players for "main"."arc_players" and made when it is needed. */
#include "sqlite/archive.h"

#include <stdarg.h>
#include <string.h>

/* The texts: the user's table or view, or the archive's own. */
static void append_source(sqlite3_str *sql, const lt_archive *a) {
  const lt_archive_options *o = &a->options;
  if (o->source == NULL) {
    sqlite3_str_appendf(sql, "\"%w\".\"%w_content\"", o->schema, o->name);
    return;
  }
  /* with the table's name before it, a column that is not there is no string */
  sqlite3_str_appendf(sql, "(SELECT t.\"%w\" AS key, t.\"%w\" AS text, ", o->key, o->text);
  if (o->published) sqlite3_str_appendf(sql, "t.\"%w\"", o->published);
  else sqlite3_str_appendall(sql, "NULL");
  sqlite3_str_appendf(sql, " AS published FROM \"%w\".\"%w\" t)", o->source_schema, o->source);
}

/* The table's name: the letters at p, or the caller's word in place of %s. Returns where it ends. */
static const char *append_table(sqlite3_str *sql, const lt_archive *a, const char *p, bool with_schema, va_list *values) {
  bool given = p[0] == '%' && p[1] == 's';
  const char *word = given ? va_arg(*values, const char *) : p;
  int length = 0;
  while (given ? word[length] != '\0' : (word[length] >= 'a' && word[length] <= 'z')) length++;
  if (with_schema && length == 6 && memcmp(word, "source", 6) == 0) {
    append_source(sql, a);
  } else {
    if (with_schema) sqlite3_str_appendf(sql, "\"%w\".", a->options.schema);
    sqlite3_str_appendf(sql, "\"%w_%.*s\"", a->options.name, length, word);
  }
  return p + (given ? 2 : length);
}

static char *expand(const lt_archive *a, const char *template, va_list *values) {
  sqlite3_str *sql = sqlite3_str_new(NULL);
  for (const char *p = template; *p;) {
    size_t plain = strcspn(p, "@$%");
    sqlite3_str_append(sql, p, (int)plain);
    p += plain;
    if (*p == '@' || *p == '$') {
      p = append_table(sql, a, p + 1, *p == '@', values);
    } else if (*p == '%') {
      sqlite3_str_appendf(sql, p[1] == 'w' ? "\"%w\"" : "%s", va_arg(*values, const char *));
      p += 2;
    }
  }
  return sqlite3_str_finish(sql);
}

char *lt_archive_sql(const lt_archive *a, const char *template, ...) {
  va_list values;
  va_start(values, template);
  char *sql = expand(a, template, &values);
  va_end(values);
  return sql;
}

int lt_archive_fail(lt_archive *a, int result, char *message) {
  sqlite3_free(a->base.zErrMsg);
  a->base.zErrMsg = message;
  return result;
}

int lt_archive_explain(lt_archive *a, int result) {
  if (result == SQLITE_OK || result == SQLITE_NOMEM) return result;
  return lt_archive_fail(a, result, sqlite3_mprintf("%s", sqlite3_errmsg(lt_archive_db(a))));
}

static int prepare(lt_archive *a, sqlite3_stmt **statement, unsigned flags, char *sql) {
  *statement = NULL;
  int result = sql ? sqlite3_prepare_v3(lt_archive_db(a), sql, -1, flags, statement, NULL) : SQLITE_NOMEM;
  sqlite3_free(sql);
  return lt_archive_explain(a, result);
}

int lt_archive_prepare(lt_archive *a, sqlite3_stmt **statement, const char *template, ...) {
  va_list values;
  va_start(values, template);
  char *sql = expand(a, template, &values);
  va_end(values);
  return prepare(a, statement, 0, sql);
}

int lt_archive_run(lt_archive *a, const char *template, ...) {
  va_list values;
  va_start(values, template);
  char *sql = expand(a, template, &values);
  va_end(values);
  int result = sql ? sqlite3_exec(lt_archive_db(a), sql, NULL, NULL, NULL) : SQLITE_NOMEM;
  sqlite3_free(sql);
  return lt_archive_explain(a, result);
}

int lt_archive_integer(lt_archive *a, int64_t *value, const char *template, ...) {
  va_list values;
  va_start(values, template);
  char *sql = expand(a, template, &values);
  va_end(values);
  sqlite3_stmt *query;
  *value = 0;
  int result = prepare(a, &query, 0, sql);
  if (result == SQLITE_OK && sqlite3_step(query) == SQLITE_ROW) *value = sqlite3_column_int64(query, 0);
  int finalized = sqlite3_finalize(query);
  return result == SQLITE_OK ? lt_archive_explain(a, finalized) : result;
}

#define NAMES_OF_ARTICLE                                                                                                             \
  "SELECT name, kind, sum(mentions) AS mentions FROM (SELECT name, kind, mentions FROM @players WHERE key = ?1"                    \
  " UNION ALL SELECT name, 'model', mentions FROM @models WHERE key = ?1) GROUP BY name, kind"

#define COPIES_NEAR(band) "SELECT key, fingerprint, article FROM @article WHERE " LT_ARCHIVE_BAND(band) " = ?1"

static const char *const texts[LT_ARCHIVE_STATEMENTS] = {
    [LT_ARCHIVE_FIND] = "SELECT hash, version, article FROM @article WHERE key = ?1",
    [LT_ARCHIVE_TEXT] = "SELECT key, text, published FROM @source WHERE key = ?1 AND key = ?1 COLLATE BINARY",
    [LT_ARCHIVE_NAMES_ADD] = "INSERT INTO @names(name, kind, articles, mentions) SELECT name, kind, 1, mentions FROM (" NAMES_OF_ARTICLE
                             ") WHERE 1 ON CONFLICT(name, kind) DO UPDATE SET articles = articles + 1, mentions = mentions + excluded.mentions",
    [LT_ARCHIVE_NAMES_TAKE] = "UPDATE @names AS n SET articles = articles - 1, mentions = n.mentions - m.mentions FROM (" NAMES_OF_ARTICLE
                              ") m WHERE n.name = m.name AND n.kind = m.kind",
    [LT_ARCHIVE_NAMES_DROP] = "DELETE FROM @names WHERE articles <= 0 AND (name, kind) IN (SELECT name, kind FROM @players WHERE key = ?1"
                              " UNION SELECT name, 'model' FROM @models WHERE key = ?1)",
    [LT_ARCHIVE_SEARCH_ADD] = "INSERT INTO @search(rowid, title, body) SELECT article, title, body FROM @article WHERE key = ?1",
    [LT_ARCHIVE_SEARCH_TAKE] = "DELETE FROM @search WHERE rowid = (SELECT article FROM @article WHERE key = ?1)",
    [LT_ARCHIVE_STATE_GET] = "SELECT value FROM @config WHERE name = ?1",
    [LT_ARCHIVE_STATE_SET] = "INSERT OR REPLACE INTO @config(name, value) VALUES (?1, ?2)",
    [LT_ARCHIVE_COPIES_NEAR + 0] = COPIES_NEAR("0"),
    [LT_ARCHIVE_COPIES_NEAR + 1] = COPIES_NEAR("1"),
    [LT_ARCHIVE_COPIES_NEAR + 2] = COPIES_NEAR("2"),
    [LT_ARCHIVE_COPIES_NEAR + 3] = COPIES_NEAR("3"),
    [LT_ARCHIVE_COPIES_ORIGINAL] = "SELECT original FROM @copies WHERE key = ?1",
    [LT_ARCHIVE_COPIES_MEMBERS] = "SELECT c.key, a.fingerprint FROM @copies c JOIN @article a ON a.key = c.key WHERE c.original = ?1 ORDER BY c.key",
    [LT_ARCHIVE_COPIES_JOIN] = "INSERT OR REPLACE INTO @copies(key, original) VALUES (?1, ?2)",
    [LT_ARCHIVE_COPIES_MERGE] = "UPDATE @copies SET original = ?2 WHERE original = ?1",
    [LT_ARCHIVE_COPIES_LEAVE] = "DELETE FROM @copies WHERE original = ?1",
    [LT_ARCHIVE_COPIES_ORDER] = "SELECT (?1 > ?2) - (?1 < ?2)",
    [LT_ARCHIVE_NOTHING] = "SELECT 1",
    [LT_ARCHIVE_PENDING] = "SELECT rowid, key FROM @pending ORDER BY rowid DESC LIMIT ?1",
    [LT_ARCHIVE_PENDING_DONE] = "DELETE FROM @pending WHERE rowid >= ?1",
};

sqlite3_stmt *lt_archive_kept(lt_archive *a, lt_archive_statement which, int *result) {
  sqlite3_stmt **kept = &a->statements[which];
  *result = *kept ? SQLITE_OK : prepare(a, kept, SQLITE_PREPARE_PERSISTENT, lt_archive_sql(a, texts[which]));
  if (*result != SQLITE_OK) return NULL;
  sqlite3_reset(*kept);
  sqlite3_clear_bindings(*kept);
  return *kept;
}

int lt_archive_step(lt_archive *a, sqlite3_stmt *statement) {
  sqlite3_step(statement);
  return lt_archive_explain(a, sqlite3_reset(statement));
}

static void finalize_all(sqlite3_stmt **statements, size_t count) {
  for (size_t i = 0; i < count; i++) {
    sqlite3_finalize(statements[i]);
    statements[i] = NULL;
  }
}

void lt_archive_finalize(lt_archive *a) {
  finalize_all(a->statements, LT_ARCHIVE_STATEMENTS);
  finalize_all(a->inserts, LT_ARCHIVE_TABLES);
  finalize_all(a->removes, LT_ARCHIVE_TABLES);
}
