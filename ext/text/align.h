/* Two texts that should be one: where they differ. */
#ifndef LT_TEXT_ALIGN_H
#define LT_TEXT_ALIGN_H

#include "base/array.h"
#include "base/slice.h"

/* a[a.begin, a.end) stands where b[b.begin, b.end) stands; one of them may be empty. */
typedef struct lt_difference {
  lt_span a, b;
} lt_difference;

typedef LT_ARRAY(lt_difference) lt_differences;

/* Walks both texts and adds what differs, in order; they may differ by `most` characters. False, with the list unfinished, as
** soon as they differ by more. Linear in their length. differences may be NULL. */
bool lt_align(lt_arena *arena, lt_slice a, lt_slice b, uint32_t most, lt_differences *differences);

#endif
