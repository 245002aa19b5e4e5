/* Claims: the driver. Every statement of the article is shown to the readers of claims in turn: points of a list, conclusions,
** what somebody says, forecasts. What one has claimed the next leaves alone, so that a sentence is one claim. */
#include "reading/claim.h"

#include "reading/argument.h"
#include "reading/clause.h"
#include "reading/seen.h"

enum { MOST_PLAYERS = 64 };

lt_claim *lt_claim_add(lt_reading *r, lt_claim_structure structure, lt_span headline) {
  lt_claim *c = LT_PUSH(r->arena, &r->claims);
  c->structure = structure;
  c->sentence = lt_reading_sentence_of(r, headline.begin);
  c->section = r->document->sentences.at[c->sentence].section;
  c->span = headline;
  c->headline = lt_reading_cut(r, headline);
  c->subject = lt_claim_subject(r, headline, c->section);
  c->polarity = (int8_t)lt_claim_polarity(r, headline);
  c->certainty = lt_claim_certainty(r, headline);
  c->source = c->marker = c->support = LT_NO_SLICE;
  return c;
}

bool lt_argument_is_said(const lt_argument *a, uint32_t place) {
  for (uint32_t i = a->attributions.begin; i < a->attributions.end; i++) {
    const lt_attribution *t = &a->reading->attributions.at[i];
    if (t->said.begin <= place && place < t->said.end) return true;
  }
  return false;
}

/* ---- one statement */

static int by_place(const void *a, const void *b) {
  const lt_claim *x = a, *y = b;
  if (x->span.begin != y->span.begin) return x->span.begin < y->span.begin ? -1 : 1;
  return (int)x->structure - (int)y->structure;
}

static void take_points(lt_argument *a) {
  lt_range *p = &a->points;
  for (p->begin = p->end; p->end < a->enumeration->points.count && a->enumeration->points.at[p->end].marker.begin < a->statement.end;) p->end++;
}

static void take_attributions(lt_argument *a) {
  const lt_reading *r = a->reading;
  lt_range *t = &a->attributions;
  for (t->begin = t->end; t->end < r->attributions.count && r->attributions.at[t->end].said.begin < a->statement.end; t->end++) {
    if (r->attributions.at[t->end].voice == LT_VOICE_SPEECH && r->attributions.at[t->end].source.at) a->speaker = r->attributions.at[t->end].source;
  }
}

/* One look at the words of the statement, so that most readers need not walk over its clauses. */
static void take_words(lt_argument *a) {
  const lt_reading *r = a->reading;
  a->may_conclude = a->may_forecast = false;
  for (uint32_t i = lt_reading_cue_at(r, a->statement.begin); i < r->cues.count && r->cues.at[i].begin < a->statement.end; i++) {
    lt_cue_class class = r->cues.at[i].class;
    a->may_conclude |= class == LT_CUE_CONCLUDE;
    a->may_forecast |= class == LT_CUE_FORECAST || class == LT_CUE_FUTURE;
  }
}

static void read_statement(lt_argument *a) {
  take_points(a);
  take_attributions(a);
  take_words(a);
  a->concluded = (lt_span){0, 0};
  uint32_t first = a->reading->claims.count;
  if (a->sums_up.at) {
    lt_claims_summed_up(a);
  } else if (a->paragraph != LT_PARAGRAPH_TITLE) {
    lt_claims_enumerated(a);
    if (a->may_conclude) lt_claims_concluding(a);
    lt_claims_attributed(a);
  }
  if (a->may_forecast && a->reading->claims.count == first) lt_claims_forecast(a);
  LT_SORT_FROM(&a->reading->claims, first, by_place);
}

/* CLAIM-9  A claim repeated word for word is one claim: news pages say things twice. */
static void drop_repeated(lt_reading *r) {
  lt_seen seen = {0};
  uint32_t kept = 0;
  for (uint32_t i = 0; i < r->claims.count; i++) {
    if (lt_seen_add(&seen, r->arena, r->claims.at[i].headline)) r->claims.at[kept++] = r->claims.at[i];
  }
  r->claims.count = kept;
}

/* ---- players */

static void name_players(lt_reading *r, lt_claim *c) {
  uint32_t end = c->support.at ? (uint32_t)(c->support.at - r->text->clean) + c->support.length : c->span.end;
  for (uint32_t i = lt_reading_mention_at(r, c->span.begin); i < r->mentions.count && r->mentions.at[i].span.begin < end; i++) {
    uint32_t entity = r->mentions.at[i].entity;
    lt_name_kind kind = r->entities.at[entity].kind;
    if (kind != LT_NAME_COMPANY && kind != LT_NAME_PERSON && kind != LT_NAME_ORGANIZATION) continue;
    bool known = false;
    for (uint32_t k = 0; k < c->players.count && !known; k++) known = c->players.at[k] == entity;
    if (!known && c->players.count < MOST_PLAYERS) *LT_PUSH(r->arena, &c->players) = entity;
  }
}

/* A heading can be the point of a list, nothing else. */
static void read_heading(lt_argument *a, lt_span heading) {
  a->statement = heading;
  take_points(a);
  lt_claims_enumerated(a);
}

void lt_claims_read(lt_reading *r) {
  lt_enumeration enumeration = {0};
  lt_enumeration_read(r, &enumeration);
  lt_argument a = {.reading = r, .enumeration = &enumeration};
  for (uint32_t i = 0; i < r->document->paragraphs.count; i++) {
    const lt_paragraph *p = &r->document->paragraphs.at[i];
    a.paragraph = p->kind;
    a.speaker = LT_NO_SLICE;
    if (p->kind == LT_PARAGRAPH_HEADING) read_heading(&a, p->span);
    if (!lt_paragraph_is_read(p) || p->kind == LT_PARAGRAPH_HEADING) continue;
    if (r->text->lines.at[p->line].mark != LT_MARK_ITEM) a.sums_up = LT_NO_SLICE;
    for (uint32_t place = p->span.begin; lt_statement_next(r, p->span, place, &a.statement); place = a.statement.end) read_statement(&a);
  }
  drop_repeated(r);
  for (uint32_t i = 0; i < r->claims.count; i++) name_players(r, &r->claims.at[i]);
}
