/* TOPIC-1  a place speaks of the first firm before it in its part of the sentence, else of the sentences before, else of the heading's
** TOPIC-2  not of one that only tells where somebody comes from or works, that is measured by, or that is a place
**
** How far it looks is bounded, so that a sentence of a million names costs no more than one of ten. */
#include "reading/topic.h"

enum { SENTENCES_BACK = 3, REACH = 400, LEAD = 200 };

/* Media, funds and public bodies tell of firms; they are seldom what a text is about. */
static bool can_be_topic(const lt_reading *r, const lt_entity *e) {
  if (e->kind != LT_NAME_ORGANIZATION) return e->kind == LT_NAME_COMPANY;
  if (!e->known) return true;
  lt_slice type = lt_lexicon_name(r->lexicon, e->lexicon_name).fact;
  return lt_slice_equals(type, LT_SLICE("lab")) || lt_slice_equals(type, LT_SLICE("institute")) || lt_slice_equals(type, LT_SLICE("university"));
}

/* 周岚离职东江集团以后: a firm that somebody joins, leaves or works for is where somebody is, not who acts. */
static bool is_employer(const lt_reading *r, uint32_t place) {
  enum { VERB = 6 };
  return lt_cue_before(r, place > VERB ? place - VERB : 0, place, LT_CUE_JOB_VERB) != NULL;
}

/* 比东江集团高5倍, 与云桥科技不同, 在东江集团: something to measure by, or a place. */
static bool is_measure(const lt_reading *r, lt_span firm) {
  enum { WORD = 4, BEHIND = 6 };
  if (firm.begin == 0) return false;
  lt_char c = r->text->clean[firm.begin - 1];
  if (lt_slice_index(LT_SLICE("比像在从到赴"), c) < 6) return true;
  const lt_hit *behind = lt_reading_find_cue(r, (lt_span){firm.end, firm.end + BEHIND}, LT_CUE_COMPARE);
  bool measured = behind && lt_reading_term(r, behind).value == 1 && lt_slice_index(LT_SLICE("与和同除继"), c) < 5;
  return measured || lt_cue_before(r, firm.begin > WORD ? firm.begin - WORD : 0, firm.begin, LT_CUE_COMPARE) != NULL;
}

/* TOPIC-2: where somebody comes from (前东江集团CEO) is not spoken of. */
static uint32_t first_firm(const lt_reading *r, uint32_t begin, uint32_t end) {
  for (uint32_t i = lt_reading_mention_at(r, begin); i < r->mentions.count && r->mentions.at[i].span.end <= end; i++) {
    const lt_role *role = lt_role_around(r, r->mentions.at[i].span);
    if (can_be_topic(r, &r->entities.at[r->mentions.at[i].entity]) && !(role && role->former) && !is_employer(r, r->mentions.at[i].span.begin) && !is_measure(r, r->mentions.at[i].span)) return i;
  }
  return r->mentions.count;
}

static uint32_t part_start(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  uint32_t far = place > s->span.begin + REACH ? place - REACH : s->span.begin;
  while (place > far && r->text->clean[place - 1] != u'；') place--;
  return place;
}

static uint32_t first_of_sentence(const lt_reading *r, const lt_sentence *s) {
  return first_firm(r, s->span.begin, lt_span_length(s->span) > LEAD ? s->span.begin + LEAD : s->span.end);
}

/* TOPIC-1 */
uint32_t lt_topic(const lt_reading *r, uint32_t place) {
  uint32_t here = lt_reading_sentence_of(r, place), section = r->document->sentences.at[here].section;
  const lt_sentence *sentences = r->document->sentences.at;
  uint32_t found = first_firm(r, part_start(r, &sentences[here], place), place);
  for (uint32_t n = 1; n <= SENTENCES_BACK && n <= here && found == r->mentions.count && sentences[here - n].section == section; n++) {
    found = first_of_sentence(r, &sentences[here - n]);
  }
  lt_slice heading = r->document->sections.at[section].heading;
  if (found == r->mentions.count && heading.at != NULL) {
    uint32_t begin = r->document->sections.at[section].span.begin;
    found = first_firm(r, begin, begin + heading.length);
  }
  return found;
}
