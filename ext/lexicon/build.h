/* Makes a lexicon from rows; used by the generator of the built-in one and for a user's table. */
#ifndef LT_LEXICON_BUILD_H
#define LT_LEXICON_BUILD_H

#include "lexicon/table.h"

typedef struct lt_lexicon_builder {
  lt_arena *arena;
  LT_ARRAY(lt_char) pool;
  LT_ARRAY(lt_name_entry) names;
  LT_ARRAY(lt_term_entry) terms;
} lt_lexicon_builder;

/* Adds a name; its index. Its own form is not added: see lt_lexicon_add_form. */
uint32_t lt_lexicon_add_name(lt_lexicon_builder *builder, lt_name name);

/* Changes what is known of a name: what is not empty. */
void lt_lexicon_learn(lt_lexicon_builder *builder, uint32_t name, lt_slice fact, lt_slice names);

/* False if the form is empty or longer than LT_FORM_LONGEST. */
bool lt_lexicon_add_form(lt_lexicon_builder *builder, lt_slice form, uint32_t name, bool ambiguous);
bool lt_lexicon_add_cue(lt_lexicon_builder *builder, lt_slice form, lt_cue_class class, int32_t value, lt_slice text);

/* The lexicon of all that was added, in the arena. Of two equal forms of names the first added wins. NULL when memory ran out. */
const lt_lexicon *lt_lexicon_build(lt_lexicon_builder *builder);

#endif
