/* What the article states between two entities. */
#ifndef LT_READING_RELATION_H
#define LT_READING_RELATION_H

#include "base/array.h"
#include "base/slice.h"

typedef enum lt_relation_kind {
  LT_RELATION_DEVELOPS,
  LT_RELATION_WORKS_AT,
  LT_RELATION_FORMERLY_AT,
  LT_RELATION_FOUNDED,
  LT_RELATION_INVESTS_IN,
  LT_RELATION_ACQUIRES,
  LT_RELATION_PARTNERS_WITH,
  LT_RELATION_COMPETES_WITH,
  LT_RELATION_HOLDS_STAKE_IN,
  LT_RELATION_MEMBER_OF
} lt_relation_kind;

typedef struct lt_relation {
  uint32_t subject, object; /* indexes of entities */
  lt_relation_kind kind;
  uint32_t sentence;
  lt_span span; /* from the first of the two to the second */
} lt_relation;

struct lt_reading;

/* Stage: mentions and cues → relations, and the developers of models. */
void lt_relations_read(struct lt_reading *reading);

#endif
