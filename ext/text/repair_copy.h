/* A body that stands on its page more than once, damaged elsewhere in each copy: one copy heals the other. */
#ifndef LT_TEXT_REPAIR_COPY_H
#define LT_TEXT_REPAIR_COPY_H

#include "text/text.h"

/* Finds the copies among text->lines (line.twin, text->copies). Where they differ, what is damaged in one is taken from the other
** and told as a repair of kind copy. */
void lt_copies_heal(lt_text *text);

#endif
