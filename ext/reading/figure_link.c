/* Ties a figure to its words. Nothing is parsed: a Chinese clause of business prose keeps what is measured right before the
** quantity (招聘数量达3万) or right behind it (2.5亿美元融资), and words between them are few and can be listed.
**
** Limits: what is measured by a clause further away, or only by the sense of the sentence, is not found, or is the nearest verb. */
#include "reading/figure_link.h"

#include "reading/clause.h"

const lt_figure *lt_figure_before(const lt_figure_link *l) {
  if (l->index == 0) return NULL;
  const lt_figure *before = l->figure - 1;
  return before->sentence == l->figure->sentence && before->span.end <= l->figure->span.begin && before->span.begin >= l->sentence.begin ? before : NULL;
}

uint32_t lt_figure_date_at(const lt_figure_link *l, uint32_t place) {
  uint32_t low = 0;
  LT_BISECT(low, l->reading->dates.count, l->reading->dates.at[i].span.begin < place);
  return low;
}

const lt_date *lt_figure_date_ending(const lt_figure_link *l, uint32_t place) {
  uint32_t i = lt_figure_date_at(l, place);
  return i > 0 && l->reading->dates.at[i - 1].span.end == place ? &l->reading->dates.at[i - 1] : NULL;
}

static bool is_pause(lt_char c) { return (lt_char_is_pause(c) && c != u'、') || c == u'（' || c == '(' || c == u'）' || c == ')' || c == '!' || c == u'！' || c == u'？' || c == u'。'; }

static lt_span clause_of(const lt_figure_link *l) {
  lt_span clause = l->figure->span;
  while (clause.begin > l->sentence.begin && !is_pause(l->text[clause.begin - 1])) clause.begin--;
  while (clause.end < l->sentence.end && !is_pause(l->text[clause.end])) clause.end++;
  return clause;
}

/* What somebody says is read without who says it: 魏某表示，… */
static void narrow_to_what_is_said(lt_figure_link *l, uint32_t *attribution) {
  const lt_reading *r = l->reading;
  uint32_t place = l->figure->span.begin;
  if (l->sentence.begin + LT_FIGURE_REACH < place) l->sentence.begin = place - LT_FIGURE_REACH;
  if (l->sentence.end > l->figure->span.end + LT_FIGURE_REACH) l->sentence.end = l->figure->span.end + LT_FIGURE_REACH;
  while (*attribution < r->attributions.count && r->attributions.at[*attribution].said.end <= place) ++*attribution;
  for (uint32_t i = *attribution; i < r->attributions.count && r->attributions.at[i].said.begin <= place; i++) {
    lt_span said = r->attributions.at[i].said;
    if (r->attributions.at[i].voice == LT_VOICE_REGARD || !lt_span_covers(said, l->figure->span)) continue;
    if (said.begin > l->sentence.begin) l->sentence.begin = said.begin;
    if (said.end < l->sentence.end) l->sentence.end = said.end;
  }
}

bool lt_figure_joins(const lt_char *text, uint32_t at, uint32_t end) {
  lt_slice between = {text + at, end - at};
  if (between.length == 1) return lt_slice_index(LT_SLICE("、和与及或"), *between.at) < 5;
  return lt_slice_equals(between, LT_SLICE("还是")) || lt_slice_equals(between, LT_SLICE("以及")) || lt_slice_equals(between, LT_SLICE("或者"));
}

static bool are_joined(const lt_figure_link *l, const lt_figure *a, const lt_figure *b) {
  return a->sentence == b->sentence && a->span.end < b->span.begin && lt_figure_joins(l->text, a->span.end, b->span.begin);
}

bool lt_figure_is_joined(const lt_figure_link *l) {
  const lt_figure *before = lt_figure_before(l);
  return before && before->measure == l->figure->measure && are_joined(l, before, l->figure);
}

bool lt_figure_respective(const lt_figure_link *l, uint32_t *place, uint32_t *count, uint32_t *begin) {
  const lt_figure *first = l->figure, *last = l->figure, *end = l->reading->figures.at + l->reading->figures.count;
  while (last - first < LT_FIGURE_LIST && first > l->reading->figures.at && are_joined(l, first - 1, first)) first--;
  while (last - first < LT_FIGURE_LIST && last + 1 < end && are_joined(l, last, last + 1)) last++;
  *place = (uint32_t)(l->figure - first);
  *count = (uint32_t)(last - first) + 1;
  if (*count < 2 || first->span.begin < l->sentence.begin) return false;
  lt_slice before = {l->text + l->sentence.begin, first->span.begin - l->sentence.begin};
  uint32_t found = before.length > 16 ? before.length - 16 : 0;
  lt_slice near = {before.at + found, before.length - found};
  uint32_t at = lt_slice_find(near, LT_SLICE("分别"));
  *begin = l->sentence.begin + found + at;
  return at < near.length;
}

void lt_figures_link(lt_reading *reading) {
  uint32_t attribution = 0;
  for (uint32_t i = 0; i < reading->figures.count; i++) {
    lt_figure *figure = &reading->figures.at[i];
    lt_figure_link link = {.reading = reading, .text = reading->text->clean, .index = i, .figure = figure, .sentence = reading->document->sentences.at[figure->sentence].span};
    narrow_to_what_is_said(&link, &attribution);
    link.clause = clause_of(&link);
    const lt_figure *before = lt_figure_before(&link);
    link.own = before && before->span.end > link.clause.begin ? before->span.end : link.clause.begin;
    lt_figure_find_metric(&link);
    lt_figure_find_subject(&link);
    lt_figure_find_period(&link);
  }
}
