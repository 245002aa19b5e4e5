/* Bare names of firms and bodies: nothing in 赤霄 says that it is one, but the places where it stands do, taken together.
**
**   VOTE-1  the tagger reads a name, however unsure it is: its margins at all places of one form count together
**   VOTE-2  behind a verb between a person and an employer, or between 在 and one: 加入赤霄, 在赤霄担任
**   VOTE-3  behind a noun that the name explains: 创业公司赤霄于上月
**   VOTE-4  where a phrase begins, before what firms do: ，赤霄宣布, ，赤霄收购
**   VOTE-5  before a chief's title or what firms have: 赤霄创始人, 赤霄股价
**   VOTE-6  in a list beside a firm: 云桥科技、赤霄
**   VOTE-7  beside a model: 赤霄的“观澜”, 赤霄（观澜大模型）
** Each way of being shown counts once. A form that is made of words of the language has to be shown, and a Latin one too:
** Top Seed may be anything. */
#include <stdlib.h>

#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"

/* LT_TAG_UNIT to one unit of log-odds, as the tagger's margins are. */
enum { ENOUGH = 28, ENOUGH_ALONE = 40, ENOUGH_LATIN = 48, PLACE_MOST = 40, SHOWN = 14 /* what a way counts */ };

enum { AT_WORK = 1, EXPLAINED = 2, ACTING = 4, HAVING = 8, LISTED = 16, MAKING = 32 };

typedef struct vote {
  lt_span span;
  lt_slice form;
  int32_t margin;
  unsigned ways;
  bool body; /* an organization, not a company */
} vote;

typedef LT_ARRAY(vote) ballot;

static bool is_one_of(lt_char c, lt_slice set) { return lt_slice_index(set, c) < set.length; }

static const lt_hit *cue_before(const lt_reading *r, lt_span name, lt_cue_class class) {
  enum { LONGEST_CUE = 8 };
  return lt_cue_before(r, name.begin > LONGEST_CUE ? name.begin - LONGEST_CUE : 0, name.begin, class);
}

static lt_char before(const lt_reading *r, lt_span name) { return name.begin ? lt_reading_char(r, name.begin - 1) : 0; }

/* VOTE-2 */
static bool is_employer(const lt_reading *r, lt_span name) {
  return cue_before(r, name, LT_CUE_JOB_VERB) || (is_one_of(before(r, name), LT_SLICE("在从于到")) && lt_reading_cue_here(r, name.end, LT_CUE_JOB_VERB));
}

/* VOTE-3 */
static bool is_explained(const lt_reading *r, lt_span name) {
  const lt_hit *noun = cue_before(r, name, LT_CUE_BOUNDARY);
  return noun && lt_reading_term(r, noun).value == 1;
}

/* VOTE-4 */
static bool acts(const lt_reading *r, lt_span name) {
  lt_char c = before(r, name);
  if (lt_is_name_character(c) && !lt_is_function(r->lexicon, c)) return false;
  const lt_hit *deal = lt_reading_cue_here(r, name.end, LT_CUE_DEAL);
  return lt_reading_cue_here(r, name.end, LT_CUE_SPEECH_VERB) || lt_reading_cue_here(r, name.end, LT_CUE_RELEASE_VERB) || (deal && lt_reading_term(r, deal).value > 0);
}

/* VOTE-5 */
static bool has_what_firms_have(const lt_reading *r, lt_span name) {
  const lt_hit *title = lt_reading_cue_here(r, name.end, LT_CUE_TITLE);
  return (title && lt_reading_term(r, title).text.length) || lt_reading_cue_here(r, name.end, LT_CUE_FIRM_HAS);
}

static bool is_firm(const lt_candidate *c) { return c && (c->kind == LT_NAME_COMPANY || c->kind == LT_NAME_ORGANIZATION); }

/* VOTE-6 */
static bool is_listed(const lt_finder *f, lt_span name) {
  const lt_slice joints = LT_SLICE("、和与及");
  return (is_one_of(before(f->r, name), joints) && is_firm(lt_candidate_before(f, name.begin - 1))) ||
         (is_one_of(lt_reading_char(f->r, name.end), joints) && is_firm(lt_candidate_here(f, name.end + 1)));
}

/* VOTE-7 */
static bool makes_model(const lt_finder *f, lt_span name) {
  uint32_t place = name.end;
  place += is_one_of(lt_reading_char(f->r, place), LT_SLICE("的（ -"));
  place += is_one_of(lt_reading_char(f->r, place), LT_SLICE("“「"));
  const lt_candidate *model = lt_candidate_here(f, place);
  return model && model->kind == LT_NAME_MODEL;
}

static unsigned ways_of(const lt_finder *f, lt_span name) {
  const lt_reading *r = f->r;
  return (is_employer(r, name) ? AT_WORK : 0) | (is_explained(r, name) ? EXPLAINED : 0) | (acts(r, name) ? ACTING : 0) | (has_what_firms_have(r, name) ? HAVING : 0) |
         (is_listed(f, name) ? LISTED : 0) | (makes_model(f, name) ? MAKING : 0);
}

/* VOTE-1 */
static void add_vote(lt_finder *f, ballot *ballot, const lt_tagged *t) {
  bool body = t->kind == LT_NAME_ORGANIZATION;
  if (!body && (t->kind != LT_NAME_COMPANY || lt_is_quoted(f->r, t->span))) return;
  *LT_PUSH(f->r->arena, ballot) = (vote){t->span, lt_reading_cut(f->r, t->span), t->margin < PLACE_MOST ? t->margin : PLACE_MOST, ways_of(f, t->span), body};
}

static int by_form(const void *left, const void *right) {
  const vote *a = left, *b = right;
  uint32_t shorter = a->form.length < b->form.length ? a->form.length : b->form.length;
  for (uint32_t i = 0; i < shorter; i++) {
    if (a->form.at[i] != b->form.at[i]) return a->form.at[i] < b->form.at[i] ? -1 : 1;
  }
  if (a->form.length != b->form.length) return a->form.length < b->form.length ? -1 : 1;
  return a->span.begin < b->span.begin ? -1 : a->span.begin > b->span.begin;
}

static bool is_elected(const lt_reading *r, const vote *first, int32_t margin, unsigned ways) {
  int32_t sum = margin;
  for (unsigned left = ways; left; left &= left - 1) sum += SHOWN;
  if (sum < ENOUGH || !lt_could_be_unlisted(r, first->span, LT_NAME_COMPANY)) return false;
  if (!lt_holds_han(first->form)) return ways && sum >= ENOUGH_LATIN && lt_char_is_upper(first->form.at[0]);
  return ways ? sum >= ENOUGH_ALONE || !lt_is_made_of_words(r, first->span) : sum >= ENOUGH_ALONE && !lt_is_made_of_words(r, first->span);
}

/* Of one form. */
static void count(lt_finder *f, const vote *first, const vote *end) {
  int32_t margin = 0, bodies = 0;
  unsigned ways = 0;
  for (const vote *one = first; one < end; one++) {
    margin += one->margin;
    ways |= one->ways;
    bodies += one->body ? 1 : -1;
  }
  if (!is_elected(f->r, first, margin, ways)) return;
  for (const vote *one = first; one < end; one++) lt_found(f, one->span, bodies > 0 ? LT_NAME_ORGANIZATION : LT_NAME_COMPANY, LT_SURE_TAGGED, LT_NOT_KNOWN);
}

void lt_find_voted(lt_finder *f) {
  ballot votes = {0};
  for (uint32_t i = 0; i < f->tagged.count; i++) add_vote(f, &votes, &f->tagged.at[i]);
  if (lt_arena_failed(f->r->arena)) return;
  LT_SORT(&votes, by_form);
  for (uint32_t i = 0, end; i < votes.count; i = end) {
    for (end = i + 1; end < votes.count && lt_slice_equals(votes.at[end].form, votes.at[i].form); end++) {}
    count(f, &votes.at[i], votes.at + end);
  }
}
