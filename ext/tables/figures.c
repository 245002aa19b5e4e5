/* llm_figures: every quantity, fully expanded, with what it measures. */
#include "tables/table.h"

typedef struct row {
  lt_slice figure;
  double value, upper;
  lt_slice unit;
  const char *measure, *approx;
  lt_slice metric;
  const char *direction;
  lt_slice subject, period;
  int64_t sentence;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(figure, "as written", "36.57亿元"),
    LT_COLUMN(value, "the number in full", "3657000000.0"),
    LT_COLUMN(upper, "upper end of a range; NULL otherwise", NULL),
    LT_COLUMN(unit, "%, 元, 美元, 家, 人, 倍, 年 …", "元"),
    LT_COLUMN(measure, "percent, money, count, duration, multiple or other", "money"),
    LT_COLUMN(approx, "= exactly, ~ about, > more than, < less than", ">"),
    LT_COLUMN_AT(LINKS, metric, "what is measured", "研发投入"),
    LT_COLUMN_AT(LINKS, direction, "up or down", NULL),
    LT_COLUMN_AT(LINKS, subject, "whose it is", "百度"),
    LT_COLUMN_AT(LINKS, period, "when", "2022年"),
    LT_COLUMN(sentence, "number of the sentence", "1"),
    LT_PLACE(span, "the figure", "16", "7"),
};

static const char *const measures[] = {
    [LT_MEASURE_PERCENT] = "percent",
    [LT_MEASURE_MONEY] = "money",
    [LT_MEASURE_COUNT] = "count",
    [LT_MEASURE_DURATION] = "duration",
    [LT_MEASURE_MULTIPLE] = "multiple",
    [LT_MEASURE_OTHER] = "other",
};

static const char *approx_word(char approx) { return approx == '~' ? "~" : approx == '>' ? ">" : approx == '<' ? "<" : "="; }

static const char *direction_word(char direction) { return direction == '+' ? "up" : direction == '-' ? "down" : NULL; }

static void fill(const lt_reading *reading, lt_rows *rows) {
  for (uint32_t i = 0; i < reading->figures.count; i++) {
    const lt_figure *figure = &reading->figures.at[i];
    *LT_ROW(rows) = (row){
        .figure = lt_reading_cut(reading, figure->span),
        .value = figure->value,
        .upper = figure->upper,
        .unit = figure->unit,
        .measure = measures[figure->measure],
        .approx = approx_word(figure->approx),
        .metric = figure->metric,
        .direction = direction_word(figure->direction),
        .subject = figure->subject,
        .period = figure->period,
        .sentence = figure->sentence + 1,
        .span = figure->span,
    };
  }
}

const lt_table lt_table_figures = {
    .name = "llm_figures",
    .meaning = "one row per quantity",
    .arguments = {"text"},
    .example = "2022年，百度的研发投入超过36.57亿元。",
    .restored = "figure",
    LT_COLUMNS(columns),
    .usual_rows = 20,
    .stage = LT_STAGE_NUMBERS,
    .fill = fill,
};
