/* Points of a list as claims.
**
**   首先，老厂拥有熟练的工人，…。   marker 首先, ordinal 1, kind from the lead-in (…的优势), else from the wording */
#include "reading/argument.h"

enum { LONGEST_TOPIC = 8 };

static lt_claim_kind side_of(int side) { return side > 0 ? LT_CLAIM_IS_ADVANTAGE : LT_CLAIM_IS_CHALLENGE; }

/* CLAIM-2  What leads into the list says what its points are: 优势 advantages, 难题 challenges, 看法 opinions, and reasons go with
** what they are reasons for (敢于下场，原因有三); else their own wording does. */
static lt_claim_kind kind_of(const lt_reading *r, const lt_point_list *list, const lt_claim *c) {
  int reasons = list->sort == 'r' && !list->topic ? lt_claim_polarity(r, list->lead) : 0;
  if (list->topic || reasons) return side_of(list->topic ? list->topic : reasons);
  if (list->sort == 'o') return LT_CLAIM_IS_OPINION;
  if (c->polarity < 0) return LT_CLAIM_IS_CHALLENGE;
  if (list->has_topic) return LT_CLAIM_IS_FACT;
  if (c->polarity > 0) return LT_CLAIM_IS_ADVANTAGE;
  return lt_claim_judges(r, c->span, LT_JUDGES) && !lt_claim_has_figure(r, c->span) ? LT_CLAIM_IS_OPINION : LT_CLAIM_IS_FACT;
}

/* CLAIM-3  何川说，…：第一，…: a point is the speaker's who spoke last in its paragraph, or who speaks in it. */
static lt_slice source_of(const lt_argument *a, const lt_point *p, uint32_t *next) {
  const lt_reading *r = a->reading;
  while (*next < a->attributions.end && r->attributions.at[*next].said.begin < p->text.begin) (*next)++;
  const lt_attribution *t = *next < a->attributions.end ? &r->attributions.at[*next] : NULL;
  return t && t->voice != LT_VOICE_REGARD && t->said.begin < p->text.end ? t->source : a->speaker;
}

/* The claim names what its heading names: it speaks of that itself. */
static bool begins_like_heading(const lt_reading *r, const lt_claim *c) {
  lt_slice heading = r->document->sections.at[c->section].heading;
  return c->subject.at && heading.at && lt_slice_find(heading, c->subject) < heading.length;
}

/* X in a heading X：…. */
static lt_slice heading_topic(lt_slice heading) {
  uint32_t colon = lt_slice_index(heading, u'：');
  return colon < heading.length && colon >= 2 && colon <= LONGEST_TOPIC ? (lt_slice){heading.at, colon} : LT_NO_SLICE;
}

/* SUBJECT-7  平台的优势显而易见。第一，…: the list is about what its lead speaks of, if the section's heading speaks of it too; under a
** heading X：… about X. */
static lt_slice subject_of_list(const lt_reading *r, const lt_point_list *list, uint32_t section) {
  lt_slice heading = r->document->sections.at[section].heading;
  lt_slice led = lt_claim_subject(r, list->lead, section);
  uint32_t of = lt_slice_index(led, u'的');
  if (of < led.length) led.length = of; /* 平台的优势 */
  if (led.at && led.length >= 2 && lt_slice_find(heading, led) < heading.length) return led;
  return heading_topic(heading);
}

static void add_point(const lt_argument *a, const lt_point_list *list, const lt_point *p, uint32_t *attribution) {
  lt_reading *r = a->reading;
  lt_claim *c = lt_claim_add(r, LT_CLAIM_ENUMERATED, p->text);
  if (p->marker.end > p->marker.begin) c->marker = lt_reading_cut(r, p->marker);
  c->ordinal = p->ordinal;
  c->support = lt_slice_trim(lt_reading_cut(r, p->support));
  if (c->support.length == 0) c->support = LT_NO_SLICE;
  c->source = source_of(a, p, attribution);
  c->kind = kind_of(r, list, c);
  if (list->has_topic && !begins_like_heading(r, c)) {
    lt_slice subject = subject_of_list(r, list, c->section);
    if (subject.at) c->subject = subject;
  }
}

/* CLAIM-1  首先…，其次…: every point of a list that argues is a claim. */
void lt_claims_enumerated(const lt_argument *a) {
  const lt_enumeration *e = a->enumeration;
  uint32_t attribution = a->attributions.begin;
  for (uint32_t i = a->points.begin; i < a->points.end; i++) {
    const lt_point *p = &e->points.at[i];
    if (p->text.end > p->text.begin) add_point(a, &e->lists.at[p->list], p, &attribution);
  }
}
