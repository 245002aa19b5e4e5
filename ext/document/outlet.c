/* The outlet, where no byline names it: in the article's first words, or in the page's own furniture. */
#include "base/char.h"
#include "document/byline.h"

/* The name that an outlet's own news begins with: a known one, or what stands before 独家, 获悉 or a day. */
static lt_slice opening_name(const lt_page *page, uint32_t line, uint32_t limit) {
  lt_slice text = page->lines[line].text;
  uint32_t begin = lt_page_mark(page, line)->span.begin, end = 0;
  while (end < limit && (lt_char_is_han(text.at[end]) || lt_char_is_letter(text.at[end]) || (end < 4 && lt_char_is_digit(text.at[end])))) {
    end++;
  }
  for (uint32_t i = 0; i < page->names->count && page->names->at[i].begin <= begin; i++) {
    if (page->names->at[i].begin == begin) return (lt_slice){text.at, page->names->at[i].length};
  }
  for (uint32_t length = 3; length < end; length++) {
    if (lt_byline_is_outlet(page, (lt_slice){text.at, length})) return (lt_slice){text.at, length};
  }
  for (uint32_t i = lt_page_first_cue(page, begin); i < page->cues->count && page->cues->at[i].begin < begin + end; i++) {
    if (page->cues->at[i].class == LT_CUE_PAGE_LEARNT) end = page->cues->at[i].begin - begin;
  }
  return (lt_slice){text.at, end};
}

/* 36氪独家获悉，… : 获悉 within the first words. */
static void read_learnt(lt_byline *r, uint32_t line) {
  const lt_page *page = r->page;
  uint32_t begin = lt_page_mark(page, line)->span.begin;
  for (uint32_t i = lt_page_first_cue(page, begin); i < page->cues->count && page->cues->at[i].begin < begin + 16; i++) {
    const lt_hit *hit = &page->cues->at[i];
    if (hit->class != LT_CUE_PAGE_LEARNT || lt_lexicon_term(page->lexicon, hit->term).value != 1) continue;
    lt_slice name = opening_name(page, line, hit->begin - begin);
    if (name.length >= 2 && name.length <= 8) lt_byline_publisher(r, name, LT_SAID_IN_DATELINE);
    return;
  }
}

/* 新华社北京6月5日电（记者…）, 财联社6月5日讯: a name, perhaps a place, a day, and 电, 讯 or 消息. */
static void read_dateline(lt_byline *r, uint32_t line) {
  lt_slice text = r->page->lines[line].text;
  uint32_t digits = 0, day;
  while (digits < text.length && digits < 16 && !lt_char_is_digit(text.at[digits])) digits++;
  day = digits;
  lt_byline_number(text, &day, 2);
  if (digits < 2 || day >= text.length || text.at[day] != u'月') return;
  day++;
  lt_byline_number(text, &day, 2);
  if (day + 1 >= text.length || text.at[day] != u'日') return;
  day++;
  while (day < text.length && lt_char_is_space(text.at[day])) day++;
  bool is_wire = day < text.length && (text.at[day] == u'电' || text.at[day] == u'讯' || (text.at[day] == u'消' && day + 1 < text.length && text.at[day + 1] == u'息'));
  if (is_wire) lt_byline_publisher(r, opening_name(r->page, line, digits), LT_SAID_IN_DATELINE);
}

void lt_byline_read_first_words(lt_byline *r) {
  lt_page *page = r->page;
  for (uint32_t i = page->body, seen = 0; i < page->body_end && seen < 2; i++) {
    if (!lt_page_is_prose(page, i) || page->lines[i].kind == LT_PARAGRAPH_BYLINE) continue;
    read_dateline(r, i);
    lt_byline_read_brackets(r, i, 0, 40);
    read_learnt(r, i);
    seen++;
  }
  if (page->body < page->body_end) {
    uint32_t last = page->body_end - 1, length = page->lines[last].text.length;
    if (r->document->author.at == NULL) lt_byline_read_brackets(r, last, length > 40 ? length - 40 : 0, length);
  }
}

/* ---- furniture that names the outlet ---- */

/* What stands between two such words is the outlet; beside one alone its form or the vocabulary must say that it is one. */
static void note_outlet(lt_byline *r, lt_span where, bool behind, bool before, lt_plainness how) {
  if ((!behind && !before) || where.end <= where.begin) return;
  lt_slice name = lt_byline_trim(lt_text_cut(r->page->text, where));
  while (name.length && (lt_char_is_digit(name.at[0]) || name.at[0] == u'©')) {
    name = lt_byline_trim((lt_slice){name.at + 1, name.length - 1});
  }
  if ((behind && before) || lt_byline_is_outlet(r->page, name)) lt_byline_publisher(r, name, how);
}

/* 下载界面新闻, 山脊周刊客户端, 本文为山脊周刊原创文章, © 2024 山脊周刊 版权所有: the outlet stands behind or before a word, as the
** word's entry says. */
static void read_furniture_line(lt_byline *r, uint32_t line, lt_cue_class class, lt_plainness how) {
  const lt_page *page = r->page;
  lt_span span = lt_page_mark(page, line)->span;
  uint32_t from = span.begin;
  bool behind = false;
  for (uint32_t i = lt_page_first_cue(page, span.begin); i < page->cues->count && page->cues->at[i].begin < span.end; i++) {
    const lt_hit *hit = &page->cues->at[i];
    if (hit->class != class || hit->begin < from) continue;
    lt_slice where = lt_lexicon_term(page->lexicon, hit->term).text;
    note_outlet(r, (lt_span){from, hit->begin}, behind, lt_slice_equals(where, LT_SLICE("before")), how);
    behind = lt_slice_equals(where, LT_SLICE("behind"));
    from = hit->begin + hit->length;
  }
  note_outlet(r, (lt_span){from, span.end}, behind, false, how);
}

static void read_window_title(lt_byline *r) {
  const lt_page *page = r->page;
  lt_slice first = page->lines[0].text, title = r->document->title;
  if (title.length == 0 || first.length <= title.length || !lt_slice_starts_with(first, title)) return;
  lt_slice tail = {first.at + title.length, first.length - title.length};
  for (uint32_t i = tail.length; i-- > 0;) {
    if (tail.at[i] == '_' || tail.at[i] == '-' || tail.at[i] == '|') {
      lt_byline_publisher(r, (lt_slice){tail.at + i + 1, tail.length - i - 1}, LT_SAID_IN_WINDOW_TITLE);
      return;
    }
  }
}

void lt_byline_read_furniture(lt_byline *r) {
  lt_page *page = r->page;
  for (uint32_t i = 0; i < page->count; i++) {
    if (i >= page->body && i < page->body_end) i = page->body_end;
    if (i >= page->count) break;
    bool ends = lt_page_has(page, i, LT_ROLE(PAGE_END)), rights = lt_page_has(page, i, LT_ROLE(PAGE_RIGHTS));
    if (lt_page_has(page, i, LT_ROLE(PAGE_REPRINT))) r->document->reprint = true;
    if (lt_page_has(page, i, LT_ROLE(PAGE_APP))) read_furniture_line(r, i, LT_CUE_PAGE_APP, LT_SAID_IN_APP_LINE);
    if (ends || rights) read_furniture_line(r, i, LT_CUE_PAGE_RIGHTS, ends ? LT_SAID_IN_RIGHTS : LT_SAID_IN_COPYRIGHT);
  }
  if (page->count) read_window_title(r);
}
