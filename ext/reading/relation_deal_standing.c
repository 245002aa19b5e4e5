/* DEAL-6: what one firm is to another; DEAL-7: which one is ahead. */
#include "reading/deal.h"

/* 云桥科技(的第二大)股东 */
static const lt_unit *owner_of(const lt_relator *x, const lt_deal *deal) {
  enum { NEAR = 8 };
  const lt_unit *owner = lt_firms_before(x, deal->word.begin);
  if (owner == NULL || deal->word.begin - owner->span.end > NEAR) return NULL;
  for (uint32_t place = owner->span.end; place < deal->word.begin; place++) {
    if (!lt_is_one_of(x->r->text->clean[place], LT_SLICE("的第一二三四五六七八九十大原前新现任两几家位名洋外资方单最主要控战略长期重核心 "))) return NULL;
  }
  return owner;
}

/* 其大股东, 公司大股东: whose, the sentence has said. */
static bool owner_meant(const lt_relator *x, const lt_deal *deal, lt_unit *owner) {
  bool meant = lt_text_before(x, deal->word.begin, LT_SLICE("其")) || lt_text_before(x, deal->word.begin, LT_SLICE("公司")) || lt_text_before(x, deal->word.begin, LT_SLICE("后者"));
  return meant && lt_firms_acting(x, deal->word.begin - 1, owner);
}

/* 股东(—为)东江资本; 股东、投资老手东江资本 */
static const lt_unit *named_behind(const lt_relator *x, const lt_deal *deal) {
  enum { NEAR = 6, DESCRIBED = 12 };
  const lt_unit *behind = lt_unit_after(&x->units, deal->word.end, LT_UNIT_FIRM);
  uint32_t gap = behind ? behind->span.begin - deal->word.end : UINT32_MAX;
  if (gap <= DESCRIBED && lt_text_here(x, deal->word.end, LT_SLICE("、"))) return behind;
  for (uint32_t i = 0; i < gap && gap <= NEAR; i++) {
    if (!lt_is_one_of(x->r->text->clean[deal->word.end + i], LT_SLICE("为是即系—：“「 已经变更成"))) return NULL;
  }
  return gap <= NEAR ? behind : NULL;
}

/* 东江资本是云桥科技的大股东 */
static bool named_before(const lt_relator *x, const lt_unit *owner, lt_unit *firms) {
  uint32_t being;
  return lt_is_introduced(x, owner->span.begin, LT_SLICE("是为系即"), &being) && lt_firms_acting(x, being, firms) && !lt_is_unreal(x, firms->span.end, being);
}

void lt_relate_standing(lt_relator *x, const lt_deal *deal) {
  const lt_unit *owner = owner_of(x, deal), *behind = named_behind(x, deal);
  lt_unit firms, meant;
  if (owner && behind) lt_relate(x, deal->kind, behind, owner);
  else if (owner && named_before(x, owner, &firms)) lt_relate(x, deal->kind, &firms, owner);
  else if (behind && owner_meant(x, deal, &meant)) lt_relate(x, deal->kind, behind, &meant);
  else if (behind && deal->kind == LT_RELATION_COMPETES_WITH && lt_firms_acting(x, deal->word.begin, &firms)) lt_relate(x, deal->kind, &firms, behind);
}

/* DEAL-7 */
void lt_relate_lead(lt_relator *x, const lt_deal *deal) {
  enum { NEAR = 4 };
  const lt_unit *object = lt_firms_after(x, deal->word.end);
  lt_unit actors;
  if (object == NULL || object->span.begin - deal->word.end > NEAR || !lt_reading_find_cue(x->r, x->where, LT_CUE_MARKET)) return;
  if (lt_firms_acting(x, deal->word.begin, &actors) && !lt_is_unreal(x, actors.span.end, deal->word.begin)) lt_relate(x, deal->kind, &actors, object);
}
