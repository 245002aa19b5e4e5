/* Look-ups in tables made from ICU. */
#include "text/gbk.h"

#include "base/array.h"

#include "gen/gbk.inc"

enum { TRAILS = 190 };

lt_char lt_gbk_character(uint8_t lead, uint8_t trail) {
  if (!lt_gbk_is_lead(lead) || !lt_gbk_is_trail(trail)) return 0;
  return gbk_characters[(lead - 0x81) * TRAILS + (trail - 0x40 - (trail > 0x7F))];
}

uint16_t lt_gbk_bytes(lt_char c) { return gbk_pages[gbk_page_of[c >> 6] * 64u + (c & 63)]; }

/* Index of the first folding that begins with this character or a later one. */
static uint32_t first_folding(uint32_t c) {
  uint32_t low = 0;
  LT_BISECT(low, sizeof gbk_foldings / sizeof *gbk_foldings, gbk_foldings[i].text[0] < c);
  return low;
}

const lt_gbk_folding *lt_gbk_foldings(lt_char first, uint32_t *count) {
  uint32_t begin = first_folding(first);
  *count = first_folding(first + 1u) - begin;
  return gbk_foldings + begin;
}
