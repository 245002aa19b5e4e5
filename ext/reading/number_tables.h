/* The word lists that numerals, quantities and dates look into; ext/data/README.md says which file is which. */
#ifndef LT_READING_NUMBER_TABLES_H
#define LT_READING_NUMBER_TABLES_H

#include "lexicon/phrases.h"

extern const lt_phrases lt_phrases_units, lt_phrases_quantities, lt_phrases_bounds, lt_phrases_things, lt_phrases_not_numerals, lt_phrases_calendar,
    lt_phrases_links, lt_phrases_verbs, lt_phrases_metrics;

#endif
