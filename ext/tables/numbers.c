/* llm_numbers: every numeral, with or without a unit. */
#include "tables/table.h"

typedef struct row {
  lt_slice numeral;
  double number;
  const char *kind;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(numeral, "as written", "三百二十亿"),
    LT_COLUMN(number, "its value", "32000000000.0"),
    LT_COLUMN(kind, "cardinal, ordinal, fraction or percent", "cardinal"),
    LT_PLACE(span, "the numeral", "5", "5"),
};

static const char *const kinds[] = {
    [LT_NUMERAL_CARDINAL] = "cardinal",
    [LT_NUMERAL_ORDINAL] = "ordinal",
    [LT_NUMERAL_FRACTION] = "fraction",
    [LT_NUMERAL_PERCENT] = "percent",
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  for (uint32_t i = 0; i < reading->numerals.count; i++) {
    const lt_numeral *n = &reading->numerals.at[i];
    *LT_ROW(rows) = (row){lt_reading_cut(reading, n->span), n->value, kinds[n->kind], n->span};
  }
}

const lt_table lt_table_numbers = {
    .name = "llm_numbers",
    .meaning = "one row per numeral, with or without a unit",
    .arguments = {"text"},
    .example = "市值已达三百二十亿美元。",
    .restored = "numeral",
    LT_COLUMNS(columns),
    .usual_rows = 30,
    .stage = LT_STAGE_NUMBERS,
    .fill = fill,
};
