/* How a lexicon lies in memory: flat arrays of numbers and one pool of characters, so that the built-in one is constant data
** without a single relocation, and one made at run time is the same thing in an arena.
**
** Terms are grouped by a hash of their first two characters (a form of one character counts as followed by 0) and, in a
** group, longest first. A bit filter over the same hash, much larger than the groups, turns away almost every place of a text
** after one look; 64 kbit stay in the first-level cache beside the text. */
#ifndef LT_LEXICON_TABLE_H
#define LT_LEXICON_TABLE_H

#include "lexicon/lexicon.h"

enum { LT_FILTER_BITS = 17, LT_GROUP_BITS = 14, LT_FORM_LONGEST = 64 };

typedef struct lt_pool_slice {
  uint32_t at, length; /* in the pool */
} lt_pool_slice;

typedef struct lt_term_entry {
  uint32_t form, text; /* places in the pool */
  int32_t value;
  uint8_t length, text_length, class;
  bool ambiguous;
} lt_term_entry;

/* What the scan compares: the first four characters of the form, the first in the lowest bits, 0 behind a shorter form's end. */
typedef uint64_t lt_term_head;

static inline lt_term_head lt_term_head_of(const lt_char *folded, uint32_t length) {
  lt_term_head head = 0;
  for (uint32_t i = 0; i < length && i < 4; i++) head |= (lt_term_head)folded[i] << 16 * i;
  return head;
}

typedef struct lt_name_entry {
  lt_pool_slice name, fact, names;
  uint32_t kind;
} lt_name_entry;

struct lt_lexicon {
  const lt_char *pool;
  const lt_name_entry *names;
  const lt_term_entry *terms;
  const lt_term_head *heads; /* of each term */
  const uint32_t *groups;  /* (1 << LT_GROUP_BITS) + 1 starts into terms */
  const uint64_t *filter;  /* 1 << LT_FILTER_BITS bits: first two characters */
  const uint64_t *singles; /* 65536 bits: characters that are a form by themselves */
  const uint64_t *word_filter;  /* 1 << LT_FILTER_BITS bits: first two characters of words, which are not scanned for */
  const uint32_t *single_words; /* by character: bit n set, it is a word of class LT_CUE_CLASSES + 1 + n by itself */
  uint32_t name_count, term_count, pool_length;
  const lt_lexicon *own; /* a user's forms among the terms; NULL: none */
  lt_slice origin;       /* where these are from */
};

static inline bool lt_has_bit(const uint64_t *bits, uint32_t index) { return bits[index / 64] >> index % 64 & 1; }

static inline uint32_t lt_pair_hash(lt_char first, lt_char second) {
  return ((uint32_t)first * 0x9E3779B1u) ^ ((uint32_t)second * 0x85EBCA77u);
}

static inline uint32_t lt_pair_filter(uint32_t hash) { return hash >> (32 - LT_FILTER_BITS); }

static inline uint32_t lt_pair_group(uint32_t hash) { return hash >> (32 - LT_GROUP_BITS); }

#endif
