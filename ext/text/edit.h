/* Cuts and replacements in clean text, collected in reading order and done in one pass, so that every character stays
** traceable to the raw ones it came from. Not for single edits: each call copies the text. */
#ifndef LT_TEXT_EDIT_H
#define LT_TEXT_EDIT_H

#include "text/text.h"

typedef struct lt_edit {
  lt_span cut;     /* in the text as it is before any edit */
  lt_slice insert; /* what stands there afterwards; must outlive the call */
} lt_edit;

typedef LT_ARRAY(lt_edit) lt_edits;

static inline void lt_edits_add(lt_arena *arena, lt_edits *edits, uint32_t begin, uint32_t end, lt_slice insert) {
  *LT_PUSH(arena, edits) = (lt_edit){{begin, end}, insert};
}

static inline void lt_edits_cut(lt_arena *arena, lt_edits *edits, uint32_t begin, uint32_t end) {
  if (begin < end) lt_edits_add(arena, edits, begin, end, LT_NO_SLICE);
}

/* Edits in order of place, none overlapping another. Clean text, runs, and the places of repairs and lines are made anew.
** What is inserted stands for the raw characters of what it replaces. */
void lt_text_edit(lt_text *text, const lt_edits *edits);

#endif
