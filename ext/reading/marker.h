/* Words and numbers that open a point of an enumeration: 首先, 二是, 第三, 一方面, （一）, 1., ①. */
#ifndef LT_READING_MARKER_H
#define LT_READING_MARKER_H

#include "reading/reading.h"

enum { LT_MARKER_NEXT = 0, LT_MARKER_LAST = -1 };

/* Markers of one list are of one family. */
typedef enum lt_marker_family {
  LT_MARKER_ORDER,  /* 首先 其次 第三 最后 */
  LT_MARKER_WORD,   /* 一是, 其二, 三来: the family's own character tells them apart */
  LT_MARKER_SIDE,   /* 一方面 另一方面 */
  LT_MARKER_TOPIC,  /* 硬件方面 */
  LT_MARKER_MORE,   /* 另外 此外: joins any list */
  LT_MARKER_NUMBER, /* 1. （一） ① */
  LT_MARKER_ITEM    /* a line of a Markdown list */
} lt_marker_family;

typedef struct lt_marker {
  lt_marker_family family;
  lt_char style;   /* tells apart what may not be mixed: 是 来 其, '.' '（' '①' */
  int number;      /* 1 …, LT_MARKER_NEXT, LT_MARKER_LAST */
  lt_span span;    /* as written, without the comma behind it */
  uint32_t behind; /* where the point's own words begin */
} lt_marker;

/* Does the clause of the statement begin with a marker? */
bool lt_marker_here(const lt_reading *reading, lt_span statement, lt_span clause, lt_marker *marker);

#endif
