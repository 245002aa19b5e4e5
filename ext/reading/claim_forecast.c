/* What the article itself says of the future.
**
**   而靠着老主顾，这些小店更有可能撑过冬天。   headline: the thought with the word in it */
#include "base/char.h"
#include "reading/argument.h"
#include "reading/clause.h"

enum { SUPPOSED = 2 };

static bool makes_forecast(const lt_reading *r, const lt_hit *hit, bool said) {
  lt_slice text = lt_reading_term(r, hit).text;
  return text.length && (text.at[0] == 's' || (said && text.at[0] == 'k'));
}

/* 也将其用于生产, 最终将根据质量: 将 that takes an object. 很可能指“lite”: a guess about what is. */
static bool is_misleading(const lt_reading *r, const lt_hit *hit) {
  uint32_t behind = hit->begin + hit->length;
  if (behind >= r->text->length) return true;
  lt_slice objects = LT_SLICE("其它他她这那该各自所"), states = LT_SLICE("是指来已");
  lt_char last = r->text->clean[behind - 1], next = r->text->clean[behind];
  if (last == u'将') return lt_slice_index(objects, next) < objects.length;
  return last == u'能' && lt_slice_index(states, next) < states.length;
}

/* CLAIM-7  有望, 恐怕, 将成为: a sentence with such a word is a forecast; one that is only supposed (如果…) is not. */
const lt_hit *lt_claim_forecast_word(const lt_reading *r, lt_span span, bool said) {
  lt_span clause;
  uint32_t covered = 0; /* 将 in 最终将 is not another word */
  for (uint32_t place = span.begin; lt_clause_next(r, span, place, &clause); place = clause.end) {
    for (uint32_t i = lt_reading_cue_at(r, clause.begin); i < r->cues.count && r->cues.at[i].begin < clause.end; i++) {
      const lt_hit *hit = &r->cues.at[i];
      if (hit->class != LT_CUE_FORECAST || hit->begin < covered) continue;
      covered = hit->begin + hit->length;
      if (makes_forecast(r, hit, said) && !is_misleading(r, hit)) return hit;
    }
  }
  return NULL;
}

/* CLAIM-8  未来，码头还将…: a clause put into the future by its first word; 未来的 does not. */
static const lt_hit *future_clause(const lt_reading *r, lt_span statement) {
  lt_span clause;
  for (uint32_t place = statement.begin; lt_clause_next(r, statement, place, &clause); place = clause.end) {
    const lt_hit *hit = lt_reading_cue_here(r, clause.begin, LT_CUE_FUTURE);
    uint32_t behind = hit ? hit->begin + hit->length : 0;
    if (hit && behind < statement.end && r->text->clean[behind] != u'的') return hit;
  }
  return NULL;
}

/* Where the thought that holds the word begins: at the last clause before it that opens a new one (而, 但, 尤其是), or at a semicolon. */
static uint32_t thought_begin(const lt_reading *r, lt_span statement, uint32_t word) {
  uint32_t begin = statement.begin;
  lt_span clause;
  for (uint32_t place = statement.begin; lt_clause_next(r, statement, place, &clause) && clause.begin <= word; place = clause.end) {
    const lt_hit *link = lt_reading_cue_here(r, clause.begin, LT_CUE_LINK);
    bool breaks = clause.begin > statement.begin && r->text->clean[clause.begin - 1] == u'；';
    if (breaks || (link && lt_reading_term(r, link).value == 1)) begin = clause.begin;
  }
  const lt_hit *link = lt_reading_cue_here(r, begin, LT_CUE_LINK);
  bool turns = link && link->length <= 2 && lt_reading_term(r, link).value == 1; /* 尤其是 stays, 而 goes */
  return turns ? begin + link->length : begin;
}

static uint32_t thought_end(const lt_reading *r, lt_span statement, uint32_t word) {
  for (uint32_t i = word; i + 1 < statement.end; i++) {
    if (r->text->clean[i] == u'；' || (r->text->clean[i] == u'—' && r->text->clean[i + 1] == u'—')) return i;
  }
  return statement.end;
}

/* 如果水位再涨，也有可能…; 当忽略它时，视频将会…: only supposed. */
static bool is_supposed(const lt_reading *r, lt_span statement) {
  lt_char first = r->text->clean[statement.begin];
  if (first == u'当' || first == u'若') return true;
  for (uint32_t i = lt_reading_cue_at(r, statement.begin); i < r->cues.count && r->cues.at[i].begin < statement.end; i++) {
    if (r->cues.at[i].class == LT_CUE_CAUSE && lt_reading_term(r, &r->cues.at[i]).value == SUPPOSED) return true;
  }
  return false;
}

static bool asks(const lt_reading *r, lt_span statement) {
  lt_char last = r->text->clean[statement.end - 1];
  return last == u'？' || last == '?';
}

void lt_claims_forecast(const lt_argument *a) {
  lt_reading *r = a->reading;
  const lt_hit *word = lt_claim_forecast_word(r, a->statement, false);
  if (word == NULL) word = future_clause(r, a->statement);
  if (word == NULL || asks(r, a->statement) || is_supposed(r, a->statement)) return;
  lt_span headline = {thought_begin(r, a->statement, word->begin), thought_end(r, a->statement, word->begin)};
  if (a->paragraph == LT_PARAGRAPH_TITLE) headline = a->statement;
  headline = lt_clause_trim(r, headline);
  if (headline.begin == word->begin && word->class == LT_CUE_FUTURE) headline = lt_clause_trim(r, (lt_span){headline.begin + word->length, headline.end});
  if (headline.begin >= headline.end) return; /* 未来，: nothing is said of it */
  lt_claim *c = lt_claim_add(r, LT_CLAIM_FORECAST, headline);
  c->marker = lt_reading_cut(r, lt_hit_span(word));
  c->kind = lt_claim_judges(r, c->span, LT_DEMANDS) ? LT_CLAIM_IS_OPINION : LT_CLAIM_IS_FORECAST; /* 未来，产业应抓住… */
  c->source = a->speaker;
}
