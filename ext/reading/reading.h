/* All that is known of one article: made once, in stages, then only read. A stage runs when a table first asks for it and
** brings the stages it rests on. Strings borrow from the text or the lexicon, or live in the arena. Positions are in
** lt_text.clean. Order is reading order everywhere. */
#ifndef LT_READING_READING_H
#define LT_READING_READING_H

#include "document/document.h"
#include "lexicon/lexicon.h"
#include "reading/attribution.h"
#include "reading/claim.h"
#include "reading/date.h"
#include "reading/entity.h"
#include "reading/figure.h"
#include "reading/group.h"
#include "reading/quote.h"
#include "reading/relation.h"
#include "reading/role.h"
#include "reading/source.h"

/* Raised with every change of rules or words that can change rows: archives of another number are read again. */
enum { LT_RULES_VERSION = 1 };

typedef enum lt_stage {
  LT_STAGE_TEXT,     /* restored */
  LT_STAGE_TERMS,    /* names and cues found */
  LT_STAGE_DOCUMENT, /* paragraphs, sentences */
  LT_STAGE_QUOTES,   /* quotation marks paired; kind and speaker come with LT_STAGE_SPEAKERS */
  LT_STAGE_NUMBERS,  /* numerals, figures, dates */
  LT_STAGE_ENTITIES, /* mentions, entities, camps */
  LT_STAGE_RELATIONS,
  LT_STAGE_ATTRIBUTIONS, /* who says what */
  LT_STAGE_LINKS, /* figures: what is measured, whose, when, which way */
  LT_STAGE_SOURCES,
  LT_STAGE_CLAIMS,
  LT_STAGE_SPEAKERS,
  LT_STAGE_COUNT
} lt_stage;

enum { LT_CUE_BLOCK = 16 };

typedef struct lt_reading {
  lt_arena *arena;
  const lt_lexicon *lexicon;
  bool with_tagger; /* the tagger reads along; set before LT_STAGE_ENTITIES */
  bool done[LT_STAGE_COUNT];

  lt_text *text;
  lt_document *document;
  lt_hits names, cues;
  const uint32_t *cue_blocks; /* index of the first cue in every LT_CUE_BLOCK characters, see find.c */
  LT_ARRAY(lt_quote) quotes;
  LT_ARRAY(lt_numeral) numerals;
  LT_ARRAY(lt_figure) figures;
  LT_ARRAY(lt_date) dates;
  LT_ARRAY(lt_entity) entities;   /* in order of first mention */
  LT_ARRAY(lt_mention) mentions;  /* none overlaps another */
  LT_ARRAY(lt_role) roles;
  LT_ARRAY(lt_group_member) group_members;
  LT_ARRAY(lt_camp_member) camp_members;
  LT_ARRAY(lt_relation) relations;
  LT_ARRAY(lt_attribution) attributions;
  LT_ARRAY(lt_claim) claims;
  LT_ARRAY(lt_source) sources;
} lt_reading;

/* A reading of a TEXT value with nothing done yet; utf8 is only borrowed during the call. NULL when memory ran out. */
lt_reading *lt_reading_new(const lt_allocator *allocator, const lt_lexicon *lexicon, const char *utf8, size_t bytes);
void lt_reading_free(lt_reading *reading); /* NULL is fine */

/* Makes sure of a stage. False when memory ran out: the reading is then of no use. */
bool lt_reading_need(lt_reading *reading, lt_stage stage);

/* Makes lt_reading_cue_at quick; belongs to the stage of terms. */
void lt_reading_index_cues(lt_reading *reading);

/* Index of the first cue, mention or sentence that begins at or after a place; the array's count if none. */
uint32_t lt_reading_cue_at(const lt_reading *reading, uint32_t place);
uint32_t lt_reading_mention_at(const lt_reading *reading, uint32_t place);
uint32_t lt_reading_quote_at(const lt_reading *reading, uint32_t place);

/* The sentence that a place stands in: an index; the last one that begins at or before it. */
uint32_t lt_reading_sentence_of(const lt_reading *reading, uint32_t place);

/* The first cue of a class inside a span, NULL if none. */
const lt_hit *lt_reading_find_cue(const lt_reading *reading, lt_span where, lt_cue_class class);

/* The longest cue of a class that begins exactly here, NULL if none. */
const lt_hit *lt_reading_cue_here(const lt_reading *reading, uint32_t place, lt_cue_class class);

/* The sentence that holds a place, or NULL: between sentences, in noise. */
const lt_sentence *lt_sentence_around(const lt_reading *r, lt_span span);

/* What stands from a place to the end of its sentence, and from the sentence's start to it. */
lt_slice lt_rest_of_sentence(const lt_reading *r, const lt_sentence *s, uint32_t place);

/* The cue of a class that ends at a place and is the longest to do so, NULL if none; cues begin in [from, place). */
const lt_hit *lt_cue_before(const lt_reading *r, uint32_t from, uint32_t place, lt_cue_class class);

static inline lt_term lt_reading_term(const lt_reading *reading, const lt_hit *hit) {
  return lt_lexicon_term(reading->lexicon, hit->term);
}

static inline lt_char lt_reading_char(const lt_reading *reading, uint32_t place) { return reading->text->clean[place]; }

static inline lt_slice lt_reading_cut(const lt_reading *reading, lt_span where) { return lt_text_cut(reading->text, where); }

static inline lt_span lt_hit_span(const lt_hit *hit) { return (lt_span){hit->begin, hit->begin + hit->length}; }

#endif
