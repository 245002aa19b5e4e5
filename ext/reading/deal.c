/* See deal.h. */
#include "reading/deal.h"

#include "reading/topic.h"

enum { FAR = 40, DESCRIBED = 16 };

const lt_unit *lt_firms_before(const lt_relator *x, uint32_t place) {
  const lt_unit *firms = lt_unit_before(&x->units, place, LT_UNIT_FIRM);
  bool near = firms && place - firms->span.end <= FAR && firms->span.end > lt_clause_start(x, place);
  return near ? firms : NULL;
}

const lt_unit *lt_firms_after(const lt_relator *x, uint32_t place) {
  const lt_unit *firms = lt_unit_after(&x->units, place, LT_UNIT_FIRM);
  bool near = firms && firms->span.begin - place <= FAR && firms->span.begin < lt_clause_end(x, place);
  return near ? firms : NULL;
}

bool lt_firms_acting(const lt_relator *x, uint32_t place, lt_unit *firms) {
  const lt_unit *named = lt_firms_before(x, place);
  uint32_t topic = named ? 0 : lt_topic(x->r, place);
  if (!named && topic == x->r->mentions.count) return false;
  *firms = named ? *named : lt_unit_of(x->r, topic);
  return true;
}

bool lt_is_introduced(const lt_relator *x, uint32_t place, lt_slice by, uint32_t *where) {
  const lt_unit *other = lt_firms_before(x, place);
  uint32_t start = other ? other->span.end : lt_clause_start(x, place);
  for (uint32_t n = 1; n <= DESCRIBED && place >= start + n; n++) {
    *where = place - n;
    if (lt_is_one_of(x->r->text->clean[*where], by)) return true;
  }
  return false;
}
