/* Functions of a text that is nothing but a numeral or a date. */
#include "functions/function.h"

static lt_slice whole_text(const lt_reading *reading) { return (lt_slice){reading->text->clean, reading->text->length}; }

static lt_value number(const lt_reading *reading, lt_day anchor) {
  (void)anchor;
  return lt_value_number(lt_number_parse(whole_text(reading)));
}

const lt_function lt_function_number = {
    .name = "llm_number",
    .arguments = "text",
    .most_arguments = 1,
    .meaning = "the value of a Chinese or Arabic numeral; NULL if the text is anything else",
    .example = "llm_number('三百二十亿')",
    .result = "32000000000",
    .stages = 1u << LT_STAGE_TEXT,
    .of_reading = number,
};

static lt_value date(const lt_reading *reading, lt_day anchor) { return lt_value_day(lt_date_parse(whole_text(reading), anchor).start); }

const lt_function lt_function_date = {
    .name = "llm_date",
    .arguments = "text[, anchor]",
    .most_arguments = 2,
    .meaning = "the first day of the date or period that the text names; NULL if it names none, or none that can be told without an anchor",
    .example = "llm_date('上个月15日', '2023-05-09')",
    .result = "2023-04-15",
    .stages = 1u << LT_STAGE_TEXT,
    .of_reading = date,
};
