/* What is argued: points of enumerations, attributed statements, forecasts, conclusions. */
#ifndef LT_READING_CLAIM_H
#define LT_READING_CLAIM_H

#include "base/array.h"
#include "base/slice.h"

typedef enum lt_claim_structure { LT_CLAIM_ENUMERATED, LT_CLAIM_ATTRIBUTED, LT_CLAIM_FORECAST, LT_CLAIM_CONCLUDING } lt_claim_structure;

typedef enum lt_claim_kind {
  LT_CLAIM_IS_ADVANTAGE,
  LT_CLAIM_IS_CHALLENGE,
  LT_CLAIM_IS_FACT,
  LT_CLAIM_IS_FORECAST,
  LT_CLAIM_IS_OPINION,
  LT_CLAIM_IS_CONCLUSION
} lt_claim_kind;

typedef enum lt_certainty { LT_CERTAIN, LT_LIKELY, LT_POSSIBLE } lt_certainty;

typedef struct lt_claim {
  uint32_t section; /* index */
  uint32_t sentence;
  lt_claim_structure structure;
  lt_claim_kind kind;
  lt_slice marker;   /* 首先, 据…显示, 恐怕; NULL if none */
  uint32_t ordinal;  /* within its own list, from 1; 0: not in a list */
  lt_slice subject;  /* NULL if not found */
  lt_slice headline; /* the claim's sentence without its marker */
  lt_slice support;  /* the rest of its argument; NULL if none */
  int8_t polarity;   /* -1, 0, 1 */
  lt_certainty certainty;
  lt_slice source; /* NULL if none is named */
  LT_ARRAY(uint32_t) players; /* indexes of entities named in headline and support, once each */
  lt_span span; /* of headline */
} lt_claim;

struct lt_reading;

/* Stage: sentences, cues, mentions, sources → claims. */
void lt_claims_read(struct lt_reading *reading);

#endif
