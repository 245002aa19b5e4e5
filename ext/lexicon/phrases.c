/* The lists have a few hundred words; dozens begin with 一, 上, 第, but few with the same two characters: one bucket holds one or
** two, compared one by one. */
#include "lexicon/phrases.h"

#include "base/char.h"

static bool stands_here(const lt_phrases *list, const lt_phrase *word, const lt_char *at, const lt_char *end) {
  if (end - at < word->length || *at != word->first || at[word->length - 1] != word->last) return false;
  for (uint32_t i = 1; i + 1 < word->length; i++) {
    if (at[i] != list->pool[word->form + i]) return false;
  }
  return !(lt_char_is_letter(word->last) && at + word->length < end && lt_char_is_letter(at[word->length]));
}

const lt_phrase *lt_phrases_look(const lt_phrases *list, uint32_t bucket, const lt_char *at, const lt_char *end) {
  for (uint32_t i = list->starts[bucket]; i < list->starts[bucket + 1]; i++) {
    if (stands_here(list, &list->phrases[i], at, end)) return &list->phrases[i];
  }
  return NULL;
}

const lt_phrase *lt_phrases_before(const lt_phrases *list, const lt_char *begin, const lt_char *at) {
  if (at <= begin) return NULL;
  const uint16_t *bucket = list->ends + lt_phrase_bucket(at[-1], 0);
  for (uint32_t i = bucket[0]; i < bucket[1]; i++) {
    const lt_phrase *word = &list->phrases[list->by_last[i]];
    if (at - begin >= word->length && stands_here(list, word, at - word->length, at)) return word;
  }
  return NULL;
}
