/* Lines that say what an earlier line says, perhaps damaged elsewhere. */
#ifndef LT_TEXT_TWIN_H
#define LT_TEXT_TWIN_H

#include "text/text.h"

/* Sets line.twin of every line that has one, to the earliest line that says the same, and text->copies. */
void lt_twins_find(lt_text *text);

/* How much of a stretch is damaged, as far as one can tell without another copy: the worst of its characters. */
lt_doubt_level lt_damage_in(const lt_text *text, lt_span where);

#endif
