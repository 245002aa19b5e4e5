/* Texts met so far: a set that tells whether one is new. Only letters and characters count, so that “行者T3” and 行者T3 are one. */
#ifndef LT_READING_SEEN_H
#define LT_READING_SEEN_H

#include "base/arena.h"
#include "base/slice.h"

typedef struct lt_seen {
  uint64_t *table; /* fingerprints; 0: free */
  uint32_t mask, count;
} lt_seen;

/* Remembers the text. True if it is new, or memory ran out. */
bool lt_seen_add(lt_seen *seen, lt_arena *arena, lt_slice text);

bool lt_seen_has(const lt_seen *seen, lt_slice text);

#endif
