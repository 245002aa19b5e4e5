/* HTML without a script: what a mark tells is an attribute that the style sheet shows under the mark, or at the foot of a small screen; the
** legend's check boxes reach the marks by :has(). All text of the article goes through lt_out_slice, which escapes it, and a policy in
** the head forbids the page to load or run anything. */
#include "functions/annotate.h"

#include "gen/annotate_css.inc"

#define LT_TABLE(name) extern const lt_table lt_table_##name;
#include "tables/all.def"
#undef LT_TABLE

enum { COLUMNS_MOST = 8 };

/* What stands in the tables below the article. */
static const struct {
  const lt_table *table;
  const char *title, *columns[COLUMNS_MOST];
} lists[] = {
    {&lt_table_players, "players", {"name", "kind", "role", "camp", "ticker", "mentions"}},
    {&lt_table_models, "models", {"name", "version", "developer", "mentions"}},
    {&lt_table_relations, "relations", {"subject", "relation", "object"}},
};

typedef struct page {
  const lt_annotation *annotation;
  lt_out *out;
} page;

static void open_mark(void *to, const lt_note *note, bool again) {
  const page *p = to;
  lt_out_put(p->out, "<mark class=\"");
  lt_out_put(p->out, lt_layer_names[note->layer]);
  if (note->polarity) lt_out_put(p->out, note->polarity > 0 ? " for" : " against");
  lt_out_put(p->out, again ? "\" data-note=\"" : "\" tabindex=\"0\" data-note=\"");
  lt_annotation_tell(p->annotation, note, p->out, true);
  lt_out_put(p->out, "\">");
}

static void close_mark(void *to, const lt_note *note) {
  (void)note;
  lt_out_put(((const page *)to)->out, "</mark>");
}

static void put_text(void *to, lt_slice text) { lt_out_slice(((const page *)to)->out, text, true); }

static const char *const openings[] = {
    [LT_PARAGRAPH_TITLE] = "<h1>", [LT_PARAGRAPH_LEAD] = "<p class=\"lead\">", [LT_PARAGRAPH_BYLINE] = "<p class=\"byline\">",
    [LT_PARAGRAPH_HEADING] = "<h2>", [LT_PARAGRAPH_BODY] = "<p>",
};

static const char *const closings[] = {
    [LT_PARAGRAPH_TITLE] = "</h1>\n", [LT_PARAGRAPH_LEAD] = "</p>\n", [LT_PARAGRAPH_BYLINE] = "</p>\n",
    [LT_PARAGRAPH_HEADING] = "</h2>\n", [LT_PARAGRAPH_BODY] = "</p>\n",
};

static void put_article(page *p) {
  const lt_document *document = p->annotation->reading->document;
  lt_annotation_walk walk = {.annotation = p->annotation, .to = p, .open = open_mark, .close = close_mark, .text = put_text};
  lt_out_put(p->out, "<article>\n");
  for (uint32_t i = 0; i < document->paragraphs.count; i++) {
    const lt_paragraph *paragraph = &document->paragraphs.at[i];
    if (!lt_annotation_shows(p->annotation, paragraph)) continue;
    lt_out_put(p->out, openings[paragraph->kind]);
    lt_annotation_walk_over(&walk, paragraph->span);
    lt_out_put(p->out, closings[paragraph->kind]);
  }
  lt_out_put(p->out, "</article>\n");
}

static void put_legend(page *p) {
  lt_out_put(p->out, "<aside><nav>\n<h2>found</h2>\n");
  for (int i = 0; i < LT_LAYER_COUNT; i++) {
    lt_layer layer = lt_legend[i];
    const char *name = lt_layer_names[layer];
    if (p->annotation->counts[layer] == 0) continue;
    lt_out_put(p->out, "<label><input type=\"checkbox\" id=\"");
    lt_out_put(p->out, name);
    lt_out_put(p->out, "\" checked><span><span class=\"");
    lt_out_put(p->out, name);
    lt_out_put(p->out, "\">");
    lt_out_put(p->out, name);
    lt_out_put(p->out, "</span></span> <small>");
    lt_out_number(p->out, p->annotation->counts[layer]);
    lt_out_put(p->out, "</small></label>\n");
  }
  lt_out_put(p->out, "</nav></aside>\n");
}

static const lt_column *find_column(const lt_table *table, const char *name) {
  const lt_column *c = table->columns;
  while (strcmp(c->name, name) != 0) c++;
  return c;
}

static void put_cell(page *p, const lt_rows *rows, uint32_t row, const char *column) {
  lt_out_put(p->out, "<td>");
  lt_out_value(p->out, lt_rows_value(rows, row, (uint32_t)(find_column(rows->table, column) - rows->table->columns)), true);
  lt_out_put(p->out, "</td>");
}

static void put_list(page *p, const lt_rows *rows, const char *title, const char *const columns[COLUMNS_MOST]) {
  lt_out_put(p->out, "<div><h2>");
  lt_out_put(p->out, title);
  lt_out_put(p->out, "</h2><table>\n<tr>");
  for (int i = 0; columns[i]; i++) {
    lt_out_put(p->out, "<th>");
    lt_out_put(p->out, columns[i]);
    lt_out_put(p->out, "</th>");
  }
  for (uint32_t row = 0; row < rows->count; row++) {
    lt_out_put(p->out, "</tr>\n<tr>");
    for (int i = 0; columns[i]; i++) put_cell(p, rows, row, columns[i]);
  }
  lt_out_put(p->out, "</tr>\n</table></div>\n");
}

static void put_lists(page *p) {
  lt_out_put(p->out, "<section class=\"found\">\n");
  for (uint32_t i = 0; i < sizeof lists / sizeof *lists; i++) {
    lt_rows rows = lt_annotation_rows(p->annotation->arena, p->annotation->reading, lists[i].table);
    if (rows.count) put_list(p, &rows, lists[i].title, lists[i].columns);
  }
  lt_out_put(p->out, "</section>\n");
}

static void put_head(page *p) {
  lt_out_put(p->out, "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
  if (p->annotation->reading->document->title.length) lt_out_slice(p->out, p->annotation->reading->document->title, true);
  else lt_out_put(p->out, "Leitai");
  lt_out_put(p->out, "</title>\n<style>\n");
  lt_out_put(p->out, annotate_css);
  lt_out_put(p->out, "</style>\n</head>\n<body>\n<main class=\"page\">\n");
}

void lt_annotate_html(const lt_annotation *annotation, lt_out *out) {
  page p = {annotation, out};
  put_head(&p);
  put_legend(&p);
  put_article(&p);
  put_lists(&p);
  lt_out_put(out, "</main>\n</body>\n</html>\n");
}
