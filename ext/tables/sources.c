/* llm_sources: what the article cites. */
#include "tables/table.h"

typedef struct row {
  lt_slice source;
  const char *kind;
  lt_slice publisher;
  int64_t sentence;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(source, "what is cited", "智能经济观察"),
    LT_COLUMN(kind, "report, media, company, organization, person or public", "report"),
    LT_COLUMN(publisher, "who published it", "腾讯"),
    LT_COLUMN(sentence, "number of the sentence", "1"),
    LT_PLACE(span, "the source", "8", "6"),
};

static const char *const kinds[] = {
    [LT_SOURCE_REPORT] = "report",
    [LT_SOURCE_MEDIA] = "media",
    [LT_SOURCE_COMPANY] = "company",
    [LT_SOURCE_ORGANIZATION] = "organization",
    [LT_SOURCE_PERSON] = "person",
    [LT_SOURCE_PUBLIC] = "public",
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  for (uint32_t i = 0; i < reading->sources.count; i++) {
    const lt_source *source = &reading->sources.at[i];
    *LT_ROW(rows) = (row){source->source, kinds[source->kind], source->publisher, source->sentence + 1, source->span};
  }
}

const lt_table lt_table_sources = {
    .name = "llm_sources",
    .meaning = "one row per thing cited",
    .arguments = {"text"},
    .example = "据腾讯发布的《智能经济观察》报告显示，岗位在增加。",
    LT_COLUMNS(columns),
    .usual_rows = 5,
    .stage = LT_STAGE_SOURCES,
    .fill = fill,
};
