/* Who works, worked, or founded where, told by a title (role.h). Read when all sentences have been, for JOB-14 asks who makes what.
**
**   JOB-12  a title that names a firm: 前搜狗CEO → formerly_at; 美团联合创始人 → founded
**   JOB-13  a founder's title that names none speaks of the firm the text is about: 另外两位联合创始人周昕宇
**   JOB-14  a title that names only a model is held at its maker: 豆包大模型语音部门负责人
**   JOB-15  后者联合创始人: the firm named last */
#include "reading/relator.h"
#include "reading/topic.h"

static void relate_role(lt_relator *x, const lt_role *role, uint32_t firm) {
  if (role->founder) lt_relate_entities(x, LT_RELATION_FOUNDED, role->person, firm, role->span);
  if (role->former) lt_relate_entities(x, LT_RELATION_FORMERLY_AT, role->person, firm, role->span);
  else if (role->post) lt_relate_entities(x, LT_RELATION_WORKS_AT, role->person, firm, role->span);
}

/* JOB-14: where nobody is said to make it, its name stands for its firm: Monica创始人 */
static void relate_makers_of(lt_relator *x, const lt_role *role, uint32_t model) {
  if (x->makers[model] == 0 && role->founder) lt_relate_entities(x, LT_RELATION_FOUNDED, role->person, model, role->span);
  for (uint32_t i = x->makers[model]; i; i = x->makings.at[i - 1].before) relate_role(x, role, x->r->relations.at[i - 1].subject);
}

/* JOB-15 */
static bool is_of_last_firm(lt_relator *x, const lt_role *role) {
  enum { BACK = 20 };
  if (!lt_slice_starts_with(lt_reading_cut(x->r, role->span), LT_SLICE("后者"))) return false;
  uint32_t here = lt_reading_mention_at(x->r, role->span.begin);
  for (uint32_t n = 1; n <= BACK && n <= here; n++) {
    uint32_t firm = x->r->mentions.at[here - n].entity;
    if (x->r->entities.at[firm].kind != LT_NAME_COMPANY) continue;
    relate_role(x, role, firm);
    return true;
  }
  return false;
}

/* JOB-12; false if the title names nobody's. */
static bool names_firm(lt_relator *x, const lt_role *role) {
  const lt_reading *r = x->r;
  bool named = false;
  for (uint32_t i = lt_reading_mention_at(r, role->span.begin); i < r->mentions.count && r->mentions.at[i].span.end <= role->span.end; i++) {
    uint32_t entity = r->mentions.at[i].entity;
    lt_name_kind kind = r->entities.at[entity].kind;
    if (kind == LT_NAME_MODEL) relate_makers_of(x, role, entity);
    if (kind == LT_NAME_COMPANY || kind == LT_NAME_ORGANIZATION) relate_role(x, role, entity);
    named = named || kind != LT_NAME_PERSON;
  }
  return named;
}

void lt_relate_roles(lt_relator *x) {
  for (uint32_t i = 0; i < x->r->roles.count; i++) {
    const lt_role *role = &x->r->roles.at[i];
    if (names_firm(x, role) || is_of_last_firm(x, role) || !role->founder) continue;
    uint32_t topic = lt_topic(x->r, role->span.begin);
    if (topic < x->r->mentions.count) relate_role(x, role, x->r->mentions.at[topic].entity); /* JOB-13 */
  }
}
