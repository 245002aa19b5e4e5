/* Sentences of ours, one a line: names in brackets with a letter for the kind: [云桥科技]c创始人[周岚]p表示. All names are marked; t is a team,
** an organization. Each sentence is read as it stands and again with other names in place of its own. */
#include "base/utf8.h"
#include "formats.h"
#include "renaming.h"

enum { MOST_PIECES = 64, LONGEST_TEXT = 1 << 12 };

/* A stretch of text, or a name, if letter is not 0. */
typedef struct piece {
  lt_slice text;
  char letter;
} piece;

typedef struct marked_line {
  piece pieces[MOST_PIECES];
  uint32_t count;
} marked_line;

static void add_piece(marked_line *m, lt_slice text, char letter) {
  if (text.length && m->count < MOST_PIECES) m->pieces[m->count++] = (piece){text, letter};
}

static marked_line take_apart(lt_slice line) {
  marked_line m = {.count = 0};
  while (line.length) {
    uint32_t open = lt_slice_index(line, '['), close = lt_slice_index(line, ']');
    add_piece(&m, (lt_slice){line.at, open}, 0);
    if (open == line.length) break;
    if (close + 1 >= line.length || close < open) stop("marked", "a bracket without its letter");
    add_piece(&m, (lt_slice){line.at + open + 1, close - open - 1}, (char)line.at[close + 1]);
    line = (lt_slice){line.at + close + 2, line.length - close - 2};
  }
  return m;
}

static unsigned kinds_of_letter(char letter) { return kinds_of((char[]){letter == 't' ? 'o' : letter, 0}); }

static void add_line(corpus *c, const marked_line *m, renaming *names) {
  static lt_char text[LONGEST_TEXT];
  static char utf8[3 * LONGEST_TEXT + 1];
  label_spans s = {.count = 0};
  uint32_t length = 0;
  for (uint32_t i = 0; i < m->count; i++) {
    lt_slice t = m->pieces[i].text;
    if (m->pieces[i].letter && names) t = renaming_pick(names, m->pieces[i].letter);
    if (length + t.length > LONGEST_TEXT || s.count == MOST_SPANS) stop("marked", "a line is too long");
    if (m->pieces[i].letter) s.at[s.count++] = (label_span){length, length + t.length, kinds_of_letter(m->pieces[i].letter)};
    for (uint32_t n = 0; n < t.length; n++) text[length++] = t.at[n];
  }
  utf8[lt_utf8_write(utf8, (lt_slice){text, length})] = 0;
  corpus_add(c, utf8, &s, true);
}

void read_marked(corpus *c, part p) {
  LT_ARRAY(marked_line) lines = {0};
  renaming *names = renaming_new(1);
  for (const char *line; (line = next_line(&p));) {
    if (*line && *line != '#') *LT_PUSH(c->arena, &lines) = take_apart(lt_utf8_read(c->arena, line, strlen(line)));
  }
  for (uint32_t i = 0; i < lines.count; i++) {
    for (uint32_t n = 0; n < lines.at[i].count; n++) if (lines.at[i].pieces[n].letter) renaming_add(names, lines.at[i].pieces[n].letter, lines.at[i].pieces[n].text);
    add_line(c, &lines.at[i], NULL);
  }
  for (unsigned copy = 0; copy < c->copies; copy++) {
    for (uint32_t i = 0; i < lines.count; i++) add_line(c, &lines.at[i], names);
  }
  renaming_free(names);
}
