/* Forms that the article itself says are one name.
**
**   ALIAS-1  望舟人工智能研究院（下称“望舟院”）, （简称“云桥”）, （以下简称云桥）
**   ALIAS-2  a name in brackets behind a name, one of them Latin: 望舟科技（Vessel Tech）, Meta（脸书） */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"

static bool is_quote(lt_char c) { return c == u'“' || c == u'”' || c == u'「' || c == u'」' || c == '"'; }

static uint32_t closing(const lt_reading *r, const lt_sentence *s, uint32_t open) {
  for (uint32_t i = open + 1; i < s->span.end && i < open + 40; i++) {
    if (lt_reading_char(r, i) == u'）' || lt_reading_char(r, i) == ')') return i;
  }
  return 0;
}

static bool could_be_form(const lt_reading *r, lt_span span) {
  if (span.end < span.begin + 2 || lt_span_length(span) > 24) return false;
  for (uint32_t i = span.begin; i < span.end; i++) {
    if (!lt_is_name_character(lt_reading_char(r, i)) && lt_reading_char(r, i) != ' ') return false;
  }
  return true;
}

static bool is_latin_name(const lt_reading *r, lt_span span) {
  for (uint32_t i = span.begin; i < span.end; i++) {
    if (lt_char_is_han(lt_reading_char(r, i))) return false;
  }
  return lt_char_is_letter(lt_reading_char(r, span.begin)) && !lt_char_is_lower(lt_reading_char(r, span.begin));
}

static lt_span inside(const lt_reading *r, uint32_t open, uint32_t close) {
  lt_span span = {open + 1, close};
  const lt_hit *called = lt_reading_cue_here(r, span.begin, LT_CUE_CALLED);
  if (called) span.begin += called->length;
  while (span.begin < span.end && is_quote(lt_reading_char(r, span.begin))) span.begin++;
  while (span.end > span.begin && is_quote(lt_reading_char(r, span.end - 1))) span.end--;
  return span;
}

static void try_bracket(lt_finder *f, const lt_sentence *s, uint32_t open) {
  lt_reading *r = f->r;
  uint32_t close = closing(r, s, open);
  uint32_t name_end = open > s->span.begin && is_quote(lt_reading_char(r, open - 1)) ? open - 1 : open;
  const lt_candidate *named = close ? lt_candidate_before(f, name_end) : NULL;
  if (named == NULL) return;
  lt_candidate first = *named;
  bool called = lt_reading_cue_here(r, open + 1, LT_CUE_CALLED) != NULL;
  lt_span form = inside(r, open, close);
  if (!could_be_form(r, form) || !(called || is_latin_name(r, form) != is_latin_name(r, first.span))) return;
  if (!called && !is_latin_name(r, form)) return;
  *LT_PUSH(r->arena, &f->same) = (lt_same){first.span, form, first.kind};
}

void lt_find_aliases(lt_finder *f) {
  for (uint32_t i = 0; i < f->r->document->sentences.count; i++) {
    const lt_sentence *s = &f->r->document->sentences.at[i];
    for (uint32_t place = s->span.begin; (place = lt_text_next_mark(f->r->text, place, s->span.end)) < s->span.end; place++) {
      if (lt_reading_char(f->r, place) == u'（' || lt_reading_char(f->r, place) == '(') try_bracket(f, s, place);
    }
  }
  for (uint32_t i = 0; i < f->same.count; i++) lt_found(f, f->same.at[i].second, f->same.at[i].kind, LT_SURE_SHAPE, LT_NOT_KNOWN);
}
