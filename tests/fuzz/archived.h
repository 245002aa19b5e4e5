/* An archive to be treated badly: its database as one block of bytes, of which each input opens a copy. */
#ifndef LT_TESTS_FUZZ_ARCHIVED_H
#define LT_TESTS_FUZZ_ARCHIVED_H

#include "sql.h"

/* A database with articles(id, body, date), four of them, and the archive arc of it. */
void make_image(void);

/* A connection to a copy of it, which may be changed before: bytes [at] for each of `count` pairs of a place (24 bits, modulo the
** size) and a byte. */
sqlite3 *open_copy(const uint8_t *changes, size_t count);

#endif
