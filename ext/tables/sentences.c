/* llm_sentences: what the article says, sentence by sentence. The numbers are those that the other tables give. */
#include "tables/table.h"

typedef struct row {
  int64_t sentence, paragraph, section;
  lt_slice body;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(sentence, "number of the sentence, from 1", "2"),
    LT_COLUMN(paragraph, "number of its paragraph", "1"),
    LT_COLUMN(section, "number of its section", "0"),
    LT_COLUMN(body, "restored text", "腾讯也没有闲着。"),
    LT_PLACE(span, "the sentence", "11", "8"),
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  const lt_document *document = reading->document;
  for (uint32_t i = 0; i < document->sentences.count; i++) {
    const lt_sentence *s = &document->sentences.at[i];
    *LT_ROW(rows) = (row){
        .sentence = i + 1,
        .paragraph = s->paragraph + 1,
        .section = document->sections.at[s->section].number,
        .body = lt_reading_cut(reading, s->span),
        .span = s->span,
    };
  }
}

const lt_table lt_table_sentences = {
    .name = "llm_sentences",
    .meaning = "one row per sentence of the article",
    .arguments = {"text"},
    .example = "百度发布了文心一言。腾讯也没有闲着。",
    .restored = "body",
    LT_COLUMNS(columns),
    .usual_rows = 100,
    .stage = LT_STAGE_DOCUMENT,
    .fill = fill,
};
