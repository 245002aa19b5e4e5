/* Lists of an argument: which markers belong together, and what each point says. */
#ifndef LT_READING_ENUMERATION_H
#define LT_READING_ENUMERATION_H

#include "reading/marker.h"

typedef struct lt_point {
  lt_span marker;  /* empty for a line of a Markdown list */
  lt_span text;    /* the point's own statement, without the marker */
  lt_span support; /* what argues for it in its paragraph; empty if nothing */
  uint32_t paragraph, list, ordinal;
} lt_point;

typedef struct lt_point_list {
  lt_marker_family family;
  lt_char style;
  lt_span lead;    /* the words before the first point that say what is listed; empty if none */
  bool has_topic;  /* the lead says what kind of points they are: 优势, 难题, 原因 */
  bool has_thing;  /* or what kind of things: 公司, 模块 */
  int topic;       /* 1: advantages, -1: challenges, 0 */
  char sort;       /* 'o': opinions (看法, 关键因素), 'r': reasons for what the lead says, 0 */
  uint32_t first, last; /* points, while lists are read */
  uint32_t count;
  bool of_headings; /* 一、需求放缓 …  二、成本上涨 …: its points are headings */
  bool argues;     /* its points are claims */
} lt_point_list;

typedef struct lt_enumeration {
  LT_ARRAY(lt_point) points; /* of the lists that argue, in reading order */
  LT_ARRAY(lt_point_list) lists;
} lt_enumeration;

/* All lists of the article. Made in the reading's arena. */
void lt_enumeration_read(lt_reading *reading, lt_enumeration *enumeration);

#endif
