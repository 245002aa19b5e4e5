/* Growing arrays in an arena. LT_PUSH gives a zeroed new element and never NULL: when memory has run out the last element is
** handed out again, so indexes kept elsewhere stay inside the array. Pointers to elements die at the next LT_PUSH: keep indexes. */
#ifndef LT_BASE_ARRAY_H
#define LT_BASE_ARRAY_H

#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

#define LT_ARRAY(type) \
  struct {             \
    type *at;          \
    uint32_t count, capacity; \
  }

#define LT_PUSH(arena, array)                                                                                                     \
  ((array)->count < (array)->capacity                                                                                             \
       ? (void)memset(&(array)->at[(array)->count++], 0, sizeof *(array)->at)                                                     \
       : (void)((array)->at = lt_array_room((arena), (array)->at, &(array)->count, &(array)->capacity, sizeof *(array)->at)),     \
   &(array)->at[(array)->count - 1])

/* Sorts the elements from `first` on; compare as for qsort, which does not take the array that nothing was ever put into. */
#define LT_SORT_FROM(array, first, compare) \
  ((array)->count > (first) ? qsort((array)->at + (first), (array)->count - (first), sizeof *(array)->at, (compare)) : (void)0)

#define LT_SORT(array, compare) LT_SORT_FROM(array, 0, compare)

/* Bisection: `low`, a variable, becomes the first i of [low, high) for which is_before, an expression of i, is false; high where there is
** none. It is true up to some i and false from there on. */
#define LT_BISECT(low, high, is_before)                            \
  for (uint32_t high_ = (high); (low) < high_;) {                  \
    uint32_t i = (low) + (high_ - (low)) / 2;                      \
    if (is_before) (low) = i + 1;                                  \
    else high_ = i;                                                \
  }                                                                \
  (void)0

/* Makes room for one more element and counts it; the place where the elements now stand. size <= LT_ARENA_SPARE. */
void *lt_array_room(lt_arena *arena, void *at, uint32_t *count, uint32_t *capacity, size_t size);

#endif
