/* gen_words common.tsv language.tsv > words.inc: words of the language and how usual they are, for ext/lexicon/segment.c.
**
** Source: the word list of ICU's word breaker (gen/cjdict.h), brought to simplified characters, common.tsv and language.tsv. ICU's list was
** counted from running text and has much that only stands together often: what begins or ends in 的 or 了 is left out, and what
** language.tsv calls none. A word that its parts outweigh would never be chosen and is left out too; words of signs, kana and Latin letters
** need no list.
**
** A word of two characters, or the first two of a longer one, is a pair; pairs lie in groups by their hash. What follows the pair in
** longer words lies in one pool of 16-bit numbers, in order of the third character: cost × 256 + how many characters follow, and these. */
#include <unicode/utrans.h>

#include "gen/cjdict.h"
#include "lexicon/words.h"

enum { WORDS = 1 << 20, SINGLES = LT_WORDS_LAST - LT_WORDS_FIRST + 1, COMMON_WORD = 62, UNKNOWN = 200, POOL = 1 << 20 };

typedef struct word {
  UChar text[LT_WORD_LONGEST + 1]; /* ended by 0; empty: unused */
  uint8_t length, cost;
} word;

static word words[WORDS]; /* by hash, then sorted */
static uint8_t singles[SINGLES];
static UTransliterator *simplifier;

static word *find(const UChar *text, int length) {
  uint32_t hash = 2166136261u;
  for (int i = 0; i < length; i++) hash = (hash ^ text[i]) * 16777619u;
  word *w = &words[(hash ^ hash >> 15) % WORDS];
  while (w->length && (w->length != length || memcmp(w->text, text, (size_t)length * sizeof *text))) w = w + 1 < words + WORDS ? w + 1 : words;
  return w;
}

static int is_han(UChar c) { return c >= LT_WORDS_FIRST && c <= LT_WORDS_LAST; }

static void add_word(const UChar *text, int length, int cost) {
  UErrorCode error = U_ZERO_ERROR;
  UChar simple[64];
  int32_t n = length, limit = length;
  if (length < 1 || length > LT_WORD_LONGEST || cost >= LT_NO_WORD) return;
  memcpy(simple, text, (size_t)length * sizeof *text);
  utrans_transUChars(simplifier, simple, &n, 64, 0, &limit, &error);
  gen_check(error, "Traditional-Simplified");
  for (int i = 0; i < n; i++) {
    if (!is_han(simple[i])) return;
  }
  if (n == 1) {
    uint8_t *single = &singles[simple[0] - LT_WORDS_FIRST];
    if (cost < *single) *single = (uint8_t)cost;
    return;
  }
  word *w = find(simple, n);
  if (w->length && w->cost <= cost) return;
  memcpy(w->text, simple, (size_t)n * sizeof *simple);
  w->length = (uint8_t)n;
  w->cost = (uint8_t)cost;
}

static void add_dictionary_word(const UChar *text, int length, int cost) {
  static const UChar de = 0x7684, le = 0x4E86;
  UChar first = text[0], last = text[length - 1];
  if (length == 1 || (first != de && first != le && last != de && last != le)) add_word(text, length, cost);
}

/* Words of a file; where its second column says none, they are taken away. */
static void read_own_words(const char *file) {
  gen_line line;
  gen_open(&line, file);
  while (gen_next(&line)) {
    UChar text[1 << 11];
    char *rest = line.text;
    int length = gen_units(text, 1 << 11, gen_column(&rest));
    if (strcmp(gen_column(&rest), "none") != 0) add_word(text, length, COMMON_WORD);
    else if (length <= LT_WORD_LONGEST) find(text, length)->cost = LT_NO_WORD;
  }
}

/* Does cutting a word into others cost no more than the word? */
static int is_outweighed(const word *whole) {
  int best[LT_WORD_LONGEST + 1] = {0};
  for (int end = 1; end <= whole->length; end++) {
    best[end] = best[end - 1] + singles[whole->text[end - 1] - LT_WORDS_FIRST];
    for (int begin = 0; begin + 1 < end; begin++) {
      const word *part = find(whole->text + begin, end - begin);
      if (part != whole && part->length && best[begin] + part->cost < best[end]) best[end] = best[begin] + part->cost;
    }
  }
  return best[whole->length] <= whole->cost;
}

static uint32_t group_of(const word *w) { return lt_words_group(w->text[0], w->text[1]); }

/* By group, then by text; unused ones last. */
static int in_order(const void *a, const void *b) {
  const word *x = a, *y = b;
  if (!x->length || !y->length) return !x->length - !y->length;
  uint32_t g = group_of(x), h = group_of(y);
  if (g != h) return g < h ? -1 : 1;
  return u_strcmp(x->text, y->text);
}

static uint32_t drop_outweighed(void) {
  static uint8_t dropped[WORDS];
  uint32_t count = 0;
  for (uint32_t i = 0; i < WORDS; i++) dropped[i] = words[i].length && is_outweighed(&words[i]);
  for (uint32_t i = 0; i < WORDS; i++) {
    if (dropped[i]) words[i] = (word){{0}, 0, 0};
    count += words[i].length > 0;
  }
  return count;
}

static void print_words(uint32_t count) {
  static lt_word_pair pairs[WORDS];
  static uint16_t pool[POOL];
  static uint32_t groups[LT_WORDS_GROUPS + 1];
  uint32_t pair_count = 0, used = 0;
  for (uint32_t i = 0; i < count; i++) {
    const word *w = &words[i];
    lt_word_pair *last = pair_count ? &pairs[pair_count - 1] : NULL;
    if (!last || last->first != w->text[0] || last->second != w->text[1]) {
      groups[group_of(w) + 1]++;
      last = &pairs[pair_count++];
      *last = (lt_word_pair){w->text[0], w->text[1], used << 8 | LT_NO_WORD};
    }
    if (w->length == 2) {
      last->longer = (last->longer & ~UINT32_C(0xFF)) | w->cost;
      continue;
    }
    pool[used++] = (uint16_t)(w->cost << 8 | (w->length - 2));
    for (int k = 2; k < w->length; k++) pool[used++] = w->text[k];
    if (used > POOL - LT_WORD_LONGEST) exit(1);
  }
  for (uint32_t g = 0; g < LT_WORDS_GROUPS; g++) groups[g + 1] += groups[g];
  printf("static const lt_word_pair word_pairs[] = {\n");
  for (uint32_t i = 0; i < pair_count; i++) printf("{%u,%u,%uu},%s", pairs[i].first, pairs[i].second, pairs[i].longer, i % 8 == 7 ? "\n" : "");
  printf("{0,0,%uu}};\n", used << 8);
  gen_numbers("uint16_t", "word_ends", pool, used, sizeof *pool);
  gen_numbers("uint32_t", "word_groups", groups, LT_WORDS_GROUPS + 1, sizeof *groups);
}

int main(int argc, char **argv) {
  UErrorCode error = U_ZERO_ERROR;
  UChar id[64];
  if (argc < 2) {
    fprintf(stderr, "usage: gen_words WORDS.tsv… > words.inc\n");
    return 2;
  }
  gen_units(id, 64, "Traditional-Simplified");
  simplifier = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
  gen_check(error, "Traditional-Simplified");
  memset(singles, UNKNOWN, sizeof singles);
  gen_read_cjdict(add_dictionary_word);
  for (int i = 1; i < argc; i++) read_own_words(argv[i]);
  uint32_t count = drop_outweighed();
  qsort(words, WORDS, sizeof *words, in_order);
  printf("/* Made by ext/gen/gen_words.c from ICU %s and ext/data. */\n", U_ICU_VERSION);
  gen_numbers("uint8_t", "word_singles", singles, SINGLES, 1);
  print_words(count);
  utrans_close(simplifier);
  return 0;
}
