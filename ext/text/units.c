/* UTF-8 → 16-bit characters in normal form, in one pass: well-formed characters of one and three bytes are read in place, all others one
** at a time. Each costs one look-up in the table of normal forms; a page with no marks is finished here. */
#include "text/units.h"

#include "base/utf8.h"
#include "text/variant.h"

/* Four bytes as one number, the first lowest. */
static inline uint32_t four(const unsigned char *p) { return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24; }

/* Do they begin with three well-formed bytes that no continuation byte follows? */
static inline bool begin_with_three(uint32_t bytes) { return (bytes & 0xC0C0F0) == 0x8080E0 && bytes >> 30 != 2; }

static inline uint32_t three(uint32_t bytes) { return (bytes & 0xF) << 12 | (bytes >> 2 & 0xFC0) | (bytes >> 16 & 0x3F); }

static inline bool is_character(uint32_t three_bytes) { return three_bytes >= 0x800 && (three_bytes & 0xF800) != 0xD800; }

typedef struct decoder {
  lt_arena *arena;
  lt_units *units;
  const unsigned char *p;
  lt_char *out;
} decoder;

static void mark(decoder *d) { *LT_PUSH(d->arena, &d->units->marks) = (uint32_t)(d->out - d->units->at); }

static void write_other(decoder *d) {
  uint32_t c = lt_utf8_next(d->p, d->units->end, &d->p), count = lt_utf16_write(d->out, c);
  uint16_t change = lt_variant_change(*d->out);
  if (count == 2) *LT_PUSH(d->arena, &d->units->pairs) = (uint32_t)(d->out - d->units->at);
  if (change == LT_VARIANT_MARK) mark(d);
  else *d->out ^= change;
  d->out += count;
}

static void write_ascii(decoder *d) {
  while (d->p < d->units->end && *d->p < 0x80) {
    *d->out = *d->p++;
    if (lt_variant_change(*d->out) == LT_VARIANT_MARK) mark(d);
    d->out++;
  }
}

/* Characters of three bytes up to a marked one. */
static void write_wide(decoder *d) {
  const unsigned char *p = d->p, *begin = p, *end = d->units->end;
  lt_char *out = d->out;
  uint32_t traditional = 0, bytes;
  while (end - p > 3 && begin_with_three(bytes = four(p))) {
    uint32_t c = three(bytes);
    uint16_t change = lt_variant_change((lt_char)c);
    if (c < 0x800 || change == LT_VARIANT_MARK) break;
    traditional += (change != 0) & (c < 0xF900);
    *out++ = (lt_char)(c ^ change);
    p += 3;
  }
  d->p = p;
  d->out = out;
  d->units->wide += (uint32_t)(p - begin) / 3;
  d->units->traditional += traditional;
}

static void decode(decoder *d) {
  while (d->p < d->units->end) {
    if (*d->p < 0x80) write_ascii(d);
    else write_wide(d);
    if (d->p < d->units->end && *d->p >= 0x80) write_other(d);
  }
}

bool lt_units_read(lt_arena *arena, lt_units *units, const char *utf8, size_t bytes) {
  const unsigned char *p = (const unsigned char *)utf8, *nul = bytes ? memchr(p, 0, bytes) : NULL;
  lt_char *out = lt_arena_block(arena, ((uint64_t)bytes + 1) * sizeof(lt_char));
  if (out == NULL) return false;
  memset(units, 0, sizeof *units);
  units->at = out;
  units->utf8 = p;
  units->end = nul ? nul : p + bytes;
  decoder d = {arena, units, p, out};
  decode(&d);
  *d.out = 0;
  units->length = (uint32_t)(d.out - out);
  return true;
}

const lt_char *lt_units_stored(lt_arena *arena, lt_units *units) {
  if (units->stored) return units->stored;
  lt_char *stored = lt_arena_block(arena, ((uint64_t)units->length + 2) * sizeof(lt_char)), *out = stored;
  const unsigned char *p = units->utf8, *end = units->end;
  while (stored && p < end) {
    uint32_t bytes;
    if (*p < 0x80) {
      *out++ = *p++;
    } else if (end - p > 3 && begin_with_three(bytes = four(p)) && is_character(three(bytes))) {
      *out++ = (lt_char)three(bytes);
      p += 3;
    } else {
      out += lt_utf16_write(out, lt_utf8_next(p, end, &p));
    }
  }
  if (stored) *out = 0;
  return units->stored = stored;
}
