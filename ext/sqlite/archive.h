/* An archive, as its files see it: CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, published=date).
**
**   archive_options    what stands in the parentheses
**   archive_sql        statements in which @players stands for "main"."arc_players"
**   archive_schema     the tables an archive keeps, from the descriptions of the llm_* tables; the view and the triggers
**   archive_article    a text → the rows of every table; no SQL, so that any thread may do it
**   archive_batch      several texts at once, read by several threads
**   archive_store      one article's rows in, one article's rows out
**   archive_names      how many articles speak of each name
**   archive_copies     which articles are copies of one another
**   archive_sync       the archive is made equal to the articles, all of them or one
**   archive_follow     what a trigger calls
**   archive_check      'integrity-check'
**   archive_query      SELECT … FROM arc
**   archive_module     the virtual table: creating, connecting, commands, renaming, dropping
**
** Nothing is kept in memory that a rollback would have to undo: what an archive knows is in its tables. */
#ifndef LT_SQLITE_ARCHIVE_H
#define LT_SQLITE_ARCHIVE_H

#include "sqlite/archive_options.h"
#include "sqlite/connection.h"

/* Statements that are kept prepared; archive_sql.c has their text. */
typedef enum lt_archive_statement {
  LT_ARCHIVE_FIND,        /* hash, version, article of a key */
  LT_ARCHIVE_TEXT,        /* text and published of a key, as the source has them */
  LT_ARCHIVE_NAMES_ADD,
  LT_ARCHIVE_NAMES_TAKE,
  LT_ARCHIVE_NAMES_DROP,
  LT_ARCHIVE_SEARCH_ADD,
  LT_ARCHIVE_SEARCH_TAKE,
  LT_ARCHIVE_STATE_GET,
  LT_ARCHIVE_STATE_SET,
  LT_ARCHIVE_COPIES_NEAR, /* articles whose fingerprint has a given band 0 … 3: four statements */
  LT_ARCHIVE_COPIES_ORIGINAL = LT_ARCHIVE_COPIES_NEAR + 4,
  LT_ARCHIVE_COPIES_MEMBERS,
  LT_ARCHIVE_COPIES_JOIN,
  LT_ARCHIVE_COPIES_MERGE,
  LT_ARCHIVE_COPIES_LEAVE,
  LT_ARCHIVE_COPIES_ORDER, /* negative, 0, positive: how two keys compare */
  LT_ARCHIVE_NOTHING,     /* fails when the connection has been interrupted */
  LT_ARCHIVE_PENDING,     /* the newest keys that a trigger has noted */
  LT_ARCHIVE_PENDING_DONE,
  LT_ARCHIVE_STATEMENTS
} lt_archive_statement;

enum { LT_ARCHIVE_TABLES = 32 }; /* room for the llm_* tables, as bits of a set */

typedef struct lt_archive {
  sqlite3_vtab base;
  lt_connection *connection;
  struct lt_archive *next; /* the connection's others */
  lt_archive_options options;
  bool source_known, source_is_table;
  sqlite3_stmt *statements[LT_ARCHIVE_STATEMENTS];
  sqlite3_stmt *inserts[LT_ARCHIVE_TABLES], *removes[LT_ARCHIVE_TABLES];
} lt_archive;

static inline sqlite3 *lt_archive_db(const lt_archive *a) { return a->connection->db; }

/* SQL ------------------------------------------------------------------------------------------------------------------------
** In a template @players stands for "main"."arc_players", $players for "arc_players", @source for where the texts are (columns key,
** text, published); then come, as arguments, %w for a name, %s for a piece of SQL, @%s and $%s for a table. */

/* To be freed; NULL when memory ran out. */
char *lt_archive_sql(const lt_archive *a, const char *template, ...);

/* Runs a template that gives no rows. The error, if any, becomes the virtual table's. */
int lt_archive_run(lt_archive *a, const char *template, ...);

/* Prepares a template; the statement is the caller's. */
int lt_archive_prepare(lt_archive *a, sqlite3_stmt **statement, const char *template, ...);

/* A kept statement, reset and without bindings. NULL and *result on failure. */
sqlite3_stmt *lt_archive_kept(lt_archive *a, lt_archive_statement which, int *result);

/* Steps a statement that gives no rows, and resets it. */
int lt_archive_step(lt_archive *a, sqlite3_stmt *statement);

/* The first column of the first row, 0 if there is none. */
int lt_archive_integer(lt_archive *a, int64_t *value, const char *template, ...);

/* Makes the connection's error message the virtual table's; returns result. */
int lt_archive_explain(lt_archive *a, int result);

/* An error of our own; message is taken over. */
int lt_archive_fail(lt_archive *a, int result, char *message);

void lt_archive_finalize(lt_archive *a);

/* Tables ---------------------------------------------------------------------------------------------------------------------*/

/* Does the archive keep this table (an index into lt_tables)? */
static inline bool lt_archive_keeps(const lt_archive *a, uint32_t table) { return a->options.tables >> table & 1; }

/* "players" of lt_table_players. */
const char *lt_archive_suffix(const lt_table *table);

/* Is it the table that has one row an article? */
bool lt_archive_is_article(const lt_table *table);

/* Is this the end of the name of a table that belongs to an archive and is not for others to write? */
int lt_archive_is_shadow(const char *suffix);

int lt_archive_create_tables(lt_archive *a);
int lt_archive_drop_tables(lt_archive *a);
int lt_archive_clear(lt_archive *a); /* no rows, the columns of now; texts that the archive keeps itself stay */
int lt_archive_rename_tables(lt_archive *a, const char *name);

/* Indexes are made when all articles have been read for the first time: sorted once, they cost a fraction. */
int lt_archive_create_indexes(lt_archive *a);

/* Triggers that follow the source, where it is a table that can have them. Dropped and made anew. */
int lt_archive_create_triggers(lt_archive *a);
int lt_archive_drop_triggers(lt_archive *a);
int lt_archive_triggers_missing(lt_archive *a, bool *missing);

/* Where the texts are now: looked up once, as tables and columns may be renamed. */
int lt_archive_find_source(lt_archive *a);

/* What the kept tables look like, as a number: an archive made by a Leitai with other tables has another one. */
int64_t lt_archive_shape(const lt_archive *a);

/* Of the rules and words that read now: rows of another version are stale. */
int64_t lt_archive_version(const lt_archive *a);

/* Names that the user has changed count from here on. */
int lt_archive_refresh(lt_archive *a);

/* An expression over arc_article: band "0" … "3" of the fingerprint, 16 bits of it. As the index has it, so that it is used. */
#define LT_ARCHIVE_BAND(band) "(fingerprint >> 16 * " band " & 65535)"

/* State: small values by name, in the table config. */
int lt_archive_get(lt_archive *a, const char *name, int64_t *value); /* 0 if it was never set */
int lt_archive_set(lt_archive *a, const char *name, int64_t value);

/* Commands -------------------------------------------------------------------------------------------------------------------*/

int lt_archive_sync(lt_archive *a, bool commit); /* commit: a transaction of its own for every few articles */
int lt_archive_rebuild(lt_archive *a);
int lt_archive_check(lt_archive *a, bool texts, char **complaint);

/* Reads the articles that triggers have noted last, unless paused. */
int lt_archive_follow(lt_archive *a);

/* Makes the archive equal to its source for one key: read again only if it has changed. */
int lt_archive_look(lt_archive *a, sqlite3_value *key);

/* For archives that no table is followed by: the caller's text, read and stored under a key. text NULL: taken out. */
int lt_archive_write(lt_archive *a, sqlite3_value *key, sqlite3_value *text, sqlite3_value *published);
int lt_archive_has(lt_archive *a, sqlite3_value *key, bool *has);


int lt_archive_follow_register(lt_connection *connection);
int lt_archive_functions_register(lt_connection *connection);

/* What SQLite holds as a function's or module's data counts as a user of the connection: lets go of it. */
void lt_archive_user_drop(void *connection);

/* The archive of that name in a schema, connected if need be; NULL: there is none. */
lt_archive *lt_archive_connected(lt_connection *connection, const char *schema, const char *name);

#endif
