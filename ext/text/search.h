/* What a text is found by: the terms that a search index keeps of it and that a query is looked up by.
**
** Every Chinese character is a term of its own, in a normal form that does not depend on its neighbours, and takes one place; so does
** every run of letters and every run of digits. A query of several characters is a phrase of their terms, so that whatever stands
** together in an article is found, wherever words are thought to end and whatever word lists this version has: an index outlives them. */
#ifndef LT_TEXT_SEARCH_H
#define LT_TEXT_SEARCH_H

#include "text/text.h"

enum { LT_SEARCH_TERM_MOST = 3 * 64 };

typedef struct lt_search_term {
  const char *utf8;
  uint32_t bytes;
  uint32_t begin, end; /* bytes of the stored text: the character or word, a gloss behind it included */
  bool colocated;      /* another term for the place of the one before */
} lt_search_term;

typedef enum lt_search_mode {
  LT_SEARCH_PLAIN,
  LT_SEARCH_PINYIN,      /* the text of an article: characters are found by their sounds too */
  LT_SEARCH_PINYIN_QUERY /* a query for such an index: words in small Latin letters that are pinyin are sounds */
} lt_search_mode;

/* Takes one term; anything but 0 ends the walk. */
typedef int lt_search_taker(void *to, const lt_search_term *term);

/* Hands over the terms of a restored text in order; stored: the bytes it was restored from. What the taker returned, or 0; -1: out of memory. */
int lt_search_terms(const lt_text *text, const char *stored, size_t bytes, lt_search_mode mode, lt_search_taker *take, void *to);

#endif
