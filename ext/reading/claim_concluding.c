/* The article's own summing up.
**
**   总而言之，修桥是一场马拉松。     …客人并不少，可见，老街还有生意可做。 */
#include "reading/argument.h"
#include "reading/clause.h"

enum { AT_STATEMENT = 1, ANYWHERE = 2, BEHIND_THIS = 3, WHOLE_CLAUSE = 4, SHORTEST = 6, LONGEST_THIS = 10, LONGEST_CLAUSE = 14 };

/* CLAIM-10  这些变化强调了…: what has been told is made to show something. NULL if the clause does not. */
static const lt_hit *behind_this(const lt_reading *r, lt_span clause) {
  if (r->text->clean[clause.begin] != u'这') return NULL;
  for (uint32_t i = lt_reading_cue_at(r, clause.begin); i < r->cues.count && r->cues.at[i].begin < clause.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class == LT_CUE_CONCLUDE && hit->begin - clause.begin <= LONGEST_THIS && lt_reading_term(r, hit).value == BEHIND_THIS) return hit;
  }
  return NULL;
}

/* CLAIM-6  总之 where a statement begins, 可见 where any clause begins, 综合多方因素 as a clause. *marker: how it is written. */
static bool concludes(const lt_reading *r, lt_span clause, bool first, lt_span *marker) {
  clause.begin = lt_clause_skip_links(r, clause);
  if (clause.begin == clause.end) return false;
  const lt_hit *hit = lt_reading_cue_here(r, clause.begin, LT_CUE_CONCLUDE);
  int how = hit ? lt_reading_term(r, hit).value : 0;
  if (how == 0 || how == BEHIND_THIS) hit = behind_this(r, clause), how = hit ? ANYWHERE : 0;
  if (how == 0 || (how != ANYWHERE && !first)) return false;
  *marker = (lt_span){clause.begin, hit->begin + hit->length};
  if (how == WHOLE_CLAUSE) marker->end = clause.end;
  return how != WHOLE_CLAUSE || lt_span_length(clause) <= LONGEST_CLAUSE;
}

static bool find_conclusion(const lt_argument *a, lt_span *marker) {
  lt_span clause;
  for (uint32_t place = a->statement.begin; lt_clause_next(a->reading, a->statement, place, &clause); place = clause.end) {
    if (concludes(a->reading, clause, clause.begin == a->statement.begin, marker)) return true;
  }
  return false;
}

static void add_conclusion(const lt_argument *a, lt_span headline, lt_slice marker) {
  lt_claim *c = lt_claim_add(a->reading, LT_CLAIM_CONCLUDING, headline);
  c->marker = marker;
  c->kind = LT_CLAIM_IS_CONCLUSION;
}

/* CLAIM-11  总结下来就是：, and every line of the list that follows is a conclusion. */
static bool announces_list(const lt_argument *a) {
  lt_char last = a->reading->text->clean[a->statement.end - 1];
  return last == u'：' || last == ':';
}

/* A conclusion made of points (整体而言，关键因素一是…，二是…) is left to them. */
void lt_claims_concluding(lt_argument *a) {
  lt_span marker;
  if (!find_conclusion(a, &marker) || a->points.end > a->points.begin || lt_argument_is_said(a, marker.begin)) return;
  lt_span headline = lt_clause_trim(a->reading, (lt_span){marker.end, a->statement.end});
  if (headline.end == headline.begin && announces_list(a)) a->sums_up = lt_reading_cut(a->reading, marker);
  if (lt_span_length(headline) < SHORTEST) return;
  add_conclusion(a, headline, lt_reading_cut(a->reading, marker));
  a->concluded = headline;
}

void lt_claims_summed_up(const lt_argument *a) { add_conclusion(a, lt_clause_trim(a->reading, a->statement), a->sums_up); }
