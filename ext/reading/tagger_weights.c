/* The weights in ext/data/tagger, made into constants by ext/gen/gen_tagger.c. */
#include "reading/tagger_model.h"

#include "gen/tagger.inc"
