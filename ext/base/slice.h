/* Borrowed text. Leitai keeps restored text as 16-bit characters (UTF-16 code units): almost every Chinese character is one,
** a table look-up needs no decoding, and a character's position is its index. A slice never owns what it points at. */
#ifndef LT_BASE_SLICE_H
#define LT_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <uchar.h>

typedef char16_t lt_char;

typedef struct lt_slice {
  const lt_char *at; /* NULL: no text at all (SQL NULL), as opposed to an empty one */
  uint32_t length;   /* in characters */
} lt_slice;

/* Where something stands: characters [begin, end) of the restored text. */
typedef struct lt_span {
  uint32_t begin, end;
} lt_span;

#define LT_SLICE(literal) ((lt_slice){u"" literal, (uint32_t)(sizeof(u"" literal) / sizeof(lt_char) - 1)})
#define LT_NO_SLICE ((lt_slice){NULL, 0})

static inline uint32_t lt_span_length(lt_span s) { return s.end - s.begin; }

static inline bool lt_span_covers(lt_span outer, lt_span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

static inline bool lt_span_overlaps(lt_span a, lt_span b) { return a.begin < b.end && b.begin < a.end; }

static inline lt_slice lt_slice_cut(lt_slice s, lt_span where) { return (lt_slice){s.at + where.begin, where.end - where.begin}; }

static inline bool lt_slice_equals(lt_slice a, lt_slice b) {
  return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length * sizeof(lt_char)) == 0);
}

static inline bool lt_slice_starts_with(lt_slice s, lt_slice head) {
  return s.length >= head.length && lt_slice_equals((lt_slice){s.at, head.length}, head);
}

static inline bool lt_slice_ends_with(lt_slice s, lt_slice tail) {
  return s.length >= tail.length && lt_slice_equals((lt_slice){s.at + (s.length - tail.length), tail.length}, tail);
}

/* Index of the first character or text in s; s.length when absent. */
uint32_t lt_slice_index(lt_slice s, lt_char c);
uint32_t lt_slice_find(lt_slice s, lt_slice what);

/* s without white space at either end. */
lt_slice lt_slice_trim(lt_slice s);

/* Code-point order of two texts: negative, zero, positive. */
int lt_slice_compare(lt_slice a, lt_slice b);

#endif
