/* Markdown as exports write it, not as its specification has it: html2text puts a space behind every emphasis (**林远舟** 的),
** breaks emphasis where the page's own tags were broken (**时****间**), escapes (1\.), and leaves empty links behind. So marks are
** read with a tolerance no strict reader has, and only on pages that show Markdown elsewhere: 2**3 on a plain page stays.
** Limits: reference links ([a][1]), HTML blocks and nested tables stay as they are. */
#include "text/markdown.h"

#include "base/char.h"

static uint32_t count_of(lt_slice s, uint32_t at, lt_char c) {
  uint32_t n = 0;
  while (at + n < s.length && s.at[at + n] == c) n++;
  return n;
}

static uint32_t past_spaces(lt_slice s, uint32_t at) {
  while (at < s.length && lt_char_is_space(s.at[at])) at++;
  return at;
}

static bool is_space_or_end(lt_slice s, uint32_t at) { return at >= s.length || lt_char_is_space(s.at[at]); }

/* --- , * * *, ___ ; and |---|:--:|, the ruler of a table. */
static bool is_ruler(lt_slice s, const char *of, uint32_t least) {
  uint32_t dashes = 0;
  for (uint32_t i = 0; i < s.length; i++) {
    if (s.at[i] > 127 || strchr(of, (char)s.at[i]) == NULL) return false;
    dashes += !lt_char_is_space(s.at[i]) && s.at[i] != '|' && s.at[i] != ':';
  }
  return dashes >= least;
}

static bool is_rule(lt_slice s) {
  if (s.length < 3 || s.at[0] > 127) return false;
  return is_ruler(s, "- ", 3) || is_ruler(s, "* ", 3) || is_ruler(s, "_ ", 3) || is_ruler(s, "=", 3) ||
         (lt_slice_index(s, '|') < s.length && is_ruler(s, "|-: ", 3));
}

/* "1. ", "12) ": the number stays in the text, as claims are counted by it. */
static bool opens_numbered_item(lt_slice s, uint32_t at) {
  uint32_t digits = 0;
  while (at + digits < s.length && lt_char_is_digit(s.at[at + digits])) digits++;
  uint32_t point = at + digits;
  return digits > 0 && digits <= 3 && point + 1 < s.length && (s.at[point] == '.' || s.at[point] == ')') && s.at[point + 1] == ' ';
}

static bool opens_item(lt_slice s, uint32_t at) {
  return at + 1 < s.length && (s.at[at] == '*' || s.at[at] == '-' || s.at[at] == '+') && s.at[at + 1] == ' ';
}

/* | a | b | */
static bool is_table_row(lt_slice s) {
  return s.at[0] == '|' && lt_slice_index((lt_slice){s.at + 1, s.length - 1}, '|') < s.length - 1;
}

static bool is_lone_bullet(lt_slice s) { return s.length == 1 && (s.at[0] == '*' || s.at[0] == '-' || s.at[0] == '+'); }

static void open_heading(lt_slice s, lt_opening *o) {
  uint32_t level = count_of(s, o->begin, '#');
  if (level == 0 || level > 6 || !is_space_or_end(s, o->begin + level)) return;
  o->mark = LT_MARK_HEADING;
  o->level = (uint8_t)level;
  o->begin = past_spaces(s, o->begin + level);
}

lt_opening lt_markdown_open(lt_slice line, uint32_t indent) {
  lt_opening o = {.mark = LT_MARK_NONE};
  o.fence = indent < 4 && (count_of(line, 0, '`') >= 3 || count_of(line, 0, '~') >= 3);
  o.nothing = o.fence || is_rule(line) || is_lone_bullet(line);
  if (o.nothing || line.length == 0) return o;
  while (o.begin < line.length && line.at[o.begin] == '>') {
    o.mark = LT_MARK_QUOTE;
    o.level++;
    o.begin = past_spaces(line, o.begin + 1);
  }
  bool is_item = opens_item(line, o.begin);
  if (is_item || opens_numbered_item(line, o.begin)) {
    o.mark = LT_MARK_ITEM;
    o.level = (uint8_t)(indent / 2 > 255 ? 255 : indent / 2);
    if (is_item) o.begin = past_spaces(line, o.begin + 1);
  } else if (o.mark == LT_MARK_NONE && is_table_row(line)) {
    o.mark = LT_MARK_TABLE;
    o.begin = past_spaces(line, 1);
  } else {
    open_heading(line, &o);
  }
  return o;
}

static bool has_bold_pair(lt_slice s) {
  uint32_t open = lt_slice_find(s, LT_SLICE("**"));
  for (uint32_t i = open + 2; i + 1 < s.length; i++) {
    if (s.at[i] == '*' && s.at[i + 1] == '*' && i > open + 2) return true;
  }
  return false;
}

bool lt_markdown_shows_in(lt_slice line, bool alone) {
  uint32_t level = count_of(line, 0, '#');
  if (alone && level >= 1 && level <= 6 && level + 1 < line.length && line.at[level] == ' ' && line.at[level + 1] != '#') return true;
  uint32_t link = lt_slice_index(line, ']');
  if (link + 1 < line.length && line.at[link + 1] == '(' && lt_slice_index(line, '[') < link) return true;
  return has_bold_pair(line);
}

/* ---- inside a line ---- */

enum { NEST = 4, ALT_LONGEST = 400 };

/* A mark that may turn out to be an opening one: where it stands, and the empty edit that was put there in case. */
typedef struct pending {
  uint32_t at, edit;
  bool open;
  bool first; /* nothing was seen before it */
} pending;

typedef struct inline_reader {
  const lt_text *text;
  lt_edits *edits;
  uint32_t begin, end, at; /* of the line; where we are */
  pending brackets[NEST];
  uint32_t depth;
  pending star, bar; /* *x* and _x_ */
  bool strong;       /* inside ** */
  bool bold_seen, plain_seen, image;
  bool all_slanted; /* what was seen so far stood between _ and _ */
  bool no_target, no_tick; /* nothing closes these any more */
  lt_char last;      /* the last visible character that stays; 0 at the beginning */
} inline_reader;

static lt_char char_at(const inline_reader *r, uint32_t at) {
  return at >= r->begin && at < r->end ? r->text->clean[at] : 0;
}

static void cut(inline_reader *r, uint32_t begin, uint32_t end) {
  uint32_t cut_to = r->edits->count ? r->edits->at[r->edits->count - 1].cut.end : 0;
  lt_edits_cut(r->text->arena, r->edits, begin < cut_to ? cut_to : begin, end);
}

/* Leaves an edit behind that cuts nothing yet. */
static pending remember(inline_reader *r) {
  lt_edits_add(r->text->arena, r->edits, r->at, r->at, LT_NO_SLICE);
  return (pending){r->at, r->edits->count - 1, true, !r->bold_seen && !r->plain_seen};
}

static void cut_pending(inline_reader *r, pending *p) {
  r->edits->at[p->edit].cut.end = p->at + 1;
  p->open = false;
}

static void see(inline_reader *r, lt_char c) {
  if (!lt_char_is_space(c)) {
    r->last = c;
    if (r->strong) r->bold_seen = true;
    else r->plain_seen = true;
    r->all_slanted = false;
  }
}

static void pass(inline_reader *r, uint32_t to) {
  while (r->at < to) see(r, r->text->clean[r->at++]);
}

/* What may be a mark, or begin an address. */
static bool may_be_mark(lt_char c) {
  static const bool marks[128] = {
      ['!'] = true, ['['] = true, [']'] = true, ['*'] = true, ['_'] = true, ['\\'] = true, ['`'] = true, ['h'] = true};
  return c < 128 && marks[c];
}

/* Steps over plain text: only its first and last visible characters matter. */
static void pass_plain(inline_reader *r) {
  uint32_t end = r->at;
  while (end < r->end && !may_be_mark(r->text->clean[end])) end++;
  uint32_t last = end;
  while (last > r->at && lt_char_is_space(r->text->clean[last - 1])) last--;
  if (last > r->at) see(r, r->text->clean[last - 1]);
  r->at = end;
}

/* The ) that ends a link's target; brackets inside a URL are paired. The line's end if there is none. */
static uint32_t end_of_target(const inline_reader *r, uint32_t at) {
  uint32_t depth = 0;
  for (; at < r->end; at++) {
    lt_char c = r->text->clean[at];
    if (c == '(') depth++;
    if (c == ')' && depth-- == 0) return at;
  }
  return at;
}

/* (target) at this place goes, and all from begin on. */
static bool cut_target(inline_reader *r, uint32_t begin, uint32_t at) {
  if (r->no_target) return false;
  uint32_t end = end_of_target(r, at + 1);
  r->no_target = end == r->end;
  if (r->no_target) return false;
  cut(r, begin, end + 1);
  r->at = end + 1;
  return r->image = true;
}

/* ![alt](target) */
static bool read_image(inline_reader *r) {
  uint32_t close = r->at + 2, limit = close + ALT_LONGEST;
  while (close < r->end && close < limit && r->text->clean[close] != ']') close++;
  return char_at(r, close) == ']' && char_at(r, close + 1) == '(' && cut_target(r, r->at, close + 1);
}

static bool read_open_bracket(inline_reader *r) {
  if (r->depth < NEST) r->brackets[r->depth++] = remember(r);
  return false;
}

/* [text](target): the text stays. [1] stays as it is. */
static bool read_close_bracket(inline_reader *r) {
  if (r->depth == 0) return false;
  pending *open = &r->brackets[--r->depth];
  if (char_at(r, r->at + 1) != '(' || !cut_target(r, r->at, r->at + 1)) return false;
  cut_pending(r, open);
  return true;
}

static bool is_ascii_word_end(lt_char c) { return (c > ' ' && c < 127) || lt_char_is_latin(c); }

/* The first character from here on that will be seen. */
static lt_char next_visible(const inline_reader *r, uint32_t at) {
  while (at < r->end && (lt_char_is_space(r->text->clean[at]) || r->text->clean[at] == '*')) at++;
  return char_at(r, at);
}

/* Cuts a mark and the spaces the export put round it: 创始人 **林远舟** 的 → 创始人林远舟的. Between Latin words they stay. */
static void cut_mark(inline_reader *r, uint32_t begin, uint32_t end) {
  lt_char next = next_visible(r, end);
  bool keeps_space = is_ascii_word_end(r->last) && (lt_char_is_latin(next) || next == '(');
  if (!keeps_space) {
    while (begin > r->begin && lt_char_is_space(r->text->clean[begin - 1])) begin--;
    while (end < r->end && lt_char_is_space(r->text->clean[end])) end++;
  }
  cut(r, begin, end);
  r->at = end;
}

static bool stands_between_digits(const inline_reader *r, uint32_t begin, uint32_t end) {
  return lt_char_is_digit(char_at(r, begin - 1)) && lt_char_is_digit(char_at(r, end));
}

/* A mark of one character that wants a partner on the line: *x*, _x_. */
static bool read_single(inline_reader *r, pending *open) {
  lt_char previous = char_at(r, r->at - 1), next = char_at(r, r->at + 1);
  bool may_open = next && !lt_char_is_space(next) && !lt_char_is_latin(previous);
  bool may_close = previous && !lt_char_is_space(previous) && !lt_char_is_latin(next);
  if (open->open && may_close && r->at > open->at + 1) {
    cut_pending(r, open);
    cut_mark(r, r->at, r->at + 1);
    r->all_slanted = open->first;
    return true;
  }
  if (!open->open && may_open) *open = remember(r);
  return false;
}

/* **: also where it is doubled (**时****间**) or never closed. 138****1234 hides digits. */
static bool read_stars(inline_reader *r) {
  uint32_t end = r->at;
  while (char_at(r, end) == '*') end++;
  uint32_t n = end - r->at;
  if (n == 1) return read_single(r, &r->star);
  if (n > 2 && !r->strong && stands_between_digits(r, r->at, end)) {
    pass(r, end);
    return true;
  }
  cut_mark(r, r->at, end);
  if (n / 2 % 2) r->strong = !r->strong;
  return true;
}

/* \* \. \-: the mark is meant as such. C:\data stays. */
static bool read_escape(inline_reader *r) {
  lt_char next = char_at(r, r->at + 1);
  if (next == 0 || next > 127 || strchr("\\`*_{}[]()#+-.!|<>~", (char)next) == NULL) return false;
  cut(r, r->at, r->at + 1);
  r->at++;
  pass(r, r->at + 1);
  return true;
}

/* `x`: nothing inside is a mark. */
static bool read_tick(inline_reader *r) {
  if (r->no_tick) return false;
  uint32_t close = r->at + 1;
  while (close < r->end && r->text->clean[close] != '`') close++;
  r->no_tick = close == r->end;
  if (r->no_tick) return false;
  cut(r, r->at, r->at + 1);
  r->at++;
  pass(r, close);
  cut(r, close, close + 1);
  r->at = close + 1;
  return true;
}

/* https://…_…: nothing inside is a mark. */
static bool read_url(inline_reader *r) {
  lt_slice rest = {r->text->clean + r->at, r->end - r->at};
  if (!lt_slice_starts_with(rest, LT_SLICE("http://")) && !lt_slice_starts_with(rest, LT_SLICE("https://"))) return false;
  uint32_t end = r->at;
  while (end < r->end && r->text->clean[end] > ' ' && r->text->clean[end] < 127 && !lt_char_is_any_of(r->text->clean[end], u")]*")) end++;
  if (r->bar.open && r->text->clean[end - 1] == '_') end--;
  pass(r, end);
  return true;
}

static bool read_mark(inline_reader *r) {
  switch (r->text->clean[r->at]) {
    case '!': return char_at(r, r->at + 1) == '[' && read_image(r);
    case '[': return read_open_bracket(r);
    case ']': return read_close_bracket(r);
    case '*': return read_stars(r);
    case '_': return read_single(r, &r->bar);
    case '\\': return read_escape(r);
    case '`': return read_tick(r);
    case 'h': return read_url(r);
    default: return false;
  }
}

void lt_markdown_inline(const lt_text *text, lt_line *line, lt_edits *edits) {
  inline_reader r = {.text = text, .edits = edits, .begin = line->span.begin, .end = line->span.end, .at = line->span.begin};
  while (r.at < r.end) {
    pass_plain(&r);
    if (r.at < r.end && !read_mark(&r)) pass(&r, r.at + 1);
  }
  line->bold = (r.bold_seen && !r.plain_seen) || r.all_slanted;
  line->image = r.image;
}
