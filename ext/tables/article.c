/* llm_article: the page as a whole. */
#include "tables/table.h"

typedef struct row {
  lt_slice title, lead, author, publisher, published;
  const char *script;
  int64_t reprint, copies, repairs;
  lt_slice body;
} row;

static const lt_column columns[] = {
    LT_COLUMN(title, "title", "大模型走进工厂"),
    LT_COLUMN(lead, "the sentence under the title that sums the article up", NULL),
    LT_COLUMN(author, "author, as the byline says", "林晓"),
    LT_COLUMN(publisher, "outlet, if the page names it", NULL),
    LT_COLUMN(published, "day of publication, if the page gives it, YYYY-MM-DD", "2023-05-09"),
    LT_COLUMN(script, "what the stored text is written in: hans (simplified) or hant (traditional)", "hans"),
    LT_COLUMN(reprint, "1 where the page says that it is a reprint", "0"),
    LT_COLUMN(copies, "how often the body stands on the page", "1"),
    LT_COLUMN(repairs, "how many repairs were made (llm_repairs lists them)", "0"),
    LT_COLUMN(body, "the restored article, one paragraph a line, as llm_clean gives it", NULL),
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  const lt_text *text = reading->text;
  const lt_document *document = reading->document;
  if (text->lines.count == 0) return;
  *LT_ROW(rows) = (row){
      .title = document->title,
      .lead = document->lead,
      .author = document->author,
      .publisher = document->publisher,
      .published = document->published,
      .script = text->script == LT_SCRIPT_HANT ? "hant" : "hans",
      .reprint = document->reprint,
      .copies = text->copies,
      .repairs = text->repairs.count,
      .body = document->body,
  };
}

const lt_table lt_table_article = {
    .name = "llm_article",
    .meaning = "the article as a whole: one row",
    .arguments = {"text"},
    .example = "大模型走进工厂\n文|林晓\n2023年5月9日\n\n钢厂里的质检员多了一位新同事。它不吃饭，也不睡觉。",
    LT_COLUMNS(columns),
    .usual_rows = 1,
    .stage = LT_STAGE_DOCUMENT,
    .fill = fill,
};
