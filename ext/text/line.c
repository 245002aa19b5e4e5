/* Lines as an author wrote them, from lines as a program broke them.
**
** Exports wrap text at a width, and leave one line break for each space they wrapped at (…Google⏎Bard) or behind a hyphen
** (Transformer-⏎XL). Such a break is recognised by the wrapper's own reasoning: the next word would not have fitted. The
** width is found by vote: each pair of neighbouring lines names the widths at which it would have been broken just there.
** Two ways of counting are tried: html2text and its like count characters and break at spaces and hyphens only (78 unless
** the page says otherwise); mail and teletype text counts columns, two for a Chinese character, and breaks anywhere.
**
** Then Markdown marks go, in a second pass over joined lines, as a link may have been broken too. Limits: a paragraph whose
** lines are of free length is not joined, as nothing tells such lines from verse. */
#include "text/line.h"

#include "base/char.h"
#include "text/edit.h"
#include "text/markdown.h"

enum { WIDEST = 200, EXPORT_WIDTH = 78, NARROWEST_COLUMNS = 50, COLUMN_SLACK = 3 };

/* One line of the page as it stands, white space at both ends left out. */
typedef struct piece {
  lt_span span;       /* behind the opening marks */
  uint32_t begin;     /* before them */
  lt_line_mark mark;
  uint8_t level;
  bool after_blank;   /* in a quotation, a lone > is a blank line too */
  bool indented;      /* like the first line of a paragraph */
  bool hard;          /* two spaces at its end: Markdown's own line break */
} piece;

typedef enum wrap_kind { WRAP_NONE, WRAP_AT_WORDS, WRAP_AT_COLUMNS } wrap_kind;

typedef struct page {
  lt_text *text;
  LT_ARRAY(piece) pieces;
  bool markdown;
  bool parted; /* most lines are parted by blank ones, as paragraphs of Markdown are */
  wrap_kind wrap;
  uint32_t width;
} page;

static lt_slice text_of(const page *p, const piece *a) { return lt_text_cut(p->text, (lt_span){a->begin, a->span.end}); }

static bool is_wide(lt_char c) { return (c >= 0x1100) & ((lt_char)(c - 0x2000) >= 0x2E80 - 0x2000); }

/* Characters that stood in the line when it was wrapped, and stand there no more: glosses. */
static uint32_t gone_from(const page *p, const piece *a) {
  if (p->text->repairs.count == 0) return 0;
  lt_span clean = {a->begin, a->span.end}, raw = lt_text_raw(p->text, clean);
  return lt_span_length(raw) > lt_span_length(clean) ? lt_span_length(raw) - lt_span_length(clean) : 0;
}

static uint32_t length_of(const page *p, const piece *a) { return a->span.end - a->begin + gone_from(p, a); }

/* — … “ ” ‘ ’ ·: one column or two, as the wrapper thinks. */
static bool is_ambiguous(lt_char c) { return ((lt_char)(c - 0x2014) <= 0x2026 - 0x2014) | (c == 0xB7); }

/* The least and the greatest width, Chinese characters counted twice; no more than WIDEST matters. */
static lt_span columns_of(const page *p, const piece *a) {
  const lt_char *at = p->text->clean + a->begin;
  uint32_t length = a->span.end - a->begin < WIDEST + 1 ? a->span.end - a->begin : WIDEST + 1, columns = length + gone_from(p, a);
  uint16_t wide = 0, ambiguous = 0; /* so narrow that the compiler counts many characters at once */
  for (uint32_t i = 0; i < length; i++) {
    wide = (uint16_t)(wide + is_wide(at[i]));
    ambiguous = (uint16_t)(ambiguous + is_ambiguous(at[i]));
  }
  return (lt_span){columns + wide, columns + wide + ambiguous};
}

/* Adds the line [begin, end) unless it is blank; true if it was. */
static bool add_piece(page *p, uint32_t begin, uint32_t end, bool after_blank) {
  const lt_char *clean = p->text->clean;
  uint32_t start = begin, stop = end;
  while (start < stop && lt_char_is_space(clean[start])) start++;
  while (stop > start && lt_char_is_space(clean[stop - 1])) stop--;
  if (start == stop) return true;
  bool indented = start - begin >= 2 || (start > begin && clean[begin] == 0x3000);
  bool hard = end - stop >= 2 && clean[stop] == ' ' && clean[stop + 1] == ' ';
  *LT_PUSH(p->text->arena, &p->pieces) = (piece){.span = {start, stop}, .begin = start,
    .after_blank = after_blank, .indented = indented, .hard = hard};
  return false;
}

static void split(page *p) {
  bool blank = true;
  for (uint32_t i = 0, end; i < p->text->length; i = end + 1) {
    end = i + lt_slice_index((lt_slice){p->text->clean + i, p->text->length - i}, '\n');
    blank = add_piece(p, i, end, blank);
  }
}

/* ---- opening marks ---- */

static bool is_markdown(const page *p) {
  lt_slice all = {p->text->clean, p->text->length};
  if (lt_slice_index(all, '#') == all.length && lt_slice_index(all, '*') == all.length && lt_slice_index(all, ']') == all.length) return false;
  for (uint32_t i = 0; i < p->pieces.count; i++) {
    bool alone = i + 1 == p->pieces.count || p->pieces.at[i + 1].after_blank;
    if (lt_markdown_shows_in(text_of(p, &p->pieces.at[i]), alone)) return true;
  }
  return false;
}

/* 发布时间: 2024-… : a label of a few Chinese characters, as exports put at the head of the page. */
static bool is_meta(lt_slice s) {
  uint32_t i = 0;
  while (i < s.length && lt_char_is_han(s.at[i])) i++;
  return i >= 2 && i <= 6 && i + 2 < s.length && (s.at[i] == u'：' || (s.at[i] == ':' && s.at[i + 1] == ' '));
}

/* The run of such labels behind the title. On a page that shows no Markdown one of them must be an address (原文链接: http…), or
** they are the page's own byline. */
static void mark_meta(page *p) {
  uint32_t begin = 0;
  while (begin < p->pieces.count && p->pieces.at[begin].mark == LT_MARK_HEADING) begin++;
  if (begin == 0 && p->pieces.count) begin = !is_meta(text_of(p, &p->pieces.at[0]));
  uint32_t end = begin;
  bool is_export = p->markdown;
  for (; end < p->pieces.count && is_meta(text_of(p, &p->pieces.at[end])); end++) {
    lt_slice line = text_of(p, &p->pieces.at[end]);
    uint32_t address = lt_slice_find(line, LT_SLICE("http"));
    is_export |= address < line.length && address < 9;
  }
  for (uint32_t i = begin; is_export && end - begin >= 2 && i < end; i++) p->pieces.at[i].mark = LT_MARK_META;
}

static bool is_mostly_han(lt_slice s) {
  uint32_t han = 0;
  for (uint32_t i = 0; i < s.length; i++) han += lt_char_is_han(s.at[i]);
  return han * 3 > s.length;
}

static uint32_t indent_of(const page *p, const piece *a) {
  uint32_t n = 0;
  while (n < a->begin && p->text->clean[a->begin - 1 - n] == ' ') n++;
  return n;
}

/* Lines between fences, and lines four spaces deep that are not Chinese. */
static bool is_code(const page *p, const piece *a, const piece *before, bool fenced) {
  if (fenced) return true;
  bool may_begin = a->after_blank || (before && before->mark == LT_MARK_CODE);
  return may_begin && indent_of(p, a) >= 4 && !is_mostly_han(text_of(p, a));
}

static void read_openings(page *p) {
  bool fenced = false, blank = false;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < p->pieces.count; i++) {
    piece a = p->pieces.at[i];
    uint32_t indent = indent_of(p, &a);
    lt_opening o = lt_markdown_open(text_of(p, &a), indent);
    a.after_blank |= blank;
    blank = o.nothing || (o.mark == LT_MARK_QUOTE && a.begin + o.begin == a.span.end);
    if (o.fence) fenced = !fenced;
    if (blank) continue;
    bool code = o.mark != LT_MARK_ITEM && is_code(p, &a, kept ? &p->pieces.at[kept - 1] : NULL, fenced);
    a.mark = code ? LT_MARK_CODE : o.mark;
    a.level = o.level;
    if (!code) a.span.begin += o.begin;
    p->pieces.at[kept++] = a;
  }
  p->pieces.count = kept;
}

/* ---- where lines were wrapped ---- */

/* …letter letter-letter letter…: the only hyphens a wrapper breaks at; GPT-4 stays whole. */
static bool breaks_behind(lt_slice s, uint32_t hyphen) {
  if (s.at[hyphen] != '-' || hyphen < 2 || hyphen + 2 >= s.length) return false;
#define IS_LETTER(i) (lt_char_is_letter(s.at[i]) || lt_char_is_han(s.at[i]))
  return IS_LETTER(hyphen - 1) && IS_LETTER(hyphen - 2) && IS_LETTER(hyphen + 1) && (IS_LETTER(hyphen + 2) || s.at[hyphen + 2] == '-');
#undef IS_LETTER
}

/* Length of the first word as a wrapper sees it, which in Chinese may be the whole line; no more than WIDEST matter. */
static uint32_t first_word(lt_slice s) {
  lt_slice seen = {s.at, s.length < WIDEST + 1 ? s.length : WIDEST + 1};
  seen.length = lt_slice_index(seen, ' ');
  for (uint32_t i = 0; i < seen.length; i++) {
    i += lt_slice_index((lt_slice){seen.at + i, seen.length - i}, '-');
    if (i < seen.length && breaks_behind(s, i)) return i + 1;
  }
  return seen.length;
}

/* Widths at which the break between a and b would be a wrapper's: from the length of a, as that has found room, up to but
** not including what a and the next word would take. */
static lt_span widths_at_words(const page *p, const piece *a, const piece *b) {
  uint32_t length = length_of(p, a), space = p->text->clean[a->span.end - 1] != '-';
  return (lt_span){length, length + space + first_word(lt_text_cut(p->text, b->span))};
}

/* Where paragraphs are not parted by blank lines, a short line was not wrapped, whatever follows. */
static bool is_short(const page *p, const piece *a) { return !p->parted && length_of(p, a) < EXPORT_WIDTH / 2; }

static lt_span widths_at_columns(const page *p, const piece *a) {
  lt_span columns = columns_of(p, a);
  return (lt_span){columns.begin, columns.end + 1 + COLUMN_SLACK};
}

static bool ends_sentence(const page *p, const piece *a) {
  lt_slice s = text_of(p, a);
  while (s.length && lt_char_is_any_of(s.at[s.length - 1], u"*”」）")) s.length--;
  lt_char c = s.length ? s.at[s.length - 1] : 0;
  return lt_char_ends_sentence(c) || c == u'…' || c == u'：' || c == ':' || c == u'；';
}

static bool are_neighbours(const piece *a, const piece *b) {
  bool prose = (a->mark == LT_MARK_NONE || a->mark == LT_MARK_QUOTE || a->mark == LT_MARK_ITEM) && !a->hard;
  return prose && !b->after_blank && (b->mark == LT_MARK_NONE || (b->mark == LT_MARK_QUOTE && a->mark == LT_MARK_QUOTE));
}

/* For each width: pairs that would be broken there in mid-sentence, pairs that would be broken there behind a sentence. */
typedef struct votes {
  int32_t middle[WIDEST + 2], end[WIDEST + 2];
} votes;

static void vote(votes *v, lt_span widths, bool at_end) {
  int32_t *votes = at_end ? v->end : v->middle;
  if (widths.begin > WIDEST) return;
  votes[widths.begin]++;
  votes[widths.end > WIDEST ? WIDEST + 1 : widths.end]--;
}

/* The width most pairs agree on; `usual` wins a draw. Sums the votes up on the way. */
static uint32_t winner(votes *v, uint32_t narrowest, uint32_t usual) {
  uint32_t best = usual;
  for (uint32_t w = 1; w <= WIDEST; w++) {
    v->middle[w] += v->middle[w - 1];
    v->end[w] += v->end[w - 1];
  }
  for (uint32_t w = narrowest; w <= WIDEST; w++) {
    if (v->middle[w] > v->middle[best]) best = w;
  }
  return best;
}

/* How many lines that have a neighbour are long enough to have been wrapped, had the width been this. */
static uint32_t count_long(const page *p, uint32_t columns) {
  uint32_t n = 0;
  for (uint32_t i = 0; i + 1 < p->pieces.count; i++) {
    n += are_neighbours(&p->pieces.at[i], &p->pieces.at[i + 1]) && columns_of(p, &p->pieces.at[i]).end * 2 > columns;
  }
  return n;
}

/* A page whose lines are paragraphs breaks behind sentences; a wrapped one does so by chance only. */
static bool is_wrapped(const votes *v, uint32_t width, uint32_t long_lines) {
  int32_t middle = v->middle[width], end = v->end[width];
  return middle >= 2 && middle >= 2 * end && (uint32_t)(middle + end) * 3 >= long_lines * 2;
}

static bool is_parted(const page *p) {
  uint32_t neighbours = 0, parted = 0;
  for (uint32_t i = 0; i + 1 < p->pieces.count; i++) {
    parted += p->pieces.at[i + 1].after_blank;
    neighbours += are_neighbours(&p->pieces.at[i], &p->pieces.at[i + 1]);
  }
  return parted >= neighbours;
}

static void poll(const page *p, votes *words, votes *columns) {
  for (uint32_t i = 0; i + 1 < p->pieces.count; i++) {
    const piece *a = &p->pieces.at[i], *b = a + 1;
    if (!are_neighbours(a, b)) continue;
    bool at_end = ends_sentence(p, a);
    if (!is_short(p, a)) vote(words, widths_at_words(p, a, b), at_end);
    vote(columns, widths_at_columns(p, a), at_end);
  }
}

static void find_width(page *p) {
  votes words = {{0}, {0}}, columns = {{0}, {0}};
  p->parted = is_parted(p);
  poll(p, &words, &columns);
  p->width = winner(&words, EXPORT_WIDTH / 2, EXPORT_WIDTH);
  p->wrap = WRAP_AT_WORDS;
  if (p->markdown && p->parted) return;
  uint32_t width = winner(&columns, NARROWEST_COLUMNS, NARROWEST_COLUMNS);
  if (is_wrapped(&columns, width, count_long(p, width))) {
    p->width = width;
    p->wrap = WRAP_AT_COLUMNS;
  } else if (words.middle[p->width] < 3 || !is_wrapped(&words, p->width, count_long(p, p->width))) {
    p->wrap = WRAP_NONE;
  }
}

/* ---- joining ---- */

/* LINE-1  a line of its own never begins with ，。、 or a closing mark. */
static bool closes(lt_char c) { return lt_char_is_any_of(c, u"，。、；：！？）】」』”’》〉％,;?)"); }

static bool is_filled(const page *p, const piece *a, const piece *b) {
  if (p->wrap == WRAP_AT_WORDS) return !is_short(p, a) && widths_at_words(p, a, b).end > p->width;
  return p->wrap == WRAP_AT_COLUMNS && widths_at_columns(p, a).end > p->width;
}

/* A bare # before its text, or a heading too long for its line. */
static bool goes_on_heading(const page *p, const piece *a, const piece *b) {
  return !b->after_blank && b->mark == LT_MARK_NONE && (a->span.begin == a->span.end || is_filled(p, a, b));
}

static bool continues(const page *p, const piece *a, const piece *b) {
  lt_char first = p->text->clean[b->span.begin];
  if (a->mark == LT_MARK_META || a->mark == LT_MARK_CODE || a->mark == LT_MARK_TABLE || a->hard) return false;
  if (a->mark == LT_MARK_HEADING) return goes_on_heading(p, a, b);
  bool same_block = b->mark == LT_MARK_NONE || (b->mark == LT_MARK_QUOTE && a->mark == LT_MARK_QUOTE);
  if (closes(first) && first > 127 && !ends_sentence(p, a)) return same_block;
  if (!are_neighbours(a, b)) return false;
  if (closes(first) && (first > 127 || p->wrap != WRAP_NONE)) return true;
  if (b->indented && p->wrap == WRAP_AT_COLUMNS) return false;
  return is_filled(p, a, b);
}

static bool is_ascii(lt_char c) { return c > ' ' && c < 127; }

/* A space stood where two Latin words are parted, unless the line was full and the word was cut (20⏎12); beside an emphasis mark it
** stays until the mark is read. */
static bool wants_space(const page *p, const piece *a, lt_char last, lt_char first) {
  if (last == '*' || first == '*') return true;
  if (last == '-' || (p->wrap == WRAP_AT_COLUMNS && columns_of(p, a).end >= p->width)) return false;
  return (is_ascii(last) || lt_char_is_letter(last)) && (is_ascii(first) || lt_char_is_letter(first)) && !closes(first);
}

static void join(const page *p, lt_edits *edits, const piece *a, const piece *b) {
  uint32_t begin = a->span.end, end = b->span.begin;
  lt_char last = p->text->clean[begin - 1], first = end < b->span.end ? p->text->clean[end] : 0;
  lt_slice between = wants_space(p, a, last, first) ? LT_SLICE(" ") : LT_NO_SLICE;
  lt_edits_add(p->text->arena, edits, begin, end, between);
}

static void gather(const page *p, lt_edits *edits) {
  lt_text *text = p->text;
  for (uint32_t i = 0; i < p->pieces.count; i++) {
    const piece *a = &p->pieces.at[i];
    lt_line *line = LT_PUSH(text->arena, &text->lines);
    *line = (lt_line){.span = a->span, .mark = a->mark, .level = a->level, .after_blank = a->after_blank};
    while (i + 1 < p->pieces.count && continues(p, &p->pieces.at[i], &p->pieces.at[i + 1])) {
      join(p, edits, &p->pieces.at[i], &p->pieces.at[i + 1]);
      line->span.end = p->pieces.at[++i].span.end;
    }
  }
}

/* ---- inside lines ---- */

static lt_span trimmed(const lt_text *text, lt_span s) {
  while (s.begin < s.end && lt_char_is_space(text->clean[s.begin])) s.begin++;
  while (s.end > s.begin && lt_char_is_space(text->clean[s.end - 1])) s.end--;
  return s;
}

/* Lines that held nothing but an image are gone; what follows them stands as if behind a blank line. */
static void drop_empty(lt_text *text) {
  uint32_t kept = 0;
  bool blank = false;
  for (uint32_t i = 0; i < text->lines.count; i++) {
    lt_line line = text->lines.at[i];
    line.span = trimmed(text, line.span);
    bool empty = line.span.begin == line.span.end;
    line.after_blank |= blank;
    blank = empty;
    if (!empty) text->lines.at[kept++] = line;
  }
  text->lines.count = kept;
}

static void read_inline(lt_text *text) {
  lt_edits edits = {0};
  for (uint32_t i = 0; i < text->lines.count; i++) {
    lt_line *line = &text->lines.at[i];
    if (line->mark != LT_MARK_CODE && line->mark != LT_MARK_META) lt_markdown_inline(text, line, &edits);
  }
  lt_text_edit(text, &edits);
  drop_empty(text);
}

void lt_lines_read(lt_text *text) {
  page p = {.text = text};
  lt_edits edits = {0};
  split(&p);
  p.markdown = is_markdown(&p);
  if (p.markdown) read_openings(&p);
  mark_meta(&p);
  find_width(&p);
  gather(&p, &edits);
  lt_text_edit(text, &edits);
  if (p.markdown) read_inline(text);
}
