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
#include <unicode/udata.h>
#include <unicode/utrans.h>

#include "gen/table.h"

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

/* ICU's trie of 16-bit units (ucharstrie.h tells its format), walked from end to end. */
static UChar path[256];

static int32_t read_value(const uint16_t **at, int lead) {
  const uint16_t *p = *at;
  int32_t value = lead < 0x4000 ? lead : lead < 0x7FFF ? (lead - 0x4000) << 16 | p[0] : p[0] << 16 | p[1];
  *at = p + (lead < 0x4000 ? 0 : lead < 0x7FFF ? 1 : 2);
  return value;
}

static int32_t read_node_value(const uint16_t **at, int lead) {
  const uint16_t *p = *at;
  int32_t value = lead < 0x4040 ? (lead >> 6) - 1 : lead < 0x7FC0 ? ((lead & 0x7FC0) - 0x4040) << 10 | p[0] : p[0] << 16 | p[1];
  *at = p + (lead < 0x4040 ? 0 : lead < 0x7FC0 ? 1 : 2);
  return value;
}

static int32_t read_delta(const uint16_t **at) {
  const uint16_t *p = *at;
  int32_t delta = *p++;
  if (delta == 0xFFFF) delta = p[0] << 16 | p[1], p += 2;
  else if (delta >= 0xFC00) delta = (delta - 0xFC00) << 16 | *p++;
  *at = p;
  return delta;
}

static void walk(const uint16_t *p, int depth);

static void walk_branch(const uint16_t *p, int depth, int choices) {
  while (choices > 5) {
    p++;
    int32_t less = read_delta(&p);
    walk_branch(p + less, depth, choices >> 1);
    choices -= choices >> 1;
  }
  for (; choices > 1; choices--) {
    path[depth] = *p++;
    int lead = *p++;
    int32_t value = read_value(&p, lead & 0x7FFF);
    if (lead & 0x8000) add_word(path, depth + 1, value);
    else walk(p + value, depth + 1);
  }
  path[depth] = *p++;
  walk(p, depth + 1);
}

static void walk(const uint16_t *p, int depth) {
  int lead = *p++;
  while (depth < 200) {
    if (lead & 0x8000) {
      add_word(path, depth, read_value(&p, lead & 0x7FFF));
      return;
    }
    if (lead >= 0x40) {
      add_word(path, depth, read_node_value(&p, lead));
      lead &= 0x3F;
    } else if (lead >= 0x30) {
      for (int n = lead - 0x2F; n > 0; n--) path[depth++] = *p++;
      lead = *p++;
    } else {
      int choices = lead ? lead : *p++;
      walk_branch(p, depth, choices + 1);
      return;
    }
  }
}

static void read_dictionary(void) {
  UErrorCode error = U_ZERO_ERROR;
  UDataMemory *data = udata_open(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", &error);
  gen_check(error, "cjdict");
  const int32_t *index = udata_getMemory(data);
  if ((index[4] & 7) != 1) { /* 0: a trie of bytes, 1: of 16-bit units */
    fprintf(stderr, "cjdict: unknown kind of trie\n");
    exit(1);
  }
  walk((const uint16_t *)((const char *)index + index[0]), 0);
  udata_close(data);
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
  read_dictionary();
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
