/* llm_archive(articles, text=body, key=id, published=date, …): the source first, if there is one, then name=value in any order.
** Names and values may be quoted as SQL quotes them. What is not said is found out: the key is the source's INTEGER PRIMARY KEY,
** the text its column of one of the usual names. */
#include "sqlite/archive.h"

#include <string.h>

enum { MOST_THREADS = 16 };

static const char usual_tables[] = "article mentions players camps models relations claims figures dates quotes sources";

char *lt_archive_read_name(const char **p, const char *ends) {
  while (lt_is_blank(**p)) ++*p;
  char open = **p, close = open == '[' ? ']' : open;
  if (open == '\0' || !strchr("\"'`[", open)) {
    const char *from = *p;
    while (**p && !strchr(ends, **p) && !lt_is_blank(**p)) ++*p;
    return sqlite3_mprintf("%.*s", (int)(*p - from), from);
  }
  sqlite3_str *name = sqlite3_str_new(NULL);
  for (++*p; **p && (**p != close || ((*p)[1] == close && close != ']')); ++*p) {
    if (**p == close) ++*p;
    sqlite3_str_appendchar(name, 1, **p);
  }
  if (**p) ++*p;
  bool is_empty = sqlite3_str_length(name) == 0 && sqlite3_str_errcode(name) == SQLITE_OK;
  char *read = sqlite3_str_finish(name); /* NULL without memory, and where nothing was appended */
  return is_empty ? sqlite3_mprintf("") : read;
}

static void skip_blanks(const char **p) {
  while (lt_is_blank(**p)) ++*p;
}

static int nothing_behind(const char *p, const char *argument, char **message) {
  skip_blanks(&p);
  if (*p == '\0') return SQLITE_OK;
  *message = sqlite3_mprintf("llm_archive: '%s' is not understood: wanted is a table, or name=value", argument);
  return SQLITE_ERROR;
}

static int read_source(lt_archive_options *o, const char *argument, char **message) {
  const char *p = argument;
  o->source = lt_archive_read_name(&p, ".");
  skip_blanks(&p);
  if (*p == '.') {
    o->source_schema = o->source;
    p++;
    o->source = lt_archive_read_name(&p, "");
  }
  if (o->source == NULL) return SQLITE_NOMEM;
  return nothing_behind(p, argument, message);
}

static bool has_word(const char *list, const char *word) {
  size_t length = strlen(word);
  for (const char *at = strstr(list, word); at; at = strstr(at + 1, word)) {
    bool begins = at == list || !lt_is_alphanumeric(at[-1]);
    if (begins && !lt_is_alphanumeric(at[length])) return true;
  }
  return false;
}

/* Every article has a row, and its names are counted, whatever the list says. */
static uint32_t table_set(const char *list) {
  uint32_t set = 0;
  for (uint32_t i = 0; i < lt_table_count && i < LT_ARCHIVE_TABLES; i++) {
    const char *suffix = lt_archive_suffix(lt_tables[i]);
    bool always = has_word("article players models", suffix);
    bool reads_text = lt_tables[i]->arguments[0] != NULL;
    if (reads_text && (always || strcmp(list, "all") == 0 || has_word(list, suffix))) set |= 1u << i;
  }
  return set;
}

static int read_switch(bool *on, const char *name, const char *value, char **message) {
  *on = strcmp(value, "1") == 0;
  if (*on || strcmp(value, "0") == 0) return SQLITE_OK;
  *message = sqlite3_mprintf("llm_archive: %s is to be 0 or 1, not '%s'", name, value);
  return SQLITE_ERROR;
}

static int read_threads(lt_archive_options *o, const char *value, char **message) {
  o->threads = 0;
  for (const char *p = value; lt_is_decimal(*p) && o->threads <= MOST_THREADS; p++) o->threads = o->threads * 10 + (*p - '0');
  if (o->threads >= 1 && o->threads <= MOST_THREADS) return SQLITE_OK;
  *message = sqlite3_mprintf("llm_archive: threads is to be a number from 1 to %d, not '%s'", MOST_THREADS, value);
  return SQLITE_ERROR;
}

static int read_content(lt_archive_options *o, const char *value, char **message) {
  o->content = strcmp(value, "none") == 0 ? LT_CONTENT_NONE : LT_CONTENT_STORED;
  if (o->content == LT_CONTENT_NONE || strcmp(value, "stored") == 0) return SQLITE_OK;
  *message = sqlite3_mprintf("llm_archive: content is to be stored or none, not '%s'", value);
  return SQLITE_ERROR;
}

static int read_tables(lt_archive_options *o, const char *value) {
  o->tables = table_set(value);
  return SQLITE_OK;
}

/* Takes value over where it is kept as it is. */
static int set_option(lt_archive_options *o, const char *name, char **value, char **message) {
  char **column = !strcmp(name, "key") ? &o->key : !strcmp(name, "text") ? &o->text : !strcmp(name, "published") ? &o->published : NULL;
  if (column) {
    sqlite3_free(*column);
    *column = *value;
    *value = NULL;
    return SQLITE_OK;
  }
  if (!strcmp(name, "threads")) return read_threads(o, *value, message);
  if (!strcmp(name, "content")) return read_content(o, *value, message);
  if (!strcmp(name, "tables")) return read_tables(o, *value);
  if (!strcmp(name, "body")) return read_switch(&o->body, name, *value, message);
  if (!strcmp(name, "fts5")) return read_switch(&o->search, name, *value, message);
  if (!strcmp(name, "later")) return read_switch(&o->later, name, *value, message);
  *message = sqlite3_mprintf("llm_archive: there is no option '%s'; there are text, key, published, content, tables, threads, body, fts5 and later", name);
  return SQLITE_ERROR;
}

static int read_option(lt_archive_options *o, const char *argument, char **message) {
  const char *p = argument;
  char *name = lt_archive_read_name(&p, "="), *value = NULL;
  skip_blanks(&p);
  if (*p == '=') p++;
  if (name) value = lt_archive_read_name(&p, "");
  int result = value ? nothing_behind(p, argument, message) : SQLITE_NOMEM;
  if (result == SQLITE_OK) result = set_option(o, name, &value, message);
  sqlite3_free(name);
  sqlite3_free(value);
  return result;
}

static bool is_option(const char *argument) {
  bool quoted = strchr("\"'`[", *argument) != NULL;
  return !quoted && strchr(argument, '=') != NULL;
}

static int complaint(char **message, const char *text) {
  *message = sqlite3_mprintf("llm_archive: %s", text);
  return SQLITE_ERROR;
}

static int check(const lt_archive_options *o, char **message) {
  if (o->source && o->content != LT_CONTENT_SOURCE) return complaint(message, "content= is for an archive without a table to follow");
  if (!o->source && o->content == LT_CONTENT_SOURCE) {
    return complaint(message, "wanted is the table whose articles are to be read: llm_archive(articles, text=body, key=id, published=date)");
  }
  if (o->search && !o->body) return complaint(message, "fts5=1 needs the restored text: body=0 does not go with it");
  return SQLITE_OK;
}

int lt_archive_options_read(int argc, const char *const *argv, lt_archive_options *o, char **message) {
  *o = (lt_archive_options){.schema = sqlite3_mprintf("%s", argv[1]), .name = sqlite3_mprintf("%s", argv[2]), .threads = 1, .body = true};
  o->tables = table_set(usual_tables);
  int result = o->schema && o->name ? SQLITE_OK : SQLITE_NOMEM;
  for (int i = 3; i < argc && result == SQLITE_OK; i++) {
    result = i > 3 || is_option(argv[i]) ? read_option(o, argv[i], message) : read_source(o, argv[i], message);
  }
  return result == SQLITE_OK ? check(o, message) : result;
}

void lt_archive_options_free(lt_archive_options *o) {
  char *owned[] = {o->schema, o->name, o->source_schema, o->source, o->key, o->text, o->published, o->key_type};
  for (size_t i = 0; i < sizeof owned / sizeof *owned; i++) sqlite3_free(owned[i]);
  *o = (lt_archive_options){0};
}

/* The source, once it is looked for in the database -------------------------------------------------------------------------- */

/* NULL: there is no row. */
static int one_text(sqlite3 *db, char **text, char *sql) {
  sqlite3_stmt *query = NULL;
  int result = sql ? sqlite3_prepare_v2(db, sql, -1, &query, NULL) : SQLITE_NOMEM;
  *text = NULL;
  if (result == SQLITE_OK && sqlite3_step(query) == SQLITE_ROW) {
    const char *found = (const char *)sqlite3_column_text(query, 0);
    *text = found ? sqlite3_mprintf("%s", found) : NULL;
    if (*text == NULL) result = SQLITE_NOMEM;
  }
  int finalized = sqlite3_finalize(query);
  sqlite3_free(sql);
  if (result == SQLITE_OK) result = finalized;
  if (result != SQLITE_OK) {
    sqlite3_free(*text);
    *text = NULL;
  }
  return result;
}

/* 'table', 'view', or NULL where there is neither. */
static int kind_in(sqlite3 *db, const lt_archive_options *o, const char *schema, char **kind) {
  return one_text(db, kind, sqlite3_mprintf("SELECT CASE WHEN sql LIKE 'CREATE VIRTUAL%%' THEN 'view' ELSE type END FROM \"%w\".sqlite_schema"
                                            " WHERE type IN ('table', 'view') AND name = %Q COLLATE NOCASE", schema, o->source));
}

/* An archive in temp may follow a table of main without saying so. */
static int find_source(sqlite3 *db, lt_archive_options *o, char **kind) {
  const char *schema = o->source_schema ? o->source_schema : o->schema;
  int result = kind_in(db, o, schema, kind);
  if (result == SQLITE_OK && *kind == NULL && o->source_schema == NULL && sqlite3_stricmp(schema, "temp") == 0) {
    result = kind_in(db, o, schema = "main", kind);
  }
  if (result == SQLITE_OK && o->source_schema == NULL) o->source_schema = sqlite3_mprintf("%s", schema);
  return result == SQLITE_OK && o->source_schema == NULL ? SQLITE_NOMEM : result;
}

static int usual_column(sqlite3 *db, const lt_archive_options *o, char **column, const char *condition) {
  return one_text(db, column, sqlite3_mprintf("SELECT name FROM pragma_table_xinfo(%Q, %Q) WHERE %s LIMIT 1", o->source, o->source_schema, condition));
}

static int key_type(sqlite3 *db, lt_archive_options *o) {
  return one_text(db, &o->key_type, sqlite3_mprintf(
      "SELECT CASE WHEN type LIKE '%%INT%%' THEN 'INTEGER' WHEN type LIKE '%%CHAR%%' OR type LIKE '%%CLOB%%' OR type LIKE '%%TEXT%%' THEN 'TEXT' ELSE 'ANY' END"
      " FROM pragma_table_xinfo(%Q, %Q) WHERE name = %Q COLLATE NOCASE UNION ALL SELECT 'INTEGER' WHERE %Q IN ('rowid', 'oid', '_rowid_')",
      o->source, o->source_schema, o->key, o->key));
}

static int resolve_columns(sqlite3 *db, lt_archive_options *o) {
  int result = SQLITE_OK;
  if (!o->key) result = usual_column(db, o, &o->key, "1 GROUP BY 1 = 1 HAVING max(pk) = 1 AND max(type = 'INTEGER' COLLATE NOCASE AND pk)");
  if (!o->text && result == SQLITE_OK) result = usual_column(db, o, &o->text, "lower(name) IN ('body', 'text', 'content')");
  if (o->key && result == SQLITE_OK) result = key_type(db, o);
  return result;
}

/* The first of the columns that the source does not have. */
static int find_missing(sqlite3 *db, const lt_archive_options *o, char **missing) {
  return one_text(db, missing, sqlite3_mprintf("SELECT value FROM json_each(json_array(%Q, %Q, %Q)) WHERE value NOT IN ('rowid', 'oid', '_rowid_')"
      " AND value COLLATE NOCASE NOT IN (SELECT name FROM pragma_table_xinfo(%Q, %Q))", o->key, o->text, o->published, o->source, o->source_schema));
}

static int check_columns(sqlite3 *db, const lt_archive_options *o, char **message) {
  char *missing = NULL;
  int result = find_missing(db, o, &missing);
  if (result == SQLITE_OK && missing) {
    *message = sqlite3_mprintf("llm_archive: there is no column %s in %s.%s", missing, o->source_schema, o->source);
    result = SQLITE_ERROR;
  }
  sqlite3_free(missing);
  return result;
}

int lt_archive_options_resolve(sqlite3 *db, lt_archive_options *o, bool *is_table, char **message) {
  char *kind = NULL;
  *is_table = false;
  if (o->source == NULL) return SQLITE_OK;
  int result = find_source(db, o, &kind);
  *is_table = kind && strcmp(kind, "table") == 0;
  bool missing = result == SQLITE_ERROR || (result == SQLITE_OK && kind == NULL); /* an error: so is the schema */
  sqlite3_free(kind);
  if (missing) {
    *message = sqlite3_mprintf("llm_archive: there is no table %s.%s", o->source_schema, o->source);
    return SQLITE_ERROR;
  }
  if (result == SQLITE_OK) result = resolve_columns(db, o);
  if (result != SQLITE_OK) return result;
  if (!o->key) return complaint(message, "which column tells one article from another? key=… is wanted, as there is no INTEGER PRIMARY KEY");
  if (!o->text) return complaint(message, "which column holds the text? text=… is wanted");
  return check_columns(db, o, message);
}
