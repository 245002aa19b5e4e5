/* Who wrote it, who brought it out, when. Pages say it in short lines round the title (文|刘旷; 来源：… 作者：…; 石佳/中国青年报),
** in an export's header, behind the article, in its first words (新华社北京6月5日电（记者…）; …独家获悉), or only in passing, in the
** page's own furniture (下载…新闻APP). The plainer a statement, the more it counts; of equals the first.
**
** Editors are not authors. Limits: a bare name without any label is taken for an author only beside a date. */
#include "document/page.h"

#include "base/char.h"

enum { BYLINE_LONGEST = 90, NAME_LONGEST = 24, OUTLET_LONGEST = 12, LINES_ABOVE_TITLE = 8, LINES_INTO_BODY = 4, LINES_BEHIND = 40 };

/* How plainly an outlet is named, plainest first. */
typedef enum plainness { LABELLED, IN_BYLINE, IN_DATELINE, IN_HEADER, IN_APP_LINE, IN_RIGHTS, IN_WINDOW_TITLE, IN_COPYRIGHT, NOT_SAID } plainness;

typedef struct reader {
  lt_page *page;
  lt_document *document;
  plainness publisher;
  lt_slice account; /* 文章作者 of an export's header: an author unless a byline names one */
} reader;

/* ---- taking note ---- */

/* 池炜恒（池化） */
static bool closes_own_bracket(lt_slice s) {
  lt_char last = s.at[s.length - 1];
  return (last == u'）' && lt_slice_index(s, u'（') < s.length) || (last == ')' && lt_slice_index(s, '(') < s.length);
}

static lt_slice trimmed(lt_slice s) {
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

static bool has_letter(lt_slice s) {
  for (uint32_t i = 0; i < s.length; i++) {
    if (lt_char_is_han(s.at[i]) || lt_char_is_letter(s.at[i])) return true;
  }
  return false;
}

static bool note_author(reader *r, lt_slice name) {
  name = trimmed(name);
  if (name.length < 2 || name.length > NAME_LONGEST * 2 || !has_letter(name)) return false;
  if (r->document->author.at == NULL) r->document->author = name;
  return true;
}

static bool is_stray(const lt_page *page, lt_slice word) {
  lt_term term;
  return lt_lexicon_find(page->lexicon, word, LT_WORD_BYLINE_STRAY, &term);
}

static bool note_publisher(reader *r, lt_slice name, plainness how) {
  name = trimmed(name);
  if (name.length < 2 || name.length > NAME_LONGEST || !has_letter(name) || is_stray(r->page, name)) return false;
  if (how < r->publisher) {
    r->document->publisher = name;
    r->publisher = how;
  }
  return true;
}

/* ---- dates ---- */

static uint32_t number_at(lt_slice s, uint32_t *at, uint32_t longest) {
  uint32_t value = 0, end = *at + longest;
  while (*at < s.length && *at < end && lt_char_is_digit(s.at[*at])) value = value * 10 + (s.at[(*at)++] - '0');
  return value;
}

static bool is_date_mark(lt_char c) { return c == '-' || c == '/' || c == '.' || c == u'年' || c == u'月'; }

/* 2023-06-05, 2023/6/5, 2023.06.05, 2023年6月5日: its length, 0 if there is none here. */
static uint32_t date_at(lt_slice s, uint32_t at, uint32_t ymd[3]) {
  uint32_t i = at;
  ymd[0] = number_at(s, &i, 4);
  if (i - at != 4 || ymd[0] < 1900 || ymd[0] > 2200) return 0;
  for (int k = 1; k < 3; k++) {
    while (i < s.length && s.at[i] == ' ') i++;
    if (i >= s.length || !is_date_mark(s.at[i])) return 0;
    i++;
    while (i < s.length && s.at[i] == ' ') i++;
    ymd[k] = number_at(s, &i, 2);
  }
  bool is_day = ymd[1] >= 1 && ymd[1] <= 12 && ymd[2] >= 1 && ymd[2] <= 31;
  if (i < s.length && s.at[i] == u'日') i++;
  return is_day ? i - at : 0;
}

/* May 6, 2024; 6 May 2024 */
static uint32_t english_date_at(const lt_page *page, lt_slice s, uint32_t at, uint32_t ymd[3]) {
  uint32_t i = at, month_end;
  ymd[2] = number_at(s, &i, 2);
  while (i < s.length && s.at[i] == ' ') i++;
  for (month_end = i; month_end < s.length && lt_char_is_letter(s.at[month_end]);) month_end++;
  lt_term month;
  if (!lt_lexicon_find(page->lexicon, (lt_slice){s.at + i, month_end - i}, LT_WORD_MONTH, &month)) return 0;
  ymd[1] = (uint32_t)month.value;
  i = month_end;
  while (i < s.length && (s.at[i] == ' ' || s.at[i] == '.')) i++;
  if (ymd[2] == 0) ymd[2] = number_at(s, &i, 2);
  while (i < s.length && (s.at[i] == ' ' || s.at[i] == ',')) i++;
  uint32_t year = i;
  ymd[0] = number_at(s, &i, 4);
  return i - year == 4 && ymd[0] >= 1900 && ymd[2] >= 1 && ymd[2] <= 31 ? i - at : 0;
}

/* Where the first date begins, and its length in *length; s.length if there is none. */
static uint32_t find_date(const lt_page *page, lt_slice s, uint32_t *length, uint32_t ymd[3]) {
  for (uint32_t i = 0; i + 7 < s.length; i++) {
    if (!lt_char_is_latin(s.at[i]) || (i && lt_char_is_latin(s.at[i - 1]))) continue;
    if ((*length = date_at(s, i, ymd)) > 0 || (*length = english_date_at(page, s, i, ymd)) > 0) return i;
  }
  *length = 0;
  return s.length;
}

static void write_number(lt_char *out, uint32_t value, int digits) {
  for (int i = digits; i-- > 0; value /= 10) out[i] = (lt_char)('0' + value % 10);
}

static bool note_date(reader *r, lt_slice s) {
  uint32_t ymd[3], length;
  if (find_date(r->page, s, &length, ymd) == s.length) return false;
  if (r->document->published.at) return true;
  lt_char *out = lt_arena_block(r->document->arena, 10 * sizeof *out);
  if (out == NULL) return false;
  write_number(out, ymd[0], 4);
  write_number(out + 5, ymd[1], 2);
  write_number(out + 8, ymd[2], 2);
  out[4] = out[7] = '-';
  r->document->published = (lt_slice){out, 10};
  return true;
}

/* ---- labels ---- */

static bool is_label_mark(lt_char c) { return c == u'：' || c == ':' || c == '|' || c == u'｜' || c == u'丨' || c == '/' || c == u'／' || c == u'︱' || c == u'│'; }

static uint32_t first_cue(const lt_page *page, uint32_t place) {
  uint32_t low = 0, high = page->cues->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (page->cues->at[middle].begin < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

static const lt_roles labels = LT_ROLE(PAGE_AUTHOR) | LT_ROLE(PAGE_EDITOR) | LT_ROLE(PAGE_SOURCE) | LT_ROLE(PAGE_DATE);

typedef struct label {
  lt_cue_class class;
  uint32_t begin, end; /* in the line; end: behind its mark */
} label;

static bool is_any_of(lt_char c, const lt_char *marks) {
  while (*marks && *marks != c) marks++;
  return *marks != 0;
}

/* 新京报记者 ×××: what stands before the label is an outlet, not the rest of a word or a sentence. */
static bool follows_outlet(lt_slice line, uint32_t begin) {
  for (uint32_t i = 0; i < begin; i++) {
    if (!lt_char_is_han(line.at[i]) && !lt_char_is_latin(line.at[i]) && !is_any_of(line.at[i], u"《》·")) return false;
  }
  return begin >= 2 && begin <= OUTLET_LONGEST + 4;
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
  bool is_author = hit->class == LT_CUE_PAGE_AUTHOR, bracketed = is_author && is_any_of(before, u"（(【[");
  if (end == l->end && !has_own_mark && !bracketed) return false;
  bool quoted = end > l->end && line.at[end - 1] == u'“';
  l->end = end;
  if (quoted || bracketed || lt_char_is_space(before) || lt_char_is_digit(before) || is_any_of(before, u"，、；|｜丨/）)·")) return true;
  return is_author && !has_own_mark && follows_outlet(line, l->begin);
}

/* The next label at or behind a place in the line; false if there is none. Of two that overlap the longer one counts. */
static bool next_label(const lt_page *page, uint32_t line, uint32_t from, label *l) {
  lt_slice text = page->lines[line].text;
  uint32_t begin = lt_page_mark(page, line)->span.begin;
  for (uint32_t i = first_cue(page, begin + from); i < page->cues->count && page->cues->at[i].begin < begin + text.length; i++) {
    if (label_of(page, &page->cues->at[i], text, begin, l)) return true;
  }
  return false;
}

/* A word that ends what a label says: another label's (阅读：1644), a date, a separator. */
static bool ends_value(lt_slice word) {
  uint32_t ymd[3];
  for (uint32_t i = 0; i < word.length; i++) {
    if (is_label_mark(word.at[i]) && word.at[i] != '/' && word.at[i] != u'／') return true;
  }
  return word.length == 0 || date_at(word, 0, ymd) > 0 || !has_letter(word);
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
  return c == u'，' || c == u'。' || c == u'；' || c == u'”' || c == u'」' || c == u'』' || c == u'】' || c == ']' || c == ';';
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
    if (word.length && (ends_value(word) || has_behind(page, word, i > begin) || is_stray(page, word))) break;
    stop = word_end;
    for (i = word_end; i < end && lt_char_is_space(line.at[i]);) i++;
  }
  return (lt_slice){line.at + begin, stop - begin};
}

/* 腾讯新闻《远光灯》作者 ×××, 新京报记者 ×××: the outlet stands before the label. */
static void note_outlet_before(reader *r, lt_slice before) {
  uint32_t book = lt_slice_index(before, u'《');
  lt_slice outlet = trimmed((lt_slice){before.at, book});
  for (uint32_t i = 0; i < outlet.length; i++) {
    if (!lt_char_is_han(outlet.at[i]) && !lt_char_is_latin(outlet.at[i])) return;
  }
  if (outlet.length >= 2 && outlet.length <= 12) note_publisher(r, outlet, IN_BYLINE);
}

/* 山城观察 北京: of words parted by a space between Chinese characters an outlet's name is the first. EDN 电子技术设计 is one name. */
static lt_slice first_name(lt_slice s) {
  for (uint32_t i = 1; i + 1 < s.length; i++) {
    if (lt_char_is_space(s.at[i]) && lt_char_is_han(s.at[i - 1]) && lt_char_is_han(s.at[i + 1])) return (lt_slice){s.at, i};
  }
  return s;
}

static bool note_labelled(reader *r, uint32_t line, const label *l, lt_slice value) {
  lt_slice before = {r->page->lines[line].text.at, l->begin};
  switch (l->class) {
    case LT_CUE_PAGE_AUTHOR:
      if (l->begin > 0) note_outlet_before(r, before);
      return note_author(r, value);
    case LT_CUE_PAGE_SOURCE: return note_publisher(r, first_name(value), LABELLED);
    case LT_CUE_PAGE_DATE: return note_date(r, (lt_slice){r->page->lines[line].text.at + l->end, r->page->lines[line].text.length - l->end});
    default: return true;
  }
}

/* 量子位 | 公众号 QbitAI: the outlet's name, then its account. */
static bool read_account(reader *r, lt_slice line) {
  uint32_t at = lt_slice_find(line, LT_SLICE("公众号")), bar = 0;
  if (at == line.length) return false;
  while (bar < at && line.at[bar] != '|' && line.at[bar] != u'｜' && line.at[bar] != u'丨') bar++;
  return bar > 0 && bar < at && note_publisher(r, (lt_slice){line.at, bar}, IN_BYLINE);
}

static bool read_labels(reader *r, uint32_t line) {
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

/* ---- bylines without labels ---- */

/* 衡宇 发自 凹非寺, ×××团队 投稿, 示例之心报道 */
static bool read_behind(reader *r, uint32_t line) {
  const lt_page *page = r->page;
  lt_slice text = page->lines[line].text;
  uint32_t begin = lt_page_mark(page, line)->span.begin;
  if (text.length > 40 || page->lines[line].ends_sentence) return false;
  for (uint32_t i = first_cue(page, begin + 2); i < page->cues->count && page->cues->at[i].begin < begin + text.length; i++) {
    if (page->cues->at[i].class != LT_CUE_PAGE_BEHIND) continue;
    lt_slice name = {text.at, page->cues->at[i].begin - begin};
    lt_term term = lt_lexicon_term(page->lexicon, page->cues->at[i].term);
    uint32_t end = name.length + page->cues->at[i].length;
    if (term.value == 0 && end < text.length && !lt_char_is_space(text.at[end])) continue;
    if (lt_slice_index(name, u'，') < name.length || lt_slice_index(name, '|') < name.length) return false;
    if (lt_slice_equals(term.text, LT_SLICE("author"))) return note_author(r, name);
    return name.length <= OUTLET_LONGEST && note_publisher(r, name, IN_BYLINE);
  }
  return false;
}

static bool is_known(const lt_page *page, lt_slice name, lt_name *found) {
  lt_term term;
  if (!lt_lexicon_find(page->lexicon, name, LT_CUE_CLASSES, &term)) return false;
  *found = lt_lexicon_name(page->lexicon, (uint32_t)term.value);
  return true;
}

static bool is_outlet(const lt_page *page, lt_slice name) {
  lt_name known;
  lt_term term;
  if (is_known(page, name, &known)) return known.kind == LT_NAME_COMPANY || known.kind == LT_NAME_ORGANIZATION;
  for (uint32_t length = 1; length <= 3 && length < name.length; length++) {
    if (lt_lexicon_find(page->lexicon, (lt_slice){name.at + name.length - length, length}, LT_WORD_OUTLET_SUFFIX, &term)) return true;
  }
  return false;
}

static bool is_person(const lt_page *page, lt_slice name) {
  lt_name known;
  if (is_known(page, name, &known)) return known.kind == LT_NAME_PERSON;
  lt_term surname;
  for (uint32_t i = 0; i < name.length; i++) {
    if (!lt_char_is_han(name.at[i])) return false;
  }
  return name.length >= 2 && name.length <= 3 && lt_lexicon_find(page->lexicon, (lt_slice){name.at, 1}, LT_WORD_SURNAME, &surname);
}

/* 石佳/中国青年报 */
static bool read_slash(reader *r, lt_slice line) {
  uint32_t slash = lt_slice_index(line, '/');
  if (slash == 0 || slash + 1 >= line.length || line.length > 30) return false;
  lt_slice name = trimmed((lt_slice){line.at, slash}), outlet = trimmed((lt_slice){line.at + slash + 1, line.length - slash - 1});
  if (!is_outlet(r->page, outlet)) {
    lt_slice other = outlet;
    outlet = name;
    name = other;
  }
  if (!is_outlet(r->page, outlet) || name.length < 2 || name.length > 12 || outlet.length > 12) return false;
  bool author = note_author(r, name), publisher = note_publisher(r, outlet, IN_BYLINE);
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
static void note_bare_names(reader *r, lt_slice rest) {
  lt_slice word;
  while ((word = next_word(&rest)).length) {
    if (ends_value(word) || word.length > 12 || is_stray(r->page, word)) continue;
    if (is_person(r->page, word) && r->document->author.at == NULL) note_author(r, word);
    else if (is_outlet(r->page, word)) note_publisher(r, word, IN_BYLINE);
  }
}

/* A line that is little more than a date. */
static bool read_date_line(reader *r, lt_slice line) {
  uint32_t ymd[3], length, at = find_date(r->page, line, &length, ymd);
  if (at == line.length || line.length > 60) return false;
  lt_slice head = {line.at, at}, tail = {line.at + at + length, line.length - at - length};
  if (lt_slice_index(line, u'，') < line.length || lt_slice_index(line, u'。') < line.length) return false;
  note_date(r, line);
  note_bare_names(r, head);
  note_bare_names(r, tail);
  return true;
}

/* 原创 林见川 远岸观察 */
static bool read_original(reader *r, lt_slice line) {
  lt_slice rest = line, first = next_word(&rest);
  lt_term term;
  bool opens = lt_lexicon_find(r->page->lexicon, first, LT_WORD_BYLINE_STRAY, &term) && term.value == 1;
  if (!opens || line.length > 30 || rest.length == 0) return false;
  note_bare_names(r, rest);
  return true;
}

static bool read_line(reader *r, uint32_t line) {
  const lt_page_line *p = &r->page->lines[line];
  if (p->text.length > BYLINE_LONGEST || p->is_address) return false;
  if (read_account(r, p->text)) return true;
  if (read_labels(r, line)) {
    if (p->has_date) note_date(r, p->text);
    return true;
  }
  return read_behind(r, line) || read_slash(r, p->text) || read_date_line(r, p->text) || read_original(r, p->text);
}

/* ---- where bylines stand ---- */

/* The export's header. Its author is the account that published: an outlet where the article names its own author. */
static void read_header(reader *r, uint32_t line) {
  lt_slice text = r->page->lines[line].text;
  uint32_t colon = lt_slice_index(text, ':');
  lt_slice value = lt_slice_trim((lt_slice){text.at + colon + 1, text.length - colon - 1});
  lt_page_line *p = &r->page->lines[line];
  p->kind = LT_PARAGRAPH_BOILERPLATE;
  if (lt_page_has(r->page, line, LT_ROLE(PAGE_AUTHOR))) r->account = value;
  else if (lt_page_has(r->page, line, LT_ROLE(PAGE_DATE))) note_date(r, value);
  else if (lt_page_has(r->page, line, LT_ROLE(PAGE_SOURCE))) note_publisher(r, value, LABELLED);
  else return;
  p->kind = LT_PARAGRAPH_BYLINE;
}

static bool may_be_byline(const lt_page *page, uint32_t line) {
  if (line == page->title || page->lines[line].is_copy || page->count == 1) return false; /* one line is all there is to read */
  if (line < page->body) return true;
  const lt_roles telling = LT_ROLE(PAGE_AUTHOR) | LT_ROLE(PAGE_SOURCE) | LT_ROLE(PAGE_DATE);
  if (lt_page_has(page, line, LT_ROLE(PAGE_EDITOR) | LT_ROLE(PAGE_CREDIT)) && !lt_page_has(page, line, telling)) return false;
  return !lt_page_is_prose(page, line) || page->lines[line].words <= 12;
}

/* A line that is nothing but a name, beside the title or a byline: who wrote, or which outlet. */
static void read_bare_lines(reader *r) {
  lt_page *page = r->page;
  for (uint32_t i = page->title + 1; i < page->body; i++) {
    lt_page_line *line = &page->lines[i];
    bool beside = page->lines[i - 1].kind == LT_PARAGRAPH_BYLINE || page->lines[i + 1].kind == LT_PARAGRAPH_BYLINE || i == page->title + 1;
    if (line->kind != LT_PARAGRAPH_BODY || !beside || line->text.length > OUTLET_LONGEST || is_stray(page, line->text) ||
        lt_page_has(page, i, LT_ROLES_FURNITURE)) continue;
    bool found = r->document->author.at == NULL && is_person(page, line->text) && note_author(r, line->text);
    if (!found && is_outlet(page, line->text)) found = note_publisher(r, line->text, IN_BYLINE);
    if (found) line->kind = LT_PARAGRAPH_BYLINE;
  }
}

static void read_top(reader *r) {
  lt_page *page = r->page;
  uint32_t first = page->title < page->count ? page->title : page->body, last = page->body + LINES_INTO_BODY;
  first = first > LINES_ABOVE_TITLE ? first - LINES_ABOVE_TITLE : 0;
  for (uint32_t i = first; i < last && i < page->body_end; i++) {
    if (lt_page_mark(page, i)->mark == LT_MARK_META || !may_be_byline(page, i)) continue;
    bool above = page->title < page->count && i < page->title;
    if (above ? read_labels(r, i) || read_date_line(r, page->lines[i].text) : read_line(r, i)) page->lines[i].kind = LT_PARAGRAPH_BYLINE;
  }
}

static void read_bottom(reader *r) {
  lt_page *page = r->page;
  const lt_roles telling = LT_ROLE(PAGE_AUTHOR) | LT_ROLE(PAGE_SOURCE) | LT_ROLE(PAGE_DATE) | LT_ROLE(PAGE_END);
  for (uint32_t i = page->body_end; i < page->count && i < page->body_end + LINES_BEHIND; i++) {
    if (lt_page_has(page, i, LT_ROLE(PAGE_RELATED) | LT_ROLE(PAGE_COMMENT))) return;
    if (lt_page_has(page, i, telling) && !page->lines[i].is_copy && page->lines[i].text.length <= BYLINE_LONGEST) read_labels(r, i);
  }
}

/* （记者 ×××）, （文/×××） in a paragraph: a bracket that opens with an author's label. */
static void read_brackets(reader *r, uint32_t line, uint32_t from, uint32_t to) {
  lt_slice text = r->page->lines[line].text;
  label l;
  for (uint32_t i = from; next_label(r->page, line, i, &l) && l.begin < to; i = l.end) {
    bool opened = l.begin > 0 && (text.at[l.begin - 1] == u'（' || text.at[l.begin - 1] == '(' || text.at[l.begin - 1] == u'【' || text.at[l.begin - 1] == '[');
    if (l.class != LT_CUE_PAGE_AUTHOR || !opened) continue;
    uint32_t end = l.end;
    while (end < text.length && text.at[end] != u'）' && text.at[end] != ')' && text.at[end] != u'】' && text.at[end] != ']') end++;
    if (end < text.length) note_author(r, value_at(r->page, text, l.end, end));
  }
}

/* The name that an outlet's own news begins with: a known one, or what stands before 独家, 获悉 or a day. */
static lt_slice opening_name(const lt_page *page, uint32_t line, uint32_t limit) {
  lt_slice text = page->lines[line].text;
  uint32_t begin = lt_page_mark(page, line)->span.begin, end = 0;
  while (end < limit && (lt_char_is_han(text.at[end]) || lt_char_is_letter(text.at[end]) || (end < 4 && lt_char_is_digit(text.at[end])))) end++;
  for (uint32_t i = 0; i < page->names->count && page->names->at[i].begin <= begin; i++) {
    if (page->names->at[i].begin == begin) return (lt_slice){text.at, page->names->at[i].length};
  }
  for (uint32_t length = 3; length < end; length++) {
    if (is_outlet(page, (lt_slice){text.at, length})) return (lt_slice){text.at, length};
  }
  for (uint32_t i = first_cue(page, begin); i < page->cues->count && page->cues->at[i].begin < begin + end; i++) {
    if (page->cues->at[i].class == LT_CUE_PAGE_LEARNT) end = page->cues->at[i].begin - begin;
  }
  return (lt_slice){text.at, end};
}

/* 36氪独家获悉，… : 获悉 within the first words. */
static void read_learnt(reader *r, uint32_t line) {
  const lt_page *page = r->page;
  uint32_t begin = lt_page_mark(page, line)->span.begin;
  for (uint32_t i = first_cue(page, begin); i < page->cues->count && page->cues->at[i].begin < begin + 16; i++) {
    const lt_hit *hit = &page->cues->at[i];
    if (hit->class != LT_CUE_PAGE_LEARNT || lt_lexicon_term(page->lexicon, hit->term).value != 1) continue;
    lt_slice name = opening_name(page, line, hit->begin - begin);
    if (name.length >= 2 && name.length <= 8) note_publisher(r, name, IN_DATELINE);
    return;
  }
}

/* 新华社北京6月5日电（记者…）, 财联社6月5日讯: a name, perhaps a place, a day, and 电, 讯 or 消息. */
static void read_dateline(reader *r, uint32_t line) {
  lt_slice text = r->page->lines[line].text;
  uint32_t digits = 0, day;
  while (digits < text.length && digits < 16 && !lt_char_is_digit(text.at[digits])) digits++;
  day = digits;
  number_at(text, &day, 2);
  if (digits < 2 || day >= text.length || text.at[day] != u'月') return;
  day++;
  number_at(text, &day, 2);
  if (day + 1 >= text.length || text.at[day] != u'日') return;
  day++;
  while (day < text.length && lt_char_is_space(text.at[day])) day++;
  bool is_wire = day < text.length && (text.at[day] == u'电' || text.at[day] == u'讯' || (text.at[day] == u'消' && day + 1 < text.length && text.at[day + 1] == u'息'));
  if (is_wire) note_publisher(r, opening_name(r->page, line, digits), IN_DATELINE);
}

static void read_first_words(reader *r) {
  lt_page *page = r->page;
  for (uint32_t i = page->body, seen = 0; i < page->body_end && seen < 2; i++) {
    if (!lt_page_is_prose(page, i) || page->lines[i].kind == LT_PARAGRAPH_BYLINE) continue;
    read_dateline(r, i);
    read_brackets(r, i, 0, 40);
    read_learnt(r, i);
    seen++;
  }
  if (page->body < page->body_end) {
    uint32_t last = page->body_end - 1, length = page->lines[last].text.length;
    if (r->document->author.at == NULL) read_brackets(r, last, length > 40 ? length - 40 : 0, length);
  }
}

/* ---- furniture that names the outlet ---- */

static void note_outlet(reader *r, lt_span where, bool wanted, plainness how) {
  if (!wanted || where.end <= where.begin) return;
  lt_slice name = trimmed(lt_text_cut(r->page->text, where));
  while (name.length && lt_char_is_digit(name.at[0])) name = trimmed((lt_slice){name.at + 1, name.length - 1});
  if (is_outlet(r->page, name)) note_publisher(r, name, how);
}

/* 下载界面新闻, 山脊周刊客户端, © 2024 山脊周刊 版权所有: the outlet stands behind or before the word, as its entry says; how its
** name ends, or the vocabulary, shows that it is one. */
static void read_furniture_line(reader *r, uint32_t line, lt_cue_class class, plainness how) {
  const lt_page *page = r->page;
  lt_span span = lt_page_mark(page, line)->span;
  uint32_t from = span.begin;
  bool behind = false;
  for (uint32_t i = first_cue(page, span.begin); i < page->cues->count && page->cues->at[i].begin < span.end; i++) {
    const lt_hit *hit = &page->cues->at[i];
    if (hit->class != class || hit->begin < from) continue;
    lt_slice where = lt_lexicon_term(page->lexicon, hit->term).text;
    note_outlet(r, (lt_span){from, hit->begin}, behind || lt_slice_equals(where, LT_SLICE("before")), how);
    behind = lt_slice_equals(where, LT_SLICE("behind"));
    from = hit->begin + hit->length;
  }
  note_outlet(r, (lt_span){from, span.end}, behind, how);
}

/* 本文为示例网原创文章 */
static void read_rights_line(reader *r, lt_slice line) {
  lt_slice own = LT_SLICE("原创");
  uint32_t at = lt_slice_find(line, own);
  bool opens = lt_slice_starts_with(line, LT_SLICE("本文为")) || lt_slice_starts_with(line, LT_SLICE("本文系"));
  if (opens && at < line.length && at > 3) note_publisher(r, (lt_slice){line.at + 3, at - 3}, IN_RIGHTS);
}

static void read_window_title(reader *r) {
  const lt_page *page = r->page;
  lt_slice first = page->lines[0].text, title = r->document->title;
  if (title.length == 0 || first.length <= title.length || !lt_slice_starts_with(first, title)) return;
  lt_slice tail = {first.at + title.length, first.length - title.length};
  for (uint32_t i = tail.length; i-- > 0;) {
    if (tail.at[i] == '_' || tail.at[i] == '-' || tail.at[i] == '|') {
      note_publisher(r, (lt_slice){tail.at + i + 1, tail.length - i - 1}, IN_WINDOW_TITLE);
      return;
    }
  }
}

static void read_furniture(reader *r) {
  lt_page *page = r->page;
  for (uint32_t i = 0; i < page->count; i++) {
    if (i >= page->body && i < page->body_end) i = page->body_end;
    if (i >= page->count) break;
    if (lt_page_has(page, i, LT_ROLE(PAGE_REPRINT))) r->document->reprint = true;
    if (lt_page_has(page, i, LT_ROLE(PAGE_APP))) read_furniture_line(r, i, LT_CUE_PAGE_APP, IN_APP_LINE);
    if (lt_page_has(page, i, LT_ROLE(PAGE_RIGHTS))) read_furniture_line(r, i, LT_CUE_PAGE_RIGHTS, IN_COPYRIGHT);
    if (lt_page_has(page, i, LT_ROLE(PAGE_END))) read_rights_line(r, page->lines[i].text);
  }
  if (page->count) read_window_title(r);
}

bool lt_page_is_byline(lt_page *page, uint32_t line) {
  lt_document scratch = {.arena = page->document->arena};
  reader r = {page, &scratch, NOT_SAID, LT_NO_SLICE};
  return read_line(&r, line);
}

void lt_page_read_bylines(lt_page *page) {
  reader r = {page, page->document, NOT_SAID, LT_NO_SLICE};
  for (uint32_t i = 0; i < page->count; i++) {
    if (lt_page_mark(page, i)->mark == LT_MARK_META) read_header(&r, i);
  }
  read_top(&r);
  if (page->title < page->count) read_bare_lines(&r);
  read_first_words(&r);
  read_bottom(&r);
  if (r.account.at) note_publisher(&r, r.account, IN_HEADER);
  read_furniture(&r);
}
