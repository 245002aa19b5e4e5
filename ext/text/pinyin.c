/* Letters are taken out of their tone marks, then cut into syllables: as few as cover them, none with two tone marks, and none but the
** first that begins with a vowel, if that can be (huà-néng, not huàn-éng: pinyin writes an apostrophe before such a syllable). A letter
** is a number of 5 bits and a syllable the number its letters make, which is looked up by hash. */
#include "text/pinyin.h"

#include "base/array.h"
#include "base/char.h"

#include "gen/pinyin.inc"

enum { SPOKEN_LONGEST = 5, LETTERS = 6 * LT_PINYIN_LONGEST, LONGEST_SYLLABLE = 6, NO_TONE = 5 };

lt_sound lt_sound_of(lt_char han) {
  uint32_t i = han - 0x4E00u;
  return i < sizeof readings / sizeof *readings ? readings[i] : 0;
}

/* The place of a character among those with several readings; their count if it has one. */
static uint32_t find_many(lt_char han) {
  uint32_t low = 0, count = sizeof many_characters / sizeof *many_characters;
  LT_BISECT(low, count, many_characters[i] < han);
  return low < count && many_characters[low] == han ? low : count;
}

static bool sounds_like_any_of(const lt_sound *sounds, uint32_t count, lt_sound sound) {
  for (uint32_t i = 0; i < count; i++) {
    if (lt_sounds_alike(sounds[i], sound)) return true;
  }
  return false;
}

uint32_t lt_sounds_of(lt_char han, lt_sound sounds[LT_SOUNDS_MOST]) {
  uint32_t many = find_many(han), count = 0;
  sounds[0] = lt_sound_of(han);
  if (many == sizeof many_characters / sizeof *many_characters) return sounds[0] != 0;
  for (uint32_t i = many_starts[many]; i < many_starts[many + 1] && count < LT_SOUNDS_MOST; i++) {
    if (!sounds_like_any_of(sounds, count, many_sounds[i])) sounds[count++] = many_sounds[i];
  }
  return count;
}

uint32_t lt_sound_letters(lt_sound sound, lt_char letters[LT_SYLLABLE_MOST]) {
  uint32_t n = 0;
  for (uint32_t number = syllables[sound / 8]; number; number >>= 5) letters[n++] = (number & 31) == 27 ? u'ü' : (lt_char)('a' + (number & 31) - 1);
  return n;
}

static bool find_spoken(lt_slice word, uint32_t *found) {
  uint32_t low = 0, high = sizeof spoken_starts / sizeof *spoken_starts - 1;
  while (low < high) {
    uint32_t middle = (low + high) / 2, length = spoken_starts[middle + 1] - (uint32_t)spoken_starts[middle];
    int order = lt_slice_compare((lt_slice){spoken_text + spoken_starts[middle], length}, word);
    *found = middle;
    if (order == 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return false;
}

uint32_t lt_spoken_word(lt_slice text, const lt_sound **sounds) {
  uint32_t found;
  for (uint32_t length = text.length < SPOKEN_LONGEST ? text.length : SPOKEN_LONGEST; length > 1; length--) {
    if (!find_spoken((lt_slice){text.at, length}, &found)) continue;
    *sounds = spoken_sounds + spoken_starts[found];
    return length;
  }
  return 0;
}

/* The number of a letter, 1 to 27, and 32 times its tone; 0 for what is no letter of pinyin. */
static uint8_t letter_of(lt_char c) { return c < sizeof letters ? letters[c] : 0; }

/* The sound of exactly these letters; 0 where they are no syllable or carry two marks. */
static lt_sound sound_of_letters(const uint8_t *letter, uint32_t length) {
  uint32_t tone = NO_TONE, marks = 0, number = 0;
  for (uint32_t i = 0; i < length; i++) {
    number |= (letter[i] & 31u) << 5 * i;
    if (letter[i] >= 32) tone = letter[i] >> 5, marks++;
  }
  for (uint32_t slot = number * 2654435761u >> 22; slots[slot] && marks < 2; slot = (slot + 1) % 1024) {
    if (syllables[slots[slot] - 1] == number) return (lt_sound)((slots[slot] - 1u) * 8 + tone);
  }
  return 0;
}

static bool add_sound(lt_pinyin *pinyin, lt_sound sound) {
  if (sound == 0 || pinyin->syllables == LT_PINYIN_LONGEST) return false;
  pinyin->sounds[pinyin->syllables++] = sound;
  pinyin->toned += sound % 8 != NO_TONE;
  return true;
}

static bool is_vowel(uint8_t letter) {
  enum { A = 1, E = 5, O = 15 };
  return (letter & 31) == A || (letter & 31) == E || (letter & 31) == O;
}

/* Cuts letters into syllables and adds them to pinyin. */
static bool add_syllables(const uint8_t *letter, uint32_t length, lt_pinyin *pinyin) {
  lt_sound sound[LETTERS + 1], backwards[LETTERS];
  uint8_t size[LETTERS + 1];
  uint16_t best[LETTERS + 1] = {0}; /* twice as dear as a syllable is one that a vowel begins */
  if (length <= LONGEST_SYLLABLE && add_sound(pinyin, sound_of_letters(letter, length))) return true;
  for (uint32_t end = 1; end <= length; end++) {
    best[end] = UINT16_MAX;
    for (uint32_t n = 1; n <= LONGEST_SYLLABLE && n <= end; n++) {
      uint32_t begin = end - n, cost = best[begin] + (begin && is_vowel(letter[begin]) ? 2u : 1u);
      lt_sound s = cost < best[end] ? sound_of_letters(letter + begin, n) : 0;
      if (s) best[end] = (uint16_t)cost, size[end] = (uint8_t)n, sound[end] = s;
    }
  }
  uint32_t count = 0;
  if (best[length] == UINT16_MAX) return false;
  for (uint32_t end = length; end > 0; end -= size[end]) backwards[count++] = sound[end];
  while (count > 0) {
    if (!add_sound(pinyin, backwards[--count])) return false;
  }
  return true;
}

static bool may_part_syllables(lt_char c) { return c == ' ' || c == 0xA0 || c == '\'' || c == u'’' || c == '-' || c == u'·'; }

uint32_t lt_pinyin_read(lt_slice text, lt_pinyin *pinyin) {
  uint8_t letter[LETTERS];
  uint32_t n = 0, i = 0;
  pinyin->syllables = pinyin->toned = 0;
  pinyin->is_lower = true;
  for (; i < text.length && n < LETTERS; i++) {
    uint8_t l = letter_of(text.at[i]);
    if (l) letter[n++] = l;
    else if (!may_part_syllables(text.at[i])) break;
    if (lt_char_is_upper(text.at[i])) pinyin->is_lower = false;
    if (l == 0 && n) {
      if (!add_syllables(letter, n, pinyin)) return 0;
      n = 0;
    }
  }
  if (n && !add_syllables(letter, n, pinyin)) return 0;
  return pinyin->syllables ? i : 0;
}
