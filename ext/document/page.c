/* What a line is by itself: how many words and sentences it has, what shape, which of the words that tell furniture stand where
** they count, and whether it is a copy of an earlier line. One walk over the characters and the cues of the page. */
#include "document/page.h"

#include "base/char.h"

enum {
  LABEL_LONGEST = 60,  /* characters of a line that a word anywhere in it may condemn */
  LABEL_HEAD = 4,      /* characters before a word that is the end of a label: 新浪|声明 */
  ENDING_LONGEST = 20, /* characters of a line that the word at its end may condemn */
  ADDRESS_LABEL = 40,  /* characters that may stand before a URL in a line that is one */
  MENU_WORDS = 4,      /* so many words of at most MENU_WORD characters make a menu */
  MENU_WORD = 6,
  MENU_BROKEN = 1000,  /* words of a line that has other marks or longer words: more than a short line can have */
  PROSE_WORDS = 40,    /* so many words are prose even without an end mark */
  COPY_ALONE = 40,     /* characters of a line that is a copy wherever it stands */
  COPY_LINES = 2,      /* lines of prose in a row */
  COPY_LENGTH = 80
};

static bool is_mark(lt_char c) { return !lt_char_is_han(c) && !lt_char_is_latin(c); }

static bool closes_behind_end(lt_char c) {
  return is_mark(c) && (lt_char_is_any_of(c, u"”’」』）)】》\"") || lt_char_is_space(c));
}

static lt_slice without_closers(lt_slice s) {
  while (s.length && closes_behind_end(s.at[s.length - 1])) s.length--;
  return s;
}

static bool ends_with_mark(lt_slice line) {
  lt_slice s = without_closers(line);
  lt_char last = s.length ? s.at[s.length - 1] : 0, before = s.length > 1 ? s.at[s.length - 2] : 0;
  if (lt_char_ends_sentence(last) || last == u'…' || last == '~' || last == u'～') return true;
  return last == '.' && lt_char_is_letter(before);
}

/* …第一。（中文榜也是）: the sentence ended before the bracket. */
static lt_slice without_bracket(lt_slice s) {
  if (s.length == 0 || (s.at[s.length - 1] != u'）' && s.at[s.length - 1] != ')')) return s;
  uint32_t open = s.length;
  while (open > 0 && s.at[open - 1] != u'（' && s.at[open - 1] != '(') open--;
  return open > 1 ? (lt_slice){s.at, open - 1} : s;
}

static bool ends_sentence(lt_slice line) { return ends_with_mark(line) || ends_with_mark(without_bracket(line)); }

static bool goes_on(lt_slice s) {
  lt_char last = s.length ? s.at[s.length - 1] : 0;
  return last && lt_char_is_any_of(last, u"：:—；;，,、");
}

static bool is_comma(lt_char c) { return c == u'，' || c == u'、' || c == u'；' || c == u'：' || c == ',' || c == ';' || c == ':'; }

/* The end of the run of Latin letters and digits that begins here. */
static uint32_t end_of_word(lt_slice s, uint32_t i) {
  while (i < s.length && lt_char_is_latin(s.at[i])) i++;
  return i;
}

/* A URL with at most a label before it and a mark or two behind. at: where :// or www. stands. */
static bool is_address(lt_slice line, uint32_t at) {
  uint32_t rest = at;
  for (uint32_t i = 0; i < at; i++) {
    if (line.at[i] == u'，' || line.at[i] == u'。') return false;
  }
  while (rest < line.length && line.at[rest] > ' ' && line.at[rest] < 127) rest++;
  return at < ADDRESS_LABEL && line.length - rest < 10;
}

/* Does an address begin to show here: ://, www. */
static bool shows_address(lt_slice s, uint32_t i) {
  lt_slice rest = {s.at + i, s.length - i};
  return lt_slice_starts_with(rest, LT_SLICE("://")) || lt_slice_starts_with(rest, LT_SLICE("www."));
}

static bool is_digit_or(lt_char c, const char *marks) { return lt_char_is_digit(c) || (c && c < 128 && strchr(marks, (char)c)); }

/* 2023-06-05, 2023/6/5, 2023.06.05, 2023年6月5日 */
static bool has_date_at(lt_slice s, uint32_t i) {
  uint32_t p = i + 4;
  if (p + 3 >= s.length || !(s.at[i] == '1' || s.at[i] == '2')) return false;
  for (uint32_t k = i; k < p; k++) {
    if (!lt_char_is_digit(s.at[k])) return false;
  }
  if (!is_digit_or(s.at[p], "-/.") && s.at[p] != u'年') return false;
  if (!lt_char_is_digit(s.at[p + 1])) return false;
  p += lt_char_is_digit(s.at[p + 2]) ? 3 : 2;
  return p + 1 < s.length && (is_digit_or(s.at[p], "-/.") || s.at[p] == u'月') && lt_char_is_digit(s.at[p + 1]);
}

/* 3楼, 121跟: digits and one character, as lists of posts have them. */
static bool is_count(lt_slice s) {
  if (s.length < 2 || s.length > 5) return false;
  return lt_char_is_digit(s.at[0]) && lt_char_is_digit(s.at[s.length - 2]) && lt_char_is_han(s.at[s.length - 1]);
}

static bool is_arrow(lt_char c) { return lt_char_is_any_of(c, u">→»›"); }

static bool parts_menu(lt_char c) { return is_mark(c) && (lt_char_is_space(c) || is_arrow(c) || lt_char_is_any_of(c, u"|｜/·")); }

/* 首页 财经 科技 汽车; 首页 > 科技 > 正文, where two arrows are enough. */
static bool is_menu(lt_slice s) {
  uint32_t words = 0, length = 0, arrows = 0;
  for (uint32_t i = 0; i <= s.length; i++) {
    if (i < s.length && !parts_menu(s.at[i])) {
      length++;
      if (is_mark(s.at[i]) || length > MENU_WORD) words = MENU_BROKEN;
      continue;
    }
    arrows += i < s.length && is_arrow(s.at[i]);
    words += length > 0 && words < MENU_BROKEN;
    length = 0;
  }
  return arrows >= 2 || (words >= MENU_WORDS && words < MENU_BROKEN);
}

static void measure(const lt_text *text, lt_span span, lt_page_line *line) {
  lt_slice s = line->text = lt_text_cut(text, span);
  bool letters = false, digits = false, odd = false;
  uint32_t address = s.length;
  for (uint32_t i = 0;; i++) {
    uint32_t mark = lt_text_next_mark(text, span.begin + i, span.end) - span.begin; /* all before it is Han */
    line->words += mark - i;
    letters |= mark > i;
    if ((i = mark) == s.length) break;
    lt_char c = s.at[i];
    if (lt_char_is_han(c)) { /* one that is rare */
      line->words++;
      letters = true;
    } else if (lt_char_is_latin(c)) {
      uint32_t end = end_of_word(s, i);
      if (c == 'w' && address == s.length && shows_address(s, i)) address = i;
      line->has_date |= end - i == 4 && has_date_at(s, i);
      letters |= !lt_char_is_digit(c);
      digits |= lt_char_is_digit(c);
      line->words++;
      i = end - 1;
    } else {
      if (c == ':' && address == s.length && shows_address(s, i)) address = i;
      bool comma = is_comma(c);
      odd |= c > 127 && !comma && !lt_char_is_space(c);
      line->commas += comma;
      line->stops += lt_char_ends_sentence(c);
      line->has_period |= c == u'。';
    }
  }
  line->ends_sentence = ends_sentence(s);
  line->is_number = (!letters || is_count(s)) && digits && !odd && !line->ends_sentence;
  line->goes_on = goes_on(s);
  line->is_menu = s.length <= LABEL_LONGEST && is_menu(s);
  line->is_address = address < s.length && is_address(s, address);
}

/* ---- words ---- */

static uint32_t past_marks(lt_slice s, uint32_t i) {
  while (i < s.length && is_mark(s.at[i])) i++;
  return i;
}

static bool is_label_mark(lt_char c) {
  return lt_char_is_any_of(c, u"：:|｜丨/／︱│") || lt_char_is_space(c);
}

/* Nothing but marks and digits, and perhaps the measure word behind them: 全部评论 23条. */
static bool is_bare(lt_slice s) {
  uint32_t letters = 0;
  bool digits = false;
  for (uint32_t i = 0; i < s.length; i++) {
    digits |= lt_char_is_digit(s.at[i]);
    if (!lt_char_is_digit(s.at[i]) && !is_mark(s.at[i])) letters++;
  }
  return letters == 0 || (letters == 1 && digits);
}

enum { PLACE_BEGINS = 1, PLACE_ALL, PLACE_ANYWHERE, PLACE_LABEL, PLACE_ENDS, PLACE_LABEL_TAIL };

/* What stands behind a label's word: nothing, or the mark that ends it. */
static bool opens_label(lt_slice tail) {
  return tail.length == 0 || is_label_mark(tail.at[0]) || lt_char_is_any_of(tail.at[0], u"】]");
}

/* A mark between letters: what stands before and behind it are not one word. */
static bool has_mark(lt_slice s) {
  for (uint32_t i = past_marks(s, 0); i < s.length; i++) {
    if (is_mark(s.at[i])) return true;
  }
  return false;
}

/* Does a word count where it stands in its line? begin: its place in the line. */
static bool counts(lt_slice line, uint32_t begin, uint32_t end, int32_t place) {
  lt_slice head = {line.at, begin}, tail = {line.at + end, line.length - end};
  switch (place) {
    case PLACE_BEGINS: return past_marks(line, 0) >= begin;
    case PLACE_ALL: return is_bare(head) && is_bare(tail);
    case PLACE_ANYWHERE: return line.length <= LABEL_LONGEST;
    case PLACE_ENDS: return line.length <= ENDING_LONGEST && is_bare(tail);
    case PLACE_LABEL: return past_marks(line, 0) >= begin && opens_label(tail);
    case PLACE_LABEL_TAIL: return past_marks(line, 0) + LABEL_HEAD >= begin && !has_mark(head) && opens_label(tail);
    default: return false;
  }
}

uint32_t lt_page_first_cue(const lt_page *page, uint32_t place) {
  uint32_t low = 0;
  LT_BISECT(low, page->cues->count, page->cues->at[i].begin < place);
  return low;
}

static const lt_roles every_role = LT_ROLES_FURNITURE | LT_ROLE(PAGE_CREDIT) | LT_ROLE(PAGE_AUTHOR) | LT_ROLE(PAGE_EDITOR) |
                                   LT_ROLE(PAGE_SOURCE) | LT_ROLE(PAGE_DATE) | LT_ROLE(PAGE_LEAD) | LT_ROLE(PAGE_REPRINT);

static lt_roles role_of(const lt_page *page, const lt_hit *hit, lt_span line) {
  lt_roles role = lt_role_of(hit->class);
  uint32_t begin = hit->begin - line.begin, end = begin + hit->length;
  if (!(role & every_role) || end > lt_span_length(line)) return 0;
  int32_t place = lt_lexicon_term(page->lexicon, hit->term).value;
  return counts(lt_text_cut(page->text, line), begin, end, place) ? role : 0;
}

bool lt_page_is_prose(const lt_page *page, uint32_t i) {
  const lt_page_line *line = &page->lines[i];
  if (line->is_number || line->is_address) return false;
  if (line->words >= PROSE_WORDS) return line->stops + line->commas > 0;
  return (line->ends_sentence && line->words >= 5) || (line->has_period && line->words >= 15);
}

/* ---- copies ---- */

/* Lines from i on whose twins follow one another too. */
static uint32_t end_of_run(const lt_page *page, uint32_t i) {
  for (uint32_t last = lt_page_mark(page, i)->twin; ++i < page->count;) {
    uint32_t twin = lt_page_mark(page, i)->twin;
    if (twin <= last || twin > last + 2) break;
    last = twin;
  }
  return i;
}

/* One short line may be said twice in an article (真的吗？), and so may a short list; a long line, or lines in a row, may not. */
static void mark_copies(lt_page *page) {
  for (uint32_t i = 0, end; i < page->count; i = end) {
    end = i + 1;
    if (lt_page_mark(page, i)->twin == 0) continue;
    end = end_of_run(page, i);
    uint32_t length = 0, prose = 0;
    for (uint32_t k = i; k < end; k++) {
      length += page->lines[k].text.length;
      prose += lt_page_is_prose(page, k);
    }
    bool in_a_row = prose >= COPY_LINES && length >= COPY_LENGTH;
    for (uint32_t k = i; k < end; k++) {
      lt_slice text = page->lines[k].text;
      page->lines[k].is_copy = in_a_row || (text.length >= COPY_ALONE && !lt_char_is_digit(text.at[0]));
    }
  }
}

void lt_page_measure(lt_page *page) {
  uint32_t hit = 0;
  for (uint32_t i = 0; i < page->count; i++) {
    lt_span span = lt_page_mark(page, i)->span;
    measure(page->text, span, &page->lines[i]);
    while (hit < page->cues->count && page->cues->at[hit].begin < span.begin) hit++;
    for (; hit < page->cues->count && page->cues->at[hit].begin < span.end; hit++) {
      page->lines[i].roles |= role_of(page, &page->cues->at[hit], span);
    }
  }
  mark_copies(page);
}
