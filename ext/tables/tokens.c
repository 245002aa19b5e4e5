/* llm_tokens: the words of the article. */
#include "lexicon/segment.h"
#include "tables/table.h"

typedef struct row {
  lt_slice token;
  const char *kind;
  lt_span span;
} row;

static const lt_column columns[] = {
    LT_COLUMN(token, "the word in normal form", "通义千问"),
    LT_COLUMN(kind, "name (of the vocabulary), word, character (a word of one character), number or latin", "name"),
    LT_PLACE(span, "the word", "6", "4"),
};

static const char *const kinds[] = {
    [LT_TOKEN_NAME] = "name",
    [LT_TOKEN_WORD] = "word",
    [LT_TOKEN_CHARACTER] = "character",
    [LT_TOKEN_NUMBER] = "number",
    [LT_TOKEN_LATIN] = "latin",
};

/* The words of a paragraph, its names whole. *name: the next of reading->names. */
static void segment(const lt_reading *reading, lt_arena *arena, lt_span paragraph, uint32_t *name, lt_tokens *tokens) {
  lt_slice text = {reading->text->clean, reading->text->length};
  uint32_t done = paragraph.begin;
  for (; *name < reading->names.count && reading->names.at[*name].begin < paragraph.end; ++*name) {
    const lt_hit *hit = &reading->names.at[*name];
    if (hit->begin < done || lt_reading_term(reading, hit).ambiguous) continue;
    lt_segment(arena, text, (lt_span){done, hit->begin}, tokens);
    *LT_PUSH(arena, tokens) = (lt_token){lt_hit_span(hit), LT_TOKEN_NAME};
    done = hit->begin + hit->length;
  }
  lt_segment(arena, text, (lt_span){done, paragraph.end}, tokens);
}

static void fill(const lt_reading *reading, lt_rows *rows) {
  lt_tokens tokens = {0};
  uint32_t name = 0;
  for (uint32_t i = 0; i < reading->document->paragraphs.count; i++) {
    const lt_paragraph *p = &reading->document->paragraphs.at[i];
    if (!lt_paragraph_is_read(p)) continue;
    tokens.count = 0;
    segment(reading, rows->arena, p->span, &name, &tokens);
    for (uint32_t k = 0; k < tokens.count; k++) {
      *LT_ROW(rows) = (row){lt_reading_cut(reading, tokens.at[k].span), kinds[tokens.at[k].kind], tokens.at[k].span};
    }
  }
}

const lt_table lt_table_tokens = {
    .name = "llm_tokens",
    .meaning = "one row per word of the article, signs aside",
    .arguments = {"text"},
    .example = "阿里发布了通义千问，腾讯随后跟进。",
    .restored = "token",
    LT_COLUMNS(columns),
    .usual_rows = 1500,
    .stage = LT_STAGE_DOCUMENT,
    .fill = fill,
};
