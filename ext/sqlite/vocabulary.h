/* The names a connection reads by: the built-in ones, or these with a user's table laid over them (user_names.h). Counted, because
** readings and cursors go on with the one they began with when another takes its place. */
#ifndef LT_SQLITE_VOCABULARY_H
#define LT_SQLITE_VOCABULARY_H

#include "base/arena.h"
#include "lexicon/lexicon.h"

typedef struct lt_vocabulary {
  const lt_lexicon *lexicon;
  lt_arena *arena; /* what the lexicon lives in; NULL: built-in */
  uint32_t users;
} lt_vocabulary;

/* One with one user, the caller; takes the arena over, also when memory runs out: then NULL. */
lt_vocabulary *lt_vocabulary_new(const lt_lexicon *lexicon, lt_arena *arena);

lt_vocabulary *lt_vocabulary_use(lt_vocabulary *vocabulary); /* one user more; the same */
void lt_vocabulary_drop(lt_vocabulary *vocabulary);          /* one less; NULL is fine */

#endif
