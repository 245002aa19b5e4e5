/* See not_han.h. Sixteen characters at once where the processor has SSE2. */
#include "text/not_han.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { FIRST_HAN = 0x4E00, HAN_COUNT = 0x5200 };

static uint64_t bit_of(lt_char c) { return (lt_char)(c - FIRST_HAN) >= HAN_COUNT; }

#ifdef __SSE2__
/* All bits of a lane where the character is Han: what is left of its distance from the first, after the largest is taken off, is 0. */
static __m128i is_han(const lt_char *eight) {
  __m128i distance = _mm_sub_epi16(_mm_loadu_si128((const __m128i *)(const void *)eight), _mm_set1_epi16(FIRST_HAN));
  return _mm_cmpeq_epi16(_mm_subs_epu16(distance, _mm_set1_epi16(HAN_COUNT - 1)), _mm_setzero_si128());
}

static uint64_t sixteen_bits(const lt_char *at) {
  return ~(unsigned)_mm_movemask_epi8(_mm_packs_epi16(is_han(at), is_han(at + 8))) & 0xFFFF;
}
#else
static uint64_t sixteen_bits(const lt_char *at) {
  uint64_t bits = 0;
  for (unsigned i = 0; i < 16; i++) bits |= bit_of(at[i]) << i;
  return bits;
}
#endif

const uint64_t *lt_not_han_find(lt_arena *arena, lt_slice text) {
  uint64_t words = text.length / 64 + UINT64_C(1);
  uint64_t *bits = lt_arena_block(arena, words * sizeof *bits);
  if (bits == NULL) return NULL;
  memset(bits, 0, words * sizeof *bits);
  uint32_t i = 0;
  for (; i + 16 <= text.length; i += 16) bits[i / 64] |= sixteen_bits(text.at + i) << i % 64;
  for (; i < text.length; i++) bits[i / 64] |= bit_of(text.at[i]) << i % 64;
  return bits;
}
