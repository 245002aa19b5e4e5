/* What kind of character this is, as far as ranges of Unicode tell it; no language here. */
#ifndef LT_BASE_CHAR_H
#define LT_BASE_CHAR_H

#include "base/slice.h"

static inline bool lt_char_is_digit(lt_char c) { return c >= '0' && c <= '9'; }

static inline bool lt_char_is_upper(lt_char c) { return c >= 'A' && c <= 'Z'; }

static inline bool lt_char_is_lower(lt_char c) { return c >= 'a' && c <= 'z'; }

/* Latin letters with the accents of names (é, ü, ń) included. */
static inline bool lt_char_is_letter(lt_char c) {
  return lt_char_is_upper(c) || lt_char_is_lower(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

static inline bool lt_char_is_latin(lt_char c) { return lt_char_is_letter(c) || lt_char_is_digit(c); }

static inline bool lt_char_is_han(lt_char c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) || c == u'〇' || c == u'々';
}

/* First half of a character of the supplementary planes of Han (𬭎); the second half follows. */
static inline bool lt_char_opens_rare_han(lt_char c) { return c >= 0xD840 && c <= 0xD88F; }

static inline bool lt_char_is_space(lt_char c) { return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000; }

static inline lt_char lt_char_lower(lt_char c) { return lt_char_is_upper(c) ? (lt_char)(c + 32) : c; }

/* Is it one of these? marks: ended by 0. */
static inline bool lt_char_is_any_of(lt_char c, const lt_char *marks) {
  while (*marks && *marks != c) marks++;
  return *marks != 0;
}

/* 。！？ and their half-width twins; not '.', which stands inside numbers and names. */
static inline bool lt_char_ends_sentence(lt_char c) { return c == u'。' || c == u'！' || c == u'？' || c == '!' || c == '?'; }

#endif
