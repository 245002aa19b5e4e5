/* Documents that are cited, and who published them: 县商会发布的《果园报告》, 船厂在4月发布的年度报告, 县农业局官网. */
#ifndef LT_READING_CITED_H
#define LT_READING_CITED_H

#include "reading/reading.h"

typedef struct lt_cited {
  lt_span name;       /* of the document, without 《》; of the publisher where the document has none (恒策咨询的数据) */
  lt_slice publisher; /* canonical where it has a name; NULL if not said */
} lt_cited;

lt_cited lt_cited_document(const lt_reading *reading, lt_span words);

#endif
