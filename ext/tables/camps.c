/* llm_camps: how the article itself groups its players. */
#include "tables/table.h"

typedef struct row {
  lt_slice camp, member, evidence;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(camp, "the group, in the article's words", "互联网大厂"),
    LT_COLUMN(member, "canonical name of a member", "百度"),
    LT_COLUMN(evidence, "sentence that says so", "以百度、腾讯为代表的互联网大厂率先入局。"),
    LT_PLACE(span, "the member's name", "2", "2"),
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  for (uint32_t i = 0; i < reading->camp_members.count; i++) {
    const lt_camp_member *m = &reading->camp_members.at[i];
    *LT_ROW(rows) = (row){m->camp, m->member, lt_evidence(reading, m->sentence), m->span};
  }
}

const lt_table lt_table_camps = {
    .name = "llm_camps",
    .meaning = "one row per camp and member",
    .arguments = {"text"},
    .example = "以百度、腾讯为代表的互联网大厂率先入局。",
    LT_COLUMNS(columns),
    .usual_rows = 10,
    .stage = LT_STAGE_ENTITIES,
    .fill = fill,
};
