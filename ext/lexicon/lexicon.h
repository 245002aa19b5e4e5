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
  lt_slice fact;  /* company: ticker; organization: type; person: role; empty if not given */
  lt_slice names; /* model: developers, group: members; separated by '|'; empty if not given */
} lt_name;

/* Classes of cues: one for each ext/data/cues/NAME.tsv. Words (ext/data/words/NAME.tsv) are cues that are only looked up, never
** scanned for: surnames, syllables of transliteration. */
typedef enum lt_cue_class {
#define LT_CUE_CLASS(name) LT_CUE_##name,
#define LT_WORD_CLASS(name)
#include "gen/cue_classes.inc"
#undef LT_WORD_CLASS
  LT_CUE_CLASSES, /* and the class of names */
#undef LT_CUE_CLASS
#define LT_CUE_CLASS(name)
#define LT_WORD_CLASS(name) LT_WORD_##name,
#include "gen/cue_classes.inc"
#undef LT_CUE_CLASS
#undef LT_WORD_CLASS
  LT_ALL_CLASSES
} lt_cue_class;

/* One written form. Forms of names and cues are in the same table and found in the same scan. */
typedef struct lt_term {
  lt_slice form;      /* Latin letters in lower case */
  lt_slice text;      /* cue: its text column; empty if not given */
  int32_t value;      /* name: index of the name; cue: its value column, 0 if empty */
  lt_cue_class class; /* LT_CUE_CLASSES: the form of a name */
  bool ambiguous;     /* the form of a name that is also an ordinary word */
} lt_term;

typedef struct lt_lexicon lt_lexicon;

extern const lt_lexicon lt_lexicon_built_in;

uint32_t lt_lexicon_name_count(const lt_lexicon *lexicon);
lt_name lt_lexicon_name(const lt_lexicon *lexicon, uint32_t index);
uint32_t lt_lexicon_term_count(const lt_lexicon *lexicon);
lt_term lt_lexicon_term(const lt_lexicon *lexicon, uint32_t index);

/* Looks for the term whose form is exactly this, whatever the case of its Latin letters. class: LT_CUE_CLASSES for a name. */
bool lt_lexicon_find(const lt_lexicon *lexicon, lt_slice form, lt_cue_class class, lt_term *term);

/* Where the form of a name comes from: built-in, or the user's table. */
lt_slice lt_lexicon_origin(const lt_lexicon *lexicon, lt_slice form);

/* Is the form a word of the class, one of LT_WORD_…? The quick question. */
bool lt_lexicon_has_word(const lt_lexicon *lexicon, lt_slice form, lt_cue_class class);

/* Does a form that stands at [begin, end) end and begin where Latin words do? GPT in ChatGPT does not, Llama in Llama3 does. */
bool lt_is_whole_word(lt_slice text, uint32_t begin, uint32_t end);

/* A term found in a text. */
typedef struct lt_hit {
  uint32_t begin;
  uint32_t term; /* index */
  uint8_t length;
  uint8_t class; /* lt_cue_class; LT_CUE_CLASSES: a name */
} lt_hit;

typedef LT_ARRAY(lt_hit) lt_hits;

/* Finds terms in text, in one pass, ordered by begin.
** names: leftmost, the longest at a place, none inside a sure name or an ordinary word (cues/ordinary.tsv: 三星 in 三星堆); an
** ambiguous one may overlap what follows.
** cues: every one, also inside another; those that begin at one place longest first.
** A Latin form counts only as a whole word; digits may follow letters (Llama3). */
void lt_lexicon_scan(const lt_lexicon *lexicon, lt_arena *arena, lt_slice text, lt_hits *names, lt_hits *cues);

#endif
