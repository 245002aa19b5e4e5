/* See group.h. (How such groups are found: GROUP-1 to GROUP-3 in find_group.c; members the vocabulary knows: relation_group.c.)
**
**   GROUP-4  “三剑客”之一的东江集团; 云桥科技是“三剑客”之一
**   GROUP-5  a list before it and a word that says so: A、B、C并称“三剑客”; A跻身第一梯队
**   GROUP-6  a list behind it, describing words at most between: 东江系初创公司云桥科技; 第一梯队包括A、B
**   GROUP-7  a list of as many as the name counts, here or in the two sentences behind: “三船一桥”…其中，A、B、C、D
**   GROUP-8  a sentence that names the group and nobody: whom the next one includes (除A以外，包括B、C在内)
**   GROUP-9  a sentence that ends in a colon: one in each point behind it: 一是云桥科技；二是… */
#include "reading/group.h"

#include "reading/marker.h"
#include "reading/name_shape.h"
#include "reading/unit.h"

typedef struct grouping {
  lt_reading *r;
  uint32_t sentence;
  lt_span where;
  lt_unit_list units, next; /* of this sentence, of one behind it */
  bool told;                /* a member of the group at hand has been found */
} grouping;

static lt_char at(const grouping *g, uint32_t place) { return g->r->text->clean[place]; }

static bool starts_with(const grouping *g, uint32_t place, lt_slice word) {
  return place + word.length <= g->where.end && lt_slice_equals(lt_reading_cut(g->r, (lt_span){place, place + word.length}), word);
}

static bool has(const grouping *g, uint32_t begin, uint32_t end, lt_char c) {
  return begin < end && lt_slice_index(lt_reading_cut(g->r, (lt_span){begin, end}), c) < end - begin;
}

static void take(grouping *g, const lt_unit *group, const lt_unit *members) {
  uint32_t begin = members->span.begin < group->span.begin ? members->span.begin : group->span.begin;
  uint32_t end = members->span.end > group->span.end ? members->span.end : group->span.end;
  for (uint32_t i = members->first; i <= members->last; i++) {
    *LT_PUSH(g->r->arena, &g->r->group_members) = (lt_group_member){g->r->mentions.at[group->last].entity, g->r->mentions.at[i].entity, {begin, end}, i};
  }
  g->told = true;
}

/* The group with the quotation marks around it. */
static lt_span unquoted(const grouping *g, const lt_unit *group) {
  lt_span span = group->span;
  bool quoted = span.begin > g->where.begin && span.end < g->where.end && (at(g, span.end) == u'”' || at(g, span.end) == u'」');
  return quoted ? (lt_span){span.begin - 1, span.end + 1} : span;
}

static bool is_player(const lt_unit *unit) { return unit->sort == LT_UNIT_FIRM || unit->sort == LT_UNIT_PERSON; }

/* GROUP-4 */
static void one_of(grouping *g, uint32_t i) {
  const lt_unit *group = &g->units.at[i], *before = i ? group - 1 : NULL, *behind = i + 1 < g->units.count ? group + 1 : NULL;
  uint32_t end = unquoted(g, group).end;
  if (!starts_with(g, end, LT_SLICE("之一"))) return;
  if (behind && is_player(behind) && starts_with(g, end, LT_SLICE("之一的")) && behind->span.begin == end + 3) take(g, group, behind);
  else if (before && is_player(before) && (has(g, before->span.end, group->span.begin, u'是') || has(g, before->span.end, group->span.begin, u'为'))) take(g, group, before);
}

/* GROUP-5 */
static void said_of_list(grouping *g, uint32_t i) {
  enum { WORD = 6, FAR = 40 };
  const lt_unit *group = &g->units.at[i], *before = i ? group - 1 : NULL;
  uint32_t begin = unquoted(g, group).begin;
  if (before == NULL || !is_player(before) || begin - before->span.end > FAR || has(g, before->span.end, begin, u'；')) return;
  lt_span near = {begin > before->span.end + WORD ? begin - WORD : before->span.end, begin};
  const lt_hit *word = lt_reading_find_cue(g->r, near, LT_CUE_GROUPING);
  bool said = word && lt_reading_term(g->r, word).value == 1;
  if (said && (lt_unit_count(before) > 1 || !has(g, before->span.end, begin, u'，'))) take(g, group, before);
}

/* Describing words, nouns for firms, 的 and what opens a list: AI初创公司 */
static bool is_plain(const grouping *g, lt_slice gap) {
  enum { LONGEST = 12, WORD = 6 };
  const lt_lexicon *lexicon = g->r->lexicon;
  bool covered[LONGEST + 1] = {true};
  if (gap.length > LONGEST) return false;
  for (uint32_t end = 1; end <= gap.length; end++) {
    for (uint32_t n = 1; n <= end && n <= WORD && !covered[end]; n++) {
      lt_slice word = {gap.at + end - n, n};
      covered[end] = covered[end - n] && (lt_is_word(lexicon, word, LT_WORD_GENERIC) || lt_is_word(lexicon, word, LT_CUE_CAMP_HEAD) ||
                                          lt_is_word(lexicon, word, LT_CUE_BOUNDARY) || (n == 1 && lt_slice_index(LT_SLICE("的”」：有是为"), *word.at) < 7));
    }
  }
  return covered[gap.length];
}

/* GROUP-6 */
static void list_behind(grouping *g, uint32_t i) {
  const lt_unit *group = &g->units.at[i], *behind = i + 1 < g->units.count ? group + 1 : NULL;
  if (behind == NULL || behind->sort != LT_UNIT_FIRM || behind->span.begin == group->span.end) return;
  if (is_plain(g, lt_reading_cut(g->r, (lt_span){group->span.end, behind->span.begin}))) take(g, group, behind);
}

static const lt_unit *list_of(const lt_unit_list *units, uint32_t count) {
  for (uint32_t i = 0; i < units->count; i++) {
    if (units->at[i].sort == LT_UNIT_FIRM && lt_unit_count(&units->at[i]) == count) return &units->at[i];
  }
  return NULL;
}

/* The sentence n behind this one, its units in g->next; false at the section's end. */
static bool turn_to_next(grouping *g, uint32_t n) {
  const lt_document *d = g->r->document;
  if (g->sentence + n >= d->sentences.count || d->sentences.at[g->sentence + n].section != d->sentences.at[g->sentence].section) return false;
  lt_units_of_sentence(g->r, g->sentence + n, &g->next);
  return true;
}

/* GROUP-7 */
static void counted_list(grouping *g, const lt_unit *group) {
  enum { SENTENCES = 2 };
  uint32_t count = lt_group_counts(lt_reading_cut(g->r, group->span));
  if (count < 2) return;
  const lt_unit *list = list_of(&g->units, count);
  for (uint32_t n = 1; list == NULL && n <= SENTENCES && turn_to_next(g, n); n++) list = list_of(&g->next, count);
  if (list) take(g, group, list);
}

/* GROUP-8 */
static void included_next(grouping *g, const lt_unit *group) {
  enum { WORD = 6 };
  for (uint32_t i = 0; i < g->units.count; i++) {
    if (is_player(&g->units.at[i])) return;
  }
  if (!turn_to_next(g, 1)) return;
  for (uint32_t i = 0; i < g->next.count; i++) {
    const lt_unit *unit = &g->next.at[i];
    const lt_hit *including = lt_reading_find_cue(g->r, (lt_span){unit->span.begin - WORD < unit->span.begin ? unit->span.begin - WORD : 0, unit->span.begin}, LT_CUE_INCLUDING);
    bool besides = unit->span.begin && at(g, unit->span.begin - 1) == u'除' && lt_reading_find_cue(g->r, g->r->document->sentences.at[g->sentence + 1].span, LT_CUE_INCLUDING);
    if (unit->sort == LT_UNIT_FIRM && ((including && lt_unit_count(unit) > 1) || besides)) take(g, group, unit);
  }
}

/* The last firm of a point's first clause: 二是东江大学副教授周岚创办的云桥科技。 */
static const lt_unit *firm_of_point(const grouping *g, lt_span sentence) {
  const lt_unit *last = NULL;
  for (uint32_t i = 0; i < g->next.count && !has(g, sentence.begin, g->next.at[i].span.begin, u'，'); i++) {
    if (g->next.at[i].sort == LT_UNIT_FIRM) last = &g->next.at[i];
  }
  return last;
}

/* GROUP-9 */
static void told_in_points(grouping *g, const lt_unit *group) {
  enum { POINTS = 8 };
  if (g->where.end == g->where.begin || (at(g, g->where.end - 1) != u'：' && at(g, g->where.end) != u'：')) return;
  for (uint32_t n = 1; n <= POINTS && turn_to_next(g, n); n++) {
    lt_span sentence = g->r->document->sentences.at[g->sentence + n].span;
    lt_marker marker;
    const lt_unit *firm = lt_marker_here(g->r, sentence, sentence, &marker) ? firm_of_point(g, sentence) : NULL;
    if (firm == NULL) return;
    lt_unit last = lt_unit_of(g->r, firm->last);
    take(g, group, &last);
  }
}

static void read_sentence(grouping *g) {
  bool looked_ahead = false; /* once a sentence */
  for (uint32_t i = 0; i < g->units.count; i++) {
    if (g->units.at[i].sort != LT_UNIT_GROUP) continue;
    g->told = false;
    one_of(g, i);
    said_of_list(g, i);
    list_behind(g, i);
    if (g->told || looked_ahead) continue;
    looked_ahead = true;
    counted_list(g, &g->units.at[i]);
    if (!g->told) included_next(g, &g->units.at[i]);
    if (!g->told) told_in_points(g, &g->units.at[i]);
  }
}

void lt_groups_read(lt_reading *r) {
  grouping g = {.r = r, .sentence = UINT32_MAX};
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    const lt_mention *m = &r->mentions.at[i];
    if (r->entities.at[m->entity].kind != LT_NAME_GROUP || m->sentence == g.sentence) continue;
    g.sentence = m->sentence;
    g.where = r->document->sentences.at[m->sentence].span;
    lt_units_of_sentence(r, m->sentence, &g.units);
    read_sentence(&g);
  }
}
