/* The normal form of characters: traditional → simplified with Taiwan and Hong Kong forms, by sense where one character stands for
** two; full-width Latin letters and digits → half-width; compatibility ideographs and radicals → the ideographs they stand for. */
#ifndef LT_TEXT_VARIANT_H
#define LT_TEXT_VARIANT_H

#include "base/array.h"
#include "base/slice.h"
#include "text/text.h"

/* What lt_variant_change says of a character that cannot be decided alone: it is by sense, or a repair must see it. */
enum { LT_VARIANT_MARK = 0xFFFF };

extern const uint16_t lt_variant_index[], lt_variant_pages[], lt_variant_wide[];

/* Normal form XOR character: 0 where the character stays, LT_VARIANT_MARK where its neighbours decide. */
static inline uint16_t lt_variant_change(lt_char c) { return lt_variant_pages[lt_variant_index[c >> 6] * 64u + (c & 63)]; }

/* The same for the character whose UTF-8 is three bytes, given as one number, the first lowest; LT_VARIANT_MARK where the first two begin
** no such character. */
static inline uint16_t lt_variant_change_utf8(uint32_t bytes) { return lt_variant_pages[lt_variant_wide[bytes & 0xFFFF] + (bytes >> 16 & 63)]; }

/* Is the character one that only its neighbours can decide? */
static inline bool lt_is_by_sense(lt_char c) { return c >= 0x3400 && c < 0xD800 && lt_variant_change(c) == LT_VARIANT_MARK; }

/* What a character becomes by itself. */
lt_char lt_variant_normal(lt_char c);

/* Is the character one that only simplified text writes? */
bool lt_variant_is_simplified_only(lt_char c);

/* The usual traditional form of a character; the character itself where it has no other. */
lt_char lt_variant_traditional(lt_char c);

/* Normal form of a code point beyond U+FFFF or of a character whose normal form is beyond it; c itself for all others. */
uint32_t lt_variant_rare(uint32_t c);

typedef LT_ARRAY(uint32_t) lt_places;

/* Decides the characters by sense, which stand at these places of a text that is in normal form otherwise; traditional: how many
** characters were changed. Text that is written in simplified characters keeps those by sense (乾隆, 瞭望). */
void lt_variant_decide(lt_char *text, uint32_t length, const lt_places *places, uint32_t traditional);

/* The script of a text of so many Chinese characters and signs, so many of which were changed: hant where more than one in eight was. */
static inline lt_script lt_script_of(uint32_t wide, uint32_t traditional) { return traditional * 8 > wide ? LT_SCRIPT_HANT : LT_SCRIPT_HANS; }

/* llm_simplify: the normal form of text that needs no repair, in the arena; NULL when memory ran out. */
lt_slice lt_simplify(lt_arena *arena, lt_slice text);

#endif
