/* The tables that the build makes from ext/data/numbers and ext/data/dates. */
#include "reading/number_tables.h"
#include "reading/glyph.h"

#include "gen/glyphs.inc"
#include "gen/phrases_bounds.inc"
#include "gen/phrases_calendar.inc"
#include "gen/phrases_links.inc"
#include "gen/phrases_metrics.inc"
#include "gen/phrases_not_numerals.inc"
#include "gen/phrases_quantities.inc"
#include "gen/phrases_things.inc"
#include "gen/phrases_units.inc"
#include "gen/phrases_verbs.inc"
