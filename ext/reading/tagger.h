/* The statistical tagger: reads a sentence character by character and says where names of people, companies and organizations
** stand, by weights that a training program has left (ext/train/). It knows no name by heart and gives a reason for none; so it votes
** beside the rules and is believed alone only where it is sure. */
#ifndef LT_READING_TAGGER_H
#define LT_READING_TAGGER_H

#include "reading/tagger_features.h"
#include "reading/tagger_model.h"
#include "reading/tagger_search.h"

typedef struct lt_tagger {
  const lt_tag_model *model;
  lt_tag_view view;
  lt_tag_lattice lattice;
} lt_tagger;

/* False when memory ran out. The scratch is fixed: a sentence of more than a thousand characters is read in pieces. */
bool lt_tagger_open(lt_tagger *tagger, const lt_tag_model *model, lt_arena *arena);

/* Adds the names of one sentence, in order. Wants LT_STAGE_TERMS. */
void lt_tagger_read(lt_tagger *tagger, const lt_reading *reading, lt_span sentence, lt_tagged_names *names);

/* The same for a sentence whose features are at hand, as training has them; its first thousand characters. */
void lt_tagger_label(lt_tagger *tagger, const uint64_t *features, uint32_t length, lt_arena *arena, lt_tagged_names *names);

#endif
