/* Which encoding a BLOB is in is decided by its mark, else by well-formed UTF-8, else by what reads most like Chinese: the beginning of
** the text is decoded in every encoding, and the model of characters says how likely each result is. Bytes of GB18030 read as Big5, or
** the other way round, give characters that nobody writes and hardly ever two that go together.
**
** Limits: a text of two or three characters can be read both ways; then what is common wins. */
#include "text/decode.h"

#include "base/utf8.h"
#include "text/character_model.h"
#include "text/encoding.h"
#include "text/variant.h"

enum { SAMPLE = 8 * 1024, ILL_FORMED = 400, NOT_TEXT = 220, NOT_CHINESE = 110 };

typedef struct blob {
  const unsigned char *p, *end;
} blob;

static bool starts_with(blob b, const char *mark, size_t length) { return (size_t)(b.end - b.p) >= length && memcmp(b.p, mark, length) == 0; }

/* A byte order mark is taken off; LT_ENCODINGS where there is none. */
static lt_encoding take_mark(blob *b) {
  static const struct {
    const char *bytes;
    size_t length;
    lt_encoding encoding;
  } marks[] = {{"\xEF\xBB\xBF", 3, LT_ENCODING_UTF8},
               {"\xFF\xFE", 2, LT_ENCODING_UTF16_LITTLE},
               {"\xFE\xFF", 2, LT_ENCODING_UTF16_BIG},
               {"\x84\x31\x95\x33", 4, LT_ENCODING_GB18030}};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    if (!starts_with(*b, marks[i].bytes, marks[i].length)) continue;
    b->p += marks[i].length;
    return marks[i].encoding;
  }
  return LT_ENCODINGS;
}

typedef struct census {
  size_t ascii, many, ill_formed, nul; /* characters of one byte, of three and four, ill-formed ones, NUL bytes */
  size_t two;
} census;

static census count_utf8(blob b) {
  census n = {0, 0, 0, 0, 0};
  while (b.p < b.end) {
    const unsigned char *next;
    uint32_t c = lt_utf8_next(b.p, b.end, &next);
    size_t bytes = (size_t)(next - b.p);
    bool is_written = bytes == 3 && b.p[0] == 0xEF && b.p[1] == 0xBF && b.p[2] == 0xBD;
    if (c == LT_REPLACEMENT && !is_written) n.ill_formed++;
    else if (bytes == 1) n.ascii++, n.nul += *b.p == 0;
    else if (bytes == 2) n.two++;
    else n.many++;
    b.p = next;
  }
  return n;
}

/* How dear one code point is as part of a Chinese text. */
static int cost_of(lt_char last, uint32_t c) {
  if (c == LT_REPLACEMENT) return ILL_FORMED;
  if (c < 0x20) return c == '\n' || c == '\t' || c == '\r' ? 30 : NOT_TEXT;
  if (c > 0xFFFF || (c >= 0xE000 && c <= 0xF8FF) || (c >= 0x7F && c < 0xA0)) return NOT_TEXT;
  bool is_chinese = c < 0x7F || (c >= 0x2010 && c <= 0x2030) || (c >= 0x3000 && c <= 0x303F) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF65);
  lt_char normal = lt_variant_normal((lt_char)c);
  return is_chinese ? lt_model_cost(last, normal) : NOT_CHINESE + (lt_model_cost(last, normal) < 0);
}

/* Cost of the beginning of a text, per thousand bytes. */
static int64_t cost_as(lt_encoding encoding, blob b) {
  const unsigned char *begin = b.p;
  if (b.end - b.p > SAMPLE) b.end = b.p + SAMPLE;
  int64_t cost = 0;
  lt_char last = 0;
  while (b.p < b.end) {
    uint32_t c;
    size_t bytes = lt_encoding_next(encoding, b.p, b.end, &c);
    bool is_cut = b.end - b.p < 4 && b.end - begin == SAMPLE;
    if (!is_cut) cost += cost_of(last, c);
    last = c > 0xFFFF ? 0 : lt_variant_normal((lt_char)c);
    b.p += bytes;
  }
  return cost * 1000 / (b.end - begin);
}

static lt_encoding cheapest(blob b) {
  lt_encoding best = LT_ENCODING_UTF8;
  int64_t best_cost = INT64_MAX;
  for (lt_encoding e = LT_ENCODING_UTF8; e < LT_ENCODINGS; e++) {
    int64_t cost = cost_as(e, b);
    if (cost < best_cost) best = e, best_cost = cost;
  }
  return best;
}

static lt_encoding detect(blob *b) {
  lt_encoding marked = take_mark(b);
  if (marked != LT_ENCODINGS || b->p == b->end) return marked == LT_ENCODINGS ? LT_ENCODING_UTF8 : marked;
  census n = count_utf8(*b);
  bool is_plain = n.nul == 0 && n.ill_formed == 0 && (n.many > 0 || n.two == 0);
  bool is_torn = n.nul == 0 && n.many > 4 * (n.ill_formed + n.two); /* UTF-8 with a few broken characters */
  return is_plain || is_torn ? LT_ENCODING_UTF8 : cheapest(*b);
}

static size_t write_utf8(char *out, uint32_t c) {
  lt_char units[2];
  if (c == 0) c = LT_REPLACEMENT;
  return lt_utf8_write(out, (lt_slice){units, lt_utf16_write(units, c)});
}

const char *lt_decode(lt_arena *arena, const void *bytes, size_t count, size_t *length) {
  blob b = {bytes, (const unsigned char *)bytes + count};
  lt_encoding encoding = count ? detect(&b) : LT_ENCODING_UTF8;
  char *out = lt_arena_block(arena, (uint64_t)count * 3 + 1);
  if (out == NULL) return NULL;
  size_t n = 0;
  while (b.p < b.end) {
    uint32_t c;
    b.p += lt_encoding_next(encoding, b.p, b.end, &c);
    n += write_utf8(out + n, c);
  }
  out[n] = 0;
  lt_arena_trim(arena, out, (uint64_t)n + 1);
  *length = n;
  return out;
}
