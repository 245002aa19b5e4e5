/* The Unicode collation algorithm over tables made from ICU (gen_collation.c): texts are compared by the first weights of all their
** elements, then, where these are the same, by the second ones, then by the third. Most pairs are decided at the first element that differs,
** so nothing is kept: elements are read off the text once for each level. */
#include "text/collation.h"

#include "base/array.h"
#include "base/utf8.h"
#include "text/collation_table.h"

#include "gen/collation.inc"

enum { LEVELS = 3, BEHIND_HAN = 0x40000, UNLISTED = 0x100000, HAN_PLANES = 0x20000, SYLLABLES = 0xAC00, SYLLABLES_END = 0xD7A4 };

typedef struct stream {
  const unsigned char *at, *end;
  uint32_t row, row_end;  /* elements of a character that are still to come */
  uint32_t letters[2], letter_count; /* of a Hangul syllable, the next one last */
} stream;

/* Characters of a contraction that may stand before the first that differs. */
enum { CONTRACTION_BACK = 2 };

typedef struct weights {
  uint32_t of[LEVELS];
} weights;

/* What has no listed weights orders by code: ideographs behind all others, anything else at the end. */
static weights unlisted(uint32_t c) {
  bool is_han = c >= HAN_PLANES && c < 0x38000;
  return (weights){{is_han ? LAST_HAN + 1 + (c - HAN_PLANES) : UNLISTED + c, 1, 1}};
}

static weights unpack(uint32_t element) {
  uint32_t first = element >> 15;
  return (weights){{first > LAST_HAN ? first + BEHIND_HAN : first, element >> 7 & 0xFF, element & 0x7F}};
}

static uint32_t element_of(uint32_t c) {
  if (c < 0x10000) return element_pages[element_index[c >> 6] * 64 + (c & 63)];
  uint32_t low = 0, count = sizeof rare_characters / sizeof *rare_characters;
  LT_BISECT(low, count, rare_characters[i] < c);
  return low < count && rare_characters[low] == c ? rare_elements[low] : LT_ELEMENT_UNLISTED;
}

/* The next character, or letter of a Hangul syllable. */
static uint32_t next_character(stream *s) {
  if (s->letter_count) return s->letters[--s->letter_count];
  uint32_t c = lt_utf8_next(s->at, s->end, &s->at);
  if (c < SYLLABLES || c >= SYLLABLES_END) return c;
  uint32_t i = c - SYLLABLES;
  if (i % 28) s->letters[s->letter_count++] = 0x11A7 + i % 28;
  s->letters[s->letter_count++] = 0x1161 + i / 28 % 21;
  return 0x1100 + i / 28 / 21;
}

/* The first contraction whose key is not less. */
static uint32_t find_key(uint64_t key) {
  uint32_t low = 0;
  LT_BISECT(low, sizeof contraction_keys / sizeof *contraction_keys, contraction_keys[i] < key);
  return low;
}

static bool look(uint64_t key, uint32_t *element) {
  uint32_t i = find_key(key), count = sizeof contraction_keys / sizeof *contraction_keys;
  if (i == count || contraction_keys[i] != key) return false;
  *element = contraction_elements[i];
  return true;
}

/* The element of the longest contraction that the character and what follows it make, which is then read. */
static bool read_contraction(stream *s, uint32_t c, uint32_t *element) {
  uint32_t i = find_key((uint64_t)c << 32), count = sizeof contraction_keys / sizeof *contraction_keys;
  const unsigned char *second_end, *third_end;
  if (c > 0xFFFF || i == count || contraction_keys[i] >> 32 != c || s->letter_count || s->at == s->end) return false;
  uint32_t second = lt_utf8_next(s->at, s->end, &second_end);
  uint32_t third = second_end < s->end ? lt_utf8_next(second_end, s->end, &third_end) : 0;
  if (second > 0xFFFF) return false;
  uint64_t pair = (uint64_t)c << 32 | second << 16;
  if (third && third <= 0xFFFF && look(pair | third, element)) s->at = third_end;
  else if (look(pair, element)) s->at = second_end;
  else return false;
  return true;
}

static bool next_element(stream *s, weights *w) {
  if (s->row < s->row_end) {
    *w = unpack(element_rows[s->row++]);
    return true;
  }
  if (s->at == s->end && s->letter_count == 0) return false;
  uint32_t c = next_character(s), element;
  if (!read_contraction(s, c, &element)) element = element_of(c);
  if (element == LT_ELEMENT_UNLISTED) {
    *w = unlisted(c);
  } else if (element >> 15 == LT_ELEMENT_ROW) {
    s->row = (element & 0x7FFF) + 1;
    s->row_end = s->row + element_rows[element & 0x7FFF];
    *w = unpack(element_rows[s->row++]);
  } else {
    *w = unpack(element);
  }
  return true;
}

/* The next weight of a level that is not passed over; 0 at the end. */
static uint32_t next_weight(stream *s, int level) {
  weights w;
  while (next_element(s, &w)) {
    if (w.of[level]) return w.of[level];
  }
  return 0;
}

static int compare_level(stream a, stream b, int level) {
  uint32_t x, y;
  do {
    x = next_weight(&a, level);
    y = next_weight(&b, level);
  } while (x == y && x);
  return (x > y) - (x < y);
}

static bool starts_character(const char *text, size_t bytes, size_t n) { return n >= bytes || (text[n] & 0xC0) != 0x80; }

/* How many bytes both begin with, up to a character that begins no contraction with what differs. */
static size_t shared_bytes(const char *a, size_t a_bytes, const char *b, size_t b_bytes) {
  size_t n = 0, most = a_bytes < b_bytes ? a_bytes : b_bytes;
  while (n < most && a[n] == b[n]) n++;
  for (int back = 0; n > 0 && (back < CONTRACTION_BACK || !starts_character(a, a_bytes, n) || !starts_character(b, b_bytes, n)); n--) {
    back += starts_character(a, a_bytes, n) && starts_character(b, b_bytes, n);
  }
  return n;
}

int lt_pinyin_compare(const char *a, size_t a_bytes, const char *b, size_t b_bytes) {
  size_t same = shared_bytes(a, a_bytes, b, b_bytes);
  stream x = {.at = (const unsigned char *)a + same, .end = (const unsigned char *)a + a_bytes};
  stream y = {.at = (const unsigned char *)b + same, .end = (const unsigned char *)b + b_bytes};
  int order = 0;
  for (int level = 0; level < LEVELS && order == 0; level++) order = compare_level(x, y, level);
  return order;
}
