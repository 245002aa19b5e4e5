/* What stands in the parentheses of CREATE VIRTUAL TABLE … USING llm_archive(…). */
#ifndef LT_SQLITE_ARCHIVE_OPTIONS_H
#define LT_SQLITE_ARCHIVE_OPTIONS_H

#include "sqlite/api.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum lt_content {
  LT_CONTENT_SOURCE, /* the texts are in a table or view of the user's */
  LT_CONTENT_STORED, /* the archive keeps them itself */
  LT_CONTENT_NONE    /* nobody keeps them: read once, when they are put in */
} lt_content;

typedef struct lt_archive_options {
  char *schema, *name;          /* the archive's own */
  char *source_schema, *source; /* the user's table or view; NULL where there is none */
  char *key, *text, *published; /* its columns; published may be NULL */
  char *key_type;               /* INTEGER, TEXT or ANY, as the key's column compares */
  lt_content content;
  uint32_t tables;              /* which llm_* tables are kept: bits, by index in lt_tables */
  int threads;
  bool body;                    /* the restored text is kept */
  bool search;                  /* and an FTS5 table over it */
  bool later;                   /* CREATE reads nothing, the first 'sync' does */
} lt_archive_options;

/* Of ASCII only, whatever the locale. */
static inline bool lt_is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static inline bool lt_is_decimal(char c) { return c >= '0' && c <= '9'; }

static inline bool lt_is_alphanumeric(char c) { return lt_is_decimal(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/* argv as xCreate gets it. SQLITE_OK, or an error and its message, which is the caller's; the options are to be freed in either case. */
int lt_archive_options_read(int argc, const char *const *argv, lt_archive_options *options, char **message);
void lt_archive_options_free(lt_archive_options *options);

/* Looks for the source and the columns that were not named. *is_table: it can have triggers. An error says what is wanted. */
int lt_archive_options_resolve(sqlite3 *db, lt_archive_options *options, bool *is_table, char **message);

/* The name at *p: quoted in one of SQL's ways, or up to a blank or one of `ends`; *p stands behind it then. NULL: no memory. */
char *lt_archive_read_name(const char **p, const char *ends);

#endif
