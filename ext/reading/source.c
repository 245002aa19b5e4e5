/* What the article cites:
**
**   the documents, media and institutions that are given words (attributions): 根据县商会发布的《果园报告》显示
**   documents that something is done by, or that are brought out: 按照《…规定》申报, 工信部印发了《…意见》
**   credit lines: 图源：县摄影协会; 综合整理自县报、渔业周刊
**   named rankings: Maru代码排行榜
**
** People and companies that merely speak are sources of claims (llm_claims.source), not things cited; neither is the outlet
** that speaks of its own findings (本报获悉). A thing cited twice is one row. */
#include "reading/source.h"

#include "base/char.h"
#include "reading/cited.h"
#include "reading/clause.h"
#include "reading/seen.h"

enum {
  AFTER_BODY = 3,  /* lines behind the body in which a credit line may stand */
  TITLE_AHEAD = 20 /* characters between 按照 or 发布了 and 《 */
};

typedef struct collector {
  lt_reading *r;
  lt_seen seen, publishers;
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

/* 该文件, 同一份调查: a document named before. */
static bool refers_back(const lt_reading *r, lt_span name) {
  lt_slice text = lt_reading_cut(r, name);
  return lt_slice_find(text, LT_SLICE("同一")) < text.length || (text.length && (text.at[0] == u'该' || text.at[0] == u'这' || text.at[0] == u'此'));
}

static void add_titled(collector *c, lt_span title, lt_slice publisher) {
  if (publisher.at) lt_seen_add(&c->publishers, c->r->arena, publisher);
  add(c, lt_reading_cut(c->r, title), LT_SOURCE_REPORT, publisher, title);
}

static void add_document(collector *c, lt_span words) {
  lt_cited cited = lt_cited_document(c->r, words);
  const lt_entity *e = entity_of(c->r, cited.name);
  lt_slice name = e ? e->name : lt_reading_cut(c->r, cited.name);
  bool titled = cited.name.begin > words.begin && c->r->text->clean[cited.name.begin - 1] == u'《';
  if (!titled && (refers_back(c->r, cited.name) || refers_back(c->r, words) || is_nameless(c->r, cited.name))) return;
  if (e && lt_seen_has(&c->publishers, name)) return; /* its report has been cited by name */
  lt_source_kind kind = e ? kind_of_entity(c->r, e) : is_public(c->r, cited.name) ? LT_SOURCE_PUBLIC : LT_SOURCE_REPORT;
  if (cited.publisher.at && titled) lt_seen_add(&c->publishers, c->r->arena, cited.publisher);
  add(c, name, kind, cited.publisher, cited.name);
}

/* SOURCE-2  县报曾透露, 据县报6月报道: a medium reports. One that 获悉 or 了解到 speaks of its own work. */
static bool reports(const lt_reading *r, const lt_attribution *a) {
  return a->hint != 'l' && !lt_slice_equals(a->source, r->document->publisher);
}

/* SOURCE-7  快手9月披露, Gartner预测: a firm that answers for its figures, a body that forecasts. */
static bool answers_for_it(const lt_entity *e, const lt_attribution *a) {
  return a->hint == 'd' ? e->kind != LT_NAME_PERSON : a->hint == 'p' && e->kind == LT_NAME_ORGANIZATION;
}

/* SOURCE-8  睿衡咨询在《…白皮书》中指出: the title stands between the speaker and the verb. */
static bool add_title_in(collector *c, const lt_attribution *a) {
  lt_slice marker = lt_reading_cut(c->r, a->marker);
  uint32_t open = lt_slice_index(marker, u'《');
  if (a->voice != LT_VOICE_SPEECH || open == marker.length) return false;
  uint32_t begin = a->marker.begin + open, behind = lt_clause_step_over(c->r, begin, a->marker.end);
  if (behind > begin) add_titled(c, (lt_span){begin + 1, behind - 1}, a->source);
  return behind > begin;
}

/* SOURCE-1  据公开资料显示; 《…》提出: what is given words, if it is a document, a medium, or an institution behind 据. */
static void add_attribution(collector *c, const lt_attribution *a) {
  if (a->holder.end == a->holder.begin || a->source.at == NULL || a->by_pronoun || add_title_in(c, a)) return;
  if (a->entity == UINT32_MAX) {
    if (a->voice == LT_VOICE_DOCUMENT) add_document(c, a->holder);
    return;
  }
  const lt_entity *e = &c->r->entities.at[a->entity];
  bool cited = a->voice == LT_VOICE_DOCUMENT || is_media(c->r, e) || answers_for_it(e, a);
  if (cited && reports(c->r, a) && !lt_seen_has(&c->publishers, a->source)) add(c, a->source, kind_of_entity(c->r, e), LT_NO_SLICE, a->holder);
}

/* ---- documents something is done by */

/* Where 《 stands within reach, with no pause before it; 0 if nowhere. */
static uint32_t title_ahead(const lt_reading *r, uint32_t place) {
  for (uint32_t end = place + TITLE_AHEAD; place < end && place < r->text->length; place++) {
    lt_char c = r->text->clean[place];
    if (c == u'《') return place;
    if (lt_char_is_pause(c) || lt_char_ends_sentence(c) || c == '\n') return 0;
  }
  return 0;
}

/* SOURCE-3  按照《…规定》申报. */
static void add_basis(collector *c, const lt_hit *hit) {
  const lt_reading *r = c->r;
  uint32_t begin = hit->begin + hit->length, place = title_ahead(r, begin);
  uint32_t behind = place ? lt_clause_step_over(r, place, r->text->length) : 0;
  if (behind > place) add_document(c, (lt_span){begin, behind});
}

/* A title that says it is a document: 《…意见》, 《…报告（征求意见稿）》. Works of other kinds are not cited by being brought out. */
static bool is_document_title(const lt_reading *r, lt_span title) {
  lt_slice text = lt_reading_cut(r, title);
  uint32_t bracket = lt_slice_index(text, u'（');
  if (bracket < text.length) title.end = title.begin + bracket;
  for (uint32_t i = lt_reading_cue_at(r, title.begin); i < r->cues.count && r->cues.at[i].begin < title.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    bool ends = hit->class == LT_CUE_HOLDER && hit->begin + hit->length == title.end;
    if (ends && lt_reading_term(r, hit).text.at[0] == 'd') return true;
  }
  return false;
}

/* SOURCE-9  工信部虽在2023年印发了《…指导意见》: a body brings out a document. */
static void add_publication(collector *c, const lt_hit *hit, uint32_t floor) {
  const lt_reading *r = c->r;
  uint32_t place = title_ahead(r, hit->begin + hit->length), behind = place ? lt_clause_step_over(r, place, r->text->length) : 0;
  if (behind <= place || !is_document_title(r, (lt_span){place + 1, behind - 1})) return;
  uint32_t m = lt_reading_mention_at(r, hit->begin);
  const lt_mention *before = m > 0 && r->mentions.at[m - 1].span.begin >= floor && hit->begin - r->mentions.at[m - 1].span.end <= TITLE_AHEAD ? &r->mentions.at[m - 1] : NULL;
  add_titled(c, (lt_span){place + 1, behind - 1}, before ? r->entities.at[before->entity].name : LT_NO_SLICE);
}

/* SOURCE-5  Maru代码排行榜: a ranking with a name of Latin letters. */
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
    if (r->cues.at[i].class == LT_CUE_PUBLISH) add_publication(c, &r->cues.at[i], paragraph.begin);
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

/* SOURCE-4  图源：县摄影协会; (综合整理自县报、渔业周刊等). */
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
