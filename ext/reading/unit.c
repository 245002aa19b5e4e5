/* Cutting a sentence into units, and the small questions relations ask of it. */
#include "reading/unit.h"

#include "reading/name_shape.h"

static lt_unit_sort sort_of(lt_name_kind kind) {
  if (kind == LT_NAME_PERSON) return LT_UNIT_PERSON;
  if (kind == LT_NAME_MODEL) return LT_UNIT_MODEL;
  return kind == LT_NAME_GROUP ? LT_UNIT_GROUP : LT_UNIT_FIRM;
}

/* Only what joins names in a list: 、和与及以及 and quotation marks. */
static bool is_list_gap(lt_slice gap) {
  bool joined = false;
  if (gap.length > 6) return false;
  for (uint32_t i = 0; i < gap.length; i++) {
    lt_char c = gap.at[i];
    bool joins = c == u'、' || c == u'和' || c == u'与' || c == u'及' || c == u'以' || c == '/';
    if (!joins && c != u'“' && c != u'”' && c != u'「' && c != u'」' && c != ' ') return false;
    joined = joined || joins;
  }
  return joined;
}

void lt_units_of_sentence(const lt_reading *r, uint32_t sentence, lt_units *units) {
  lt_span where = r->document->sentences.at[sentence].span;
  units->count = 0;
  for (uint32_t i = lt_reading_mention_at(r, where.begin); i < r->mentions.count && r->mentions.at[i].span.end <= where.end; i++) {
    const lt_mention *m = &r->mentions.at[i];
    lt_unit_sort sort = sort_of(r->entities.at[m->entity].kind);
    lt_unit *last = units->count ? &units->at[units->count - 1] : NULL;
    bool parent = last && sort == LT_UNIT_FIRM && last->span.end == m->span.begin; /* 阿里通义实验室 */
    if (last && last->sort == sort && (parent || is_list_gap(lt_reading_cut(r, (lt_span){last->span.end, m->span.begin})))) {
      last->last = i;
      last->span.end = m->span.end;
    } else {
      *LT_PUSH(r->arena, units) = (lt_unit){sort, i, i, m->span};
    }
  }
}

const lt_unit *lt_unit_before(const lt_units *units, uint32_t place, lt_unit_sort sort) {
  for (uint32_t i = units->count; i-- > 0;) {
    if (units->at[i].span.end <= place && units->at[i].sort == sort) return &units->at[i];
  }
  return NULL;
}

const lt_unit *lt_unit_after(const lt_units *units, uint32_t place, lt_unit_sort sort) {
  for (uint32_t i = 0; i < units->count; i++) {
    if (units->at[i].span.begin >= place && units->at[i].sort == sort) return &units->at[i];
  }
  return NULL;
}

bool lt_stands_between(const lt_reading *r, uint32_t begin, uint32_t end, lt_char c) {
  return begin < end && lt_slice_index(lt_reading_cut(r, (lt_span){begin, end}), c) < end - begin;
}

bool lt_is_unreal(const lt_reading *r, lt_span sentence, uint32_t place) {
  enum { NEAR = 6 };
  uint32_t from = place > sentence.begin + NEAR ? place - NEAR : sentence.begin;
  const lt_hit *hit = lt_reading_find_cue(r, (lt_span){from, place}, LT_CUE_UNREAL);
  return hit && !lt_stands_between(r, hit->begin, place, u'，');
}

void lt_relate_entities(lt_reading *r, lt_relation_kind kind, uint32_t subject, uint32_t object, lt_span where) {
  if (subject == object) return;
  bool either_way = kind == LT_RELATION_PARTNERS_WITH || kind == LT_RELATION_COMPETES_WITH;
  for (uint32_t i = 0; i < r->relations.count; i++) {
    const lt_relation *x = &r->relations.at[i];
    if (x->kind != kind) continue;
    if ((x->subject == subject && x->object == object) || (either_way && x->subject == object && x->object == subject)) return;
  }
  *LT_PUSH(r->arena, &r->relations) = (lt_relation){subject, object, kind, lt_reading_sentence_of(r, where.begin), where};
}

void lt_relate(lt_reading *r, lt_relation_kind kind, const lt_unit *subjects, const lt_unit *objects) {
  lt_span where = {subjects->span.begin < objects->span.begin ? subjects->span.begin : objects->span.begin,
                   subjects->span.end > objects->span.end ? subjects->span.end : objects->span.end};
  for (uint32_t i = subjects->first; i <= subjects->last; i++) {
    for (uint32_t j = objects->first; j <= objects->last; j++) {
      lt_relate_entities(r, kind, r->mentions.at[i].entity, r->mentions.at[j].entity, where);
    }
  }
}
