/* ROLE-1  the title stands before the name: 原美团联合创始人王慧文. It begins after punctuation or a function character; titles joined
**         by 、兼 belong together (百度创始人、董事长兼首席执行官李彦宏); 的 stays where a player stands before it (月之暗面的创始人杨植麟)
** ROLE-2  it follows the name, after punctuation or a verb of being: 项亮：AML团队负责人; 周岚是云桥科技的CEO; 周岚曾任云桥科技CEO
** ROLE-4  the first of several things said before the name: 前安川电机技术总监、现任教于东江大学的陆衡
** ROLE-3  it is former where 前, 原 or 时任 opens it, or 曾 stands before it */
#include "reading/reading.h"
#include "reading/role.h"

#include "base/char.h"
#include "reading/name_shape.h"

enum { LONGEST_ROLE = 40 };

static lt_char at(const lt_reading *r, uint32_t place) { return r->text->clean[place]; }

/* The mention that ends at a place, NULL if none. */
static const lt_mention *mention_before(const lt_reading *r, uint32_t place) {
  uint32_t i = lt_reading_mention_at(r, place);
  return i > 0 && r->mentions.at[i - 1].span.end == place ? &r->mentions.at[i - 1] : NULL;
}

/* 前华为“天才少年”彭志辉: what stands in quotation marks right before a name is a title too. Where it opens, or `place`. */
static uint32_t quoted_title(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  enum { LONGEST = 12 };
  if (place == s->span.begin || (at(r, place - 1) != u'”' && at(r, place - 1) != u'」')) return place;
  for (uint32_t n = 2; n <= LONGEST && place >= s->span.begin + n; n++) {
    if (at(r, place - n) == u'“' || at(r, place - n) == u'「') return place - n;
  }
  return place;
}

static const lt_hit *title_before(const lt_reading *r, uint32_t from, uint32_t place) {
  uint32_t near = place > from + 12 ? place - 12 : from;
  return lt_cue_before(r, near, place, LT_CUE_TITLE);
}

static bool joins_titles(lt_char c) { return c == u'、' || c == u'兼' || c == u'和' || c == u'及' || c == u'/'; }

/* Step left over one character or one mention; false where the role begins. */
static bool step_left(const lt_reading *r, const lt_sentence *s, uint32_t *begin) {
  if (*begin == s->span.begin) return false;
  const lt_mention *m = mention_before(r, *begin);
  if (m && r->entities.at[m->entity].kind == LT_NAME_PERSON) return false;
  if (m) {
    *begin = m->span.begin;
    return true;
  }
  lt_char c = at(r, *begin - 1);
  bool bridge = joins_titles(c) && title_before(r, s->span.begin, *begin - 1);
  bool owner = c == u'的' && mention_before(r, *begin - 1);
  if (!bridge && !owner && (!lt_is_name_character(c) || lt_is_function(r->lexicon, c))) return false;
  *begin -= 1;
  return true;
}

static uint32_t role_start(const lt_reading *r, const lt_sentence *s, uint32_t title) {
  uint32_t begin = title;
  while (title - begin < LONGEST_ROLE && step_left(r, s, &begin)) {}
  return begin;
}

static bool is_former(const lt_reading *r, lt_span role) {
  lt_slice text = lt_reading_cut(r, role);
  return lt_slice_starts_with(text, LT_SLICE("前")) || lt_slice_starts_with(text, LT_SLICE("原")) || (role.begin > 0 && at(r, role.begin - 1) == u'曾') ||
         (role.begin > 1 && at(r, role.begin - 2) == u'曾');
}

static void add_role(lt_reading *r, uint32_t person, lt_span span) {
  while (span.begin < span.end && lt_char_is_space(at(r, span.begin))) span.begin++;
  while (span.end > span.begin && lt_char_is_space(at(r, span.end - 1))) span.end--;
  if (span.end <= span.begin) return;
  lt_role role = {.person = person, .span = span, .former = is_former(r, span)};
  for (uint32_t i = lt_reading_cue_at(r, span.begin); i < r->cues.count && r->cues.at[i].begin < span.end; i++) {
    if (r->cues.at[i].class != LT_CUE_TITLE || r->cues.at[i].begin + r->cues.at[i].length > span.end) continue;
    int32_t sort = lt_reading_term(r, &r->cues.at[i]).value;
    role.founder = role.founder || sort == 1;
    role.post = role.post || sort == 2 || sort == 3;
  }
  *LT_PUSH(r->arena, &r->roles) = role;
  if (r->entities.at[person].role.at == NULL) r->entities.at[person].role = lt_reading_cut(r, span);
}

/* ROLE-1 */
static void before_name(lt_reading *r, const lt_sentence *s, const lt_mention *m) {
  uint32_t end = m->span.begin;
  while (end > s->span.begin && lt_char_is_space(at(r, end - 1))) end--;
  const lt_hit *title = title_before(r, s->span.begin, end);
  uint32_t quoted = quoted_title(r, s, end);
  uint32_t begin = role_start(r, s, title ? title->begin : quoted);
  if (title || (quoted < end && begin < quoted)) add_role(r, m->entity, (lt_span){begin, end});
}

/* ROLE-4 */
static void first_of_several(lt_reading *r, const lt_sentence *s, const lt_mention *m) {
  uint32_t end = m->span.begin, begin = end, comma = 0;
  if (end == s->span.begin || at(r, end - 1) != u'的') return;
  for (; begin > s->span.begin && end - begin < 2 * LONGEST_ROLE && at(r, begin - 1) != u'，' && at(r, begin - 1) != u'；'; begin--) {
    if (at(r, begin - 1) == u'、') comma = begin - 1;
  }
  if (comma > begin && title_before(r, begin, comma)) add_role(r, m->entity, (lt_span){begin, comma});
}

static bool ends_clause(lt_char c) { return c == u'，' || c == u'。' || c == u'；' || c == u'）' || c == ')' || c == u'！' || c == u'？' || c == '\n' || c == u'：'; }

/* Where a role that follows the name begins; 0 if nothing introduces one. */
static uint32_t introduced_role(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  if (place >= s->span.end) return 0;
  const lt_hit *being = lt_reading_cue_here(r, place, LT_CUE_BEING);
  if (being) return place + being->length;
  lt_char c = at(r, place);
  if (c != u'：' && c != u'，' && c != u'（' && c != '(' && c != ':') return 0;
  being = lt_reading_cue_here(r, place + 1, LT_CUE_BEING);
  return place + 1 + (being ? being->length : 0);
}

/* ROLE-2: the clause has to end in a title. */
static void after_name(lt_reading *r, const lt_sentence *s, const lt_mention *m) {
  uint32_t begin = introduced_role(r, s, m->span.end), end = begin;
  if (begin == 0) return;
  while (end < s->span.end && end - begin < LONGEST_ROLE && !ends_clause(at(r, end))) end++;
  if (title_before(r, begin, end)) add_role(r, m->entity, (lt_span){begin, end});
}

/* Roles of one name may stand before and behind it, so a look at the few that begin before a place is enough. */
const lt_role *lt_role_around(const lt_reading *r, lt_span span) {
  uint32_t low = 0, high = r->roles.count;
  while (low < high) {
    uint32_t i = low + (high - low) / 2;
    if (r->roles.at[i].span.begin <= span.begin) low = i + 1;
    else high = i;
  }
  for (uint32_t i = low, far = low > 4 ? low - 4 : 0; i-- > far;) {
    if (lt_span_covers(r->roles.at[i].span, span)) return &r->roles.at[i];
  }
  return NULL;
}

void lt_roles_read(lt_reading *r) {
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    lt_mention m = r->mentions.at[i];
    const lt_sentence *s = lt_sentence_around(r, m.span);
    if (s == NULL || r->entities.at[m.entity].kind != LT_NAME_PERSON) continue;
    first_of_several(r, s, &m);
    before_name(r, s, &m);
    after_name(r, s, &m);
  }
}
