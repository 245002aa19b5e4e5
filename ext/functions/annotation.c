/* Marks are the rows of the tables with a place in the text, so that whatever a table shows is what a mark tells: a layer names its
** table and the columns that are told. */
#include "functions/annotation.h"

#include "document/document.h"

#define LT_TABLE(name) extern const lt_table lt_table_##name;
#include "tables/all.def"
#undef LT_TABLE

const char *const lt_layer_names[LT_LAYER_COUNT] = {
    [LT_LAYER_CLAIM] = "claim",   [LT_LAYER_QUOTE] = "quote",     [LT_LAYER_SOURCE] = "source", [LT_LAYER_DATE] = "date",
    [LT_LAYER_FIGURE] = "figure", [LT_LAYER_COMPANY] = "company", [LT_LAYER_PERSON] = "person", [LT_LAYER_ORGANIZATION] = "organization",
    [LT_LAYER_MODEL] = "model",   [LT_LAYER_GROUP] = "group",
};

const lt_layer lt_legend[LT_LAYER_COUNT] = {LT_LAYER_COMPANY, LT_LAYER_PERSON, LT_LAYER_ORGANIZATION, LT_LAYER_MODEL, LT_LAYER_GROUP,
                                           LT_LAYER_FIGURE,  LT_LAYER_DATE,   LT_LAYER_SOURCE,       LT_LAYER_QUOTE, LT_LAYER_CLAIM};

enum { COLUMNS_MOST = 8 };

/* first: the columns of the first line, joint: between them; more: one line each, with their names. */
static const struct {
  const lt_table *table;
  const char *first[2], *joint, *more[COLUMNS_MOST];
} layers[LT_LAYER_COMPANY + 1] = {
    [LT_LAYER_CLAIM] = {&lt_table_claims, {"kind"}, NULL, {"subject", "source", "certainty", "marker", "structure", "players"}},
    [LT_LAYER_QUOTE] = {&lt_table_quotes, {"kind"}, NULL, {"speaker"}},
    [LT_LAYER_SOURCE] = {&lt_table_sources, {"kind", "source"}, NULL, {"publisher"}},
    [LT_LAYER_DATE] = {&lt_table_dates, {"start_date", "end_date"}, " … ", {"grain"}},
    [LT_LAYER_FIGURE] = {&lt_table_figures, {"value", "unit"}, " ", {"upper", "approx", "metric", "subject", "period", "direction"}},
    [LT_LAYER_COMPANY] = {&lt_table_mentions, {"name"}, NULL, {NULL}},
};

lt_rows lt_annotation_rows(lt_arena *arena, const lt_reading *reading, const lt_table *table) {
  lt_rows rows = {.table = table, .arena = arena, .reading = reading, .lexicon = reading->lexicon};
  table->fill(reading, &rows);
  if (lt_arena_failed(arena)) rows.count = 0;
  return rows;
}

static const lt_column *find_column(const lt_table *table, const char *name) {
  for (uint32_t i = 0; i < table->column_count; i++) {
    if (strcmp(table->columns[i].name, name) == 0) return &table->columns[i];
  }
  return NULL;
}

static lt_value value_of(const lt_rows *rows, uint32_t row, const char *column) {
  const lt_column *c = find_column(rows->table, column);
  return c ? lt_rows_value(rows, row, (uint32_t)(c - rows->table->columns)) : LT_NULL;
}

static lt_span place_of(const lt_rows *rows, uint32_t row) {
  return *(const lt_span *)(const void *)(rows->at + row * rows->table->row_size + find_column(rows->table, "start")->offset);
}

/* ---- collecting ---- */

static lt_layer layer_of(const lt_annotation *a, lt_layer layer, uint32_t row) {
  return layer < LT_LAYER_COMPANY ? layer : (lt_layer)(LT_LAYER_COMPANY + a->reading->entities.at[a->reading->mentions.at[row].entity].kind);
}

static void add_notes(lt_annotation *a, lt_layer layer) {
  a->rows[layer] = lt_annotation_rows(a->arena, a->reading, layers[layer].table);
  for (uint32_t i = 0; i < a->rows[layer].count && !lt_arena_failed(a->arena); i++) {
    lt_note note = {place_of(&a->rows[layer], i), layer_of(a, layer, i), i, 0};
    if (layer == LT_LAYER_CLAIM) note.polarity = a->reading->claims.at[i].polarity;
    if (note.span.begin < note.span.end) *LT_PUSH(a->arena, &a->notes) = note;
    a->counts[note.layer]++;
  }
}

static int by_place(const void *a, const void *b) {
  const lt_note *x = a, *y = b;
  if (x->span.begin != y->span.begin) return x->span.begin < y->span.begin ? -1 : 1;
  if (x->span.end != y->span.end) return x->span.end > y->span.end ? -1 : 1;
  if (x->layer != y->layer) return x->layer < y->layer ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

lt_annotation *lt_annotation_make(lt_arena *arena, const lt_reading *reading) {
  lt_annotation *a = LT_NEW(arena, lt_annotation);
  a->reading = reading;
  a->arena = arena;
  for (int layer = 0; layer <= LT_LAYER_COMPANY && !lt_arena_failed(arena); layer++) add_notes(a, (lt_layer)layer);
  LT_SORT(&a->notes, by_place);
  return lt_arena_failed(arena) ? NULL : a;
}

bool lt_annotation_shows(const lt_annotation *a, const lt_paragraph *p) {
  return lt_paragraph_is_read(p) || (p->kind == LT_PARAGRAPH_BYLINE && a->reading->text->lines.at[p->line].mark != LT_MARK_META);
}

/* ---- telling ---- */

static void tell_line(lt_out *out, const char *name, lt_value value, bool markup) {
  if (value.kind == LT_VALUE_NULL) return;
  lt_out_put(out, "\n");
  lt_out_put(out, name);
  lt_out_put(out, ": ");
  lt_out_value(out, value, markup);
}

/* What the tables of players and models know of the name. */
static void tell_entity(const lt_entity *entity, lt_out *out, bool markup) {
  tell_line(out, "ticker", lt_value_text(entity->ticker), markup);
  tell_line(out, "role", lt_value_text(entity->role), markup);
  tell_line(out, "camp", lt_value_text(entity->camp), markup);
  tell_line(out, "version", lt_value_text(entity->version), markup);
  if (entity->developers.count) tell_line(out, "developer", lt_value_text(entity->developers.at[0]), markup);
  tell_line(out, "mentions", lt_value_integer(entity->mentions), markup);
  if (!entity->known) tell_line(out, "known", lt_value_word("no, read off the article"), markup);
}

static bool is_dull(const char *column, lt_value value) {
  bool is_one = value.kind == LT_VALUE_WORD && (strcmp(value.utf8.at, "=") == 0 || strcmp(value.utf8.at, "certain") == 0);
  return is_one || (strcmp(column, "players") == 0 && value.kind == LT_VALUE_TEXT && value.text.length <= 2);
}

static bool is_same_day(lt_value a, lt_value b) {
  return a.kind == LT_VALUE_DAY && b.kind == LT_VALUE_DAY && a.day.year == b.day.year && a.day.month == b.day.month && a.day.day == b.day.day;
}

void lt_annotation_tell(const lt_annotation *a, const lt_note *note, lt_out *out, bool markup) {
  lt_layer layer = note->layer < LT_LAYER_COMPANY ? note->layer : LT_LAYER_COMPANY;
  const lt_rows *rows = &a->rows[layer];
  lt_out_put(out, lt_layer_names[note->layer]);
  for (int i = 0; i < 2 && layers[layer].first[i]; i++) {
    lt_value value = value_of(rows, note->row, layers[layer].first[i]);
    if (value.kind == LT_VALUE_NULL || (i && is_same_day(value, value_of(rows, note->row, layers[layer].first[0])))) continue;
    lt_out_put(out, i && layers[layer].joint ? layers[layer].joint : " · ");
    lt_out_value(out, value, markup);
  }
  for (int i = 0; i < COLUMNS_MOST && layers[layer].more[i]; i++) {
    lt_value value = value_of(rows, note->row, layers[layer].more[i]);
    if (!is_dull(layers[layer].more[i], value)) tell_line(out, layers[layer].more[i], value, markup);
  }
  if (layer == LT_LAYER_COMPANY) tell_entity(&a->reading->entities.at[a->reading->mentions.at[note->row].entity], out, markup);
}

/* ---- walking ---- */

enum { ROOM = sizeof ((lt_annotation_walk *)0)->stack / sizeof *((lt_annotation_walk *)0)->stack, ROOM_FOR_NAMES = 4 };

static void close_from(lt_annotation_walk *w, uint32_t depth) {
  for (uint32_t i = w->depth; i-- > depth;) w->close(w->to, w->stack[i]);
}

/* Closes what ends here and everything inside it, and opens again what goes on. */
static void end_notes(lt_annotation_walk *w, uint32_t place) {
  uint32_t first = 0;
  while (first < w->depth && w->stack[first]->span.end > place) first++;
  close_from(w, first);
  uint32_t kept = first;
  for (uint32_t i = first; i < w->depth; i++) {
    if (w->stack[i]->span.end > place) w->stack[kept++] = w->stack[i];
  }
  w->depth = kept;
  for (uint32_t i = first; i < kept; i++) w->open(w->to, w->stack[i], true);
}

/* Marks beyond the room are left out, quotations inside quotations before names. */
static void begin_notes(lt_annotation_walk *w, uint32_t place) {
  const lt_annotation *a = w->annotation;
  for (; w->next < a->notes.count && a->notes.at[w->next].span.begin <= place; w->next++) {
    const lt_note *note = &a->notes.at[w->next];
    uint32_t room = note->layer < LT_LAYER_DATE ? ROOM - ROOM_FOR_NAMES : ROOM;
    if (note->span.end <= place || w->depth == room) continue;
    w->stack[w->depth++] = note;
    w->open(w->to, note, note->span.begin < place);
  }
}

/* Where the next mark begins or ends. */
static uint32_t next_place(const lt_annotation_walk *w, uint32_t end) {
  const lt_annotation *a = w->annotation;
  if (w->next < a->notes.count && a->notes.at[w->next].span.begin < end) end = a->notes.at[w->next].span.begin;
  for (uint32_t i = 0; i < w->depth; i++) {
    if (w->stack[i]->span.end < end) end = w->stack[i]->span.end;
  }
  return end;
}

void lt_annotation_walk_over(lt_annotation_walk *w, lt_span paragraph) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < w->depth; i++) {
    if (w->stack[i]->span.end > paragraph.begin) w->stack[kept++] = w->stack[i];
  }
  w->depth = kept;
  for (uint32_t i = 0; i < kept; i++) w->open(w->to, w->stack[i], true);
  for (uint32_t place = paragraph.begin, next; place < paragraph.end; place = next) {
    begin_notes(w, place);
    next = next_place(w, paragraph.end);
    w->text(w->to, lt_reading_cut(w->annotation->reading, (lt_span){place, next}));
    if (next < paragraph.end) end_notes(w, next);
  }
  close_from(w, 0);
}
