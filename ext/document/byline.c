/* Who wrote it, who brought it out, when. Pages say it in short lines round the title (文|刘旷; 来源：… 作者：…; 石佳/中国青年报),
** in an export's header, behind the article, in its first words (新华社北京6月5日电（记者…）; …独家获悉), or only in passing, in the
** page's own furniture (下载…新闻APP). The plainer a statement, the more it counts; of equals the first.
**
** Editors are not authors. Limits: a bare name without any label is taken for an author only beside a title or a date. */
#include "document/byline.h"

#include "base/char.h"

enum { BYLINE_LONGEST = 90, LINES_ABOVE_TITLE = 8, LINES_INTO_BODY = 4, LINES_BEHIND = 40 };

/* 量子位 | 公众号 QbitAI: the outlet's name, a bar, then its account. */
static bool read_account(lt_byline *r, uint32_t line) {
  const lt_page *page = r->page;
  lt_slice text = page->lines[line].text;
  uint32_t begin = lt_page_mark(page, line)->span.begin, bar = 0;
  while (bar < text.length && text.at[bar] != '|' && text.at[bar] != u'｜' && text.at[bar] != u'丨') bar++;
  for (uint32_t i = lt_page_first_cue(page, begin + bar); i < page->cues->count && page->cues->at[i].begin < begin + text.length; i++) {
    const lt_hit *hit = &page->cues->at[i];
    bool is_account = lt_slice_equals(lt_lexicon_term(page->lexicon, hit->term).text, LT_SLICE("account"));
    if (hit->class == LT_CUE_PAGE_SOURCE && is_account) return bar > 0 && lt_byline_publisher(r, (lt_slice){text.at, bar}, LT_SAID_IN_BYLINE);
  }
  return false;
}

/* 衡宇 发自 凹非寺, ×××团队 投稿, 示例之心报道 */
static bool read_behind(lt_byline *r, uint32_t line) {
  const lt_page *page = r->page;
  lt_slice text = page->lines[line].text;
  uint32_t begin = lt_page_mark(page, line)->span.begin;
  if (text.length > 40 || page->lines[line].ends_sentence) return false;
  for (uint32_t i = lt_page_first_cue(page, begin + 2); i < page->cues->count && page->cues->at[i].begin < begin + text.length; i++) {
    if (page->cues->at[i].class != LT_CUE_PAGE_BEHIND) continue;
    lt_slice name = {text.at, page->cues->at[i].begin - begin};
    lt_term term = lt_lexicon_term(page->lexicon, page->cues->at[i].term);
    uint32_t end = name.length + page->cues->at[i].length;
    if (term.value == 0 && end < text.length && !lt_char_is_space(text.at[end])) continue;
    if (lt_slice_index(name, u'，') < name.length || lt_slice_index(name, '|') < name.length) return false;
    if (lt_slice_equals(term.text, LT_SLICE("author"))) return lt_byline_author(r, name);
    return name.length <= LT_OUTLET_LONGEST && lt_byline_publisher(r, name, LT_SAID_IN_BYLINE);
  }
  return false;
}


/* 石佳/中国青年报 */
static bool read_slash(lt_byline *r, lt_slice line) {
  uint32_t slash = lt_slice_index(line, '/');
  if (slash == 0 || slash + 1 >= line.length || line.length > 30) return false;
  lt_slice name = lt_byline_trim((lt_slice){line.at, slash});
  lt_slice outlet = lt_byline_trim((lt_slice){line.at + slash + 1, line.length - slash - 1});
  if (!lt_byline_is_outlet(r->page, outlet)) {
    lt_slice other = outlet;
    outlet = name;
    name = other;
  }
  if (!lt_byline_is_outlet(r->page, outlet) || name.length < 2 || name.length > 12 || outlet.length > 12) return false;
  bool author = lt_byline_author(r, name), publisher = lt_byline_publisher(r, outlet, LT_SAID_IN_BYLINE);
  return author && publisher;
}

static lt_slice next_word(lt_slice *rest) {
  *rest = lt_slice_trim(*rest);
  uint32_t end = 0;
  while (end < rest->length && !lt_char_is_space(rest->at[end])) end++;
  lt_slice word = {rest->at, end};
  *rest = (lt_slice){rest->at + end, rest->length - end};
  return word;
}

/* Names beside a date: 原创 刘旷 刘旷商业评论 2023-06-05; 2023年6月5日 12:39 新浪科技 */
static void note_bare_names(lt_byline *r, lt_slice rest) {
  lt_slice word;
  while ((word = next_word(&rest)).length) {
    if (lt_byline_ends_value(word) || word.length > 12 || lt_byline_is_stray(r->page, word)) continue;
    if (lt_byline_is_person(r->page, word) && r->document->author.at == NULL) lt_byline_author(r, word);
    else if (lt_byline_is_outlet(r->page, word)) lt_byline_publisher(r, word, LT_SAID_IN_BYLINE);
  }
}

/* A line that is little more than a date. */
static bool read_date_line(lt_byline *r, lt_slice line) {
  uint32_t ymd[3], length, at = lt_byline_find_date(r->page, line, &length, ymd);
  if (at == line.length || line.length > 60) return false;
  lt_slice head = {line.at, at}, tail = {line.at + at + length, line.length - at - length};
  if (lt_slice_index(line, u'，') < line.length || lt_slice_index(line, u'。') < line.length) return false;
  lt_byline_date(r, line);
  note_bare_names(r, head);
  note_bare_names(r, tail);
  return true;
}

/* 原创 林见川 远岸观察 */
static bool read_original(lt_byline *r, lt_slice line) {
  lt_slice rest = line, first = next_word(&rest);
  lt_term term;
  bool opens = lt_lexicon_find(r->page->lexicon, first, LT_WORD_BYLINE_STRAY, &term) && term.value == 1;
  if (!opens || line.length > 30 || rest.length == 0) return false;
  note_bare_names(r, rest);
  return true;
}

static bool read_line(lt_byline *r, uint32_t line) {
  const lt_page_line *p = &r->page->lines[line];
  if (p->text.length > BYLINE_LONGEST || p->is_address) return false;
  if (read_account(r, line)) return true;
  if (lt_byline_read_labels(r, line)) {
    if (p->has_date) lt_byline_date(r, p->text);
    return true;
  }
  return read_behind(r, line) || read_slash(r, p->text) || read_date_line(r, p->text) || read_original(r, p->text);
}

/* ---- where bylines stand ---- */

/* The export's header. Its author is the account that published: an outlet where the article names its own author. */
static void read_header(lt_byline *r, uint32_t line) {
  lt_slice text = r->page->lines[line].text;
  uint32_t colon = 0;
  while (colon < text.length && text.at[colon] != ':' && text.at[colon] != u'：') colon++;
  uint32_t begin = colon < text.length ? colon + 1 : colon;
  lt_slice value = lt_slice_trim((lt_slice){text.at + begin, text.length - begin});
  lt_page_line *p = &r->page->lines[line];
  p->kind = LT_PARAGRAPH_BOILERPLATE;
  if (lt_page_has(r->page, line, LT_ROLE(PAGE_AUTHOR))) r->account = value;
  else if (lt_page_has(r->page, line, LT_ROLE(PAGE_DATE))) lt_byline_date(r, value);
  else if (lt_page_has(r->page, line, LT_ROLE(PAGE_SOURCE))) lt_byline_publisher(r, value, LT_SAID_BY_LABEL);
  else return;
  p->kind = LT_PARAGRAPH_BYLINE;
}

/* The header's author is the outlet's account, unless the page names another outlet and no author. */
static void read_account_of_header(lt_byline *r) {
  bool is_outlet = r->document->author.at || r->document->publisher.at == NULL || lt_slice_equals(r->account, r->document->publisher);
  if (is_outlet) lt_byline_publisher(r, r->account, LT_SAID_IN_HEADER);
  else lt_byline_author(r, r->account);
}

static bool may_be_byline(const lt_page *page, uint32_t line) {
  if (line == page->title || page->lines[line].is_copy || page->count == 1) return false; /* one line is all there is to read */
  if (line < page->body) return true;
  const lt_roles telling = LT_ROLE(PAGE_AUTHOR) | LT_ROLE(PAGE_SOURCE) | LT_ROLE(PAGE_DATE);
  if (lt_page_has(page, line, LT_ROLE(PAGE_EDITOR) | LT_ROLE(PAGE_CREDIT)) && !lt_page_has(page, line, telling)) return false;
  return !lt_page_is_prose(page, line) || page->lines[line].words <= 12;
}

/* A line that is nothing but a name, beside the title or a byline: who wrote, or which outlet. */
static void read_bare_lines(lt_byline *r) {
  lt_page *page = r->page;
  for (uint32_t i = page->title + 1; i < page->body; i++) {
    lt_page_line *line = &page->lines[i];
    bool beside = page->lines[i - 1].kind == LT_PARAGRAPH_BYLINE || page->lines[i + 1].kind == LT_PARAGRAPH_BYLINE || i == page->title + 1;
    if (line->kind != LT_PARAGRAPH_BODY || !beside || line->text.length > LT_OUTLET_LONGEST || lt_byline_is_stray(page, line->text) ||
        lt_page_has(page, i, LT_ROLES_FURNITURE)) continue;
    bool found = r->document->author.at == NULL && lt_byline_is_person(page, line->text) && lt_byline_author(r, line->text);
    if (!found && lt_byline_is_outlet(page, line->text)) found = lt_byline_publisher(r, line->text, LT_SAID_IN_BYLINE);
    if (found) line->kind = LT_PARAGRAPH_BYLINE;
  }
}

static void read_top(lt_byline *r) {
  lt_page *page = r->page;
  uint32_t first = page->title < page->count ? page->title : page->body, last = page->body + LINES_INTO_BODY;
  first = first > LINES_ABOVE_TITLE ? first - LINES_ABOVE_TITLE : 0;
  for (uint32_t i = first; i < last && i < page->body_end; i++) {
    if (lt_page_mark(page, i)->mark == LT_MARK_META || !may_be_byline(page, i)) continue;
    bool above = page->title < page->count && i < page->title;
    bool found = above ? lt_byline_read_labels(r, i) || read_date_line(r, page->lines[i].text) : read_line(r, i);
    if (found) page->lines[i].kind = LT_PARAGRAPH_BYLINE;
  }
}

static void read_bottom(lt_byline *r) {
  lt_page *page = r->page;
  const lt_roles telling = LT_ROLE(PAGE_AUTHOR) | LT_ROLE(PAGE_SOURCE) | LT_ROLE(PAGE_DATE) | LT_ROLE(PAGE_END);
  for (uint32_t i = page->body_end; i < page->count && i < page->body_end + LINES_BEHIND; i++) {
    if (lt_page_has(page, i, LT_ROLE(PAGE_RELATED) | LT_ROLE(PAGE_COMMENT))) return;
    bool short_enough = page->lines[i].text.length <= BYLINE_LONGEST;
    if (short_enough && lt_page_has(page, i, telling) && !page->lines[i].is_copy) lt_byline_read_labels(r, i);
  }
}


bool lt_page_is_byline(lt_page *page, uint32_t line) {
  lt_document scratch = {.arena = page->document->arena};
  lt_byline r = {page, &scratch, LT_SAID_NOWHERE, LT_NO_SLICE};
  return read_line(&r, line);
}

void lt_page_read_bylines(lt_page *page) {
  lt_byline r = {page, page->document, LT_SAID_NOWHERE, LT_NO_SLICE};
  for (uint32_t i = 0; i < page->count; i++) {
    if (lt_page_mark(page, i)->mark == LT_MARK_META) read_header(&r, i);
  }
  read_top(&r);
  if (page->title < page->count) read_bare_lines(&r);
  lt_byline_read_first_words(&r);
  read_bottom(&r);
  if (r.account.at) read_account_of_header(&r);
  lt_byline_read_furniture(&r);
}
