/* The normal form of characters: traditional → simplified with Taiwan and Hong Kong forms, by sense where one character stands for
** two; full-width Latin letters and digits → half-width; compatibility ideographs and radicals → the ideographs they stand for. */
#ifndef LT_TEXT_VARIANT_H
#define LT_TEXT_VARIANT_H

#include "base/arena.h"
#include "base/slice.h"
#include "text/text.h"

/* What lt_variant_change says of a character that cannot be decided alone: it is by sense, or a repair must see it. */
enum { LT_VARIANT_MARK = 0xFFFF };

extern const uint16_t *const lt_variant_index, *const lt_variant_pages;

/* Normal form XOR character: 0 where the character stays, LT_VARIANT_MARK where its neighbours decide. */
static inline uint16_t lt_variant_change(lt_char c) { return lt_variant_pages[lt_variant_index[c >> 6] * 64u + (c & 63)]; }

/* What a character becomes by itself. */
lt_char lt_variant_normal(lt_char c);

/* Is the character one that only simplified text writes? */
bool lt_variant_is_simplified_only(lt_char c);

/* The usual traditional form of a character; the character itself where it has no other. */
lt_char lt_variant_traditional(lt_char c);

/* Normal form of a code point beyond U+FFFF or of a character whose normal form is beyond it; c itself for all others. */
uint32_t lt_variant_rare(uint32_t c);

/* Brings text to its normal form in place and tells in which script it was written: hant where more than one Han character in
** eight was a traditional one. Text that is written in simplified characters keeps those by sense (乾隆, 瞭望). */
lt_script lt_variant_apply(lt_char *text, uint32_t length);

/* llm_simplify: the normal form of text that needs no repair, in the arena; NULL when memory ran out. */
lt_slice lt_simplify(lt_arena *arena, lt_slice text);

#endif
