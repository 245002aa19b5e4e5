/* Asking an archive: its columns as a virtual table (the key, those of llm_article, and hidden ones), plans and cursors. */
#ifndef LT_SQLITE_ARCHIVE_QUERY_H
#define LT_SQLITE_ARCHIVE_QUERY_H

#include "sqlite/archive.h"

typedef enum lt_hidden { LT_HIDDEN_ORIGINAL, LT_HIDDEN_PLAYER, LT_HIDDEN_MODEL, LT_HIDDEN_TEXT, LT_HIDDEN_COMMAND, LT_HIDDEN_COUNT } lt_hidden;

/* Their places; the key is at 0. */
int lt_archive_hidden(lt_hidden which);
int lt_archive_published(void);

int lt_archive_declare(lt_archive *a);

/* As sqlite3_module has them. */
int lt_archive_best_index(sqlite3_vtab *vtab, sqlite3_index_info *info);
int lt_archive_open(sqlite3_vtab *vtab, sqlite3_vtab_cursor **out);
int lt_archive_close(sqlite3_vtab_cursor *cursor);
int lt_archive_filter(sqlite3_vtab_cursor *cursor, int plan, const char *sql, int argc, sqlite3_value **argv);
int lt_archive_next(sqlite3_vtab_cursor *cursor);
int lt_archive_at_end(sqlite3_vtab_cursor *cursor);
int lt_archive_column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int index);
int lt_archive_rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id);

#endif
