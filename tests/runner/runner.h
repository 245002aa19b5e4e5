/* Runs cases (*.case) and SQL scripts (*.sql) against the extension and prints TAP. The extension is linked in, so that the
** sanitizers see all of it without any preloading. */
#ifndef RUNNER_H
#define RUNNER_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

/* One line of TAP. notes: NULL, or lines that say what was wrong. Returns what passed. */
bool report(bool passed, const char *name, const char *notes);

/* An in-memory database with the extension, readfile() and the assertions. */
sqlite3 *open_database(void);

/* What a query gives, columns parted by |, a line a row, NULL as NULL, line breaks as \n; "error: …" if it fails. To be freed
** with sqlite3_free. text is bound to :text (NULL: nothing is). */
char *rows_of(sqlite3 *db, const char *sql, const char *text);

/* The whole file, ended by a 0, to be freed; NULL if it cannot be read. */
char *read_file(const char *path, size_t *bytes);

void add_assertions(sqlite3 *db);
bool run_cases(const char *path);
bool run_script(const char *path);

#endif
