/* gen_fold > fold.inc: what a character is to a search: its letter or digit with case and accents gone, for every character of 16 bits.
**
** 0: parts words. 1: a mark that belongs to the letter before it, passed over. Anything else: what it is looked up by. From ICU: case folding,
** then compatibility decomposition, of which the first letter stays (ﬁ is f, ① is 1). Ideographs stay what they are (text/variant.h). */
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "gen/table.h"

enum { PARTS = 0, MARK = 1 };

static uint16_t folded(UChar c) {
  UErrorCode error = U_ZERO_ERROR;
  UChar lower[8], apart[32];
  if (U_GET_GC_MASK(c) & U_GC_M_MASK) return MARK;
  if (U_IS_SURROGATE(c) || !(U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK))) return PARTS;
  if (u_charDigitValue(c) >= 0) return (uint16_t)('0' + u_charDigitValue(c));
  int32_t length = u_strFoldCase(lower, 8, &c, 1, U_FOLD_CASE_DEFAULT, &error);
  length = unorm2_normalize(unorm2_getNFKDInstance(&error), lower, length, apart, 32, &error);
  gen_check(error, "NFKD");
  for (int32_t i = 0; i < length; i++) {
    if (U_GET_GC_MASK(apart[i]) & (U_GC_L_MASK | U_GC_N_MASK)) return apart[i];
  }
  return PARTS;
}

int main(void) {
  static uint16_t pages[1024][64];
  static uint16_t index[1024];
  uint16_t count = 0;
  for (uint32_t p = 0; p < 1024; p++) {
    uint16_t same = 0;
    for (uint32_t i = 0; i < 64; i++) pages[count][i] = folded((UChar)(p * 64 + i));
    while (memcmp(pages[same], pages[count], sizeof pages[0])) same++;
    index[p] = same;
    if (same == count) count++;
  }
  printf("/* Made by ext/gen/gen_fold.c from ICU %s. */\n", U_ICU_VERSION);
  gen_numbers("uint16_t", "fold_index", index, 1024, sizeof *index);
  gen_numbers("uint16_t", "fold_pages", pages, (size_t)count * 64, sizeof pages[0][0]);
  return 0;
}
