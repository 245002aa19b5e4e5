/* What a claim speaks of.
**
** Chinese puts it first, behind what says when, where and under which condition. So the first clause that is more than such a
** frame is looked at: the subject is the name it begins with, what the section is about where both begin alike (heading
** 河口镇靠水吃水, claim 河口镇丰富的水产…), what a pronoun stands for, or what stands before the first word that
** can only belong to a predicate (是, 有, 已经, 正在 …, predicate.tsv).
**
** Limits: a subject that is left out is only found where the caller knows one (the speaker, the lead of a list). */
#include "base/char.h"
#include "reading/argument.h"
#include "reading/clause.h"
#include "reading/holder.h"

enum { TOPIC = 3, SHORTEST = 2, LONGEST = 24, FRAMES = 4, BACK = 16 };

static bool is_player(const lt_entity *e) { return e->kind == LT_NAME_COMPANY || e->kind == LT_NAME_ORGANIZATION || e->kind == LT_NAME_MODEL; }

/* SUBJECT-1  The claim begins as the heading of its section does. */
static uint32_t shared_with_heading(const lt_reading *r, lt_slice text, uint32_t section) {
  lt_slice heading = r->document->sections.at[section].heading;
  uint32_t n = 0;
  while (n < heading.length && n < text.length && heading.at[n] == text.at[n]) n++;
  return n < heading.length && n < text.length && n >= TOPIC ? n : 0;
}

/* SUBJECT-2  A name that begins the claim is its subject: 行者T3 in 行者T3负重达到…. NULL if it begins with none. */
static const lt_mention *name_at(const lt_reading *r, uint32_t place, uint32_t end) {
  uint32_t i = lt_reading_mention_at(r, place);
  if (i == r->mentions.count || r->mentions.at[i].span.begin != place || r->mentions.at[i].span.end > end) return NULL;
  return &r->mentions.at[i];
}

const lt_hit *lt_claim_predicate(const lt_reading *r, lt_span clause) {
  for (uint32_t place = clause.begin; place < clause.end;) {
    const lt_mention *name = name_at(r, place, clause.end);
    uint32_t behind = lt_clause_step_over(r, place, clause.end);
    const lt_hit *hit = lt_reading_cue_here(r, place, LT_CUE_PREDICATE);
    if (name) place = name->span.end;
    else if (behind > place) place = behind;
    else if (hit && lt_reading_term(r, hit).value) return hit;
    else place += hit ? hit->length : 1;
  }
  return NULL;
}

/* SUBJECT-4  这, 即使, 因为 are no subjects. */
static bool is_no_subject(const lt_reading *r, lt_span s) {
  static const lt_cue_class classes[] = {LT_CUE_PRONOUN, LT_CUE_LINK, LT_CUE_CAUSE, LT_CUE_CONTRAST, LT_CUE_PREPOSITION};
  lt_char last = s.end > s.begin ? r->text->clean[s.end - 1] : 0;
  if (lt_span_length(s) < SHORTEST || lt_span_length(s) > LONGEST || last == u'的' || last == u'了') return true;
  for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
    const lt_hit *hit = lt_reading_cue_here(r, s.begin, classes[i]);
    if (hit && (classes[i] != LT_CUE_PRONOUN || hit->length == lt_span_length(s))) return true;
  }
  return false;
}

/* 它, 它们, 其, 该产品; not 其他, 其中. */
static bool is_thing_pronoun(const lt_reading *r, uint32_t place) {
  lt_char c = r->text->clean[place], next = place + 1 < r->text->length ? r->text->clean[place + 1] : 0;
  if (c == u'其') return next != u'他' && next != u'它' && next != u'中' && next != u'余' && next != u'实' && next != u'次';
  return c == u'它' || c == u'该';
}

/* SUBJECT-5  它, 其, 该产品: the firm or product named last; 他: nobody, for a person's views are about something else. */
static lt_slice stands_for(const lt_reading *r, uint32_t place) {
  if (!is_thing_pronoun(r, place)) return LT_NO_SLICE;
  for (uint32_t i = lt_reading_mention_at(r, place), n = 0; i-- > 0 && n < BACK; n++) {
    const lt_entity *e = &r->entities.at[r->mentions.at[i].entity];
    if (is_player(e)) return e->name;
  }
  return LT_NO_SLICE;
}

/* SUBJECT-6  在去年的测试中，…; 随着…，…; 目前，…: a clause that only frames the next one. */
static bool is_frame(const lt_reading *r, lt_span clause) {
  static const lt_cue_class heads[] = {LT_CUE_PREPOSITION, LT_CUE_CAUSE, LT_CUE_FUTURE, LT_CUE_CONTRAST};
  lt_slice tails = LT_SLICE("后时中上下里内前言看说年月日来");
  if (clause.begin == clause.end || lt_slice_index(tails, r->text->clean[clause.end - 1]) < tails.length) return true;
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++) {
    if (lt_reading_cue_here(r, clause.begin, heads[i])) return true;
  }
  return false;
}

/* 这些船厂, 一些渡口: what is pointed at. */
static uint32_t skip_pointers(const lt_reading *r, lt_span s) {
  static const lt_slice pointers[] = {{u"这些", 2}, {u"那些", 2}, {u"一些", 2}, {u"这类", 2}, {u"上述", 2}, {u"这种", 2}};
  lt_slice text = lt_reading_cut(r, s);
  for (size_t i = 0; i < sizeof pointers / sizeof pointers[0]; i++) {
    if (lt_slice_starts_with(text, pointers[i])) return s.begin + pointers[i].length;
  }
  return s.begin;
}

static lt_slice subject_of(const lt_reading *r, lt_span clause, uint32_t section) {
  clause.begin = skip_pointers(r, clause);
  lt_slice text = lt_reading_cut(r, clause);
  uint32_t shared = shared_with_heading(r, text, section);
  if (shared) return (lt_slice){text.at, shared};
  const lt_mention *name = name_at(r, clause.begin, clause.end);
  if (name) return r->entities.at[name->entity].name;
  lt_slice named = stands_for(r, clause.begin);
  if (named.at) return named;
  const lt_hit *predicate = lt_claim_predicate(r, clause); /* SUBJECT-3  The subject ends where the predicate begins. */
  lt_span before = {clause.begin, predicate ? predicate->begin : clause.begin};
  return is_no_subject(r, before) ? LT_NO_SLICE : lt_slice_trim(lt_reading_cut(r, before));
}

lt_slice lt_claim_subject(const lt_reading *r, lt_span headline, uint32_t section) {
  lt_span clause;
  uint32_t place = headline.begin;
  for (int i = 0; i < FRAMES && lt_clause_next(r, headline, place, &clause); i++, place = clause.end) {
    lt_span own = {lt_holder_skip_lead(r, clause), clause.end};
    bool more = clause.end < headline.end;
    if (more && is_frame(r, own)) continue;
    lt_slice subject = subject_of(r, own, section);
    if (subject.at || lt_claim_predicate(r, own)) return subject;
  }
  return LT_NO_SLICE;
}
