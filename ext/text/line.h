/* A page's lines as written: hard-wrapped ones joined again, Markdown marks taken away. */
#ifndef LT_TEXT_LINE_H
#define LT_TEXT_LINE_H

#include "text/text.h"

/* Fills text->lines; edits text->clean where lines are joined or marks stood. */
void lt_lines_read(lt_text *text);

#endif
