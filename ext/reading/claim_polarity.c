/* For or against, how surely, and whether it judges.
**
** POLARITY-1  Words of praise and complaint (polarity.tsv) are added up over the headline. A negation turns round the word it stands
** before (并不完善); what is only granted (虽然…) does not count, and what follows a 但 counts alone.
**
** Limits: irony, and negations further away than NEAR characters. */
#include "base/char.h"
#include "reading/argument.h"
#include "reading/clause.h"

enum { NEAR = 12, FOLLOWS = 1, GRANTED = -1 };

/* POLARITY-2  不完善, 没有…优势: an odd number of negations before the word, in its clause, turns it round. */
static bool is_negated(const lt_reading *r, uint32_t floor, uint32_t word) {
  bool negated = false;
  uint32_t i = lt_reading_cue_at(r, word > floor + NEAR ? word - NEAR : floor), covered = 0;
  for (; i < r->cues.count && r->cues.at[i].begin < word; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class != LT_CUE_NEGATION || hit->begin < covered || hit->begin + hit->length > word) continue;
    covered = hit->begin + hit->length; /* 没有 is one negation, not two */
    if (lt_reading_term(r, hit).value) negated = !negated;
  }
  return negated;
}

static int weigh_clause(const lt_reading *r, lt_span clause) {
  int sum = 0;
  uint32_t covered = 0;
  for (uint32_t i = lt_reading_cue_at(r, clause.begin); i < r->cues.count && r->cues.at[i].begin < clause.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class != LT_CUE_POLARITY || hit->begin < covered) continue;
    covered = hit->begin + hit->length;
    int value = lt_reading_term(r, hit).value;
    sum += is_negated(r, clause.begin, hit->begin) ? -value : value;
  }
  return sum;
}

/* POLARITY-3  虽然走红，但亏损扩大: 但 wipes out what was said before it, 虽然 what stands in its own clause. */
static int contrast_of(const lt_reading *r, lt_span clause) {
  const lt_hit *hit = lt_reading_find_cue(r, clause, LT_CUE_CONTRAST);
  return hit ? lt_reading_term(r, hit).value : 0;
}

int lt_claim_polarity(const lt_reading *r, lt_span headline) {
  int sum = 0;
  lt_span clause;
  for (uint32_t place = headline.begin; lt_clause_next(r, headline, place, &clause); place = clause.end) {
    int contrast = contrast_of(r, clause);
    if (contrast == FOLLOWS) sum = 0;
    if (contrast != GRANTED) sum += weigh_clause(r, clause);
  }
  return (sum > 0) - (sum < 0);
}

/* CERTAINTY-1  The least sure word of the headline decides: 将 is certain, 有望 likely, 或许 possible. */
lt_certainty lt_claim_certainty(const lt_reading *r, lt_span headline) {
  int value = LT_CERTAIN;
  for (uint32_t i = lt_reading_cue_at(r, headline.begin); i < r->cues.count && r->cues.at[i].begin < headline.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class == LT_CUE_FORECAST && hit->begin + hit->length <= headline.end && lt_reading_term(r, hit).value > value) value = lt_reading_term(r, hit).value;
  }
  return (lt_certainty)value;
}

/* 应 in 应用 and 效应 demands nothing: a longer word round it, which is no predicate, hides it. */
static bool is_hidden(const lt_reading *r, const lt_hit *hit) {
  uint32_t begin = hit->begin > 2 ? hit->begin - 2 : 0, end = hit->begin + hit->length;
  for (uint32_t i = lt_reading_cue_at(r, begin); i < r->cues.count && r->cues.at[i].begin <= hit->begin; i++) {
    const lt_hit *word = &r->cues.at[i];
    bool covers = word->class == LT_CUE_PREDICATE && word->begin + word->length >= end && word->length > hit->length;
    if (covers && lt_reading_term(r, word).value == 0) return true;
  }
  return false;
}

bool lt_claim_judges(const lt_reading *r, lt_span headline, int how) {
  for (uint32_t i = lt_reading_cue_at(r, headline.begin); i < r->cues.count && r->cues.at[i].begin < headline.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class == LT_CUE_STANCE && lt_reading_term(r, hit).value >= how && !is_hidden(r, hit)) return true;
  }
  return false;
}

/* 四成, 三分之二, 两倍 */
static bool is_written_share(const lt_reading *r, lt_span s, uint32_t place) {
  lt_char c = r->text->clean[place], next = place + 1 < s.end ? r->text->clean[place + 1] : 0;
  if (c == u'分' && next == u'之') return true;
  lt_slice numerals = LT_SLICE("一二两三四五六七八九十百千万");
  bool counted = place > s.begin && lt_slice_index(numerals, r->text->clean[place - 1]) < numerals.length;
  return counted && (c == u'成' || c == u'倍') && next != u'为' && next != u'了';
}

bool lt_claim_has_figure(const lt_reading *r, lt_span s) {
  for (uint32_t place = s.begin; place < s.end; place++) {
    if (is_written_share(r, s, place)) return true;
    if (!lt_char_is_digit(r->text->clean[place])) continue;
    uint32_t m = lt_reading_mention_at(r, place + 1);
    if (m > 0 && r->mentions.at[m - 1].span.end > place) {
      place = r->mentions.at[m - 1].span.end - 1;
      continue;
    }
    while (place + 1 < s.end && lt_char_is_digit(r->text->clean[place + 1])) place++;
    lt_slice dates = LT_SLICE("年月日号");
    if (place + 1 == s.end || lt_slice_index(dates, r->text->clean[place + 1]) == dates.length) return true;
  }
  return false;
}
