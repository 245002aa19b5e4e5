/* llm_players: who acts in the article. */
#include "tables/table.h"
#include "tables/words.h"

typedef struct row {
  lt_slice name;
  const char *kind;
  lt_slice camp, role, ticker;
  int64_t mentions, known;
  lt_slice evidence;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(name, "canonical name", "腾讯"),
    LT_COLUMN(kind, "company, person or organization", "company"),
    LT_COLUMN(camp, "the article's own grouping", NULL),
    LT_COLUMN(role, "a person's title as the article writes it", "腾讯创始人"),
    LT_COLUMN(ticker, "exchange:code of a listed company", "HKEX:00700"),
    LT_COLUMN(mentions, "how often it is named", "2"),
    LT_COLUMN(known, "1: the vocabulary has it, 0: it was read off the article's own words", "1"),
    LT_COLUMN(evidence, "sentence that first names it", "腾讯创始人马化腾来了。"),
    LT_PLACE(span, "its first mention", "1", "2"),
};

static bool is_player(const lt_entity *entity) {
  return entity->kind == LT_NAME_COMPANY || entity->kind == LT_NAME_PERSON || entity->kind == LT_NAME_ORGANIZATION;
}

static void fill(const lt_reading *reading, lt_rows *rows) {
  for (uint32_t i = 0; i < reading->entities.count; i++) {
    const lt_entity *entity = &reading->entities.at[i];
    if (!is_player(entity)) continue;
    *LT_ROW(rows) = (row){
        .name = entity->name,
        .kind = lt_name_kind_word(entity->kind),
        .camp = entity->camp,
        .role = entity->role,
        .ticker = entity->ticker,
        .mentions = entity->mentions,
        .known = entity->known,
        .evidence = lt_evidence(reading, entity->sentence),
        .span = entity->first,
    };
  }
}

const lt_table lt_table_players = {
    .name = "llm_players",
    .meaning = "one row per company, person or organization",
    .arguments = {"text"},
    .example = "腾讯创始人马化腾来了。他说，腾讯不急。",
    LT_COLUMNS(columns),
    .usual_rows = 20,
    .stage = LT_STAGE_ENTITIES,
    .fill = fill,
};
