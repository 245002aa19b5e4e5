/* What the readers of a figure's surroundings share: the figure, and the words it stands in. */
#ifndef LT_READING_FIGURE_LINK_H
#define LT_READING_FIGURE_LINK_H

#include "reading/number_tables.h"
#include "reading/reading.h"

typedef struct lt_figure_link {
  lt_reading *reading;
  const lt_char *text;
  uint32_t index;     /* of the figure */
  lt_figure *figure;
  lt_span sentence;   /* where its words may stand: the sentence, or what somebody says in it */
  lt_span clause;     /* between two pauses; 、 is none */
  uint32_t own;       /* where the clause's words are the figure's own: behind the figure before it */
  lt_span owner;      /* whose metric it is, where the words before the figure say it: 设计业为21.5% */
} lt_figure_link;

/* The figure before this one in the same sentence, NULL if none. */
const lt_figure *lt_figure_before(const lt_figure_link *link);

/* How far words are looked for, in characters or in things: a text without punctuation stays linear. */
enum { LT_FIGURE_REACH = 160, LT_FIGURE_LIST = 16 };

/* Index of the first date that begins at or after a place. */
uint32_t lt_figure_date_at(const lt_figure_link *link, uint32_t place);

/* The date that ends exactly here, NULL if none. */
const lt_date *lt_figure_date_ending(const lt_figure_link *link, uint32_t place);

/* The metric and the direction, by the words before and behind. */
void lt_figure_find_metric(lt_figure_link *link);

/* Whose it is, and when. */
void lt_figure_find_subject(lt_figure_link *link);
void lt_figure_find_period(lt_figure_link *link);

/* Is [at, end) nothing but what joins two things of one list: 、 和 还是 以及? */
bool lt_figure_joins(const lt_char *text, uint32_t at, uint32_t end);

/* Does the figure go on the list of the one before it (76.74%和31.3%)? */
bool lt_figure_is_joined(const lt_figure_link *link);

/* The figures of one list (76.74%和31.3%) that this one stands in, when 分别 stands before it: which one of how many; false if none. */
bool lt_figure_respective(const lt_figure_link *link, uint32_t *place, uint32_t *count, uint32_t *begin);

#endif
