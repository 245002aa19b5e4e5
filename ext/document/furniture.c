/* Telling an article from the furniture of its page. Two kinds of evidence are weighed, as either alone misleads: words (评论,
** 相关推荐, 责任编辑 are lines of the cue files page_*.tsv) and shape (prose has sentences, menus have not). Each line gets a
** worth; the article is the stretch of lines whose worths add up to most, cut off where its end is announced once enough
** prose has been seen. */
#include "document/page.h"

enum {
  WORTH_MOST = 120,
  WORTH_OF_MENU = -150,
  WORTH_OF_END = -200,
  WORTH_OF_SHORT = -15,
  ARTICLE_WORDS = 120, /* an end mark ends an article of so many words of prose */
  STRAY_LINES = 3      /* so many lines without a mark may follow the last prose */
};

static int32_t at_most(uint32_t words, int32_t most) { return words > (uint32_t)most ? most : (int32_t)words; }

static int32_t worth(const lt_page *page, uint32_t i) {
  const lt_page_line *line = &page->lines[i];
  lt_line_mark mark = lt_page_mark(page, i)->mark;
  if (lt_page_has(page, i, LT_ROLE(PAGE_END))) return WORTH_OF_END;
  if (line->is_menu || lt_page_has(page, i, LT_ROLES_FURNITURE)) return WORTH_OF_MENU;
  if (mark == LT_MARK_META) return WORTH_OF_SHORT;
  if (lt_page_is_prose(page, i)) return at_most(line->words, WORTH_MOST);
  if (line->goes_on || mark == LT_MARK_ITEM || mark == LT_MARK_QUOTE) return at_most(line->words, 20);
  if (mark == LT_MARK_HEADING || lt_page_mark(page, i)->bold || mark == LT_MARK_CODE || mark == LT_MARK_TABLE) return 0;
  return WORTH_OF_SHORT;
}

/* The stretch whose worths add up to most; the article's announced end stops the search. */
static void find_stretch(lt_page *page) {
  int64_t sum = 0, best = 0;
  uint32_t begin = 0, words = 0;
  for (uint32_t i = 0; i < page->count; i++) {
    if (lt_page_has(page, i, LT_ROLE(PAGE_END)) && words >= ARTICLE_WORDS) break;
    if (sum <= 0) {
      sum = 0;
      begin = i;
      words = 0;
    }
    sum += worth(page, i);
    if (lt_page_is_prose(page, i)) words += page->lines[i].words;
    if (sum > best) {
      best = sum;
      page->body = begin;
      page->body_end = i + 1;
    }
  }
}

bool lt_page_is_furniture(const lt_page *page, uint32_t i) {
  const lt_page_line *line = &page->lines[i];
  return line->is_number || line->is_address || page->lines[i].is_copy || lt_page_has(page, i, LT_ROLES_FURNITURE | LT_ROLE(PAGE_EDITOR));
}

/* An article may end with a line that is no sentence (未来已来); a page's furniture would follow it. */
static void take_last_lines(lt_page *page) {
  uint32_t end = page->body_end;
  while (end < page->count && !lt_page_is_furniture(page, end)) end++;
  if (end == page->count || end - page->body_end <= STRAY_LINES) page->body_end = end;
}

static void skip_menu(lt_page *page) {
  while (page->body < page->body_end && lt_page_has(page, page->body, LT_ROLES_FURNITURE)) page->body++;
}

/* A page without any prose is all article, unless its words say otherwise: 营收增长12%. One line alone is always read. */
static void take_all(lt_page *page) {
  page->bare = true;
  page->body = 0;
  page->body_end = page->count;
  if (page->count > 1) skip_menu(page);
}

void lt_page_find_body(lt_page *page) {
  find_stretch(page);
  if (page->body == page->body_end) take_all(page);
  else take_last_lines(page);
}
