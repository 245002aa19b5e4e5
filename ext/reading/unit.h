/* A sentence as relations see it: lists of names of one sort, and the text between them. 百度和阿里 | 先后上线了… | “文心一言”和“通义千问” */
#ifndef LT_READING_UNIT_H
#define LT_READING_UNIT_H

#include "reading/reading.h"

typedef enum lt_unit_sort { LT_UNIT_FIRM, LT_UNIT_PERSON, LT_UNIT_MODEL, LT_UNIT_GROUP, LT_UNIT_SORTS } lt_unit_sort;

typedef struct lt_unit {
  lt_unit_sort sort;
  uint32_t first, last; /* indexes of mentions, inclusive */
  lt_span span;
  uint32_t before[LT_UNIT_SORTS], after[LT_UNIT_SORTS]; /* the nearest of each sort, itself left out: 1 + index, 0 if none */
} lt_unit;

typedef LT_ARRAY(lt_unit) lt_unit_list;

/* The units of a sentence; empties `units` first. */
void lt_units_of_sentence(const lt_reading *reading, uint32_t sentence, lt_unit_list *units);

/* A unit of the one mention, beside those of a sentence. */
lt_unit lt_unit_of(const lt_reading *reading, uint32_t mention);

/* The last unit of the sort that ends at or before a place, the first that begins at or after it; NULL if none. */
const lt_unit *lt_unit_before(const lt_unit_list *units, uint32_t place, lt_unit_sort sort);
const lt_unit *lt_unit_after(const lt_unit_list *units, uint32_t place, lt_unit_sort sort);

static inline uint32_t lt_unit_count(const lt_unit *unit) { return unit->last - unit->first + 1; }

#endif
