/* What a quotation is, and whose words it holds.
**
** Words in quotation marks are speech where somebody is given them (attribution.h): all of what is said (他说：“…”), or a
** sentence inside it. The others are names (of products, works, firms), told by a mention inside or by the word beside them
** (“老码头”平台, 名为“老码头”), or terms: words held up, doubted or coined (“抢滩大战”). */
#include "base/char.h"
#include "reading/clause.h"
#include "reading/holder.h"
#include "reading/reading.h"

enum { SENTENCE = 8 /* characters from which a quotation with a predicate can be somebody's sentence */ };

static bool has_predicate(const lt_reading *r, lt_span s) {
  for (uint32_t i = lt_reading_cue_at(r, s.begin); i < r->cues.count && r->cues.at[i].begin < s.end; i++) {
    if (r->cues.at[i].class == LT_CUE_PREDICATE && lt_reading_term(r, &r->cues.at[i]).value) return true;
  }
  return false;
}

/* QUOTE-6  A quotation that is a sentence: it pauses, ends like one, or is long and has a predicate. */
static bool is_sentence(const lt_reading *r, lt_span s) {
  lt_slice text = lt_reading_cut(r, s);
  if (text.length == 0) return false;
  if (lt_char_ends_sentence(text.at[text.length - 1])) return true;
  if (text.length < SENTENCE) return false;
  return lt_slice_index(text, u'，') < text.length || has_predicate(r, s);
}

/* QUOTE-8  Beside it stands a word that names things: 名为“老码头”, “老码头”平台. */
static bool is_named(const lt_reading *r, lt_span quote) {
  const lt_hit *behind = lt_reading_cue_here(r, quote.end + 1, LT_CUE_NAMING);
  if (behind && lt_reading_term(r, behind).value == 2) return true;
  for (uint32_t i = lt_reading_cue_at(r, quote.begin > 5 ? quote.begin - 5 : 0); i < r->cues.count && r->cues.at[i].begin < quote.begin; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class == LT_CUE_NAMING && lt_reading_term(r, hit).value == 1 && hit->begin + hit->length == quote.begin - 1) return true;
  }
  return false;
}

/* QUOTE-7  The whole of it is a name that is mentioned. */
static bool is_mention(const lt_reading *r, lt_span quote) {
  uint32_t i = lt_reading_mention_at(r, quote.begin);
  return i < r->mentions.count && r->mentions.at[i].span.begin == quote.begin && 2 * lt_span_length(r->mentions.at[i].span) > lt_span_length(quote) &&
         r->mentions.at[i].span.end <= quote.end;
}

/* The attribution whose words hold the quotation; they may be the quotation without its marks. *i moves on with the quotations. */
static const lt_attribution *attribution_of(const lt_reading *r, lt_span quote, uint32_t *i) {
  while (*i < r->attributions.count && r->attributions.at[*i].said.end < quote.begin) (*i)++;
  for (uint32_t k = *i; k < r->attributions.count && r->attributions.at[k].said.begin <= quote.begin + 1; k++) {
    const lt_attribution *a = &r->attributions.at[k];
    if (a->said.begin <= quote.begin + 1 && quote.end <= a->said.end + 1) return a;
  }
  return NULL;
}

static bool is_all_said(const lt_attribution *a, lt_span quote) { return a->said.begin + 1 >= quote.begin && a->said.end <= quote.end + 1; }

/* 称“这条船真不小”: the quotation follows the verb at once. */
static bool follows_verb(const lt_attribution *a, lt_span quote) { return a->said.begin + 1 == quote.begin || a->said.begin == quote.begin; }

static bool is_said(const lt_attribution *a, lt_span quote, bool sentence, bool name) {
  if (a == NULL || (a->voice != LT_VOICE_SPEECH && a->voice != LT_VOICE_REGARD)) return false;
  if (is_all_said(a, quote) || sentence || (!name && lt_span_length(quote) > SENTENCE)) return true;
  return a->voice == LT_VOICE_SPEECH && !name && follows_verb(a, quote);
}

/* Where a sentence begins to name its subject: behind an epithet, “闲不住”的何川…. */
static uint32_t behind_epithet(const lt_reading *r, lt_span sentence) {
  uint32_t behind = lt_clause_step_over(r, sentence.begin, sentence.end);
  return behind > sentence.begin && behind < sentence.end && r->text->clean[behind] == u'的' ? behind + 1 : sentence.begin;
}

/* The entity named at a place, else the one that the clause there begins with; NULL if none is. */
static const lt_entity *entity_at(const lt_reading *r, uint32_t place, uint32_t end) {
  uint32_t i = lt_reading_mention_at(r, place);
  if (i < r->mentions.count && r->mentions.at[i].span.begin == place && r->mentions.at[i].span.end <= end) return &r->entities.at[r->mentions.at[i].entity];
  lt_span clause;
  if (place >= end || !lt_clause_next(r, (lt_span){place, end}, place, &clause)) return NULL;
  lt_holder h = lt_holder_at(r, clause);
  return h.kind == LT_HOLDER_NAMED && h.entity != UINT32_MAX ? &r->entities.at[h.entity] : NULL;
}

/* QUOTE-9  船厂今年换了招牌，意在“先修路，再修桥”: a sentence nobody is given is the words of whom its statement begins with. */
static lt_slice subject_of(const lt_reading *r, const lt_quote *q) {
  const lt_entity *e = entity_at(r, behind_epithet(r, r->document->sentences.at[q->sentence].span), q->span.begin - 1);
  return e && (e->kind == LT_NAME_PERSON || e->kind == LT_NAME_COMPANY) ? e->name : LT_NO_SLICE;
}

static void tell(lt_reading *r, lt_quote *q, const lt_attribution *a) {
  bool sentence = is_sentence(r, q->span), name = is_mention(r, q->span) || is_named(r, q->span);
  lt_slice text = lt_reading_cut(r, q->span);
  if (is_said(a, q->span, sentence, name)) {
    q->kind = LT_QUOTE_SPEECH;
    q->speaker = a->source;
  } else if (a == NULL && !name && sentence && lt_slice_index(text, u'，') < text.length && subject_of(r, q).at) {
    q->kind = LT_QUOTE_SPEECH;
    q->speaker = subject_of(r, q);
  } else {
    q->kind = name ? LT_QUOTE_NAME : LT_QUOTE_TERM;
    q->speaker = LT_NO_SLICE;
  }
}

void lt_quotes_attribute(lt_reading *r) {
  uint32_t i = 0;
  for (uint32_t k = 0; k < r->quotes.count; k++) tell(r, &r->quotes.at[k], attribution_of(r, r->quotes.at[k].span, &i));
}
