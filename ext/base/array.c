/* Doubling: an array of n elements costs at most 2n in the arena, half of it left behind. */
#include "base/array.h"

#include <string.h>

static void *grown(lt_arena *arena, void *at, uint32_t count, uint32_t *capacity, size_t size) {
  uint32_t wanted = *capacity ? *capacity * 2 : 8;
  void *larger = wanted > *capacity ? lt_arena_block(arena, (uint64_t)wanted * size) : NULL;
  if (larger == NULL) return NULL;
  if (count) memcpy(larger, at, (size_t)count * size);
  *capacity = wanted;
  return larger;
}

void *lt_array_room(lt_arena *arena, void *at, uint32_t *count, uint32_t *capacity, size_t size) {
  if (*count >= *capacity) {
    void *larger = grown(arena, at, *count, capacity, size);
    if (larger) {
      at = larger;
    } else if (*capacity) {
      *count = *capacity - 1;
    } else {
      *count = 0;
      at = lt_arena_object(arena, size);
    }
  }
  memset((char *)at + *count * size, 0, size);
  *count += 1;
  return at;
}
