/* llm_rules: the rules of reading by name. They are listed in reading/rules.def. */
#include "base/utf8.h"
#include "tables/table.h"

typedef struct row {
  const char *rule, *meaning;
  lt_slice example;
} row;

static const lt_column columns[] = {
    LT_COLUMN(rule, "its name, in code, cases and documents alike", "ATTRIBUTION-4"),
    LT_COLUMN(meaning, "what it says", "the speaker stands before the verb"),
    LT_COLUMN(example, "a text it applies to", "何川表示，水快退了。"),
};

static const struct rule {
  const char *name, *meaning, *example;
} rules[] = {
#define LT_RULE(name, meaning, example) {name, meaning, example},
#include "reading/rules.def"
#undef LT_RULE
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  (void)reading;
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
    *LT_ROW(rows) = (row){rules[i].name, rules[i].meaning, lt_utf8_read(rows->arena, rules[i].example, strlen(rules[i].example))};
  }
}

const lt_table lt_table_rules = {
    .name = "llm_rules",
    .meaning = "one row per rule of reading",
    LT_COLUMNS(columns),
    .usual_rows = sizeof rules / sizeof rules[0],
    .fill = fill,
};
