/* A sentence as relations see it: lists of names of one sort, and the text between them. 百度和阿里 | 先后上线了… | “文心一言”和“通义千问” */
#ifndef LT_READING_UNIT_H
#define LT_READING_UNIT_H

#include "reading/reading.h"

typedef enum lt_unit_sort { LT_UNIT_FIRM, LT_UNIT_PERSON, LT_UNIT_MODEL, LT_UNIT_GROUP } lt_unit_sort;

typedef struct lt_unit {
  lt_unit_sort sort;
  uint32_t first, last; /* indexes of mentions, inclusive */
  lt_span span;
} lt_unit;

typedef LT_ARRAY(lt_unit) lt_units;

/* The units of a sentence; empties `units` first. */
void lt_units_of_sentence(const lt_reading *reading, uint32_t sentence, lt_units *units);

/* The last unit of the sort that ends at or before a place, the first that begins at or after it; NULL if none. */
const lt_unit *lt_unit_before(const lt_units *units, uint32_t place, lt_unit_sort sort);
const lt_unit *lt_unit_after(const lt_units *units, uint32_t place, lt_unit_sort sort);

/* Does this character stand between two places? */
bool lt_stands_between(const lt_reading *reading, uint32_t begin, uint32_t end, lt_char c);

/* Is the act at this place said not to have happened (拟, 未, 或将 shortly before it)? */
bool lt_is_unreal(const lt_reading *reading, lt_span sentence, uint32_t place);

/* Adds the relation between every member of one unit and every member of the other, each pair of entities once. */
void lt_relate(lt_reading *reading, lt_relation_kind kind, const lt_unit *subjects, const lt_unit *objects);
void lt_relate_entities(lt_reading *reading, lt_relation_kind kind, uint32_t subject, uint32_t object, lt_span where);

/* One file each, one sort of relation each. */
void lt_relate_makers(lt_reading *reading, uint32_t sentence, const lt_units *units);
void lt_relate_jobs(lt_reading *reading, uint32_t sentence, const lt_units *units);
void lt_relate_deals(lt_reading *reading, uint32_t sentence, const lt_units *units);
void lt_share_makers_with_versions(lt_reading *reading);
void lt_relate_groups(lt_reading *reading);
void lt_relate_roles(lt_reading *reading);
void lt_forget_past_jobs(lt_reading *reading);

#endif
