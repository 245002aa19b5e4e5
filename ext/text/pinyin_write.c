/* Characters → pinyin. A word that reads a character in its own way decides (银行 yín háng); otherwise a character has its usual
** reading. Limits: no words beyond the list; 一 and 不 keep their own tones, as dictionaries write them. */
#include "text/pinyin.h"

#include "base/char.h"

static const lt_char *const marked[] = {u"aāáǎà", u"eēéěè", u"iīíǐì", u"oōóǒò", u"uūúǔù", u"üǖǘǚǜ", u"nnńňǹ"};

/* Which letter bears the mark: a or e, the o of ou, else the last vowel; an n where there is none. */
static uint32_t marked_letter(const lt_char *letters, uint32_t length) {
  uint32_t last = 0;
  for (uint32_t i = 0; i < length; i++) {
    lt_char c = letters[i];
    if (c == 'a' || c == 'e' || (c == 'o' && i + 1 < length && letters[i + 1] == 'u')) return i;
    if (lt_char_is_any_of(c, u"iouü")) last = i;
  }
  return last;
}

uint32_t lt_sound_write(lt_sound sound, lt_char out[LT_SYLLABLE_MOST]) {
  uint32_t length = lt_sound_letters(sound, out), at = marked_letter(out, length), tone = sound % 8;
  for (uint32_t i = 0; i < sizeof marked / sizeof *marked && tone < 5; i++) {
    if (marked[i][0] == out[at]) out[at] = marked[i][tone];
  }
  return length;
}

typedef struct writer {
  lt_char *out;
  uint32_t length;
} writer;

/* A syllable, a word or a number parts from the one before it by a space; signs and spaces need none. */
static void part(writer *w, lt_char last) {
  if (w->length && (lt_char_is_latin(last) || lt_char_is_han(last))) w->out[w->length++] = ' ';
}

static void write_sound(writer *w, lt_sound sound, lt_char last) {
  part(w, last);
  w->length += lt_sound_write(sound, w->out + w->length);
}

lt_slice lt_pinyin_write(lt_arena *arena, lt_slice text) {
  writer w = {lt_arena_block(arena, ((uint64_t)text.length * (LT_SYLLABLE_MOST + 1) + 1) * sizeof(lt_char)), 0};
  lt_char last = 0;
  if (w.out == NULL) return LT_NO_SLICE;
  for (uint32_t i = 0, step = 1; i < text.length; i += step) {
    lt_char c = text.at[i];
    const lt_sound *sounds;
    lt_sound alone = lt_sound_of(c);
    step = alone ? lt_spoken_word((lt_slice){text.at + i, text.length - i}, &sounds) : 0;
    for (uint32_t k = 0; k < step; k++) write_sound(&w, sounds[k], k ? c : last);
    if (step == 0 && alone) write_sound(&w, alone, last);
    if (step == 0 && !alone) {
      if (lt_char_is_latin(c) && lt_char_is_han(last)) part(&w, last);
      w.out[w.length++] = c;
    }
    last = c;
    step += step == 0;
  }
  lt_arena_trim(arena, w.out, (uint64_t)w.length * sizeof(lt_char));
  return (lt_slice){w.out, w.length};
}
