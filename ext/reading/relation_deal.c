/* What ties firms: shares, purchases, work together, rivalry. A word of ext/data/cues/deal.tsv is found; how the firms around it
** stand says who does what to whom.
**
**   DEAL-1  A does it to B: 东江集团收购了云桥科技, 东江集团以一亿元收购云桥科技; the actor may be named in a clause before
**   DEAL-2  B is done to by A: 云桥科技被东江集团收购, 云桥科技获东江资本投资, 被东江集团收购的云桥科技
**   DEAL-3  A does it towards B: 东江资本向云桥科技注资, 东江集团对云桥科技的收购, 东江集团将云桥科技收入囊中
**   DEAL-4  what A holds in B, whoever sells or buys it: 收购东江资本所持云桥科技的股权
**   DEAL-5  A and B do it to each other: 东江集团与云桥科技合作, 东江集团联手云桥科技; A, B and C: every two of them
**   DEAL-6  what A is to B: 云桥科技大股东东江资本, 东江资本是云桥科技的大股东
**   DEAL-7  ahead of or behind each other on one market is rivalry: 出货量超过云桥科技
**   DEAL-8  investors of a round: 投资方包括A、B; 由A领投, B跟投; A、B均参与其中: the firm is the one the text speaks of
**   DEAL-9  the other way round: 云桥科技引入战略投资者东江资本; 东江资本参与了云桥科技的新一轮融资
** Not a fact: what is planned, denied or rumoured (lt_is_unreal), and what is only spoken of as a plan (收购云桥科技的计划). */
#include "reading/deal.h"

static const lt_relation_kind kinds[] = {0, LT_RELATION_INVESTS_IN, LT_RELATION_ACQUIRES, LT_RELATION_HOLDS_STAKE_IN, LT_RELATION_PARTNERS_WITH, LT_RELATION_COMPETES_WITH};

static void read_deal(lt_relator *x, const lt_hit *hit) {
  lt_term term = lt_reading_term(x->r, hit);
  if (term.value == 0 || lt_is_in_name(x, lt_hit_span(hit))) return;
  lt_deal deal = {kinds[term.value], lt_hit_span(hit)};
  if (term.text.length == 0) lt_relate_act(x, &deal);
  else if (lt_slice_equals(term.text, LT_SLICE("takes"))) lt_relate_taking(x, &deal);
  else if (lt_slice_equals(term.text, LT_SLICE("round"))) lt_relate_taking_part(x, &deal);
  else if (lt_slice_equals(term.text, LT_SLICE("joins"))) lt_relate_joining(x, &deal);
  else if (lt_slice_equals(term.text, LT_SLICE("mutual"))) lt_relate_mutual(x, &deal, false);
  else if (lt_slice_equals(term.text, LT_SLICE("meet"))) lt_relate_mutual(x, &deal, true);
  else if (lt_slice_equals(term.text, LT_SLICE("noun"))) lt_relate_standing(x, &deal);
  else lt_relate_lead(x, &deal);
}

void lt_relate_deals(lt_relator *x) {
  uint32_t last_end = 0;
  for (uint32_t i = lt_reading_cue_at(x->r, x->where.begin); i < x->r->cues.count && x->r->cues.at[i].begin < x->where.end; i++) {
    lt_hit cue = x->r->cues.at[i];
    if (cue.class == LT_CUE_INVESTORS) lt_relate_round(x, &cue);
    if (cue.class != LT_CUE_DEAL || cue.begin < last_end) continue;
    last_end = cue.begin + cue.length;
    read_deal(x, &cue);
  }
}
