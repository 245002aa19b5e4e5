/* The best labelling of a piece of text whose labels' scores are known, and how much worse any other would be. */
#ifndef LT_READING_TAGGER_SEARCH_H
#define LT_READING_TAGGER_SEARCH_H

#include "base/lanes.h"
#include "reading/reading.h"
#include "reading/tagger_model.h"

typedef struct lt_tagged {
  lt_span span;
  lt_name_kind kind;
  int32_t margin; /* how much likelier this is than the best reading without it, LT_TAG_UNIT to one unit of log-odds */
} lt_tagged;

typedef LT_ARRAY(lt_tagged) lt_tagged_names;

enum { LT_TAG_PARTS = 3 /* first, inner, last */ };

/* The worth of each label at one place, beside O's, which is 0. Lanes behind the kinds are of no label and stay low. */
typedef struct lt_tag_state {
  int16_t part[LT_TAG_PARTS][LT_LANES];
} lt_tag_state;

typedef struct lt_tag_lattice {
  uint32_t length;
  int16_t (*score)[LT_TAG_ROW];  /* of each label at each character; filled by the caller */
  lt_tag_state *before, *after;  /* of the best way to a label, and on from it */
  bool *ended;                   /* a name's end is worth more here than O */
  int16_t steps[sizeof(lt_tag_steps) / sizeof(int16_t[LT_TAG_KINDS])][LT_LANES];
} lt_tag_lattice;

/* False when memory ran out. */
bool lt_tag_lattice_open(lt_tag_lattice *lattice, const lt_tag_steps *steps, lt_arena *arena, uint32_t longest);

/* Adds the names of the best labelling, in order; offset: of the piece in the text. */
void lt_tag_search(lt_tag_lattice *lattice, lt_arena *arena, uint32_t offset, lt_tagged_names *names);

#endif
