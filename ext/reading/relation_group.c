/* Who belongs to a group: whom the text tells of (group.c), and
**
**   GROUP-10  members that the vocabulary knows and the article names: BAT → 百度, 阿里巴巴, 腾讯 */
#include "reading/relator.h"

static lt_slice take_name(lt_slice *list) {
  uint32_t end = lt_slice_index(*list, '|');
  lt_slice name = {list->at, end};
  uint32_t step = end < list->length ? end + 1 : end;
  *list = (lt_slice){list->at + step, list->length - step};
  return name;
}

/* GROUP-10 */
static void known_members(lt_relator *x, uint32_t group) {
  const lt_entity *e = &x->r->entities.at[group];
  if (!e->known) return;
  lt_slice list = lt_lexicon_name(x->r->lexicon, e->lexicon_name).names;
  while (list.length) {
    uint32_t member = lt_relator_player(x, take_name(&list));
    if (member < x->r->entities.count) lt_relate_entities(x, LT_RELATION_MEMBER_OF, member, group, e->first);
  }
}

void lt_relate_groups(lt_relator *x) {
  for (uint32_t i = 0; i < x->r->group_members.count; i++) {
    const lt_group_member *told = &x->r->group_members.at[i];
    lt_relate_entities(x, LT_RELATION_MEMBER_OF, told->member, told->group, told->span);
  }
  for (uint32_t i = 0; i < x->r->entities.count; i++) {
    if (x->r->entities.at[i].kind == LT_NAME_GROUP) known_members(x, i);
  }
}
