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
  static uint16_t pages[0x10000], index[1024];
  for (uint32_t c = 0; c < 0x10000; c++) pages[c] = folded((UChar)c);
  size_t count = gen_share_pages(pages, sizeof *pages, index);
  printf("/* Made by ext/gen/gen_fold.c from ICU %s. */\n", U_ICU_VERSION);
  gen_numbers("uint16_t", "fold_index", index, 1024, sizeof *index);
  gen_numbers("uint16_t", "fold_pages", pages, count * 64, sizeof *pages);
  return 0;
}
