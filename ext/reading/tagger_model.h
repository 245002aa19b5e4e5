/* What training leaves behind: one row of weights a feature, and what it costs to go from label to label.
**
** Labels of a character: O, no name; B, I, E of a kind, the first, inner and last character of a name of two or more. The lanes of
** a row are B of kinds 0 … 4, I of kinds 0 … 4, E of kinds 0 … 4; O weighs nothing anywhere, since only differences count. The last
** byte of a row is a check: it tells whose row this is, so that a feature never seen in training does not take another's weights.
** All weights are whole numbers, LT_TAG_UNIT to one unit of log-odds: the same rows on every machine. */
#ifndef LT_READING_TAGGER_MODEL_H
#define LT_READING_TAGGER_MODEL_H

#include "lexicon/lexicon.h"

enum { LT_TAG_KINDS = 5, LT_TAG_ROW = 16, LT_TAG_LABELS = 16, LT_TAG_OUTSIDE = 15, LT_TAG_UNIT = 16 };

/* Changes with the templates, so that no weights are used with features they were not learnt with. */
#define LT_TAG_MAGIC "LTTAG 3\n"

/* Labels. Kinds 0 … 3 are those of lt_name_kind; 4, government, reads so unlike other organizations that it is learnt apart. */
#define LT_TAG_FIRST(kind) (kind)
#define LT_TAG_INNER(kind) (LT_TAG_KINDS + (kind))
#define LT_TAG_LAST(kind) (2 * LT_TAG_KINDS + (kind))

static inline lt_name_kind lt_tag_kind(unsigned kind) { return kind == 4 ? LT_NAME_ORGANIZATION : (lt_name_kind)kind; }

typedef struct lt_tag_steps {
  int16_t outside_first[LT_TAG_KINDS]; /* O → B, and at the start of a sentence */
  int16_t last_first[LT_TAG_KINDS];    /* E → B: name after name */
  int16_t first_inner[LT_TAG_KINDS], inner_inner[LT_TAG_KINDS], first_last[LT_TAG_KINDS], inner_last[LT_TAG_KINDS];
} lt_tag_steps;

typedef struct lt_tag_model {
  const int8_t *rows; /* 1 << bits rows */
  uint32_t bits;
  lt_tag_steps steps;
} lt_tag_model;

static inline uint64_t lt_tag_row(uint64_t feature, uint32_t bits) { return feature >> (64 - bits); }

/* An empty row may pass for anybody's: it weighs nothing. */
static inline uint8_t lt_tag_check(uint64_t feature) { return (uint8_t)feature; }

extern const lt_tag_model lt_tag_model_built_in;

#endif
