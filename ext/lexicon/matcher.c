/* One pass over the text for all vocabularies. At each place the filter is asked about the two and the three characters there; only where
** it does not turn them away are the few terms of their group compared, longest first. Chosen over an automaton because the text
** is read with one small table look-up a character instead of a walk through megabytes of states (1.1 against 0.2 GB/s bare). */
#include "base/char.h"
#include "lexicon/table.h"

typedef struct scan {
  const lt_lexicon *lexicon;
  lt_arena *arena;
  lt_slice text;
  lt_hits *names, *cues;
  uint32_t name_end;  /* of the last sure name found, or ordinary word that holds one */
  uint32_t name_next; /* one behind the place where the last name begins: one name a place, the longest */
} scan;

enum { FIRST_NOT_LATIN = 0x250 };

static bool is_east_asian(lt_char c) { return c >= 0x2E80; }

/* 4 in GPT-4.5 or 4o is no word. */
bool lt_is_whole_word(lt_slice text, uint32_t begin, uint32_t end) {
  lt_char first = text.at[begin], last = text.at[end - 1];
  if (is_east_asian(first) && is_east_asian(last)) return true;
  if (lt_char_is_latin(first) && begin > 0 && lt_char_is_latin(text.at[begin - 1])) return false;
  if (end == text.length) return true;
  lt_char next = text.at[end];
  if (lt_char_is_letter(last)) return !lt_char_is_letter(next);
  if (!lt_char_is_digit(last)) return true;
  return !lt_char_is_latin(next) && !(next == '.' && end + 1 < text.length && lt_char_is_digit(text.at[end + 1]));
}

/* The part of a window of four characters that a form fills. */
static const lt_term_head filled[] = {0, UINT64_C(0xFFFF), UINT64_C(0xFFFFFFFF), UINT64_C(0xFFFFFFFFFFFF), UINT64_MAX};

static bool goes_on(const scan *s, const lt_term_entry *term, uint32_t at) {
  if (term->length > s->text.length - at) return false;
  const lt_char *form = s->lexicon->pool + term->form;
  for (uint32_t i = 4; i < term->length; i++) {
    if (lt_char_lower(s->text.at[at + i]) != form[i]) return false;
  }
  return lt_is_whole_word(s->text, at, at + term->length);
}

/* A name or an ordinary word, unless one found before takes its place. */
static void take_name(scan *s, const lt_term_entry *term, lt_hit hit) {
  bool is_ordinary = term->class == LT_CUE_ORDINARY;
  if (hit.begin < s->name_end || hit.begin < s->name_next) return;
  if (is_ordinary || !term->ambiguous) s->name_end = hit.begin + term->length; /* 三星堆 leaves no place for 三星 */
  s->name_next = hit.begin + 1;
  if (!is_ordinary) *LT_PUSH(s->arena, s->names) = hit;
}

/* window: the four characters from `at` on, in lower case; hash: of the first one, two or three. */
static void look_in_group(scan *s, uint32_t at, lt_term_head window, uint32_t hash) {
  const uint32_t *group = s->lexicon->groups + lt_group_place(hash);
  const lt_term_head *heads = s->lexicon->heads;
  for (uint32_t i = group[0], end = group[1]; i < end; i++) {
    const lt_term_entry *term = &s->lexicon->terms[i];
    if ((window & filled[term->length < 4 ? term->length : 4]) != heads[i] || !goes_on(s, term, at)) continue;
    lt_hit hit = {at, i, term->length, term->class};
    if (term->class == LT_CUE_CLASSES || term->class == LT_CUE_ORDINARY) take_name(s, term, hit);
    else *LT_PUSH(s->arena, s->cues) = hit;
  }
}

/* Nothing that is found begins inside a Latin word or a number. */
static bool is_inside_word(lt_slice text, uint32_t at) {
  return text.at[at] < FIRST_NOT_LATIN && at > 0 && lt_char_is_latin(text.at[at]) && lt_char_is_latin(text.at[at - 1]);
}

void lt_lexicon_scan(const lt_lexicon *lexicon, lt_arena *arena, lt_slice text, lt_hits *names, lt_hits *cues) {
  scan s = {lexicon, arena, text, names, cues, 0, 0};
  lt_term_head window = 0;
  for (uint32_t i = 0; i < text.length + 3; i++) { /* the window runs three characters ahead */
    window = window >> 16 | (lt_term_head)(i < text.length ? lt_char_lower(text.at[i]) : 0) << 48;
    uint32_t at = i - 3;
    if (i < 3 || is_inside_word(text, at)) continue;
    uint32_t two = lt_hash_two((lt_char)window, (lt_char)(window >> 16)), three = lt_hash_three(two, (lt_char)(window >> 32));
    if (lt_has_bit(lexicon->filter, lt_filter_place(three))) look_in_group(&s, at, window, three);
    if (lt_has_bit(lexicon->filter, lt_filter_place(two))) look_in_group(&s, at, window, two);
    if (lt_has_bit(lexicon->singles, (lt_char)window)) look_in_group(&s, at, window, lt_hash_one((lt_char)window));
  }
}
