/* gen_pinyin > pinyin.inc: the syllables of Mandarin and the most usual reading of every Han character, from ICU's Han-Latin.
**
** A reading is 8 times the number of its syllable plus its tone, 1 to 4, 5 for none; 0 where ICU has none. Syllables are written
** without tone marks (lü with ü), in alphabetical order of their UTF-16 units. Limits: one reading a character. */
#include <unicode/unorm2.h>
#include <unicode/utrans.h>

#include "gen/table.h"

enum { FIRST = 0x4E00, LAST = 0x9FFF, LONGEST = 6, SYLLABLES = 1024 };

typedef struct syllable {
  UChar letters[LONGEST + 2];
} syllable;

static syllable syllables[SYLLABLES];
static int count;

/* Takes the tone off a syllable: 1 macron, 2 acute, 3 caron, 4 grave, 5 none. ü keeps its dots. */
static int take_tone(const UChar *marked, int length, syllable *out) {
  UErrorCode error = U_ZERO_ERROR;
  UChar apart[32], letters[32];
  int tone = 5, n = 0;
  int32_t apart_length = unorm2_normalize(unorm2_getNFDInstance(&error), marked, length, apart, 32, &error);
  for (int i = 0; i < apart_length; i++) {
    static const UChar marks[] = {0x304, 0x301, 0x30C, 0x300};
    int is_tone = 0;
    for (int t = 0; t < 4; t++) {
      if (apart[i] == marks[t]) tone = t + 1, is_tone = 1;
    }
    if (!is_tone) letters[n++] = apart[i];
  }
  memset(out, 0, sizeof *out);
  int32_t whole = unorm2_normalize(unorm2_getNFCInstance(&error), letters, n, out->letters, LONGEST + 1, &error);
  return U_SUCCESS(error) && whole > 0 && whole <= LONGEST ? tone : 0;
}

static int compare(const void *a, const void *b) { return u_strcmp(((const syllable *)a)->letters, ((const syllable *)b)->letters); }

static int reading(UTransliterator *t, UChar c, syllable *out) {
  UErrorCode error = U_ZERO_ERROR;
  UChar text[32] = {c};
  int32_t length = 1, limit = 1;
  utrans_transUChars(t, text, &length, 32, 0, &limit, &error);
  return U_SUCCESS(error) && length && text[0] != c ? take_tone(text, length, out) : 0;
}

static void keep_syllable(const syllable *s) {
  for (int i = 0; i < count; i++) {
    if (compare(s, &syllables[i]) == 0) return;
  }
  if (count < SYLLABLES) syllables[count++] = *s;
}

int main(void) {
  UErrorCode error = U_ZERO_ERROR;
  UChar id[32];
  gen_units(id, 32, "Han-Latin");
  UTransliterator *t = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
  gen_check(error, "Han-Latin");
  static syllable of[LAST - FIRST + 1];
  static uint8_t tones[LAST - FIRST + 1];
  static uint16_t readings[LAST - FIRST + 1];
  for (int c = FIRST; c <= LAST; c++) {
    tones[c - FIRST] = (uint8_t)reading(t, (UChar)c, &of[c - FIRST]);
    if (tones[c - FIRST]) keep_syllable(&of[c - FIRST]);
  }
  qsort(syllables, (size_t)count, sizeof *syllables, compare);
  for (int i = 0; i <= LAST - FIRST; i++) {
    const syllable *s = tones[i] ? bsearch(&of[i], syllables, (size_t)count, sizeof *syllables, compare) : NULL;
    readings[i] = s ? (uint16_t)((s - syllables) * 8 + tones[i]) : 0;
  }
  printf("/* Made by ext/gen/gen_pinyin.c from ICU %s. */\nstatic const lt_char syllables[][%d] = {\n", U_ICU_VERSION, LONGEST + 1);
  for (int i = 0; i < count; i++) {
    printf("{");
    for (int k = 0; k < LONGEST; k++) printf("%u,", (unsigned)syllables[i].letters[k]);
    printf("0},\n");
  }
  printf("};\n");
  gen_numbers("uint16_t", "readings", readings, LAST - FIRST + 1, sizeof *readings);
  utrans_close(t);
  return 0;
}
