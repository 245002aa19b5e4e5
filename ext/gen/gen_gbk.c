/* gen_gbk > gbk.inc: the two-byte codes of GB18030 in both directions, from ICU's converter.
**
** Decoding: [lead 81..FE][trail 40..FE without 7F] → character; the user-defined zones are Unicode's private use, as on every system
** that reads GBK. Encoding: pages of 64 characters, equal ones shared; 0 where a character has no two bytes. Foldings: what compatibility
** forms of GBK become where a program folds them (NFKC), in order. */
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>

#include "gen/table.h"

enum { LEADS = 126, TRAILS = 190 };

static uint16_t decode[LEADS][TRAILS], encode[0x10000];

static UChar decode_pair(UConverter *converter, int lead, int trail) {
  UErrorCode error = U_ZERO_ERROR;
  char bytes[2] = {(char)lead, (char)trail};
  UChar out[4] = {0};
  int32_t n = ucnv_toUChars(converter, out, 4, bytes, 2, &error);
  return U_SUCCESS(error) && n == 1 && out[0] != 0xFFFD ? out[0] : 0;
}

static void fill(void) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open("gb18030", &error);
  gen_check(error, "gb18030");
  for (int lead = 0x81; lead <= 0xFE; lead++) {
    for (int trail = 0x40; trail <= 0xFE; trail++) {
      if (trail == 0x7F) continue;
      UChar c = decode_pair(converter, lead, trail);
      decode[lead - 0x81][trail - 0x40 - (trail > 0x7F)] = c;
      if (c && encode[c] == 0) encode[c] = (uint16_t)(lead << 8 | trail);
    }
  }
  ucnv_close(converter);
}

static void print_encoding(void) {
  static uint16_t pages[0x10000], index[1024];
  memcpy(pages, encode, sizeof pages);
  size_t count = gen_share_pages(pages, sizeof *pages, index);
  gen_numbers("uint16_t", "gbk_page_of", index, 1024, sizeof *index);
  gen_numbers("uint16_t", "gbk_pages", pages, count * 64, sizeof *pages);
}

enum { LONGEST_FOLDING = 4 };

typedef struct folding {
  UChar text[LONGEST_FOLDING + 1];
  uint16_t code;
} folding;

static int in_order(const void *a, const void *b) {
  const folding *x = a, *y = b;
  int32_t order = u_strcmp(x->text, y->text);
  return order ? order : (y->code > x->code) - (y->code < x->code);
}

/* Folds a character; false where that changes nothing, or gives an accent with a space to carry it. */
static bool fold(const UNormalizer2 *nfkc, UChar c, folding *out) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t n = unorm2_normalize(nfkc, &c, 1, out->text, LONGEST_FOLDING + 1, &error);
  out->code = encode[c];
  return error == U_ZERO_ERROR && n > 0 && n <= LONGEST_FOLDING && !(n == 1 && out->text[0] == c) && out->text[0] != ' ';
}

static void print_foldings(void) {
  static folding foldings[1024];
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&error);
  gen_check(error, "NFKC");
  size_t count = 0;
  for (uint32_t c = 0x80; c < 0x10000; c++) {
    if (encode[c] && fold(nfkc, (UChar)c, &foldings[count])) count++;
  }
  qsort(foldings, count, sizeof *foldings, in_order);
  printf("static const lt_gbk_folding gbk_foldings[] = {\n");
  for (size_t i = 0; i < count; i++) {
    const folding *f = &foldings[i];
    printf("  {{%d, %d, %d, %d}, %d, %d},\n", f->text[0], f->text[1], f->text[2], f->text[3], u_strlen(f->text), f->code);
  }
  printf("};\n");
}

int main(void) {
  fill();
  printf("/* Made by ext/gen/gen_gbk.c from ICU %s. */\n", U_ICU_VERSION);
  gen_numbers("uint16_t", "gbk_characters", decode, LEADS * TRAILS, sizeof decode[0][0]);
  print_encoding();
  print_foldings();
  return 0;
}
