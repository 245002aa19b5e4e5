/* Running text cut into words. */
#ifndef LT_LEXICON_SEGMENT_H
#define LT_LEXICON_SEGMENT_H

#include "base/array.h"
#include "base/slice.h"

typedef enum lt_token_kind {
  LT_TOKEN_NAME,      /* of the vocabulary; the caller knows these */
  LT_TOKEN_WORD,      /* of the language, of two characters or more */
  LT_TOKEN_CHARACTER, /* one Chinese character by itself */
  LT_TOKEN_NUMBER,    /* 4.5, 1,200, 40%, 三百二十亿 */
  LT_TOKEN_LATIN      /* letters, with digits, hyphens and points inside: GPT-4, 4o, e.g */
} lt_token_kind;

typedef struct lt_token {
  lt_span span;
  lt_token_kind kind;
} lt_token;

typedef LT_ARRAY(lt_token) lt_tokens;

/* Adds the words of text[where] in order, of all ways to cut it the likeliest; signs and spaces are no words. In normal form; positions
** are those of text. */
void lt_segment(lt_arena *arena, lt_slice text, lt_span where, lt_tokens *tokens);

#endif
