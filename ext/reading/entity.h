/* Who and what is named: mentions in the text, and the entities (companies, people, organizations, models, groups) they name. */
#ifndef LT_READING_ENTITY_H
#define LT_READING_ENTITY_H

#include "base/array.h"
#include "lexicon/lexicon.h"

typedef struct lt_mention {
  lt_span span;
  uint32_t entity;   /* index */
  uint32_t sentence; /* index */
  bool known;        /* the vocabulary has this form */
} lt_mention;

typedef struct lt_entity {
  lt_slice name; /* canonical */
  lt_name_kind kind;
  bool known;            /* the vocabulary has it */
  uint32_t lexicon_name; /* index of the lexicon's name, if known */
  uint32_t mentions;     /* how many */
  lt_span first;         /* of its first mention */
  uint32_t sentence;     /* index: the evidence */
  lt_slice camp;         /* the article's own grouping; NULL if none */
  lt_slice role;         /* a person's title as written; NULL if none */
  lt_slice ticker;       /* exchange:code; NULL if not known */
  lt_slice version;      /* of a model; NULL if none */
  LT_ARRAY(lt_slice) developers; /* of a model, canonical, as the article says */
} lt_entity;

/* One member of one camp. */
typedef struct lt_camp_member {
  lt_slice camp, member;
  uint32_t sentence;
  lt_span span; /* where the member is named */
} lt_camp_member;

struct lt_reading;

/* Stage: names and the article's own words → mentions, entities, camps. */
void lt_entities_read(struct lt_reading *reading);

#endif
