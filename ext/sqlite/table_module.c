/* One sqlite3_module for every llm_* table; which one it is comes as pAux. The tables are eponymous and only that: there is
** nothing to create, `FROM llm_players(body)` just works.
**
** The arguments are hidden columns behind the others. xBestIndex turns `argument = value` into a value for xFilter and tells
** in idxNum which stages of the reading the columns asked for need, so that `SELECT quote FROM llm_quotes(…)` does not look
** for speakers. xFilter finds the reading and fills the rows; run again for the same text (the inner table of a join) it only
** rewinds. */
#include "sqlite/connection.h"
#include "sqlite/argument.h"
#include "sqlite/result.h"

#include <string.h>

typedef struct table {
  sqlite3_vtab base;
  const lt_registration *registration;
} table;

typedef struct cursor {
  sqlite3_vtab_cursor base;
  lt_shared *shared; /* the text the rows are of; NULL: none, or the table has no arguments */
  lt_vocabulary *vocabulary; /* that the rows borrow from */
  lt_rows rows;      /* rows.arena == NULL: none filled */
  int plan;
  uint32_t row;
} cursor;

/* idxNum: stages in the low bits, above them which arguments xFilter gets. */
enum { ARGUMENT_BIT = LT_STAGE_COUNT, MISSING = -1 /* plan: the text was not passed */ };

static const lt_table *table_of(const sqlite3_vtab *vtab) { return ((const table *)vtab)->registration->table; }

static uint32_t argument_count(const lt_table *t) {
  uint32_t count = 0;
  while (count < LT_MAX_ARGUMENTS && t->arguments[count]) count++;
  return count;
}

static int fail(sqlite3_vtab *vtab, int result, char *message) {
  sqlite3_free(vtab->zErrMsg);
  vtab->zErrMsg = message;
  return result;
}

/* CREATE TABLE x(name TEXT, …, text HIDDEN) */
static char *declaration(const lt_table *t) {
  sqlite3_str *sql = sqlite3_str_new(NULL);
  for (uint32_t i = 0; i < t->column_count; i++) {
    const lt_column *c = &t->columns[i];
    sqlite3_str_appendf(sql, "%s\"%s\" %s", i ? ", " : "CREATE TABLE x(", c->name, lt_column_type(c->kind));
  }
  for (uint32_t i = 0; i < argument_count(t); i++) sqlite3_str_appendf(sql, ", \"%s\" HIDDEN", t->arguments[i]);
  sqlite3_str_appendchar(sql, 1, ')');
  return sqlite3_str_finish(sql);
}

static int declare(sqlite3 *db, const lt_table *t) {
  char *sql = declaration(t);
  if (sql == NULL) return SQLITE_NOMEM;
  int result = sqlite3_declare_vtab(db, sql);
  sqlite3_free(sql);
  return result;
}

static int connect_table(sqlite3 *db, void *aux, int argc, const char *const *argv, sqlite3_vtab **out, char **message) {
  (void)argc, (void)argv, (void)message;
  const lt_registration *registration = aux;
  int result = declare(db, registration->table);
  if (result != SQLITE_OK) return result;
  table *t = sqlite3_malloc64(sizeof *t);
  if (t == NULL) return SQLITE_NOMEM;
  *t = (table){.registration = registration};
  *out = &t->base;
  return sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
}

static int disconnect_table(sqlite3_vtab *vtab) {
  sqlite3_free(vtab);
  return SQLITE_OK;
}

/* Stages that the columns asked for wait for. The last bit of colUsed stands for all columns from 63 on. */
static unsigned stages_used(const lt_table *t, uint64_t used) {
  unsigned stages = 1u << LT_STAGE_TEXT | 1u << t->stage;
  for (uint32_t i = 0; i < t->column_count; i++) {
    if (used >> (i < 63 ? i : 63) & 1) stages |= 1u << t->columns[i].stage;
  }
  return stages;
}

/* The constraint that gives an argument: its index, or -1. *given: there is one, be it usable or not. LIMIT and OFFSET are
** constraints whose column means nothing, so the operator is looked at first. */
static int constraint_of(const sqlite3_index_info *info, int column, bool *given) {
  int found = -1;
  for (int i = 0; i < info->nConstraint; i++) {
    const struct sqlite3_index_constraint *c = &info->aConstraint[i];
    if (c->op != SQLITE_INDEX_CONSTRAINT_EQ || c->iColumn != column) continue;
    *given = true;
    if (c->usable && found < 0) found = i;
  }
  return found;
}

/* Takes the arguments' values; the set of those it got, or -1 where this order of joining cannot give one. */
static int take_arguments(const lt_table *t, sqlite3_index_info *info, bool *missing) {
  int taken = 0, position = 0;
  for (uint32_t i = 0; i < argument_count(t); i++) {
    bool given = false;
    int constraint = constraint_of(info, (int)(t->column_count + i), &given);
    if (given && constraint < 0) return -1;
    if (!given && i == 0) *missing = true;
    if (!given) continue;
    taken |= 1 << i;
    info->aConstraintUsage[constraint].argvIndex = ++position;
    info->aConstraintUsage[constraint].omit = 1;
  }
  return taken;
}

static bool has_column(const lt_table *t, const char *name) {
  for (uint32_t i = 0; i < t->column_count; i++) {
    if (strcmp(t->columns[i].name, name) == 0) return true;
  }
  return false;
}

/* In `FROM articles, llm_sentences(body)` SQLite takes body for the sentences' own column, and so for no argument. */
static char *missing_text(const lt_table *t) {
  const char *hint = has_column(t, "body") ? " (if it is in a column called body, say whose: articles.body)" : "";
  return sqlite3_mprintf("%s(text%s): the text to read is missing%s", t->name, t->arguments[1] ? "[, anchor]" : "", hint);
}

static int best_index(sqlite3_vtab *vtab, sqlite3_index_info *info) {
  const lt_table *t = table_of(vtab);
  bool missing = false;
  int taken = take_arguments(t, info, &missing);
  if (taken < 0) return SQLITE_CONSTRAINT;
  if (missing) { /* or SQLite only asks about one side of an OR, without the arguments: a plan that is never better than another */
    info->idxNum = MISSING;
    info->estimatedCost = 1e99;
    return SQLITE_OK;
  }
  info->idxNum = taken << ARGUMENT_BIT | (int)stages_used(t, info->colUsed);
  info->estimatedRows = t->usual_rows;
  info->estimatedCost = 1000.0 + t->usual_rows; /* reading a text costs about as much as a thousand rows */
  if (t->usual_rows == 1) info->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
  return SQLITE_OK;
}

/* A query begins: names that the user has changed count from here on. */
static int open_cursor(sqlite3_vtab *vtab, sqlite3_vtab_cursor **out) {
  char *message;
  int result = lt_user_names_refresh(((table *)vtab)->registration->connection, &message);
  if (result != SQLITE_OK) return fail(vtab, result, message);
  cursor *c = sqlite3_malloc64(sizeof *c);
  if (c == NULL) return SQLITE_NOMEM;
  *c = (cursor){0};
  *out = &c->base;
  return SQLITE_OK;
}

static lt_connection *connection_of(const cursor *c) { return ((const table *)c->base.pVtab)->registration->connection; }

static void forget_rows(cursor *c) {
  lt_arena_free(c->rows.arena);
  c->rows = (lt_rows){0};
  lt_vocabulary_drop(c->vocabulary);
  c->vocabulary = NULL;
}

static void forget_text(cursor *c) {
  forget_rows(c);
  lt_reading_cache_release(&connection_of(c)->cache, c->shared);
  c->shared = NULL;
}

static int close_cursor(sqlite3_vtab_cursor *base) {
  forget_text((cursor *)base);
  sqlite3_free(base);
  return SQLITE_OK;
}

static int fill_rows(cursor *c, lt_day anchor) {
  lt_connection *connection = connection_of(c);
  const lt_table *t = table_of(c->base.pVtab);
  forget_rows(c);
  if (c->shared) {
    int result = lt_shared_need(connection, c->shared, (unsigned)c->plan & ((1u << LT_STAGE_COUNT) - 1));
    if (result != SQLITE_OK) return result;
  }
  lt_arena *arena = lt_arena_new(&lt_allocator_sqlite);
  if (arena == NULL) return SQLITE_NOMEM;
  c->vocabulary = lt_vocabulary_use(c->shared ? c->shared->vocabulary : connection->vocabulary);
  c->rows = (lt_rows){.table = t, .arena = arena, .lexicon = c->vocabulary->lexicon, .anchor = anchor};
  if (c->shared) {
    c->rows.reading = c->shared->reading;
    c->rows.stored = c->shared->stored;
  }
  t->fill(c->rows.reading, &c->rows);
  return lt_arena_failed(arena) ? SQLITE_NOMEM : SQLITE_OK;
}

static bool same_day(lt_day a, lt_day b) { return a.year == b.year && a.month == b.month && a.day == b.day; }

/* Stands the cursor on the text; *same: the rows it has are of that very text. */
static int find_text(cursor *c, sqlite3_value *text, bool *same) {
  int result;
  lt_shared *shared = lt_reading_cache_get(connection_of(c), text, &result);
  if (shared == NULL) return result;
  *same = shared == c->shared && c->rows.arena != NULL;
  lt_shared *before = c->shared;
  if (!*same) forget_rows(c);
  c->shared = shared;
  lt_reading_cache_release(&connection_of(c)->cache, before);
  return SQLITE_OK;
}

static int explain(cursor *c, int result) {
  const lt_table *t = table_of(c->base.pVtab);
  if (result != SQLITE_TOOBIG) return result;
  return fail(c->base.pVtab, result, sqlite3_mprintf("%s: the text is longer than SQLite's limit for this connection", t->name));
}

static int bad_anchor(cursor *c, sqlite3_value *anchor) {
  const lt_table *t = table_of(c->base.pVtab);
  return fail(c->base.pVtab, SQLITE_ERROR,
              sqlite3_mprintf("%s: the anchor is to be a date, YYYY-MM-DD, not '%.40s'", t->name, sqlite3_value_text(anchor)));
}

static int filter_text(cursor *c, int argc, sqlite3_value **argv) {
  lt_day anchor = {0};
  bool same = false;
  if (argc > 1 && !lt_argument_day(argv[1], &anchor)) return bad_anchor(c, argv[1]);
  int result = find_text(c, argv[0], &same);
  if (result != SQLITE_OK) return explain(c, result);
  return same && same_day(anchor, c->rows.anchor) ? SQLITE_OK : fill_rows(c, anchor);
}

static int filter(sqlite3_vtab_cursor *base, int plan, const char *name, int argc, sqlite3_value **argv) {
  (void)name;
  cursor *c = (cursor *)base;
  if (plan == MISSING) return fail(base->pVtab, SQLITE_ERROR, missing_text(table_of(base->pVtab)));
  c->row = 0;
  if (plan != c->plan) forget_rows(c);
  c->plan = plan;
  if (argc == 0) return c->rows.arena ? SQLITE_OK : fill_rows(c, (lt_day){0});
  if (sqlite3_value_type(argv[0]) != SQLITE_NULL) return filter_text(c, argc, argv);
  forget_text(c);
  return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *base) {
  ((cursor *)base)->row++;
  return SQLITE_OK;
}

static int at_end(sqlite3_vtab_cursor *base) {
  const cursor *c = (const cursor *)base;
  return c->row >= c->rows.count;
}

static int column(sqlite3_vtab_cursor *base, sqlite3_context *context, int index) {
  const cursor *c = (const cursor *)base;
  uint32_t columns = table_of(base->pVtab)->column_count, i = (uint32_t)index;
  if (i < columns) lt_result(context, lt_rows_value(&c->rows, c->row, i));
  else if (i == columns) sqlite3_result_value(context, c->shared->argument);
  else lt_result(context, lt_value_day(c->rows.anchor));
  return SQLITE_OK;
}

static int rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *id) {
  *id = (sqlite3_int64)((const cursor *)base)->row + 1;
  return SQLITE_OK;
}

static const sqlite3_module module = {
    .xConnect = connect_table,
    .xBestIndex = best_index,
    .xDisconnect = disconnect_table,
    .xOpen = open_cursor,
    .xClose = close_cursor,
    .xFilter = filter,
    .xNext = next,
    .xEof = at_end,
    .xColumn = column,
    .xRowid = rowid,
};

int lt_table_module_register(lt_connection *connection) {
  for (uint32_t i = 0; i < lt_table_count; i++) {
    lt_registration *registration = lt_registration_new(connection, lt_tables[i], NULL);
    if (registration == NULL) return SQLITE_NOMEM;
    int result = sqlite3_create_module_v2(connection->db, lt_tables[i]->name, &module, registration, lt_registration_drop);
    if (result != SQLITE_OK) return result;
  }
  return SQLITE_OK;
}
