/* What the tagger looks at: shared by reading and training, so that both see the same.
**
** A sentence is laid out as a few codes a character (lt_tag_view); each template combines some of them around a place into one
** number, its feature. A feature is looked up in a table of rows, one weight a label (tagger_model.h): no feature is ever made
** into a string, and none is compared with another. */
#ifndef LT_READING_TAGGER_FEATURES_H
#define LT_READING_TAGGER_FEATURES_H

#include "reading/reading.h"

enum {
  LT_TAG_PAD = 4,       /* places on either side of a sentence that hold "nothing here" */
  LT_TAG_TEMPLATES = 19
};

/* Codes of one sentence; index 0 is its first character and -LT_TAG_PAD … length + LT_TAG_PAD - 1 may be read. */
typedef struct lt_tag_view {
  uint32_t length;
  uint16_t *character; /* lower case, digits all '0' */
  uint8_t *shape;      /* kind of character */
  uint8_t *known;      /* the vocabulary's name that covers it: kind and first, inner or last part */
  uint16_t *begins;    /* classes of the cues that begin here, one bit each */
  uint16_t *ends;      /* classes of the cues that end right before here */
  uint8_t *ahead;      /* the next ending of names (科技, 大学) in this run of name characters: kind and distance */
  uint8_t *inside;     /* the bracket or quotation it stands in, and how deep into it */
  uint64_t *one, *two, *three; /* the character, the two, the three from here on, mixed; from -2 on */
} lt_tag_view;

/* Room for sentences of up to `longest` characters. False when memory ran out. */
bool lt_tag_view_open(lt_tag_view *view, lt_arena *arena, uint32_t longest);

/* Lays out one sentence; wants LT_STAGE_TERMS. */
void lt_tag_view_fill(lt_tag_view *view, const lt_reading *reading, lt_span sentence);

static inline uint64_t lt_tag_mix(uint64_t key) {
  key ^= key >> 32;
  key *= UINT64_C(0x9E3779B97F4A7C15);
  return key ^ key >> 29;
}

/* Of what one family of templates looks at. */
static inline uint64_t lt_tag_key(uint64_t bits, unsigned family) { return lt_tag_mix(bits + (family + 1) * UINT64_C(0xD6E8FEB86659FD93)); }

/* A template that looks at the same characters as another from a place further on has its rows beside the other's: the characters
** are mixed once, and one look fetches the weights of all. The step is one row in a table of 2^17, two in one of 2^18. */
static inline uint64_t lt_tag_beside(uint64_t feature, unsigned step) { return feature ^ (uint64_t)step << 47; }

/* The features of one place. */
static inline void lt_tag_features(const lt_tag_view *v, uint32_t place, uint64_t feature[LT_TAG_TEMPLATES]) {
  const uint16_t *b = v->begins + place, *e = v->ends + place;
  const uint8_t *s = v->shape + place, *k = v->known + place, *a = v->ahead + place, *q = v->inside + place;
  const uint64_t *one = v->one + place, *two = v->two + place, *three = v->three + place;
  uint64_t near = (uint64_t)s[-1] | (uint64_t)s[0] << 5 | (uint64_t)s[1] << 10, names = (uint64_t)k[-1] | (uint64_t)k[0] << 5 | (uint64_t)k[1] << 10;
  for (unsigned n = 0; n < 5; n++) feature[n] = lt_tag_beside(one[(int)n - 2], n);
  for (unsigned n = 0; n < 4; n++) feature[5 + n] = lt_tag_beside(two[(int)n - 2], n);
  for (unsigned n = 0; n < 3; n++) feature[9 + n] = lt_tag_beside(three[(int)n - 2], n);
  feature[12] = lt_tag_key(near | (uint64_t)v->character[place] << 16, 3);
  feature[13] = lt_tag_key(names, 4);
  feature[14] = lt_tag_key((uint64_t)b[0] | (uint64_t)s[-1] << 16, 5);
  feature[15] = lt_tag_key((uint64_t)e[0] | (uint64_t)s[0] << 16, 6);
  feature[16] = lt_tag_key((uint64_t)a[0] | (uint64_t)a[1] << 8 | (uint64_t)s[-1] << 16, 7);
  feature[17] = lt_tag_key((uint64_t)q[0] | (uint64_t)q[1] << 8 | (uint64_t)s[0] << 16, 8);
  feature[18] = lt_tag_key((uint64_t)b[1] | (uint64_t)s[0] << 16, 9);
}

#endif
