/* Finding attributions, statement by statement and clause by clause.
**
** A clause gives words to somebody in one of few ways, tried in this order: a formula (据悉), a preposition before a source
** (据…显示, 在…看来), a verb of saying with its speaker before it (何川表示), a verb of being held for something (被视为).
** The words are what follows up to the end of the statement or to the next attribution in it; when nothing follows they are
** the quotation before (“…”他说). A quotation that stands for itself is the last speaker's.
**
** Limits: a speaker named after the verb (坦言者何川), irony and nesting (甲说乙说) are not seen. */
#include "reading/attribution.h"

#include "base/char.h"
#include "reading/cited.h"
#include "reading/clause.h"
#include "reading/holder.h"

#define NONE UINT32_MAX

enum { AT_ONCE = 1, AFTER_PAUSE = 2, AFTER_ACCORDING = 3, OF_ITSELF = 3, OF_PUBLIC = 3, LONGEST_WORD = 4, LONG_QUOTATION = 12, ADJOINS = 3, FAR = 400, BACK = 32 };

typedef struct walk {
  lt_reading *r;
  uint32_t paragraph;
  lt_span statement;
  uint32_t first;       /* attribution of this statement */
  lt_span quotation;    /* the statement before this one, if it is nothing but a quotation nobody has been named for yet */
  bool follows;         /* the paragraph before ended in 他表示：, its words are in this one */
  bool quotes;          /* they were in a marked quotation (> …), which may go on */
  lt_attribution lead;  /* that attribution */
  uint32_t speaker;     /* attribution that named the last speaker, NONE */
  lt_slice person;      /* the person spoken of or speaking last; NULL */
  lt_slice document, company; /* cited or named last */
} walk;

static lt_char at(const walk *w, uint32_t place) { return w->r->text->clean[place]; }

static bool opens_quotation(lt_char c) { return c == u'“' || c == u'「' || c == u'"' || c == u'‘' || c == u'『'; }

static bool is_pause(const walk *w, uint32_t place) {
  return place >= w->statement.end || (lt_char_is_pause(at(w, place)) && at(w, place) != u'、') || opens_quotation(at(w, place)) || lt_char_ends_sentence(at(w, place));
}

/* ---- names of holders */

/* The person named last in the paragraph before the place; NULL if none is. */
static lt_slice person_before(const walk *w, uint32_t place) {
  uint32_t begin = w->r->document->paragraphs.at[w->paragraph].span.begin;
  for (uint32_t i = lt_reading_mention_at(w->r, place), n = 0; i-- > 0 && n < BACK && w->r->mentions.at[i].span.begin >= begin; n++) {
    const lt_entity *e = &w->r->entities.at[w->r->mentions.at[i].entity];
    if (e->kind == LT_NAME_PERSON) return e->name;
  }
  return LT_NO_SLICE;
}

/* ATTRIBUTION-8  他 is the person who spoke before in the paragraph, else who is named in it, else who spoke or was spoken of
** last; 该报告 is the document cited last. */
static lt_slice resolve(const walk *w, lt_slice stands_for, uint32_t place) {
  bool spoke = w->speaker != NONE && w->r->attributions.at[w->speaker].paragraph == w->paragraph;
  lt_slice named = spoke || stands_for.at[0] != 'p' ? LT_NO_SLICE : person_before(w, place);
  switch (stands_for.at[0]) {
  case 'p': return named.at ? named : w->person;
  case 'd': return w->document;
  case 'c': case 'o': return w->company;
  default: return LT_NO_SLICE;
  }
}

static lt_slice source_of(const walk *w, const lt_holder *h) {
  if (h->kind == LT_HOLDER_NONE) return LT_NO_SLICE;
  if (h->kind == LT_HOLDER_PRONOUN) return resolve(w, h->stands_for, h->span.begin);
  if (h->kind == LT_HOLDER_DOCUMENT) return lt_slice_trim(lt_reading_cut(w->r, lt_cited_document(w->r, h->span).name));
  if (h->entity != NONE) return w->r->entities.at[h->entity].name;
  return lt_slice_trim(lt_reading_cut(w->r, h->name.end > h->name.begin ? h->name : h->span));
}

static void remember(walk *w, uint32_t index, const lt_holder *h) {
  const lt_attribution *a = &w->r->attributions.at[index];
  if (a->source.at == NULL || h->kind == LT_HOLDER_NONE) return;
  if (h->kind == LT_HOLDER_DOCUMENT) w->document = a->source;
  if (a->voice == LT_VOICE_SPEECH) w->speaker = index;
  bool named = h->kind == LT_HOLDER_NAMED && h->entity != NONE;
  bool pronoun = h->kind == LT_HOLDER_PRONOUN && h->stands_for.at[0] == 'p';
  if (h->kind == LT_HOLDER_UNKNOWN || h->name.end > h->name.begin || pronoun || (named && w->r->entities.at[h->entity].kind == LT_NAME_PERSON)) w->person = a->source;
  if (named && w->r->entities.at[h->entity].kind == LT_NAME_COMPANY) w->company = a->source;
}

/* ---- adding */

static lt_span rest_of_statement(const walk *w, uint32_t place) {
  return lt_clause_trim(w->r, (lt_span){place, w->statement.end > place ? w->statement.end : place});
}

/* The quotation that stands before the marker in its statement: “涨价迟早要来”，何川认为. */
static bool begins_with_quotation(const walk *w, uint32_t marker) {
  lt_span before = lt_clause_trim(w->r, (lt_span){w->statement.begin, marker});
  return before.end > before.begin && opens_quotation(at(w, before.begin)) && lt_clause_step_over(w->r, before.begin, w->statement.end) == before.end;
}

/* Words that stand in quotation marks all of them lose the marks. */
static lt_span without_marks(const walk *w, lt_span s) {
  s = lt_clause_trim(w->r, s);
  if (s.begin < s.end && opens_quotation(at(w, s.begin)) && lt_clause_step_over(w->r, s.begin, s.end) == s.end) s = (lt_span){s.begin + 1, s.end - 1};
  return lt_clause_trim(w->r, s);
}

static lt_attribution *push(walk *w, lt_attribution a) {
  a.paragraph = w->paragraph;
  a.said = without_marks(w, a.said);
  lt_attribution *pushed = LT_PUSH(w->r->arena, &w->r->attributions);
  *pushed = a;
  return pushed;
}

/* The attribution before this one in the statement ends where this one begins. */
static void end_previous(walk *w, uint32_t begin) {
  if (w->r->attributions.count == w->first) return;
  lt_attribution *previous = &w->r->attributions.at[w->r->attributions.count - 1];
  if (previous->said.begin < begin && begin < previous->said.end) previous->said = without_marks(w, (lt_span){previous->said.begin, begin});
}

/* ATTRIBUTION-6  “河水迟早要涨。”何川说: the quotation before is what was said, or part of it. */
static void take_quotation(walk *w, lt_attribution *a) {
  bool said_more = a->said.end > a->said.begin;
  if (w->r->attributions.count == w->first && begins_with_quotation(w, a->marker.begin)) {
    a->said = (lt_span){w->statement.begin, said_more ? a->said.end : a->marker.begin};
  } else if (w->quotation.end && w->r->attributions.count == w->first) {
    lt_attribution quoted = *a;
    quoted.said = w->quotation;
    if (said_more) quoted.marker = (lt_span){0, 0};
    if (said_more) push(w, quoted), w->first = w->r->attributions.count;
    else *a = quoted;
  }
  w->quotation = (lt_span){0, 0};
}

/* begin: of the clause that attributes. */
static void add(walk *w, lt_attribution a, const lt_holder *h, uint32_t begin) {
  a.source = source_of(w, h);
  a.entity = h->kind == LT_HOLDER_NAMED ? h->entity : NONE;
  a.by_pronoun = h->kind == LT_HOLDER_PRONOUN;
  end_previous(w, begin);
  take_quotation(w, &a);
  push(w, a);
  remember(w, w->r->attributions.count - 1, h);
}

/* ---- the ways of attributing */

static char hint_of(const walk *w, const lt_hit *verb) {
  lt_slice text = lt_reading_term(w->r, verb).text;
  return text.length ? (char)text.at[0] : 0;
}

/* ATTRIBUTION-1  据悉，…; 船厂的新码头，据称由…: a formula. */
static bool is_hearsay(walk *w, lt_span clause) {
  const lt_hit *hit = lt_reading_cue_here(w->r, clause.begin, LT_CUE_HEARSAY);
  if (hit == NULL || hit->begin + hit->length > clause.end) return false;
  lt_span marker = lt_hit_span(hit);
  lt_holder nobody = {0};
  add(w, (lt_attribution){.voice = LT_VOICE_HEARSAY, .hint = hint_of(w, hit), .marker = marker, .said = rest_of_statement(w, marker.end)}, &nobody, clause.begin);
  return true;
}

/* The verb that closes a phrase with 据: 显示 in 据公开资料显示. NULL if none does. */
static const lt_hit *closing_verb(const walk *w, lt_span phrase) {
  const lt_reading *r = w->r;
  for (uint32_t i = lt_reading_cue_at(r, phrase.begin); i < r->cues.count && r->cues.at[i].begin < phrase.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if ((hit->class == LT_CUE_SAY || hit->class == LT_CUE_SHOW) && hit->begin + hit->length == phrase.end) return hit;
  }
  return NULL;
}

static bool is_citable(const lt_reading *r, const lt_holder *h, lt_span inner, bool closes_with_verb, int strength) {
  if (h->kind == LT_HOLDER_NONE) return false;
  if (strength == OF_PUBLIC && !lt_reading_find_cue(r, inner, LT_CUE_PUBLIC)) return false;
  if (h->kind == LT_HOLDER_DOCUMENT || h->kind == LT_HOLDER_MEDIA) return closes_with_verb || h->span.end == inner.end;
  return strength == AT_ONCE && (closes_with_verb || h->kind == LT_HOLDER_NAMED);
}

/* ATTRIBUTION-2  据公开资料显示，…; 根据公告所附的名录，…: the source stands between preposition and verb. */
static bool is_according(walk *w, lt_span clause) {
  const lt_hit *hit = lt_reading_cue_here(w->r, clause.begin, LT_CUE_ACCORDING);
  if (hit == NULL || clause.begin + hit->length >= clause.end || clause.end == w->statement.end) return false;
  const lt_hit *verb = closing_verb(w, clause);
  lt_span inner = {clause.begin + hit->length, verb ? verb->begin : clause.end};
  lt_holder h = lt_holder_find(w->r, inner, true);
  if (h.kind == LT_HOLDER_NONE && verb && !lt_holder_has_predicate(w->r, inner)) h = lt_holder_whole(w->r, inner); /* 据船厂介绍 */
  if (!is_citable(w->r, &h, inner, verb != NULL, lt_reading_term(w->r, hit).value)) return false;
  bool person = h.kind == LT_HOLDER_NAMED && h.entity != NONE && w->r->entities.at[h.entity].kind == LT_NAME_PERSON;
  bool found_out = verb && hint_of(w, verb) == 'l';
  add(w, (lt_attribution){.voice = person ? LT_VOICE_SPEECH : LT_VOICE_DOCUMENT, .hint = found_out ? 'l' : 'f', .marker = clause, .holder = h.span, .said = rest_of_statement(w, clause.end)}, &h, clause.begin);
  return true;
}

static bool ends_with(const walk *w, lt_span s, const lt_char *tail) {
  uint32_t length = 0;
  while (tail[length]) length++;
  return lt_slice_ends_with(lt_reading_cut(w->r, s), (lt_slice){tail, length});
}

/* 商会6月的统计: data, and whose. */
static bool holds_data(const walk *w, lt_span s) {
  uint32_t m = lt_reading_mention_at(w->r, s.begin);
  const lt_hit *noun = lt_reading_find_cue(w->r, (lt_span){s.end - 2, s.end}, LT_CUE_HOLDER);
  return noun && lt_reading_term(w->r, noun).value == 1 && m < w->r->mentions.count && w->r->mentions.at[m].span.end <= s.end;
}

/* ATTRIBUTION-3  在何川看来，…; 从县里的公告来看，…; 在商会6月的统计中，…: a frame round the holder. */
static bool is_frame(walk *w, lt_span clause) {
  lt_char first = at(w, clause.begin);
  if ((first != u'在' && first != u'从') || clause.end == w->statement.end) return false;
  bool view = first == u'在' && ends_with(w, clause, u"看来"), look = first == u'从' && ends_with(w, clause, u"来看");
  bool inside = first == u'在' && (ends_with(w, clause, u"中") || ends_with(w, clause, u"里"));
  if (!view && !look && !inside) return false;
  lt_span inner = {clause.begin + 1, clause.end - (inside ? 1 : 2)};
  lt_holder h = lt_holder_find(w->r, inner, view);
  bool is_document = h.kind == LT_HOLDER_DOCUMENT && h.span.end == inner.end;
  if (inside && is_document) is_document = holds_data(w, inner);
  if (view ? h.kind == LT_HOLDER_NONE : !is_document) return false;
  lt_attribution a = {.voice = view ? LT_VOICE_SPEECH : LT_VOICE_DOCUMENT, .hint = view ? 'o' : 'f', .marker = clause, .holder = h.span, .said = rest_of_statement(w, clause.end)};
  add(w, a, &h, clause.begin);
  return true;
}

/* ATTRIBUTION-13  来说, 渠道, 分析师: a longer word that covers the verb found. */
static bool is_part_of_word(const walk *w, const lt_hit *verb) {
  uint32_t end = verb->begin + verb->length, begin = verb->begin > LONGEST_WORD ? verb->begin - LONGEST_WORD : 0;
  for (uint32_t i = lt_reading_cue_at(w->r, begin); i < w->r->cues.count && w->r->cues.at[i].begin <= verb->begin; i++) {
    const lt_hit *hit = &w->r->cues.at[i];
    bool covers = hit->begin + hit->length >= end && hit->length > verb->length;
    if (covers && (hit->class == LT_CUE_NOT_SAY || (hit->class == LT_CUE_HOLDER && hit->begin == verb->begin))) return true;
  }
  return false;
}

/* Is the place inside quotation marks or brackets that opened in this clause? */
static bool is_enclosed(const walk *w, lt_span clause, uint32_t place) {
  for (uint32_t i = place > clause.begin + FAR ? place - FAR : clause.begin; i < place;) {
    uint32_t behind = lt_clause_step_over(w->r, i, clause.end);
    if (behind > place) return true;
    i = behind > i ? behind : i + 1;
  }
  return false;
}

/* Words before the verb that may name the speaker: not the quotation at the clause's head. */
static lt_span words_before(const walk *w, lt_span clause, uint32_t verb) {
  uint32_t begin = clause.begin;
  if (opens_quotation(at(w, begin))) begin = lt_clause_step_over(w->r, begin, verb);
  return (lt_span){begin, verb};
}

/* 船东告诉记者“三月下水”: what is told stands behind whom it is told; 喊出了“要修桥”. */
static uint32_t behind_listener(const walk *w, const lt_hit *verb, uint32_t clause_end) {
  uint32_t end = verb->begin + verb->length;
  if (end + 1 < w->statement.end && at(w, end) == u'了' && opens_quotation(at(w, end + 1))) return end + 1;
  if (!lt_slice_starts_with(lt_reading_cut(w->r, lt_hit_span(verb)), LT_SLICE("告诉"))) return end;
  while (end < clause_end && !is_pause(w, end)) end++;
  return end;
}

/* ATTRIBUTION-5  并称…, 特别强调：“…”: no speaker before the verb: the one of the clause or sentence before goes on. */
static bool goes_on_speaking(const walk *w, lt_span words, uint32_t behind) {
  lt_char first = words.begin < words.end ? at(w, words.begin) : 0;
  if (first == u'并' && words.begin > w->statement.begin) return lt_holder_is_adverbs(w->r, words);
  bool spoken = behind < w->statement.end && (at(w, behind) == u'：' || at(w, behind) == ':' || opens_quotation(at(w, behind)));
  return spoken && lt_holder_is_adverbs(w->r, words);
}

static bool is_said_of_things(const walk *w, uint32_t behind) {
  lt_char next = behind < w->statement.end ? at(w, behind) : 0;
  if (next == u'了') return behind + 1 >= w->statement.end || !opens_quotation(at(w, behind + 1));
  return next == u'的' || next == u'过' || next == u'者' || next == u'着';
}

static lt_slice last_source(const walk *w) { return w->speaker == NONE ? LT_NO_SLICE : w->r->attributions.at[w->speaker].source; }

/* 围观的人沸腾了，并表示: who the nearest clause before begins with, else who spoke last. */
static lt_slice who_goes_on(const walk *w, lt_span clause) {
  lt_slice who = last_source(w);
  if (w->r->attributions.count > w->first) return who;
  lt_span before;
  for (uint32_t place = w->statement.begin; lt_clause_next(w->r, w->statement, place, &before) && before.end <= clause.begin; place = before.end) {
    lt_holder h = lt_holder_at(w->r, before);
    if (h.kind != LT_HOLDER_NONE) who = source_of(w, &h);
  }
  return who;
}

static uint32_t skip_pause(const walk *w, uint32_t place) {
  while (place < w->statement.end && lt_char_is_pause(at(w, place))) place++;
  return place;
}

/* What is said ends before an aside of the article's own (要知道…); without a pause behind the verb also at a semicolon:
** 船厂宣布完成扩建；2018年底，…. */
static lt_span until_aside(const walk *w, lt_span said, bool pause) {
  bool spoken = said.begin > w->statement.begin && at(w, said.begin - 1) == u'：' && opens_quotation(at(w, said.begin));
  if (spoken) { /* 何川说：“…”，所谓…: the quotation is all of it */
    uint32_t behind = lt_clause_step_over(w->r, said.begin, said.end + 1);
    if (behind > said.begin && behind < said.end) return (lt_span){said.begin, behind};
  }
  lt_span clause;
  uint32_t far = said.begin + FAR < said.end ? said.begin + FAR : said.end;
  for (uint32_t place = said.begin; place < far && lt_clause_next(w->r, said, place, &clause); place = clause.end) {
    const lt_hit *link = lt_reading_cue_here(w->r, clause.begin, LT_CUE_LINK);
    if (clause.begin > said.begin && link && lt_reading_term(w->r, link).value == 2) return (lt_span){said.begin, clause.begin};
    if (!pause && clause.end < said.end && at(w, clause.end) == u'；') return (lt_span){said.begin, clause.end};
  }
  return said;
}

/* Does the statement end its paragraph with 表示：, so that the words follow in the next one? */
static bool leads_on(const walk *w, uint32_t behind) {
  lt_span paragraph = w->r->document->paragraphs.at[w->paragraph].span;
  if (w->statement.end != paragraph.end || paragraph.end == 0) return false;
  lt_char last = at(w, paragraph.end - 1);
  return (last == u'：' || last == ':') && paragraph.end - behind <= 24;
}

/* 评估和分析, 的介绍, 进行了深入分析: the verb is used as a noun. */
static bool is_noun(const walk *w, lt_span words) {
  lt_span near = {lt_span_length(words) > FAR ? words.end - FAR : words.begin, words.end};
  lt_slice ties = LT_SLICE("和与及的、"), text = lt_reading_cut(w->r, near);
  if (words.end > words.begin && lt_slice_index(ties, at(w, words.end - 1)) < ties.length) return true;
  return lt_slice_find(text, LT_SLICE("进行")) < text.length;
}

/* 每一次船厂宣布涨价，都…; 在船厂官宣新船的推文下: a clause that only says when or where. */
static bool is_subordinate(const walk *w, lt_span words) {
  lt_slice heads = LT_SLICE("每当在从若随自据");
  if (words.begin == words.end) return false;
  return lt_slice_index(heads, at(w, words.begin)) < heads.length || lt_holder_has_predicate(w->r, words);
}

/* 喊出“…”的口号: where the quotation ends that is a slogan; the place where none is. */
static uint32_t end_of_slogan(const walk *w, uint32_t place) {
  if (place >= w->statement.end || !opens_quotation(at(w, place))) return place;
  uint32_t end = lt_clause_step_over(w->r, place, w->statement.end);
  return lt_slice_starts_with(lt_reading_cut(w->r, (lt_span){end, w->statement.end}), LT_SLICE("的口号")) ? end : place;
}

/* How the words stand to the verb. */
typedef struct speech {
  int strength;      /* of the verb: AT_ONCE, AFTER_PAUSE */
  char hint;
  uint32_t behind;   /* the verb, and whom it was told */
  uint32_t slogan;   /* where the slogan that stands there ends; behind, if none does */
  lt_span words;     /* before the verb */
  bool pause;        /* stands behind the verb */
  bool leads;        /* the next paragraph has the words */
  bool closes;       /* the quotation before has them */
  bool goes_on;      /* no new speaker */
} speech;

static speech look_at(const walk *w, lt_span clause, const lt_hit *verb) {
  speech s = {.strength = lt_reading_term(w->r, verb).value, .hint = hint_of(w, verb)};
  s.behind = behind_listener(w, verb, clause.end);
  s.slogan = end_of_slogan(w, s.behind);
  s.words = words_before(w, clause, verb->begin);
  s.pause = is_pause(w, s.behind);
  s.leads = leads_on(w, s.behind);
  bool is_first = w->r->attributions.count == w->first;
  s.closes = is_first && ((w->quotation.end && clause.begin == w->statement.begin) || begins_with_quotation(w, s.words.begin));
  s.goes_on = s.hint != 'w' && goes_on_speaking(w, s.words, s.behind);
  return s;
}

static bool can_speak(const walk *w, const speech *s, const lt_holder *h) {
  if (s->goes_on) return true;
  if (h->kind == LT_HOLDER_NONE || h->kind == LT_HOLDER_DOCUMENT || h->kind == LT_HOLDER_RUMOUR) return false;
  if (h->kind == LT_HOLDER_UNKNOWN) return s->strength == AT_ONCE || s->closes || lt_holder_is_person_name(w->r, h->span);
  return s->pause || s->leads || !is_subordinate(w, (lt_span){s->words.begin, h->span.end});
}

/* What is said: behind the verb, if it does not stand in the next paragraph or before the verb. */
static lt_span words_said(const walk *w, const speech *s) {
  if (s->slogan > s->behind) return (lt_span){s->behind, s->slogan};
  lt_span said = rest_of_statement(w, skip_pause(w, s->behind));
  bool elsewhere = s->leads || (s->closes && !s->pause && s->strength != AT_ONCE && w->quotation.end);
  if (elsewhere) return (lt_span){said.begin, said.begin};
  return until_aside(w, said, s->pause);
}

/* 称“…”而引发争论, “…”的说法: the quotation is only part of something else. */
static bool is_embedded(const walk *w, uint32_t behind) {
  if (behind >= w->statement.end || !opens_quotation(at(w, behind))) return false;
  uint32_t after = lt_clause_step_over(w->r, behind, w->statement.end);
  lt_slice goes_on = LT_SLICE("的而后之时等");
  return after > behind && after < w->statement.end && lt_slice_index(goes_on, at(w, after)) < goes_on.length;
}

/* ATTRIBUTION-4  老船工何川坦言，…: the speaker stands before the verb. */
static bool is_speech(walk *w, lt_span clause, const lt_hit *verb) {
  speech s = look_at(w, clause, verb);
  if (s.strength == AFTER_ACCORDING || is_noun(w, s.words)) return false;
  if (s.hint == 'l' && s.behind < w->statement.end && opens_quotation(at(w, s.behind))) return false; /* 因发现“…定律”获奖 */
  if ((is_said_of_things(w, s.behind) && !s.leads) || (s.slogan == s.behind && is_embedded(w, s.behind))) return false;
  if (!s.pause && s.strength != AT_ONCE && !s.goes_on && !s.leads && !s.closes) return false;
  lt_holder h = s.goes_on ? (lt_holder){0} : lt_holder_find(w->r, s.words, s.pause);
  if (!can_speak(w, &s, &h)) return false;
  lt_span marker = {s.goes_on ? s.words.begin : lt_clause_skip_links(w->r, s.words), s.behind};
  lt_slice who = s.goes_on ? who_goes_on(w, clause) : LT_NO_SLICE;
  add(w, (lt_attribution){.voice = LT_VOICE_SPEECH, .hint = s.hint, .is_slogan = s.slogan > s.behind, .marker = marker, .holder = h.span, .said = words_said(w, &s)}, &h, clause.begin);
  lt_attribution *added = &w->r->attributions.at[w->r->attributions.count - 1];
  if (s.goes_on) added->source = who;
  if (s.leads) w->follows = true, w->lead = *added;
  return true;
}

/* Figures and tables of a paper are no sources: 图4显示. */
static bool is_figure_of_paper(const walk *w, lt_span words) {
  lt_char first = words.begin < words.end ? at(w, words.begin) : 0;
  return (first == u'图' || first == u'表') && words.end > words.begin + 1 && lt_char_is_digit(at(w, words.begin + 1));
}

/* ATTRIBUTION-7  《…报告》显示，…: a document says it. */
static bool is_document(walk *w, lt_span clause, const lt_hit *verb) {
  uint32_t behind = verb->begin + verb->length;
  bool pause = is_pause(w, behind);
  if (is_said_of_things(w, behind) || (!pause && lt_reading_term(w->r, verb).value != AT_ONCE)) return false;
  lt_span words = words_before(w, clause, verb->begin);
  lt_holder h = lt_holder_find(w->r, words, pause);
  bool shows = lt_slice_equals(lt_reading_cut(w->r, lt_hit_span(verb)), LT_SLICE("显示"));
  bool points_back = words.begin < words.end && at(w, words.begin) == u'这' && !ends_with(w, h.span, u"报告"); /* 这一结果表明: a conclusion */
  bool cited = h.kind == LT_HOLDER_DOCUMENT || h.kind == LT_HOLDER_RUMOUR || (h.kind == LT_HOLDER_PRONOUN && h.stands_for.at[0] == 'd');
  if (shows && pause && h.kind != LT_HOLDER_NONE) cited = true;
  if (!cited || points_back || is_figure_of_paper(w, h.span)) return false;
  uint32_t begin = lt_clause_skip_links(w->r, words);
  lt_attribution a = {.voice = LT_VOICE_DOCUMENT, .hint = 'f', .marker = {begin, behind}, .holder = h.span, .said = rest_of_statement(w, skip_pause(w, behind))};
  if (h.kind == LT_HOLDER_UNKNOWN || h.kind == LT_HOLDER_NAMED) h.kind = h.entity == NONE ? LT_HOLDER_DOCUMENT : h.kind;
  add(w, a, &h, clause.begin);
  return true;
}

/* Where the clause's own thought begins: behind what only says when, 今年5月，那家仓库被曝…. */
static uint32_t claim_begin(const walk *w, lt_span clause, uint32_t verb) {
  uint32_t begin = clause.begin, floor = w->statement.begin;
  if (w->r->attributions.count > w->first) floor = w->r->attributions.at[w->r->attributions.count - 1].said.end;
  bool lacks_subject = lt_holder_is_adverbs(w->r, (lt_span){clause.begin, verb});
  lt_span before, last = {clause.begin, clause.begin};
  for (uint32_t place = floor; lt_clause_next(w->r, w->statement, place, &before) && before.end < clause.begin; place = before.end) last = before;
  if (last.end == clause.begin || last.end <= last.begin) return begin;
  lt_char end = at(w, last.end - 1);
  bool says_when = end == u'后' || end == u'时' || end == u'月' || end == u'年' || end == u'日' || end == u'前';
  return lacks_subject || says_when ? last.begin : begin;
}

/* 被船工们称作: some verbs need 被 before them. */
static bool is_passive(const walk *w, lt_span clause, const lt_hit *verb) {
  if (lt_reading_term(w->r, verb).value != AFTER_PAUSE) return true;
  lt_slice before = lt_reading_cut(w->r, (lt_span){clause.begin, verb->begin});
  return lt_slice_index(before, u'被') < before.length;
}

/* The person or firm named last before the place in the statement. */
static lt_slice named_before(const walk *w, uint32_t place) {
  for (uint32_t i = lt_reading_mention_at(w->r, place), n = 0; i-- > 0 && n < BACK && w->r->mentions.at[i].span.begin >= w->statement.begin; n++) {
    const lt_entity *e = &w->r->entities.at[w->r->mentions.at[i].entity];
    if (e->kind == LT_NAME_PERSON || e->kind == LT_NAME_COMPANY) return e->name;
  }
  return LT_NO_SLICE;
}

/* Who holds it to be so: 船工们 in 被船工们称作; who is spoken of, in 自称; else nobody in particular. */
static lt_slice regarding(const walk *w, lt_span clause, const lt_hit *verb) {
  int how = lt_reading_term(w->r, verb).value;
  if (how == OF_ITSELF) return named_before(w, verb->begin);
  lt_slice before = lt_reading_cut(w->r, (lt_span){clause.begin, verb->begin});
  uint32_t by = lt_slice_index(before, u'被') + 1;
  return how == AFTER_PAUSE && by < before.length ? lt_slice_trim((lt_slice){before.at + by, before.length - by}) : LT_NO_SLICE;
}

static bool names_player(const walk *w, lt_span words) {
  for (uint32_t i = lt_reading_mention_at(w->r, words.begin); i < w->r->mentions.count && w->r->mentions.at[i].span.end <= words.end; i++) {
    if (w->r->entities.at[w->r->mentions.at[i].entity].kind != LT_NAME_GROUP) return true;
  }
  return false;
}

/* 可以被视为…, 这被称为“…”: a definition, not somebody's view; a name is given to players, a term to other things. */
static bool is_definition(const walk *w, lt_span clause, const lt_hit *verb) {
  lt_slice modal = LT_SLICE("可能应");
  lt_span before = {clause.begin, verb->begin};
  if (hint_of(w, verb) == 'n') return !names_player(w, before);
  for (uint32_t i = before.end > before.begin + 3 ? before.end - 3 : before.begin; i < before.end; i++) {
    if (lt_slice_index(modal, at(w, i)) < modal.length) return true;
  }
  return false;
}

/* The quotation before is whose it turns out to be, if anybody's. */
static void give_quotation_to(walk *w, lt_slice who) {
  if (w->quotation.end && who.at) push(w, (lt_attribution){.voice = LT_VOICE_SPEECH, .said = w->quotation, .source = who, .entity = NONE});
  w->quotation = (lt_span){0, 0};
}

/* ATTRIBUTION-9  那座老桥被视为全城的门面; 被其自称为…: what it is held to be. */
static bool is_regard(walk *w, lt_span clause, const lt_hit *verb) {
  uint32_t behind = verb->begin + verb->length;
  if (behind >= clause.end || !is_passive(w, clause, verb) || lt_reading_cue_here(w->r, clause.begin, LT_CUE_CAUSE)) return false;
  lt_slice later = LT_SLICE("的之前后时以");
  if (lt_slice_index(later, at(w, behind)) < later.length) return false; /* 消息被曝之前 */
  uint32_t quoted = lt_clause_step_over(w->r, behind, clause.end);
  if (quoted > behind && quoted < clause.end && at(w, quoted) == u'的') return false; /* 被誉为“…”的某人: an epithet */
  if (is_definition(w, clause, verb)) return false;
  lt_attribution a = {.voice = LT_VOICE_REGARD, .hint = hint_of(w, verb), .marker = lt_hit_span(verb), .entity = NONE};
  uint32_t begin = claim_begin(w, clause, verb->begin);
  a.source = regarding(w, clause, verb);
  if (lt_reading_term(w->r, verb).value == OF_ITSELF && w->r->attributions.count == w->first) { /* “…。”何川自称是老用户 */
    give_quotation_to(w, a.source);
    w->first = w->r->attributions.count;
  }
  end_previous(w, begin);
  begin = lt_clause_skip_links(w->r, (lt_span){begin, clause.end});
  a.said = lt_clause_trim(w->r, (lt_span){begin, a.hint == 'o' || a.hint == 'n' ? clause.end : w->statement.end});
  push(w, a);
  return true;
}

/* The first verb of the clause that attributes something. */
static bool has_verb(walk *w, lt_span clause) {
  const lt_reading *r = w->r;
  for (uint32_t i = lt_reading_cue_at(r, clause.begin); i < r->cues.count && r->cues.at[i].begin < clause.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class != LT_CUE_SAY && hit->class != LT_CUE_SHOW && hit->class != LT_CUE_REGARD) continue;
    if (hit->begin + hit->length > clause.end || is_part_of_word(w, hit) || is_enclosed(w, clause, hit->begin)) continue;
    if (hit->class == LT_CUE_REGARD ? is_regard(w, clause, hit) : hit->class == LT_CUE_SHOW ? is_document(w, clause, hit) : is_speech(w, clause, hit)) return true;
  }
  return false;
}

/* ATTRIBUTION-15  孟怀瑾算过：“…”; 负责人都讲过类似的话：…: whoever a clause begins with, before a colon and a quotation, speaks,
** whatever the verb is. */
static bool is_introduced(walk *w, lt_span clause) {
  if (clause.end + 1 >= w->statement.end || at(w, clause.end) != u'：') return false;
  bool words = ends_with(w, clause, u"话") || ends_with(w, clause, u"说法");
  if (!words && !opens_quotation(at(w, clause.end + 1))) return false;
  lt_holder h = lt_holder_at(w->r, clause);
  if (h.kind != LT_HOLDER_NAMED && h.kind != LT_HOLDER_PERSON && h.kind != LT_HOLDER_PRONOUN) return false;
  add(w, (lt_attribution){.voice = LT_VOICE_SPEECH, .marker = clause, .holder = h.span, .said = until_aside(w, rest_of_statement(w, clause.end), true)}, &h, clause.begin);
  return true;
}

/* ---- walking */

static void read_clause(walk *w, lt_span clause) {
  lt_span own = {lt_clause_skip_links(w->r, clause), clause.end};
  if (own.begin == own.end) return;
  if (is_hearsay(w, own) || is_according(w, own) || is_frame(w, own) || has_verb(w, clause)) return;
  is_introduced(w, own);
}

/* Who the statement is about, for a pronoun that follows (何川在船厂做工，他说): the person's name, NULL if it is none. */
static lt_slice meet_person(walk *w) {
  uint32_t begin = lt_clause_skip_links(w->r, w->statement), i = lt_reading_mention_at(w->r, begin);
  if (i == w->r->mentions.count || w->r->mentions.at[i].span.begin != begin) return LT_NO_SLICE;
  const lt_entity *e = &w->r->entities.at[w->r->mentions.at[i].entity];
  if (e->kind == LT_NAME_COMPANY) w->company = e->name;
  if (e->kind != LT_NAME_PERSON) return LT_NO_SLICE;
  w->person = e->name;
  return e->name;
}

/* The statement, if it is nothing but a quotation; the quotation it begins with, if that is a sentence (has a pause). */
static lt_span quotation_of(const walk *w) {
  lt_span none = {0, 0};
  if (!opens_quotation(at(w, w->statement.begin))) return none;
  uint32_t behind = lt_clause_step_over(w->r, w->statement.begin, w->statement.end);
  if (behind == w->statement.begin) return none;
  if (rest_of_statement(w, behind).end <= behind) return w->statement;
  lt_slice text = lt_reading_cut(w->r, (lt_span){w->statement.begin, behind});
  return lt_char_is_pause(at(w, behind)) && lt_slice_index(text, u'，') < text.length ? (lt_span){w->statement.begin, behind} : none;
}

/* ATTRIBUTION-10  A quotation that stands for itself is that of the person the next sentence begins with (“…。”何川习惯了早起),
** or of the one who spoke before in the paragraph. A question is not: “运费还会不会再涨？” */
static void give_to_last_speaker(walk *w, lt_slice next) {
  if (w->quotation.end == 0) return;
  bool asks = at(w, w->quotation.end - 2) == u'？', spoke = w->speaker != NONE && w->r->attributions.at[w->speaker].paragraph == w->paragraph;
  lt_slice who = spoke ? last_source(w) : next;
  give_quotation_to(w, asks ? LT_NO_SLICE : who);
}

/* A sentence in quotation marks inside the statement. */
static bool holds_sentence(const walk *w) {
  for (uint32_t i = lt_reading_quote_at(w->r, w->statement.begin); i < w->r->quotes.count && w->r->quotes.at[i].span.end < w->statement.end; i++) {
    lt_slice text = lt_reading_cut(w->r, w->r->quotes.at[i].span);
    if (text.length >= LONG_QUOTATION && lt_slice_index(text, u'，') < text.length) return true;
  }
  return false;
}

/* ATTRIBUTION-12  船东“根本不想卖船，他想换的是航线”: who spoke before in the paragraph is quoted on. */
static void quote_on(walk *w) {
  if (w->speaker == NONE || w->r->attributions.at[w->speaker].paragraph != w->paragraph || !holds_sentence(w)) return;
  push(w, (lt_attribution){.voice = LT_VOICE_SPEECH, .said = w->statement, .source = last_source(w), .entity = NONE});
}

/* ATTRIBUTION-14  《…》显示，…。其中，三个县占21%和9%: percentages in the sentence behind a document's words are its own too. */
static void cite_on(walk *w) {
  const lt_reading *r = w->r;
  if (r->attributions.count == 0) return;
  const lt_attribution *last = &r->attributions.at[r->attributions.count - 1];
  bool adjoins = last->paragraph == w->paragraph && last->voice == LT_VOICE_DOCUMENT && w->statement.begin - last->said.end <= ADJOINS;
  lt_slice text = lt_reading_cut(r, w->statement);
  if (!adjoins || lt_slice_index(text, '%') == text.length) return;
  push(w, (lt_attribution){.voice = LT_VOICE_DOCUMENT, .hint = 'f', .said = w->statement, .source = last->source, .entity = last->entity});
}

static void read_statement(walk *w) {
  w->first = w->r->attributions.count;
  lt_slice person = meet_person(w);
  lt_span clause;
  for (uint32_t place = w->statement.begin; lt_clause_next(w->r, w->statement, place, &clause); place = clause.end) read_clause(w, clause);
  if (w->r->attributions.count > w->first) return;
  give_to_last_speaker(w, person);
  w->quotation = quotation_of(w);
  if (w->quotation.end == 0) quote_on(w);
  if (w->r->attributions.count == w->first) cite_on(w);
}

/* ATTRIBUTION-11  他表示：, and the words follow in the next paragraph, or in all the lines of a quotation. */
static void follow_lead(walk *w, bool first) {
  lt_attribution a = w->lead;
  a.said = w->statement;
  if (!first) a.marker = (lt_span){0, 0};
  push(w, a);
}

/* Is the paragraph somebody's own words: in quotation marks, or of 我? */
static bool speaks_itself(const walk *w, lt_span paragraph) {
  lt_slice text = lt_reading_cut(w->r, paragraph);
  return opens_quotation(at(w, paragraph.begin)) || lt_slice_index(text, u'我') < text.length;
}

static void read_paragraph(walk *w, uint32_t index) {
  const lt_paragraph *p = &w->r->document->paragraphs.at[index];
  bool quotes = w->r->text->lines.at[p->line].mark == LT_MARK_QUOTE, first = w->follows;
  bool follows = (w->follows && (quotes || speaks_itself(w, p->span))) || (w->quotes && quotes);
  w->paragraph = index;
  w->follows = false;
  w->quotes = follows && quotes;
  w->quotation = (lt_span){0, 0};
  for (uint32_t place = p->span.begin; lt_statement_next(w->r, p->span, place, &w->statement); place = w->statement.end) {
    if (follows) follow_lead(w, first);
    else read_statement(w);
    first = false;
  }
  w->first = w->r->attributions.count;
  give_to_last_speaker(w, LT_NO_SLICE);
}

void lt_attributions_read(lt_reading *r) {
  walk w = {.r = r, .speaker = NONE};
  for (uint32_t i = 0; i < r->document->paragraphs.count; i++) {
    const lt_paragraph *p = &r->document->paragraphs.at[i];
    if (p->kind == LT_PARAGRAPH_BODY || p->kind == LT_PARAGRAPH_LEAD) read_paragraph(&w, i);
    else if (lt_paragraph_is_read(p)) w.follows = w.quotes = false;
  }
}
