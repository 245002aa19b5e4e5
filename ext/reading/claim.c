/* Claims: the driver. */
#include "reading/claim.h"

#include "reading/argument.h"
#include "reading/clause.h"

lt_claim *lt_claim_add(lt_reading *r, lt_claim_structure structure, lt_span headline) {
  lt_claim *c = LT_PUSH(r->arena, &r->claims);
  c->structure = structure;
  c->sentence = lt_reading_sentence_of(r, headline.begin);
  c->section = r->document->sentences.at[c->sentence].section;
  c->span = headline;
  c->headline = lt_reading_cut(r, headline);
  c->subject = lt_claim_subject(r, headline, c->section);
  c->source = c->marker = c->support = LT_NO_SLICE;
  return c;
}

void lt_claims_read(lt_reading *r) {
  lt_enumeration enumeration = {0};
  lt_enumeration_read(r, &enumeration);
  lt_claims_enumerated(r, &enumeration);
}
