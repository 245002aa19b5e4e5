/* See career.h.
**
**   JOB-1  who: 周岚，2016年加入云桥科技: the person a clause begins with, a title or a date at most before the name. Not one that comes
**          in with a word of its own: 师从柯望舒, 向柯望舒汇报
**   JOB-2  他 and nobody: the person the sentences before told of, in the same section
**   JOB-3  从云桥科技离职后，周岚…: whoever begins the clause behind one that only says when
**   JOB-4  of several firms joined one after the other in a paragraph only the last is the present one */
#include "reading/career.h"

#include "base/char.h"

enum { CLOSE = 8, REACH = 200, SENTENCES = 3, SENTENCES_HE = 12 };

static uint32_t reach_before(const lt_relator *x, uint32_t place) { return place > x->where.begin + REACH ? place - REACH : x->where.begin; }

static bool comes_in_with_word(const lt_relator *x, uint32_t place) {
  return lt_is_one_of(lt_char_before(x, place), LT_SLICE("和与向跟对从由被让给同")) || lt_text_before(x, place, LT_SLICE("师从"));
}

/* Is there nothing before the name in its clause but a title, a date, 而? Or a word that brings somebody up: 还有渡船之父周岚. */
static bool begins_clause(const lt_relator *x, const lt_unit *people) {
  uint32_t start = lt_clause_start(x, people->span.begin);
  if (people->span.begin - start <= CLOSE) return true;
  const lt_role *role = people->span.begin ? lt_role_around(x->r, (lt_span){people->span.begin - 1, people->span.begin}) : NULL;
  uint32_t begin = role ? role->span.begin : people->span.begin;
  return begin <= start + CLOSE || lt_is_one_of(lt_char_before(x, begin), LT_SLICE("有是叫"));
}

/* JOB-1 */
static const lt_unit *subject_before(const lt_relator *x, uint32_t place) {
  enum { STEPS = 8 };
  const lt_unit *people = lt_unit_before(&x->units, place, LT_UNIT_PERSON);
  for (int step = 0; people && step < STEPS; step++, people = lt_unit_before(&x->units, people->span.begin, LT_UNIT_PERSON)) {
    if (!comes_in_with_word(x, people->span.begin) && begins_clause(x, people)) return people;
  }
  return NULL;
}

/* JOB-3: 从云桥科技离职后，周岚…: whoever begins the next clause, where this one only says when. */
static const lt_unit *subject_behind(const lt_relator *x, uint32_t place) {
  uint32_t end = lt_clause_end(x, place);
  const lt_unit *people = lt_unit_after(&x->units, end, LT_UNIT_PERSON);
  bool says_when = lt_is_one_of(lt_char_before(x, end), LT_SLICE("后前时际来"));
  return people && says_when && lt_stands_between(x, end, people->span.begin, u'，') && people->span.begin - end == 1 ? people : NULL;
}

static bool says_he(const lt_relator *x, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; i++) {
    lt_char c = x->r->text->clean[i];
    if ((c == u'他' || c == u'她') && x->r->text->clean[i + 1] != u'们') return true;
  }
  return false;
}

/* Rowan Lee为工程师: a sentence on somebody whose name is not known. */
static bool begins_with_stranger(const lt_relator *x) {
  uint32_t place = x->where.begin;
  return lt_char_is_upper(x->r->text->clean[place]) && !lt_is_in_name(x, (lt_span){place, place + 1});
}

/* JOB-2: without 他 nothing that could be somebody else stands before the words in their clause. */
static bool hero_speaks(const lt_relator *x, uint32_t place) {
  enum { SHORT = 8 };
  if (x->hero == x->r->mentions.count || begins_with_stranger(x)) return false;
  uint32_t start = lt_clause_start(x, place), age = x->sentence - x->hero_sentence;
  if (says_he(x, reach_before(x, place), place)) return age <= SENTENCES_HE;
  const lt_unit *firm = lt_unit_before(&x->units, place, LT_UNIT_FIRM);
  bool somebody_else = firm && firm->span.begin >= start && !lt_is_one_of(lt_char_before(x, firm->span.begin), LT_SLICE("在从于由"));
  return age <= SENTENCES && !somebody_else && place - start <= SHORT;
}

bool lt_career_people(lt_relator *x, uint32_t place, lt_unit *people) {
  const lt_unit *subject = subject_behind(x, place);
  if (subject == NULL) subject = subject_before(x, place);
  if (subject == NULL && !hero_speaks(x, place)) return false;
  *people = subject ? *subject : lt_unit_of(x->r, x->hero);
  return true;
}

void lt_career_note_hero(lt_relator *x) {
  const lt_sentence *sentences = x->r->document->sentences.at;
  bool new_section = x->sentence && sentences[x->sentence].section != sentences[x->sentence - 1].section;
  if (new_section || begins_with_stranger(x)) x->hero = x->r->mentions.count;
  for (const lt_unit *people = lt_unit_after(&x->units, x->where.begin, LT_UNIT_PERSON); people; people = lt_unit_after(&x->units, people->span.end, LT_UNIT_PERSON)) {
    if (comes_in_with_word(x, people->span.begin) || !begins_clause(x, people)) continue;
    x->hero = people->first;
    x->hero_sentence = x->sentence;
    return;
  }
  if (says_he(x, x->where.begin, x->where.end)) x->hero_sentence = x->sentence;
}

/* The last word of time before the place says it. */
bool lt_career_is_past(const lt_relator *x, uint32_t place) {
  bool past = false;
  for (uint32_t i = lt_reading_cue_at(x->r, reach_before(x, place)); i < x->r->cues.count && x->r->cues.at[i].begin < place; i++) {
    if (x->r->cues.at[i].class == LT_CUE_PAST) past = lt_reading_term(x->r, &x->r->cues.at[i]).value != 1;
  }
  return past;
}

/* JOB-4 */
static void leave_before(lt_relator *x, uint32_t person, uint32_t firm, uint32_t paragraph) {
  uint32_t *last = &x->last_joining[person];
  for (; *last && x->joinings.at[*last - 1].paragraph == paragraph; *last = x->joinings.at[*last - 1].earlier) {
    const lt_joining *left = &x->joinings.at[*last - 1];
    if (left->firm != firm) lt_relate_entities(x, LT_RELATION_FORMERLY_AT, person, left->firm, left->span);
  }
}

void lt_career_joins(lt_relator *x, const lt_unit *people, uint32_t firm, lt_span where, bool anew) {
  uint32_t paragraph = x->r->document->sentences.at[x->sentence].paragraph;
  for (uint32_t i = people->first; i <= people->last; i++) {
    uint32_t person = x->r->mentions.at[i].entity;
    if (anew) leave_before(x, person, firm, paragraph);
    *LT_PUSH(x->r->arena, &x->joinings) = (lt_joining){firm, paragraph, x->last_joining[person], where};
    x->last_joining[person] = x->joinings.count;
    lt_relate_entities(x, LT_RELATION_WORKS_AT, person, firm, where);
  }
}
