/* gen_glyphs CHARACTERS.tsv WORDS.tsv… > glyphs.inc: one byte for every 16-bit character, the class in its high
** half and the value in its low half. The first characters of the given word lists (words of the calendar) get the class
** `word` where they have no other. */
#include "base/char.h"
#include "base/utf8.h"
#include "gen/tsv.h"
#include "reading/glyph.h"

static unsigned char table[65536];

static const char *const classes[] = {
#define CLASS(name) #name,
    LT_GLYPHS(CLASS)
#undef CLASS
};

static int class_named(const tsv *t, const char *name) {
  for (int i = 0; i < LT_GLYPH_COUNT; i++) {
    const char *a = classes[i], *b = name;
    while (*a && *b && (*a | 32) == *b) a++, b++;
    if (*a == 0 && *b == 0) return i;
  }
  tsv_stop(t, "unknown class of characters");
  return 0;
}

static lt_char first_character(const tsv *t) {
  const unsigned char *p = (const unsigned char *)t->column[0], *end = p + strlen(t->column[0]);
  if (p == end) tsv_stop(t, "the first column is empty");
  return (lt_char)lt_utf8_next(p, end, &p);
}

int main(int count, char **arguments) {
  if (count < 2) {
    fprintf(stderr, "usage: gen_glyphs CHARACTERS.tsv WORDS.tsv... > glyphs.inc\n");
    return 2;
  }
  for (uint32_t c = 0; c < 65536; c++) {
    if (lt_char_is_letter((lt_char)c)) table[c] = LT_GLYPH_LETTER << 4;
  }
  tsv t = tsv_open(arguments[1]);
  while (tsv_next(&t)) table[first_character(&t)] = (unsigned char)(class_named(&t, t.column[1]) << 4 | atoi(t.column[2]));
  for (int i = 2; i < count; i++) {
    t = tsv_open(arguments[i]);
    while (tsv_next(&t)) {
      lt_char c = first_character(&t);
      if (table[c] == 0) table[c] = LT_GLYPH_WORD << 4;
    }
  }
  printf("const unsigned char lt_glyph_table[65536] = {");
  for (uint32_t c = 0; c < 65536; c++) printf(c % 48 ? "%u," : "\n%u,", table[c]);
  printf("};\n");
  return 0;
}
