/* The lists have a few hundred words: one bucket holds two or three, compared one by one. */
#include "lexicon/phrases.h"

#include "base/char.h"

enum { LONGEST = 12 };

static bool stands_here(const lt_phrases *list, const lt_phrase *word, const lt_char *at, const lt_char *end) {
  if (end - at < word->length) return false;
  for (uint32_t i = 0; i < word->length; i++) {
    if (at[i] != list->pool[word->form + i]) return false;
  }
  return !(lt_char_is_letter(at[word->length - 1]) && at + word->length < end && lt_char_is_letter(at[word->length]));
}

const lt_phrase *lt_phrases_here(const lt_phrases *list, const lt_char *at, const lt_char *end) {
  if (at >= end) return NULL;
  const uint16_t *bucket = list->buckets + lt_phrase_bucket(*at);
  for (uint32_t i = bucket[0]; i < bucket[1]; i++) {
    if (stands_here(list, &list->phrases[i], at, end)) return &list->phrases[i];
  }
  return NULL;
}

const lt_phrase *lt_phrases_before(const lt_phrases *list, const lt_char *begin, const lt_char *at) {
  for (uint32_t length = at - begin < LONGEST ? (uint32_t)(at - begin) : LONGEST; length > 0; length--) {
    const uint16_t *bucket = list->buckets + lt_phrase_bucket(at[-(int32_t)length]);
    for (uint32_t i = bucket[0]; i < bucket[1]; i++) {
      if (list->phrases[i].length == length && stands_here(list, &list->phrases[i], at - length, at)) return &list->phrases[i];
    }
  }
  return NULL;
}
