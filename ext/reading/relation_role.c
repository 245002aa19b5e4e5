/* Who works, worked, or founded where, told by a title (role.h). Read when all sentences have been, for JOB-15 asks who makes what.
**
**   JOB-13  a title that names a firm: 前东江集团CEO → formerly_at; 云桥科技联合创始人 → founded
**   JOB-14  a founder's title that names none speaks of the firm the text is about: 另外两位联合创始人周岚
**   JOB-15  a title that names only a model is held at its maker: 观澜大模型语音部门负责人
**   JOB-16  后者联合创始人: the firm named last */
#include "reading/relator.h"
#include "reading/topic.h"

/* One of the titles of a role: 云桥科技创始人 | 董事长 | 首席执行官. */
typedef struct title_part {
  uint32_t person;
  lt_span span;
  bool former, founder, post;
} title_part;

static void relate_role(lt_relator *x, const title_part *part, uint32_t firm) {
  if (part->founder) lt_relate_entities(x, LT_RELATION_FOUNDED, part->person, firm, part->span);
  if (part->former) lt_relate_entities(x, LT_RELATION_FORMERLY_AT, part->person, firm, part->span);
  else if (part->post) lt_relate_entities(x, LT_RELATION_WORKS_AT, part->person, firm, part->span);
}

/* JOB-15: where nobody is said to make it, its name stands for its firm: “观澜”创始人 */
static void relate_makers_of(lt_relator *x, const title_part *part, uint32_t model) {
  if (x->makers[model] == 0 && part->founder) lt_relate_entities(x, LT_RELATION_FOUNDED, part->person, model, part->span);
  for (uint32_t i = x->makers[model]; i; i = x->makings.at[i - 1].before) relate_role(x, part, x->r->relations.at[i - 1].subject);
}

/* JOB-16 */
static void relate_last_firm(lt_relator *x, const title_part *part) {
  enum { BACK = 20 };
  uint32_t here = lt_reading_mention_at(x->r, part->span.begin);
  for (uint32_t n = 1; n <= BACK && n <= here; n++) {
    uint32_t firm = x->r->mentions.at[here - n].entity;
    if (x->r->entities.at[firm].kind != LT_NAME_COMPANY) continue;
    relate_role(x, part, firm);
    return;
  }
}

/* JOB-14: nobody founds a university where a text tells of founders and names no firm. */
static void relate_topic(lt_relator *x, const title_part *part) {
  uint32_t topic = lt_topic(x->r, part->span.begin);
  if (topic == x->r->mentions.count) return;
  const lt_entity *e = &x->r->entities.at[x->r->mentions.at[topic].entity];
  bool university = e->known && lt_slice_equals(lt_lexicon_name(x->r->lexicon, e->lexicon_name).fact, LT_SLICE("university"));
  if (!university) relate_role(x, part, x->r->mentions.at[topic].entity);
}

/* JOB-13: all that these words name. */
static void relate_named(lt_relator *x, const title_part *part, lt_span words) {
  const lt_reading *r = x->r;
  for (uint32_t i = lt_reading_mention_at(r, words.begin); i < r->mentions.count && r->mentions.at[i].span.end <= words.end; i++) {
    uint32_t entity = r->mentions.at[i].entity;
    lt_name_kind kind = r->entities.at[entity].kind;
    if (kind == LT_NAME_MODEL) relate_makers_of(x, part, entity);
    if (kind == LT_NAME_COMPANY || kind == LT_NAME_ORGANIZATION) relate_role(x, part, entity);
  }
}

static bool names_any(const lt_relator *x, lt_span words) {
  uint32_t i = lt_reading_mention_at(x->r, words.begin);
  return i < x->r->mentions.count && x->r->mentions.at[i].span.end <= words.end && x->r->entities.at[x->r->mentions.at[i].entity].kind != LT_NAME_PERSON;
}

/* Where the title that begins at a place ends: before 、 and 兼 behind a title. */
static uint32_t part_end(const lt_relator *x, uint32_t begin, uint32_t end) {
  enum { LONGEST = 12 };
  for (uint32_t place = begin + 1; place < end; place++) {
    lt_char c = x->r->text->clean[place];
    if ((c == u'、' || c == u'兼') && lt_cue_before(x->r, place > begin + LONGEST ? place - LONGEST : begin, place, LT_CUE_TITLE)) return place;
  }
  return end;
}

static void tell_sorts(const lt_relator *x, title_part *part) {
  const lt_reading *r = x->r;
  for (uint32_t i = lt_reading_cue_at(r, part->span.begin); i < r->cues.count && r->cues.at[i].begin < part->span.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    if (hit->class != LT_CUE_TITLE || hit->begin + hit->length > part->span.end) continue;
    int32_t sort = lt_reading_term(r, hit).value;
    part->founder = part->founder || sort == 1;
    part->post = part->post || sort == 2 || sort == 3;
  }
}

static bool says_former(lt_slice words) { return lt_slice_starts_with(words, LT_SLICE("前")) || lt_slice_starts_with(words, LT_SLICE("原")); }

static bool names_founder(const lt_relator *x, lt_span role) {
  title_part all = {.span = role};
  tell_sorts(x, &all);
  return all.founder;
}

static void relate_part(lt_relator *x, const title_part *part, lt_span firms, bool founder) {
  if (firms.end > firms.begin) relate_named(x, part, firms);
  else if (lt_slice_starts_with(lt_reading_cut(x->r, part->span), LT_SLICE("后者"))) relate_last_firm(x, part);
  else if (founder) relate_topic(x, part);
}

/* A title that names no firm is held at the one named before it, and as it was (前东江集团副总裁、技术负责人); one that does
** says for itself whether it is former, unless 曾任 stands before all of them. */
static void read_role(lt_relator *x, const lt_role *role) {
  bool all_former = role->former && !says_former(lt_reading_cut(x->r, role->span)), former = false, founder = names_founder(x, role->span);
  lt_span firms = {role->span.begin, role->span.begin};
  for (uint32_t begin = role->span.begin, end; begin < role->span.end; begin = end + 1) {
    end = part_end(x, begin, role->span.end);
    title_part part = {.person = role->person, .span = {begin, end}};
    bool own = names_any(x, part.span), leaves = says_former(lt_reading_cut(x->r, part.span));
    if (own) firms = part.span;
    if (own || leaves) former = leaves;
    part.former = former || all_former;
    tell_sorts(x, &part);
    relate_part(x, &part, firms, founder);
  }
}

void lt_relate_roles(lt_relator *x) {
  for (uint32_t i = 0; i < x->r->roles.count; i++) read_role(x, &x->r->roles.at[i]);
}
