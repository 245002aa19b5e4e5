/* SGR sequences: at each place where a mark begins or ends the style of all open marks is said anew. Names are bold, quotations italic,
** claims underlined; the innermost mark that has a colour gives it. The colours are the middle ones of the 256, to be read on black
** and on white. */
#include "functions/annotate.h"

typedef struct style {
  const char *colour; /* NULL: that of the mark outside */
  bool bold, italic, underlined;
} style;

static const style styles[LT_LAYER_COUNT] = {
    [LT_LAYER_CLAIM] = {.underlined = true},
    [LT_LAYER_QUOTE] = {.italic = true},
    [LT_LAYER_SOURCE] = {.colour = "168"},
    [LT_LAYER_DATE] = {.colour = "136"},
    [LT_LAYER_FIGURE] = {.colour = "71"},
    [LT_LAYER_COMPANY] = {.colour = "33", .bold = true},
    [LT_LAYER_PERSON] = {.colour = "172", .bold = true},
    [LT_LAYER_ORGANIZATION] = {.colour = "37", .bold = true},
    [LT_LAYER_MODEL] = {.colour = "134", .bold = true},
    [LT_LAYER_GROUP] = {.colour = "102", .bold = true},
};

enum { DEPTH_MOST = 16 };

typedef struct screen {
  lt_out *out;
  bool heading;
  style stack[DEPTH_MOST + 1];
  uint32_t depth;
} screen;

static style combined(const screen *s) {
  style all = {.bold = s->heading};
  for (uint32_t i = 0; i < s->depth; i++) {
    const style *one = &s->stack[i];
    if (one->colour) all.colour = one->colour;
    all.bold |= one->bold;
    all.italic |= one->italic;
    all.underlined |= one->underlined;
  }
  return all;
}

static void put_style(const screen *s) {
  style all = combined(s);
  lt_out_put(s->out, "\033[0");
  if (all.bold) lt_out_put(s->out, ";1");
  if (all.italic) lt_out_put(s->out, ";3");
  if (all.underlined) lt_out_put(s->out, ";4");
  if (all.colour) lt_out_put(s->out, ";38;5;");
  if (all.colour) lt_out_put(s->out, all.colour);
  lt_out_put(s->out, "m");
}

static void open_mark(void *to, const lt_note *note, bool again) {
  screen *s = to;
  (void)again;
  if (s->depth < DEPTH_MOST) s->stack[s->depth++] = styles[note->layer];
}

static void close_mark(void *to, const lt_note *note) {
  (void)note;
  ((screen *)to)->depth--;
}

static void put_text(void *to, lt_slice text) {
  screen *s = to;
  put_style(s);
  lt_out_slice(s->out, text, false);
}

static void put_legend(const lt_annotation *annotation, screen *s) {
  const char *separator = "";
  for (int i = 0; i < LT_LAYER_COUNT; i++) {
    lt_layer layer = lt_legend[i];
    if (annotation->counts[layer] == 0) continue;
    lt_out_put(s->out, separator);
    s->stack[0] = styles[layer];
    s->depth = 1;
    put_style(s);
    lt_out_put(s->out, lt_layer_names[layer]);
    lt_out_put(s->out, "\033[0m ");
    lt_out_number(s->out, annotation->counts[layer]);
    separator = "  ";
  }
  s->depth = 0;
}

void lt_annotate_ansi(const lt_annotation *annotation, lt_out *out) {
  const lt_document *document = annotation->reading->document;
  screen s = {.out = out};
  lt_annotation_walk walk = {.annotation = annotation, .to = &s, .open = open_mark, .close = close_mark, .text = put_text};
  put_legend(annotation, &s);
  for (uint32_t i = 0; i < document->paragraphs.count; i++) {
    const lt_paragraph *paragraph = &document->paragraphs.at[i];
    if (!lt_annotation_shows(annotation, paragraph)) continue;
    s.heading = paragraph->kind == LT_PARAGRAPH_TITLE || paragraph->kind == LT_PARAGRAPH_HEADING;
    lt_out_put(out, out->text.count ? "\n\n" : "");
    lt_annotation_walk_over(&walk, paragraph->span);
    lt_out_put(out, "\033[0m");
  }
  lt_out_put(out, "\n");
}
