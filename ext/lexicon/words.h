/* Words of the language and how usual they are: constant data made by ext/gen/gen_words.c. A cost is -10 ln p. */
#ifndef LT_LEXICON_WORDS_H
#define LT_LEXICON_WORDS_H

#include <stdint.h>

enum {
  LT_WORDS_FIRST = 0x4E00, /* characters that words are made of */
  LT_WORDS_LAST = 0x9FFF,
  LT_WORD_LONGEST = 10,
  LT_NO_WORD = 255, /* the cost of a pair that only longer words begin with */
  LT_WORDS_GROUPS = 1 << 16
};

/* The first two characters of words; pairs lie in groups by hash. */
typedef struct lt_word_pair {
  uint16_t first, second;
  uint32_t longer; /* 256 times where the longer words begin in the pool, up to those of the next pair, plus the pair's own cost */
} lt_word_pair;

static inline uint32_t lt_words_group(uint16_t first, uint16_t second) {
  return (((uint32_t)first * 0x9E3779B1u) ^ ((uint32_t)second * 0x85EBCA77u)) >> 16;
}

#endif
