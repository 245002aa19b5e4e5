/* Searching in borrowed text. The search for one character is asked of whole pages: it looks at eight at a time where the processor
** has SSE2, else at four. */
#include "base/slice.h"

#include "base/char.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Steps over characters that are not c, many at a time; few are left to look at. */
#ifdef __SSE2__
static uint32_t step_over(lt_slice s, lt_char c) {
  const __m128i wanted = _mm_set1_epi16((short)c);
  uint32_t i = 0;
  for (; i + 8 <= s.length; i += 8) {
    __m128i eight = _mm_loadu_si128((const __m128i *)(const void *)(s.at + i));
    if (_mm_movemask_epi8(_mm_cmpeq_epi16(eight, wanted))) break;
  }
  return i;
}
#else
/* Is one of four characters zero? */
static bool has_zero(uint64_t four) { return ((four - 0x0001000100010001u) & ~four & 0x8000800080008000u) != 0; }

static uint32_t step_over(lt_slice s, lt_char c) {
  uint64_t four, wanted = c * (uint64_t)0x0001000100010001u;
  uint32_t i = 0;
  for (; i + 4 <= s.length; i += 4) {
    memcpy(&four, s.at + i, sizeof four);
    if (has_zero(four ^ wanted)) break;
  }
  return i;
}
#endif

uint32_t lt_slice_index(lt_slice s, lt_char c) {
  uint32_t i = step_over(s, c);
  while (i < s.length && s.at[i] != c) i++;
  return i;
}

uint32_t lt_slice_find(lt_slice s, lt_slice what) {
  if (what.length == 0) return 0;
  for (uint32_t i = 0; i + what.length <= s.length; i++) {
    i += lt_slice_index((lt_slice){s.at + i, s.length - i}, what.at[0]);
    if (i + what.length <= s.length && lt_slice_equals((lt_slice){s.at + i, what.length}, what)) return i;
  }
  return s.length;
}

lt_slice lt_slice_trim(lt_slice s) {
  while (s.length && lt_char_is_space(s.at[0])) s.at++, s.length--;
  while (s.length && lt_char_is_space(s.at[s.length - 1])) s.length--;
  return s;
}

int lt_slice_compare(lt_slice a, lt_slice b) {
  uint32_t n = a.length < b.length ? a.length : b.length;
  for (uint32_t i = 0; i < n; i++) {
    if (a.at[i] != b.at[i]) return a.at[i] < b.at[i] ? -1 : 1;
  }
  return (a.length > b.length) - (a.length < b.length);
}
