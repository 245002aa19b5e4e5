/* UTF-8 → 16-bit characters in normal form, in one pass: well-formed characters of one and three bytes are read in place, all others one
** at a time. Each costs one look-up in the table of normal forms, which also says whether two bytes begin a character of three; ASCII
** without marks needs none and is widened eight at a time. A page with no marks is finished here. */
#include "text/units.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/utf8.h"
#include "text/variant.h"

/* Four bytes as one number, the first lowest. */
static inline uint32_t four(const unsigned char *p) { return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24; }

/* Is the third of them a continuation byte and the fourth none? */
static inline bool end_at_third(uint32_t bytes) { return (bytes & 0xC00000) == 0x800000 && (int32_t)bytes >= (int32_t)0xC0000000; }

static inline uint32_t three(uint32_t bytes) { return (bytes & 0xF) << 12 | (bytes >> 2 & 0xFC0) | (bytes >> 16 & 0x3F); }

/* Two bytes that are a letter with an accent, as pinyin has them, and that no continuation byte follows. */
static inline bool begin_with_two(uint32_t bytes) { return (bytes & 0xC0E0) == 0x80C0 && (bytes & 0x1E) && (bytes >> 22 & 3) != 2; }

static inline uint32_t two(uint32_t bytes) { return (bytes & 0x1F) << 6 | (bytes >> 8 & 0x3F); }

static void mark(lt_arena *arena, lt_units *units, const lt_char *out, const unsigned char *p) {
  *LT_PUSH(arena, &units->marks) = (lt_mark){(uint32_t)(out - units->at), (uint32_t)(p - units->utf8)};
}

/* One character in any form, or one ill-formed one. */
static lt_char *write_any(lt_arena *arena, lt_units *units, lt_char *out, const unsigned char **p) {
  const unsigned char *begin = *p;
  uint32_t c = lt_utf8_next(*p, units->end, p), count = lt_utf16_write(out, c);
  uint16_t change = lt_variant_change(*out);
  if (count == 2) *LT_PUSH(arena, &units->pairs) = (uint32_t)(out - units->at);
  if (change == LT_VARIANT_MARK) mark(arena, units, out, begin);
  else *out ^= change;
  return out + count;
}

typedef struct decoder {
  const unsigned char *p, *end;
  lt_char *out;
  uint32_t traditional;
} decoder;

/* Characters of three bytes, up to a marked one. */
static inline decoder write_wide(decoder d) {
  while (d.end - d.p > 3) {
    uint32_t bytes = four(d.p), c = three(bytes);
    uint16_t change = lt_variant_change_utf8(bytes);
    if (change == LT_VARIANT_MARK || !end_at_third(bytes)) break;
    d.traditional += (change != 0) & (c < 0xF900);
    *d.out++ = (lt_char)(c ^ change);
    d.p += 3;
  }
  return d;
}

/* ASCII, eight at a time, as long as none of them is marked. */
static inline decoder write_ascii(decoder d) {
#ifdef __SSE2__
  while (d.end - d.p >= 8) {
    __m128i b = _mm_loadl_epi64((const __m128i *)(const void *)d.p), shown = _mm_cmpgt_epi8(b, _mm_set1_epi8(0x1F));
    __m128i marked = _mm_or_si128(_mm_cmpeq_epi8(b, _mm_set1_epi8('?')), _mm_or_si128(_mm_cmpeq_epi8(b, _mm_set1_epi8('(')), _mm_cmpeq_epi8(b, _mm_set1_epi8('&'))));
    marked = _mm_or_si128(marked, _mm_cmpeq_epi8(b, _mm_set1_epi8(0x7F)));
    if ((_mm_movemask_epi8(_mm_andnot_si128(marked, shown)) & 0xFF) != 0xFF) break;
    _mm_storeu_si128((__m128i *)(void *)d.out, _mm_unpacklo_epi8(b, _mm_setzero_si128()));
    d.p += 8;
    d.out += 8;
  }
#endif
  return d;
}

/* Characters of one byte and of two, up to a marked one. */
static inline decoder write_narrow(decoder d) {
  while (d.end - d.p > 3) {
    uint32_t bytes = four(d.p), is_two = begin_with_two(bytes), c = is_two ? two(bytes) : *d.p;
    uint16_t change = lt_variant_change((lt_char)c);
    if ((c >= 0x80 && !is_two) || change == LT_VARIANT_MARK) break;
    *d.out++ = (lt_char)(c ^ change);
    d.p += 1 + is_two;
  }
  return d;
}

static void decode(lt_arena *arena, lt_units *units) {
  decoder d = {units->utf8, units->end, units->at, 0};
  while (d.p < d.end) {
    const unsigned char *begin = d.p;
    d = write_wide(d);
    units->wide += (uint32_t)(d.p - begin) / 3;
    d = write_narrow(write_ascii(d));
    if (d.p == begin) d.out = write_any(arena, units, d.out, &d.p);
  }
  units->traditional = d.traditional;
  units->length = (uint32_t)(d.out - units->at);
}

bool lt_units_read(lt_arena *arena, lt_units *units, const char *utf8, size_t bytes) {
  const unsigned char *p = (const unsigned char *)utf8, *nul = bytes ? memchr(p, 0, bytes) : NULL;
  lt_char *out = lt_arena_block(arena, ((uint64_t)bytes + 1) * sizeof(lt_char));
  if (out == NULL) return false;
  memset(units, 0, sizeof *units);
  units->at = out;
  units->utf8 = p;
  units->end = nul ? nul : p + bytes;
  decode(arena, units);
  units->at[units->length] = 0;
  return true;
}

const lt_mark *lt_units_mark(const lt_units *units, uint32_t place) {
  uint32_t low = 0;
  LT_BISECT(low, units->marks.count, units->marks.at[i].place < place);
  return low < units->marks.count && units->marks.at[low].place == place ? &units->marks.at[low] : NULL;
}

uint32_t lt_units_stored(const lt_units *units, uint32_t byte, lt_char *out, uint32_t most) {
  const unsigned char *p = units->utf8 + byte;
  uint32_t n = 0;
  while (p < units->end && n < most) {
    uint32_t c = lt_utf8_next(p, units->end, &p);
    if (c > 0xFFFF && n + 2 > most) break;
    n += lt_utf16_write(out + n, c);
  }
  out[n] = 0;
  return n;
}

lt_char lt_units_stored_before(const lt_units *units, uint32_t byte) {
  const unsigned char *p = units->utf8 + byte, *next;
  if (byte == 0) return 0;
  do p--;
  while (p > units->utf8 && (*p & 0xC0) == 0x80);
  uint32_t c = lt_utf8_next(p, units->end, &next);
  return c < 0x10000 ? (lt_char)c : 0;
}
