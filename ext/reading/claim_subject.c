/* What a claim speaks of.
**
** Chinese puts it first, so it is what stands before the first word that can only belong to a predicate (是, 有, 已经, 正在 …,
** predicate.tsv). A long subject that begins with what the section is about (heading 互联网大厂资源傍身, claim
** 互联网大厂丰富的应用场景…) is shortened to that. */
#include "reading/argument.h"
#include "reading/clause.h"

enum { TOPIC = 3, SHORTEST = 2, LONGEST = 24 };

/* SUBJECT-1  The claim begins as the heading of its section does. */
static uint32_t shared_with_heading(const lt_reading *r, lt_slice text, uint32_t section) {
  lt_slice heading = r->document->sections.at[section].heading;
  uint32_t n = 0;
  while (n < heading.length && n < text.length && heading.at[n] == text.at[n]) n++;
  return n < heading.length && n < text.length && n >= TOPIC ? n : 0;
}

/* SUBJECT-2  A name that begins the claim is its subject. */
static uint32_t name_length(const lt_reading *r, uint32_t place, uint32_t end) {
  uint32_t i = lt_reading_mention_at(r, place);
  if (i == r->mentions.count || r->mentions.at[i].span.begin != place || r->mentions.at[i].span.end > end) return 0;
  return lt_span_length(r->mentions.at[i].span);
}

const lt_hit *lt_claim_predicate(const lt_reading *r, lt_span clause) {
  for (uint32_t place = clause.begin; place < clause.end;) {
    uint32_t name = name_length(r, place, clause.end), behind = lt_clause_step_over(r, place, clause.end);
    const lt_hit *hit = lt_reading_cue_here(r, place, LT_CUE_PREDICATE);
    if (name) place += name;
    else if (behind > place) place = behind;
    else if (hit && lt_reading_term(r, hit).value) return hit;
    else place += hit ? hit->length : 1;
  }
  return NULL;
}

/* SUBJECT-3  The subject ends where the predicate begins. */
static uint32_t before_predicate(const lt_reading *r, lt_span clause) {
  const lt_hit *predicate = lt_claim_predicate(r, clause);
  return predicate ? predicate->begin - clause.begin : 0;
}

/* SUBJECT-4  它, 这, 即使, 因为 are no subjects. */
static bool is_no_subject(const lt_reading *r, lt_span s) {
  static const lt_cue_class classes[] = {LT_CUE_PRONOUN, LT_CUE_LINK, LT_CUE_CAUSE, LT_CUE_CONTRAST, LT_CUE_PREPOSITION};
  lt_char last = r->text->clean[s.end - 1];
  if (lt_span_length(s) < SHORTEST || lt_span_length(s) > LONGEST || last == u'的' || last == u'了') return true;
  for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++) {
    const lt_hit *hit = lt_reading_cue_here(r, s.begin, classes[i]);
    if (hit && (classes[i] != LT_CUE_PRONOUN || hit->length == lt_span_length(s))) return true;
  }
  return false;
}

lt_slice lt_claim_subject(const lt_reading *r, lt_span headline, uint32_t section) {
  lt_span clause;
  if (!lt_clause_next(r, headline, headline.begin, &clause)) return LT_NO_SLICE;
  lt_slice text = lt_reading_cut(r, clause);
  uint32_t length = shared_with_heading(r, text, section);
  if (length == 0) length = name_length(r, clause.begin, clause.end);
  if (length == 0) length = before_predicate(r, clause);
  if (length == 0 || is_no_subject(r, (lt_span){clause.begin, clause.begin + length})) return LT_NO_SLICE;
  return lt_slice_trim((lt_slice){text.at, length});
}
