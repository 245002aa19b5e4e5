/* What the article cites: reports, media, institutions, companies, people, public data. */
#ifndef LT_READING_SOURCE_H
#define LT_READING_SOURCE_H

#include "base/array.h"
#include "base/slice.h"

typedef enum lt_source_kind {
  LT_SOURCE_REPORT,
  LT_SOURCE_MEDIA,
  LT_SOURCE_COMPANY,
  LT_SOURCE_ORGANIZATION,
  LT_SOURCE_PERSON,
  LT_SOURCE_PUBLIC
} lt_source_kind;

typedef struct lt_source {
  lt_slice source;
  lt_source_kind kind;
  lt_slice publisher; /* NULL if not said */
  uint32_t sentence;
  lt_span span;
} lt_source;

struct lt_reading;

/* Stage: cues and mentions → sources. */
void lt_sources_read(struct lt_reading *reading);

#endif
