/* Functions that give one fact of the article: the same as a column of llm_article, where a row would be too much. */
#include "functions/function.h"

#define EXAMPLE "'大模型走进工厂\n文|林晓\n2023年5月9日\n\n钢厂里的质检员多了一位新同事。')"

static lt_value clean(const lt_reading *reading, lt_day anchor) {
  (void)anchor;
  return lt_value_text(reading->document->body);
}

const lt_function lt_function_clean = {
    .name = "llm_clean",
    .arguments = "text",
    .most_arguments = 1,
    .meaning = "the restored article, one paragraph a line",
    .example = "llm_clean('大模型賽(sài)道熱了起來。')",
    .result = "大模型赛道热了起来。",
    .stages = 1u << LT_STAGE_DOCUMENT,
    .of_reading = clean,
};

static lt_value title(const lt_reading *reading, lt_day anchor) {
  (void)anchor;
  return lt_value_text(reading->document->title);
}

const lt_function lt_function_title = {
    .name = "llm_title",
    .arguments = "text",
    .most_arguments = 1,
    .meaning = "the article's title",
    .example = "llm_title(" EXAMPLE,
    .result = "大模型走进工厂",
    .stages = 1u << LT_STAGE_DOCUMENT,
    .of_reading = title,
};

static lt_value author(const lt_reading *reading, lt_day anchor) {
  (void)anchor;
  return lt_value_text(reading->document->author);
}

const lt_function lt_function_author = {
    .name = "llm_author",
    .arguments = "text",
    .most_arguments = 1,
    .meaning = "the article's author, as the byline says",
    .example = "llm_author(" EXAMPLE,
    .result = "林晓",
    .stages = 1u << LT_STAGE_DOCUMENT,
    .of_reading = author,
};

static lt_value published(const lt_reading *reading, lt_day anchor) {
  (void)anchor;
  return lt_value_text(reading->document->published);
}

const lt_function lt_function_published = {
    .name = "llm_published",
    .arguments = "text",
    .most_arguments = 1,
    .meaning = "the day of publication, if the page gives it: YYYY-MM-DD",
    .example = "llm_published(" EXAMPLE,
    .result = "2023-05-09",
    .stages = 1u << LT_STAGE_DOCUMENT,
    .of_reading = published,
};
