/* The repairs, in the order of the text. Each is asked at the places where its damage can begin and writes what stood there. */
#ifndef LT_TEXT_REPAIR_H
#define LT_TEXT_REPAIR_H

#include "text/writer.h"

/* Repairs text from units into the writer: glosses, misaligned characters, wrong encodings, spun words, entities, invisible characters. */
void lt_repair_all(lt_writer *w);

/* Repairs what stands at one mark, if anything needs it. */
void lt_repair_mark(lt_writer *w, const lt_mark *mark);

/* Each is asked at a mark; false: nothing to repair here. What it repairs is written, w->read stands behind it. */
bool lt_repair_gloss(lt_writer *w, const lt_mark *mark);      /* a bracket */
bool lt_repair_misaligned(lt_writer *w, const lt_mark *mark); /* '?' or U+FFFD */
bool lt_repair_encoding(lt_writer *w, const lt_mark *mark);   /* a character of the Latin supplement */
bool lt_repair_spun(lt_writer *w, const lt_mark *mark);       /* an ideograph */
bool lt_repair_entity(lt_writer *w, const lt_mark *mark);     /* '&' */

#endif
