/* llm_relations: what the article states between two of its names. */
#include "tables/table.h"

typedef struct row {
  lt_slice subject;
  const char *relation;
  lt_slice object, evidence;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(subject, "canonical name", "百度"),
    LT_COLUMN(relation,
              "develops, works_at, formerly_at, founded, invests_in, acquires, partners_with, competes_with, holds_stake_in or "
              "member_of",
              "develops"),
    LT_COLUMN(object, "canonical name", "文心一言"),
    LT_COLUMN(evidence, "sentence that states it", "百度发布了文心一言。"),
    LT_PLACE(span, "the stretch from the first of the two names to the second", "1", "9"),
};

static const char *const relations[] = {
    [LT_RELATION_DEVELOPS] = "develops",
    [LT_RELATION_WORKS_AT] = "works_at",
    [LT_RELATION_FORMERLY_AT] = "formerly_at",
    [LT_RELATION_FOUNDED] = "founded",
    [LT_RELATION_INVESTS_IN] = "invests_in",
    [LT_RELATION_ACQUIRES] = "acquires",
    [LT_RELATION_PARTNERS_WITH] = "partners_with",
    [LT_RELATION_COMPETES_WITH] = "competes_with",
    [LT_RELATION_HOLDS_STAKE_IN] = "holds_stake_in",
    [LT_RELATION_MEMBER_OF] = "member_of",
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  for (uint32_t i = 0; i < reading->relations.count; i++) {
    const lt_relation *r = &reading->relations.at[i];
    *LT_ROW(rows) = (row){
        .subject = reading->entities.at[r->subject].name,
        .relation = relations[r->kind],
        .object = reading->entities.at[r->object].name,
        .evidence = lt_evidence(reading, r->sentence),
        .span = r->span,
    };
  }
}

const lt_table lt_table_relations = {
    .name = "llm_relations",
    .meaning = "one row per stated relation",
    .arguments = {"text"},
    .example = "百度发布了文心一言。",
    LT_COLUMNS(columns),
    .usual_rows = 20,
    .stage = LT_STAGE_RELATIONS,
    .fill = fill,
};
