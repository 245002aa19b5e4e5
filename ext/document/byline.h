/* Reading bylines: what the files byline*.c and outlet.c share. Not for other files of the room. */
#ifndef LT_DOCUMENT_BYLINE_H
#define LT_DOCUMENT_BYLINE_H

#include "document/page.h"

enum { LT_OUTLET_LONGEST = 12 }; /* characters of an outlet's name */

/* How plainly an outlet is named, plainest first. */
typedef enum lt_plainness {
  LT_SAID_BY_LABEL,
  LT_SAID_IN_BYLINE,
  LT_SAID_IN_DATELINE,
  LT_SAID_IN_HEADER,
  LT_SAID_IN_APP_LINE,
  LT_SAID_IN_RIGHTS,
  LT_SAID_IN_WINDOW_TITLE,
  LT_SAID_IN_COPYRIGHT,
  LT_SAID_NOWHERE
} lt_plainness;

typedef struct lt_byline {
  lt_page *page;
  lt_document *document; /* what is found is noted here */
  lt_plainness publisher;
  lt_slice account; /* 文章作者 of an export's header; NULL if there is none */
} lt_byline;

/* byline_name.c: note what was read; false if it is nobody's name. The first author counts, and the outlet named most plainly. */
bool lt_byline_author(lt_byline *r, lt_slice name);
bool lt_byline_publisher(lt_byline *r, lt_slice name, lt_plainness how);

/* byline_name.c: without the marks and spaces round it; what a name is, by the vocabulary and its form. */
lt_slice lt_byline_trim(lt_slice s);
bool lt_byline_has_letter(lt_slice s);
bool lt_byline_is_stray(const lt_page *page, lt_slice word);
bool lt_byline_is_outlet(const lt_page *page, lt_slice name);
bool lt_byline_is_person(const lt_page *page, lt_slice name);

/* byline_date.c: where the first full date begins, and its length; s.length if there is none. Notes it; false if there is none. */
uint32_t lt_byline_find_date(const lt_page *page, lt_slice s, uint32_t *length, uint32_t ymd[3]);
bool lt_byline_date(lt_byline *r, lt_slice s);

/* byline_date.c: the digits here as a number, at most so many; the length of a date that begins here, 0 if none does. */
uint32_t lt_byline_number(lt_slice s, uint32_t *at, uint32_t longest);
uint32_t lt_byline_date_at(lt_slice s, uint32_t at, uint32_t ymd[3]);

/* byline_label.c: reads what the labels of a line say; false if they say nothing. */
bool lt_byline_read_labels(lt_byline *r, uint32_t line);

/* byline_label.c: （记者 ×××）, （文/×××） in a paragraph, between two places of it. */
void lt_byline_read_brackets(lt_byline *r, uint32_t line, uint32_t from, uint32_t to);

/* byline_label.c: does a word end what a label says? */
bool lt_byline_ends_value(lt_slice word);

/* outlet.c: the outlet, by the article's first words and by the page's furniture. */
void lt_byline_read_first_words(lt_byline *r);
void lt_byline_read_furniture(lt_byline *r);

#endif
