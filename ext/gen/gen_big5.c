/* gen_big5 > big5.inc: Big5 with the Hong Kong supplement, and the four-byte part of GB18030, from ICU's converters.
**
** Big5: [lead 87..FE][trail 40..7E, A1..FE] → the low 16 bits of the character; a bit tells whether it stands in plane 2. What the
** Hong Kong supplement does not have is taken from windows-950. Four codes that stand for two characters keep the first here.
** GB18030: its four-byte codes of the basic plane, numbered from 81308130 on, are ranges of characters in code order. */
#include <unicode/ucnv.h>

#include "gen/table.h"

enum { LEADS = 0xFE - 0x87 + 1, TRAILS = 157, FOURS = 39420 };

static UConverter *open_converter(const char *name) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &error);
  gen_check(error, name);
  return converter;
}

static UChar32 decode(UConverter *converter, const char *bytes, int length) {
  UErrorCode error = U_ZERO_ERROR;
  UChar out[8] = {0};
  int32_t n = ucnv_toUChars(converter, out, 8, bytes, length, &error), at = 0;
  UChar32 c = 0;
  if (U_FAILURE(error) || n == 0) return 0;
  U16_NEXT(out, at, n, c);
  return c == 0xFFFD || (c >= 0xE000 && c <= 0xF8FF) ? 0 : c;
}

static void print_big5(void) {
  static uint16_t low[LEADS * TRAILS];
  static uint8_t high[LEADS * TRAILS / 8 + 1];
  UConverter *hong_kong = open_converter("Big5-HKSCS"), *plain = open_converter("windows-950");
  for (int lead = 0x87; lead <= 0xFE; lead++) {
    for (int k = 0; k < TRAILS; k++) {
      char bytes[2] = {(char)lead, (char)(k < 63 ? 0x40 + k : 0xA1 + k - 63)};
      UChar32 c = decode(hong_kong, bytes, 2);
      if (c == 0) c = decode(plain, bytes, 2);
      int i = (lead - 0x87) * TRAILS + k;
      low[i] = (uint16_t)c;
      if (c > 0xFFFF) high[i / 8] |= (uint8_t)(1 << i % 8);
    }
  }
  gen_numbers("uint16_t", "big5_low", low, LEADS * TRAILS, sizeof *low);
  gen_numbers("uint8_t", "big5_high", high, sizeof high, 1);
  ucnv_close(hong_kong);
  ucnv_close(plain);
}

static void print_fours(void) {
  UConverter *converter = open_converter("gb18030");
  UChar32 expected = -1;
  printf("static const four_range four_ranges[] = {\n");
  for (int i = 0; i < FOURS; i++) {
    UErrorCode error = U_ZERO_ERROR;
    char bytes[4] = {(char)(0x81 + i / 12600), (char)(0x30 + i / 1260 % 10), (char)(0x81 + i / 10 % 126), (char)(0x30 + i % 10)};
    UChar out[4] = {0};
    ucnv_toUChars(converter, out, 4, bytes, 4, &error);
    if (out[0] != expected) printf("{%d,%d},\n", i, out[0]);
    expected = out[0] + 1;
  }
  printf("};\n");
  ucnv_close(converter);
}

int main(void) {
  printf("/* Made by ext/gen/gen_big5.c from ICU %s. */\n", U_ICU_VERSION);
  print_big5();
  print_fours();
  return 0;
}
