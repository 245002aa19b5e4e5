/* DEAL-5: both do it to each other. */
#include "reading/deal.h"

/* A与B、C: each of the left with each of the right; A、B和C: every two. */
static void inside_list(lt_relator *x, const lt_unit *firms, lt_relation_kind kind) {
  enum { HALF_DOZEN = 6 };
  const lt_reading *r = x->r;
  uint32_t last = firms->last - firms->first < HALF_DOZEN ? firms->last : firms->first + HALF_DOZEN, cut = last + 1;
  for (uint32_t i = firms->first; i < last && cut > last; i++) {
    if (lt_is_one_of(r->text->clean[r->mentions.at[i].span.end], LT_SLICE("与同跟"))) cut = i + 1;
  }
  for (uint32_t i = firms->first; i <= last; i++) {
    for (uint32_t j = i + 1; j <= last; j++) {
      if (cut > last || (i < cut && j >= cut)) lt_relate_entities(x, kind, r->mentions.at[i].entity, r->mentions.at[j].entity, firms->span);
    }
  }
}

/* One place further left in the clause. */
static const lt_unit *further(const lt_relator *x, const lt_unit *firms) { return lt_firms_before(x, firms->span.begin); }

static bool with_each_other(lt_relator *x, const lt_deal *deal) {
  enum { STEPS = 3 };
  const lt_unit *firms = lt_firms_before(x, deal->word.begin);
  for (int step = 0; firms && step < STEPS; step++, firms = further(x, firms)) {
    uint32_t with;
    lt_unit others;
    bool introduced = lt_is_introduced(x, firms->span.begin, LT_SLICE("与和同跟"), &with) && lt_firms_acting(x, with, &others);
    if (!introduced && lt_unit_count(firms) == 1) continue;
    if (lt_is_unreal(x, firms->span.end, deal->word.begin) || (introduced && lt_is_unreal(x, others.span.end, with))) return true;
    if (introduced) lt_relate(x, deal->kind, &others, firms);
    else inside_list(x, firms, deal->kind);
    return true;
  }
  return false;
}

/* 签署股权转让协议: what is signed is a sale. */
static bool is_of_sale(const lt_relator *x, const lt_deal *deal) {
  enum { NEAR = 40 };
  uint32_t end = deal->word.end + NEAR < x->where.end ? deal->word.end + NEAR : x->where.end;
  const lt_hit *deed = lt_reading_find_cue(x->r, (lt_span){deal->word.end, end}, LT_CUE_DEED);
  return deed && lt_text_before(x, deal->word.begin + 1, LT_SLICE("签"));
}

void lt_relate_mutual(lt_relator *x, const lt_deal *deal, bool around) {
  enum { CLOSE = 14 };
  if (is_of_sale(x, deal)) return;
  if (with_each_other(x, deal) || !around) return;
  const lt_unit *object = lt_firms_after(x, deal->word.end);
  lt_unit actors;
  if (object == NULL || object->span.begin - deal->word.end > CLOSE || !lt_firms_acting(x, deal->word.begin, &actors)) return;
  if (!lt_is_unreal(x, actors.span.end, deal->word.begin)) lt_relate(x, deal->kind, &actors, object);
}
