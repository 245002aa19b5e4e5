/* llm_dates: days and periods. Relative ones (今年, 上个月底) are told from the anchor, or else from the day of publication;
** where there is neither they have no dates. */
#include "tables/table.h"

typedef struct row {
  lt_slice surface;
  lt_day start_date, end_date;
  const char *grain;
  int64_t sentence;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(surface, "as written", "2021年1-2月"),
    LT_COLUMN(start_date, "its first day, YYYY-MM-DD", "2021-01-01"),
    LT_COLUMN(end_date, "its last day, YYYY-MM-DD", "2021-02-28"),
    LT_COLUMN(grain, "day, week, month, quarter, half, year, decade or century", "month"),
    LT_COLUMN(sentence, "number of the sentence", "1"),
    LT_PLACE(span, "the date", "1", "9"),
};

static const char *const grains[] = {
    [LT_GRAIN_DAY] = "day",
    [LT_GRAIN_WEEK] = "week",
    [LT_GRAIN_MONTH] = "month",
    [LT_GRAIN_QUARTER] = "quarter",
    [LT_GRAIN_HALF] = "half",
    [LT_GRAIN_YEAR] = "year",
    [LT_GRAIN_DECADE] = "decade",
    [LT_GRAIN_CENTURY] = "century",
};

/* The reading has told the dates from the day of publication; another anchor tells them anew. */
static lt_period *told_from(const lt_reading *reading, const lt_rows *rows) {
  lt_period *periods = lt_arena_block(rows->arena, (uint64_t)reading->dates.count * sizeof *periods);
  if (periods) lt_dates_resolve(reading->dates.at, reading->dates.count, rows->anchor, periods);
  return periods;
}

static void fill(const lt_reading *reading, lt_rows *rows) {
  const lt_period *periods = rows->anchor.year ? told_from(reading, rows) : NULL;
  for (uint32_t i = 0; i < reading->dates.count; i++) {
    const lt_date *date = &reading->dates.at[i];
    const lt_period *period = periods ? &periods[i] : &date->period;
    *LT_ROW(rows) = (row){
        .surface = lt_reading_cut(reading, date->span),
        .start_date = period->start,
        .end_date = period->end,
        .grain = grains[period->grain],
        .sentence = date->sentence + 1,
        .span = date->span,
    };
  }
}

const lt_table lt_table_dates = {
    .name = "llm_dates",
    .meaning = "one row per date or period; llm_dates(text, anchor) tells relative ones from the anchor",
    .arguments = {"text", "anchor"},
    .example = "2021年1-2月，招聘数量保持增长。",
    .restored = "surface",
    LT_COLUMNS(columns),
    .usual_rows = 10,
    .stage = LT_STAGE_NUMBERS,
    .fill = fill,
};
