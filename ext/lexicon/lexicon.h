/* What Leitai knows by heart: names of companies, people, organizations, models and groups, and cues, the words rules look
** for. The built-in lexicon is constant data made from ext/data at build time; a user's table makes another of the same shape. */
#ifndef LT_LEXICON_LEXICON_H
#define LT_LEXICON_LEXICON_H

#include "base/array.h"
#include "base/slice.h"

typedef enum lt_name_kind {
  LT_NAME_COMPANY,
  LT_NAME_PERSON,
  LT_NAME_ORGANIZATION,
  LT_NAME_MODEL,
  LT_NAME_GROUP
} lt_name_kind;

typedef struct lt_name {
  lt_slice name; /* canonical */
  lt_name_kind kind;
  lt_slice fact;  /* company: ticker; organization: type; person: role; NULL if not given */
  lt_slice names; /* model: developers, group: members; separated by '|'; NULL if not given */
} lt_name;

/* Classes of cues: one for each ext/data/cues/NAME.tsv. */
typedef enum lt_cue_class {
#define LT_CUE_CLASS(name) LT_CUE_##name,
#include "gen/cue_classes.inc"
#undef LT_CUE_CLASS
  LT_CUE_CLASSES
} lt_cue_class;

/* One written form. Forms of names and cues are in the same table and found in the same scan. */
typedef struct lt_term {
  lt_slice form;   /* Latin letters in lower case */
  lt_slice text;   /* cue: its text column; NULL if empty */
  int32_t value;   /* name: index into names; cue: its value column, 0 if empty */
  uint8_t cue;     /* lt_cue_class, or LT_CUE_CLASSES for a name */
  bool ambiguous;  /* a name's form that is also an ordinary word */
} lt_term;

typedef struct lt_lexicon lt_lexicon;

extern const lt_lexicon lt_lexicon_built_in;

const lt_name *lt_lexicon_name(const lt_lexicon *lexicon, uint32_t index);
uint32_t lt_lexicon_name_count(const lt_lexicon *lexicon);
const lt_term *lt_lexicon_term(const lt_lexicon *lexicon, uint32_t index);
uint32_t lt_lexicon_term_count(const lt_lexicon *lexicon);

/* The term whose form is exactly this text, whatever the case of its Latin letters; NULL if none.
** cue: a class, or LT_CUE_CLASSES for a name. */
const lt_term *lt_lexicon_find(const lt_lexicon *lexicon, lt_slice form, lt_cue_class cue);

/* A term found in text. */
typedef struct lt_hit {
  uint32_t begin;
  uint16_t length;
  uint32_t term;
} lt_hit;

typedef LT_ARRAY(lt_hit) lt_hits;

/* Finds terms in text, in one pass, ordered by begin:
** names: leftmost, longest, none overlapping another; a Latin form only as a whole word.
** cues: every one, also inside another; at one place the longest first. */
void lt_lexicon_scan(const lt_lexicon *lexicon, lt_arena *arena, lt_slice text, lt_hits *names, lt_hits *cues);

#endif
