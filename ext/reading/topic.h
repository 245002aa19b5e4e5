/* What a place speaks of where it does not name it: 其新模型, 它又发布了. */
#ifndef LT_READING_TOPIC_H
#define LT_READING_TOPIC_H

#include "reading/reading.h"

/* The firm: the first of its part of the sentence before the place, else of the sentence before, three sentences back at most
** and in one section, else the one the section's heading names. Firms are companies, institutes and laboratories.
** An index of mentions; the count if there is none. */
uint32_t lt_topic(const lt_reading *reading, uint32_t place);

#endif
