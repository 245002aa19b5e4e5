/* Reading the user's table and keeping up with it.
**
** Whether it has changed is told without reading it: by this connection's count of changed rows and the version of the database
** file, which every commit moves. Neither sees a rollback to a savepoint, so inside a transaction the table is read each time. It
** is small, and only another content makes another vocabulary. */
#include "sqlite/user_names.h"

#include "base/utf8.h"
#include "lexicon/own.h"
#include "sqlite/argument.h"
#include "sqlite/connection.h"
#include "sqlite/result.h"
#include "tables/words.h"
#include "text/variant.h"

#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

enum { NAME, KIND, ALIAS, DEVELOPER, TICKER, COLUMNS, LONGEST_FORM = 64 };

static const char *const column_names[COLUMNS] = {"name", "kind", "alias", "developer", "ticker"};

typedef struct load {
  lt_connection *connection;
  sqlite3_stmt *rows;
  lt_arena *arena;
  int place[COLUMNS]; /* of each column in the table; -1: not there */
  uint32_t row;       /* counted from 1 */
  uint64_t content;
  LT_ARRAY(lt_own_form) forms;
  LT_ARRAY(uint32_t) row_of; /* each form */
  char *message;
} load;

/* main.my_names */
static char *shown(const lt_user_names *n) { return sqlite3_mprintf("%s%s%s", n->schema ? n->schema : "", n->schema ? "." : "", n->table); }

/* Keeps the first complaint. Always SQLITE_ERROR. */
static int complain(load *l, uint32_t row, const char *column, char *what) {
  char *table = shown(&l->connection->names);
  if (l->message == NULL) l->message = sqlite3_mprintf("llm_lexicon_use: %s, row %u, column %s: %s", table, row, column, what);
  sqlite3_free(table);
  sqlite3_free(what);
  return SQLITE_ERROR;
}

static int find_columns(load *l) {
  for (int i = 0; i < COLUMNS; i++) {
    l->place[i] = -1;
    for (int c = 0; c < sqlite3_column_count(l->rows); c++) {
      if (sqlite3_stricmp(sqlite3_column_name(l->rows, c), column_names[i]) == 0) l->place[i] = c;
    }
    if (l->place[i] >= 0 || i > KIND) continue;
    char *table = shown(&l->connection->names);
    l->message = sqlite3_mprintf("llm_lexicon_use: %s has no column %s; wanted are name and kind, and if you like alias, developer and ticker", table, column_names[i]);
    sqlite3_free(table);
    return SQLITE_ERROR;
  }
  return SQLITE_OK;
}

/* What stands in a column, in normal form and trimmed; no slice where it is NULL or not there. */
static lt_slice cell(load *l, int column) {
  const char *utf8 = l->place[column] < 0 ? NULL : (const char *)sqlite3_column_text(l->rows, l->place[column]);
  size_t bytes = utf8 ? (size_t)sqlite3_column_bytes(l->rows, l->place[column]) : 0;
  l->content = XXH3_64bits_withSeed(utf8 ? utf8 : "", bytes, l->content + (utf8 ? 1 : 2));
  return utf8 ? lt_slice_trim(lt_simplify(l->arena, lt_utf8_read(l->arena, utf8, bytes))) : LT_NO_SLICE;
}

static bool is_word(lt_slice text, const char *word) {
  size_t length = strlen(word);
  for (uint32_t i = 0; i < text.length; i++) {
    if (i >= length || text.at[i] != (lt_char)word[i]) return false;
  }
  return text.length == length;
}

static bool kind_of(lt_slice text, int *kind) {
  *kind = text.at == NULL ? LT_OWN_KIND_KEPT : LT_OWN_REMOVED;
  if (text.at == NULL || is_word(text, "none")) return true;
  for (int k = LT_NAME_COMPANY; k <= LT_NAME_GROUP; k++) {
    *kind = k;
    if (is_word(text, lt_name_kind_word((lt_name_kind)k))) return true;
  }
  return false;
}

/* Takes the ? off. */
static bool is_ordinary_too(lt_slice *form) {
  bool marked = form->length > 0 && form->at[form->length - 1] == '?';
  form->length -= marked;
  return marked;
}

static int check_form(load *l, int column, lt_slice form) {
  if (form.length < 2) return complain(l, l->row, column_names[column], sqlite3_mprintf("a name has two characters at least"));
  if (form.length > LONGEST_FORM) return complain(l, l->row, column_names[column], sqlite3_mprintf("a name has %d characters at most", LONGEST_FORM));
  if (lt_slice_index(form, '|') < form.length) return complain(l, l->row, column_names[column], sqlite3_mprintf("one name a row, without |"));
  return SQLITE_OK;
}

static void add(load *l, lt_own_form form) {
  *LT_PUSH(l->arena, &l->forms) = form;
  *LT_PUSH(l->arena, &l->row_of) = l->row;
}

static int read_facts(load *l, lt_own_form *f) {
  lt_slice developer = cell(l, DEVELOPER), ticker = cell(l, TICKER);
  bool keeps = f->kind == LT_OWN_KIND_KEPT;
  f->fact = ticker.at ? ticker : (lt_slice){f->name.at, 0};
  f->names = developer.at ? developer : (lt_slice){f->name.at, 0};
  if (developer.length && f->kind != LT_NAME_MODEL && !keeps) return complain(l, l->row, "developer", sqlite3_mprintf("only a model has one"));
  if (ticker.length && f->kind != LT_NAME_COMPANY && !keeps) return complain(l, l->row, "ticker", sqlite3_mprintf("only a company has one"));
  if (ticker.length && lt_slice_index(ticker, ':') == ticker.length) return complain(l, l->row, "ticker", sqlite3_mprintf("wanted is exchange:code, as in HKEX:00700"));
  return SQLITE_OK;
}

static int read_row(load *l) {
  lt_slice name = cell(l, NAME), kind = cell(l, KIND), alias = cell(l, ALIAS);
  lt_own_form f = {.name = name, .form = name};
  f.ambiguous = is_ordinary_too(&f.name);
  f.form = f.name;
  if (!kind_of(kind, &f.kind)) return complain(l, l->row, "kind", sqlite3_mprintf("it is none of company, person, organization, model, group, none"));
  int result = check_form(l, NAME, f.name);
  if (result == SQLITE_OK) result = read_facts(l, &f);
  if (result == SQLITE_OK && alias.at) {
    lt_own_form other = f;
    other.form = alias;
    other.ambiguous = is_ordinary_too(&other.form);
    result = check_form(l, ALIAS, other.form);
    if (result == SQLITE_OK) add(l, other);
    f.implied = true;
  }
  bool only_alias = alias.at && f.kind == LT_OWN_REMOVED;
  if (result == SQLITE_OK && !only_alias) add(l, f);
  return result;
}

static int read_rows(load *l) {
  int result = find_columns(l);
  while (result == SQLITE_OK && (result = sqlite3_step(l->rows)) == SQLITE_ROW) {
    l->row++;
    result = read_row(l);
    if (lt_arena_failed(l->arena)) result = SQLITE_NOMEM;
  }
  return result == SQLITE_DONE ? SQLITE_OK : result;
}

static int open_rows(load *l) {
  const lt_user_names *n = &l->connection->names;
  char *sql = n->schema ? sqlite3_mprintf("SELECT * FROM \"%w\".\"%w\"", n->schema, n->table) : sqlite3_mprintf("SELECT * FROM \"%w\"", n->table);
  if (sql == NULL) return SQLITE_NOMEM;
  int result = sqlite3_prepare_v2(l->connection->db, sql, -1, &l->rows, NULL);
  if (result != SQLITE_OK && result != SQLITE_NOMEM) {
    l->message = sqlite3_mprintf("llm_lexicon_use: %s (llm_lexicon_use(NULL) goes back to the built-in names)", sqlite3_errmsg(l->connection->db));
  }
  sqlite3_free(sql);
  return result;
}

static int explain(load *l, lt_own_mistake m) {
  const lt_own_form *f = &l->forms.at[m.form];
  uint32_t row = l->row_of.at[m.form];
  bool alias = !lt_slice_equals(f->form, f->name);
  if (m.form == m.earlier) return complain(l, row, "kind", sqlite3_mprintf("the vocabulary has no such name to take its kind from"));
  return complain(l, row, alias ? "alias" : "name", sqlite3_mprintf("row %u has it for another name", l->row_of.at[m.earlier]));
}

static void take_vocabulary(lt_connection *c, lt_vocabulary *vocabulary) {
  lt_vocabulary_drop(c->vocabulary);
  c->vocabulary = vocabulary;
}

/* Lays the forms over the built-in lexicon. */
static int build(load *l) {
  lt_own_mistake mistake = {UINT32_MAX, 0};
  char *origin = shown(&l->connection->names);
  if (origin == NULL) return SQLITE_NOMEM;
  lt_slice from = lt_utf8_read(l->arena, origin, strlen(origin));
  sqlite3_free(origin);
  const lt_lexicon *lexicon = lt_lexicon_lay_over(&lt_lexicon_built_in, l->forms.at, l->forms.count, from, l->arena, &mistake);
  if (lexicon == NULL) return mistake.form == UINT32_MAX ? SQLITE_NOMEM : explain(l, mistake);
  lt_vocabulary *vocabulary = lt_vocabulary_new(lexicon, l->arena);
  l->arena = NULL;
  if (vocabulary == NULL) return SQLITE_NOMEM;
  take_vocabulary(l->connection, vocabulary);
  l->connection->names.content = l->content;
  return SQLITE_OK;
}

/* Reads the table; builds a vocabulary if it is not what it was. */
static int load_names(lt_connection *c, char **message) {
  load l = {.connection = c, .arena = lt_arena_new(&lt_allocator_sqlite), .content = 1};
  lt_vocabulary *before = c->vocabulary;
  c->vocabulary = c->built_in; /* for a view that asks for our tables */
  int result = l.arena ? open_rows(&l) : SQLITE_NOMEM;
  if (result == SQLITE_OK) result = read_rows(&l);
  c->vocabulary = before;
  if (result == SQLITE_OK && l.content != c->names.content) result = build(&l);
  if (result == SQLITE_ERROR && l.message == NULL) l.message = sqlite3_mprintf("llm_lexicon_use: %s", sqlite3_errmsg(c->db));
  if (result == SQLITE_OK) c->names.rows = l.row;
  sqlite3_finalize(l.rows);
  lt_arena_free(l.arena);
  *message = result == SQLITE_NOMEM ? NULL : l.message;
  if (*message == NULL) sqlite3_free(l.message);
  return result;
}

/* The version that was last seen is the file's only while a transaction is open on it; a look at it opens one for a moment. */
static unsigned int version_of(const lt_connection *c) {
  const char *schema = c->names.schema ? c->names.schema : "main";
  unsigned int version = 0;
  if (sqlite3_txn_state(c->db, schema) == SQLITE_TXN_NONE) {
    char *sql = sqlite3_mprintf("PRAGMA \"%w\".data_version", schema);
    if (sql) sqlite3_exec(c->db, sql, NULL, NULL, NULL);
    sqlite3_free(sql);
  }
  sqlite3_file_control(c->db, schema, SQLITE_FCNTL_DATA_VERSION, &version);
  return version;
}

int lt_user_names_refresh(lt_connection *c, char **message) {
  lt_user_names *n = &c->names;
  *message = NULL;
  if (n->table == NULL || n->loading) return SQLITE_OK;
  bool settled = sqlite3_get_autocommit(c->db) != 0;
  int changes = sqlite3_total_changes(c->db);
  n->loading = true;
  unsigned int version = version_of(c);
  int result = SQLITE_OK;
  if (!n->looked || !settled || n->changes != changes || n->version != version) {
    n->looked = false;
    result = load_names(c, message);
    if (result == SQLITE_OK) n->changes = changes, n->version = version, n->looked = settled;
  }
  n->loading = false;
  return result;
}

void lt_user_names_clear(lt_user_names *names) {
  sqlite3_free(names->schema);
  sqlite3_free(names->table);
  *names = (lt_user_names){0};
}

/* Takes main.my_names apart. False when memory ran out. */
static bool name_table(lt_user_names *n, const char *text) {
  const char *dot = strchr(text, '.');
  if (dot) n->schema = sqlite3_mprintf("%.*s", (int)(dot - text), text);
  n->table = sqlite3_mprintf("%s", dot ? dot + 1 : text);
  return n->table && (!dot || n->schema);
}

static int use_table(lt_connection *c, const char *text, char **message) {
  lt_user_names before = c->names;
  c->names = (lt_user_names){0};
  int result = name_table(&c->names, text) ? lt_user_names_refresh(c, message) : SQLITE_NOMEM;
  if (result != SQLITE_OK) {
    lt_user_names_clear(&c->names);
    c->names = before;
  } else {
    lt_user_names_clear(&before);
  }
  return result;
}

static int use_built_in(lt_connection *c) {
  take_vocabulary(c, lt_vocabulary_use(c->built_in));
  lt_user_names_clear(&c->names);
  return SQLITE_OK;
}

static void lexicon_use(sqlite3_context *context, int argc, sqlite3_value **argv) {
  const lt_registration *r = sqlite3_user_data(context);
  char *message = NULL;
  if (argc != 1) {
    sqlite3_result_error(context, "llm_lexicon_use(table): wanted is one argument, the name of a table, as in 'main.my_names', or NULL", -1);
    return;
  }
  const char *table = (const char *)sqlite3_value_text(argv[0]);
  int result = table ? use_table(r->connection, table, &message) : use_built_in(r->connection);
  if (result == SQLITE_OK) lt_result(context, lt_value_integer(r->connection->names.rows));
  else if (message) sqlite3_result_error(context, message, -1);
  else sqlite3_result_error_code(context, result);
  sqlite3_free(message);
}

int lt_user_names_register(lt_connection *connection) {
  lt_registration *r = lt_registration_new(connection, NULL, NULL);
  if (r == NULL) return SQLITE_NOMEM;
  return sqlite3_create_function_v2(connection->db, "llm_lexicon_use", -1, SQLITE_UTF8 | SQLITE_DIRECTONLY, r, lexicon_use, NULL, NULL, lt_registration_drop);
}
