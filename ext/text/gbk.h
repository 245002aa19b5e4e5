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

#endif
