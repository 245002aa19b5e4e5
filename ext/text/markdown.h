/* The marks of Markdown exports: what opens a line, and what stands inside it. */
#ifndef LT_TEXT_MARKDOWN_H
#define LT_TEXT_MARKDOWN_H

#include "text/edit.h"

/* What the opening of a line says. */
typedef struct lt_opening {
  lt_line_mark mark;
  uint8_t level;   /* of a heading or quotation */
  bool nothing;    /* a horizontal rule, a table's ruler, a code fence: no text of its own */
  bool fence;      /* ``` or ~~~ */
  uint32_t begin;  /* where the text behind the marks begins */
} lt_opening;

/* Reads the marks at the beginning of a line that is trimmed; indent: spaces that stood before it. */
lt_opening lt_markdown_open(lt_slice line, uint32_t indent);

/* Does this line show that the page is Markdown? A lone * or # does not (2*3, #话题#), and neither does # at the head of a line
** that others follow at once, which may be a comment in code. alone: a blank line or nothing follows. */
bool lt_markdown_shows_in(lt_slice line, bool alone);

/* Takes the marks inside a line away: adds cuts in text->clean to edits, in order, and notes bold and image. */
void lt_markdown_inline(const lt_text *text, lt_line *line, lt_edits *edits);

#endif
