/* Growing arrays in an arena. LT_PUSH gives a zeroed new element and never NULL: when memory has run out the last element is
** handed out again, so indexes kept elsewhere stay inside the array. Pointers to elements die at the next LT_PUSH: keep indexes. */
#ifndef LT_BASE_ARRAY_H
#define LT_BASE_ARRAY_H

#include "base/arena.h"

#define LT_ARRAY(type) \
  struct {             \
    type *at;          \
    uint32_t count, capacity; \
  }

#define LT_PUSH(arena, array)                                                                                              \
  ((array)->at = lt_array_room((arena), (array)->at, &(array)->count, &(array)->capacity, sizeof *(array)->at), \
   &(array)->at[(array)->count - 1])

/* Makes room for one more element and counts it; the place where the elements now stand. size <= LT_ARENA_SPARE. */
void *lt_array_room(lt_arena *arena, void *at, uint32_t *count, uint32_t *capacity, size_t size);

#endif
