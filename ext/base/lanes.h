/* Eight numbers of 16 bits at once. Sums stop at the ends of the range instead of wrapping round. One instruction each where the
** processor has SSE2; the plain twin gives the same numbers. */
#ifndef LT_BASE_LANES_H
#define LT_BASE_LANES_H

#include <stdint.h>

enum { LT_LANES = 8 };

#ifdef __SSE2__
#include <emmintrin.h>

typedef __m128i lt_lanes;

static inline lt_lanes lt_lanes_load(const int16_t at[LT_LANES]) { return _mm_loadu_si128((const __m128i *)(const void *)at); }
static inline void lt_lanes_store(int16_t at[LT_LANES], lt_lanes x) { _mm_storeu_si128((__m128i *)(void *)at, x); }
static inline lt_lanes lt_lanes_of(int16_t x) { return _mm_set1_epi16(x); }
static inline lt_lanes lt_lanes_add(lt_lanes a, lt_lanes b) { return _mm_adds_epi16(a, b); }
static inline lt_lanes lt_lanes_subtract(lt_lanes a, lt_lanes b) { return _mm_subs_epi16(a, b); }
static inline lt_lanes lt_lanes_max(lt_lanes a, lt_lanes b) { return _mm_max_epi16(a, b); }

static inline int16_t lt_lanes_highest(lt_lanes x) {
  x = _mm_max_epi16(x, _mm_shuffle_epi32(x, 0x4E));
  x = _mm_max_epi16(x, _mm_shuffle_epi32(x, 0xB1));
  x = _mm_max_epi16(x, _mm_shufflelo_epi16(x, 0xB1));
  return (int16_t)_mm_extract_epi16(x, 0);
}
#else
#include <string.h>

typedef struct lt_lanes {
  int16_t at[LT_LANES];
} lt_lanes;

#define LT_LANES_EACH(expression)                                       \
  lt_lanes out;                                                         \
  for (unsigned i = 0; i < LT_LANES; i++) out.at[i] = (int16_t)(expression); \
  return out

static inline int32_t lt_lanes_within(int32_t x) { return x > INT16_MAX ? INT16_MAX : x < INT16_MIN ? INT16_MIN : x; }
static inline lt_lanes lt_lanes_load(const int16_t at[LT_LANES]) { LT_LANES_EACH(at[i]); }
static inline void lt_lanes_store(int16_t at[LT_LANES], lt_lanes x) { memcpy(at, x.at, sizeof x.at); }
static inline lt_lanes lt_lanes_of(int16_t x) { LT_LANES_EACH(x); }
static inline lt_lanes lt_lanes_add(lt_lanes a, lt_lanes b) { LT_LANES_EACH(lt_lanes_within(a.at[i] + b.at[i])); }
static inline lt_lanes lt_lanes_subtract(lt_lanes a, lt_lanes b) { LT_LANES_EACH(lt_lanes_within(a.at[i] - b.at[i])); }
static inline lt_lanes lt_lanes_max(lt_lanes a, lt_lanes b) { LT_LANES_EACH(a.at[i] > b.at[i] ? a.at[i] : b.at[i]); }

static inline int16_t lt_lanes_highest(lt_lanes x) {
  int16_t most = x.at[0];
  for (unsigned i = 1; i < LT_LANES; i++) most = x.at[i] > most ? x.at[i] : most;
  return most;
}

#undef LT_LANES_EACH
#endif

#endif
