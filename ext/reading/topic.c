/* See topic.h. How far it looks is bounded, so that a sentence of a million names costs no more than one of ten. */
#include "reading/topic.h"

enum { SENTENCES_BACK = 3, REACH = 400, LEAD = 200 };

/* Media, funds and public bodies tell of firms; they are seldom what a text is about. */
static bool can_be_topic(const lt_reading *r, const lt_entity *e) {
  if (e->kind != LT_NAME_ORGANIZATION) return e->kind == LT_NAME_COMPANY;
  if (!e->known) return true;
  lt_slice type = lt_lexicon_name(r->lexicon, e->lexicon_name).fact;
  return lt_slice_equals(type, LT_SLICE("lab")) || lt_slice_equals(type, LT_SLICE("institute")) || lt_slice_equals(type, LT_SLICE("university"));
}

/* 卡帕西离职OpenAI以后: a firm that somebody joins, leaves or works for is where somebody is, not who acts. */
static bool is_employer(const lt_reading *r, uint32_t place) {
  enum { VERB = 6 };
  return lt_cue_before(r, place > VERB ? place - VERB : 0, place, LT_CUE_JOB_VERB) != NULL;
}

/* 比谷歌学术高5倍, 与月之暗面不同, 在谷歌: something to measure by, or a place. */
static bool is_measure(const lt_reading *r, uint32_t place) {
  enum { WORD = 4 };
  if (place == 0) return false;
  lt_char c = r->text->clean[place - 1], before = place > 1 ? r->text->clean[place - 2] : 0;
  bool opens = before == 0 || before == u'，' || before == u'。' || before == u'\n' || before == u'；' || before == u'：';
  if (lt_slice_index(LT_SLICE("比像在从到赴"), c) < 6 || ((c == u'与' || c == u'和' || c == u'除' || c == u'继') && opens)) return true;
  return lt_cue_before(r, place > WORD ? place - WORD : 0, place, LT_CUE_COMPARE) != NULL;
}

/* Where somebody comes from (前搜狗CEO) is not spoken of. */
static uint32_t first_firm(const lt_reading *r, uint32_t begin, uint32_t end) {
  for (uint32_t i = lt_reading_mention_at(r, begin); i < r->mentions.count && r->mentions.at[i].span.end <= end; i++) {
    const lt_role *role = lt_role_around(r, r->mentions.at[i].span);
    if (can_be_topic(r, &r->entities.at[r->mentions.at[i].entity]) && !(role && role->former) && !is_employer(r, r->mentions.at[i].span.begin) && !is_measure(r, r->mentions.at[i].span.begin)) return i;
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
