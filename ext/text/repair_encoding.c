/* Text whose bytes were shown as if they were in a Western encoding.
**
** ENCODING-1  æ–‡ → 文: the bytes of UTF-8 shown as windows-1252, once or twice.
** ENCODING-2  ÈË¹¤ÖÇÄÜ → 人工智能: the bytes of GBK shown as Latin-1; where two of them happened to be UTF-8 they were shown as
**             that character (È˹¤ÖÇÄÜ).
**
** A run of such characters goes back to its bytes; what they say in the other encoding is taken when it is Chinese from end to end, and
** Chinese that goes together. Limits: bytes that windows-1252 has no character for must have kept their place (U+0081, U+008D …). */
#include "base/char.h"
#include "base/utf8.h"
#include "text/character_model.h"
#include "text/encoding.h"
#include "text/repair.h"
#include "text/variant.h"

enum { LONGEST = 1024, GOES_TOGETHER = 75 /* at most, on the average, for ENCODING-2 */ };

/* A run as bytes; every byte knows the raw character it came from. */
typedef struct bytes {
  uint32_t count;
  unsigned char at[LONGEST + 2];
  uint16_t from[LONGEST + 2];
} bytes;

/* The byte that windows-1252 shows as this character, 0 if none. */
static unsigned char western_byte(lt_char c) {
  static const lt_char upper[32] = {u'€', 0x81, u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š', u'‹', u'Œ', 0x8D, u'Ž', 0x8F,
                                    0x90, u'‘', u'’', u'“', u'”', u'•', u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', 0x9D, u'ž', u'Ÿ'};
  if (c >= 0x80 && c <= 0xFF) return (unsigned char)c;
  for (unsigned i = 0; i < 32; i++) {
    if (upper[i] == c) return (unsigned char)(0x80 + i);
  }
  return 0;
}

static void add_byte(bytes *b, unsigned char byte, uint32_t from) {
  b->at[b->count] = byte;
  b->from[b->count++] = (uint16_t)from;
}

/* Takes the run that begins at a place back to bytes; how many raw characters it has. */
static uint32_t take_run(lt_slice text, bytes *b) {
  uint32_t i = 0;
  b->count = 0;
  for (; i < text.length && b->count < LONGEST; i++) {
    lt_char c = text.at[i];
    unsigned char byte = western_byte(c);
    if (byte) {
      add_byte(b, byte, i);
    } else if (c >= 0x100 && c <= 0x7FF) { /* ENCODING-2: two bytes that were UTF-8 */
      add_byte(b, (unsigned char)(0xC0 | c >> 6), i);
      add_byte(b, (unsigned char)(0x80 | (c & 0x3F)), i);
    } else {
      break;
    }
  }
  return i;
}

static bool is_chinese(uint32_t c) { return (c >= 0x3001 && c <= 0x3020) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2014 && c <= 0x2026); }

typedef struct verdict {
  uint32_t characters, han;
  int cost;
  bool is_chinese; /* from end to end */
} verdict;

static verdict judge(const bytes *b, lt_encoding encoding) {
  verdict v = {0, 0, 0, true};
  lt_char last = 0;
  for (const unsigned char *p = b->at, *end = b->at + b->count; p < end && v.is_chinese; v.characters++) {
    uint32_t c;
    p += lt_encoding_next(encoding, p, end, &c);
    v.is_chinese = is_chinese(c);
    v.han += lt_char_is_han((lt_char)c);
    lt_char normal = lt_variant_normal((lt_char)c);
    v.cost += lt_model_cost(last, normal);
    last = normal;
  }
  return v;
}

/* ENCODING-1, shown so twice: Ã¦â€“â€¡ gives æ–‡, whose bytes are taken once more. False where these bytes are no such text. */
static bool unfold(const bytes *b, bytes *inner) {
  inner->count = 0;
  for (const unsigned char *p = b->at, *end = b->at + b->count; p < end;) {
    const unsigned char *next;
    uint32_t c = lt_utf8_next(p, end, &next);
    unsigned char byte = c == LT_REPLACEMENT || c > 0xFFFF ? 0 : western_byte((lt_char)c);
    if (byte == 0) return false;
    add_byte(inner, byte, b->from[p - b->at]);
    p = next;
  }
  return true;
}

static bool is_utf8(const bytes *b) {
  verdict v = judge(b, LT_ENCODING_UTF8);
  return v.is_chinese && v.characters > 0;
}

static bool is_gbk(const bytes *b) {
  verdict v = judge(b, LT_ENCODING_GB18030);
  return v.is_chinese && v.han >= 2 && v.cost <= GOES_TOGETHER * (int)v.characters;
}

static void write_run(lt_writer *w, uint32_t at, uint32_t length, const bytes *b, lt_encoding encoding) {
  uint32_t written = 0;
  for (const unsigned char *p = b->at, *end = b->at + b->count; p < end; written++) {
    uint32_t c, from = at + b->from[p - b->at];
    p += lt_encoding_next(encoding, p, end, &c);
    lt_writer_put(w, c, from, p < end ? at + b->from[p - b->at] : at + length);
  }
  lt_writer_tell(w, LT_REPAIR_ENCODING, at, at + length, written);
}

bool lt_repair_encoding(lt_writer *w, const lt_mark *mark) {
  uint32_t at = mark->place;
  bytes run, inner;
  if (at < w->not_western) return false;
  lt_slice rest = {w->units->at + at, w->units->length - at};
  uint32_t length = take_run(rest, &run);
  if (run.count >= 3 && is_utf8(&run)) write_run(w, at, length, &run, LT_ENCODING_UTF8);
  else if (run.count >= 4 && unfold(&run, &inner) && is_utf8(&inner)) write_run(w, at, length, &inner, LT_ENCODING_UTF8);
  else if (run.count >= 4 && is_gbk(&run)) write_run(w, at, length, &run, LT_ENCODING_GB18030);
  else w->not_western = at + length;
  return w->not_western < at + length;
}
