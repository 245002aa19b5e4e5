/* Who works, worked, or founded where.
**
**   JOB-1  a role that names a firm: 前搜狗CEO → formerly_at; 美团联合创始人 → founded
**   JOB-2  a founder's role that names none speaks of the firm the text is about: 另外两位联合创始人周昕宇
**   JOB-3  a role that names a model only is held at its maker: 豆包大模型语音部门负责人
**   JOB-4  a verb between person and firm: 加入, 创立, 离开, 曾任职于; the person may be named a sentence earlier
**   JOB-5  the person may follow the clause: 曾任华为云产品总监、今年创办隼舟智能的莫听澜
**   JOB-6  founded by: 忆道科技…，由裴一舟和柯望舒共同创立
**   JOB-7  在 firm 担任: 毕业后最先在雅虎担任…; 从 firm 加入: the firm left
**   JOB-8  of several firms joined one after the other only the last is the present one
**   JOB-9  whoever left is no longer there: formerly_at takes the place of works_at */
#include "reading/finder.h"
#include "reading/unit.h"

enum { FAR = 24 };

static void relate_role(lt_reading *r, const lt_role *role, uint32_t firm) {
  if (role->founder) lt_relate_entities(r, LT_RELATION_FOUNDED, role->person, firm, role->span);
  if (role->former) lt_relate_entities(r, LT_RELATION_FORMERLY_AT, role->person, firm, role->span);
  else if (role->post) lt_relate_entities(r, LT_RELATION_WORKS_AT, role->person, firm, role->span);
}

/* JOB-3 */
static void relate_makers_of(lt_reading *r, const lt_role *role, uint32_t model) {
  for (uint32_t i = 0, count = r->relations.count; i < count; i++) {
    if (r->relations.at[i].kind == LT_RELATION_DEVELOPS && r->relations.at[i].object == model) relate_role(r, role, r->relations.at[i].subject);
  }
}

static void read_role(lt_reading *r, const lt_role *role) {
  bool named = false;
  for (uint32_t i = lt_reading_mention_at(r, role->span.begin); i < r->mentions.count && r->mentions.at[i].span.end <= role->span.end; i++) {
    uint32_t entity = r->mentions.at[i].entity;
    lt_name_kind kind = r->entities.at[entity].kind;
    if (kind == LT_NAME_MODEL) relate_makers_of(r, role, entity);
    if (kind == LT_NAME_COMPANY || kind == LT_NAME_ORGANIZATION) relate_role(r, role, entity);
    named = named || kind != LT_NAME_PERSON;
  }
  if (lt_slice_starts_with(lt_reading_cut(r, role->span), LT_SLICE("后者"))) { /* the firm named last */
    for (uint32_t i = lt_reading_mention_at(r, role->span.begin); i-- > 0;) {
      if (r->entities.at[r->mentions.at[i].entity].kind != LT_NAME_COMPANY) continue;
      relate_role(r, role, r->mentions.at[i].entity);
      return;
    }
  }
  uint32_t topic = lt_topic(r, role->span.begin); /* JOB-2 */
  if (!named && role->founder && topic < r->mentions.count) relate_role(r, role, r->mentions.at[topic].entity);
}

void lt_relate_roles(lt_reading *r) {
  for (uint32_t i = 0; i < r->roles.count; i++) {
    lt_role role = r->roles.at[i];
    read_role(r, &role);
  }
}

/* JOB-4: the person a verb speaks of. */
static bool person_of(const lt_reading *r, uint32_t sentence, const lt_units *units, uint32_t verb, uint32_t *person) {
  const lt_unit *unit = lt_unit_before(units, verb, LT_UNIT_PERSON);
  if (unit) {
    *person = r->mentions.at[unit->last].entity;
    return true;
  }
  for (uint32_t i = lt_reading_mention_at(r, r->document->sentences.at[sentence].span.begin); i-- > 0;) {
    const lt_mention *m = &r->mentions.at[i];
    if (m->sentence + 3 < sentence) return false;
    if (r->entities.at[m->entity].kind != LT_NAME_PERSON) continue;
    *person = m->entity;
    return true;
  }
  return false;
}

/* JOB-5 */
static bool person_behind(const lt_reading *r, const lt_units *units, uint32_t place, uint32_t *person) {
  const lt_unit *unit = lt_unit_after(units, place, LT_UNIT_PERSON);
  if (unit == NULL || unit->span.begin - place > FAR || r->text->clean[unit->span.begin - 1] != u'的' || lt_stands_between(r, place, unit->span.begin, u'，')) return false;
  *person = r->mentions.at[unit->first].entity;
  return true;
}

/* JOB-6: everybody between 由 and the verb founded the firm the sentence is about. */
static bool founded_by(lt_reading *r, lt_span sentence, const lt_units *units, const lt_hit *verb) {
  uint32_t by = verb->begin;
  while (by > sentence.begin && verb->begin - by < 2 * FAR && r->text->clean[by - 1] != u'由') by--;
  if (by == sentence.begin || r->text->clean[by - 1] != u'由') return false;
  uint32_t topic = lt_topic(r, by - 1);
  if (topic == r->mentions.count) return false;
  bool any = false;
  for (uint32_t pass = 0; pass < 2 && !any; pass++) { /* people; where there are none, firms */
    for (uint32_t i = 0; i < units->count; i++) {
      const lt_unit *u = &units->at[i];
      if (u->span.begin < by || u->span.end > verb->begin || u->sort != (pass ? LT_UNIT_FIRM : LT_UNIT_PERSON)) continue;
      for (uint32_t j = u->first; j <= u->last; j++) lt_relate_entities(r, LT_RELATION_FOUNDED, r->mentions.at[j].entity, r->mentions.at[topic].entity, (lt_span){by - 1, verb->begin + verb->length});
      any = true;
    }
  }
  return any;
}

static bool same_clause(const lt_reading *r, uint32_t begin, uint32_t end) {
  return end - begin <= FAR && !lt_stands_between(r, begin, end, u'，') && !lt_stands_between(r, begin, end, u'；');
}

/* JOB-7: 从Google加入字节跳动 */
static void left_for(lt_reading *r, const lt_units *units, const lt_hit *verb, uint32_t person) {
  const lt_unit *from = lt_unit_before(units, verb->begin, LT_UNIT_FIRM);
  if (from == NULL || from->span.begin == 0 || r->text->clean[from->span.begin - 1] != u'从' || !same_clause(r, from->span.end, verb->begin)) return;
  lt_relate_entities(r, LT_RELATION_FORMERLY_AT, person, r->mentions.at[from->first].entity, from->span);
}

/* JOB-7: 在 or 来到, the firm, and a post. */
static void at_post(lt_reading *r, uint32_t sentence, const lt_units *units, const lt_unit *firm) {
  lt_span where = r->document->sentences.at[sentence].span;
  uint32_t begin = firm->span.begin, end = firm->span.end, person;
  bool placed = begin > where.begin && (r->text->clean[begin - 1] == u'在' || r->text->clean[begin - 1] == u'到');
  const lt_hit *post = lt_reading_cue_here(r, end, LT_CUE_BEING);
  if (!placed || post == NULL || !person_of(r, sentence, units, begin, &person)) return;
  bool past = lt_reading_find_cue(r, where, LT_CUE_PAST) != NULL;
  lt_relate_entities(r, past ? LT_RELATION_FORMERLY_AT : LT_RELATION_WORKS_AT, person, r->mentions.at[firm->first].entity, firm->span);
}

static void read_verb(lt_reading *r, uint32_t sentence, const lt_units *units, const lt_hit *verb) {
  static const lt_relation_kind kinds[] = {0, LT_RELATION_WORKS_AT, LT_RELATION_FORMERLY_AT, LT_RELATION_FOUNDED, LT_RELATION_FORMERLY_AT};
  lt_span where = r->document->sentences.at[sentence].span;
  uint32_t end = verb->begin + verb->length, person;
  int32_t sort = lt_reading_term(r, verb).value;
  if (lt_is_unreal(r, where, verb->begin) || (sort == 3 && founded_by(r, where, units, verb))) return;
  const lt_unit *firm = lt_unit_after(units, end, LT_UNIT_FIRM);
  bool behind = firm && same_clause(r, end, firm->span.begin);
  if (!behind && sort == 2) { /* 从字节离职 */
    firm = lt_unit_before(units, verb->begin, LT_UNIT_FIRM);
    behind = firm && same_clause(r, firm->span.end, verb->begin);
  }
  if (!behind || (!person_behind(r, units, firm->span.end, &person) && !person_of(r, sentence, units, verb->begin, &person))) return;
  lt_span span = {verb->begin < firm->span.begin ? verb->begin : firm->span.begin, verb->begin < firm->span.begin ? firm->span.end : end};
  uint32_t last = sort == 4 ? firm->last : firm->first;
  for (uint32_t i = firm->first; i <= last; i++) lt_relate_entities(r, kinds[sort], person, r->mentions.at[i].entity, span);
  if (sort == 1) left_for(r, units, verb, person);
}

/* JOB-8, JOB-9 */
void lt_forget_past_jobs(lt_reading *r) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < r->relations.count; i++) {
    lt_relation x = r->relations.at[i];
    bool past = false;
    for (uint32_t j = 0; j < r->relations.count && x.kind == LT_RELATION_WORKS_AT && !past; j++) {
      const lt_relation *y = &r->relations.at[j];
      past = y->kind == LT_RELATION_FORMERLY_AT && y->subject == x.subject && y->object == x.object;
    }
    if (!past) r->relations.at[kept++] = x;
  }
  r->relations.count = kept;
}

void lt_relate_jobs(lt_reading *r, uint32_t sentence, const lt_units *units) {
  lt_span where = r->document->sentences.at[sentence].span;
  uint32_t last_end = 0;
  for (uint32_t i = lt_reading_cue_at(r, where.begin); i < r->cues.count && r->cues.at[i].begin < where.end; i++) {
    lt_hit verb = r->cues.at[i];
    if (verb.class != LT_CUE_JOB_VERB || verb.begin < last_end) continue;
    last_end = verb.begin + verb.length;
    read_verb(r, sentence, units, &verb);
  }
  for (uint32_t i = 0; i < units->count; i++) {
    if (units->at[i].sort == LT_UNIT_FIRM) at_post(r, sentence, units, &units->at[i]);
  }
}
