/* llm_mentions: every place where somebody or something is named. */
#include "tables/table.h"
#include "tables/words.h"

typedef struct row {
  lt_slice name;
  const char *kind;
  lt_slice surface;
  int64_t sentence, known;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(name, "canonical name", "阿里巴巴"),
    LT_COLUMN(kind, "company, person, organization, model or group", "company"),
    LT_COLUMN(surface, "the name as written here", "阿里"),
    LT_COLUMN(sentence, "number of the sentence", "1"),
    LT_COLUMN(known, "1: the vocabulary has this form, 0: it was read off the article's own words", "1"),
    LT_PLACE(span, "the name", "1", "2"),
};

static void fill(const lt_reading *reading, lt_rows *rows) {
  for (uint32_t i = 0; i < reading->mentions.count; i++) {
    const lt_mention *mention = &reading->mentions.at[i];
    const lt_entity *entity = &reading->entities.at[mention->entity];
    *LT_ROW(rows) = (row){
        .name = entity->name,
        .kind = lt_name_kind_word(entity->kind),
        .surface = lt_reading_cut(reading, mention->span),
        .sentence = mention->sentence + 1,
        .known = mention->known,
        .span = mention->span,
    };
  }
}

const lt_table lt_table_mentions = {
    .name = "llm_mentions",
    .meaning = "one row per place where something is named",
    .arguments = {"text"},
    .example = "阿里发布了通义千问，腾讯随后跟进。",
    .restored = "surface",
    LT_COLUMNS(columns),
    .usual_rows = 100,
    .stage = LT_STAGE_ENTITIES,
    .fill = fill,
};
