/* Finding who speaks.
**
** In Chinese the speaker stands before the verb, between what ties the sentence to the one before and what says when, where
** and how: 此外，[县水产站站长何川]近日在会上公开表示. Every name, every noun for people or documents (holder.tsv)
** and every pronoun in these words may be where the speaker's description ends; the first one is it that is followed by
** nothing but adverbs, or by a preposition (HOLDER-1). */
#include "reading/holder.h"

#include "base/char.h"
#include "reading/clause.h"
#include "reading/name_shape.h"

enum {
  LONGEST = 60,
  LEFT_OVER = 8,   /* characters between speaker and verb that may be anything: 借何川之口证实 */
  LONGEST_PERSON = 4,
  UNKNOWN_MIN = 2,
  UNKNOWN_MAX = 14
};

#define NO_ENTITY UINT32_MAX

static const lt_hit *cue(const lt_reading *r, uint32_t place, uint32_t end, lt_cue_class class) {
  const lt_hit *hit = lt_reading_cue_here(r, place, class);
  return hit && hit->begin + hit->length <= end ? hit : NULL;
}

static uint32_t skip_adverbs(const lt_reading *r, lt_span s) {
  for (const lt_hit *hit; s.begin < s.end && (hit = cue(r, s.begin, s.end, LT_CUE_ADVERB)) != NULL;) s.begin += hit->length;
  return s.begin;
}

bool lt_holder_is_adverbs(const lt_reading *r, lt_span s) {
  while (s.begin < s.end) {
    uint32_t next = skip_adverbs(r, s);
    if (next == s.begin) next = lt_clause_skip_links(r, s);
    if (next == s.begin) return false;
    s.begin = next;
  }
  return true;
}

/* 2018年3月|船厂, 2024年|中国船厂; not 2018年 in 2018年的船厂. */
static uint32_t skip_time(const lt_reading *r, lt_span s) {
  uint32_t date = 0;
  LT_BISECT(date, r->dates.count, r->dates.at[i].span.begin < s.begin);
  if (date == r->dates.count || r->dates.at[date].span.begin != s.begin) return s.begin;
  uint32_t behind = r->dates.at[date].span.end;
  return behind < s.end && r->text->clean[behind] != u'的' ? behind : s.begin;
}

/* 近日 in 近日何川; not 公开 in 公开资料, nor 先前 in 先前的研究. */
static uint32_t skip_leading_adverb(const lt_reading *r, lt_span s) {
  const lt_hit *hit = cue(r, s.begin, s.end, LT_CUE_ADVERB);
  if (hit == NULL || lt_reading_term(r, hit).value) return s.begin;
  uint32_t behind = s.begin + hit->length;
  return behind < s.end && r->text->clean[behind] == u'的' ? s.begin : behind;
}

uint32_t lt_holder_skip_lead(const lt_reading *r, lt_span s) {
  for (;;) {
    uint32_t from = s.begin;
    s.begin = lt_clause_skip_links(r, s);
    s.begin = skip_leading_adverb(r, s);
    s.begin = skip_time(r, s);
    if (s.begin == from) return from;
  }
}

/* HOLDER-1  Behind the speaker stand only adverbs, or a preposition begins an adjunct: [何川]近日对记者. */
static bool is_followed_well(const lt_reading *r, lt_span rest) {
  if (rest.begin < rest.end) rest.begin = lt_clause_step_over(r, rest.begin, rest.end); /* 先前的研究（某某，2023）发现 */
  if (lt_holder_is_adverbs(r, rest)) return true;
  rest.begin = skip_adverbs(r, rest);
  return rest.begin < rest.end && cue(r, rest.begin, rest.end, LT_CUE_PREPOSITION) != NULL;
}

static lt_holder_kind kind_of_noun(lt_slice text) {
  switch (text.at[0]) {
  case 'd': return LT_HOLDER_DOCUMENT;
  case 'm': return LT_HOLDER_MEDIA;
  case 'r': return LT_HOLDER_RUMOUR;
  default: return LT_HOLDER_PERSON;
  }
}

/* What may end a description of the speaker at this place: a name, a noun, a pronoun, a title in 《》. Its end, or place. */
static uint32_t end_of_candidate(const lt_reading *r, uint32_t place, lt_span words, lt_holder *h) {
  uint32_t m = lt_reading_mention_at(r, place);
  if (m < r->mentions.count && r->mentions.at[m].span.begin == place && r->mentions.at[m].span.end <= words.end) {
    bool product = r->entities.at[r->mentions.at[m].entity].kind == LT_NAME_MODEL; /* says nothing, but 拓野行者T3 does */
    if (product) return h->kind == LT_HOLDER_NAMED && h->span.end == place ? r->mentions.at[m].span.end : place;
    h->kind = LT_HOLDER_NAMED;
    h->entity = r->mentions.at[m].entity;
    return r->mentions.at[m].span.end;
  }
  const lt_hit *noun = cue(r, place, words.end, LT_CUE_HOLDER);
  if (noun) {
    lt_term term = lt_reading_term(r, noun);
    bool speaks_for_name = term.value && h->kind == LT_HOLDER_NAMED && kind_of_noun(term.text) == LT_HOLDER_PERSON && h->span.end == place;
    if (!speaks_for_name) h->kind = kind_of_noun(term.text), h->entity = NO_ENTITY;
    return place + noun->length;
  }
  uint32_t behind = r->text->clean[place] == u'《' ? lt_clause_step_over(r, place, words.end) : place;
  if (behind > place) h->kind = LT_HOLDER_DOCUMENT, h->entity = NO_ENTITY;
  return behind;
}

/* 水产站站长何川, 何川站长: the person named last is who speaks. */
static uint32_t person_in(const lt_reading *r, lt_span s) {
  uint32_t person = NO_ENTITY;
  for (uint32_t i = lt_reading_mention_at(r, s.begin); i < r->mentions.count && r->mentions.at[i].span.end <= s.end; i++) {
    if (r->entities.at[r->mentions.at[i].entity].kind == LT_NAME_PERSON) person = r->mentions.at[i].entity;
  }
  return person;
}

static lt_holder finish(const lt_reading *r, lt_holder h) {
  uint32_t person = person_in(r, h.span);
  if (person != NO_ENTITY && h.kind != LT_HOLDER_DOCUMENT) h.kind = LT_HOLDER_NAMED, h.entity = person;
  return h;
}

/* HOLDER-2  他表示: a pronoun speaks. */
static bool is_pronoun(const lt_reading *r, lt_span words, lt_holder *h) {
  const lt_hit *hit = cue(r, words.begin, words.end, LT_CUE_PRONOUN);
  if (hit == NULL) return false;
  h->stands_for = lt_reading_term(r, hit).text;
  h->kind = h->stands_for.at[0] == 's' ? LT_HOLDER_NONE : LT_HOLDER_PRONOUN;
  h->span = lt_hit_span(hit);
  return h->kind == LT_HOLDER_NONE || is_followed_well(r, (lt_span){h->span.end, words.end});
}

/* A personal name, or a name with Latin letters in it. */
static bool looks_like_name(const lt_reading *r, lt_span words) {
  lt_slice text = lt_reading_cut(r, words);
  bool common;
  if (text.length <= LONGEST_PERSON && lt_surname_length(r->lexicon, text, &common)) return true;
  if (lt_foreign_name_length(r->lexicon, text, true) == text.length) return true;
  for (uint32_t i = 0; i < text.length; i++) {
    if (lt_char_is_letter(text.at[i])) return true;
  }
  return false;
}

/* HOLDER-3  何川指出，; Maru商店显示，: what looks like a name before a verb of saying and a pause is one, known or not. */
static bool can_be_name(const lt_reading *r, lt_span words) {
  uint32_t length = lt_span_length(words);
  if (length < UNKNOWN_MIN || length > UNKNOWN_MAX || !looks_like_name(r, words)) return false;
  for (uint32_t i = words.begin; i < words.end; i++) {
    if (!lt_is_name_character(r->text->clean[i]) && r->text->clean[i] != ' ') return false;
    const lt_hit *hit = cue(r, i, words.end, LT_CUE_PREDICATE);
    if ((hit && lt_reading_term(r, hit).value) || cue(r, i, words.end, LT_CUE_PREPOSITION)) return false;
  }
  return true;
}

/* The words without the adverbs before the verb: 何川 in 何川曾. */
static lt_span without_adverbs_behind(const lt_reading *r, lt_span words) {
  for (uint32_t i = words.begin + 1; i < words.end; i++) {
    if (lt_holder_is_adverbs(r, (lt_span){i, words.end})) return (lt_span){words.begin, i};
  }
  return words;
}

/* 县报 in 据县报6月报道. */
static lt_span without_time_behind(const lt_reading *r, lt_span words) {
  for (uint32_t i = words.begin + 1; i < words.end; i++) {
    if (skip_time(r, (lt_span){i, words.end}) == words.end) return (lt_span){words.begin, i};
  }
  return words;
}

lt_holder lt_holder_whole(const lt_reading *r, lt_span words) {
  words.begin = lt_holder_skip_lead(r, words);
  lt_holder h = {.entity = NO_ENTITY, .span = words};
  uint32_t length = lt_span_length(words);
  if (length >= UNKNOWN_MIN && length <= UNKNOWN_MAX) h.kind = LT_HOLDER_UNKNOWN;
  return h;
}

bool lt_holder_is_person_name(const lt_reading *r, lt_span words) {
  lt_slice text = lt_reading_cut(r, words);
  return text.length >= UNKNOWN_MIN && text.length <= LONGEST_PERSON && lt_chinese_name_length(r->lexicon, text, text.length - 1, false) == text.length;
}

static lt_holder unknown(const lt_reading *r, lt_span words) {
  lt_holder h = {.entity = NO_ENTITY};
  words = without_time_behind(r, without_adverbs_behind(r, words));
  if (can_be_name(r, words)) h.kind = LT_HOLDER_UNKNOWN, h.span = words;
  return h;
}

/* HOLDER-4  船厂厂长何川近日表示: behind what somebody is, what has the shape of a name is the name. Its end, or place. */
static uint32_t end_of_name(const lt_reading *r, uint32_t place, lt_span words) {
  for (uint32_t given = 2; given > 0; given--) {
    lt_slice rest = lt_reading_cut(r, (lt_span){place, words.end});
    uint32_t length = lt_chinese_name_length(r->lexicon, rest, given, false);
    if (length && length <= rest.length && is_followed_well(r, (lt_span){place + length, words.end})) return place + length;
  }
  return place;
}

/* HOLDER-5  何川（水产站站长）表示: the bracket behind the speaker says who that is. */
static lt_span without_explanation(const lt_reading *r, lt_span words) {
  uint32_t open = words.end;
  if (open == words.begin || r->text->clean[open - 1] != u'）') return words;
  while (open > words.begin && r->text->clean[open - 1] != u'（') open--;
  return open > words.begin + 1 ? (lt_span){words.begin, open - 1} : words;
}

lt_holder lt_holder_find(const lt_reading *r, lt_span words, bool pause) {
  lt_holder none = {.entity = NO_ENTITY};
  if (lt_span_length(words) > LONGEST) return none;
  words.begin = lt_holder_skip_lead(r, words);
  words = without_explanation(r, words);
  lt_holder h = none, last = none;
  h.span = (lt_span){words.begin, words.begin};
  if (is_pronoun(r, words, &h)) return h;
  for (uint32_t place = words.begin; place < words.end;) {
    uint32_t end = end_of_candidate(r, place, words, &h);
    if (end == place) {
      place++;
      continue;
    }
    h.span.end = end;
    last = h;
    if (is_followed_well(r, (lt_span){end, words.end})) return finish(r, h);
    uint32_t name_end = h.kind == LT_HOLDER_PERSON ? end_of_name(r, end, words) : end;
    if (name_end > end) {
      h.name = (lt_span){end, name_end};
      h.span.end = name_end;
      return finish(r, h);
    }
    place = h.kind == LT_HOLDER_NAMED ? end : place + 1; /* 公开信 in 公开信息 is none */
  }
  if (!pause) return none;
  if (last.kind && words.end - last.span.end <= LEFT_OVER) return finish(r, last);
  return last.kind ? none : unknown(r, words);
}

bool lt_holder_has_predicate(const lt_reading *r, lt_span s) {
  for (uint32_t place = s.begin; place < s.end;) {
    uint32_t m = lt_reading_mention_at(r, place);
    const lt_hit *hit = lt_reading_cue_here(r, place, LT_CUE_PREDICATE);
    if (m < r->mentions.count && r->mentions.at[m].span.begin == place) place = r->mentions.at[m].span.end;
    else if (hit && lt_reading_term(r, hit).value) return true;
    else place += hit ? hit->length : 1;
  }
  return false;
}

lt_holder lt_holder_at(const lt_reading *r, lt_span clause) {
  lt_holder none = {.entity = NO_ENTITY}, h = none, found = none;
  if (lt_span_length(clause) > LONGEST) return none;
  clause.begin = lt_holder_skip_lead(r, clause);
  h.span = (lt_span){clause.begin, clause.begin};
  if (is_pronoun(r, clause, &h) || h.kind == LT_HOLDER_PRONOUN) return h;
  for (uint32_t place = clause.begin; place < clause.end;) {
    const lt_hit *hit = cue(r, place, clause.end, LT_CUE_PREDICATE);
    uint32_t end = end_of_candidate(r, place, clause, &h);
    if (end > place && found.kind && h.kind == LT_HOLDER_DOCUMENT) break; /* 县里的官方账号发布推文 */
    if (end > place) h.span.end = end, found = h;
    else if (hit && lt_reading_term(r, hit).value) break;
    place = end > place && h.kind == LT_HOLDER_NAMED ? end : place + (hit ? hit->length : 1);
  }
  return found.kind ? finish(r, found) : none;
}
