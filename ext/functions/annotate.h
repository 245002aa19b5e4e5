/* The two forms of an annotated article. */
#ifndef LT_FUNCTIONS_ANNOTATE_H
#define LT_FUNCTIONS_ANNOTATE_H

#include "functions/annotation.h"

/* One page without anything from outside: the text in <article>, a legend that shows and hides, tables of players, models and relations. */
void lt_annotate_html(const lt_annotation *annotation, lt_out *out);

/* For a terminal of 256 colours: a line that names the colours, then the text. */
void lt_annotate_ansi(const lt_annotation *annotation, lt_out *out);

#endif
