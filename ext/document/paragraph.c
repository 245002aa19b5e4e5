/* What each line is. First by where it stands: above the title, between title and article, in the article, below it; then, in
** the article, what is no prose of it (captions, addresses, furniture set between paragraphs) and what is a heading. */
#include "document/page.h"

#include "base/char.h"

enum {
  HEADING_WORDS = 36,       /* words of a heading that the page marks or numbers */
  PLAIN_HEADING_WORDS = 30, /* of one without a mark */
  CAPTION_WORDS = 40,
  ADDRESS_LABEL_WORDS = 16, /* 项目主页： */
  OPENING_WORDS = 4,        /* a line of fewer, before the first prose, is a button */
  SIGNATURE_WORDS = 4,
  LEADS = 3,                /* so many lines into the article a byline makes what stands before it the lead */
  SUMMARY_LEAST = 12        /* characters of a sentence that, said again, makes a summary */
};

/* ---- outside the article ---- */

static bool is_shown_kind(lt_paragraph_kind kind) { return kind <= LT_PARAGRAPH_BODY; }

/* 标题_频道_网站 above the title, or the title said once more. */
static bool says_title(const lt_page *page, uint32_t i) {
  lt_slice title = page->document->title;
  return i != page->title && title.length >= 4 && lt_slice_starts_with(page->lines[i].text, title);
}

static void sort_above(lt_page *page, uint32_t end) {
  for (uint32_t i = 0; i < end; i++) {
    if (page->lines[i].kind == LT_PARAGRAPH_BODY) page->lines[i].kind = LT_PARAGRAPH_BOILERPLATE;
  }
}

static bool is_lead(const lt_page *page, uint32_t i) {
  const lt_page_line *line = &page->lines[i];
  if (lt_page_has(page, i, LT_ROLE(PAGE_LEAD))) return true;
  return lt_page_is_prose(page, i) || (line->text.length > 4 && lt_slice_starts_with(line->text, LT_SLICE("——")));
}

static void sort_between(lt_page *page) {
  for (uint32_t i = page->title + 1; i < page->body; i++) {
    lt_page_line *line = &page->lines[i];
    if (line->kind != LT_PARAGRAPH_BODY) continue;
    if (lt_page_has(page, i, LT_ROLES_FURNITURE | LT_ROLE(PAGE_EDITOR))) line->kind = LT_PARAGRAPH_BOILERPLATE;
    else line->kind = is_lead(page, i) ? LT_PARAGRAPH_LEAD : LT_PARAGRAPH_BOILERPLATE;
  }
}

/* A line before the first prose that belongs to the article all the same. */
static bool may_open(const lt_page *page, uint32_t i) {
  const lt_page_line *line = &page->lines[i];
  return line->words >= OPENING_WORDS && line->kind == LT_PARAGRAPH_BODY && !lt_page_is_furniture(page, i);
}

/* The article begins behind the last byline: what stands before that is its lead, however much it looks like the beginning. */
static void settle_beginning(lt_page *page) {
  uint32_t last = page->title, limit = page->body + LEADS < page->body_end ? page->body + LEADS : page->body_end;
  for (uint32_t i = page->title + 1; i < limit; i++) {
    if (page->lines[i].kind == LT_PARAGRAPH_BYLINE) last = i;
  }
  for (uint32_t i = page->body; i < last; i++) {
    if (page->lines[i].kind == LT_PARAGRAPH_BODY) page->lines[i].kind = LT_PARAGRAPH_LEAD;
  }
  while (page->body > last + 1 && may_open(page, page->body - 1)) page->body--;
}

/* A first paragraph made of sentences that the article says again in their place is a summary. */
static bool is_said_again(const lt_page *page, uint32_t i) {
  for (uint32_t k = i + 1; k < page->body_end; k++) {
    lt_slice line = page->lines[k].text;
    bool part = line.length >= SUMMARY_LEAST && line.length < page->lines[i].text.length;
    if (part && page->lines[k].ends_sentence && lt_slice_starts_with(page->lines[i].text, line)) return true;
  }
  return false;
}

static void mark_leads(lt_page *page) {
  bool titled = page->title < page->count && page->body < page->body_end;
  lt_page_line *first = &page->lines[titled ? page->body : 0];
  if (titled && first->kind == LT_PARAGRAPH_BODY && is_said_again(page, page->body)) first->kind = LT_PARAGRAPH_LEAD;
  for (uint32_t i = page->body; i < page->body_end && i < page->body + LEADS; i++) {
    if (page->lines[i].kind == LT_PARAGRAPH_BODY && lt_page_has(page, i, LT_ROLE(PAGE_LEAD))) page->lines[i].kind = LT_PARAGRAPH_LEAD;
  }
}

/* Comments begin with a line that says so and last until the page turns to something else. Later a bare count of them (评论 12)
** stands in lists of other articles. */
static void sort_below(lt_page *page) {
  const lt_roles ends_comments = LT_ROLE(PAGE_RELATED) | LT_ROLE(PAGE_RIGHTS) | LT_ROLE(PAGE_APP) | LT_ROLE(PAGE_END);
  bool comments = false, seen = false;
  for (uint32_t i = page->body_end; i < page->count; i++) {
    bool copies_article = page->lines[i].is_copy && is_shown_kind(page->lines[lt_page_mark(page, i)->twin - 1].kind);
    bool turns = copies_article || lt_page_has(page, i, ends_comments);
    bool opens = lt_page_has(page, i, LT_ROLE(PAGE_COMMENT)) && (!seen || page->lines[i].words > 3);
    comments = !turns && (comments || opens);
    seen |= comments;
    page->lines[i].kind = comments ? LT_PARAGRAPH_COMMENT : LT_PARAGRAPH_BOILERPLATE;
  }
}

/* A copy of what the article says is a duplicate; a copy of furniture is furniture. */
static void sort_copies(lt_page *page) {
  for (uint32_t i = 0; i < page->count; i++) {
    uint32_t twin = lt_page_mark(page, i)->twin;
    bool inside = i >= page->body && i < page->body_end;
    if (!inside && says_title(page, i)) page->lines[i].kind = LT_PARAGRAPH_DUPLICATE;
    if (twin == 0 || i == page->title || !page->lines[i].is_copy) continue;
    if (twin - 1 == page->title || is_shown_kind(page->lines[twin - 1].kind)) page->lines[i].kind = LT_PARAGRAPH_DUPLICATE;
    else if (inside && page->lines[twin - 1].kind == LT_PARAGRAPH_DUPLICATE) page->lines[i].kind = LT_PARAGRAPH_DUPLICATE;
  }
}

/* ---- inside the article ---- */

/* 图3 …, 表1：… */
static bool is_numbered_caption(lt_slice s) {
  return s.length > 1 && (s.at[0] == u'图' || s.at[0] == u'表') && lt_char_is_digit(s.at[1]);
}

static bool is_caption(const lt_page *page, uint32_t i) {
  const lt_page_line *line = &page->lines[i];
  if (line->words > CAPTION_WORDS || line->ends_sentence) return false;
  if (lt_char_is_any_of(line->text.at[0], u"△▲▽▼↑↓")) return true;
  if (lt_page_has(page, i, LT_ROLE(PAGE_CREDIT))) return true;
  if (is_numbered_caption(line->text)) return true;
  return lt_page_mark(page, i)->image && lt_page_mark(page, i)->bold;
}

/* （方小雨）: who set the page, behind the article. */
static bool is_signature(const lt_page_line *line) {
  lt_char first = line->text.at[0], last = line->text.at[line->text.length - 1];
  return line->words <= SIGNATURE_WORDS && (first == u'（' || first == '(') && (last == u'）' || last == ')');
}

static bool is_noise(const lt_page *page, uint32_t i) {
  const lt_page_line *line = &page->lines[i];
  if (page->count == 1) return false;
  if (is_signature(line) || (lt_page_has(page, i, LT_ROLE(PAGE_EDITOR)) && line->words <= HEADING_WORDS)) return true;
  if (!page->bare && (line->is_number || line->is_address || is_caption(page, i))) return true;
  const lt_roles loud = LT_ROLE(PAGE_APP) | LT_ROLE(PAGE_RIGHTS) | LT_ROLE(PAGE_RELATED) | LT_ROLE(PAGE_MENU) | LT_ROLE(PAGE_END);
  return lt_page_has(page, i, loud) && line->words <= HEADING_WORDS;
}

static bool could_be_heading(const lt_page *page, uint32_t i, uint32_t most) {
  const lt_page_line *line = &page->lines[i];
  lt_line_mark mark = lt_page_mark(page, i)->mark;
  if (mark != LT_MARK_NONE && mark != LT_MARK_HEADING) return false;
  return line->words >= 2 && line->words <= most && !line->goes_on && !line->has_period && line->commas <= 3;
}

static uint32_t next_shown(const lt_page *page, uint32_t i) {
  do i++;
  while (i < page->body_end && page->lines[i].kind != LT_PARAGRAPH_BODY);
  return i;
}

static bool is_long_prose(const lt_page *page, uint32_t i) {
  return i < page->body_end && lt_page_is_prose(page, i) && page->lines[i].words >= 15;
}

/* 一、 （一） 1、 01 第一章 */
static bool is_numbered(lt_slice s) {
  static const lt_char numerals[] = u"一二三四五六七八九十";
  uint32_t i = s.length && (s.at[0] == u'（' || s.at[0] == '(' || s.at[0] == u'第');
  uint32_t begin = i;
  while (i < s.length && i < begin + 3 && lt_char_is_any_of(s.at[i], numerals)) i++;
  if (i == begin) {
    while (i < s.length && i < begin + 2 && lt_char_is_digit(s.at[i])) i++;
  }
  return i > begin && i < s.length && lt_char_is_any_of(s.at[i], u"、.．）)章节部 ");
}

static bool is_marked_heading(const lt_page *page, uint32_t i) {
  const lt_line *mark = lt_page_mark(page, i);
  const lt_page_line *line = &page->lines[i];
  if (mark->mark == LT_MARK_HEADING) return line->words > 0 && line->words <= 60 && !line->has_period;
  return mark->bold && could_be_heading(page, i, HEADING_WORDS) && !line->ends_sentence && next_shown(page, i) < page->body_end;
}

/* A short line without an end, followed by prose. Lists are lines like that one after the other. */
static bool is_plain_heading(const lt_page *page, uint32_t i) {
  uint32_t most = is_numbered(page->lines[i].text) ? HEADING_WORDS : PLAIN_HEADING_WORDS, next = next_shown(page, i);
  if (!could_be_heading(page, i, most) || page->lines[i].ends_sentence || !is_long_prose(page, next)) return false;
  return i == page->body || page->lines[i - 1].kind != LT_PARAGRAPH_BODY || lt_page_is_prose(page, i - 1) || page->lines[i - 1].goes_on;
}

/* Where a page marks its headings, a line without a mark is none. */
static bool marks_headings(const lt_page *page) {
  uint32_t marked = 0;
  for (uint32_t i = page->body; i < page->body_end; i++) {
    marked += page->lines[i].kind == LT_PARAGRAPH_BODY && is_marked_heading(page, i);
  }
  return marked >= 2;
}

/* 项目主页： and the address on the next line. */
static void sort_address_labels(lt_page *page) {
  for (uint32_t i = page->body_end; i-- > page->body;) {
    const lt_page_line *line = &page->lines[i];
    bool labels = line->goes_on && line->words <= ADDRESS_LABEL_WORDS && line->commas <= 1;
    if (labels && i + 1 < page->count && line[1].is_address) page->lines[i].kind = LT_PARAGRAPH_BOILERPLATE;
  }
}

static void sort_body(lt_page *page) {
  for (uint32_t i = page->body; i < page->body_end; i++) {
    if (page->lines[i].kind == LT_PARAGRAPH_BODY && is_noise(page, i)) page->lines[i].kind = LT_PARAGRAPH_BOILERPLATE;
  }
  sort_address_labels(page);
  sort_copies(page);
  bool marked = marks_headings(page);
  for (uint32_t i = page->body; i < page->body_end; i++) {
    if (page->lines[i].kind != LT_PARAGRAPH_BODY) continue;
    if (is_marked_heading(page, i) || (!marked && is_plain_heading(page, i))) page->lines[i].kind = LT_PARAGRAPH_HEADING;
  }
}

void lt_page_sort_lines(lt_page *page) {
  bool titled = page->title < page->count;
  sort_above(page, titled ? page->title : page->body);
  if (titled) {
    page->lines[page->title].kind = LT_PARAGRAPH_TITLE;
    settle_beginning(page);
    sort_between(page);
  }
  mark_leads(page);
  sort_below(page);
  sort_body(page);
}
