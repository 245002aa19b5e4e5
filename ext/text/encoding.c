/* Decoders as the web has them: an ill-formed sequence costs as few bytes as possible, and never a byte of ASCII. */
#include "text/encoding.h"

#include "base/array.h"
#include "base/utf8.h"
#include "text/gbk.h"

typedef struct four_range {
  uint16_t first, code_point;
} four_range;

#include "gen/big5.inc"

enum { BIG5_TRAILS = 157, FOUR_BYTES_OF_ASTRAL = 189000, COUNT_OF_RANGES = sizeof four_ranges / sizeof *four_ranges };

static size_t next_utf16(const unsigned char *p, const unsigned char *end, uint32_t *c, int low, int high) {
  *c = LT_REPLACEMENT;
  if (end - p < 2) return 1;
  uint32_t first = (uint32_t)(p[low] | p[high] << 8);
  if ((first & 0xF800) != 0xD800) {
    *c = first;
    return 2;
  }
  uint32_t second = end - p >= 4 ? (uint32_t)(p[2 + low] | p[2 + high] << 8) : 0;
  if (first >= 0xDC00 || (second & 0xFC00) != 0xDC00) return 2;
  *c = 0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF);
  return 4;
}

static uint32_t four_bytes(const unsigned char *p) {
  uint32_t number = (((p[0] - 0x81u) * 10 + (p[1] - 0x30u)) * 126 + (p[2] - 0x81u)) * 10 + (p[3] - 0x30u);
  if (number >= FOUR_BYTES_OF_ASTRAL) return number - FOUR_BYTES_OF_ASTRAL <= 0xFFFFF ? number - FOUR_BYTES_OF_ASTRAL + 0x10000 : LT_REPLACEMENT;
  if (number >= 39420) return LT_REPLACEMENT;
  uint32_t next = 1;
  LT_BISECT(next, COUNT_OF_RANGES, four_ranges[i].first <= number);
  uint32_t c = four_ranges[next - 1].code_point + (number - four_ranges[next - 1].first);
  return (c & 0xFFFFF800) == 0xD800 ? LT_REPLACEMENT : c;
}

static size_t next_gb18030(const unsigned char *p, const unsigned char *end, uint32_t *c) {
  *c = LT_REPLACEMENT;
  if (p[0] == 0x80) {
    *c = 0x20AC; /* € of Windows */
    return 1;
  }
  if (end - p >= 4 && lt_gbk_is_lead(p[0]) && p[1] >= 0x30 && p[1] <= 0x39 && lt_gbk_is_lead(p[2]) && p[3] >= 0x30 && p[3] <= 0x39) {
    *c = four_bytes(p);
    return 4;
  }
  lt_char pair = end - p >= 2 ? lt_gbk_character(p[0], p[1]) : 0;
  if (pair == 0) return end - p >= 2 && p[0] != 0xFF && p[1] >= 0x80 ? 2 : 1;
  *c = pair;
  return 2;
}

static size_t next_big5(const unsigned char *p, const unsigned char *end, uint32_t *c) {
  *c = LT_REPLACEMENT;
  unsigned char trail = end - p >= 2 ? p[1] : 0;
  int k = trail >= 0x40 && trail <= 0x7E ? trail - 0x40 : trail >= 0xA1 && trail <= 0xFE ? trail - 0xA1 + 63 : -1;
  if (p[0] < 0x87 || p[0] == 0xFF || k < 0) return trail >= 0x80 && p[0] != 0x80 && p[0] != 0xFF ? 2 : 1;
  int i = (p[0] - 0x87) * BIG5_TRAILS + k;
  if (big5_low[i] == 0) return trail >= 0x80 ? 2 : 1;
  *c = big5_low[i] | (uint32_t)(big5_high[i / 8] >> i % 8 & 1) << 17;
  return 2;
}

size_t lt_encoding_next(lt_encoding encoding, const unsigned char *p, const unsigned char *end, uint32_t *c) {
  const unsigned char *next;
  switch (encoding) {
    case LT_ENCODING_UTF16_LITTLE: return next_utf16(p, end, c, 0, 1);
    case LT_ENCODING_UTF16_BIG: return next_utf16(p, end, c, 1, 0);
    case LT_ENCODING_UTF8: *c = lt_utf8_next(p, end, &next); return (size_t)(next - p);
    default: break;
  }
  if (*p < 0x80) {
    *c = *p;
    return 1;
  }
  return encoding == LT_ENCODING_BIG5 ? next_big5(p, end, c) : next_gb18030(p, end, c);
}
