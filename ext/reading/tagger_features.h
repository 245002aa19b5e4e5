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
  LT_TAG_TEMPLATES = 30
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

/* The features of one place. */
static inline void lt_tag_features(const lt_tag_view *v, uint32_t place, uint64_t feature[LT_TAG_TEMPLATES]) {
  const uint16_t *c = v->character + place, *b = v->begins + place, *e = v->ends + place;
  const uint8_t *s = v->shape + place, *k = v->known + place, *a = v->ahead + place, *q = v->inside + place;
  uint64_t l3 = c[-3], l2 = c[-2], l1 = c[-1], m = c[0], r1 = c[1], r2 = c[2], r3 = c[3];
  uint64_t shapes = (uint64_t)s[-2] | (uint64_t)s[-1] << 5 | (uint64_t)s[0] << 10 | (uint64_t)s[1] << 15 | (uint64_t)s[2] << 20;
  uint64_t near = (shapes >> 5) & 0x7FFF, names = (uint64_t)k[-1] | (uint64_t)k[0] << 5 | (uint64_t)k[1] << 10;
  unsigned n = 0;
#define LT_TAG_FEATURE(bits) (feature[n] = lt_tag_mix((bits) + (n + 1) * UINT64_C(0xD6E8FEB86659FD93)), n++)
  LT_TAG_FEATURE(l2);
  LT_TAG_FEATURE(l1);
  LT_TAG_FEATURE(m);
  LT_TAG_FEATURE(r1);
  LT_TAG_FEATURE(r2);
  LT_TAG_FEATURE(l2 | l1 << 16);
  LT_TAG_FEATURE(l1 | m << 16);
  LT_TAG_FEATURE(m | r1 << 16);
  LT_TAG_FEATURE(r1 | r2 << 16);
  LT_TAG_FEATURE(l1 | r1 << 16);
  LT_TAG_FEATURE(l2 | l1 << 16 | m << 32);
  LT_TAG_FEATURE(l1 | m << 16 | r1 << 32);
  LT_TAG_FEATURE(m | r1 << 16 | r2 << 32);
  LT_TAG_FEATURE(l3 | l2 << 16 | l1 << 32);
  LT_TAG_FEATURE(r1 | r2 << 16 | r3 << 32);
  LT_TAG_FEATURE(l3 | l2 << 16 | l1 << 32 | m << 48);
  LT_TAG_FEATURE(m | r1 << 16 | r2 << 32 | r3 << 48);
  LT_TAG_FEATURE(l1 | m << 16 | r1 << 32 | r2 << 48);
  LT_TAG_FEATURE(shapes);
  LT_TAG_FEATURE(near | m << 16);
  LT_TAG_FEATURE(names);
  LT_TAG_FEATURE(names | l1 << 16);
  LT_TAG_FEATURE(names | r1 << 16);
  LT_TAG_FEATURE((uint64_t)b[0] | (uint64_t)s[-1] << 16);
  LT_TAG_FEATURE((uint64_t)b[1] | (uint64_t)s[0] << 16);
  LT_TAG_FEATURE((uint64_t)e[0] | (uint64_t)s[0] << 16);
  LT_TAG_FEATURE((uint64_t)b[2] | (uint64_t)e[0] << 16);
  LT_TAG_FEATURE((uint64_t)b[3] | (uint64_t)e[-1] << 16);
  LT_TAG_FEATURE((uint64_t)a[0] | (uint64_t)a[1] << 8 | (uint64_t)s[-1] << 16);
  LT_TAG_FEATURE((uint64_t)q[0] | (uint64_t)q[1] << 8 | (uint64_t)s[0] << 16);
#undef LT_TAG_FEATURE
}

#endif
