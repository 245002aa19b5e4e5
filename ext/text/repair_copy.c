/* Copies first; healing them needs to know which characters are doubtful. */
#include "text/repair_copy.h"

#include "text/twin.h"

void lt_copies_heal(lt_text *text) { lt_twins_find(text); }
