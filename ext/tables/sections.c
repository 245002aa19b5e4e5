/* llm_sections: what stands under each heading. Section 0 is what stands before the first one; where that is nothing, the
** rows start with section 1. */
#include "tables/table.h"

typedef struct row {
  int64_t section;
  lt_slice heading, body;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(section, "number of the section; 0 is what stands before the first heading", "1"),
    LT_COLUMN(heading, "heading; NULL for section 0", "算力先行"),
    LT_COLUMN(body, "paragraphs of the section, one a line", "厂商先把机房建了起来。"),
    LT_PLACE(span, "the section, heading included,", "46", "17"),
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  const lt_document *document = reading->document;
  for (uint32_t i = 0; i < document->sections.count; i++) {
    const lt_section *section = &document->sections.at[i];
    if (section->heading.at == NULL && section->body.length == 0) continue;
    *LT_ROW(rows) = (row){section->number, section->heading, section->body, section->span};
  }
}

const lt_table lt_table_sections = {
    .name = "llm_sections",
    .meaning = "one row per section, 0 being what stands before the first heading",
    .arguments = {"text"},
    .example = "大模型走进工厂\n\n钢厂里多了一位新同事。它不吃饭，也不睡觉，一天能看三万块钢板。\n\n## 算力先行\n\n厂商先把机房建了起来。",
    LT_COLUMNS(columns),
    .usual_rows = 5,
    .stage = LT_STAGE_DOCUMENT,
    .fill = fill,
};
