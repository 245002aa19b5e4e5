#include "reading/argument.h"

int lt_claim_polarity(const lt_reading *r, lt_span headline) {
  (void)r;
  (void)headline;
  return 0;
}
