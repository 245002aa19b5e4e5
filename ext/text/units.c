/* UTF-8 → 16-bit characters in one pass: well-formed characters of one and three bytes are read in place, all others one at a time.
** Each costs one look-up in the table of normal forms, which tells whether any later pass has something to do: a page with no
** marks and no changes is finished here. */
#include "text/units.h"

#include "base/utf8.h"
#include "text/variant.h"

typedef struct decoder {
  lt_arena *arena;
  lt_units *units;
  lt_char *out;
  const unsigned char *p, *end;
  uint16_t changes;
} decoder;

static void mark(decoder *d, uint32_t place) { *LT_PUSH(d->arena, &d->units->marks) = place; }

static inline void write(decoder *d, uint32_t c) {
  uint16_t change = lt_variant_change((lt_char)c);
  if (change == LT_VARIANT_MARK) mark(d, (uint32_t)(d->out - d->units->at));
  d->changes |= change;
  *d->out++ = (lt_char)c;
}

static void write_other(decoder *d) {
  uint32_t c = lt_utf8_next(d->p, d->end, &d->p);
  lt_char two[2];
  if (lt_utf16_write(two, c) == 2) *LT_PUSH(d->arena, &d->units->pairs) = (uint32_t)(d->out - d->units->at);
  write(d, two[0]);
  if (c > 0xFFFF) *d->out++ = two[1];
}

/* Three well-formed bytes and a byte behind them that starts another character. */
static inline bool is_three(const unsigned char *p) {
  return (p[0] & 0xF0) == 0xE0 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 && (p[3] & 0xC0) != 0x80;
}

static inline uint32_t three(const unsigned char *p) { return (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu); }

static void decode(decoder *d) {
  while (d->p < d->end) {
    if (*d->p < 0x80) {
      write(d, *d->p++);
    } else if (d->end - d->p > 3 && is_three(d->p) && three(d->p) >= 0x800 && (three(d->p) & 0xF800) != 0xD800) {
      write(d, three(d->p));
      d->p += 3;
    } else {
      write_other(d);
    }
  }
}

bool lt_units_read(lt_arena *arena, lt_units *units, const char *utf8, size_t bytes) {
  const unsigned char *p = (const unsigned char *)utf8, *nul = bytes ? memchr(p, 0, bytes) : NULL;
  lt_char *out = lt_arena_block(arena, ((uint64_t)bytes + 1) * sizeof(lt_char));
  if (out == NULL) return false;
  memset(units, 0, sizeof *units);
  units->at = out;
  decoder d = {arena, units, out, p, nul ? nul : p + bytes, 0};
  decode(&d);
  *d.out = 0;
  units->length = (uint32_t)(d.out - out);
  units->changes = d.changes != 0;
  return true;
}
