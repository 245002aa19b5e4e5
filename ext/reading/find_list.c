/* Firms named in a list that says what they are.
**
**   LIST-1  街舟、小舟、怪舟、来舟4家头部企业; 望舟、远帆等造车新势力: two or more short names before 等, 在内的 or a number and 家, and a noun
**           for firms, a description between them at most. A member that is an ordinary word or a description ends the list */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"

enum { SHORTEST = 2, LONGEST = 6, MEMBERS = 16 };

/* Where the list ends: before the description, the number with 家, and 等. */
static uint32_t list_end(const lt_reading *r, const lt_sentence *s, uint32_t head) {
  uint32_t end = head;
  for (uint32_t n = 8; n > 0 && end == head; n--) {
    if (head >= s->span.begin + n && lt_is_generic(r->lexicon, lt_reading_cut(r, (lt_span){head - n, head}))) end = head - n;
  }
  if (end > s->span.begin && lt_reading_char(r, end - 1) == u'家') {
    end--;
    while (end > s->span.begin && (lt_char_is_digit(lt_reading_char(r, end - 1)) || lt_is_word(r->lexicon, lt_reading_cut(r, (lt_span){end - 1, end}), LT_WORD_COUNT_DIGIT))) end--;
  }
  for (uint32_t n = 6; n > 0; n--) { /* 等, 在内的, 等为代表的 */
    if (end < s->span.begin + n) continue;
    lt_term term;
    if (lt_lexicon_find(r->lexicon, lt_reading_cut(r, (lt_span){end - n, end}), LT_WORD_CAMP_LINK, &term) && term.value == 1) return end - n;
  }
  return end;
}

static bool is_edge(lt_char c) { return !lt_is_name_character(c); }

static bool could_be_member(const lt_reading *r, lt_span name) {
  lt_slice text = lt_reading_cut(r, name);
  if (text.length < SHORTEST || text.length > LONGEST || lt_is_generic(r->lexicon, text) || lt_holds_generic(r->lexicon, text)) return false;
  for (uint32_t i = 0; i < text.length; i++) {
    if (!lt_is_name_character(text.at[i]) || lt_is_function(r->lexicon, text.at[i])) return false;
  }
  return !lt_is_word(r->lexicon, text, LT_WORD_NOT_PERSON);
}

/* Members from the last to the first; how many. The first begins behind an edge or a word that stands before names. */
static uint32_t members_before(const lt_finder *f, const lt_sentence *s, uint32_t end, lt_span members[MEMBERS]) {
  const lt_reading *r = f->r;
  uint32_t count = 0;
  while (count < MEMBERS) {
    uint32_t begin = end;
    while (begin > s->span.begin && !is_edge(lt_reading_char(r, begin - 1)) && end - begin <= LONGEST && !lt_is_function(r->lexicon, lt_reading_char(r, begin - 1)) &&
           !lt_cue_before(r, begin > s->span.begin + 6 ? begin - 6 : s->span.begin, begin, LT_CUE_BOUNDARY)) begin--;
    if (!lt_known_before(f, end) && !could_be_member(r, (lt_span){begin, end})) break;
    members[count++] = (lt_span){begin, end};
    if (begin == s->span.begin || lt_reading_char(r, begin - 1) != u'、') break;
    end = begin - 1;
  }
  return count;
}

static void try_head(lt_finder *f, const lt_hit *head) {
  const lt_reading *r = f->r;
  const lt_sentence *s = lt_sentence_around(r, lt_hit_span(head));
  lt_span members[MEMBERS];
  if (s == NULL || !lt_is_word(r->lexicon, lt_reading_cut(r, lt_hit_span(head)), LT_WORD_FIRM_NOUN)) return;
  uint32_t end = list_end(r, s, head->begin), count = members_before(f, s, end, members);
  bool counted = end < head->begin && !lt_is_generic(r->lexicon, lt_reading_cut(r, (lt_span){end, head->begin}));
  for (uint32_t i = 0; counted && count > 1 && i < count; i++) {
    if (!lt_known_before(f, members[i].end)) lt_found(f, members[i], LT_NAME_COMPANY, LT_SURE_SHAPE, LT_NOT_KNOWN);
  }
}

void lt_find_lists(lt_finder *f) {
  for (uint32_t i = 0; i < f->r->cues.count; i++) {
    if (f->r->cues.at[i].class == LT_CUE_CAMP_HEAD) try_head(f, &f->r->cues.at[i]);
  }
}
