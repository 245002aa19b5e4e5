/* llm_lexicon_use('main.my_names'): names of the user's own, in an ordinary table or view of theirs.
**
**   name       canonical; NULL is a mistake
**   kind       company, person, organization, model, group; none: the form is no name (without alias: nor any other form of the name);
**              NULL: as the vocabulary has it
**   alias      another written form; NULL: the name itself is meant
**   developer  of a model, ticker: of a company; NULL: as the vocabulary has it
**
** name and kind must be there, other columns are left alone. A form that ends in ? is an ordinary word too, as in ext/data. */
#ifndef LT_SQLITE_USER_NAMES_H
#define LT_SQLITE_USER_NAMES_H

#include <stdbool.h>
#include <stdint.h>

struct lt_connection;

/* Which table, and what was seen when it was last looked at: as long as none of it changes, nor does the table. */
typedef struct lt_user_names {
  char *schema; /* NULL: not said */
  char *table;  /* NULL: no table is in use */
  uint32_t rows;        /* of the table */
  uint64_t content;     /* their hash */
  int changes;          /* of rows, by this connection */
  unsigned int version; /* of the database file */
  bool looked;          /* changes and version are of a look outside of any transaction */
  bool loading;         /* a view among the user's may ask for our tables */
} lt_user_names;

/* Makes the connection's vocabulary what the user's table says now; to be asked when a query begins. An SQLite result code; where
** it is not SQLITE_OK nothing has changed, and *message, if any, is the caller's to free. */
int lt_user_names_refresh(struct lt_connection *connection, char **message);

int lt_user_names_register(struct lt_connection *connection);
void lt_user_names_clear(lt_user_names *names);

#endif
