/* What the readers of claims share. Each adds its kind of claim; claim.c calls them statement by statement. */
#ifndef LT_READING_ARGUMENT_H
#define LT_READING_ARGUMENT_H

#include "reading/enumeration.h"

/* A claim for the statement or clause `headline`; sentence, section and headline are filled in. */
lt_claim *lt_claim_add(lt_reading *reading, lt_claim_structure structure, lt_span headline);

/* Claims of the points of lists that argue. */
void lt_claims_enumerated(lt_reading *reading, const lt_enumeration *enumeration);

/* What the headline speaks of: 科技公司 in 科技公司在人工智能上有着深厚积累. NULL if it does not say. */
lt_slice lt_claim_subject(const lt_reading *reading, lt_span headline, uint32_t section);

/* 1 speaks for, -1 against the thing it speaks of, 0 neither. */
int lt_claim_polarity(const lt_reading *reading, lt_span headline);

#endif
