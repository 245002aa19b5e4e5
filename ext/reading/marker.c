/* Recognising a marker where it stands. Words are lines of sequence.tsv and sequence_paused.tsv; numbers are read here. */
#include "reading/marker.h"

#include "base/char.h"
#include "reading/clause.h"

enum { TOPIC_CLAUSE = 10 }; /* characters of 算法方面 at most */

static const lt_char numerals[] = u"一二三四五六七八九十";

static uint32_t behind_pause(const lt_reading *r, uint32_t place, uint32_t end) {
  while (place < end && (lt_char_is_pause(r->text->clean[place]) || lt_char_is_space(r->text->clean[place]))) place++;
  return place;
}

/* MARKER-3  二要把账记清: the verb belongs to the point. */
static bool ends_in_verb(const lt_term *term) { return term->text.at[0] == u'要'; }

static void of_word(const lt_reading *r, const lt_hit *hit, uint32_t end, lt_marker *m) {
  lt_term term = lt_reading_term(r, hit);
  lt_char style = term.text.at[0];
  m->span = (lt_span){hit->begin, hit->begin + hit->length - ends_in_verb(&term)};
  m->number = term.value;
  m->style = style == u'要' ? u'是' : style;
  m->family = style == u'第' ? LT_MARKER_ORDER : style == u'面' ? LT_MARKER_SIDE : style == u'加' ? LT_MARKER_MORE : LT_MARKER_WORD;
  m->behind = behind_pause(r, m->span.end, end);
}

/* MARKER-1  首先这事儿不难: some words open a point whatever follows.
** MARKER-2  最后，… but not 最后一站: others only before a pause. */
static bool is_word(const lt_reading *r, lt_span statement, uint32_t place, lt_marker *m) {
  const lt_hit *hit = lt_reading_cue_here(r, place, LT_CUE_SEQUENCE);
  if (hit == NULL) {
    hit = lt_reading_cue_here(r, place, LT_CUE_SEQUENCE_PAUSED);
    if (hit == NULL || hit->begin + hit->length >= statement.end || !lt_char_is_pause(r->text->clean[hit->begin + hit->length])) return false;
  }
  if (hit->begin + hit->length > statement.end) return false;
  of_word(r, hit, statement.end, m);
  return true;
}

/* 12, 三, 十: a small number; the place behind it, or place. */
static uint32_t read_number(const lt_char *clean, uint32_t place, uint32_t end, int *number) {
  *number = 0;
  while (place < end && lt_char_is_digit(clean[place]) && *number < 10) *number = *number * 10 + (clean[place++] - '0');
  if (*number || place == end) return place;
  for (int i = 0; numerals[i]; i++) {
    if (clean[place] == numerals[i]) *number = i + 1;
  }
  return place + (*number > 0);
}

/* MARKER-4  （一） (2) ① anywhere a clause begins; 1. 二、 3） only where a statement begins, for 1.5倍 and 一、二线城市 are not markers. */
static bool is_number(const lt_reading *r, lt_span statement, uint32_t place, lt_marker *m) {
  const lt_char *clean = r->text->clean;
  lt_char first = clean[place], close = first == u'（' ? u'）' : first == '(' ? ')' : 0;
  m->family = LT_MARKER_NUMBER;
  if (first >= u'①' && first <= u'⑳') {
    *m = (lt_marker){LT_MARKER_NUMBER, u'①', first - u'①' + 1, {place, place + 1}, place + 1};
    return true;
  }
  uint32_t end = read_number(clean, place + (close != 0), statement.end, &m->number);
  if (m->number == 0 || end >= statement.end) return false;
  lt_char behind = clean[end];
  if (close ? behind != close : place != statement.begin || !(behind == '.' || behind == u'．' || behind == u'、' || behind == u'）' || behind == ')')) return false;
  if (!close && end + 1 < statement.end && lt_char_is_digit(clean[end + 1])) return false;
  if (!close && behind == u'、' && lt_char_is_han(clean[place]) && end + 1 < statement.end && lt_slice_index(LT_SLICE("一二三四五六七八九十"), clean[end + 1]) < 10) return false;
  m->style = close ? u'（' : lt_char_is_digit(first) ? '.' : u'、';
  m->span = (lt_span){place, end + 1};
  m->behind = behind_pause(r, end + 1, statement.end);
  return true;
}

/* MARKER-5  算法方面，…；硬件方面，…: parallel openings. */
static bool is_topic(const lt_reading *r, lt_span statement, lt_span clause, lt_marker *m) {
  const lt_char *clean = r->text->clean;
  if (clause.end == statement.end || lt_span_length(clause) > TOPIC_CLAUSE || !lt_slice_ends_with(lt_reading_cut(r, clause), LT_SLICE("方面")) || clean[clause.end] != u'，') return false;
  *m = (lt_marker){LT_MARKER_TOPIC, u'方', LT_MARKER_NEXT, clause, behind_pause(r, clause.end, statement.end)};
  return true;
}

bool lt_marker_here(const lt_reading *r, lt_span statement, lt_span clause, lt_marker *m) {
  return is_word(r, statement, clause.begin, m) || is_number(r, statement, clause.begin, m) || is_topic(r, statement, clause, m);
}
