/* Binary searches over what has been found: every list of a reading is ordered by where things begin. */
#include "reading/reading.h"

/* Cues are asked for more often than anything else: a table says where those of each block of the text begin. */
void lt_reading_index_cues(lt_reading *r) {
  uint32_t blocks = r->text->length / LT_CUE_BLOCK + 2, next = 0;
  uint32_t *index = lt_arena_block(r->arena, (uint64_t)blocks * sizeof *index);
  if (index == NULL) return;
  for (uint32_t block = 0; block < blocks; block++) {
    while (next < r->cues.count && r->cues.at[next].begin < block * LT_CUE_BLOCK) next++;
    index[block] = next;
  }
  r->cue_blocks = index;
}

uint32_t lt_reading_cue_at(const lt_reading *r, uint32_t place) {
  if (place > r->text->length) return r->cues.count;
  uint32_t i = r->cue_blocks[place / LT_CUE_BLOCK];
  while (i < r->cues.count && r->cues.at[i].begin < place) i++;
  return i;
}

uint32_t lt_reading_mention_at(const lt_reading *r, uint32_t place) {
  uint32_t low = 0;
  LT_BISECT(low, r->mentions.count, r->mentions.at[i].span.begin < place);
  return low;
}

uint32_t lt_reading_quote_at(const lt_reading *r, uint32_t place) {
  uint32_t low = 0;
  LT_BISECT(low, r->quotes.count, r->quotes.at[i].span.begin < place);
  return low;
}

static uint32_t sentence_at(const lt_reading *r, uint32_t place) {
  uint32_t low = 0;
  LT_BISECT(low, r->document->sentences.count, r->document->sentences.at[i].span.begin < place);
  return low;
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

const lt_sentence *lt_sentence_around(const lt_reading *r, lt_span span) {
  uint32_t i = lt_reading_sentence_of(r, span.begin);
  if (i >= r->document->sentences.count) return NULL;
  const lt_sentence *s = &r->document->sentences.at[i];
  return lt_span_covers(s->span, span) ? s : NULL;
}

lt_slice lt_rest_of_sentence(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  return lt_reading_cut(r, (lt_span){place, s->span.end});
}

const lt_hit *lt_cue_before(const lt_reading *r, uint32_t from, uint32_t place, lt_cue_class class) {
  for (uint32_t i = lt_reading_cue_at(r, from); i < r->cues.count && r->cues.at[i].begin < place; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class == class && hit->begin + hit->length == place) return hit;
  }
  return NULL;
}
