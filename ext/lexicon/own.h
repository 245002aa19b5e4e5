/* A user's names, laid over a lexicon: they add names and written forms, take forms over, change what is known of a name, and remove. */
#ifndef LT_LEXICON_OWN_H
#define LT_LEXICON_OWN_H

#include "base/arena.h"
#include "lexicon/lexicon.h"

/* Beside those of lt_name_kind. */
enum { LT_OWN_KIND_KEPT = -1 /* as the lexicon has it */, LT_OWN_REMOVED = -2 };

/* One written form of a name. Where it is removed it names nothing any more; where it is the name itself, no other form of it does. */
typedef struct lt_own_form {
  lt_slice name, form;
  int kind;             /* lt_name_kind, or one of the above */
  lt_slice fact, names; /* as in lt_name; empty: as the lexicon has it */
  bool ambiguous;       /* also an ordinary word */
  bool implied;         /* the name itself, where only another form of it was given: nothing new where the lexicon has the name */
} lt_own_form;

/* Why forms cannot be laid over: form is of two names, its own and that of an earlier one; or of a name that is to keep its kind and
** is in no list (earlier == form). */
typedef struct lt_own_mistake {
  uint32_t form, earlier; /* indexes */
} lt_own_mistake;

/* The lexicon with the forms laid over it, in the arena; the base is not needed any more. origin: what lt_lexicon_origin says of
** the forms. NULL where there is a mistake, and where memory ran out. */
const lt_lexicon *lt_lexicon_lay_over(const lt_lexicon *base, const lt_own_form *forms, uint32_t count, lt_slice origin, lt_arena *arena, lt_own_mistake *mistake);

#endif
