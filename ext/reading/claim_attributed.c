/* What somebody says as claims.
**
**   何川表示，这条船从下料到下水只用了半年。   headline 这条船…, marker 何川表示, source 何川 */
#include "reading/argument.h"
#include "reading/clause.h"

enum { SHORTEST = 4 };

static bool is_house(const lt_reading *r, const lt_attribution *t) {
  return t->entity != UINT32_MAX && r->entities.at[t->entity].kind != LT_NAME_PERSON;
}

/* 航线是…的命脉, 船厂要改行…: a person who says what things are, or what is to be done, gives a view. */
static bool defines(const lt_reading *r, lt_span headline) {
  const lt_hit *predicate = lt_claim_predicate(r, headline);
  if (predicate == NULL || predicate->length > 2) return false;
  lt_char first = r->text->clean[predicate->begin];
  return first == u'是' || first == u'要' || (predicate->length == 2 && r->text->clean[predicate->begin + 1] == u'是');
}

/* 表示, 说: the words themselves tell. What a firm says of itself counts as fact, and so does what has figures; a question
** (谁愿意把命脉交出去？) is a way of judging. */
static lt_claim_kind kind_by_wording(const lt_reading *r, const lt_attribution *t, const lt_claim *c) {
  lt_char last = r->text->clean[c->span.end - 1];
  if (is_house(r, t) || lt_claim_has_figure(r, c->span)) return LT_CLAIM_IS_FACT;
  if (last == u'？' || lt_claim_judges(r, c->span, LT_JUDGES) || (c->polarity == 0 && defines(r, c->span))) return LT_CLAIM_IS_OPINION;
  return c->polarity > 0 ? LT_CLAIM_IS_ADVANTAGE : c->polarity < 0 ? LT_CLAIM_IS_CHALLENGE : LT_CLAIM_IS_FACT;
}

/* CLAIM-5  The verb says what its words are (认为: an opinion, 透露: a fact), unless they speak of the future. */
static lt_claim_kind kind_of(const lt_reading *r, const lt_attribution *t, const lt_claim *c) {
  bool is_view = t->voice == LT_VOICE_REGARD;
  if (t->hint == 'p' || (!is_view && lt_claim_forecast_word(r, c->span, true))) return LT_CLAIM_IS_FORECAST;
  if (t->hint == 'o' || t->hint == 'n' || t->hint == 'w') return LT_CLAIM_IS_OPINION;
  if (t->voice == LT_VOICE_DOCUMENT && c->polarity < 0 && !lt_claim_has_figure(r, c->span)) return LT_CLAIM_IS_CHALLENGE;
  if (t->hint || t->voice != LT_VOICE_SPEECH) return LT_CLAIM_IS_FACT;
  return kind_by_wording(r, t, c);
}

/* The first point that does not end before the words: points and words both go forward. */
static uint32_t next_point(const lt_argument *a, uint32_t point, lt_span said) {
  while (point < a->points.end && a->enumeration->points.at[point].text.end <= said.begin) point++;
  return point;
}

/* The words end where a list of points begins (改变了河道：第一，…), and are none of their own inside a point. */
static lt_span before_points(const lt_argument *a, uint32_t point, lt_span said) {
  if (point == a->points.end) return said;
  const lt_point *p = &a->enumeration->points.at[point];
  if (p->marker.begin >= said.end) return said;
  if (p->marker.begin < said.begin) return (lt_span){said.begin, said.begin};
  return lt_clause_trim(a->reading, (lt_span){said.begin, p->marker.begin});
}

static void add_words(const lt_argument *a, const lt_attribution *t, lt_span said) {
  lt_reading *r = a->reading;
  if (t->is_slogan) return;
  lt_claim *c = lt_claim_add(r, LT_CLAIM_ATTRIBUTED, said);
  if (t->marker.end > t->marker.begin) c->marker = lt_reading_cut(r, t->marker);
  c->source = t->source;
  c->kind = kind_of(r, t, c);
  if (c->subject.at == NULL && is_house(r, t) && t->voice == LT_VOICE_SPEECH) c->subject = t->source; /* 船厂宣布完成扩建 */
}

/* Words inside the words of another are part of what that one says. */
static bool is_inside_last(const lt_argument *a, lt_span said) {
  const lt_reading *r = a->reading;
  const lt_claim *last = r->claims.count ? &r->claims.at[r->claims.count - 1] : NULL;
  return last && last->structure == LT_CLAIM_ATTRIBUTED && said.begin < last->span.end;
}

/* CLAIM-4  据…显示: …; 何川表示，…: what is said is a claim, except inside a point, which then has the source. */
void lt_claims_attributed(const lt_argument *a) {
  uint32_t point = a->points.begin;
  for (uint32_t i = a->attributions.begin; i < a->attributions.end; i++) {
    const lt_attribution *t = &a->reading->attributions.at[i];
    point = next_point(a, point, t->said);
    lt_span said = before_points(a, point, t->said);
    if (lt_span_length(said) < SHORTEST) continue;
    if (t->voice == LT_VOICE_REGARD && lt_span_overlaps(said, a->concluded)) continue;
    if (!is_inside_last(a, said)) add_words(a, t, said);
  }
}
