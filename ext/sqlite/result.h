/* A value of ours as SQLite's. Row values are UTF-16 here and, in nearly every database, UTF-8 there: the conversion is the
** one copy that is made. */
#ifndef LT_SQLITE_RESULT_H
#define LT_SQLITE_RESULT_H

#include "sqlite/api.h"
#include "tables/value.h"

void lt_result(sqlite3_context *context, lt_value value);

#endif
