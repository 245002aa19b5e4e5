/* gen_pinyin readings.tsv spoken.tsv > pinyin.inc: the syllables of Mandarin and the most usual reading of every Han character, from ICU's Han-Latin;
** all readings of the characters of readings.tsv; the readings of the words of spoken.tsv.
**
** A reading is 8 times the number of its syllable plus its tone, 1 to 4, 5 for none; 0 where ICU has none. Letters are numbers: a is 1,
** z is 26, ü is 27, and a syllable is its letters at 5 bits each, the first lowest; syllables stand in order of these numbers. */
#include <unicode/unorm2.h>
#include <unicode/utrans.h>

#include "gen/table.h"

enum { FIRST = 0x4E00, LAST = 0x9FFF, LONGEST = 6, SYLLABLES = 1024 };

typedef struct syllable {
  UChar letters[LONGEST + 2];
} syllable;

static syllable syllables[SYLLABLES];
static int count;

/* Takes the tone off a syllable: 1 macron, 2 acute, 3 caron, 4 grave, 5 none. ü keeps its dots. */
static int take_tone(const UChar *marked, int length, syllable *out) {
  UErrorCode error = U_ZERO_ERROR;
  UChar apart[32], letters[32];
  int tone = 5, n = 0;
  int32_t apart_length = unorm2_normalize(unorm2_getNFDInstance(&error), marked, length, apart, 32, &error);
  for (int i = 0; i < apart_length; i++) {
    static const UChar marks[] = {0x304, 0x301, 0x30C, 0x300};
    int is_tone = 0;
    for (int t = 0; t < 4; t++) {
      if (apart[i] == marks[t]) tone = t + 1, is_tone = 1;
    }
    if (!is_tone) letters[n++] = apart[i];
  }
  memset(out, 0, sizeof *out);
  int32_t whole = unorm2_normalize(unorm2_getNFCInstance(&error), letters, n, out->letters, LONGEST + 1, &error);
  return U_SUCCESS(error) && whole > 0 && whole <= LONGEST ? tone : 0;
}

static uint32_t letter_number(UChar c) { return c == 0xFC ? 27 : (uint32_t)(c - 'a' + 1); }

static uint32_t number_of(const syllable *s) {
  uint32_t number = 0;
  for (int i = 0; s->letters[i]; i++) number |= letter_number(s->letters[i]) << 5 * i;
  return number;
}

static int compare(const void *a, const void *b) {
  uint32_t x = number_of(a), y = number_of(b);
  return (x > y) - (x < y);
}

/* Every letter that pages write pinyin with: its number, and its tone times 32. ă is written for ǎ, and ɑ for a. */
static void print_letters(void) {
  static const UChar marked[][8] = {{'a', 0x101, 0xE1, 0x1CE, 0xE0, 0x103, 0xE3}, {'e', 0x113, 0xE9, 0x11B, 0xE8, 0x115}, {'i', 0x12B, 0xED, 0x1D0, 0xEC, 0x12D},
                                    {'o', 0x14D, 0xF3, 0x1D2, 0xF2, 0x14F},       {'u', 0x16B, 0xFA, 0x1D4, 0xF9, 0x16D}, {0xFC, 0x1D6, 0x1D8, 0x1DA, 0x1DC},
                                    {'n', 0, 0x144, 0x148, 0x1F9}};
  static uint8_t letters[0x262];
  for (UChar c = 'a'; c <= 'z'; c++) letters[c] = letters[c - 32] = (uint8_t)letter_number(c);
  letters[0xFC] = letters[0xDC] = 27;
  letters[0x251] = 1;
  letters[0x261] = 7;
  for (size_t i = 0; i < sizeof marked / sizeof *marked; i++) {
    for (uint32_t k = 1; k < 8; k++) {
      if (marked[i][k]) letters[marked[i][k]] = (uint8_t)(letter_number(marked[i][0]) | (k < 5 ? k : 3) << 5);
    }
  }
  gen_numbers("uint8_t", "letters", letters, sizeof letters, 1);
}

static int reading(UTransliterator *t, UChar c, syllable *out) {
  UErrorCode error = U_ZERO_ERROR;
  UChar text[32] = {c};
  int32_t length = 1, limit = 1;
  utrans_transUChars(t, text, &length, 32, 0, &limit, &error);
  return U_SUCCESS(error) && length && text[0] != c ? take_tone(text, length, out) : 0;
}

static void keep_syllable(const syllable *s) {
  for (int i = 0; i < count; i++) {
    if (compare(s, &syllables[i]) == 0) return;
  }
  if (count < SYLLABLES) syllables[count++] = *s;
}

/* Where the number of a syllable is found: slots by hash, one plus its place; 0 is free. */
static void print_slots(const uint32_t *numbers) {
  static uint16_t slots[1024];
  for (int i = 0; i < count; i++) {
    uint32_t slot = numbers[i] * 2654435761u >> 22;
    while (slots[slot]) slot = (slot + 1) % 1024;
    slots[slot] = (uint16_t)(i + 1);
  }
  gen_numbers("uint16_t", "slots", slots, 1024, sizeof *slots);
}

/* A syllable as its number and tone; stops the build where it is none. */
static uint16_t sound_of(const gen_line *line, const char *utf8) {
  UChar text[64];
  syllable s;
  int tone = take_tone(text, gen_units(text, 64, utf8), &s);
  const syllable *known = bsearch(&s, syllables, (size_t)count, sizeof *syllables, compare);
  if (!tone || !known) gen_stop(line, "no syllable of Mandarin");
  return (uint16_t)((known - syllables) * 8 + tone);
}

/* Characters with several readings, in code order as in the file, and where the readings of each begin. */
static void print_many(const char *file) {
  enum { MOST = 4096 };
  static uint16_t characters[MOST], starts[MOST], sounds[MOST];
  size_t n = 0, used = 0;
  gen_line line;
  gen_open(&line, file);
  while (gen_next(&line)) {
    char *rest = line.text;
    UChar text[64];
    gen_units(text, 64, gen_column(&rest));
    if (n && text[0] <= characters[n - 1]) gen_stop(&line, "not in code order");
    if (n + 2 == MOST || used + 64 > MOST) gen_stop(&line, "too many readings");
    characters[n] = text[0];
    starts[n++] = (uint16_t)used;
    for (char *sound = strtok(gen_column(&rest), "|"); sound; sound = strtok(NULL, "|")) sounds[used++] = sound_of(&line, sound);
  }
  starts[n] = (uint16_t)used;
  gen_numbers("lt_char", "many_characters", characters, n, sizeof *characters);
  gen_numbers("uint16_t", "many_starts", starts, n + 1, sizeof *starts);
  gen_numbers("lt_sound", "many_sounds", sounds, used, sizeof *sounds);
}

/* Words with their readings, in code order as in the file: how long each is, its characters and their sounds in two pools. */
static void print_spoken(const char *file) {
  enum { MOST = 4096 };
  static uint16_t starts[MOST], text[8 * MOST], sounds[8 * MOST];
  size_t n = 0, used = 0;
  gen_line line;
  gen_open(&line, file);
  while (gen_next(&line)) {
    char *rest = line.text;
    UChar word[64];
    int length = gen_units(word, 64, gen_column(&rest));
    if (n + 2 == MOST || length > 8) gen_stop(&line, "too many words, or too long");
    if (n && u_strCompare(text + starts[n - 1], (int32_t)(used - starts[n - 1]), word, length, 0) >= 0) gen_stop(&line, "not in code order");
    starts[n++] = (uint16_t)used;
    int syllables_seen = 0;
    for (char *sound = strtok(gen_column(&rest), " "); sound; sound = strtok(NULL, " "), syllables_seen++) sounds[used + (size_t)syllables_seen] = sound_of(&line, sound);
    if (syllables_seen != length) gen_stop(&line, "a syllable a character is wanted");
    memcpy(text + used, word, (size_t)length * sizeof *word);
    used += (size_t)length;
  }
  starts[n] = (uint16_t)used;
  gen_numbers("uint16_t", "spoken_starts", starts, n + 1, sizeof *starts);
  gen_numbers("lt_char", "spoken_text", text, used, sizeof *text);
  gen_numbers("lt_sound", "spoken_sounds", sounds, used, sizeof *sounds);
}

int main(int argc, char **argv) {
  UErrorCode error = U_ZERO_ERROR;
  UChar id[32];
  if (argc != 3) {
    fprintf(stderr, "usage: gen_pinyin readings.tsv spoken.tsv > pinyin.inc\n");
    return 2;
  }
  gen_units(id, 32, "Han-Latin");
  UTransliterator *t = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
  gen_check(error, "Han-Latin");
  static syllable of[LAST - FIRST + 1];
  static uint8_t tones[LAST - FIRST + 1];
  static uint16_t readings[LAST - FIRST + 1];
  for (int c = FIRST; c <= LAST; c++) {
    tones[c - FIRST] = (uint8_t)reading(t, (UChar)c, &of[c - FIRST]);
    if (tones[c - FIRST]) keep_syllable(&of[c - FIRST]);
  }
  qsort(syllables, (size_t)count, sizeof *syllables, compare);
  for (int i = 0; i <= LAST - FIRST; i++) {
    const syllable *s = tones[i] ? bsearch(&of[i], syllables, (size_t)count, sizeof *syllables, compare) : NULL;
    readings[i] = s ? (uint16_t)((s - syllables) * 8 + tones[i]) : 0;
  }
  static uint32_t numbers[SYLLABLES];
  for (int i = 0; i < count; i++) numbers[i] = number_of(&syllables[i]);
  printf("/* Made by ext/gen/gen_pinyin.c from ICU %s. */\n", U_ICU_VERSION);
  print_letters();
  gen_numbers("uint32_t", "syllables", numbers, (size_t)count, sizeof *numbers);
  print_slots(numbers);
  gen_numbers("uint16_t", "readings", readings, LAST - FIRST + 1, sizeof *readings);
  print_many(argv[1]);
  print_spoken(argv[2]);
  utrans_close(t);
  return 0;
}
