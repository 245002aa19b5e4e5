/* Noun phrases right before and right behind a figure. */
#ifndef LT_READING_FIGURE_NOUN_H
#define LT_READING_FIGURE_NOUN_H

#include "reading/figure_link.h"

/* The noun phrase before the figure, when the words that only tie are taken away; notes the direction they tell. changed: a word of
** change or a comparison stood there, so that what is measured may have been said before. */
lt_span lt_figure_noun_before(lt_figure_link *link, bool *changed);

/* The noun phrase behind the figure, or behind the list it stands in. */
lt_span lt_figure_noun_behind(lt_figure_link *link);

/* Takes words that only tie off the end, noting the direction; where what is left ends. last: the last word of change, or NULL. */
uint32_t lt_figure_strip(lt_figure_link *link, uint32_t begin, uint32_t end, const lt_phrase **last);

/* Where the noun phrase that ends at `end` begins, and where it begins without whose it is (芯片业 | 增速). */
uint32_t lt_figure_noun_begin(const lt_figure_link *link, uint32_t begin, uint32_t end);
uint32_t lt_figure_without_owner(const lt_figure_link *link, lt_span noun);

bool lt_figure_ends_in_metric(const lt_figure_link *link, lt_span noun);
bool lt_figure_is_owner(const lt_figure_link *link, lt_span noun);
bool lt_figure_is_boundary(lt_char c);

/* The word of the figure's unit, NULL if the list of units does not know it. */
const lt_phrase *lt_figure_unit_word(const lt_figure *figure);

/* Does the thing counted stand behind the unit (三家公司)? 人 is a thing itself. */
bool lt_figure_counts_things(const lt_figure_link *link);

/* A mention that ends here, NULL if none. */
const lt_mention *lt_figure_mention_ending(const lt_reading *reading, uint32_t end);

#endif
