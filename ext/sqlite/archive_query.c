/* SELECT … FROM arc: one row an article. xBestIndex writes the SQL over the shadow tables that answers the query, and hands it on as
** idxStr; what SQLite's planner knows of those tables does the rest. Taken over are =, <, <=, > and >= on every column, the order, LIMIT and OFFSET.
**
** Columns: the key, those of llm_article, and hidden ones: original (the first of the article's copies, itself if it has none), player
** and model (to ask who is in it: WHERE player = '百度'), text (as the source has it), and one called like the archive, for commands. */
#include "sqlite/archive_query.h"

#include <string.h>

typedef struct cursor {
  sqlite3_vtab_cursor base;
  char *sql;
  sqlite3_stmt *rows;
  bool at_end;
} cursor;

/* Columns -------------------------------------------------------------------------------------------------------------------- */

static const char *const hidden[LT_HIDDEN_COUNT] = {"original", "player", "model", "text"};

static const lt_table *article_table(void) {
  uint32_t i = 0;
  while (!lt_archive_is_article(lt_tables[i])) i++;
  return lt_tables[i];
}

int lt_archive_hidden(lt_hidden which) { return 1 + (int)article_table()->column_count + (int)which; }

int lt_archive_published(void) {
  int i = 0;
  while (strcmp(article_table()->columns[i].name, "published") != 0) i++;
  return 1 + i;
}

int lt_archive_declare(lt_archive *a) {
  const lt_table *t = article_table();
  bool any = strcmp(a->options.key_type, "ANY") == 0;
  sqlite3_str *sql = sqlite3_str_new(NULL);
  sqlite3_str_appendf(sql, "CREATE TABLE x(key %s", any ? "" : a->options.key_type);
  for (uint32_t i = 0; i < t->column_count; i++) sqlite3_str_appendf(sql, ", \"%w\" %s", t->columns[i].name, lt_column_type(t->columns[i].kind));
  for (int i = 0; i < LT_HIDDEN_COMMAND; i++) sqlite3_str_appendf(sql, ", %s HIDDEN", hidden[i]);
  sqlite3_str_appendf(sql, ", \"%w\" HIDDEN)", a->options.name);
  char *text = sqlite3_str_finish(sql);
  int result = text ? sqlite3_declare_vtab(lt_archive_db(a), text) : SQLITE_NOMEM;
  sqlite3_free(text);
  return result;
}

/* Planning ------------------------------------------------------------------------------------------------------------------- */

typedef struct plan {
  lt_archive *a;
  sqlite3_index_info *info;
  sqlite3_str *where;
  int arguments;
  int given[LT_HIDDEN_COUNT]; /* parameter that a hidden column equals; 0: none */
  bool all, unique, by_name;  /* every constraint is taken; at most one row; those of one name */
} plan;

/* The column as an expression over a, a row of arc_article. */
static void append_column(sqlite3_str *sql, const plan *p, int column) {
  const lt_table *t = article_table();
  int which = column - lt_archive_hidden(0);
  if (column <= 0) {
    sqlite3_str_appendall(sql, column < 0 ? "a.article" : "a.key");
  } else if (which < 0) {
    const char *name = t->columns[column - 1].name;
    sqlite3_str_appendf(sql, "a.\"%w\"", column == lt_archive_published() ? "day" : name);
  } else if (which == LT_HIDDEN_ORIGINAL) {
    sqlite3_str_appendall(sql, "coalesce((SELECT c.original FROM @copies c WHERE c.key = a.key), a.key)");
  } else if (which == LT_HIDDEN_TEXT && p->a->options.content != LT_CONTENT_NONE) {
    sqlite3_str_appendall(sql, "(SELECT s.text FROM @source s WHERE s.key = a.key)");
  } else if (p->given[which]) {
    sqlite3_str_appendf(sql, "?%d", p->given[which]);
  } else {
    sqlite3_str_appendall(sql, "NULL");
  }
}

static const char *sign_of(unsigned char op) {
  switch (op) {
    case SQLITE_INDEX_CONSTRAINT_EQ: return "=";
    case SQLITE_INDEX_CONSTRAINT_GT: return ">";
    case SQLITE_INDEX_CONSTRAINT_GE: return ">=";
    case SQLITE_INDEX_CONSTRAINT_LT: return "<";
    case SQLITE_INDEX_CONSTRAINT_LE: return "<=";
    default: return NULL;
  }
}

static int take(plan *p, int constraint) {
  p->info->aConstraintUsage[constraint].argvIndex = ++p->arguments;
  p->info->aConstraintUsage[constraint].omit = 1;
  if (constraint >= 0) sqlite3_str_appendall(p->where, sqlite3_str_length(p->where) ? " AND " : " WHERE ");
  return p->arguments;
}

/* WHERE player = …, WHERE arc MATCH … : false where this order of joining cannot give the value. */
static bool take_hidden(plan *p, int constraint, int which, bool *taken) {
  const struct sqlite3_index_constraint *c = &p->info->aConstraint[constraint];
  bool name = (which == LT_HIDDEN_PLAYER || which == LT_HIDDEN_MODEL) && c->op == SQLITE_INDEX_CONSTRAINT_EQ;
  bool match = which == LT_HIDDEN_COMMAND && c->op == SQLITE_INDEX_CONSTRAINT_MATCH && p->a->options.search;
  *taken = name || match;
  if (!*taken) return true;
  if (!c->usable) return false;
  int argument = take(p, constraint);
  if (match) sqlite3_str_appendf(p->where, "a.article IN (SELECT rowid FROM @search WHERE $search MATCH ?%d)", argument);
  else sqlite3_str_appendf(p->where, "a.key IN (SELECT key FROM @%s WHERE name = ?%d)", which == LT_HIDDEN_PLAYER ? "players" : "models", argument);
  p->given[which] = argument;
  p->by_name = true;
  return true;
}

static bool take_column(plan *p, int constraint) {
  const struct sqlite3_index_constraint *c = &p->info->aConstraint[constraint];
  const char *sign = sign_of(c->op);
  bool binary = sqlite3_stricmp(sqlite3_vtab_collation(p->info, constraint), "BINARY") == 0;
  if (!sign || !c->usable || !binary || c->iColumn >= lt_archive_hidden(0)) return false;
  int argument = take(p, constraint);
  append_column(p->where, p, c->iColumn);
  sqlite3_str_appendf(p->where, " %s ?%d", sign, argument);
  if (c->iColumn <= 0 && c->op == SQLITE_INDEX_CONSTRAINT_EQ) p->unique = true;
  return true;
}

static bool is_limit(const struct sqlite3_index_constraint *c) {
  return c->op == SQLITE_INDEX_CONSTRAINT_LIMIT || c->op == SQLITE_INDEX_CONSTRAINT_OFFSET;
}

static int take_constraints(plan *p) {
  p->all = true;
  for (int i = 0; i < p->info->nConstraint; i++) {
    const struct sqlite3_index_constraint *c = &p->info->aConstraint[i];
    bool taken = false;
    if (is_limit(c)) continue;
    if (!take_hidden(p, i, c->iColumn - lt_archive_hidden(0), &taken)) return SQLITE_CONSTRAINT;
    if (!taken) taken = take_column(p, i);
    p->all = p->all && taken;
  }
  return SQLITE_OK;
}

static void take_order(plan *p, sqlite3_str *sql) {
  for (int i = 0; i < p->info->nOrderBy; i++) {
    if (p->info->aOrderBy[i].iColumn >= lt_archive_hidden(0)) return;
  }
  for (int i = 0; i < p->info->nOrderBy; i++) {
    sqlite3_str_appendall(sql, i ? ", " : " ORDER BY ");
    append_column(sql, p, p->info->aOrderBy[i].iColumn);
    if (p->info->aOrderBy[i].desc) sqlite3_str_appendall(sql, " DESC");
  }
  p->info->orderByConsumed = 1;
}

/* Only where no row is left out or sorted later; and never one of the two without the other. */
static void take_limit(plan *p, sqlite3_str *sql) {
  int limit = -1, offset = -1;
  bool usable = p->all && (p->info->nOrderBy == 0 || p->info->orderByConsumed);
  for (int i = 0; i < p->info->nConstraint; i++) {
    const struct sqlite3_index_constraint *c = &p->info->aConstraint[i];
    if (!is_limit(c)) continue;
    usable = usable && c->usable;
    if (c->op == SQLITE_INDEX_CONSTRAINT_LIMIT) limit = i;
    else offset = i;
  }
  if (!usable || limit < 0) return;
  p->info->aConstraintUsage[limit].argvIndex = ++p->arguments;
  sqlite3_str_appendf(sql, " LIMIT ?%d", p->arguments);
  if (offset < 0) return;
  p->info->aConstraintUsage[offset].argvIndex = ++p->arguments;
  p->info->aConstraintUsage[offset].omit = 1;
  sqlite3_str_appendf(sql, " OFFSET ?%d", p->arguments);
}

static bool is_used(const sqlite3_index_info *info, int column) { return info->colUsed >> (column < 63 ? column : 63) & 1; }

static void append_select(plan *p, sqlite3_str *sql) {
  sqlite3_str_appendall(sql, "SELECT a.article");
  for (int i = 0; i <= lt_archive_hidden(LT_HIDDEN_COMMAND); i++) {
    sqlite3_str_appendall(sql, ", ");
    if (is_used(p->info, i)) append_column(sql, p, i);
    else sqlite3_str_appendall(sql, "NULL");
  }
  sqlite3_str_appendall(sql, " FROM @article a");
}

static void estimate(const plan *p) {
  double rows = p->unique ? 1 : p->by_name ? 200 : p->arguments ? 5000 : 100000;
  p->info->estimatedRows = (sqlite3_int64)rows;
  p->info->estimatedCost = 20 + 2 * rows;
  if (p->unique) p->info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
}

int lt_archive_best_index(sqlite3_vtab *vtab, sqlite3_index_info *info) {
  plan p = {.a = (lt_archive *)vtab, .info = info, .where = sqlite3_str_new(NULL)};
  sqlite3_str *sql = sqlite3_str_new(NULL);
  int result = is_used(info, lt_archive_hidden(LT_HIDDEN_TEXT)) ? lt_archive_find_source(p.a) : SQLITE_OK;
  if (result == SQLITE_OK) result = take_constraints(&p);
  append_select(&p, sql);
  char *where = sqlite3_str_finish(p.where);
  if (where) sqlite3_str_appendall(sql, where);
  sqlite3_free(where);
  take_order(&p, sql);
  take_limit(&p, sql);
  char *template = sqlite3_str_finish(sql);
  if (result == SQLITE_OK) info->idxStr = template ? lt_archive_sql(p.a, template) : NULL;
  sqlite3_free(template);
  if (result != SQLITE_OK) return result;
  info->needToFreeIdxStr = 1;
  estimate(&p);
  return info->idxStr ? SQLITE_OK : SQLITE_NOMEM;
}

/* Cursors -------------------------------------------------------------------------------------------------------------------- */

int lt_archive_open(sqlite3_vtab *vtab, sqlite3_vtab_cursor **out) {
  (void)vtab;
  cursor *c = sqlite3_malloc64(sizeof *c);
  if (c == NULL) return SQLITE_NOMEM;
  *c = (cursor){.at_end = true};
  *out = &c->base;
  return SQLITE_OK;
}

static void forget(cursor *c) {
  sqlite3_finalize(c->rows);
  sqlite3_free(c->sql);
  c->rows = NULL;
  c->sql = NULL;
}

int lt_archive_close(sqlite3_vtab_cursor *base) {
  forget((cursor *)base);
  sqlite3_free(base);
  return SQLITE_OK;
}

int lt_archive_next(sqlite3_vtab_cursor *base) {
  cursor *c = (cursor *)base;
  int step = sqlite3_step(c->rows);
  c->at_end = step != SQLITE_ROW;
  if (step == SQLITE_ROW) return SQLITE_OK;
  return lt_archive_explain((lt_archive *)base->pVtab, sqlite3_reset(c->rows));
}

/* The statement is kept for the next time: the inner table of a join is asked again and again. */
static int prepare(cursor *c, const char *sql) {
  if (c->sql && strcmp(c->sql, sql) == 0) return sqlite3_reset(c->rows), SQLITE_OK;
  forget(c);
  c->sql = sqlite3_mprintf("%s", sql);
  if (c->sql == NULL) return SQLITE_NOMEM;
  int result = lt_archive_prepare((lt_archive *)c->base.pVtab, &c->rows, "%s", sql);
  if (result != SQLITE_OK) forget(c);
  return result;
}

int lt_archive_filter(sqlite3_vtab_cursor *base, int plan, const char *sql, int argc, sqlite3_value **argv) {
  (void)plan;
  cursor *c = (cursor *)base;
  int result = prepare(c, sql);
  for (int i = 0; i < argc && result == SQLITE_OK; i++) result = sqlite3_bind_value(c->rows, i + 1, argv[i]);
  return result == SQLITE_OK ? lt_archive_next(base) : result;
}

int lt_archive_at_end(sqlite3_vtab_cursor *base) { return ((const cursor *)base)->at_end; }

int lt_archive_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int index) {
  if (!sqlite3_vtab_nochange(context)) sqlite3_result_value(context, sqlite3_column_value(((cursor *)base)->rows, index + 1));
  return SQLITE_OK;
}

int lt_archive_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *id) {
  *id = sqlite3_column_int64(((cursor *)base)->rows, 0);
  return SQLITE_OK;
}
