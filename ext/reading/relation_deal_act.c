/* DEAL-1 to DEAL-4: one firm does it to another. */
#include "reading/deal.h"
#include "reading/name_shape.h"

static bool relate(lt_relator *x, const lt_deal *deal, const lt_unit *agents, const lt_unit *patients) {
  lt_relate(x, deal->kind, agents, patients);
  return true;
}

/* 收购云桥科技的计划: spoken of, not done. */
static bool is_only_planned(const lt_relator *x, uint32_t place) {
  enum { NEAR = 8 };
  uint32_t end = lt_clause_end(x, place);
  for (uint32_t i = lt_reading_cue_at(x->r, place); i < x->r->cues.count && x->r->cues.at[i].begin < end && x->r->cues.at[i].begin <= place + NEAR; i++) {
    const lt_hit *hit = &x->r->cues.at[i];
    if (hit->class == LT_CUE_UNREAL && lt_reading_term(x->r, hit).value == 2) return true;
  }
  return false;
}

static bool is_unreal(const lt_relator *x, uint32_t act, uint32_t end) {
  return lt_is_unreal(x, lt_clause_start(x, act), act) || is_only_planned(x, end);
}

/* DEAL-2: a firm that is only where somebody comes from is not done to (东江集团副总裁周岚…已获海岳资本投资). */
static bool is_done_to(lt_relator *x, const lt_deal *deal) {
  const lt_unit *agents = lt_firms_before(x, deal->word.begin);
  uint32_t by;
  lt_unit patients;
  if (agents == NULL || !lt_is_introduced(x, agents->span.begin, LT_SLICE("被遭获受由"), &by)) return false;
  const lt_unit *behind = lt_text_here(x, deal->word.end, LT_SLICE("的")) ? lt_firms_after(x, deal->word.end) : NULL;
  if (is_unreal(x, deal->word.begin, deal->word.end)) return true;
  if (behind) return relate(x, deal, agents, behind);
  return lt_firms_acting(x, by, &patients) && !lt_role_around(x->r, patients.span) && relate(x, deal, agents, &patients);
}

/* 东江资本所持的, 东江集团旗下的: what is meant is named behind it. */
static bool goes_to_holding(const lt_relator *x, uint32_t place) {
  enum { LONGEST = 4 };
  for (uint32_t n = 1; n <= LONGEST && place + n <= x->where.end; n++) {
    if (lt_is_word(x->r->lexicon, lt_reading_cut(x->r, (lt_span){place, place + n}), LT_WORD_HOLDING)) return true;
  }
  return false;
}

/* 股权, 三成股份, 1亿股; not 股东 and 股市. */
static bool tells_shares(const lt_relator *x, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; i++) {
    if (x->r->text->clean[i] == u'股' && !lt_is_one_of(x->r->text->clean[i + 1], LT_SLICE("东市民价"))) return true;
  }
  return false;
}

/* The firm acted on: not one that comes in with a word of its own (与, 向), nor one whose holding the next one is (DEAL-4). */
static const lt_unit *object_of(const lt_relator *x, uint32_t place) {
  const lt_unit *object = lt_firms_after(x, place);
  if (object == NULL || lt_is_one_of(lt_char_before(x, object->span.begin), LT_SLICE("与和跟同向由被在从以")) || tells_shares(x, place, object->span.begin)) return NULL;
  return goes_to_holding(x, object->span.end) ? lt_firms_after(x, object->span.end) : object;
}

/* DEAL-3 */
static bool is_done_towards(lt_relator *x, const lt_deal *deal) {
  const lt_unit *patients = lt_firms_before(x, deal->word.begin);
  uint32_t to;
  if (patients == NULL || !lt_is_introduced(x, patients->span.begin, LT_SLICE("向对将把给"), &to)) return false;
  if (object_of(x, deal->word.end)) return false; /* 向东江集团收购云桥科技 */
  lt_unit agents;
  if (!lt_firms_acting(x, to, &agents) || is_unreal(x, to, deal->word.end) || lt_is_unreal(x, patients->span.end, deal->word.begin)) return true;
  return relate(x, deal, &agents, patients);
}

/* 收购云桥科技的东江集团 */
static const lt_unit *actor_behind(const lt_relator *x, uint32_t place) {
  enum { SHARE = 16 };
  const lt_unit *actor = lt_firms_after(x, place);
  bool behind = actor && actor->span.begin - place <= SHARE && lt_char_before(x, actor->span.begin) == u'的';
  return behind ? actor : NULL;
}

/* Who acts: not a firm that comes in with a word of its own (从东江集团手中收购); where the clause names nobody and little stands before
** the word, the firm spoken of. */
static bool actor_before(const lt_relator *x, uint32_t place, lt_unit *actors) {
  enum { SHORT = 16 };
  uint32_t start = lt_clause_start(x, place);
  const lt_unit *named = lt_firms_before(x, place);
  while (named && lt_is_one_of(lt_char_before(x, named->span.begin), LT_SLICE("从自以向与"))) named = lt_firms_before(x, named->span.begin);
  if (named) *actors = *named;
  return named || (place - start <= SHORT && lt_firms_acting(x, start, actors));
}

/* 持有 is of shares, not of opinions or licences; what is bought of a firm may be a part that is not its shares. */
static bool is_of_firm(const lt_relator *x, const lt_deal *deal, uint32_t end) {
  enum { NEAR = 30 };
  uint32_t limit = end + NEAR < x->where.end ? end + NEAR : x->where.end, clause = lt_clause_end(x, end) < limit ? lt_clause_end(x, end) : limit;
  bool shares = tells_shares(x, deal->word.begin, limit) || lt_stands_between(x, end, limit, u'权');
  if (deal->kind == LT_RELATION_HOLDS_STAKE_IN) return shares;
  return deal->kind != LT_RELATION_ACQUIRES || shares || !lt_reading_find_cue(x->r, (lt_span){end, clause}, LT_CUE_ASSET);
}

/* 购买其持有的…: whose holding it is stays open, unless the clause says that its own goes away (将其持有的). */
static bool is_anybodys(const lt_relator *x, uint32_t place) {
  return lt_text_before(x, place, LT_SLICE("其")) && !lt_is_one_of(lt_char_before(x, place - 1), LT_SLICE("将把让持售"));
}

/* DEAL-8 (relation_deal_round.c): 东江资本领投, and no more said */
static bool is_of_round(lt_relator *x, const lt_deal *deal) {
  const lt_unit *investors = lt_firms_before(x, deal->word.begin);
  bool alone = investors && investors->span.end == deal->word.begin && lt_text_before(x, deal->word.end, LT_SLICE("投"));
  if (alone) lt_invested_in_topic(x, investors);
  return alone;
}

/* DEAL-1 */
static bool is_done(lt_relator *x, const lt_deal *deal) {
  const lt_unit *patients = object_of(x, deal->word.end), *behind;
  lt_unit actors;
  if (patients == NULL) return is_of_round(x, deal);
  if (!is_of_firm(x, deal, patients->span.end) || is_unreal(x, deal->word.begin, patients->span.end) || is_anybodys(x, deal->word.begin)) return false;
  if (lt_firms_before(x, deal->word.begin) == NULL && (behind = actor_behind(x, patients->span.end))) return relate(x, deal, behind, patients);
  return actor_before(x, deal->word.begin, &actors) && relate(x, deal, &actors, patients);
}

void lt_relate_act(lt_relator *x, const lt_deal *deal) {
  if (is_done_to(x, deal) || is_done_towards(x, deal)) return;
  is_done(x, deal);
}
