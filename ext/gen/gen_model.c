/* gen_model common.tsv NAMES.tsv … > model.inc: how likely one Han character is behind another.
**
** Source: the word list with frequencies that ICU's word breaker ships (cjdict, a trie of some 250,000 Chinese words, where a word of
** cost k has the frequency e^(-k/10)), and the words and names of ext/data. Words are brought to simplified characters; from them come
**   start  the cost of a character as the first of a word,
**   end    the cost of a word's being over behind a character,
**   pairs  the cost of one character directly behind another, where being inside a word makes it likelier than end and start do.
** Costs are -10 ln p. Rare words (cost above RAREST) are left out: they would double the table and hardly change a choice.
**
** Limits: characters only, one back; what a sentence means is beyond it. */
#include <math.h>
#include <unicode/utrans.h>

#include "gen/cjdict.h"

enum { FIRST = 0x4E00, LAST = 0x9FA5, HAN = LAST - FIRST + 1, LONGEST = 24, RAREST = 145, NAME = 105, COMMON_WORD = 62, COMMON_SHARE = 1400 /* per million */, PAIRS = 1 << 19 };

typedef struct pair {
  uint16_t first, second; /* second == 0: unused */
  float weight;
} pair;

static pair pairs[PAIRS];
static double alone[HAN], start[HAN], end[HAN], total;
static UTransliterator *simplifier;

static pair *find_pair(UChar first, UChar second) {
  uint32_t slot = ((uint32_t)first * 40503u ^ (uint32_t)second * 2654435761u) >> 7 & (PAIRS - 1);
  while (pairs[slot].second && (pairs[slot].first != first || pairs[slot].second != second)) slot = (slot + 1) & (PAIRS - 1);
  pairs[slot].first = first;
  pairs[slot].second = second;
  return &pairs[slot];
}

static int is_han(UChar c) { return c >= FIRST && c <= LAST; }

static void add_word(const UChar *word, int length, int cost) {
  UErrorCode error = U_ZERO_ERROR;
  UChar w[64];
  int32_t n = length, limit = length;
  if (length == 0 || length > LONGEST || cost > RAREST) return;
  for (int i = 0; i < length; i++) {
    if (!is_han(word[i])) return;
  }
  memcpy(w, word, (size_t)length * sizeof *w);
  utrans_transUChars(simplifier, w, &n, 64, 0, &limit, &error);
  gen_check(error, "Traditional-Simplified");
  double weight = exp(-cost / 10.0);
  for (int i = 0; i < n; i++) {
    if (!is_han(w[i])) return;
  }
  total += weight;
  start[w[0] - FIRST] += weight;
  end[w[n - 1] - FIRST] += weight;
  for (int i = 0; i < n; i++) alone[w[i] - FIRST] += weight;
  for (int i = 0; i + 1 < n; i++) find_pair(w[i], w[i + 1])->weight += (float)weight;
}

/* The first two columns of a file of names or words: every stretch of Han characters in them is a word. */
static void read_own_words(const char *file, int cost) {
  gen_line line;
  gen_open(&line, file);
  while (gen_next(&line)) {
    char *rest = line.text;
    for (int column = 0; column < 2; column++) {
      UChar text[1 << 11];
      int length = gen_units(text, 1 << 11, gen_column(&rest)), from = 0;
      for (int i = 0; i <= length; i++) {
        if (i < length && is_han(text[i])) continue;
        if (i - from > 1) add_word(text + from, i - from, cost);
        from = i + 1;
      }
    }
  }
}

static uint8_t cost_of(double p) {
  double cost = p > 0 ? -10 * log(p) : 255;
  return cost < 0 ? 0 : cost > 200 ? 200 : (uint8_t)(cost + 0.5);
}

static int by_place(const void *a, const void *b) {
  const pair *p = a, *q = b;
  return p->first != q->first ? (p->first < q->first ? -1 : 1) : (p->second > q->second) - (p->second < q->second);
}

static void print_pairs(void) {
  static uint32_t rows[HAN + 1];
  static uint16_t seconds[PAIRS];
  static uint8_t costs[PAIRS];
  uint32_t count = 0;
  qsort(pairs, PAIRS, sizeof *pairs, by_place);
  for (int i = 0, row = 0; i <= PAIRS; i++) {
    if (i < PAIRS && pairs[i].second == 0) continue;
    int until = i < PAIRS ? pairs[i].first - FIRST : HAN;
    while (row <= until) rows[row++] = count;
    if (i == PAIRS) break;
    int a = pairs[i].first - FIRST, b = pairs[i].second - FIRST;
    double inside = pairs[i].weight / alone[a], across = end[a] / alone[a] * start[b] / total;
    if (inside < across) continue;
    seconds[count] = pairs[i].second;
    costs[count++] = cost_of(inside + across);
  }
  gen_numbers("uint32_t", "model_rows", rows, HAN + 1, sizeof *rows);
  gen_numbers("lt_char", "model_seconds", seconds, count, sizeof *seconds);
  gen_numbers("uint8_t", "model_costs", costs, count, sizeof *costs);
}

/* The most common characters, in code order. */
static void print_common(void) {
  static uint16_t common[HAN];
  size_t count = 0;
  for (int i = 0; i < HAN; i++) {
    if (alone[i] > total * COMMON_SHARE / 1e6) common[count++] = (uint16_t)(FIRST + i);
  }
  gen_numbers("lt_char", "model_common", common, count, sizeof *common);
}

int main(int argc, char **argv) {
  UErrorCode error = U_ZERO_ERROR;
  UChar id[64];
  gen_units(id, 64, "Traditional-Simplified");
  simplifier = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
  gen_check(error, "Traditional-Simplified");
  gen_read_cjdict(add_word);
  for (int i = 1; i < argc; i++) read_own_words(argv[i], i == 1 ? COMMON_WORD : NAME);
  static uint8_t starts[HAN], ends[HAN];
  for (int i = 0; i < HAN; i++) {
    starts[i] = cost_of(start[i] / total);
    ends[i] = alone[i] > 0 ? cost_of(end[i] / alone[i]) : 0;
  }
  printf("/* Made by ext/gen/gen_model.c from ICU %s and ext/data. */\n", U_ICU_VERSION);
  gen_numbers("uint8_t", "model_starts", starts, HAN, 1);
  gen_numbers("uint8_t", "model_ends", ends, HAN, 1);
  print_pairs();
  print_common();
  utrans_close(simplifier);
  return 0;
}
