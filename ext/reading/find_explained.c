/* Firms that the article explains where it names them, whatever their form.
**
**   EXPLAIN-1  a founder's or chief's title and a person behind it: 知知观澜创始人林远舟
**   EXPLAIN-2  quotation marks behind a noun for firms: AI公司“月下之舟”
**   EXPLAIN-3  the members of a list of investors: 投资方包括赤霄、远帆 */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"

enum { SHORTEST = 2, LONGEST = 6 };

static bool is_made_of_name_characters(lt_slice text) {
  for (uint32_t i = 0; i < text.length; i++) {
    if (!lt_is_name_character(text.at[i])) return false;
  }
  return text.length >= SHORTEST && text.length <= LONGEST;
}

static bool could_be_firm(const lt_reading *r, lt_span span) {
  lt_slice text = lt_reading_cut(r, span);
  if (!is_made_of_name_characters(text) || lt_is_generic(r->lexicon, text) || lt_holds_generic(r->lexicon, text)) return false;
  if (text.at[0] == u'前' || text.at[0] == u'原' || lt_is_word(r->lexicon, (lt_slice){text.at, 1}, LT_WORD_COUNT_DIGIT) || lt_reading_find_cue(r, span, LT_CUE_TITLE)) return false;
  for (uint32_t i = 0; i < text.length; i++) {
    if (text.at[i] == u'兼' || text.at[i] == u'副' || lt_is_function(r->lexicon, text.at[i])) return false;
  }
  return !lt_is_word(r->lexicon, text, LT_WORD_NOT_PERSON) && lt_place_length(r->lexicon, text) == 0;
}

static bool begins_phrase(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  if (place == s->span.begin || !lt_is_name_character(lt_reading_char(r, place - 1))) return true;
  return lt_is_function(r->lexicon, lt_reading_char(r, place - 1)) || lt_cue_before(r, place > s->span.begin + 8 ? place - 8 : s->span.begin, place, LT_CUE_BOUNDARY);
}

/* The name that ends at a place and begins where a phrase can; empty if there is none. */
static lt_span name_before(const lt_reading *r, const lt_sentence *s, uint32_t end) {
  for (uint32_t n = 1; n <= LONGEST && end >= s->span.begin + n; n++) {
    uint32_t begin = end - n;
    if (!lt_is_name_character(lt_reading_char(r, begin)) || lt_is_function(r->lexicon, lt_reading_char(r, begin))) break;
    if (begins_phrase(r, s, begin)) return (lt_span){begin, end};
  }
  return (lt_span){end, end};
}

static bool person_follows(const lt_finder *f, uint32_t place) {
  const lt_candidate *c = lt_candidate_here(f, place);
  return c && c->kind == LT_NAME_PERSON;
}

/* EXPLAIN-1 */
static void try_title(lt_finder *f, const lt_hit *title) {
  const lt_reading *r = f->r;
  const lt_sentence *s = lt_sentence_around(r, lt_hit_span(title));
  if (s == NULL || lt_reading_term(r, title).text.length == 0 || !person_follows(f, title->begin + title->length)) return;
  lt_span name = name_before(r, s, title->begin);
  if (could_be_firm(r, name) && !lt_candidate_before(f, name.end)) lt_found(f, name, LT_NAME_COMPANY, LT_SURE_SHAPE, LT_NOT_KNOWN);
}

/* EXPLAIN-2 */
static void try_quote(lt_finder *f, const lt_quote *quote) {
  const lt_reading *r = f->r;
  const lt_sentence *s = lt_sentence_around(r, quote->span);
  if (s == NULL || quote->span.begin < s->span.begin + 3) return;
  uint32_t noun = quote->span.begin - 1;
  bool explained = lt_is_word(r->lexicon, lt_reading_cut(r, (lt_span){noun - 2, noun}), LT_WORD_FIRM_NOUN);
  if (explained && is_made_of_name_characters(lt_reading_cut(r, quote->span)) && !lt_is_generic(r->lexicon, lt_reading_cut(r, quote->span))) lt_found(f, quote->span, LT_NAME_COMPANY, LT_SURE_SHAPE, LT_NOT_KNOWN);
}

/* EXPLAIN-3 */
static void try_investors(lt_finder *f, const lt_hit *cue) {
  const lt_reading *r = f->r;
  const lt_sentence *s = lt_sentence_around(r, lt_hit_span(cue));
  for (uint32_t begin = cue->begin + cue->length, end = begin; s && begin < s->span.end; begin = end + 1) {
    for (end = begin; end < s->span.end && lt_is_name_character(lt_reading_char(r, end)) && !lt_is_function(r->lexicon, lt_reading_char(r, end)); end++) {}
    lt_span name = {begin, end};
    if (could_be_firm(r, name) && !lt_candidate_here(f, begin)) lt_found(f, name, LT_NAME_COMPANY, LT_SURE_SHAPE, LT_NOT_KNOWN);
    if (end == s->span.end || lt_reading_char(r, end) != u'、') return;
  }
}

void lt_find_explained(lt_finder *f) {
  for (uint32_t i = 0; i < f->r->quotes.count; i++) try_quote(f, &f->r->quotes.at[i]);
  for (uint32_t i = 0; i < f->r->cues.count; i++) {
    const lt_hit *cue = &f->r->cues.at[i];
    if (cue->class == LT_CUE_TITLE) try_title(f, cue);
    if (cue->class == LT_CUE_INVESTORS) try_investors(f, cue);
  }
}
