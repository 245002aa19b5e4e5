/* Labels: 来源：… 作者：… 编辑：…, side by side in a line or in brackets. The words are cues (page_author, page_editor, page_source,
** page_date); whether one is a label its surroundings tell. */
#include "base/char.h"
#include "document/byline.h"

static bool is_label_mark(lt_char c) { return lt_char_is_any_of(c, u"：:|｜丨/／︱│"); }


static const lt_roles labels = LT_ROLE(PAGE_AUTHOR) | LT_ROLE(PAGE_EDITOR) | LT_ROLE(PAGE_SOURCE) | LT_ROLE(PAGE_DATE);

typedef struct label {
  lt_cue_class class;
  uint32_t begin, end; /* in the line; end: behind its mark */
} label;

/* 新京报记者 ×××: what stands before the label is an outlet, not the rest of a word or a sentence. */
static bool follows_outlet(lt_slice line, uint32_t begin) {
  for (uint32_t i = 0; i < begin; i++) {
    if (!lt_char_is_han(line.at[i]) && !lt_char_is_latin(line.at[i]) && !lt_char_is_any_of(line.at[i], u"《》·")) return false;
  }
  return begin >= 2 && begin <= LT_OUTLET_LONGEST + 4;
}

/* A word of the label classes is a label where a mark or a space follows it (or is part of it: place 1), and where it is a
** word by itself. In brackets, and before a quoted name, it needs no mark: （记者林见川）, 公众号“远岸观察”. */
static bool label_of(const lt_page *page, const lt_hit *hit, lt_slice line, uint32_t line_begin, label *l) {
  if (!(lt_role_of(hit->class) & labels)) return false;
  bool has_own_mark = lt_lexicon_term(page->lexicon, hit->term).value == 1;
  *l = (label){hit->class, hit->begin - line_begin, hit->begin - line_begin + hit->length};
  if (l->end > line.length) return false;
  lt_char before = l->begin ? line.at[l->begin - 1] : ' ';
  uint32_t end = l->end;
  while (end < line.length && (is_label_mark(line.at[end]) || lt_char_is_space(line.at[end]) || line.at[end] == u'“')) end++;
  bool is_author = hit->class == LT_CUE_PAGE_AUTHOR, bracketed = is_author && lt_char_is_any_of(before, u"（(【[");
  if (end == l->end && !has_own_mark && !bracketed) return false;
  bool quoted = end > l->end && line.at[end - 1] == u'“';
  l->end = end;
  if (quoted || bracketed || lt_char_is_space(before) || lt_char_is_digit(before) || lt_char_is_any_of(before, u"，、；|｜丨/）)·")) return true;
  return is_author && !has_own_mark && follows_outlet(line, l->begin);
}

/* The next label at or behind a place in the line; false if there is none. Of two that overlap the longer one counts. */
static bool next_label(const lt_page *page, uint32_t line, uint32_t from, label *l) {
  lt_slice text = page->lines[line].text;
  uint32_t begin = lt_page_mark(page, line)->span.begin;
  for (uint32_t i = lt_page_first_cue(page, begin + from); i < page->cues->count && page->cues->at[i].begin < begin + text.length; i++) {
    if (label_of(page, &page->cues->at[i], text, begin, l)) return true;
  }
  return false;
}

/* A word that ends what a label says: another label's (阅读：1644), a date, a separator. */
bool lt_byline_ends_value(lt_slice word) {
  uint32_t ymd[3];
  for (uint32_t i = 0; i < word.length; i++) {
    if (is_label_mark(word.at[i]) && word.at[i] != '/' && word.at[i] != u'／') return true;
  }
  return word.length == 0 || lt_byline_date_at(word, 0, ymd) > 0 || !lt_byline_has_letter(word);
}

/* 发自上海, 杭州报道: a word that stands behind a name, with more in the same word. */
static bool has_behind(const lt_page *page, lt_slice word, bool may_end) {
  lt_term term;
  for (uint32_t length = 2; length <= 4 && length <= word.length; length++) {
    if (lt_lexicon_find(page->lexicon, (lt_slice){word.at, length}, LT_CUE_PAGE_BEHIND, &term)) return true;
    lt_slice tail = {word.at + word.length - length, length};
    if (may_end && lt_lexicon_find(page->lexicon, tail, LT_CUE_PAGE_BEHIND, &term)) return true;
  }
  return false;
}

/* A mark that ends a name wherever it stands: …“远岸观察”（ID：…），作者：… */
static bool ends_name(lt_char c) {
  return lt_char_is_any_of(c, u"，。；”」』】];");
}

/* What a label says: the words up to a mark that ends it, or up to a word that belongs to something else. */
static lt_slice value_at(const lt_page *page, lt_slice line, uint32_t begin, uint32_t end) {
  while (begin < end && (line.at[begin] == u'“' || line.at[begin] == u'「' || lt_char_is_space(line.at[begin]))) begin++;
  for (uint32_t i = begin; i < end; i++) {
    if (ends_name(line.at[i])) end = i;
  }
  uint32_t stop = begin;
  for (uint32_t i = begin; i < end;) {
    uint32_t word_end = i;
    while (word_end < end && !lt_char_is_space(line.at[word_end])) word_end++;
    lt_slice word = {line.at + i, word_end - i};
    if (word.length && (lt_byline_ends_value(word) || has_behind(page, word, i > begin) || lt_byline_is_stray(page, word))) break;
    stop = word_end;
    for (i = word_end; i < end && lt_char_is_space(line.at[i]);) i++;
  }
  return (lt_slice){line.at + begin, stop - begin};
}

/* 腾讯新闻《远光灯》作者 ×××, 新京报记者 ×××: the outlet stands before the label. */
static void note_outlet_before(lt_byline *r, lt_slice before) {
  uint32_t book = lt_slice_index(before, u'《');
  lt_slice outlet = lt_byline_trim((lt_slice){before.at, book});
  for (uint32_t i = 0; i < outlet.length; i++) {
    if (!lt_char_is_han(outlet.at[i]) && !lt_char_is_latin(outlet.at[i])) return;
  }
  if (outlet.length >= 2 && outlet.length <= 12) lt_byline_publisher(r, outlet, LT_SAID_IN_BYLINE);
}

/* 山城观察 北京: of words parted by a space between Chinese characters an outlet's name is the first. EDN 电子技术设计 is one name. */
static lt_slice first_name(lt_slice s) {
  for (uint32_t i = 1; i + 1 < s.length; i++) {
    if (lt_char_is_space(s.at[i]) && lt_char_is_han(s.at[i - 1]) && lt_char_is_han(s.at[i + 1])) return (lt_slice){s.at, i};
  }
  return s;
}

static bool note_labelled(lt_byline *r, uint32_t line, const label *l, lt_slice value) {
  lt_slice text = r->page->lines[line].text, before = {text.at, l->begin};
  switch (l->class) {
    case LT_CUE_PAGE_AUTHOR:
      if (l->begin > 0) note_outlet_before(r, before);
      return lt_byline_author(r, value);
    case LT_CUE_PAGE_SOURCE: return lt_byline_publisher(r, first_name(value), LT_SAID_BY_LABEL);
    case LT_CUE_PAGE_DATE: return lt_byline_date(r, (lt_slice){text.at + l->end, text.length - l->end});
    default: return true;
  }
}


bool lt_byline_read_labels(lt_byline *r, uint32_t line) {
  lt_slice text = r->page->lines[line].text;
  bool found = false;
  label l, next;
  for (bool more = next_label(r->page, line, 0, &l); more; l = next) {
    uint32_t end = text.length;
    more = next_label(r->page, line, l.end, &next);
    if (more) end = next.begin;
    found |= note_labelled(r, line, &l, value_at(r->page, text, l.end, end));
  }
  return found;
}

/* （记者 ×××）, （文/×××） in a paragraph: a bracket that opens with an author's label. */
void lt_byline_read_brackets(lt_byline *r, uint32_t line, uint32_t from, uint32_t to) {
  lt_slice text = r->page->lines[line].text;
  label l;
  for (uint32_t i = from; next_label(r->page, line, i, &l) && l.begin < to; i = l.end) {
    bool opened = l.begin > 0 && lt_char_is_any_of(text.at[l.begin - 1], u"（(【[");
    if (l.class != LT_CUE_PAGE_AUTHOR || !opened) continue;
    uint32_t end = l.end;
    while (end < text.length && text.at[end] != u'）' && text.at[end] != ')' && text.at[end] != u'】' && text.at[end] != ']') end++;
    if (end < text.length) lt_byline_author(r, value_at(r->page, text, l.end, end));
  }
}
