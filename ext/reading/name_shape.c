/* Shapes of names. Lists of words decide (ext/data/words); each test looks at a dozen characters at most. */
#include "reading/name_shape.h"

#include "base/char.h"

enum { LONGEST_GENERIC_WORD = 6, LONGEST_NAME = 24 };

bool lt_is_word(const lt_lexicon *lexicon, lt_slice text, lt_cue_class class) {
  lt_term term;
  return class > LT_CUE_CLASSES ? lt_lexicon_has_word(lexicon, text, class) : lt_lexicon_find(lexicon, text, class, &term);
}

bool lt_is_function(const lt_lexicon *lexicon, lt_char c) { return lt_is_word(lexicon, (lt_slice){&c, 1}, LT_WORD_FUNCTION); }

/* 数据, 成都 */
static bool is_noun(const lt_lexicon *lexicon, lt_slice word) { return lt_is_word(lexicon, word, LT_WORD_GENERIC) || lt_is_word(lexicon, word, LT_WORD_PLACE); }

bool lt_works_as_grammar(const lt_lexicon *lexicon, lt_slice text, uint32_t place) {
  if (!lt_is_function(lexicon, text.at[place])) return false;
  bool ends_word = place > 0 && is_noun(lexicon, (lt_slice){text.at + place - 1, 2});
  return !ends_word && !(place + 2 <= text.length && is_noun(lexicon, (lt_slice){text.at + place, 2}));
}

bool lt_is_never_in_name(const lt_lexicon *lexicon, lt_char c) { return lt_is_word(lexicon, (lt_slice){&c, 1}, LT_WORD_PARTICLE); }

bool lt_is_name_character(lt_char c) {
  return lt_char_is_han(c) || lt_char_is_latin(c) || c == u'·' || c == '-' || c == '&' || c == '.';
}

bool lt_holds_han(lt_slice text) {
  for (uint32_t i = 0; i < text.length; i++) {
    if (lt_char_is_han(text.at[i])) return true;
  }
  return false;
}

uint32_t lt_surname_length(const lt_lexicon *lexicon, lt_slice text, bool *common) {
  lt_slice one = {text.at, 1}, two = {text.at, 2};
  *common = false;
  if (text.length == 0) return 0;
  if (text.length > 1 && lt_is_word(lexicon, two, LT_WORD_SURNAME)) {
    *common = true;
    return 2;
  }
  *common = lt_is_word(lexicon, one, LT_WORD_SURNAME);
  return *common || lt_is_word(lexicon, one, LT_WORD_SURNAME_ALSO_WORD);
}

static bool begins_with_ordinary_word(const lt_lexicon *lexicon, lt_slice text) {
  for (uint32_t n = 2; n <= 4 && n <= text.length; n++) {
    lt_slice head = {text.at, n};
    if (lt_is_word(lexicon, head, LT_WORD_NOT_PERSON) || lt_is_word(lexicon, head, LT_WORD_GENERIC) || lt_is_word(lexicon, head, LT_CUE_TITLE)) return true;
  }
  return false;
}

uint32_t lt_chinese_name_length(const lt_lexicon *lexicon, lt_slice text, uint32_t given, bool strong) {
  bool common;
  uint32_t surname = lt_surname_length(lexicon, text, &common);
  if (surname == 0 || surname + given > text.length || begins_with_ordinary_word(lexicon, text)) return 0;
  for (uint32_t i = 0; i < surname + given && i < text.length; i++) {
    if (lt_char_opens_rare_han(text.at[i])) {
      i++, given++; /* one character, two units */
      continue;
    }
    bool grammar = strong && common ? lt_is_never_in_name(lexicon, text.at[i]) : lt_is_function(lexicon, text.at[i]);
    if (!lt_char_is_han(text.at[i]) || grammar) return 0;
  }
  if (surname + given > text.length || lt_is_word(lexicon, (lt_slice){text.at + surname, given}, LT_CUE_TITLE)) return 0;
  return lt_holds_generic(lexicon, (lt_slice){text.at + surname, given}) ? 0 : surname + given;
}

static uint32_t transliterated(const lt_lexicon *lexicon, lt_slice text) {
  uint32_t n = 0;
  while (n < text.length && n < LONGEST_NAME && lt_is_word(lexicon, (lt_slice){text.at + n, 1}, LT_WORD_TRANSLITERATION)) n++;
  return n;
}

uint32_t lt_foreign_name_length(const lt_lexicon *lexicon, lt_slice text, bool bare) {
  uint32_t n = transliterated(lexicon, text), parts = 1;
  while (n > 0 && n + 1 < text.length && text.at[n] == u'·') {
    uint32_t part = transliterated(lexicon, (lt_slice){text.at + n + 1, text.length - n - 1});
    if (part == 0) break;
    n += 1 + part;
    parts++;
  }
  return parts > 1 || (bare && n >= 3) ? n : 0;
}

static uint32_t capitalised_word(lt_slice text) {
  enum { LONGEST = 40 };
  if (text.length == 0 || !lt_char_is_letter(text.at[0]) || lt_char_is_lower(text.at[0])) return 0;
  uint32_t n = 1, end = text.length < LONGEST ? text.length : LONGEST;
  while (n < end && (lt_char_is_letter(text.at[n]) || text.at[n] == '.' || text.at[n] == '\'' || text.at[n] == '-')) n++;
  return n;
}

uint32_t lt_latin_name_length(lt_slice text) {
  uint32_t n = capitalised_word(text), words = n > 0;
  while (words && words < 4 && n + 1 < text.length && text.at[n] == ' ') {
    uint32_t word = capitalised_word((lt_slice){text.at + n + 1, text.length - n - 1});
    if (word == 0) break;
    n += 1 + word;
    words++;
  }
  while (n > 0 && text.at[n - 1] == '.') n--;
  return words > 1 ? n : 0;
}

bool lt_is_latin_body(const lt_lexicon *lexicon, lt_slice name) {
  uint32_t last = name.length, first = lt_slice_index(name, ' ');
  while (last > 0 && name.at[last - 1] != ' ') last--;
  return lt_is_word(lexicon, (lt_slice){name.at + last, name.length - last}, LT_WORD_LATIN_BODY) || lt_is_word(lexicon, (lt_slice){name.at, first}, LT_WORD_GENERIC);
}

/* Whether the first i characters can be cut into generic words, for every i in turn. */
bool lt_is_generic(const lt_lexicon *lexicon, lt_slice text) {
  bool covered[LONGEST_NAME + 1] = {true};
  if (text.length > LONGEST_NAME) return false;
  for (uint32_t end = 1; end <= text.length; end++) {
    covered[end] = text.at[end - 1] == ' ' && covered[end - 1];
    for (uint32_t n = 1; n <= end && n <= LONGEST_GENERIC_WORD && !covered[end]; n++) {
      lt_slice word = {text.at + end - n, n};
      covered[end] = covered[end - n] && (lt_is_word(lexicon, word, LT_WORD_GENERIC) || lt_is_word(lexicon, word, LT_CUE_NAME_SUFFIX));
    }
  }
  return covered[text.length];
}

bool lt_holds_generic(const lt_lexicon *lexicon, lt_slice text) {
  for (uint32_t i = 0; i + 2 <= text.length; i++) {
    if (lt_is_word(lexicon, (lt_slice){text.at + i, 2}, LT_WORD_GENERIC)) return true;
  }
  return false;
}

uint32_t lt_place_length(const lt_lexicon *lexicon, lt_slice text) {
  for (uint32_t n = text.length < 4 ? text.length : 4; n >= 2; n--) {
    if (lt_is_word(lexicon, (lt_slice){text.at, n}, LT_WORD_PLACE)) return n;
  }
  return 0;
}
