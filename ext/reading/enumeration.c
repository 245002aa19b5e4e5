/* The state of enumerations while the article is read: a short stack of open lists. A marker goes to the innermost list that
** waits for it; lists opened inside are thereby over. Lists may be nested, interrupted by ordinary paragraphs, cut over
** paragraphs or stand inside one sentence; a new section ends them all.
**
** Markers alone do not make an argument: 首先 may tell what was done first, and a list may name companies. What leads into a
** list says which it is (ENUMERATION-4, ENUMERATION-5).
**
** Limits: OPEN lists at a time; a list waits FAR paragraphs for its next point. */
#include "reading/enumeration.h"

#include "base/char.h"
#include "reading/clause.h"
#include "reading/holder.h"

enum {
  OPEN = 4,
  FAR = 8,
  LEAD = 120,    /* characters of a lead that are looked at */
  SHORT_LEAD = 6, /* 但是，一来…: the lead is the statement before */
  TOPIC_TAIL = 48, /* characters of it in which it says what is listed */
  INSIDE = 16      /* points of inner lists that are stepped over */
};

typedef struct state {
  lt_reading *reading;
  lt_enumeration *out;
  uint32_t open[OPEN]; /* lists, the innermost last */
  int depth;
  lt_span previous; /* the statement before this one, in an earlier paragraph or this one */
  bool in_heading;
} state;

static lt_point_list *list_of(const state *s, int i) { return &s->out->lists.at[s->open[i]]; }

static const lt_point *last_point(const state *s, const lt_point_list *list) { return &s->out->points.at[list->last]; }

static bool begins_paragraph(const state *s, const lt_point *p) {
  return s->reading->document->paragraphs.at[p->paragraph].span.begin == p->marker.begin;
}

/* ENUMERATION-1  其次 and 第二 go on from 首先; 二是 from 一是; 最后 closes any list but 一方面. */
static bool is_waited_for(const lt_point_list *list, const lt_marker *m) {
  if (m->number == LT_MARKER_LAST) return list->family == LT_MARKER_ORDER || list->family == LT_MARKER_WORD;
  if (m->family == LT_MARKER_MORE) return list->count > 1 && list->family != LT_MARKER_ITEM; /* ENUMERATION-2 */
  if (m->family != list->family || m->style != list->style) return false;
  return m->number == LT_MARKER_NEXT || m->number == (int)list->count + 1;
}

/* A list goes on in its own paragraph, or at the beginning of one that is not far. */
static bool is_in_reach(const state *s, const lt_point_list *list, uint32_t paragraph, uint32_t place) {
  const lt_point *last = last_point(s, list);
  if (list->of_headings || s->in_heading) return list->of_headings && s->in_heading;
  if (last->paragraph == paragraph) return true;
  return paragraph - last->paragraph <= FAR && begins_paragraph(s, last) && s->reading->document->paragraphs.at[paragraph].span.begin == place;
}

static int find_open(state *s, const lt_marker *m, uint32_t paragraph) {
  if (m->number == 1) return -1;
  for (int i = s->depth; i-- > 0;) {
    if (is_waited_for(list_of(s, i), m) && is_in_reach(s, list_of(s, i), paragraph, m->span.begin)) return i;
  }
  return -1;
}

/* ENUMERATION-3  另一方面 may stand alone, its first half unsaid; a topic (硬件方面) or a Markdown line opens a list by itself. */
static bool can_open(const lt_marker *m, lt_span statement) {
  if (m->family == LT_MARKER_TOPIC || m->family == LT_MARKER_ITEM) return true;
  return m->number == 1 || (m->family == LT_MARKER_SIDE && m->span.begin == statement.begin);
}

/* What leads into a list: the words before its first marker, or the statement before. */
static lt_span lead_of(const state *s, const lt_marker *m, lt_span statement) {
  lt_span lead = m->span.begin - statement.begin >= SHORT_LEAD ? (lt_span){statement.begin, m->span.begin} : s->previous;
  if (lt_span_length(lead) > LEAD) lead.begin = lead.end - LEAD;
  return lead;
}

static void open_list(state *s, const lt_marker *m, lt_span statement) {
  lt_point_list *list = LT_PUSH(s->reading->arena, &s->out->lists);
  list->family = m->family;
  list->style = m->style;
  list->lead = lead_of(s, m, statement);
  list->of_headings = s->in_heading;
  list->first = s->out->points.count;
  list->count = m->number == LT_MARKER_NEXT && m->family == LT_MARKER_SIDE; /* its first half counts */
  if (s->depth == OPEN) memmove(s->open, s->open + 1, --s->depth * sizeof *s->open);
  s->open[s->depth++] = s->out->lists.count - 1;
}

static void add_point(state *s, const lt_marker *m, lt_span statement, uint32_t paragraph) {
  int i = find_open(s, m, paragraph);
  if (i >= 0) s->depth = i + 1;
  else if (can_open(m, statement)) open_list(s, m, statement);
  else return;
  lt_point_list *list = list_of(s, s->depth - 1);
  list->last = s->out->points.count;
  *LT_PUSH(s->reading->arena, &s->out->points) = (lt_point){
      .marker = m->span,
      .text = {m->behind, statement.end},
      .paragraph = paragraph,
      .list = s->open[s->depth - 1],
      .ordinal = ++list->count,
  };
}

/* from: where the statement's own words begin. */
static void read_statement(state *s, lt_span statement, uint32_t from, uint32_t paragraph) {
  lt_span clause;
  for (uint32_t place = from; lt_clause_next(s->reading, statement, place, &clause); place = clause.end) {
    lt_marker m;
    if (lt_marker_here(s->reading, statement, clause, &m)) add_point(s, &m, statement, paragraph);
  }
}

static bool is_item(const state *s, const lt_paragraph *p) { return s->reading->text->lines.at[p->line].mark == LT_MARK_ITEM; }

/* A line of a Markdown list; 2. 大小写不敏感 brings its number along. */
static uint32_t add_item(state *s, lt_span statement, uint32_t paragraph, bool follows_item) {
  lt_marker number, item = {LT_MARKER_ITEM, '*', follows_item ? LT_MARKER_NEXT : 1, {statement.begin, statement.begin}, statement.begin};
  if (lt_marker_here(s->reading, statement, statement, &number) && number.family == LT_MARKER_NUMBER) {
    item.span = number.span;
    item.behind = number.behind;
  }
  add_point(s, &item, statement, paragraph);
  return item.behind;
}

static void read_paragraph(state *s, uint32_t index, bool follows_item) {
  const lt_paragraph *p = &s->reading->document->paragraphs.at[index];
  lt_span statement;
  for (uint32_t place = p->span.begin; lt_statement_next(s->reading, p->span, place, &statement); place = statement.end) {
    uint32_t from = statement.begin;
    if (place == p->span.begin && is_item(s, p)) from = add_item(s, statement, index, follows_item);
    read_statement(s, statement, from, index);
    if (!is_item(s, p)) s->previous = statement;
  }
}

/* Where the point's support ends: at the next point of its list or of one around it, at the latest with its paragraph. */
static uint32_t support_end(const state *s, uint32_t index) {
  const lt_enumeration *e = s->out;
  const lt_point *p = &e->points.at[index];
  uint32_t end = s->reading->document->paragraphs.at[p->paragraph].span.end;
  for (uint32_t i = index + 1; i < e->points.count && i <= index + INSIDE; i++) {
    if (e->points.at[i].list <= p->list) return e->points.at[i].marker.begin < end ? e->points.at[i].marker.begin : end;
  }
  return end;
}

/* A point says what stands between its marker and the next one in the same statement. */
static void end_points(state *s) {
  lt_enumeration *e = s->out;
  for (uint32_t i = 0; i < e->points.count; i++) {
    lt_point *p = &e->points.at[i];
    uint32_t statement_end = p->text.end;
    if (i + 1 < e->points.count && e->points.at[i + 1].marker.begin < p->text.end) p->text.end = e->points.at[i + 1].marker.begin;
    bool shares_statement = p->text.end < statement_end;
    p->text = lt_clause_trim(s->reading, p->text);
    p->support = shares_statement ? (lt_span){p->text.end, p->text.end} : (lt_span){statement_end, support_end(s, i)};
  }
}

/* 底气来自三个方面: 方面 only carries what 底气 says. */
static void note_topic(const lt_reading *r, lt_point_list *list, const lt_hit *hit) {
  lt_term term = lt_reading_term(r, hit);
  char sort = term.text.length ? (char)term.text.at[0] : 0;
  if (sort == 'c' && list->has_topic) return;
  list->has_topic = true;
  list->has_thing = false;
  list->topic = term.value;
  list->sort = sort;
}

/* What the lead says of what is listed: a topic (优势, 难题), or things (三个模块); what it says last counts. */
static void read_lead(state *s, lt_point_list *list) {
  const lt_reading *r = s->reading;
  lt_span lead = list->lead;
  if (lt_span_length(lead) > TOPIC_TAIL) lead.begin = lead.end - TOPIC_TAIL;
  for (uint32_t i = lt_reading_cue_at(r, lead.begin); i < r->cues.count && r->cues.at[i].begin < lead.end; i++) {
    if (r->cues.at[i].class == LT_CUE_THING) list->has_thing = true, list->has_topic = false;
    if (r->cues.at[i].class == LT_CUE_TOPIC) note_topic(r, list, &r->cues.at[i]);
  }
}

static bool begins_clause(const lt_reading *r, uint32_t place) {
  lt_char before = place ? r->text->clean[place - 1] : u'\n';
  return lt_char_is_pause(before) || lt_char_ends_sentence(before) || before == u'\n' || before == u'”';
}

/* ENUMERATION-4  首先…，然后…，最后…: a course of events; 首先来看…，其次…: a show. */
static bool tells_a_story(const state *s, const lt_point_list *list) {
  const lt_reading *r = s->reading;
  const lt_point *first = &s->out->points.at[list->first];
  uint32_t end = s->out->points.at[list->last].marker.begin;
  for (uint32_t i = lt_reading_cue_at(r, first->marker.begin); i < r->cues.count && r->cues.at[i].begin < end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class != LT_CUE_NARRATIVE) continue;
    if (lt_reading_term(r, hit).value ? hit->begin == first->text.begin : begins_clause(r, hit->begin)) return true;
  }
  return false;
}

static bool announces(const state *s, lt_span lead) {
  lt_slice text = lt_slice_trim(lt_reading_cut(s->reading, lead));
  return text.length && (text.at[text.length - 1] == u'：' || text.at[text.length - 1] == ':');
}

/* ENUMERATION-5  藏着两家有名的公司：一是…，二是…: a list of things, not of points. */
static bool lists_things(const state *s, const lt_point_list *list) { return list->has_thing && announces(s, list->lead); }

/* Neither 名称：说明, the entry of a glossary, nor 任务描述，…, the part of something: the line's first clause has a predicate. */
static bool is_sentence(const state *s, const lt_point_list *list) {
  lt_span where = s->out->points.at[list->first].text, clause = where;
  lt_slice text = lt_reading_cut(s->reading, where);
  if (lt_slice_index(text, u'：') < text.length || lt_slice_index(text, ':') < text.length) return false;
  if (list->family == LT_MARKER_ITEM && !lt_clause_next(s->reading, where, where.begin, &clause)) return false;
  return lt_holder_has_predicate(s->reading, clause);
}

/* ENUMERATION-6  Numbered and Markdown lists hold anything: they argue where the lead says so, or says that a list comes and the lines are sentences. */
static bool argues(const state *s, const lt_point_list *list) {
  bool lone = list->family == LT_MARKER_SIDE; /* ENUMERATION-3 */
  if (list->count < 2 && !lone) return false;
  if (list->has_topic) return !tells_a_story(s, list);
  if (lists_things(s, list)) return false;
  if (list->of_headings) return is_sentence(s, list);
  if (list->family == LT_MARKER_ITEM || list->family == LT_MARKER_NUMBER) return announces(s, list->lead) && is_sentence(s, list);
  if (list->family == LT_MARKER_TOPIC) return false;
  return !tells_a_story(s, list);
}

/* ENUMERATION-7  一、需求放缓 …  二、成本上涨 …: headings with markers are a list; any heading ends the lists that stand in a section. */
static void read_heading(state *s, uint32_t index) {
  lt_span heading = s->reading->document->paragraphs.at[index].span;
  while (s->depth && !list_of(s, s->depth - 1)->of_headings) s->depth--;
  lt_marker m;
  s->in_heading = true;
  if (lt_marker_here(s->reading, heading, heading, &m) && m.family != LT_MARKER_TOPIC) add_point(s, &m, heading, index);
  s->in_heading = false;
  s->previous = heading;
}

/* Points of lists that do not argue are forgotten. */
static void keep_arguments(lt_enumeration *e) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < e->points.count; i++) {
    if (e->lists.at[e->points.at[i].list].argues) e->points.at[kept++] = e->points.at[i];
  }
  e->points.count = kept;
}

static bool is_heading(const lt_paragraph *p) { return p->kind == LT_PARAGRAPH_HEADING || p->kind == LT_PARAGRAPH_TITLE; }

void lt_enumeration_read(lt_reading *r, lt_enumeration *out) {
  state s = {.reading = r, .out = out};
  bool follows_item = false;
  for (uint32_t i = 0; i < r->document->paragraphs.count; i++) {
    const lt_paragraph *p = &r->document->paragraphs.at[i];
    if (!lt_paragraph_is_read(p)) continue;
    if (is_heading(p)) read_heading(&s, i);
    else read_paragraph(&s, i, follows_item);
    follows_item = is_item(&s, p);
  }
  for (uint32_t i = 0; i < out->lists.count; i++) {
    read_lead(&s, &out->lists.at[i]);
    out->lists.at[i].argues = argues(&s, &out->lists.at[i]);
  }
  keep_arguments(out);
  end_points(&s);
}
