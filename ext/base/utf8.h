/* UTF-8 at both ends: in from SQLite, out to it. */
#ifndef LT_BASE_UTF8_H
#define LT_BASE_UTF8_H

#include "base/arena.h"
#include "base/slice.h"

enum { LT_REPLACEMENT = 0xFFFD };

/* The code point at p (p < end) and, in *next, where the next one starts. Ill-formed: U+FFFD for what SQLite counts as one
** character, that is a byte and, after a byte ≥ 0xC0, the continuation bytes behind it. */
uint32_t lt_utf8_next(const unsigned char *p, const unsigned char *end, const unsigned char **next);

/* Bytes written; out has room for 3 bytes a character (lt_utf8_room). A lone surrogate becomes U+FFFD. */
size_t lt_utf8_write(char *out, lt_slice s);

static inline size_t lt_utf8_room(lt_slice s) { return 3 * (size_t)s.length; }

/* One code point as 16-bit characters: 1 or 2. */
static inline uint32_t lt_utf16_write(lt_char out[2], uint32_t code_point) {
  if (code_point < 0x10000) {
    out[0] = (lt_char)code_point;
    return 1;
  }
  out[0] = (lt_char)(0xD7C0 + (code_point >> 10));
  out[1] = (lt_char)(0xDC00 + (code_point & 0x3FF));
  return 2;
}

/* UTF-8 as a slice in the arena. */
lt_slice lt_utf8_read(lt_arena *arena, const char *utf8, size_t bytes);

#endif
