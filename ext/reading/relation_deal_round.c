/* DEAL-8 and DEAL-9: rounds of financing. */
#include "reading/deal.h"
#include "reading/topic.h"

void lt_invested_in_topic(lt_relator *x, const lt_unit *investors) {
  uint32_t topic = lt_topic(x->r, investors->span.begin);
  if (topic == x->r->mentions.count) return;
  lt_unit firm = lt_unit_of(x->r, topic);
  lt_relate(x, LT_RELATION_INVESTS_IN, investors, &firm);
}

void lt_relate_round(lt_relator *x, const lt_hit *cue) {
  enum { NEAR = 4, FAR = 24 };
  uint32_t end = cue->begin + cue->length;
  const lt_unit *investors = lt_unit_after(&x->units, end, LT_UNIT_FIRM);
  if (investors == NULL || investors->span.begin - end > NEAR) return;
  lt_invested_in_topic(x, investors);
  for (const lt_unit *more = investors + 1; more < x->units.at + x->units.count && more->sort == LT_UNIT_FIRM; more++) { /* 以及做家电起家的海岳控股 */
    lt_char c = x->r->text->clean[more[-1].span.end];
    if ((c != u'、' && c != u'和' && c != u'以' && c != u'及') || more->span.begin - more[-1].span.end > FAR) return;
    lt_invested_in_topic(x, more);
  }
}

/* DEAL-9 */
void lt_relate_taking(lt_relator *x, const lt_deal *deal) {
  const lt_unit *investors = lt_firms_after(x, deal->word.end);
  lt_unit firms;
  if (investors && lt_firms_acting(x, deal->word.begin, &firms) && !lt_is_unreal(x, lt_clause_start(x, deal->word.begin), deal->word.begin)) lt_relate(x, deal->kind, investors, &firms);
}

void lt_relate_taking_part(lt_relator *x, const lt_deal *deal) {
  const lt_unit *firms = lt_firms_after(x, deal->word.end);
  lt_unit investors;
  if (firms == NULL || !lt_reading_find_cue(x->r, (lt_span){firms->span.end, lt_clause_end(x, firms->span.end)}, LT_CUE_FINANCING)) return;
  if (lt_firms_acting(x, deal->word.begin, &investors) && !lt_is_unreal(x, lt_clause_start(x, deal->word.begin), deal->word.begin)) lt_relate(x, deal->kind, &investors, firms);
}

/* DEAL-8: 此外，东江资本、海岳资本和远山软件创始人陆衡均参与其中: everybody the clause names, where the sentence tells of a round. */
void lt_relate_joining(lt_relator *x, const lt_deal *deal) {
  uint32_t begin = lt_clause_start(x, deal->word.begin);
  if (!lt_reading_find_cue(x->r, (lt_span){x->where.begin, deal->word.begin}, LT_CUE_FINANCING)) return;
  for (uint32_t i = 0; i < x->units.count && x->units.at[i].span.end <= deal->word.begin; i++) {
    const lt_unit *investors = &x->units.at[i];
    bool firms = investors->sort == LT_UNIT_FIRM && !lt_role_around(x->r, investors->span);
    if (investors->span.begin >= begin && (firms || investors->sort == LT_UNIT_PERSON)) lt_invested_in_topic(x, investors);
  }
}
