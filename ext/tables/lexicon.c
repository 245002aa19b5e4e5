/* llm_lexicon: the names that are known by heart, one row per written form. */
#include "tables/table.h"
#include "tables/words.h"

typedef struct row {
  lt_slice name, alias;
  const char *kind;
  lt_slice developer, ticker, origin;
} row;

static const lt_column columns[] = {
    LT_COLUMN(name, "canonical name", "阿里巴巴"),
    LT_COLUMN(alias, "a written form of it; Latin letters in lower case", "阿里"),
    LT_COLUMN(kind, "company, person, organization, model or group", "company"),
    LT_COLUMN(developer, "of a model: who made it (the first, where there are more)", NULL),
    LT_COLUMN(ticker, "of a listed company: exchange:code", "NYSE:BABA"),
    LT_COLUMN(origin, "built-in, or the user's table it comes from", "built-in"),
};

static lt_slice first_of(lt_slice list) { return (lt_slice){list.at, lt_slice_index(list, '|')}; }

static lt_slice if_any(lt_slice s, bool applies) { return applies && s.length ? s : LT_NO_SLICE; }

static void fill(const lt_reading *reading, lt_rows *rows) {
  (void)reading;
  for (uint32_t i = 0; i < lt_lexicon_term_count(rows->lexicon); i++) {
    lt_term term = lt_lexicon_term(rows->lexicon, i);
    if (term.class != LT_CUE_CLASSES) continue;
    lt_name name = lt_lexicon_name(rows->lexicon, (uint32_t)term.value);
    *LT_ROW(rows) = (row){
        .name = name.name,
        .alias = term.form,
        .kind = lt_name_kind_word(name.kind),
        .developer = if_any(first_of(name.names), name.kind == LT_NAME_MODEL),
        .ticker = if_any(name.fact, name.kind == LT_NAME_COMPANY),
        .origin = lt_lexicon_origin(rows->lexicon, term.form),
    };
  }
}

const lt_table lt_table_lexicon = {
    .name = "llm_lexicon",
    .meaning = "one row per name of the vocabulary and written form of it",
    LT_COLUMNS(columns),
    .usual_rows = 10000,
    .fill = fill,
};
