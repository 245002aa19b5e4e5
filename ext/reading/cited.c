#include "reading/cited.h"

#include "base/char.h"
#include "reading/clause.h"

enum { BEFORE_NAME = 1 };

/* 发布的, 公布的: the last of them in the words, NULL if none. */
static const lt_hit *last_publishing(const lt_reading *r, lt_span words) {
  const lt_hit *found = NULL;
  for (uint32_t i = lt_reading_cue_at(r, words.begin); i < r->cues.count && r->cues.at[i].begin < words.end; i++) {
    if (r->cues.at[i].class == LT_CUE_PUBLISH && lt_reading_term(r, &r->cues.at[i]).value == BEFORE_NAME && r->cues.at[i].begin + r->cues.at[i].length <= words.end) found = &r->cues.at[i];
  }
  return found;
}

static lt_slice organization_in(const lt_reading *r, lt_span words) {
  lt_slice name = LT_NO_SLICE;
  for (uint32_t i = lt_reading_mention_at(r, words.begin); i < r->mentions.count && r->mentions.at[i].span.end <= words.end; i++) {
    const lt_entity *e = &r->entities.at[r->mentions.at[i].entity];
    if (e->kind == LT_NAME_COMPANY || e->kind == LT_NAME_ORGANIZATION || e->kind == LT_NAME_PERSON) name = e->name;
  }
  return name;
}

/* 监测平台Trustdata: a Latin name behind what it is. */
static lt_slice latin_tail(lt_slice s) {
  uint32_t begin = s.length;
  while (begin > 0 && lt_char_is_latin(s.at[begin - 1])) begin--;
  return s.length - begin > 1 ? (lt_slice){s.at + begin, s.length - begin} : s;
}

/* CITED-2  The publisher stands before 发布的; what follows a preposition (在今年4月) is no part of it. */
static lt_slice publisher_of(const lt_reading *r, lt_span words) {
  lt_slice name = organization_in(r, words);
  if (name.at) return name;
  for (uint32_t i = words.begin + 1; i < words.end; i++) {
    if (lt_reading_cue_here(r, i, LT_CUE_PREPOSITION)) words.end = i;
  }
  name = latin_tail(lt_slice_trim(lt_reading_cut(r, words)));
  return name.length ? name : LT_NO_SLICE;
}

/* CITED-3  县农业局官网: the name of the publisher begins that of the document. */
static lt_slice publisher_in_name(const lt_reading *r, lt_span name) {
  uint32_t i = lt_reading_mention_at(r, name.begin);
  bool begins = i < r->mentions.count && r->mentions.at[i].span.begin == name.begin && r->mentions.at[i].span.end < name.end;
  return begins ? r->entities.at[r->mentions.at[i].entity].name : LT_NO_SLICE;
}

/* CITED-4  恒策咨询的数据: what has no name of its own goes by its publisher's. */
static lt_span without_noun(const lt_reading *r, lt_span words) {
  for (uint32_t i = lt_reading_mention_at(r, words.begin); i < r->mentions.count && r->mentions.at[i].span.end < words.end; i++) {
    lt_span rest = {r->mentions.at[i].span.end, words.end};
    const lt_hit *noun = rest.end - rest.begin > 1 ? lt_reading_cue_here(r, rest.begin + 1, LT_CUE_HOLDER) : NULL;
    if (r->text->clean[rest.begin] == u'的' && noun && noun->begin + noun->length == rest.end) return r->mentions.at[i].span;
  }
  return words;
}

lt_cited lt_cited_document(const lt_reading *r, lt_span words) {
  lt_slice text = lt_reading_cut(r, words);
  uint32_t open = lt_slice_index(text, u'《');
  uint32_t behind = open < text.length ? lt_clause_step_over(r, words.begin + open, words.end) : words.begin;
  lt_span before = {words.begin, words.begin + (behind > words.begin + open ? open : text.length)};
  const lt_hit *published = last_publishing(r, before);
  lt_cited c = {words, LT_NO_SLICE};
  if (published) c.publisher = publisher_of(r, (lt_span){words.begin, published->begin});
  if (before.end < words.end) c.name = (lt_span){before.end + 1, behind - 1}; /* CITED-1  the title */
  else if (published) c.name.begin = published->begin + published->length;
  else c.name = without_noun(r, words);
  if (c.publisher.at == NULL) c.publisher = before.end < words.end ? organization_in(r, before) : publisher_in_name(r, c.name);
  return c;
}
