/* How a lexicon lies in memory: flat arrays of numbers and one pool of characters, so that the built-in one is constant data
** without a single relocation, and one made at run time is the same thing in an arena.
**
** Terms are grouped by a hash of their first three characters, or of all where they have fewer, and, in a group, longest first. A bit
** filter over the same hash, much larger than the groups, turns away almost every place of a text after a look for two characters and
** one for three: many words begin with 中国 or 公司, few go on as the text does. 32 kB stay in the cache beside the text. */
#ifndef LT_LEXICON_TABLE_H
#define LT_LEXICON_TABLE_H

#include "base/char.h"
#include "lexicon/lexicon.h"

enum { LT_FILTER_BITS = 18, LT_GROUP_BITS = 16, LT_GROUPS = 1 << LT_GROUP_BITS, LT_FORM_LONGEST = 64 };

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

static inline lt_term_head lt_term_head_of(const lt_char *form, uint32_t length) {
  lt_term_head head = lt_char_lower(form[0]);
  if (length > 1) head |= (lt_term_head)lt_char_lower(form[1]) << 16;
  if (length > 2) head |= (lt_term_head)lt_char_lower(form[2]) << 32;
  if (length > 3) head |= (lt_term_head)lt_char_lower(form[3]) << 48;
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
  const uint32_t *groups;  /* starts into terms: of LT_GROUPS groups of names and cues, as many of words, and the end */
  const uint64_t *filter;  /* 1 << LT_FILTER_BITS bits: forms of two characters, first three of longer ones */
  const uint64_t *singles; /* 65536 bits: characters that are a form by themselves */
  const uint64_t *word_filter;  /* 1 << LT_FILTER_BITS bits: the same for words, which are not scanned for */
  const uint32_t *single_words; /* by character: bit n set, it is a word of class LT_CUE_CLASSES + 1 + n by itself */
  uint32_t name_count, term_count, pool_length;
  const lt_lexicon *own; /* a user's forms among the terms; NULL: none */
  lt_slice origin;       /* where these are from */
};

static inline bool lt_has_bit(const uint64_t *bits, uint32_t index) { return bits[index / 64] >> index % 64 & 1; }

/* Of one character, two, or the first three. */
static inline uint32_t lt_hash_one(lt_char c) { return c * 0x9E3779B1u; }

static inline uint32_t lt_hash_two(lt_char first, lt_char second) { return lt_hash_one(first) ^ second * 0x85EBCA77u; }

static inline uint32_t lt_hash_three(uint32_t two, lt_char third) { return two ^ third * 0xC2B2AE3Du; }

static inline uint32_t lt_hash_of(lt_term_head head, uint32_t length) {
  uint32_t two = lt_hash_two((lt_char)head, (lt_char)(head >> 16));
  return length > 2 ? lt_hash_three(two, (lt_char)(head >> 32)) : length == 2 ? two : lt_hash_one((lt_char)head);
}

static inline uint32_t lt_filter_place(uint32_t hash) { return hash >> (32 - LT_FILTER_BITS); }

static inline uint32_t lt_group_place(uint32_t hash) { return hash >> (32 - LT_GROUP_BITS); }

/* Words are not scanned for, and lie apart. */
static inline uint32_t lt_group_of_class(uint32_t hash, uint32_t class) { return lt_group_place(hash) + (class > LT_CUE_CLASSES ? LT_GROUPS : 0); }

#endif
