/* CAMP-7 and CAMP-8: members that the section of a camp names: the heading has named the camp (整车企业：先把车造好). */
#include "base/char.h"
#include "reading/reading.h"
#include "reading/camp.h"

static bool is_company(const lt_reading *r, uint32_t mention) { return r->entities.at[r->mentions.at[mention].entity].kind == LT_NAME_COMPANY; }

/* Do the two stand in one list, each with something of its own at most: 东江集团和云桥科技, 东江集团的“磐石”、云桥科技的“含山”? Whom one works with
** (与) is not listed with it. */
static bool are_listed(const lt_reading *r, uint32_t left, uint32_t right) {
  enum { PLAIN = 4, WIDEST = 14 };
  const lt_mention *a = &r->mentions.at[left], *b = &r->mentions.at[right];
  lt_slice gap = lt_reading_cut(r, (lt_span){a->span.end, b->span.begin});
  if (a->sentence != b->sentence || gap.length > WIDEST || (gap.length > PLAIN && gap.at[0] != u'的')) return false;
  if (lt_slice_index(gap, u'，') < gap.length || lt_slice_index(gap, u'；') < gap.length || lt_slice_index(gap, u'与') < gap.length) return false;
  return lt_slice_index(gap, u'、') < gap.length || lt_slice_index(gap, u'和') < gap.length || lt_slice_index(gap, u'及') < gap.length;
}

/* CAMP-8: 2023年成立的云桥科技…: a firm that the article has not named before opens a sentence of the section, and not as a source
** (据…), as one more of its kind (同行…) or by a deal with a member. */
static bool opens_sentence(const lt_reading *r, uint32_t i) {
  enum { NEAR = 10, NOUN = 8 };
  const lt_mention *m = &r->mentions.at[i];
  lt_span s = r->document->sentences.at[m->sentence].span, before = {s.begin, m->span.begin};
  if (r->entities.at[m->entity].first.begin != m->span.begin || m->span.begin - s.begin > NEAR) return false;
  uint32_t from = m->span.begin > s.begin + NOUN ? m->span.begin - NOUN : s.begin, end = m->span.end + NEAR < s.end ? m->span.end + NEAR : s.end;
  const lt_hit *noun = lt_cue_before(r, from, m->span.begin, LT_CUE_BOUNDARY);
  lt_slice behind = lt_reading_cut(r, (lt_span){m->span.end, end});
  bool one_more = noun && lt_reading_term(r, noun).value == 1 && lt_reading_char(r, m->span.begin - 1) != u'的';
  return !one_more && lt_reading_find_cue(r, before, LT_CUE_ACCORDING) == NULL &&
         lt_reading_find_cue(r, (lt_span){m->span.end, end}, LT_CUE_DEAL) == NULL && lt_slice_find(behind, LT_SLICE("显示")) == behind.length;
}

typedef struct section_walk {
  lt_camps *c;
  uint32_t camp;
  bool *member; /* by entity: is one of the camp's */
} section_walk;

static void take(section_walk *w, uint32_t mention) {
  lt_reading *r = w->c->r;
  uint32_t entity = r->mentions.at[mention].entity;
  if (w->member[entity]) return;
  w->member[entity] = true;
  *LT_PUSH(r->arena, &w->c->claims) = (lt_camp_claim){w->camp, mention, LT_CAMP_TOLD};
}

static bool is_members(const section_walk *w, uint32_t mention) { return w->member[w->c->r->mentions.at[mention].entity]; }

/* CAMP-7: whoever is listed with a member; people all of them. */
static void walk(section_walk *w, uint32_t first, uint32_t last) {
  lt_reading *r = w->c->r;
  bool people = w->c->all.at[w->camp].people;
  for (uint32_t i = first; i < last; i++) {
    if (lt_role_around(r, r->mentions.at[i].span)) continue;
    if (people ? r->entities.at[r->mentions.at[i].entity].kind == LT_NAME_PERSON : is_company(r, i) && opens_sentence(r, i)) take(w, i);
  }
  for (uint32_t i = first, before = first; !people && i < last; i++) {
    if (!is_company(r, i)) continue;
    if (before < i && are_listed(r, before, i) && is_members(w, before) && !lt_role_around(r, r->mentions.at[i].span)) take(w, i);
    before = i;
  }
  for (uint32_t i = last, behind = last; !people && i-- > first;) {
    if (!is_company(r, i)) continue;
    if (behind < last && are_listed(r, i, behind) && is_members(w, behind) && !lt_role_around(r, r->mentions.at[i].span)) take(w, i);
    behind = i;
  }
}

/* The camp that a heading names: by all its words up to the head, else by the describing ones. */
static uint32_t camp_of_heading(const lt_camps *c, const lt_hit *head, const lt_sentence *heading) {
  uint32_t camp = lt_camp_find(c, lt_camp_key_of(c, heading->span.begin, head)), begin;
  if (camp < c->all.count || (begin = lt_camp_description(c, head)) == head->begin) return camp;
  return lt_camp_find(c, lt_camp_key_of(c, begin, head));
}

static void mark_members(section_walk *w, bool yes) {
  for (uint32_t i = 0; i < w->c->claims.count; i++) {
    if (w->c->claims.at[i].camp == w->camp) w->member[w->c->r->mentions.at[w->c->claims.at[i].mention].entity] = yes;
  }
}

void lt_camps_read_sections(lt_camps *c) {
  enum { SECTIONS = 64 }; /* each walks over all members: an article of more sections on camps is none */
  lt_reading *r = c->r;
  section_walk w = {c, 0, lt_arena_block(r->arena, r->entities.count + UINT64_C(1))};
  uint32_t done = UINT32_MAX, walked = 0;
  if (w.member == NULL) return;
  memset(w.member, 0, r->entities.count + 1);
  for (uint32_t i = 0; i < r->cues.count && walked < SECTIONS; i++) {
    const lt_hit *head = &r->cues.at[i];
    const lt_sentence *s = head->class == LT_CUE_CAMP_HEAD ? lt_sentence_around(r, lt_hit_span(head)) : NULL;
    if (s == NULL || s->section == done || r->document->paragraphs.at[s->paragraph].kind != LT_PARAGRAPH_HEADING) continue;
    w.camp = camp_of_heading(c, head, s);
    if (w.camp == c->all.count) continue;
    lt_span section = r->document->sections.at[s->section].span;
    mark_members(&w, true);
    walk(&w, lt_reading_mention_at(r, section.begin), lt_reading_mention_at(r, section.end));
    mark_members(&w, false);
    done = s->section;
    walked++;
  }
}
