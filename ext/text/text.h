/* The restored text of one page, every character traceable to the bytes that came in.
**
**   stored bytes ─ decode ─ gloss ─ misaligned ─ variant ─ markdown, lines ─ copies ─→ lt_text
**
** Offsets in lt_text count 16-bit characters of `clean`; lt_text_raw turns a span of them into SQLite's characters of the
** stored text, as substr() counts. */
#ifndef LT_TEXT_TEXT_H
#define LT_TEXT_TEXT_H

#include "base/array.h"
#include "base/slice.h"
#include "text/doubt.h"
#include "text/not_han.h"

typedef enum lt_script { LT_SCRIPT_HANS, LT_SCRIPT_HANT } lt_script;

/* One stretch of clean text. Its characters stand for raw characters raw, raw+1, …; the last one reaches to raw_end, which
** takes in a gloss that follows it. A character that was put together from halves is a run of its own, and shares its
** neighbours' raw characters. The characters beyond U+FFFF (two units, one raw character) are runs of their own too. */
typedef struct lt_run {
  uint32_t clean, raw, raw_end;
} lt_run;

typedef enum lt_repair_kind { LT_REPAIR_GLOSS, LT_REPAIR_MISALIGNED, LT_REPAIR_COPY, LT_REPAIR_ENCODING, LT_REPAIR_SPUN } lt_repair_kind;

/* A repair as a reader would tell it: which raw characters stood there, what they mean. */
typedef struct lt_repair {
  lt_repair_kind kind;
  uint32_t raw, raw_end; /* raw characters, 0-based, half-open */
  lt_span clean;         /* what stands there now; empty for a gloss */
} lt_repair;

/* What the page's own marks say of a line. */
typedef enum lt_line_mark {
  LT_MARK_NONE,
  LT_MARK_HEADING, /* # … */
  LT_MARK_QUOTE,   /* > … */
  LT_MARK_ITEM,    /* - …, * …, 1. … of a Markdown list */
  LT_MARK_TABLE,   /* | … | */
  LT_MARK_CODE,
  LT_MARK_META     /* 文章作者: …, 发布时间: … of an export's header; 原文链接 */
} lt_line_mark;

/* One line of the page as written: hard-wrapped lines are already one, marks are gone from the span, blank lines are not kept. */
typedef struct lt_line {
  lt_span span;       /* no line break, no white space at either end */
  lt_line_mark mark;
  uint8_t level;      /* of a heading or quotation, 1 … */
  bool bold;          /* all of it is emphasised */
  bool image;         /* it held an image or link target that was taken away */
  bool after_blank;   /* a blank line (or the start of the page) stands before it */
  uint32_t twin;      /* index + 1 of the earlier line that says the same, 0: none */
} lt_line;

typedef struct lt_text {
  lt_arena *arena;
  const lt_char *clean; /* length characters and one 0 after them; lines are separated by '\n' */
  uint32_t length;
  const uint64_t *not_han; /* bits, see not_han.h */
  LT_ARRAY(lt_run) runs;
  LT_ARRAY(lt_repair) repairs;
  lt_doubts doubts;    /* characters that a repair could only guess */
  LT_ARRAY(lt_line) lines;
  uint32_t raw_length; /* raw characters as SQLite's length() counts them */
  lt_script script;
  uint32_t copies;     /* how often the body stands on the page; 1 where it is not doubled */
} lt_text;

/* Reads a TEXT value: UTF-8, ill-formed bytes become U+FFFD; the text ends at the first NUL, as for SQLite's substr().
** Everything is made in the arena; NULL when memory ran out. */
lt_text *lt_text_restore(lt_arena *arena, const char *utf8, size_t bytes);

/* Raw characters [begin, end) from which the clean span was read. */
lt_span lt_text_raw(const lt_text *text, lt_span clean);

static inline lt_slice lt_text_cut(const lt_text *text, lt_span where) {
  return (lt_slice){text->clean + where.begin, where.end - where.begin};
}

/* The first place in [place, end) that holds no Han character of the main block; end if all do. */
static inline uint32_t lt_text_next_mark(const lt_text *text, uint32_t place, uint32_t end) { return lt_not_han_next(text->not_han, place, end); }

#endif
