#include "reading/seen.h"

#include "base/char.h"

static uint64_t fingerprint(lt_slice s) {
  uint64_t hash = 0xCBF29CE484222325;
  for (uint32_t i = 0; i < s.length; i++) {
    if (lt_char_is_han(s.at[i]) || lt_char_is_latin(s.at[i])) hash = (hash ^ lt_char_lower(s.at[i])) * 0x100000001B3;
  }
  return hash ? hash : 1;
}

static uint64_t *place_of(uint64_t *table, uint32_t mask, uint64_t key) {
  uint32_t i = (uint32_t)(key >> 32) & mask;
  while (table[i] && table[i] != key) i = (i + 1) & mask;
  return &table[i];
}

static bool grow(lt_seen *seen, lt_arena *arena) {
  uint32_t mask = seen->table ? 2 * seen->mask + 1 : 63;
  uint64_t *table = lt_arena_block(arena, (mask + 1) * sizeof *table);
  if (table == NULL) return false;
  memset(table, 0, (mask + 1) * sizeof *table);
  for (uint32_t i = 0; seen->table && i <= seen->mask; i++) {
    if (seen->table[i]) *place_of(table, mask, seen->table[i]) = seen->table[i];
  }
  seen->table = table;
  seen->mask = mask;
  return true;
}

bool lt_seen_add(lt_seen *seen, lt_arena *arena, lt_slice text) {
  if (2 * (seen->count + 1) > (seen->table ? seen->mask : 0) && !grow(seen, arena)) return true;
  uint64_t key = fingerprint(text), *place = place_of(seen->table, seen->mask, key);
  if (*place) return false;
  *place = key;
  seen->count++;
  return true;
}

bool lt_seen_has(const lt_seen *seen, lt_slice text) { return seen->table && *place_of(seen->table, seen->mask, fingerprint(text)) != 0; }
