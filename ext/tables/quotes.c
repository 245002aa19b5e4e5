/* llm_quotes: what stands in quotation marks, and who says it. */
#include "tables/table.h"

typedef struct row {
  lt_slice quote;
  const char *kind;
  lt_slice speaker;
  int64_t sentence;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(quote, "what stands between the marks", "大模型不是一阵风。"),
    LT_COLUMN_AT(SPEAKERS, kind, "speech, name or term", "speech"),
    LT_COLUMN_AT(SPEAKERS, speaker, "who says it, canonical", "李彦宏"),
    LT_COLUMN(sentence, "number of the sentence", "1"),
    LT_PLACE(span, "the quotation, without its marks,", "8", "9"),
};

static const char *const kinds[] = {
    [LT_QUOTE_SPEECH] = "speech",
    [LT_QUOTE_NAME] = "name",
    [LT_QUOTE_TERM] = "term",
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  for (uint32_t i = 0; i < reading->quotes.count; i++) {
    const lt_quote *quote = &reading->quotes.at[i];
    *LT_ROW(rows) = (row){
        .quote = lt_reading_cut(reading, quote->span),
        .kind = kinds[quote->kind],
        .speaker = quote->speaker,
        .sentence = quote->sentence + 1,
        .span = quote->span,
    };
  }
}

const lt_table lt_table_quotes = {
    .name = "llm_quotes",
    .meaning = "one row per quotation: “…” or 「…」",
    .arguments = {"text"},
    .example = "李彦宏表示：“大模型不是一阵风。”",
    .restored = "quote",
    LT_COLUMNS(columns),
    .usual_rows = 15,
    .stage = LT_STAGE_QUOTES,
    .fill = fill,
};
