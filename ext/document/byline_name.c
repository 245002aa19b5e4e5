/* Names of bylines: cleaned of the marks round them, told from words that are nobody's, and noted. */
#include "base/char.h"
#include "document/byline.h"

enum { NAME_LONGEST = 24, AUTHORS_LONGEST = 48 };

/* 池炜恒（池化） */
static bool closes_own_bracket(lt_slice s) {
  lt_char last = s.at[s.length - 1];
  return (last == u'）' && lt_slice_index(s, u'（') < s.length) || (last == ')' && lt_slice_index(s, '(') < s.length);
}

lt_slice lt_byline_trim(lt_slice s) {
  static const lt_char marks[] = u"：:|｜丨/／︱│,，、·。“”\"()（）[]【】<>《》-—";
  lt_slice t = lt_slice_trim(s);
  for (bool again = true; again && t.length;) {
    again = false;
    for (const lt_char *m = marks; *m && t.length; m++) {
      if (t.at[0] == *m) t = lt_slice_trim((lt_slice){t.at + 1, t.length - 1}), again = true;
      else if (t.at[t.length - 1] == *m && !closes_own_bracket(t)) t = lt_slice_trim((lt_slice){t.at, t.length - 1}), again = true;
    }
  }
  return t;
}

bool lt_byline_has_letter(lt_slice s) {
  for (uint32_t i = 0; i < s.length; i++) {
    if (lt_char_is_han(s.at[i]) || lt_char_is_letter(s.at[i])) return true;
  }
  return false;
}

bool lt_byline_author(lt_byline *r, lt_slice name) {
  name = lt_byline_trim(name);
  if (name.length < 2 || name.length > AUTHORS_LONGEST || !lt_byline_has_letter(name)) return false;
  if (r->document->author.at == NULL) r->document->author = name;
  return true;
}

bool lt_byline_is_stray(const lt_page *page, lt_slice word) {
  lt_term term;
  return lt_lexicon_find(page->lexicon, word, LT_WORD_BYLINE_STRAY, &term);
}

bool lt_byline_publisher(lt_byline *r, lt_slice name, lt_plainness how) {
  name = lt_byline_trim(name);
  if (name.length < 2 || name.length > NAME_LONGEST || !lt_byline_has_letter(name) || lt_byline_is_stray(r->page, name)) return false;
  if (how < r->publisher) {
    r->document->publisher = name;
    r->publisher = how;
  }
  return true;
}

static bool is_known(const lt_page *page, lt_slice name, lt_name *found) {
  lt_term term;
  if (!lt_lexicon_find(page->lexicon, name, LT_CUE_CLASSES, &term)) return false;
  *found = lt_lexicon_name(page->lexicon, (uint32_t)term.value);
  return true;
}

bool lt_byline_is_outlet(const lt_page *page, lt_slice name) {
  lt_name known;
  lt_term term;
  if (is_known(page, name, &known)) return known.kind == LT_NAME_COMPANY || known.kind == LT_NAME_ORGANIZATION;
  for (uint32_t length = 1; length <= 3 && length < name.length; length++) {
    if (lt_lexicon_find(page->lexicon, (lt_slice){name.at + name.length - length, length}, LT_WORD_OUTLET_SUFFIX, &term)) return true;
  }
  return false;
}

bool lt_byline_is_person(const lt_page *page, lt_slice name) {
  lt_name known;
  if (is_known(page, name, &known)) return known.kind == LT_NAME_PERSON;
  lt_term surname;
  for (uint32_t i = 0; i < name.length; i++) {
    if (!lt_char_is_han(name.at[i])) return false;
  }
  return name.length >= 2 && name.length <= 3 && lt_lexicon_find(page->lexicon, (lt_slice){name.at, 1}, LT_WORD_SURNAME, &surname);
}
