/* Points of a list as claims.
**
**   首先，互联网大厂拥有雄厚的资金储备，…。   marker 首先, ordinal 1, kind from the lead-in (…的优势), else from the wording */
#include "reading/argument.h"
#include "reading/clause.h"

/* CLAIM-2  What leads into the list says what its points are: 优势 advantages, 难题 challenges; else their own wording does. */
static lt_claim_kind kind_of(const lt_point_list *list, int polarity) {
  int side = list->topic ? list->topic : polarity;
  return side > 0 ? LT_CLAIM_IS_ADVANTAGE : side < 0 ? LT_CLAIM_IS_CHALLENGE : LT_CLAIM_IS_FACT;
}

static void add_point(lt_reading *r, const lt_point_list *list, const lt_point *p) {
  lt_claim *c = lt_claim_add(r, LT_CLAIM_ENUMERATED, p->text);
  if (p->marker.end > p->marker.begin) c->marker = lt_reading_cut(r, p->marker);
  c->ordinal = p->ordinal;
  c->support = lt_slice_trim(lt_reading_cut(r, p->support));
  if (c->support.length == 0) c->support = LT_NO_SLICE;
  c->polarity = (int8_t)lt_claim_polarity(r, p->text);
  c->kind = kind_of(list, c->polarity);
}

/* CLAIM-1  首先…，其次…: every point of a list that argues is a claim. */
void lt_claims_enumerated(lt_reading *r, const lt_enumeration *e) {
  for (uint32_t i = 0; i < e->points.count; i++) {
    const lt_point *p = &e->points.at[i];
    if (e->lists.at[p->list].argues && p->text.end > p->text.begin) add_point(r, &e->lists.at[p->list], p);
  }
}
