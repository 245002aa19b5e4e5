/* Groups of players that an article names and whose members it tells: 清华系, 第一梯队, “三船一桥”. */
#ifndef LT_READING_GROUP_H
#define LT_READING_GROUP_H

#include "base/array.h"
#include "base/slice.h"

typedef struct lt_group_member {
  uint32_t group, member; /* entities */
  lt_span span;           /* where that is said: from the first of the two to the second */
  uint32_t mention;       /* of the member: an index of mentions */
} lt_group_member;

struct lt_reading;

/* Fills reading->group_members. */
void lt_groups_read(struct lt_reading *reading);

/* How many members a group's name counts: 三船一桥 4, 四小龙 4; 0 if it counts none. */
uint32_t lt_group_counts(lt_slice name);

#endif
