/* The relation stage: sentence by sentence, each sort of relation in a file of its own; then what follows from roles and groups. */
#include "reading/relation.h"

#include "reading/relator.h"

static void give_developers(lt_reading *r) {
  for (uint32_t i = 0; i < r->relations.count; i++) {
    const lt_relation *x = &r->relations.at[i];
    if (x->kind != LT_RELATION_DEVELOPS) continue;
    lt_entity *model = &r->entities.at[x->object];
    *LT_PUSH(r->arena, &model->developers) = r->entities.at[x->subject].name;
  }
}

static int in_reading_order(const void *left, const void *right) {
  const lt_relation *a = left, *b = right;
  if (a->span.begin != b->span.begin) return a->span.begin < b->span.begin ? -1 : 1;
  if (a->span.end != b->span.end) return a->span.end < b->span.end ? -1 : 1;
  if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
  if (a->subject != b->subject) return a->subject < b->subject ? -1 : 1;
  return a->object < b->object ? -1 : a->object > b->object;
}

void lt_relations_read(lt_reading *r) {
  lt_relator x;
  if (!lt_relator_open(&x, r)) return;
  for (uint32_t i = 0; i < r->document->sentences.count; i++) {
    lt_relator_turn_to(&x, i);
    lt_relate_makers(&x);
    lt_relate_jobs(&x);
    lt_relate_deals(&x);
  }
  lt_share_makers_with_versions(&x);
  lt_relate_roles(&x);
  lt_relate_groups(&x);
  lt_forget_past_jobs(&x);
  LT_SORT(&r->relations, in_reading_order);
  give_developers(r);
}
