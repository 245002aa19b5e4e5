/* What the readers of claims share. claim.c walks over the article statement by statement; each reader adds its kind of claim. */
#ifndef LT_READING_ARGUMENT_H
#define LT_READING_ARGUMENT_H

#include "reading/enumeration.h"

typedef struct lt_range {
  uint32_t begin, end; /* indexes */
} lt_range;

/* One statement, and what has been found in it. */
typedef struct lt_argument {
  lt_reading *reading;
  const lt_enumeration *enumeration;
  lt_paragraph_kind paragraph;
  lt_span statement;
  lt_range points;       /* whose marker stands in the statement */
  lt_range attributions; /* whose words begin in the statement */
  lt_slice speaker;      /* who spoke last in the paragraph; NULL */
  bool may_conclude, may_forecast; /* a word for it stands in the statement */
  lt_span concluded;     /* the statement's conclusion; empty if it has none */
  lt_slice sums_up;      /* 总结下来就是：, whose conclusions are the lines of the list that follows; NULL */
} lt_argument;

/* A claim for the statement or clause `headline`; sentence, section and headline are filled in. */
lt_claim *lt_claim_add(lt_reading *reading, lt_claim_structure structure, lt_span headline);

/* The readers, in the order in which they are asked. */
void lt_claims_enumerated(const lt_argument *argument);
void lt_claims_concluding(lt_argument *argument);
void lt_claims_summed_up(const lt_argument *argument); /* a line of such a list */
void lt_claims_attributed(const lt_argument *argument);
void lt_claims_forecast(const lt_argument *argument);

/* Does the place stand in somebody's words? */
bool lt_argument_is_said(const lt_argument *argument, uint32_t place);

/* The word by which the span speaks of the future, outside quotation marks; NULL if it does not. In somebody's words (said) 将推出
** is enough; for the article's own the future must be the point (有望, 将成为). */
const lt_hit *lt_claim_forecast_word(const lt_reading *reading, lt_span span, bool said);

/* What the headline speaks of: 老船厂 in 老船厂在焊接上有着深厚积累. NULL if it does not say. */
lt_slice lt_claim_subject(const lt_reading *reading, lt_span headline, uint32_t section);

/* The word its predicate begins with: 在 above. NULL if none is found. */
const lt_hit *lt_claim_predicate(const lt_reading *reading, lt_span headline);

/* 1 speaks for, -1 against the thing it speaks of, 0 neither. */
int lt_claim_polarity(const lt_reading *reading, lt_span headline);

/* Does the headline judge (非常, 关键), or say what ought to be (应, 必须)? */
enum { LT_JUDGES = 1, LT_DEMANDS = 2 };
bool lt_claim_judges(const lt_reading *reading, lt_span headline, int how);

/* Does it hold a figure (28.6%, 15元)? The digits of a name (行者T3) are none. */
bool lt_claim_has_figure(const lt_reading *reading, lt_span headline);

lt_certainty lt_claim_certainty(const lt_reading *reading, lt_span headline);

#endif
