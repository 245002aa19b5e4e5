/* gen_variant variants.tsv spun.tsv > variant.inc: what the normal form of every character is.
**
** A character's normal form is found in three steps: width and compatibility forms are folded (Ａ → A, ⼈ → 人), our own list is
** asked, then ICU's transliterator Traditional-Simplified. The table keeps the difference (normal form XOR character), so that the
** many pages of characters that stay as they are share one page of zeros; LT_VARIANT_MARK stands where the character alone does
** not decide: 著 is 着, but not in 著名. For those the words of variants.tsv are written out beside it. The keys of spun.tsv are marked too.
**
** Limits: one character for one. A normal form beyond U+FFFF is kept in a short list of its own. */
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/utrans.h>

#include "gen/table.h"

enum { MARK = 0xFFFF, ROOM = 64, WORDS = 1 << 13, PLANES = 0x30000 };

typedef struct word {
  UChar written[ROOM], simplified[ROOM];
  int length;
} word;

static uint32_t normal[PLANES];
static uint8_t own[PLANES]; /* decided by variants.tsv */
static uint8_t marked[0x10000];
static word words[WORDS];
static int word_count;

static int is_fold(UChar32 c) {
  if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A) || c == 0xFF05) return 1;
  return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

/* Forms that Unicode's own folding does not bring to what Chinese text writes. */
static UChar32 fold_by_hand(UChar32 c) {
  static const UChar32 pairs[][2] = {
      {0xFE50, 0xFF0C}, {0xFE51, 0x3001}, {0xFE52, 0x3002}, {0xFE54, 0xFF1B}, {0xFE55, 0xFF1A}, {0xFE56, 0xFF1F}, {0xFE57, 0xFF01},
      {0xFE59, 0xFF08}, {0xFE5A, 0xFF09}, {0xFE6A, '%'},    {0xFF61, 0x3002}, {0xFF62, 0x300C}, {0xFF63, 0x300D}, {0xFF64, 0x3001},
      {0xFE41, 0x300C}, {0xFE42, 0x300D}, {0xFE43, 0x300E}, {0xFE44, 0x300F}, {0x2027, 0x00B7}, {0x30FB, 0x00B7}, {0xFF65, 0x00B7},
      {0x3000, ' '},    {0x202F, ' '},    {0x205F, ' '},    {'\t', '\t'},     {0x2028, '\n'},   {0x2029, '\n'},   {0x000B, '\n'},
      {0x000C, '\n'}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    if (pairs[i][0] == c) return pairs[i][1];
  }
  return c >= 0x2000 && c <= 0x200A ? ' ' : c;
}

static UChar32 fold(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  UChar in[4], out[ROOM];
  int32_t n = 0;
  if (!is_fold(c)) return fold_by_hand(c);
  U16_APPEND_UNSAFE(in, n, c);
  int32_t length = unorm2_normalize(unorm2_getNFKCInstance(&error), in, n, out, ROOM, &error);
  gen_check(error, "NFKC");
  UChar32 folded = 0;
  int32_t at = 0;
  U16_NEXT(out, at, length, folded);
  return at == length ? folded : c;
}

static UChar32 transliterated(UTransliterator *t, UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  UChar text[ROOM];
  int32_t length = 0, at = 0;
  U16_APPEND_UNSAFE(text, length, c);
  int32_t limit = length;
  utrans_transUChars(t, text, &length, ROOM, 0, &limit, &error);
  gen_check(error, "Traditional-Simplified");
  UChar32 out = 0;
  U16_NEXT(text, at, length, out);
  return at == length ? out : c;
}

static UTransliterator *open_transliterator(const char *name) {
  UErrorCode error = U_ZERO_ERROR;
  UChar id[ROOM];
  gen_units(id, ROOM, name);
  UTransliterator *t = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
  gen_check(error, name);
  return t;
}

static UChar32 single(const UChar *text, int length) {
  int32_t at = 0;
  UChar32 c = 0;
  U16_NEXT(text, at, length, c);
  return at == length ? c : -1;
}

static void read_line(gen_line *line) {
  UChar written[ROOM], simplified[ROOM];
  char *rest = line->text;
  int length = gen_units(written, ROOM, gen_column(&rest)), other = gen_units(simplified, ROOM, gen_column(&rest));
  if (*rest == 0) gen_stop(line, "a line wants a witness");
  UChar32 c = single(written, length), to = single(simplified, other);
  if (c >= 0 && to >= 0) {
    normal[c] = (uint32_t)to;
    own[c] = 1;
    return;
  }
  if (length != other || length > 15 || word_count == WORDS) gen_stop(line, "a word answers character by character");
  word *w = &words[word_count++];
  memcpy(w->written, written, sizeof written);
  memcpy(w->simplified, simplified, sizeof simplified);
  w->length = length;
}

static void fill_normal(const char *path) {
  gen_line line;
  gen_open(&line, path);
  while (gen_next(&line)) read_line(&line);
  UTransliterator *t = open_transliterator("Traditional-Simplified");
  for (UChar32 c = 0; c < PLANES; c++) {
    if (own[c]) continue;
    UChar32 folded = U_IS_SURROGATE(c) ? c : fold(c);
    normal[c] = own[folded] ? normal[folded] : folded < 0x3400 || U_IS_SURROGATE(c) ? (uint32_t)folded : (uint32_t)transliterated(t, folded);
  }
  utrans_close(t);
  for (UChar32 c = 0; c < PLANES; c++) normal[c] = normal[normal[c]]; /* 薴 → 苧 → 苎 */
}

/* Characters for which some word says otherwise than the character by itself. */
static void mark_by_sense(void) {
  for (int i = 0; i < word_count; i++) {
    for (int k = 0; k < words[i].length; k++) {
      if (normal[words[i].written[k]] != words[i].simplified[k]) marked[words[i].written[k]] = 1;
    }
  }
}

static uint8_t is_key[0x10000];

static void read_keys(const char *path) {
  gen_line line;
  gen_open(&line, path);
  while (gen_next(&line)) {
    UChar key[2];
    char *rest = line.text;
    gen_column(&rest);
    gen_column(&rest);
    gen_units(key, 2, gen_column(&rest));
    is_key[key[0]] = 1;
  }
}

/* Characters that a repair looks at, or that text does not keep. */
static int is_special(UChar32 c) {
  if (c < 0x20) return c != '\n' && c != '\t' && c != 0x0B && c != 0x0C;
  if (c == '?' || c == '(' || c == '&' || (c >= 0x7F && c <= 0xFF)) return 1;
  if (c == 0xFF08 || c == 0xFF0E || c == 0xFEFF || c == 0xFFFD) return 1;
  if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F)) return 1;
  return c >= 0xD800 && c <= 0xF8FF;
}

/* For the first two bytes of a character of three, as one number, where its page begins in lt_variant_pages. What begins no such character
** has the page of a surrogate, on which all is marked. */
static void print_wide(const uint16_t *index) {
  static uint16_t wide[0x10000];
  for (int first = 0; first < 0x100; first++) {
    for (int second = 0; second < 0x100; second++) {
      int page = (first & 0xF) << 6 | (second & 0x3F);
      int is_pair = (first & 0xF0) == 0xE0 && (second & 0xC0) == 0x80 && page >= 0x800 >> 6;
      wide[second << 8 | first] = (uint16_t)(64 * index[is_pair ? page : 0xD800 >> 6]);
    }
  }
  gen_shared("uint16_t", "lt_variant_wide", wide, 0x10000, sizeof *wide);
}

static void print_table(void) {
  static uint16_t pages[0x10000], index[1024];
  for (UChar32 c = 0; c < 0x10000; c++) {
    pages[c] = is_special(c) || marked[c] || is_key[c] || normal[c] > 0xFFFF ? MARK : (uint16_t)(normal[c] ^ (uint32_t)c);
  }
  size_t count = gen_share_pages(pages, sizeof *pages, index);
  gen_shared("uint16_t", "lt_variant_index", index, 1024, sizeof *index);
  print_wide(index);
  gen_shared("uint16_t", "lt_variant_pages", pages, count * 64, sizeof *pages);
}

static UConverter *open_converter(const char *name) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &error);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
  gen_check(error, name);
  return converter;
}

/* The two bytes of a character, -1 where it has not two. */
static int bytes_of(UConverter *converter, UChar c) {
  UErrorCode error = U_ZERO_ERROR;
  char bytes[8];
  int32_t n = ucnv_fromUChars(converter, bytes, sizeof bytes, &c, 1, &error);
  return U_SUCCESS(error) && n == 2 ? (uint8_t)bytes[0] << 8 | (uint8_t)bytes[1] : -1;
}

static int is_gb2312(UConverter *gbk, UChar c) {
  int bytes = bytes_of(gbk, c);
  return bytes >= 0xB0A1 && bytes <= 0xF7FE && (bytes & 0xFF) >= 0xA1;
}

/* For each character by sense: what it is by itself, whether simplified text writes it too, and where its words begin. */
static void print_senses(void) {
  UConverter *gbk = open_converter("GBK");
  static uint16_t text[WORDS * ROOM];
  size_t text_length = 0, uses = 0;
  printf("static const sense_use sense_uses[] = {\n");
  static struct { UChar c; size_t first, end; int plain; } senses[0x10000];
  size_t count = 0;
  for (int c = 0; c < 0x10000; c++) {
    if (!marked[c]) continue;
    senses[count].c = (UChar)c;
    senses[count].first = uses;
    senses[count].plain = is_gb2312(gbk, (UChar)c);
    for (int i = 0; i < word_count; i++) {
      for (int k = 0; k < words[i].length; k++) {
        if (words[i].written[k] != c) continue;
        printf("{%zu,%d,%d,%u},\n", text_length, words[i].length, k, (unsigned)words[i].simplified[k]);
        memcpy(text + text_length, words[i].written, (size_t)words[i].length * sizeof *text);
        text_length += (size_t)words[i].length;
        uses++;
      }
    }
    senses[count++].end = uses;
  }
  printf("};\nstatic const sense senses[] = {\n");
  for (size_t i = 0; i < count; i++) {
    printf("{%u,%u,%d,%zu,%zu},\n", (unsigned)senses[i].c, (unsigned)normal[senses[i].c], senses[i].plain, senses[i].first, senses[i].end);
  }
  printf("};\n");
  gen_numbers("uint16_t", "sense_text", text, text_length, sizeof *text);
  ucnv_close(gbk);
}

static void print_rare(void) {
  printf("static const rare rares[] = {\n");
  for (UChar32 c = 0; c < PLANES; c++) {
    if (normal[c] != (uint32_t)c && (c > 0xFFFF || normal[c] > 0xFFFF)) printf("{%u,%u},\n", (unsigned)c, (unsigned)normal[c]);
  }
  printf("};\n");
}

/* Characters that only simplified text writes: another stands for them in traditional text, and Big5 does not have them (it has 后 and 里). */
static void print_simplified_only(void) {
  static uint32_t bits[0xA000 / 32];
  UTransliterator *t = open_transliterator("Simplified-Traditional");
  UConverter *big5 = open_converter("Big5");
  for (UChar32 c = 0x4E00; c < 0xA000; c++) {
    UChar32 back = transliterated(t, c);
    if (normal[c] == (uint32_t)c && back != c && normal[back] == (uint32_t)c && bytes_of(big5, (UChar)c) < 0) bits[c / 32] |= 1u << c % 32;
  }
  utrans_close(t);
  ucnv_close(big5);
  gen_numbers("uint32_t", "simplified_only", bits + 0x4E00 / 32, (0xA000 - 0x4E00) / 32, sizeof *bits);
}

/* The usual traditional form of characters that have another one. */
static void print_traditional(void) {
  UTransliterator *t = open_transliterator("Simplified-Traditional");
  printf("static const form forms[] = {\n");
  for (UChar32 c = 0x4E00; c < 0xA000; c++) {
    UChar32 back = transliterated(t, c);
    if (back != c && back < 0x10000 && normal[back] == (uint32_t)c) printf("{%u,%u},\n", (unsigned)c, (unsigned)back);
  }
  printf("};\n");
  utrans_close(t);
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: gen_variant variants.tsv spun.tsv > variant.inc\n");
    return 1;
  }
  fill_normal(argv[1]);
  mark_by_sense();
  read_keys(argv[2]);
  printf("/* Made by ext/gen/gen_variant.c from ICU %s and ext/data/variants.tsv. */\n", U_ICU_VERSION);
  print_table();
  print_senses();
  print_rare();
  print_simplified_only();
  print_traditional();
  return 0;
}
