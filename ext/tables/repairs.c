/* llm_repairs: what was wrong with the stored text, and what was made of it. The damaged text is cut from the stored one in a
** single walk, as repairs come in its order; one that steps back starts the walk again. */
#include "base/utf8.h"
#include "tables/table.h"

typedef struct row {
  const char *kind;
  lt_slice damaged, restored;
  int64_t start, length;
} row;

static const lt_column columns[] = {
    LT_COLUMN(kind, "gloss, misaligned, copy, encoding or spun (a word that a program respelled)", "gloss"),
    LT_COLUMN(damaged, "what stood there", "(sài)"),
    LT_COLUMN(restored, "what stands there now; empty for a gloss", ""),
    LT_COLUMN(start, "where the damage starts in the stored text, as substr counts", "5"),
    LT_COLUMN(length, "characters of the stored text the damage takes", "5"),
};

static const char *const kinds[] = {
    [LT_REPAIR_GLOSS] = "gloss",
    [LT_REPAIR_MISALIGNED] = "misaligned",
    [LT_REPAIR_COPY] = "copy",
    [LT_REPAIR_ENCODING] = "encoding",
    [LT_REPAIR_SPUN] = "spun",
};

typedef struct walk {
  const unsigned char *begin, *end, *at;
  uint32_t character; /* number of the one at `at` */
} walk;

static const unsigned char *walk_to(walk *w, uint32_t character) {
  if (character < w->character) *w = (walk){w->begin, w->end, w->begin, 0};
  for (; w->character < character && w->at < w->end; w->character++) lt_utf8_next(w->at, w->end, &w->at);
  return w->at;
}

static lt_slice cut(walk *w, lt_arena *arena, uint32_t begin, uint32_t end) {
  const unsigned char *first = walk_to(w, begin), *last = walk_to(w, end);
  return lt_utf8_read(arena, (const char *)first, (size_t)(last - first));
}

static void fill(const lt_reading *reading, lt_rows *rows) {
  const unsigned char *stored = (const unsigned char *)rows->stored.at;
  walk w = {stored, stored + rows->stored.bytes, stored, 0};
  for (uint32_t i = 0; i < reading->text->repairs.count; i++) {
    const lt_repair *r = &reading->text->repairs.at[i];
    *LT_ROW(rows) = (row){
        .kind = kinds[r->kind],
        .damaged = cut(&w, rows->arena, r->raw, r->raw_end),
        .restored = lt_reading_cut(reading, r->clean),
        .start = (int64_t)r->raw + 1,
        .length = r->raw_end - r->raw,
    };
  }
}

const lt_table lt_table_repairs = {
    .name = "llm_repairs",
    .meaning = "one row per repair made",
    .arguments = {"text"},
    .example = "大模型賽(sài)道熱了起來。",
    LT_COLUMNS(columns),
    .usual_rows = 10,
    .stage = LT_STAGE_TEXT,
    .fill = fill,
};
