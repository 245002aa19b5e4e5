/* Letters are taken out of their tone marks, then cut into syllables: as few as cover them, none with two tone marks.
** Marks are read in every form that pages have: ā, ă for ǎ, and ɑ for a. */
#include "text/pinyin.h"

#include "base/array.h"
#include "base/char.h"

#include "gen/pinyin.inc"

enum { COUNT_OF_SYLLABLES = sizeof syllables / sizeof *syllables, LETTERS = 6 * LT_PINYIN_LONGEST, LONGEST_SYLLABLE = 6 };

lt_sound lt_sound_of(lt_char han) {
  uint32_t i = han - 0x4E00u;
  return i < sizeof readings / sizeof *readings ? readings[i] : 0;
}

typedef struct letter {
  lt_char base;
  uint8_t tone; /* 0: no mark */
} letter;

static letter letter_of(lt_char c) {
  static const struct {
    lt_char base;
    lt_char marked[6]; /* by tone; 0 and 5: other ways to write the third */
  } table[] = {
      {'a', {u'ă', u'ā', u'á', u'ǎ', u'à', u'ã'}}, {'e', {u'ĕ', u'ē', u'é', u'ě', u'è', 0}}, {'i', {u'ĭ', u'ī', u'í', u'ǐ', u'ì', 0}},
      {'o', {u'ŏ', u'ō', u'ó', u'ǒ', u'ò', 0}},    {'u', {u'ŭ', u'ū', u'ú', u'ǔ', u'ù', 0}}, {u'ü', {0, u'ǖ', u'ǘ', u'ǚ', u'ǜ', 0}},
      {'n', {0, 0, u'ń', u'ň', u'ǹ', 0}},          {'m', {0, 0, u'ḿ', 0, 0, 0}},
  };
  if (lt_char_is_lower(c) || c == u'ü') return (letter){c, 0};
  if (lt_char_is_upper(c)) return (letter){lt_char_lower(c), 0};
  if (c == u'ɑ') return (letter){'a', 0};
  if (c == u'ɡ') return (letter){'g', 0};
  for (size_t i = 0; c >= 0x80 && i < sizeof table / sizeof *table; i++) {
    for (uint8_t tone = 0; tone < 6; tone++) {
      if (table[i].marked[tone] == c) return (letter){table[i].base, tone == 0 || tone == 5 ? 3 : tone};
    }
  }
  return (letter){0, 0};
}

static int compare_syllable(const lt_char *syllable, const letter *letters, uint32_t length) {
  for (uint32_t i = 0; i < length; i++) {
    if (syllable[i] != letters[i].base) return syllable[i] < letters[i].base ? -1 : 1;
  }
  return syllable[length] != 0;
}

/* The sound of exactly these letters; 0 where they are no syllable or carry two marks. */
static lt_sound sound_of_letters(const letter *letters, uint32_t length) {
  uint32_t tone = 5, marks = 0, low = 0, high = COUNT_OF_SYLLABLES;
  for (uint32_t i = 0; i < length; i++) {
    if (letters[i].tone) tone = letters[i].tone, marks++;
  }
  while (low < high && marks < 2) {
    uint32_t middle = (low + high) / 2;
    int order = compare_syllable(syllables[middle], letters, length);
    if (order == 0) return (lt_sound)(middle * 8 + tone);
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return 0;
}

/* Cuts letters into the fewest syllables and adds them to pinyin. */
static bool add_syllables(const letter *letters, uint32_t length, lt_pinyin *pinyin) {
  lt_sound sound[LETTERS + 1];
  uint8_t best[LETTERS + 1] = {0}, size[LETTERS + 1];
  for (uint32_t end = 1; end <= length; end++) {
    best[end] = UINT8_MAX;
    for (uint32_t n = 1; n <= LONGEST_SYLLABLE && n <= end; n++) {
      lt_sound s = best[end - n] < best[end] - 1 ? sound_of_letters(letters + end - n, n) : 0;
      if (s) best[end] = best[end - n] + 1, size[end] = (uint8_t)n, sound[end] = s;
    }
  }
  if (best[length] == UINT8_MAX || pinyin->syllables + best[length] > LT_PINYIN_LONGEST) return false;
  pinyin->syllables += best[length];
  for (uint32_t at = pinyin->syllables, end = length; end > 0; end -= size[end]) {
    pinyin->sounds[--at] = sound[end];
    pinyin->toned += sound[end] % 8 != 5;
  }
  return true;
}

static bool may_part_syllables(lt_char c) { return c == ' ' || c == 0xA0 || c == '\'' || c == u'’' || c == '-' || c == u'·'; }

uint32_t lt_pinyin_read(lt_slice text, lt_pinyin *pinyin) {
  letter letters[LETTERS];
  uint32_t n = 0, i = 0;
  memset(pinyin, 0, sizeof *pinyin);
  pinyin->is_lower = true;
  for (; i < text.length && n < LETTERS; i++) {
    letter l = letter_of(text.at[i]);
    if (l.base) letters[n++] = l;
    else if (!may_part_syllables(text.at[i])) break;
    if (lt_char_is_upper(text.at[i])) pinyin->is_lower = false;
    if (l.base == 0 && n) {
      if (!add_syllables(letters, n, pinyin)) return 0;
      n = 0;
    }
  }
  if (n && !add_syllables(letters, n, pinyin)) return 0;
  return pinyin->syllables ? i : 0;
}
