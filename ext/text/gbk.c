/* Two look-ups in tables made from ICU. */
#include "text/gbk.h"

#include "gen/gbk.inc"

enum { TRAILS = 190 };

lt_char lt_gbk_character(uint8_t lead, uint8_t trail) {
  if (!lt_gbk_is_lead(lead) || !lt_gbk_is_trail(trail)) return 0;
  return gbk_characters[(lead - 0x81) * TRAILS + (trail - 0x40 - (trail > 0x7F))];
}

uint16_t lt_gbk_bytes(lt_char c) { return gbk_pages[gbk_page_of[c >> 6] * 64u + (c & 63)]; }
