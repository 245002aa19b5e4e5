/* Where a text has anything but Han characters: one bit a character, set for each outside U+4E00–U+9FFF. Marks, digits and Latin
** words are few in a Chinese page; whoever looks for them steps from bit to bit instead of through all that stands between. */
#ifndef LT_TEXT_NOT_HAN_H
#define LT_TEXT_NOT_HAN_H

#include "base/arena.h"
#include "base/slice.h"

/* NULL when memory ran out. */
const uint64_t *lt_not_han_find(lt_arena *arena, lt_slice text);

static inline uint32_t lt_lowest_bit(uint64_t bits) {
#ifdef __GNUC__
  return (uint32_t)__builtin_ctzll(bits);
#else
  uint32_t n = 0;
  while (!(bits >> n & 1)) n++;
  return n;
#endif
}

/* The first set bit in [place, end); end if there is none. */
static inline uint32_t lt_not_han_next(const uint64_t *bits, uint32_t place, uint32_t end) {
  while (place < end) {
    uint64_t rest = bits[place / 64] >> place % 64;
    if (rest) {
      place += lt_lowest_bit(rest);
      return place < end ? place : end;
    }
    place = (place / 64 + 1) * 64;
  }
  return end;
}

#endif
