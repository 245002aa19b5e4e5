/* What all finders need: candidates in order, and questions about a form's other places. */
#include "reading/finder.h"

#include "base/char.h"
#include "lexicon/segment.h"

bool lt_goes_on_differently(const lt_reading *r, lt_span span) {
  enum { PAGE = 4000 };
  uint32_t length = lt_span_length(span);
  lt_slice form = lt_reading_cut(r, span), text = {r->text->clean, r->text->length < PAGE ? r->text->length : PAGE};
  for (uint32_t from = 0; from + length < text.length;) {
    uint32_t found = from + lt_slice_find((lt_slice){text.at + from, text.length - from}, form);
    if (found + length >= text.length) return false;
    if (found != span.begin && text.at[found + length] != r->text->clean[span.end]) return true;
    from = found + length;
  }
  return false;
}

static bool is_address_character(lt_char c) { return lt_char_is_latin(c) || (c > ' ' && c < 0x7F && c != '(' && c != ')' && c != '"' && c != ',' && c != ';'); }

bool lt_is_in_address(const lt_reading *r, lt_span span) {
  enum { FAR = 100 };
  const lt_char *text = r->text->clean;
  if (lt_char_is_han(text[span.begin])) return false;
  uint32_t begin = span.begin, end = span.end;
  while (begin > 0 && span.begin - begin < FAR && is_address_character(text[begin - 1])) begin--;
  while (end < r->text->length && end - span.end < FAR && is_address_character(text[end])) end++;
  for (uint32_t i = begin; i + 1 < end; i++) {
    if (text[i] == '@' || (text[i] == ':' && text[i + 1] == '/')) return true;
    if (text[i] == '.' && lt_char_is_lower(text[i + 1]) && i + 2 < end && lt_char_is_lower(text[i + 2]) && i > begin && lt_char_is_lower(text[i - 1])) return true;
  }
  return false;
}

/* Index of the first of `count` candidates, ordered by begin, that begins at or after a place. */
static uint32_t candidate_at(const lt_finder *f, uint32_t count, uint32_t place) {
  uint32_t low = 0;
  LT_BISECT(low, count, f->candidates.at[i].span.begin < place);
  return low;
}

static const lt_candidate *ending_at(const lt_finder *f, uint32_t count, uint32_t place) {
  uint32_t i = candidate_at(f, count, place);
  return i > 0 && f->candidates.at[i - 1].span.end == place ? &f->candidates.at[i - 1] : NULL;
}

const lt_candidate *lt_known_before(const lt_finder *f, uint32_t place) { return ending_at(f, f->known, place); }

const lt_candidate *lt_known_here(const lt_finder *f, uint32_t place) {
  uint32_t i = candidate_at(f, f->known, place);
  return i < f->known && f->candidates.at[i].span.begin == place ? &f->candidates.at[i] : NULL;
}

bool lt_known_straddles(const lt_finder *f, uint32_t place) {
  uint32_t i = candidate_at(f, f->known, place);
  return i > 0 && f->candidates.at[i - 1].span.end > place;
}

const lt_candidate *lt_candidate_before(const lt_finder *f, uint32_t place) { return ending_at(f, f->settled, place); }

const lt_candidate *lt_candidate_here(const lt_finder *f, uint32_t place) {
  uint32_t i = candidate_at(f, f->settled, place);
  return i < f->settled && f->candidates.at[i].span.begin == place ? &f->candidates.at[i] : NULL;
}

static int in_reading_order(const void *left, const void *right) {
  const lt_candidate *a = left, *b = right;
  if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end > b->span.end ? -1 : 1;
  if (a->sureness != b->sureness) return a->sureness > b->sureness ? -1 : 1;
  return (int)a->kind - (int)b->kind;
}

/* Of two names of one kind the longer is the whole: “通义灵码” over 通义. */
static bool beats(const lt_candidate *challenger, const lt_candidate *holder) {
  bool covers = lt_span_covers(challenger->span, holder->span) && lt_span_length(challenger->span) > lt_span_length(holder->span);
  if (challenger->kind == holder->kind && covers) return challenger->sureness > LT_SURE_TAGGED;
  if (challenger->kind == holder->kind && lt_span_covers(holder->span, challenger->span)) return holder->sureness <= LT_SURE_TAGGED;
  if (challenger->sureness != holder->sureness) return challenger->sureness > holder->sureness;
  return lt_span_length(challenger->span) > lt_span_length(holder->span);
}

void lt_settle(lt_finder *f) {
  lt_candidate *c = f->candidates.at;
  uint32_t kept = 0;
  LT_SORT(&f->candidates, in_reading_order);
  for (uint32_t i = 0; i < f->candidates.count; i++) {
    bool wins = true;
    while (wins && kept > 0 && lt_span_overlaps(c[kept - 1].span, c[i].span)) {
      wins = beats(&c[i], &c[kept - 1]);
      kept -= wins;
    }
    if (wins) c[kept++] = c[i];
  }
  f->candidates.count = f->settled = kept;
}

bool lt_is_made_of_words(const lt_reading *r, lt_span span) {
  lt_tokens tokens = {0};
  lt_segment(r->arena, (lt_slice){r->text->clean, r->text->length}, span, &tokens);
  for (uint32_t i = 0; i < tokens.count; i++) {
    if (tokens.at[i].kind != LT_TOKEN_WORD) return false;
  }
  return true;
}
