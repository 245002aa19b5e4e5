/* gen_phrases LIST FILE.tsv… > LIST.inc: word lists → one constant lt_phrases named lt_phrases_LIST. Columns: word, kind, value, text,
** more, witness. */
#include "base/utf8.h"
#include "gen/tsv.h"
#include "lexicon/phrases.h"

enum { WORDS_MOST = 4000, POOL_MOST = 60000 };

static lt_char pool[POOL_MOST];
static uint32_t pool_length;
static lt_phrase words[WORDS_MOST];
static uint32_t word_count;

static const char *const kinds[] = {
#define KIND(name) #name,
    LT_PHRASE_KINDS(KIND)
#undef KIND
};

static int kind_named(const char *name) {
  for (int kind = 0; kind < LT_PHRASE_KIND_COUNT; kind++) {
    const char *a = kinds[kind], *b = name;
    while (*a && *b && (*a | 32) == *b) a++, b++;
    if (*a == 0 && *b == 0) return kind;
  }
  return -1;
}

/* Where these characters stand in the pool: those that are there already are used again. */
static uint16_t pooled(const char *utf8, uint8_t *length) {
  lt_char text[256];
  uint32_t n = 0;
  const unsigned char *p = (const unsigned char *)utf8, *end = p + strlen(utf8);
  while (p < end && n < 250) n += lt_utf16_write(text + n, lt_utf8_next(p, end, &p));
  *length = (uint8_t)n;
  uint32_t at = lt_slice_find((lt_slice){pool, pool_length}, (lt_slice){text, n});
  if (at == pool_length && n > 0) {
    memcpy(pool + pool_length, text, n * sizeof *text);
    pool_length += n;
  }
  return (uint16_t)at;
}

static void add(const tsv *t) {
  if (word_count == WORDS_MOST || pool_length > POOL_MOST - 1000) tsv_stop(t, "too many words");
  int kind = kind_named(t->column[1]);
  if (kind < 0) tsv_stop(t, "unknown kind of word");
  if (t->column[0][0] == 0) tsv_stop(t, "a word is empty");
  lt_phrase *w = &words[word_count++];
  w->kind = (uint8_t)kind;
  w->value = strtod(t->column[2], NULL);
  w->form = pooled(t->column[0], &w->length);
  w->first = pool[w->form];
  w->last = pool[w->form + w->length - 1];
  w->text = pooled(t->column[3], &w->text_length);
  w->more = pooled(t->column[4], &w->more_length);
}

static uint32_t bucket_of_begin(const lt_phrase *w) { return lt_phrase_bucket(w->first, w->length > 1 ? pool[w->form + 1] : 0); }
static uint32_t bucket_of_end(const lt_phrase *w) { return lt_phrase_bucket(w->last, 0); }

static int compare(const lt_phrase *x, const lt_phrase *y, uint32_t bucket_x, uint32_t bucket_y) {
  if (bucket_x != bucket_y) return bucket_x < bucket_y ? -1 : 1;
  if (x->length != y->length) return y->length - x->length;
  return lt_slice_compare((lt_slice){pool + x->form, x->length}, (lt_slice){pool + y->form, y->length});
}

/* By bucket, then the longest first. */
static int by_first(const void *a, const void *b) { return compare(a, b, bucket_of_begin(a), bucket_of_begin(b)); }

static int by_last(const void *a, const void *b) {
  const lt_phrase *x = &words[*(const uint16_t *)a], *y = &words[*(const uint16_t *)b];
  return compare(x, y, bucket_of_end(x), bucket_of_end(y));
}

static void print_words(const char *list) {
  printf("static const lt_char pool_%s[] = {", list);
  for (uint32_t i = 0; i < pool_length; i++) printf(i % 24 ? "%u," : "\n%u,", pool[i]);
  printf("0};\nstatic const lt_phrase phrases_%s[] = {\n", list);
  for (uint32_t i = 0; i < word_count; i++) {
    const lt_phrase *w = &words[i];
    printf("{%.17g,%u,%u,%u,%u,%u,%u,%u,%u,%u},\n", w->value, w->first, w->last, w->form, w->text, w->more, w->length, w->text_length, w->more_length, w->kind);
  }
  printf("{0,0,0,0,0,0,0,0,0,0}};\n");
}

/* Where each bucket starts; of(i): the bucket of the i-th. */
static void print_buckets(const char *name, const char *list, uint32_t (*of)(uint32_t i)) {
  printf("static const uint16_t %s_%s[] = {", name, list);
  for (uint32_t bucket = 0, i = 0; bucket <= LT_PHRASE_BUCKETS; bucket++) {
    while (i < word_count && of(i) < bucket) i++;
    printf("%u,", i);
  }
  printf("};\n");
}

static uint16_t lasts[WORDS_MOST];

static uint32_t begin_of(uint32_t i) { return bucket_of_begin(&words[i]); }
static uint32_t end_of(uint32_t i) { return bucket_of_end(&words[lasts[i]]); }

static void print(const char *list) {
  print_words(list);
  print_buckets("starts", list, begin_of);
  for (uint32_t i = 0; i < word_count; i++) lasts[i] = (uint16_t)i;
  qsort(lasts, word_count, sizeof *lasts, by_last);
  printf("static const uint16_t by_last_%s[] = {", list);
  for (uint32_t i = 0; i < word_count; i++) printf("%u,", lasts[i]);
  printf("0};\n");
  print_buckets("ends", list, end_of);
  printf("const lt_phrases lt_phrases_%s = {pool_%s, phrases_%s, starts_%s, by_last_%s, ends_%s};\n", list, list, list, list, list, list);
}

int main(int count, char **arguments) {
  if (count < 3) {
    fprintf(stderr, "usage: gen_phrases LIST FILE.tsv... > LIST.inc\n");
    return 2;
  }
  for (int i = 2; i < count; i++) {
    tsv t = tsv_open(arguments[i]);
    while (tsv_next(&t)) add(&t);
  }
  qsort(words, word_count, sizeof *words, by_first);
  print(arguments[1]);
  return 0;
}
