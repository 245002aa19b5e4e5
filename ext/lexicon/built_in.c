/* The lexicon made from ext/data by ext/gen/gen_lexicon.c. */
#include "lexicon/table.h"

#include "gen/lexicon.inc"
