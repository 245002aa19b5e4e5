/* llm_paragraphs: every line of the page and what it is, noise included. */
#include "tables/table.h"

typedef struct row {
  int64_t paragraph, section;
  const char *kind;
  lt_slice body;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(paragraph, "number of the paragraph on the page, from 1", "2"),
    LT_COLUMN(section, "number of its section", "0"),
    LT_COLUMN(kind, "title, lead, byline, heading, body, boilerplate, comment or duplicate", "body"),
    LT_COLUMN(body, "restored text", "钢厂里多了一位新同事。"),
    LT_PLACE(span, "the paragraph", "10", "11"),
};

static const char *const kinds[] = {
    [LT_PARAGRAPH_TITLE] = "title",
    [LT_PARAGRAPH_LEAD] = "lead",
    [LT_PARAGRAPH_BYLINE] = "byline",
    [LT_PARAGRAPH_HEADING] = "heading",
    [LT_PARAGRAPH_BODY] = "body",
    [LT_PARAGRAPH_BOILERPLATE] = "boilerplate",
    [LT_PARAGRAPH_COMMENT] = "comment",
    [LT_PARAGRAPH_DUPLICATE] = "duplicate",
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  const lt_document *document = reading->document;
  for (uint32_t i = 0; i < document->paragraphs.count; i++) {
    const lt_paragraph *p = &document->paragraphs.at[i];
    *LT_ROW(rows) = (row){
        .paragraph = i + 1,
        .section = document->sections.at[p->section].number,
        .kind = kinds[p->kind],
        .body = lt_reading_cut(reading, p->span),
        .span = p->span,
    };
  }
}

const lt_table lt_table_paragraphs = {
    .name = "llm_paragraphs",
    .meaning = "one row per line or paragraph of the page, noise included",
    .arguments = {"text"},
    .example = "大模型走进工厂\n\n钢厂里多了一位新同事。",
    .restored = "body",
    LT_COLUMNS(columns),
    .usual_rows = 50,
    .stage = LT_STAGE_DOCUMENT,
    .fill = fill,
};
