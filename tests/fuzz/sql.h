/* One connection for a whole run, the extension in it, and queries prepared once. */
#ifndef LT_TESTS_FUZZ_SQL_H
#define LT_TESTS_FUZZ_SQL_H

#include "fuzz.h"

#include <sqlite3.h>

sqlite3 *open_database(void);

sqlite3_stmt *prepare(sqlite3 *db, const char *sql);

/* The first byte chooses between TEXT and BLOB, the others are the value. */
void bind_input(sqlite3_stmt *query, const uint8_t *data, size_t size);

/* Runs a query to its end and looks at each value; its result code. */
int run(sqlite3_stmt *query);

#endif
