/* ROLE-1  the title stands before the name: 原云桥科技联合创始人周岚. It begins after punctuation, a function character or a word that
**         stands before names; titles joined by 、兼与 belong together (云桥科技创始人、董事长兼首席执行官周岚); 的 stays where a player
**         stands before it (云桥科技的创始人周岚). How many there are (两位), and whose it is where nobody is named (公司), is no title
** ROLE-2  it follows the name, after punctuation or a verb of being: 周岚：产品团队负责人; 周岚是云桥科技的CEO; 周岚曾任云桥科技CEO
** ROLE-3  it follows at once where it is no more than a title: 周岚教授
** ROLE-4  the first of several things said before the name: 前东江集团技术总监、现任教于东江大学的陆衡
** ROLE-5  one title for everybody in a list, where the title says that they are several: 两位联合创始人周岚和陆衡
** ROLE-6  it is former where 前, 原 or 时任 opens it, or 曾 stands before it */
#include "reading/reading.h"
#include "reading/role.h"

#include "base/char.h"
#include "reading/name_shape.h"

enum { LONGEST_ROLE = 40, NOUN = 8 };

static bool is_one_of(lt_char c, lt_slice set) { return lt_slice_index(set, c) < set.length; }

/* The mention that ends at a place, NULL if none. */
static const lt_mention *mention_before(const lt_reading *r, uint32_t place) {
  uint32_t i = lt_reading_mention_at(r, place);
  return i > 0 && r->mentions.at[i - 1].span.end == place ? &r->mentions.at[i - 1] : NULL;
}

/* 前东江集团“天才少年”陆衡: what stands in quotation marks right before a name is a title too. Where it opens, or `place`. */
static uint32_t quoted_title(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  enum { LONGEST = 12 };
  if (place == s->span.begin || (lt_reading_char(r, place - 1) != u'”' && lt_reading_char(r, place - 1) != u'」')) return place;
  for (uint32_t n = 2; n <= LONGEST && place >= s->span.begin + n; n++) {
    if (lt_reading_char(r, place - n) == u'“' || lt_reading_char(r, place - n) == u'「') return place - n;
  }
  return place;
}

static const lt_hit *title_before(const lt_reading *r, uint32_t from, uint32_t place) {
  uint32_t near = place > from + 12 ? place - 12 : from;
  return lt_cue_before(r, near, place, LT_CUE_TITLE);
}

/* What stands before names, a title excepted (创始人); noun: one that the name explains (方案商云桥科技). */
static bool follows_word(const lt_reading *r, const lt_sentence *s, uint32_t place, bool noun) {
  uint32_t from = place > s->span.begin + NOUN ? place - NOUN : s->span.begin;
  const lt_hit *word = lt_cue_before(r, from, place, LT_CUE_BOUNDARY);
  return word && (lt_reading_term(r, word).value == 1) == noun && !lt_is_word(r->lexicon, lt_reading_cut(r, lt_hit_span(word)), LT_CUE_TITLE);
}

/* The place behind a title that is joined to what stands at `place`: 董事长|兼, 董事合伙人|、亚太汽车与; 0 if none is. */
static uint32_t joined_title(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  enum { LONGEST = 10 };
  lt_char c = lt_reading_char(r, place);
  if (is_one_of(c, LT_SLICE("、兼和及/")) && title_before(r, s->span.begin, place)) return place;
  for (uint32_t n = 1; is_one_of(c, LT_SLICE("与和")) && n <= LONGEST && place >= s->span.begin + n; n++) {
    if (lt_reading_char(r, place - n) == u'、') return title_before(r, s->span.begin, place - n) ? place - n : 0;
    if (!lt_is_name_character(lt_reading_char(r, place - n))) return 0;
  }
  return 0;
}

/* 两位, 几位 */
static bool is_counted(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  return lt_reading_char(r, place) == u'位' && place > s->span.begin && is_one_of(lt_reading_char(r, place - 1), LT_SLICE("两几多二三四五六七八九十"));
}

/* Step left over one character, one mention or one joined title; false where the role begins. */
static bool step_left(const lt_reading *r, const lt_sentence *s, uint32_t *begin) {
  if (*begin == s->span.begin) return false;
  const lt_mention *m = mention_before(r, *begin);
  if (m && r->entities.at[m->entity].kind == LT_NAME_PERSON) return false;
  uint32_t next = lt_reading_mention_at(r, *begin), place = *begin - 1, title;
  bool opens = next < r->mentions.count && r->mentions.at[next].span.begin == *begin;
  if (!m && (follows_word(r, s, *begin, false) || (opens && follows_word(r, s, *begin, true)))) return false;
  if (m) place = m->span.begin;
  else if ((title = joined_title(r, s, place)) != 0) place = title_before(r, s->span.begin, title)->begin;
  else if (!(lt_reading_char(r, place) == u'的' && mention_before(r, place)) && !is_counted(r, s, place) &&
           (!lt_is_name_character(lt_reading_char(r, place)) || lt_works_as_grammar(r->lexicon, (lt_slice){r->text->clean, r->text->length}, place))) return false;
  *begin = place;
  return true;
}

static uint32_t role_start(const lt_reading *r, const lt_sentence *s, uint32_t title) {
  uint32_t begin = title;
  while (title - begin < LONGEST_ROLE && step_left(r, s, &begin)) {}
  return begin;
}

/* ROLE-6 */
static bool is_former(const lt_reading *r, lt_span role) {
  lt_slice text = lt_reading_cut(r, role);
  if (lt_slice_starts_with(text, LT_SLICE("前")) || lt_slice_starts_with(text, LT_SLICE("原")) || lt_slice_starts_with(text, LT_SLICE("时任"))) return true;
  return (role.begin > 0 && lt_reading_char(r, role.begin - 1) == u'曾') || (role.begin > 1 && lt_reading_char(r, role.begin - 2) == u'曾');
}

/* The role without what is no title at its beginning: 另外两位|联合创始人, 公司|总裁, 曾任|产品总监. */
static lt_span trimmed(const lt_reading *r, lt_span span) {
  static const lt_slice words[] = {{u"该公司", 3}, {u"公司", 2}, {u"其", 1}};
  while (span.begin < span.end && lt_char_is_space(lt_reading_char(r, span.begin))) span.begin++;
  while (span.end > span.begin && lt_char_is_space(lt_reading_char(r, span.end - 1))) span.end--;
  const lt_hit *being = lt_reading_cue_here(r, span.begin, LT_CUE_BEING);
  if (being) span.begin += being->length;
  for (uint32_t i = span.begin; i < span.end && i < span.begin + NOUN; i++) {
    bool number = i > span.begin && is_one_of(lt_reading_char(r, i - 1), LT_SLICE("一两几多二三四五六七八九十"));
    uint32_t first = lt_reading_mention_at(r, span.begin);
    bool names = first < r->mentions.count && r->mentions.at[first].span.begin < i;
    if (number && !names && (lt_reading_char(r, i) == u'位' || lt_reading_char(r, i) == u'名')) span.begin = i + 1;
  }
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (lt_slice_starts_with(lt_reading_cut(r, span), words[i]) && title_before(r, span.begin, span.end)) span.begin += words[i].length;
  }
  return span;
}

static void add_role(lt_reading *r, uint32_t person, lt_span span) {
  const lt_hit *being = lt_reading_cue_here(r, span.begin, LT_CUE_BEING);
  bool was = being && lt_reading_term(r, being).value == 1;
  span = trimmed(r, span);
  if (span.end <= span.begin) return;
  lt_role role = {.person = person, .span = span, .former = was || is_former(r, span)};
  *LT_PUSH(r->arena, &r->roles) = role;
  if (r->entities.at[person].role.at == NULL) r->entities.at[person].role = lt_reading_cut(r, span);
}

/* ROLE-1 */
static bool before_name(lt_reading *r, const lt_sentence *s, const lt_mention *m) {
  uint32_t end = m->span.begin;
  while (end > s->span.begin && lt_char_is_space(lt_reading_char(r, end - 1))) end--;
  const lt_hit *title = title_before(r, s->span.begin, end);
  uint32_t quoted = quoted_title(r, s, end);
  uint32_t begin = role_start(r, s, title ? title->begin : quoted);
  bool found = title || (quoted < end && begin < quoted);
  if (found) add_role(r, m->entity, (lt_span){begin, end});
  return found;
}

/* ROLE-4 */
static void first_of_several(lt_reading *r, const lt_sentence *s, const lt_mention *m) {
  uint32_t end = m->span.begin, begin = end, comma = 0;
  if (end == s->span.begin || lt_reading_char(r, end - 1) != u'的') return;
  for (; begin > s->span.begin && end - begin < 2 * LONGEST_ROLE && !is_one_of(lt_reading_char(r, begin - 1), LT_SLICE("，；：“”「」。")); begin--) {
    if (lt_reading_char(r, begin - 1) == u'、') comma = begin - 1;
  }
  if (comma > begin && title_before(r, begin, comma)) add_role(r, m->entity, (lt_span){begin, comma});
}

static bool ends_clause(lt_char c) { return is_one_of(c, LT_SLICE("，。；）！？：\n")) || c == ')'; }

/* Where a role that follows the name begins; 0 if nothing introduces one. */
static uint32_t introduced_role(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  if (place >= s->span.end) return 0;
  if (lt_reading_cue_here(r, place, LT_CUE_BEING)) return place;
  return is_one_of(lt_reading_char(r, place), LT_SLICE("：，（(:")) ? place + 1 : 0;
}

/* 周岚，他从去年起担任…: a clause with a verb or a subject of its own says more than a title. */
static bool is_bare(const lt_reading *r, lt_span clause) {
  const lt_hit *being = lt_reading_cue_here(r, clause.begin, LT_CUE_BEING);
  lt_span rest = {clause.begin + (being ? being->length : 0), clause.end};
  return !is_one_of(lt_reading_char(r, rest.begin), LT_SLICE("他她其从在")) && lt_reading_find_cue(r, rest, LT_CUE_JOB_VERB) == NULL;
}

/* ROLE-2: the clause has to end in a title. */
static void after_name(lt_reading *r, const lt_sentence *s, const lt_mention *m) {
  uint32_t begin = introduced_role(r, s, m->span.end), end = begin;
  if (begin == 0) return;
  while (end < s->span.end && end - begin < LONGEST_ROLE && !ends_clause(lt_reading_char(r, end))) end++;
  if (title_before(r, begin, end) && is_bare(r, (lt_span){begin, end})) add_role(r, m->entity, (lt_span){begin, end});
}

/* ROLE-3 */
static void right_behind(lt_reading *r, const lt_mention *m) {
  const lt_hit *title = lt_reading_cue_here(r, m->span.end, LT_CUE_TITLE);
  if (title && lt_reading_term(r, title).value >= 3) add_role(r, m->entity, lt_hit_span(title));
}

/* ROLE-5: the role of the one before in the list, where it speaks of several. */
static void shared(lt_reading *r, uint32_t i, uint32_t roles) {
  enum { PLAIN = 2 };
  if (i == 0 || roles == 0 || r->roles.at[roles - 1].person != r->mentions.at[i - 1].entity) return;
  lt_span before = r->mentions.at[i - 1].span, role = r->roles.at[roles - 1].span;
  uint32_t gap = r->mentions.at[i].span.begin - before.end;
  if (gap == 0 || gap > PLAIN || !is_one_of(lt_reading_char(r, before.end), LT_SLICE("和与、及"))) return;
  lt_slice text = lt_reading_cut(r, role);
  bool several = lt_slice_index(text, u'位') < text.length || (role.begin > 0 && lt_reading_char(r, role.begin - 1) == u'位') ||
                 lt_slice_ends_with(text, LT_SLICE("联合创始人")) || lt_slice_ends_with(text, LT_SLICE("合伙人"));
  if (several && role.end <= before.begin) add_role(r, r->mentions.at[i].entity, role);
}

/* Roles of one name may stand before and behind it, so a look at the few that begin before a place is enough. */
const lt_role *lt_role_around(const lt_reading *r, lt_span span) {
  uint32_t low = 0;
  LT_BISECT(low, r->roles.count, r->roles.at[i].span.begin <= span.begin);
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
    uint32_t roles = r->roles.count;
    first_of_several(r, s, &m);
    if (!before_name(r, s, &m)) shared(r, i, roles);
    after_name(r, s, &m);
    right_behind(r, &m);
  }
}
