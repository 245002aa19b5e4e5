#include "reading/argument.h"

int lt_claim_polarity(const lt_reading *r, lt_span headline) {
  (void)r;
  (void)headline;
  return 0;
}

lt_certainty lt_claim_certainty(const lt_reading *r, lt_span headline) {
  int value = 0;
  for (uint32_t i = lt_reading_cue_at(r, headline.begin); i < r->cues.count && r->cues.at[i].begin < headline.end; i++) {
    if (r->cues.at[i].class == LT_CUE_FORECAST && lt_reading_term(r, &r->cues.at[i]).value > value) value = lt_reading_term(r, &r->cues.at[i]).value;
  }
  return (lt_certainty)value;
}
