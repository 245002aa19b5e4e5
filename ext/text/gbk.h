/* GBK, two bytes a character, in both directions; with the user-defined zones of GB18030 as private use characters. */
#ifndef LT_TEXT_GBK_H
#define LT_TEXT_GBK_H

#include "base/slice.h"

static inline bool lt_gbk_is_lead(uint8_t byte) { return byte >= 0x81 && byte <= 0xFE; }

static inline bool lt_gbk_is_trail(uint8_t byte) { return byte >= 0x40 && byte <= 0xFE && byte != 0x7F; }

/* 0 where the two bytes are no character. */
lt_char lt_gbk_character(uint8_t lead, uint8_t trail);

/* Lead and trail as one number; 0 where the character has no two bytes in GBK. */
uint16_t lt_gbk_bytes(lt_char c);

/* A character of two bytes that became other text where compatibility forms were folded: ⒂ → (15), Ｐ → P, … → three full stops. */
typedef struct lt_gbk_folding {
  lt_char text[4];
  uint8_t length;
  uint16_t bytes;
} lt_gbk_folding;

/* Those whose text begins with a character, the most usual form (of full width) first. */
const lt_gbk_folding *lt_gbk_foldings(lt_char first, uint32_t *count);

#endif
