/* Who belongs to a group.
**
**   GROUP-1  members that the vocabulary knows and the article names: BAT → 百度, 阿里巴巴, 腾讯
**   GROUP-2  “AI四小龙”之一的商汤科技; 云桥科技是“三剑客”之一 */
#include "reading/relator.h"

static lt_slice take_name(lt_slice *list) {
  uint32_t end = lt_slice_index(*list, '|');
  lt_slice name = {list->at, end};
  uint32_t step = end < list->length ? end + 1 : end;
  *list = (lt_slice){list->at + step, list->length - step};
  return name;
}

/* GROUP-1 */
static void known_members(lt_relator *x, uint32_t group) {
  const lt_entity *e = &x->r->entities.at[group];
  if (!e->known) return;
  lt_slice list = lt_lexicon_name(x->r->lexicon, e->lexicon_name).names;
  while (list.length) {
    uint32_t member = lt_relator_player(x, take_name(&list));
    if (member < x->r->entities.count) lt_relate_entities(x, LT_RELATION_MEMBER_OF, member, group, e->first);
  }
}

/* GROUP-2 */
static void stated_member(lt_relator *x, uint32_t i) {
  const lt_reading *r = x->r;
  const lt_mention *group = &r->mentions.at[i];
  uint32_t place = group->span.end + lt_is_one_of(r->text->clean[group->span.end], LT_SLICE("”」"));
  lt_slice rest = {r->text->clean + place, r->text->length - place};
  if (!lt_slice_starts_with(rest, LT_SLICE("之一"))) return;
  bool follows = rest.length > 2 && rest.at[2] == u'的' && i + 1 < r->mentions.count && r->mentions.at[i + 1].span.begin == place + 3;
  bool leads = i > 0 && r->mentions.at[i - 1].sentence == group->sentence;
  if (!follows && !leads) return;
  uint32_t member = follows ? i + 1 : i - 1;
  lt_relate_entities(x, LT_RELATION_MEMBER_OF, r->mentions.at[member].entity, group->entity, group->span);
}

void lt_relate_groups(lt_relator *x) {
  for (uint32_t i = 0; i < x->r->mentions.count; i++) {
    if (x->r->entities.at[x->r->mentions.at[i].entity].kind == LT_NAME_GROUP) stated_member(x, i);
  }
  for (uint32_t i = 0; i < x->r->entities.count; i++) {
    if (x->r->entities.at[i].kind == LT_NAME_GROUP) known_members(x, i);
  }
}
