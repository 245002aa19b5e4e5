/* The page while it is being read: what is known of each line, shared by the files of this room. */
#ifndef LT_DOCUMENT_PAGE_H
#define LT_DOCUMENT_PAGE_H

#include "document/document.h"

/* The classes of words that tell furniture and bylines (PAGE_…, which stand together in the alphabet), as a set. */
typedef uint64_t lt_roles;

#define LT_ROLE(NAME) ((lt_roles)1 << (LT_CUE_##NAME - LT_CUE_PAGE_APP))

_Static_assert(LT_CUE_PAGE_SOURCE - LT_CUE_PAGE_APP < 64, "roles are a set of cue classes");

/* The role of a class, none if it tells nothing of pages. */
static inline lt_roles lt_role_of(lt_cue_class class) {
  return class >= LT_CUE_PAGE_APP && class <= LT_CUE_PAGE_SOURCE ? (lt_roles)1 << (class - LT_CUE_PAGE_APP) : 0;
}

/* What lines are made of when no article speaks: any of these makes a line furniture. */
#define LT_ROLES_FURNITURE \
  (LT_ROLE(PAGE_APP) | LT_ROLE(PAGE_COMMENT) | LT_ROLE(PAGE_END) | LT_ROLE(PAGE_MENU) | LT_ROLE(PAGE_RELATED) | LT_ROLE(PAGE_RIGHTS))

typedef struct lt_page_line {
  lt_slice text;
  lt_roles roles;
  uint32_t words;      /* Chinese characters, Latin words and numbers */
  uint32_t commas;     /* ，、；： and their half-width twins */
  uint32_t stops;      /* sentence ends anywhere in it */
  bool has_period;     /* 。 anywhere in it */
  bool ends_sentence;  /* with 。！？… and whatever closes behind it */
  bool goes_on;        /* ends with ：——；，: the next line belongs to it */
  bool is_address;     /* a URL, with or without a label */
  bool is_number;      /* digits, marks and dates, no words */
  bool is_menu;        /* short words side by side: 即时 要闻 产业 证券 */
  bool has_date;       /* a full date */
  bool is_copy;        /* says what an earlier line says, and not by chance */
  lt_paragraph_kind kind;
} lt_page_line;

typedef struct lt_page {
  lt_document *document;
  const lt_text *text;
  const lt_lexicon *lexicon;
  const lt_hits *names, *cues;
  lt_page_line *lines; /* one for each of text->lines */
  uint32_t count;
  uint32_t title;          /* index of the line; count if the page has none */
  uint32_t body, body_end; /* the lines where the article stands; equal if there is none */
  bool bare;               /* no line is prose: a title alone, a list, a number */
} lt_page;

static inline bool lt_page_has(const lt_page *page, uint32_t line, lt_roles roles) { return (page->lines[line].roles & roles) != 0; }

static inline const lt_line *lt_page_mark(const lt_page *page, uint32_t line) { return &page->text->lines.at[line]; }

/* Does the line read like prose: a sentence, or long enough to be one? */
bool lt_page_is_prose(const lt_page *page, uint32_t line);

/* A line that is surely no part of an article: its words or its shape say so, or it is a copy. */
bool lt_page_is_furniture(const lt_page *page, uint32_t line);

/* Index of the first cue at or behind a place; the count if there is none. */
uint32_t lt_page_first_cue(const lt_page *page, uint32_t place);

/* Measures every line. */
void lt_page_measure(lt_page *page);

/* furniture.c: finds where the article stands. */
void lt_page_find_body(lt_page *page);

/* title.c: finds the title among the lines before the body and cuts the site's name off. */
void lt_page_find_title(lt_page *page);

/* byline.c: would the line, standing beside the title, be a byline? */
bool lt_page_is_byline(lt_page *page, uint32_t line);

/* byline.c: author, publisher, date; marks the lines they stand in. */
void lt_page_read_bylines(lt_page *page);

/* paragraph.c: gives every line its kind. */
void lt_page_sort_lines(lt_page *page);

#endif
