/* SQLite's routines, as an extension sees them; only leitai.c defines the pointer to them. */
#ifndef LT_SQLITE_API_H
#define LT_SQLITE_API_H

#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT3

#endif
