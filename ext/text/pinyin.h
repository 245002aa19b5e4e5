/* Mandarin syllables as pinyin writes them, and what each Han character sounds like. */
#ifndef LT_TEXT_PINYIN_H
#define LT_TEXT_PINYIN_H

#include "base/arena.h"
#include "base/slice.h"

/* 8 times the number of a syllable plus its tone (1 to 4, 5 for none); 0 for no sound. */
typedef uint16_t lt_sound;

/* The usual reading of a character, simplified or traditional. */
lt_sound lt_sound_of(lt_char han);

enum { LT_SOUNDS_MOST = 5, LT_SYLLABLE_MOST = 6 };

/* All readings that differ in more than the tone, the usual one first; how many. */
uint32_t lt_sounds_of(lt_char han, lt_sound sounds[LT_SOUNDS_MOST]);

/* The letters of a syllable, without its tone; how many. */
uint32_t lt_sound_letters(lt_sound sound, lt_char letters[LT_SYLLABLE_MOST]);

/* The syllable as it is written, with its tone mark; how many characters. */
uint32_t lt_sound_write(lt_sound sound, lt_char out[LT_SYLLABLE_MOST]);

/* The longest word at the beginning of a text in normal form in which a character is not read as it is by itself: its length, and its
** sounds, one a character; 0 if none. */
uint32_t lt_spoken_word(lt_slice text, const lt_sound **sounds);

/* Text in normal form with its Chinese characters as pinyin, a space between syllables; the rest as it is. In the arena; NULL when memory ran out. */
lt_slice lt_pinyin_write(lt_arena *arena, lt_slice text);

static inline bool lt_sounds_alike(lt_sound a, lt_sound b) { return a / 8 == b / 8; } /* tones aside */

enum { LT_PINYIN_LONGEST = 16 };

/* Pinyin of one word or several. */
typedef struct lt_pinyin {
  lt_sound sounds[LT_PINYIN_LONGEST];
  uint32_t syllables, toned; /* toned: those that carry a tone mark */
  bool is_lower;
} lt_pinyin;

/* Reads pinyin up to the first character that cannot belong to it; the number of characters read, 0 where they are not whole
** syllables. Spaces, apostrophes and hyphens may stand between and around syllables. */
uint32_t lt_pinyin_read(lt_slice text, lt_pinyin *pinyin);

#endif
