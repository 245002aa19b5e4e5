/* How firms stand around a word that ties them. See relation_deal.c for the rules. */
#ifndef LT_READING_DEAL_H
#define LT_READING_DEAL_H

#include "reading/relator.h"

typedef struct lt_deal {
  lt_relation_kind kind;
  lt_span word;
} lt_deal;

/* One file for each way of standing. */
void lt_relate_act(lt_relator *relator, const lt_deal *deal);
void lt_relate_mutual(lt_relator *relator, const lt_deal *deal, bool around);
void lt_relate_standing(lt_relator *relator, const lt_deal *deal);
void lt_relate_lead(lt_relator *relator, const lt_deal *deal);
void lt_relate_taking(lt_relator *relator, const lt_deal *deal);
void lt_relate_taking_part(lt_relator *relator, const lt_deal *deal);
void lt_relate_joining(lt_relator *relator, const lt_deal *deal);
void lt_relate_round(lt_relator *relator, const lt_hit *cue);

/* The firm that the text speaks of has these investors. */
void lt_invested_in_topic(lt_relator *relator, const lt_unit *investors);

/* The last firms of the clause before a place, the first behind it; NULL if there are none near. */
const lt_unit *lt_firms_before(const lt_relator *relator, uint32_t place);
const lt_unit *lt_firms_after(const lt_relator *relator, uint32_t place);

/* The same, and where the clause names none, the firm it speaks of. False if there is none either. */
bool lt_firms_acting(const lt_relator *relator, uint32_t place, lt_unit *firms);

/* Does one of these characters introduce the firm at a place, a description at most between them: 被 | 家电巨头东江集团? */
bool lt_is_introduced(const lt_relator *relator, uint32_t place, lt_slice by, uint32_t *where);

#endif
