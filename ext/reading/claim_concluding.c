/* The article's own summing up.
**
**   总而言之，对所有玩家来说，大模型无疑是一场马拉松。     …也不在少数，可见，国产大模型还有很长的路要走。 */
#include "reading/argument.h"
#include "reading/clause.h"

enum { ANYWHERE = 2, SHORTEST = 6 };

/* CLAIM-6  总之 where a statement begins, 可见 where any clause begins. */
static const lt_hit *conclusion_in(const lt_argument *a, uint32_t *begin) {
  const lt_reading *r = a->reading;
  lt_span clause;
  for (uint32_t place = a->statement.begin; lt_clause_next(r, a->statement, place, &clause); place = clause.end) {
    uint32_t own = lt_clause_skip_links(r, clause);
    const lt_hit *hit = lt_reading_cue_here(r, own, LT_CUE_CONCLUDE);
    bool first = clause.begin == a->statement.begin;
    if (hit == NULL || !(first || lt_reading_term(r, hit).value == ANYWHERE)) continue;
    *begin = own;
    return hit;
  }
  return NULL;
}

/* A conclusion made of points (整体而言，关键因素一是…，二是…) is left to them. */
void lt_claims_concluding(lt_argument *a) {
  uint32_t begin = 0;
  const lt_hit *hit = conclusion_in(a, &begin);
  if (hit == NULL || a->points.end > a->points.begin || lt_argument_is_said(a, begin)) return;
  lt_span headline = lt_clause_trim(a->reading, (lt_span){begin + hit->length, a->statement.end});
  if (lt_span_length(headline) < SHORTEST) return;
  lt_claim *c = lt_claim_add(a->reading, LT_CLAIM_CONCLUDING, headline);
  c->marker = lt_reading_cut(a->reading, lt_hit_span(hit));
  c->kind = LT_CLAIM_IS_CONCLUSION;
  a->concluded = headline;
}
