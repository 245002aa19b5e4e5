/* SQLite counts characters by lead bytes, well-formed or not (SQLITE_SKIP_UTF8); so do we, or offsets would drift on the first
** broken byte of a page. */
#include "base/utf8.h"

static uint32_t continuation_bytes(unsigned char lead) { return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3; }

static bool is_scalar_value(uint32_t c, uint32_t extra) {
  static const uint32_t least[4] = {0, 0x80, 0x800, 0x10000};
  return c >= least[extra] && c <= 0x10FFFF && (c & 0xFFFFF800) != 0xD800;
}

uint32_t lt_utf8_next(const unsigned char *p, const unsigned char *end, const unsigned char **next) {
  unsigned char lead = *p++;
  if (lead < 0xC0) {
    *next = p;
    return lead < 0x80 ? lead : LT_REPLACEMENT;
  }
  uint32_t wanted = continuation_bytes(lead), seen = 0, c = lead & (0x3Fu >> wanted);
  for (; p < end && (*p & 0xC0) == 0x80; p++, seen++) c = c << 6 | (*p & 0x3F);
  *next = p;
  return seen == wanted && lead < 0xF8 && is_scalar_value(c, wanted) ? c : LT_REPLACEMENT;
}

static size_t write_code_point(char *out, uint32_t c) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xC0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xE0 | c >> 12);
    out[1] = (char)(0x80 | (c >> 6 & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | c >> 18);
  out[1] = (char)(0x80 | (c >> 12 & 0x3F));
  out[2] = (char)(0x80 | (c >> 6 & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

size_t lt_utf8_write(char *out, lt_slice s) {
  size_t n = 0;
  for (uint32_t i = 0; i < s.length; i++) {
    uint32_t c = s.at[i];
    if ((c & 0xF800) == 0xD800) {
      bool pair = c < 0xDC00 && i + 1 < s.length && (s.at[i + 1] & 0xFC00) == 0xDC00;
      c = pair ? 0x10000 + ((c & 0x3FF) << 10) + (s.at[i + 1] & 0x3FF) : LT_REPLACEMENT;
      i += pair;
    }
    n += write_code_point(out + n, c);
  }
  return n;
}

lt_slice lt_utf8_read(lt_arena *arena, const char *utf8, size_t bytes) {
  lt_char *out = lt_arena_block(arena, (bytes + 1) * sizeof(lt_char));
  if (out == NULL) return LT_NO_SLICE;
  uint32_t n = 0;
  const unsigned char *p = (const unsigned char *)utf8, *end = p + bytes;
  while (p < end) n += lt_utf16_write(out + n, lt_utf8_next(p, end, &p));
  lt_arena_trim(arena, out, (uint64_t)n * sizeof(lt_char));
  return (lt_slice){out, n};
}
