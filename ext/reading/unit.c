/* Cutting a sentence into units. */
#include "reading/unit.h"

static lt_unit_sort sort_of(lt_name_kind kind) {
  if (kind == LT_NAME_PERSON) return LT_UNIT_PERSON;
  if (kind == LT_NAME_MODEL) return LT_UNIT_MODEL;
  return kind == LT_NAME_GROUP ? LT_UNIT_GROUP : LT_UNIT_FIRM;
}

static bool joins(lt_char c) { return c == u'、' || c == u'和' || c == u'与' || c == u'及' || c == u'以' || c == '/'; }

static bool is_mark(lt_char c) { return c == u'“' || c == u'”' || c == u'「' || c == u'」' || c == ' '; }

/* Behind a bracket that opens the gap: a code or a second name (600000.SH) is no part of the list. */
static lt_slice behind_bracket(lt_slice gap) {
  if (gap.length == 0 || (gap.at[0] != u'（' && gap.at[0] != '(')) return gap;
  uint32_t close = lt_slice_index(gap, gap.at[0] == '(' ? ')' : u'）');
  return close < gap.length ? (lt_slice){gap.at + close + 1, gap.length - close - 1} : gap;
}

/* Only what joins names in a list: 、和与及以及, quotation marks, what a bracket adds to the name before. */
static bool is_list_gap(lt_slice gap) {
  enum { WIDEST = 24, PLAIN = 6 };
  bool joined = false;
  if (gap.length > WIDEST) return false;
  gap = behind_bracket(gap);
  if (gap.length > PLAIN) return false;
  for (uint32_t i = 0; i < gap.length; i++) {
    if (!joins(gap.at[i]) && !is_mark(gap.at[i])) return false;
    joined = joined || joins(gap.at[i]);
  }
  return joined;
}

/* 东江云桥实验室: parent and child are one unit too. But a firm in somebody's title is none of the list: 东江集团和云桥科技创始人周岚. */
static bool goes_on(const lt_reading *r, const lt_unit *last, lt_unit_sort sort, lt_span mention) {
  if (last->sort != sort) return false;
  const lt_role *role = sort == LT_UNIT_FIRM ? lt_role_around(r, mention) : NULL;
  if (role && role->span.begin > last->span.begin) return false;
  bool parent = sort == LT_UNIT_FIRM && last->span.end == mention.begin;
  return parent || is_list_gap(lt_reading_cut(r, (lt_span){last->span.end, mention.begin}));
}

static void link_neighbours(lt_unit_list *units) {
  uint32_t nearest[LT_UNIT_SORTS] = {0};
  for (uint32_t i = 0; i < units->count; i++) {
    memcpy(units->at[i].before, nearest, sizeof nearest);
    nearest[units->at[i].sort] = i + 1;
  }
  memset(nearest, 0, sizeof nearest);
  for (uint32_t i = units->count; i-- > 0;) {
    memcpy(units->at[i].after, nearest, sizeof nearest);
    nearest[units->at[i].sort] = i + 1;
  }
}

lt_unit lt_unit_of(const lt_reading *r, uint32_t mention) {
  const lt_mention *m = &r->mentions.at[mention];
  return (lt_unit){.sort = sort_of(r->entities.at[m->entity].kind), .first = mention, .last = mention, .span = m->span};
}

void lt_units_of_sentence(const lt_reading *r, uint32_t sentence, lt_unit_list *units) {
  lt_span where = r->document->sentences.at[sentence].span;
  units->count = 0;
  for (uint32_t i = lt_reading_mention_at(r, where.begin); i < r->mentions.count && r->mentions.at[i].span.end <= where.end; i++) {
    lt_unit unit = lt_unit_of(r, i), *last = units->count ? &units->at[units->count - 1] : NULL;
    if (last && goes_on(r, last, unit.sort, unit.span)) {
      last->last = i;
      last->span.end = unit.span.end;
    } else {
      *LT_PUSH(r->arena, units) = unit;
    }
  }
  link_neighbours(units);
}

/* How many units end at or before a place, for they stand in order and apart. */
static uint32_t ended(const lt_unit_list *units, uint32_t place) {
  uint32_t low = 0;
  LT_BISECT(low, units->count, units->at[i].span.end <= place);
  return low;
}

const lt_unit *lt_unit_before(const lt_unit_list *units, uint32_t place, lt_unit_sort sort) {
  uint32_t count = ended(units, place);
  if (count == 0) return NULL;
  const lt_unit *last = &units->at[count - 1];
  if (last->sort == sort) return last;
  return last->before[sort] ? &units->at[last->before[sort] - 1] : NULL;
}

const lt_unit *lt_unit_after(const lt_unit_list *units, uint32_t place, lt_unit_sort sort) {
  uint32_t i = ended(units, place);
  if (i < units->count && units->at[i].span.begin < place) i++;
  if (i >= units->count) return NULL;
  const lt_unit *first = &units->at[i];
  if (first->sort == sort) return first;
  return first->after[sort] ? &units->at[first->after[sort] - 1] : NULL;
}
