/* A 64-bit hash of what an article says, alike for texts that are alike: reprints of one article differ in few bits, two articles in
** about half of them. */
#ifndef LT_DOCUMENT_FINGERPRINT_H
#define LT_DOCUMENT_FINGERPRINT_H

#include "document/document.h"

/* Fingerprints at most this many bits apart are taken for one article: measured by tests/bench/fingerprint.py. */
enum { LT_SAME_ARTICLE = 11 };

/* Of the title, lead, headings and body. False where these have no letter and no digit: there is nothing to compare. */
bool lt_fingerprint(const lt_document *document, uint64_t *fingerprint);

/* In how many bits two fingerprints differ, 0 to 64. */
static inline uint32_t lt_fingerprint_distance(uint64_t a, uint64_t b) {
  uint32_t bits = 0;
  for (uint64_t differing = a ^ b; differing; differing &= differing - 1) bits++;
  return bits;
}

#endif
