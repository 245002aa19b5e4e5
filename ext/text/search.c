/* One walk over the clean text. Where a term lies in the stored bytes is read off a table of where each stored character begins.
**
** SEARCH-1  characters are looked up by the form they have alone: 乾 is 干 in 乾隆 too, so that script and neighbours do not matter.
** SEARCH-2  letters and digits part: GPT4, GPT-4 and GPT 4 are the same two terms.
** SEARCH-3  with pinyin: a character has the sounds it may have as terms beside it; a Latin word that is pinyin (Baidu) has as many
**           places as syllables, with the word at the first. In a query small letters are sounds and capitals are Latin: ai, AI.
**
** Sounds bear a mark before them that no letter folds to, so that 'ai and ai are two terms. */
#include "text/search.h"

#include "base/char.h"
#include "base/utf8.h"
#include "text/pinyin.h"
#include "text/variant.h"

#include "gen/fold.inc"

enum { PARTS = 0, MARK = 1, WORD_MOST = 64, SOUND = '\'' };

typedef struct walk {
  const lt_text *text;
  const uint32_t *bytes; /* where each stored character begins, and the end */
  uint32_t run;          /* the run of the place looked at last */
  lt_search_mode mode;
  lt_search_taker *take;
  void *to;
} walk;

static lt_char fold(lt_char c) { return fold_pages[fold_index[c >> 6] * 64u + (c & 63)]; }

/* Scripts written without spaces: each character is a term. */
static bool stands_alone(lt_char c) {
  return c >= 0x2E80 || (c >= 0xE00 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800);
}

static uint32_t *character_bytes(const lt_text *text, const char *stored, size_t bytes) {
  uint32_t *at = lt_arena_block(text->arena, (text->raw_length + UINT64_C(1)) * sizeof *at);
  const unsigned char *begin = (const unsigned char *)stored, *p = begin, *end = begin + bytes;
  for (uint32_t i = 0; at && i <= text->raw_length; i++) {
    at[i] = (uint32_t)(p - begin);
    if (p < end) lt_utf8_next(p, end, &p);
  }
  return at;
}

/* The bytes that clean characters [begin, end) were read from; places are asked for in ascending order. */
static void place(walk *w, uint32_t begin, uint32_t end, lt_search_term *term) {
  uint32_t count = w->text->runs.count;
  const lt_run *runs = w->text->runs.at;
  while (w->run + 1 < count && runs[w->run + 1].clean <= begin) w->run++;
  uint32_t last = w->run;
  while (last + 1 < count && runs[last + 1].clean < end) last++;
  bool ends_run = last + 1 < count ? runs[last + 1].clean == end : end == w->text->length;
  term->begin = w->bytes[runs[w->run].raw + (begin - runs[w->run].clean)];
  term->end = w->bytes[ends_run ? runs[last].raw_end : runs[last].raw + (end - runs[last].clean)];
}

static int give(walk *w, lt_search_term term, lt_slice letters) {
  char utf8[LT_SEARCH_TERM_MOST];
  term.utf8 = utf8;
  term.bytes = (uint32_t)lt_utf8_write(utf8, letters);
  return w->take(w->to, &term);
}

static int give_sound(walk *w, lt_search_term term, lt_sound sound, bool colocated) {
  lt_char letters[1 + LT_SYLLABLE_MOST] = {SOUND};
  term.colocated = colocated;
  return give(w, term, (lt_slice){letters, 1 + lt_sound_letters(sound, letters + 1)});
}

/* SEARCH-1 */
static int give_character(walk *w, uint32_t i, uint32_t units) {
  lt_search_term term = {0};
  lt_char c = w->text->clean[i], normal = lt_char_is_han(c) ? lt_variant_normal(c) : fold(c);
  place(w, i, i + units, &term);
  int result = give(w, term, units == 1 ? (lt_slice){&normal, 1} : (lt_slice){w->text->clean + i, units});
  lt_sound sounds[LT_SOUNDS_MOST];
  uint32_t count = w->mode == LT_SEARCH_PINYIN && units == 1 ? lt_sounds_of(normal, sounds) : 0;
  for (uint32_t k = 0; k < count && result == 0; k++) result = give_sound(w, term, sounds[k], true);
  return result;
}

/* SEARCH-3: the syllables of a word, which share its letters. */
static int give_syllables(walk *w, uint32_t i, uint32_t length, const lt_pinyin *pinyin, lt_slice letters) {
  bool query = w->mode == LT_SEARCH_PINYIN_QUERY, latin = !query || !pinyin->is_lower, sound = !query || pinyin->is_lower;
  int result = 0;
  for (uint32_t k = 0, at = i; k < pinyin->syllables && result == 0; k++) {
    lt_char syllable[LT_SYLLABLE_MOST];
    lt_search_term term = {0};
    uint32_t end = k + 1 < pinyin->syllables ? at + lt_sound_letters(pinyin->sounds[k], syllable) : i + length;
    place(w, at, end, &term);
    if (k == 0 && latin) result = give(w, term, letters);
    if (result == 0 && (sound || k > 0)) result = give_sound(w, term, pinyin->sounds[k], k == 0 && latin);
    at = end;
  }
  return result;
}

/* v is how ü is typed. */
static bool is_pinyin(const walk *w, lt_span word, lt_pinyin *pinyin) {
  lt_char letters[WORD_MOST];
  uint32_t length = lt_span_length(word);
  if (w->mode == LT_SEARCH_PLAIN || length > WORD_MOST) return false;
  for (uint32_t i = 0; i < length; i++) letters[i] = w->text->clean[word.begin + i] == 'v' ? u'ü' : w->text->clean[word.begin + i];
  return lt_pinyin_read((lt_slice){letters, length}, pinyin) == length;
}

/* The word of letters or of digits that begins at i; *end: where it ends. SEARCH-2 */
static int give_word(walk *w, uint32_t i, uint32_t *end) {
  lt_char letters[WORD_MOST];
  uint32_t n = 0, k = i;
  bool digits = lt_char_is_digit(fold(w->text->clean[i]));
  for (; k < w->text->length; k++) {
    lt_char c = fold(w->text->clean[k]);
    if (c == PARTS || (c != MARK && (stands_alone(w->text->clean[k]) || lt_char_is_digit(c) != digits))) break;
    if (c != MARK && n < WORD_MOST) letters[n++] = c;
  }
  *end = k;
  lt_search_term term = {0};
  lt_pinyin pinyin;
  if (!digits && is_pinyin(w, (lt_span){i, k}, &pinyin)) return give_syllables(w, i, k - i, &pinyin, (lt_slice){letters, n});
  place(w, i, k, &term);
  return give(w, term, (lt_slice){letters, n});
}

int lt_search_terms(const lt_text *text, const char *stored, size_t bytes, lt_search_mode mode, lt_search_taker *take, void *to) {
  walk w = {text, character_bytes(text, stored, bytes), 0, mode, take, to};
  if (w.bytes == NULL) return -1;
  int result = 0;
  for (uint32_t i = 0, end; i < text->length && result == 0; i = end) {
    lt_char c = text->clean[i], folded = fold(c);
    bool pair = (c & 0xFC00) == 0xD800 && i + 1 < text->length && (text->clean[i + 1] & 0xFC00) == 0xDC00;
    end = i + 1 + pair;
    if (pair || (folded > MARK && stands_alone(c))) result = give_character(&w, i, 1 + pair);
    else if (folded > MARK) result = give_word(&w, i, &end);
  }
  return result;
}
