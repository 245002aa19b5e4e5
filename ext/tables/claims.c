/* llm_claims: what is argued, by whom, how surely. */
#include "tables/table.h"

typedef struct row {
  int64_t claim, section;
  const char *structure;
  lt_slice marker;
  int64_t ordinal;
  const char *kind;
  lt_slice subject, headline, support;
  int64_t polarity;
  const char *certainty;
  lt_slice source, players;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(claim, "number of the claim, from 1", "1"),
    LT_COLUMN(section, "number of its section", "0"),
    LT_COLUMN(structure, "enumerated, attributed, forecast or concluding", "enumerated"),
    LT_COLUMN(marker, "the words that mark it: 首先, 据…显示, 有望", "首先"),
    LT_COLUMN(ordinal, "its place in its own list (首先 is 1); NULL outside lists", "1"),
    LT_COLUMN(kind, "advantage, challenge, fact, forecast, opinion or conclusion", "advantage"),
    LT_COLUMN(subject, "what it is argued about", "百度"),
    LT_COLUMN(headline, "the claim's sentence without its marker", "百度拥有雄厚的资金储备"),
    LT_COLUMN(support, "the rest of its argument", "它一年的研发投入超过二百亿元。"),
    LT_COLUMN(polarity, "-1 against its subject, 1 for it, 0 neither", "1"),
    LT_COLUMN(certainty, "certain, likely or possible", "certain"),
    LT_COLUMN(source, "who is cited", NULL),
    LT_COLUMN(players, "who is named in headline and support: JSON array", "[\"百度\"]"),
    LT_PLACE(span, "the headline", "15", "11"),
};

static const char *const structures[] = {
    [LT_CLAIM_ENUMERATED] = "enumerated",
    [LT_CLAIM_ATTRIBUTED] = "attributed",
    [LT_CLAIM_FORECAST] = "forecast",
    [LT_CLAIM_CONCLUDING] = "concluding",
};

static const char *const kinds[] = {
    [LT_CLAIM_IS_ADVANTAGE] = "advantage",
    [LT_CLAIM_IS_CHALLENGE] = "challenge",
    [LT_CLAIM_IS_FACT] = "fact",
    [LT_CLAIM_IS_FORECAST] = "forecast",
    [LT_CLAIM_IS_OPINION] = "opinion",
    [LT_CLAIM_IS_CONCLUSION] = "conclusion",
};

static const char *const certainties[] = {
    [LT_CERTAIN] = "certain",
    [LT_LIKELY] = "likely",
    [LT_POSSIBLE] = "possible",
};

static lt_slice players_of(const lt_reading *reading, lt_arena *arena, const lt_claim *claim) {
  LT_ARRAY(lt_slice) names = {NULL, 0, 0};
  for (uint32_t i = 0; i < claim->players.count; i++) {
    *LT_PUSH(arena, &names) = reading->entities.at[claim->players.at[i]].name;
  }
  return lt_json_list(arena, names.at, names.count);
}

static void fill(const lt_reading *reading, lt_rows *rows) {
  for (uint32_t i = 0; i < reading->claims.count; i++) {
    const lt_claim *claim = &reading->claims.at[i];
    *LT_ROW(rows) = (row){
        .claim = i + 1,
        .section = reading->document->sections.at[claim->section].number,
        .structure = structures[claim->structure],
        .marker = claim->marker,
        .ordinal = claim->ordinal ? claim->ordinal : LT_UNKNOWN,
        .kind = kinds[claim->kind],
        .subject = claim->subject,
        .headline = claim->headline,
        .support = claim->support,
        .polarity = claim->polarity,
        .certainty = certainties[claim->certainty],
        .source = claim->source,
        .players = players_of(reading, rows->arena, claim),
        .span = claim->span,
    };
  }
}

const lt_table lt_table_claims = {
    .name = "llm_claims",
    .meaning = "one row per claim",
    .arguments = {"text"},
    .example = "百度的优势有两点。\n\n首先，百度拥有雄厚的资金储备。它一年的研发投入超过二百亿元。\n\n其次，百度积累了大量数据。",
    .restored = "headline",
    LT_COLUMNS(columns),
    .usual_rows = 20,
    .stage = LT_STAGE_CLAIMS,
    .fill = fill,
};
