/* Who speaks: finding the holder of a view in the words before a verb, and its name. */
#ifndef LT_READING_HOLDER_H
#define LT_READING_HOLDER_H

#include "reading/reading.h"

typedef enum lt_holder_kind {
  LT_HOLDER_NONE,
  LT_HOLDER_NAMED,    /* ends in a name: 水产站站长何川 */
  LT_HOLDER_PERSON,   /* described: 业内人士 */
  LT_HOLDER_DOCUMENT, /* 《…》, 排行榜 */
  LT_HOLDER_MEDIA,    /* 外媒 */
  LT_HOLDER_RUMOUR,   /* 传闻 */
  LT_HOLDER_PRONOUN,  /* 他 */
  LT_HOLDER_UNKNOWN   /* some words of which only the verb tells that they name a speaker */
} lt_holder_kind;

typedef struct lt_holder {
  lt_holder_kind kind;
  lt_span span;    /* without what only ties it to the sentence before, times and adverbs */
  uint32_t entity; /* index, or UINT32_MAX */
  lt_span name;    /* of a person nobody has named before, 何川 in 船厂厂长何川; empty if there is none */
  lt_slice stands_for; /* of a pronoun: person, company, document … */
} lt_holder;

/* Who is named in the words before a verb, of which the verb's own adverbs and adjuncts are no part: 老船工何川 in
** 老船工何川近日对记者. pause: a pause stands after the verb, so that words not known can be a name. */
lt_holder lt_holder_find(const lt_reading *reading, lt_span before_verb, bool pause);

/* All of the words as the holder, where only their place tells that they are one: 据船厂介绍. */
lt_holder lt_holder_whole(const lt_reading *reading, lt_span words);

/* Do the words have the shape of a Chinese personal name? */
bool lt_holder_is_person_name(const lt_reading *reading, lt_span words);

/* The holder a clause begins with, before its predicate: 围观的人 in 围观的人沸腾了, 孟怀瑾 in 前财务副总裁孟怀瑾算过. */
lt_holder lt_holder_at(const lt_reading *reading, lt_span clause);

/* Where the clause's own words begin, behind what ties it to the sentence before, adverbs and times. */
uint32_t lt_holder_skip_lead(const lt_reading *reading, lt_span clause);

/* Is there a predicate in these words, names aside? */
bool lt_holder_has_predicate(const lt_reading *reading, lt_span span);

/* Is there nothing but adverbs in these words? */
bool lt_holder_is_adverbs(const lt_reading *reading, lt_span span);

#endif
