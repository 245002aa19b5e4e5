/* llm_models: the AI models and named products of the article. */
#include "tables/table.h"

typedef struct row {
  lt_slice name, version, developer, developers;
  int64_t mentions, known;
  lt_slice evidence;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(name, "canonical name", "文心一言"),
    LT_COLUMN(version, "version, if the article gives one", NULL),
    LT_COLUMN_AT(RELATIONS, developer, "who made it (the first, where there are more)", "百度"),
    LT_COLUMN_AT(RELATIONS, developers, "all who made it: JSON array", "[\"百度\"]"),
    LT_COLUMN(mentions, "how often it is named", "1"),
    LT_COLUMN(known, "1: the vocabulary has it, 0: it was read off the article's own words", "1"),
    LT_COLUMN(evidence, "sentence that first names it", "百度发布了文心一言。"),
    LT_PLACE(span, "its first mention", "6", "4"),
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  for (uint32_t i = 0; i < reading->entities.count; i++) {
    const lt_entity *entity = &reading->entities.at[i];
    if (entity->kind != LT_NAME_MODEL) continue;
    *LT_ROW(rows) = (row){
        .name = entity->name,
        .version = entity->version,
        .developer = entity->developers.count ? entity->developers.at[0] : LT_NO_SLICE,
        .developers = lt_json_list(rows->arena, entity->developers.at, entity->developers.count),
        .mentions = entity->mentions,
        .known = entity->known,
        .evidence = lt_evidence(reading, entity->sentence),
        .span = entity->first,
    };
  }
}

const lt_table lt_table_models = {
    .name = "llm_models",
    .meaning = "one row per AI model or named product",
    .arguments = {"text"},
    .example = "百度发布了文心一言。",
    LT_COLUMNS(columns),
    .usual_rows = 10,
    .stage = LT_STAGE_ENTITIES,
    .fill = fill,
};
