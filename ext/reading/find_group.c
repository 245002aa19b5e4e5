/* Groups of players that a text names in its own words. (Who belongs to them: group.c.)
**
**   GROUP-1  a firm's or a university's name and 系: 清华系, 阿里系; not 清华系统
**   GROUP-2  第一梯队, 第二阵营
**   GROUP-3  a name in quotation marks that counts its members, where a group is told: 并称“三剑客”, “三船一桥”的格局 */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/group.h"

static bool is_one_of(lt_char c, lt_slice set) { return lt_slice_index(set, c) < set.length; }

/* GROUP-1 */
static void of_name(lt_finder *f, const lt_candidate *c) {
  const lt_reading *r = f->r;
  if ((c->kind != LT_NAME_COMPANY && c->kind != LT_NAME_ORGANIZATION) || lt_reading_char(r, c->span.end) != u'系') return;
  if (is_one_of(lt_reading_char(r, c->span.end + 1), LT_SLICE("统列数主教学毕副院办"))) return;
  lt_found(f, (lt_span){c->span.begin, c->span.end + 1}, LT_NAME_GROUP, LT_SURE_EXTENDED, LT_NOT_KNOWN);
}

/* GROUP-2 */
static void of_rank(lt_finder *f, const lt_hit *head) {
  const lt_reading *r = f->r;
  if (head->begin < 2 || lt_reading_char(r, head->begin - 2) != u'第' || !is_one_of(lt_reading_char(r, head->begin - 1), LT_SLICE("一二三四"))) return;
  lt_span span = {head->begin - 2, head->begin + head->length};
  if (lt_sentence_around(r, span)) lt_found(f, span, LT_NAME_GROUP, LT_SURE_SHAPE, LT_NOT_KNOWN);
}

uint32_t lt_group_counts(lt_slice name) {
  static const lt_char digits[] = u"一二三四五六七八九十";
  uint32_t count = 0;
  for (uint32_t i = 0; i < name.length; i++) {
    uint32_t digit = lt_slice_index((lt_slice){digits, 10}, name.at[i]);
    if (digit < 10) count += digit + 1;
    else if (name.at[i] == u'双' || name.at[i] == u'两') count += 2;
  }
  return count;
}

static bool is_told(const lt_reading *r, lt_span quote) {
  enum { FAR = 6 };
  uint32_t from = quote.begin > FAR ? quote.begin - 1 - FAR : 0;
  const lt_hit *before = lt_cue_before(r, from, quote.begin - 1, LT_CUE_GROUPING);
  const lt_hit *behind = lt_reading_find_cue(r, (lt_span){quote.end + 1, quote.end + 1 + FAR}, LT_CUE_GROUPING);
  return (before && lt_reading_term(r, before).value == 1) || (behind && lt_reading_term(r, behind).value == 2);
}

/* GROUP-3 */
static void of_count(lt_finder *f, lt_span quote) {
  enum { SHORTEST = 2, LONGEST = 8 };
  const lt_reading *r = f->r;
  lt_slice name = lt_reading_cut(r, quote);
  if (name.length < SHORTEST || name.length > LONGEST || lt_group_counts(name) < 2 || quote.begin == 0 || !is_told(r, quote)) return;
  for (uint32_t i = 0; i < name.length; i++) {
    if (!lt_char_is_han(name.at[i]) && !lt_char_is_latin(name.at[i])) return;
  }
  lt_found(f, quote, LT_NAME_GROUP, LT_SURE_SHAPE, LT_NOT_KNOWN);
}

void lt_find_groups(lt_finder *f) {
  for (uint32_t i = 0; i < f->known; i++) {
    lt_candidate known = f->candidates.at[i];
    of_name(f, &known);
  }
  for (uint32_t i = 0; i < f->r->cues.count; i++) {
    if (f->r->cues.at[i].class == LT_CUE_CAMP_HEAD) of_rank(f, &f->r->cues.at[i]);
  }
  for (uint32_t i = 0; i < f->r->quotes.count; i++) of_count(f, f->r->quotes.at[i].span);
}
