/* What the article cites. Four ways of citing are read:
**
**   the documents, media and institutions that are given words (attributions): 根据脉脉发布的《AIGC人才趋势报告》显示
**   documents that something is done by: 按照《…规定》申报
**   credit lines: 图源：字节跳动官方; 综合整理自澎湃新闻、智东西
**   named rankings: Aider代码编辑排行榜
**
** People and companies that merely speak are sources of claims (llm_claims.source), not things cited; neither is the outlet
** that speaks of its own findings (量子位获悉). A thing cited twice is one row. */
#include "reading/source.h"

#include "base/char.h"
#include "reading/cited.h"
#include "reading/clause.h"
#include "reading/seen.h"

enum {
  AFTER_BODY = 3,  /* lines behind the body in which a credit line may stand */
  TITLE_AHEAD = 12 /* characters between 按照 and 《 */
};

typedef struct collector {
  lt_reading *r;
  lt_seen seen;
} collector;

static void add(collector *c, lt_slice name, lt_source_kind kind, lt_slice publisher, lt_span span) {
  name = lt_slice_trim(name);
  if (name.length == 0 || !lt_seen_add(&c->seen, c->r->arena, name)) return;
  *LT_PUSH(c->r->arena, &c->r->sources) = (lt_source){name, kind, publisher, lt_reading_sentence_of(c->r, span.begin), span};
}

/* ---- kinds */

static bool is_media(const lt_reading *r, const lt_entity *e) {
  return e->kind == LT_NAME_ORGANIZATION && e->known && lt_slice_equals(lt_lexicon_name(r->lexicon, e->lexicon_name).fact, LT_SLICE("media"));
}

static lt_source_kind kind_of_entity(const lt_reading *r, const lt_entity *e) {
  if (is_media(r, e)) return LT_SOURCE_MEDIA;
  return e->kind == LT_NAME_COMPANY ? LT_SOURCE_COMPANY : e->kind == LT_NAME_PERSON ? LT_SOURCE_PERSON : LT_SOURCE_ORGANIZATION;
}

/* SOURCE-6  公开资料, 工商信息: what anybody can look up. */
static bool is_public(const lt_reading *r, lt_span name) { return lt_reading_find_cue(r, name, LT_CUE_PUBLIC) != NULL; }

static const lt_entity *entity_of(const lt_reading *r, lt_span span) {
  uint32_t i = lt_reading_mention_at(r, span.begin);
  bool whole = i < r->mentions.count && r->mentions.at[i].span.begin == span.begin && r->mentions.at[i].span.end == span.end;
  return whole ? &r->entities.at[r->mentions.at[i].entity] : NULL;
}

/* ---- attributions */

/* 测试结果, 数据: a document that is nobody's in particular is not cited. */
static bool is_nameless(const lt_reading *r, lt_span name) {
  for (uint32_t i = lt_reading_cue_at(r, name.begin); i < r->cues.count && r->cues.at[i].begin < name.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class != LT_CUE_HOLDER || hit->begin + hit->length != name.end) continue;
    if (lt_reading_term(r, hit).value == 2 || hit->begin == name.begin) return true;
  }
  return false;
}

static void add_document(collector *c, lt_span words) {
  lt_cited cited = lt_cited_document(c->r, words);
  const lt_entity *e = entity_of(c->r, cited.name);
  lt_slice name = e ? e->name : lt_reading_cut(c->r, cited.name);
  bool titled = cited.name.begin > words.begin && c->r->text->clean[cited.name.begin - 1] == u'《';
  if (!titled && is_nameless(c->r, cited.name)) return;
  lt_source_kind kind = e ? kind_of_entity(c->r, e) : is_public(c->r, cited.name) ? LT_SOURCE_PUBLIC : LT_SOURCE_REPORT;
  add(c, name, kind, cited.publisher, cited.name);
}

/* SOURCE-2  36氪曾透露, 据路透6月报道: a medium reports. One that 获悉 or 了解到 speaks of its own work. */
static bool reports(const lt_reading *r, const lt_attribution *a) {
  return a->hint != 'l' && !lt_slice_equals(a->source, r->document->publisher);
}

/* SOURCE-1  据公开资料显示; 《…》提出: what is given words, if it is a document, a medium, or an institution behind 据. */
static void add_attribution(collector *c, const lt_attribution *a) {
  if (a->holder.end == a->holder.begin || a->source.at == NULL || a->by_pronoun) return;
  if (a->entity == UINT32_MAX) {
    if (a->voice == LT_VOICE_DOCUMENT) add_document(c, a->holder);
    return;
  }
  const lt_entity *e = &c->r->entities.at[a->entity];
  bool cited = a->voice == LT_VOICE_DOCUMENT || is_media(c->r, e);
  if (cited && reports(c->r, a)) add(c, a->source, kind_of_entity(c->r, e), LT_NO_SLICE, a->holder);
}

/* ---- documents something is done by */

/* SOURCE-3  按照《…规定》申报. */
static void add_basis(collector *c, const lt_hit *hit) {
  const lt_reading *r = c->r;
  uint32_t place = hit->begin + hit->length, end = place + TITLE_AHEAD;
  while (place < end && place < r->text->length && r->text->clean[place] != u'《' && !lt_char_is_pause(r->text->clean[place]) && r->text->clean[place] != '\n') place++;
  if (place >= end || place >= r->text->length || r->text->clean[place] != u'《') return;
  uint32_t behind = lt_clause_step_over(r, place, r->text->length);
  if (behind > place) add_document(c, (lt_span){hit->begin + hit->length, behind});
}

/* SOURCE-5  Aider代码编辑排行榜: a ranking with a name of Latin letters. */
static void add_ranking(collector *c, const lt_hit *hit, uint32_t floor) {
  const lt_reading *r = c->r;
  lt_slice form = lt_reading_term(r, hit).form;
  if (!lt_slice_equals(form, LT_SLICE("排行榜")) && !lt_slice_equals(form, LT_SLICE("榜单"))) return;
  uint32_t begin = hit->begin, end = hit->begin + hit->length;
  while (begin > floor && end - begin < 24 && lt_char_is_han(r->text->clean[begin - 1]) && r->text->clean[begin - 1] != u'的') begin--;
  uint32_t latin = begin;
  while (latin > floor && end - latin < 40 && (lt_char_is_latin(r->text->clean[latin - 1]) || r->text->clean[latin - 1] == '-')) latin--;
  if (latin < begin) add(c, lt_reading_cut(r, (lt_span){latin, end}), LT_SOURCE_REPORT, LT_NO_SLICE, (lt_span){latin, end});
}

static void read_cues(collector *c, lt_span paragraph) {
  const lt_reading *r = c->r;
  for (uint32_t i = lt_reading_cue_at(r, paragraph.begin); i < r->cues.count && r->cues.at[i].begin < paragraph.end; i++) {
    if (r->cues.at[i].class == LT_CUE_ACCORDING) add_basis(c, &r->cues.at[i]);
    if (r->cues.at[i].class == LT_CUE_HOLDER) add_ranking(c, &r->cues.at[i], paragraph.begin);
  }
}

/* ---- credit lines */

static lt_span credit_end(const lt_reading *r, lt_span names) {
  while (names.end > names.begin && (r->text->clean[names.end - 1] == ')' || r->text->clean[names.end - 1] == u'）' || r->text->clean[names.end - 1] == u'。' || r->text->clean[names.end - 1] == u'等')) names.end--;
  return names;
}

static bool separates_names(lt_char c) { return c == u'、' || c == u'，' || c == u'/' || c == u'；' || c == ','; }

static void add_credit(collector *c, lt_span name) {
  while (name.begin < name.end && lt_char_is_space(c->r->text->clean[name.begin])) name.begin++;
  const lt_entity *e = entity_of(c->r, name);
  lt_source_kind kind = e ? kind_of_entity(c->r, e) : LT_SOURCE_ORGANIZATION;
  add(c, e ? e->name : lt_reading_cut(c->r, name), kind, e ? LT_NO_SLICE : lt_cited_document(c->r, name).publisher, name);
}

/* SOURCE-4  图源：字节跳动官方; (综合整理自澎湃新闻、智东西、雷锋网等). */
static void read_credit(collector *c, lt_span line) {
  const lt_reading *r = c->r;
  uint32_t place = line.begin;
  while (place < line.end && place < line.begin + 3 && lt_reading_cue_here(r, place, LT_CUE_CREDIT) == NULL) place++;
  const lt_hit *hit = place < line.end ? lt_reading_cue_here(r, place, LT_CUE_CREDIT) : NULL;
  if (hit == NULL || place == line.begin + 3) return;
  lt_span names = {hit->begin + hit->length, line.end};
  bool colon = names.begin < names.end && (r->text->clean[names.begin] == u'：' || r->text->clean[names.begin] == ':');
  if (!colon && lt_reading_term(r, hit).value == 1) return;
  names.begin += colon;
  names = credit_end(r, names);
  for (uint32_t begin = names.begin, i = begin; i <= names.end; i++) {
    if (i < names.end && !separates_names(r->text->clean[i])) continue;
    add_credit(c, (lt_span){begin, i});
    begin = i + 1;
  }
}

/* ---- the article */

/* Paragraphs from the first of the body to a few lines behind the last. */
static void find_body(const lt_document *d, uint32_t *begin, uint32_t *end) {
  *begin = *end = 0;
  for (uint32_t i = 0; i < d->paragraphs.count; i++) {
    if (d->paragraphs.at[i].kind != LT_PARAGRAPH_BODY) continue;
    if (*end == 0) *begin = i;
    *end = i + 1;
  }
  *end = *end + AFTER_BODY < d->paragraphs.count ? *end + AFTER_BODY : d->paragraphs.count;
}

static int by_place(const void *a, const void *b) {
  const lt_source *x = a, *y = b;
  return x->span.begin < y->span.begin ? -1 : x->span.begin > y->span.begin;
}

void lt_sources_read(lt_reading *r) {
  collector c = {.r = r};
  uint32_t begin, end;
  for (uint32_t i = 0; i < r->attributions.count; i++) add_attribution(&c, &r->attributions.at[i]);
  find_body(r->document, &begin, &end);
  for (uint32_t i = begin; i < end; i++) {
    const lt_paragraph *p = &r->document->paragraphs.at[i];
    bool can_credit = p->kind == LT_PARAGRAPH_BODY || p->kind == LT_PARAGRAPH_BYLINE || p->kind == LT_PARAGRAPH_BOILERPLATE;
    if (lt_paragraph_is_read(p)) read_cues(&c, p->span);
    if (can_credit) read_credit(&c, p->span);
  }
  LT_SORT(&r->sources, by_place);
}
