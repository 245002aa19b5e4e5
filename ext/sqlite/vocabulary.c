/* Made by whoever loads names, gone with its last user. */
#include "sqlite/vocabulary.h"

#include "sqlite/api.h"

lt_vocabulary *lt_vocabulary_new(const lt_lexicon *lexicon, lt_arena *arena) {
  lt_vocabulary *vocabulary = sqlite3_malloc64(sizeof *vocabulary);
  if (vocabulary) *vocabulary = (lt_vocabulary){lexicon, arena, 1};
  else lt_arena_free(arena);
  return vocabulary;
}

lt_vocabulary *lt_vocabulary_use(lt_vocabulary *vocabulary) {
  vocabulary->users++;
  return vocabulary;
}

void lt_vocabulary_drop(lt_vocabulary *vocabulary) {
  if (vocabulary == NULL || --vocabulary->users > 0) return;
  lt_arena_free(vocabulary->arena);
  sqlite3_free(vocabulary);
}
