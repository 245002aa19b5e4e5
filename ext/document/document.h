/* The page as a reader sees it: title, byline, headings, paragraphs, sentences, and what is not the article.
** All positions are in lt_text.clean. Slices borrow from it unless said otherwise. */
#ifndef LT_DOCUMENT_DOCUMENT_H
#define LT_DOCUMENT_DOCUMENT_H

#include "lexicon/lexicon.h"
#include "text/text.h"

typedef enum lt_paragraph_kind {
  LT_PARAGRAPH_TITLE,
  LT_PARAGRAPH_LEAD,
  LT_PARAGRAPH_BYLINE,
  LT_PARAGRAPH_HEADING,
  LT_PARAGRAPH_BODY,
  LT_PARAGRAPH_BOILERPLATE,
  LT_PARAGRAPH_COMMENT,
  LT_PARAGRAPH_DUPLICATE
} lt_paragraph_kind;

typedef struct lt_paragraph {
  lt_span span;
  lt_paragraph_kind kind;
  uint32_t section;               /* index into sections */
  uint32_t line;                  /* index into text->lines */
  uint32_t sentences, sentence_end; /* [sentences, sentence_end) of document->sentences; empty for noise */
} lt_paragraph;

/* Sections follow one another; the first has no heading and may be empty. */
typedef struct lt_section {
  uint32_t number;  /* 0, 1, … */
  lt_slice heading; /* NULL in section 0 */
  lt_slice body;    /* its body paragraphs, one a line; owned by the arena */
  lt_span span;     /* from the heading to the end of its last paragraph */
} lt_section;

/* Sentences of title, lead, headings and body, in reading order; none crosses a paragraph's end. */
typedef struct lt_sentence {
  lt_span span; /* without white space at either end */
  uint32_t paragraph, section; /* indexes */
} lt_sentence;

typedef struct lt_document {
  lt_arena *arena;
  const lt_text *text;
  LT_ARRAY(lt_paragraph) paragraphs;
  LT_ARRAY(lt_section) sections;
  LT_ARRAY(lt_sentence) sentences;
  lt_slice title, lead, author, publisher; /* NULL where the page does not say */
  lt_slice published;                      /* YYYY-MM-DD, or NULL */
  bool reprint;                            /* the page says it is a reprint (本文为转载内容) */
  lt_slice body; /* llm_clean: title, lead, byline, headings and body, one paragraph a line; owned by the arena */
} lt_document;

/* names, cues: what lt_lexicon_scan found in text->clean. NULL when memory ran out. */
lt_document *lt_document_read(lt_arena *arena, const lt_text *text, const lt_lexicon *lexicon, const lt_hits *names, const lt_hits *cues);

/* Is the paragraph part of what the article itself says (title, lead, heading, body)? */
static inline bool lt_paragraph_is_read(const lt_paragraph *p) {
  return p->kind == LT_PARAGRAPH_TITLE || p->kind == LT_PARAGRAPH_LEAD || p->kind == LT_PARAGRAPH_HEADING || p->kind == LT_PARAGRAPH_BODY;
}

#endif
