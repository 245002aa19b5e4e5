/* What a character does in a numeral: one look into a table of all 16-bit characters, made from ext/data/numbers/characters.tsv
** and the first characters of the words of the calendar. The walk over the text stops only where this is not NONE. */
#ifndef LT_READING_GLYPH_H
#define LT_READING_GLYPH_H

#include "base/slice.h"

#define LT_GLYPHS(CLASS)                                                                                        \
  CLASS(NONE) CLASS(ARABIC) CLASS(HAN) CLASS(FINANCIAL) CLASS(SMALL) CLASS(LARGE) CLASS(TENS) CLASS(FEW) CLASS(MORE) CLASS(HALF) \
  CLASS(SIGN) CLASS(STOP) CLASS(ORDINAL) CLASS(CURRENCY) CLASS(LETTER) CLASS(WORD)

typedef enum lt_glyph {
#define CLASS(name) LT_GLYPH_##name,
  LT_GLYPHS(CLASS)
#undef CLASS
  LT_GLYPH_COUNT
} lt_glyph;

extern const unsigned char lt_glyph_table[65536];

static inline lt_glyph lt_glyph_of(lt_char c) { return (lt_glyph)(lt_glyph_table[c] >> 4); }

/* A digit's value. */
static inline int lt_glyph_value(lt_char c) { return lt_glyph_table[c] & 15; }

/* The power of ten of 十 百 千 万 亿 …; the table holds a quarter of it for the large ones. */
static inline int lt_glyph_power(lt_char c) { return lt_glyph_value(c) * (lt_glyph_of(c) == LT_GLYPH_LARGE ? 4 : 1); }

#endif
