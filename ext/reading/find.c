/* Binary searches over what has been found: every list of a reading is ordered by where things begin. */
#include "reading/reading.h"

/* First index in [0, count) whose element begins at or after place; `begin_of(i)` in the loop. */
#define FIRST_AT(count, begin_of)            \
  uint32_t low = 0, high = (count);          \
  while (low < high) {                       \
    uint32_t i = low + (high - low) / 2;     \
    if ((begin_of) < place) low = i + 1;     \
    else high = i;                           \
  }                                          \
  return low

uint32_t lt_reading_cue_at(const lt_reading *r, uint32_t place) { FIRST_AT(r->cues.count, r->cues.at[i].begin); }

uint32_t lt_reading_mention_at(const lt_reading *r, uint32_t place) { FIRST_AT(r->mentions.count, r->mentions.at[i].span.begin); }

uint32_t lt_reading_quote_at(const lt_reading *r, uint32_t place) { FIRST_AT(r->quotes.count, r->quotes.at[i].span.begin); }

static uint32_t sentence_at(const lt_reading *r, uint32_t place) {
  FIRST_AT(r->document->sentences.count, r->document->sentences.at[i].span.begin);
}

uint32_t lt_reading_sentence_of(const lt_reading *r, uint32_t place) {
  uint32_t after = sentence_at(r, place + 1);
  return after ? after - 1 : 0;
}

const lt_hit *lt_reading_find_cue(const lt_reading *r, lt_span where, lt_cue_class class) {
  for (uint32_t i = lt_reading_cue_at(r, where.begin); i < r->cues.count && r->cues.at[i].begin < where.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class == class && hit->begin + hit->length <= where.end) return hit;
  }
  return NULL;
}

const lt_hit *lt_reading_cue_here(const lt_reading *r, uint32_t place, lt_cue_class class) {
  for (uint32_t i = lt_reading_cue_at(r, place); i < r->cues.count && r->cues.at[i].begin == place; i++) {
    if (r->cues.at[i].class == class) return &r->cues.at[i];
  }
  return NULL;
}
