/* The title: the page says it more than once, or marks it, or sets it before the first prose. Of several lines that say it
** the last one before the article counts, as the others belong to the browser's window or to a path of links. */
#include "document/page.h"

#include "base/char.h"

enum { TITLE_LONGEST = 100, CANDIDATES = 200 };

static bool could_be_title(const lt_page *page, uint32_t i) {
  const lt_page_line *line = &page->lines[i];
  lt_line_mark mark = lt_page_mark(page, i)->mark;
  const lt_roles bylines = LT_ROLE(PAGE_SOURCE) | LT_ROLE(PAGE_DATE) | LT_ROLE(PAGE_AUTHOR) | LT_ROLE(PAGE_EDITOR) | LT_ROLE(PAGE_LEAD);
  if (line->text.length > TITLE_LONGEST || line->words < 2 || line->is_address || line->is_number || line->is_menu) return false;
  if (mark != LT_MARK_NONE && mark != LT_MARK_HEADING) return false;
  lt_char last = line->text.at[line->text.length - 1];
  bool open = line->goes_on && last != u'—' && mark != LT_MARK_HEADING;
  return last != u'。' && !open && !(line->roles & (LT_ROLES_FURNITURE | bylines));
}

static bool is_bar(lt_char c) { return lt_char_is_any_of(c, u"_-|｜"); }

/* 标题_频道_网站: this line begins with what the other one says, and a mark follows. */
static bool begins_with_title(lt_slice line, lt_slice title) {
  if (title.length < 6 || line.length <= title.length || !lt_slice_starts_with(line, title)) return false;
  lt_char c = line.at[title.length];
  return is_bar(c) || c == u'—' || lt_char_is_space(c);
}

static uint32_t bar_in(lt_slice s) {
  uint32_t i = 0;
  while (i < s.length && !is_bar(s.at[i])) i++;
  return i;
}

/* 标题|关键词_网站 above 标题 副题: the window's title and the page's have their beginning in common. */
static bool begin_alike(lt_slice line, lt_slice title) {
  uint32_t bar = bar_in(line);
  return bar >= 8 && bar < line.length && lt_slice_starts_with(title, (lt_slice){line.at, bar});
}

static bool says_same(const lt_page *page, uint32_t a, uint32_t b) {
  lt_slice line = page->lines[a].text, title = page->lines[b].text;
  return lt_slice_equals(line, title) || begins_with_title(line, title) || begin_alike(line, title);
}

static bool reads_as_byline(lt_page *page, uint32_t i) {
  const lt_line *mark = lt_page_mark(page, i);
  return !(mark->mark == LT_MARK_HEADING && mark->level <= 2) && lt_page_is_byline(page, i);
}

/* How sure a line is the title. Said before: the page's first line, which is most often the window's title, or a twin. What stands
** right above a byline is the title rather than what stands below it, a first sentence that exclaims. */
static int32_t rank(lt_page *page, uint32_t i) {
  const lt_page_line *line = &page->lines[i];
  const lt_line *mark = lt_page_mark(page, i);
  int32_t rank = 0;
  if (mark->mark == LT_MARK_HEADING) rank += mark->level == 1 ? 100 : mark->level == 2 ? 20 : 0;
  if (i > 0 && says_same(page, 0, i)) rank += 60;
  else if (mark->twin) rank += 40;
  if (line->words >= 8) rank += 20;
  if (line->words >= 8 && line->commas) rank += 5;
  if (i == 0 && mark->mark == LT_MARK_NONE) rank += 15;
  if (line->words >= 8 && i + 1 < page->count && reads_as_byline(page, i + 1)) rank += 10;
  return rank;
}

enum { SURE = 20, NEAR = 3 };

/* A first line that asks or exclaims reads as prose (大模型的尽头是什么？), yet what follows shows it to be a title. */
static bool opens_as_title(lt_page *page) {
  uint32_t i = page->body;
  if (i + 1 >= page->body_end || !could_be_title(page, i) || page->lines[i].words > 40) return false;
  const lt_page_line *next = &page->lines[i + 1];
  if (lt_page_mark(page, i)->mark == LT_MARK_HEADING || next->words >= 30) return true;
  return (next->roles & (LT_ROLE(PAGE_AUTHOR) | LT_ROLE(PAGE_SOURCE))) != 0;
}

static uint32_t best_candidate(lt_page *page) {
  uint32_t best = page->count, from = page->body > CANDIDATES ? page->body - CANDIDATES : 0;
  uint32_t end = page->body + opens_as_title(page);
  int32_t best_rank = 0;
  for (uint32_t i = from; i < end; i++) {
    int32_t r = could_be_title(page, i) && !reads_as_byline(page, i) ? rank(page, i) : -1;
    if (r >= best_rank && (r >= SURE || page->body - i <= NEAR)) {
      best_rank = r;
      best = i;
    }
  }
  return best;
}

static bool is_known_name(const lt_page *page, lt_slice s) {
  lt_term term;
  return lt_lexicon_find(page->lexicon, s, LT_CUE_CLASSES, &term);
}

static bool stands_elsewhere(const lt_page *page, lt_slice s, uint32_t but) {
  for (uint32_t i = 0; i < page->count; i++) {
    if (i != but && lt_slice_find(page->lines[i].text, s) < page->lines[i].text.length) return true;
  }
  return false;
}

static bool names_site(const lt_page *page, lt_char bar, lt_slice tail, uint32_t line) {
  if (tail.length < 2 || tail.length > 20) return false;
  return (bar == '_' && lt_char_is_han(tail.at[0])) || is_known_name(page, tail) || stands_elsewhere(page, tail, line);
}

/* The site's name behind a title goes: 标题_频道_网站, 标题 - 网站 where the page names the site again. */
static lt_slice without_site(const lt_page *page, uint32_t line) {
  lt_slice s = page->lines[line].text;
  if (lt_page_mark(page, line)->mark == LT_MARK_HEADING) return s;
  for (uint32_t i = s.length; i-- > 4;) {
    if (!is_bar(s.at[i])) continue;
    if (!names_site(page, s.at[i], lt_slice_trim((lt_slice){s.at + i + 1, s.length - i - 1}), line)) break;
    s = lt_slice_trim((lt_slice){s.at, i});
  }
  return s;
}

void lt_page_find_title(lt_page *page) {
  page->title = best_candidate(page);
  if (page->title == page->count) return;
  if (page->title == page->body) page->body++;
  page->document->title = page->title ? page->lines[page->title].text : without_site(page, page->title);
}
