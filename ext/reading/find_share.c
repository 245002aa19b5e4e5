/* Firms whose shares are dealt in.
**
**   FORM-9  what stands between a word for a deal and a share of it is a firm: 收购知舟云三成股权, 持有知舟云51%的股份. The name is whatever
**           is written there, from the word to the quantity or to what says how much; words that stand for a firm (标的公司) are none */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"

enum { SHORTEST = 2, LONGEST = 12 };

static bool starts_with(const lt_reading *r, uint32_t place, lt_slice word) {
  return place + word.length <= r->text->length && lt_slice_equals(lt_reading_cut(r, (lt_span){place, place + word.length}), word);
}

/* Does a share begin here: 51%股权, 三成股份, 全部股权, 的股份? */
static bool is_share(const lt_reading *r, uint32_t place) {
  enum { FAR = 12 };
  static const lt_slice words[] = {{u"的", 1}, {u"全部", 2}, {u"部分", 2}, {u"多数", 2}, {u"股权", 2}, {u"股份", 2}, {u"控股权", 3}};
  bool opens = lt_char_is_digit(lt_reading_char(r, place)) || lt_reading_char(r, place) == '<' || lt_is_word(r->lexicon, lt_reading_cut(r, (lt_span){place, place + 1}), LT_WORD_COUNT_DIGIT);
  for (size_t i = 0; i < sizeof words / sizeof *words && !opens; i++) opens = starts_with(r, place, words[i]);
  for (uint32_t i = place; opens && i < place + FAR && i + 1 < r->text->length; i++) {
    lt_char c = lt_reading_char(r, i);
    if (c == u'股') return lt_reading_char(r, i + 1) == u'权' || lt_reading_char(r, i + 1) == u'份';
    if (c == u'，' || c == u'。' || c == u'；' || c == '\n') return false;
  }
  return false;
}

/* Does the name hold something, and no word of grammar or for a deal? */
static bool names_something(const lt_reading *r, lt_span name) {
  enum { NOUN = 8 };
  const lt_hit *noun = lt_cue_before(r, name.end > NOUN ? name.end - NOUN : 0, name.end, LT_CUE_BOUNDARY);
  uint32_t stem = noun && noun->begin > name.begin ? noun->begin : name.end;
  if (noun && noun->begin <= name.begin) return false;
  return !lt_is_generic(r->lexicon, lt_reading_cut(r, (lt_span){name.begin, stem})) && !lt_reading_find_cue(r, name, LT_CUE_DEAL) && !lt_reading_find_cue(r, name, LT_CUE_BOTH);
}

static void try_share(lt_finder *f, const lt_hit *word) {
  const lt_reading *r = f->r;
  lt_term term = lt_reading_term(r, word);
  lt_span name = {word->begin + word->length, word->begin + word->length};
  const lt_sentence *s = lt_sentence_around(r, lt_hit_span(word));
  if (s == NULL || term.value < 1 || term.value > 3 || term.text.length) return;
  while (name.end < s->span.end && lt_span_length(name) <= LONGEST && !is_share(r, name.end)) {
    lt_char c = lt_reading_char(r, name.end);
    if ((!lt_char_is_han(c) && !lt_char_is_latin(c)) || lt_is_function(r->lexicon, c)) return;
    name.end++;
  }
  bool fits = lt_span_length(name) >= SHORTEST && lt_span_length(name) <= LONGEST && name.end < s->span.end;
  if (fits && names_something(r, name)) lt_found(f, name, LT_NAME_COMPANY, LT_SURE_SHAPE, LT_NOT_KNOWN);
}

void lt_find_shares(lt_finder *f) {
  for (uint32_t i = 0; i < f->r->cues.count; i++) {
    if (f->r->cues.at[i].class == LT_CUE_DEAL) try_share(f, &f->r->cues.at[i]);
  }
}
