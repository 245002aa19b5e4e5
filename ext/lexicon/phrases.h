/* Small word lists that grammars look into at one place of a text: units of measure, words of the calendar, words that only
** look like numerals. Unlike cues they are not searched for in the whole text; a grammar asks what stands here, and takes the
** longest word. Constant data, made by ext/gen/gen_phrases.c. */
#ifndef LT_LEXICON_PHRASES_H
#define LT_LEXICON_PHRASES_H

#include "base/slice.h"

/* Kinds of words: the second column of the lists, in lower case there. */
#define LT_PHRASE_KINDS(KIND)                                                                                                  \
  /* numbers/units.tsv */                                                                                                    \
  KIND(PERCENT) KIND(MONEY) KIND(COUNT) KIND(DURATION) KIND(MULTIPLE) KIND(OTHER) KIND(NOUN) KIND(PLACE)                     \
  /* numbers/words.tsv */                                                                                                    \
  KIND(WORD)                                                                                                                 \
  /* numbers/links.tsv, verbs.tsv, metrics.tsv */                                                                             \
  KIND(UP) KIND(DOWN) KIND(LINK) KIND(VERB) KIND(METRIC)                                                                     \
  /* dates/words.tsv */                                                                                                      \
  KIND(YEAR) KIND(MONTH) KIND(DAY) KIND(WEEK) KIND(WEEKEND) KIND(QUARTER) KIND(HALF) KIND(WEEKDAY) KIND(PART) KIND(FESTIVAL) \
  KIND(SEASON) KIND(LUNAR) KIND(TERM) KIND(ERA) KIND(CENTURY) KIND(SPAN) KIND(PLAN)                                           \
  /* numbers/bounds.tsv and dates/words.tsv */                                                                               \
  KIND(BEFORE) KIND(AFTER)

typedef enum lt_phrase_kind {
#define KIND(name) LT_PHRASE_##name,
  LT_PHRASE_KINDS(KIND)
#undef KIND
  LT_PHRASE_KIND_COUNT
} lt_phrase_kind;

typedef struct lt_phrase {
  double value;
  lt_char first, last;       /* characters: most words are turned away after one look */
  uint16_t form, text, more; /* places in the pool */
  uint8_t length, text_length, more_length, kind;
} lt_phrase;

enum { LT_PHRASE_BUCKETS = 2048 };

typedef struct lt_phrases {
  const lt_char *pool;
  const lt_phrase *phrases; /* in buckets of the first two characters, the longest first; words of one character by that and 0 */
  const uint16_t *starts;   /* LT_PHRASE_BUCKETS + 1 starts into phrases */
  const uint16_t *by_last;  /* indexes of phrases, in buckets of the last character, the longest first */
  const uint16_t *ends;     /* LT_PHRASE_BUCKETS + 1 starts into by_last */
} lt_phrases;

static inline uint32_t lt_phrase_bucket(lt_char first, lt_char second) {
  return ((uint32_t)first * 0x9E3779B1u ^ (uint32_t)second * 0x85EBCA6Bu) >> 21;
}

/* Looks into one bucket for a word that stands at `at` (at < end). */
const lt_phrase *lt_phrases_look(const lt_phrases *list, uint32_t bucket, const lt_char *at, const lt_char *end);

/* The longest word that begins at `at`, NULL if none. A word that ends in a Latin letter does so only where the letters do. */
static inline const lt_phrase *lt_phrases_here(const lt_phrases *list, const lt_char *at, const lt_char *end) {
  if (at >= end) return NULL;
  uint32_t two = lt_phrase_bucket(at[0], end - at > 1 ? at[1] : 0), one = lt_phrase_bucket(at[0], 0);
  const lt_phrase *word = list->starts[two] == list->starts[two + 1] ? NULL : lt_phrases_look(list, two, at, end);
  return word || list->starts[one] == list->starts[one + 1] ? word : lt_phrases_look(list, one, at, end);
}

/* The longest word that ends just before `at`. */
const lt_phrase *lt_phrases_before(const lt_phrases *list, const lt_char *begin, const lt_char *at);

static inline lt_slice lt_phrase_text(const lt_phrases *list, const lt_phrase *word) {
  return (lt_slice){list->pool + word->text, word->text_length};
}

static inline lt_slice lt_phrase_more(const lt_phrases *list, const lt_phrase *word) {
  return (lt_slice){list->pool + word->more, word->more_length};
}

#endif
