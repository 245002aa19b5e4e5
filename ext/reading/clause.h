/* Cutting a paragraph into statements and a statement into clauses, as far as punctuation tells. What stands in quotation marks,
** brackets or book-title marks is stepped over: its commas and full stops are not those of the sentence around it. */
#ifndef LT_READING_CLAUSE_H
#define LT_READING_CLAUSE_H

#include "reading/reading.h"

/* One sentence at the level of the article's own voice; a quoted sentence that stands for itself (“河水迟早要涨。”) is one too.
** Looks from place on; false at the end of the paragraph. */
bool lt_statement_next(const lt_reading *reading, lt_span paragraph, uint32_t place, lt_span *statement);

/* The clause that begins at or after place in the statement, without punctuation at its ends; false when there is none left. */
bool lt_clause_next(const lt_reading *reading, lt_span statement, uint32_t place, lt_span *clause);

/* Where what opens here (a quotation, a bracket, 《…》) has been closed: the place behind it; place itself if nothing opens here. */
uint32_t lt_clause_step_over(const lt_reading *reading, uint32_t place, uint32_t end);

/* Where the clause's own words begin, behind what ties it to the sentence before: 而, 但, 此外. */
uint32_t lt_clause_skip_links(const lt_reading *reading, lt_span clause);

/* Takes clause punctuation and white space off both ends; a full stop at the end too. */
lt_span lt_clause_trim(const lt_reading *reading, lt_span span);

/* ， 、 ； ： and their half-width twins, dashes. */
bool lt_char_is_pause(lt_char c);

#endif
