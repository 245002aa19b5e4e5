/* gen_collation > collation.inc: the weights by which ICU orders text for zh, pinyin, as dense numbers.
**
** A character is an element, or several (æ is a and e), with a weight on each of three levels; 0: passed over there. ICU's iterator of
** elements does not know that zh moves Chinese characters before letters; here weights of the first level are sorted anew: what stands
** before letters first (signs, digits), then Chinese, then the rest.
**
** Listed are all characters of 16 bits but Hangul syllables, which are composed of their letters, and beyond them signs and the ideographs that
** have a reading. So are contractions, two or three characters that weigh otherwise together (重庆, a letter and its accent). Limits: ideographs of
** the upper planes without a reading come behind all others, in code order instead of by radical; a contraction is seen only where nothing stands
** between its characters. */
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/ucoleitr.h>
#include <unicode/uset.h>

#include "gen/table.h"
#include "text/collation_table.h"

enum { PLANES = 0x33480, MOST = 32, WEIGHTS = 1 << 18, ROOM = 1 << 15 };

/* Ideographs that pinyin orders have weights of their own below this; others follow. */
static const uint32_t FIRST_IMPLICIT = 0xFA000000, BEHIND_HAN = 0xFE000000;

typedef struct element {
  uint32_t weight[3];
} element;

typedef struct spelling {
  element at[MOST];
  int count;
} spelling;

/* The distinct weights of each level, sorted; their numbers begin with 1. */
static uint32_t weights[3][WEIGHTS];
static uint32_t counts[3];
static uint32_t first_letter, first_han;

static UCollator *collator;
static UCollationElements *iterator;

/* ICU gives half of an element at a time; a second half, where there is one, bears 0xC0. */
static void spell_text(const UChar *text, int32_t length, spelling *s) {
  UErrorCode error = U_ZERO_ERROR;
  int32_t half;
  if (iterator) ucol_setText(iterator, text, length, &error);
  else iterator = ucol_openElements(collator, text, length, &error);
  s->count = 0;
  while ((half = ucol_next(iterator, &error)) != UCOL_NULLORDER && s->count < MOST) {
    uint32_t bits = (uint32_t)half;
    if ((bits & 0xC0) == 0xC0 && s->count) {
      uint32_t *last = s->at[s->count - 1].weight;
      last[0] |= bits >> 16;
      last[1] |= bits >> 8 & 0xFF;
      last[2] |= bits & 0x3F;
    } else if (bits) {
      s->at[s->count++] = (element){{bits & 0xFFFF0000, bits & 0xFF00, (bits & 0x3F) << 8}};
    }
  }
  gen_check(error, "elements");
}

static void spell(UChar32 c, spelling *s) {
  UChar text[2];
  int32_t length = 0;
  U16_APPEND_UNSAFE(text, length, c);
  spell_text(text, length, s);
}

static int is_han(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_UNIFIED_IDEOGRAPH); }

static int has_reading(UChar32 c) {
  spelling s;
  spell(c, &s);
  return s.count == 1 && s.at[0].weight[0] < FIRST_IMPLICIT;
}

static int is_listed(UChar32 c) {
  int type = u_charType(c);
  if (c < 0x10000) return !U_IS_SURROGATE(c) && !(c >= 0xAC00 && c <= 0xD7A3) && type != U_UNASSIGNED && type != U_PRIVATE_USE_CHAR;
  if (c >= 0x20000) return is_han(c) && has_reading(c);
  return type == U_OTHER_SYMBOL || type == U_MATH_SYMBOL || type == U_MODIFIER_SYMBOL || (c >= 0x1D400 && c < 0x1D800 && type != U_UNASSIGNED);
}

/* 0: signs and digits, 1: Chinese, 2: the rest. */
static int group_of(uint32_t weight) { return weight < first_letter ? 0 : weight >= first_han && weight < BEHIND_HAN ? 1 : 2; }

static int by_weight(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  int g = group_of(x), h = group_of(y);
  return g != h ? g - h : (x > y) - (x < y);
}

static uint32_t number_of(int level, uint32_t weight) {
  if (weight == 0) return 0;
  const uint32_t *found = bsearch(&weight, weights[level], counts[level], sizeof weight, by_weight);
  return (uint32_t)(found - weights[level]) + 1;
}

static void find_landmarks(void) {
  spelling s;
  spell('a', &s);
  first_letter = s.at[0].weight[0];
  first_han = UINT32_MAX;
  for (UChar32 c = 0x4E00; c < 0xA000; c++) {
    spell(c, &s);
    if (s.at[0].weight[0] < first_han) first_han = s.at[0].weight[0];
  }
}

static void collect_weights(const spelling *s) {
  for (int k = 0; k < 3 * s->count; k++) {
    int level = k % 3;
    if (counts[level] == WEIGHTS) exit(1);
    weights[level][counts[level]++] = s->at[k / 3].weight[level];
  }
}

typedef struct contraction {
  uint64_t key; /* its characters, the first highest, 0 behind two */
  spelling spelling;
} contraction;

static contraction contractions[4096];
static uint32_t contraction_count;

static int by_key(const void *a, const void *b) {
  uint64_t x = ((const contraction *)a)->key, y = ((const contraction *)b)->key;
  return (x > y) - (x < y);
}

static void find_contractions(void) {
  UErrorCode error = U_ZERO_ERROR;
  USet *found = uset_openEmpty(), *others = uset_openEmpty();
  ucol_getContractionsAndExpansions(collator, found, others, 1, &error);
  for (int32_t i = 0; i < uset_getItemCount(found); i++) {
    UChar text[16];
    UChar32 first, last;
    int32_t length = uset_getItem(found, i, &first, &last, text, 16, &error);
    if (length < 2 || length > 3 || U_IS_SURROGATE(text[0]) || U_IS_SURROGATE(text[1])) continue;
    if (contraction_count == sizeof contractions / sizeof *contractions) exit(1);
    contraction *c = &contractions[contraction_count++];
    c->key = (uint64_t)text[0] << 32 | (uint64_t)text[1] << 16 | (length > 2 ? text[2] : 0);
    spell_text(text, length, &c->spelling);
  }
  gen_check(error, "contractions");
  qsort(contractions, contraction_count, sizeof *contractions, by_key);
  uset_close(found);
  uset_close(others);
}

static void number_weights(void) {
  spelling s;
  for (UChar32 c = 0; c < PLANES; c++) {
    if (!is_listed(c)) continue;
    spell(c, &s);
    collect_weights(&s);
  }
  for (uint32_t i = 0; i < contraction_count; i++) collect_weights(&contractions[i].spelling);
  for (int level = 0; level < 3; level++) {
    uint32_t kept = 0, *at = weights[level];
    qsort(at, counts[level], sizeof *at, by_weight);
    for (uint32_t i = 0; i < counts[level]; i++) {
      if (at[i] && (kept == 0 || at[i] != at[kept - 1])) at[kept++] = at[i];
    }
    counts[level] = kept;
  }
}

static uint32_t pack(const element *e) {
  uint32_t n[3];
  for (int level = 0; level < 3; level++) n[level] = number_of(level, e->weight[level]);
  if (n[0] >= LT_ELEMENT_ROW || n[1] > 255 || n[2] > 127) exit(1);
  return n[0] << 15 | n[1] << 7 | n[2];
}

static uint32_t rows[ROOM]; /* how many elements, and these */
static uint32_t row_count;

static uint32_t packed_spelling(const spelling *s) {
  if (s->count == 0) return 0;
  if (s->count == 1) return pack(&s->at[0]);
  uint32_t row = row_count;
  rows[row_count++] = (uint32_t)s->count;
  for (int i = 0; i < s->count; i++) rows[row_count++] = pack(&s->at[i]);
  if (row_count > ROOM - MOST) exit(1);
  return (uint32_t)LT_ELEMENT_ROW << 15 | row;
}

static uint32_t packed(UChar32 c) {
  spelling s;
  if (!is_listed(c)) return LT_ELEMENT_UNLISTED;
  spell(c, &s);
  return packed_spelling(&s);
}

static void print_pages(void) {
  static uint32_t pages[0x10000];
  static uint16_t index[1024];
  for (UChar32 c = 0; c < 0x10000; c++) pages[c] = packed(c);
  size_t count = gen_share_pages(pages, sizeof *pages, index);
  gen_numbers("uint16_t", "element_index", index, 1024, sizeof *index);
  gen_numbers("uint32_t", "element_pages", pages, count * 64, sizeof *pages);
}

static void print_rare(void) {
  static uint32_t characters[PLANES], elements[PLANES];
  size_t count = 0;
  for (UChar32 c = 0x10000; c < PLANES; c++) {
    if (!is_listed(c)) continue;
    characters[count] = (uint32_t)c;
    elements[count++] = packed(c);
  }
  gen_numbers("uint32_t", "rare_characters", characters, count, sizeof *characters);
  gen_numbers("uint32_t", "rare_elements", elements, count, sizeof *elements);
}

static void print_contractions(void) {
  static uint64_t keys[4096];
  static uint32_t elements[4096];
  for (uint32_t i = 0; i < contraction_count; i++) {
    keys[i] = contractions[i].key;
    elements[i] = packed_spelling(&contractions[i].spelling);
  }
  gen_numbers("uint64_t", "contraction_keys", keys, contraction_count, sizeof *keys);
  gen_numbers("uint32_t", "contraction_elements", elements, contraction_count, sizeof *elements);
}

/* The number of the last weight of Chinese. */
static uint32_t last_han(void) {
  uint32_t n = counts[0];
  while (group_of(weights[0][n - 1]) == 2) n--;
  return n;
}

int main(void) {
  UErrorCode error = U_ZERO_ERROR;
  collator = ucol_open("zh@collation=pinyin", &error);
  gen_check(error, "zh");
  find_landmarks();
  find_contractions();
  number_weights();
  printf("/* Made by ext/gen/gen_collation.c from ICU %s. */\n", U_ICU_VERSION);
  print_pages();
  print_rare();
  print_contractions();
  gen_numbers("uint32_t", "element_rows", rows, row_count, sizeof *rows);
  printf("enum { LAST_HAN = %u };\n", last_han());
  ucol_closeElements(iterator);
  ucol_close(collator);
  return 0;
}
