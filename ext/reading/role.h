/* Titles of people, as written: 前望舟CEO林远舟, 周岚：产品团队负责人. */
#ifndef LT_READING_ROLE_H
#define LT_READING_ROLE_H

#include "base/array.h"
#include "base/slice.h"

typedef struct lt_role {
  uint32_t person; /* index of the entity */
  lt_span span;    /* 前望舟CEO */
  bool former;     /* 前, 原, 曾任 */
} lt_role;

struct lt_reading;

/* Fills reading->roles in reading order and the role of every person who has one. */
void lt_roles_read(struct lt_reading *reading);

/* The role that a firm's name stands in (前望舟CEO: where somebody comes from), NULL if none. */
const lt_role *lt_role_around(const struct lt_reading *reading, lt_span span);

#endif
