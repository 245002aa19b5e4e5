/* Texts and their labels → features and allowed labels, through the very reading that will use the weights: what is trained on is the
** restored text, cut into sentences. */
#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>

#include "formats.h"

static void allow(corpus *c, uint32_t first, uint32_t end, unsigned kinds) {
  uint16_t *allowed = c->allowed.at;
  for (uint32_t i = first; i < end; i++) allowed[i] = 0;
  for (unsigned kind = 0; kind < LT_TAG_KINDS; kind++) {
    if (!(kinds >> kind & 1)) continue;
    allowed[first] |= (uint16_t)(1u << LT_TAG_FIRST(kind));
    for (uint32_t i = first + 1; i + 1 < end; i++) allowed[i] |= (uint16_t)(1u << LT_TAG_INNER(kind));
    allowed[end - 1] |= (uint16_t)(1u << LT_TAG_LAST(kind));
  }
}

/* First clean character that was read from raw character `raw` or a later one. */
static uint32_t clean_place(const lt_text *text, uint32_t raw) {
  uint32_t low = 0;
  LT_BISECT(low, text->length, lt_text_raw(text, (lt_span){i, i + 1}).begin < raw);
  return low;
}

static void label_one(corpus *c, lt_span where, uint32_t first, lt_span span, unsigned kinds) {
  if (!lt_span_covers(where, span) || span.begin >= span.end) return;
  uint32_t begin = first + span.begin - where.begin, end = first + span.end - where.begin;
  if (kinds && end - begin >= 2) allow(c, begin, end, kinds);
  else for (uint32_t at = begin; at < end; at++) c->allowed.at[at] = ONLY_OUTSIDE;
}

static void label(corpus *c, const lt_text *text, lt_span where, uint32_t first, const label_spans *spans) {
  for (uint32_t i = 0; i < spans->count; i++) {
    lt_span span = {clean_place(text, spans->at[i].begin), clean_place(text, spans->at[i].end)};
    label_one(c, where, first, span, spans->at[i].kinds);
  }
}

/* What the vocabulary knows is a name; what rules find may be one. */
static void label_found(corpus *c, const lt_reading *r, lt_span where, uint32_t first) {
  for (uint32_t i = lt_reading_mention_at(r, where.begin); i < r->mentions.count && r->mentions.at[i].span.begin < where.end; i++) {
    const lt_mention *m = &r->mentions.at[i];
    lt_name_kind kind = r->entities.at[m->entity].kind;
    if (kind == LT_NAME_GROUP || m->span.end > where.end) continue;
    label_one(c, where, first, m->span, 1u << kind);
    for (uint32_t at = m->span.begin; at < m->span.end && !m->known; at++) c->allowed.at[first + at - where.begin] |= ONLY_OUTSIDE;
  }
}

static void add_sentence(corpus *c, const lt_reading *r, lt_tag_view *view, lt_span where, bool blind) {
  lt_tag_view_fill(view, r, where);
  if (blind) memset(view->known - LT_TAG_PAD, 0, view->length + 2 * LT_TAG_PAD);
  for (uint32_t i = 0; i < view->length; i++) {
    uint64_t features[LT_TAG_TEMPLATES];
    lt_tag_features(view, i, features);
    for (unsigned t = 0; t < LT_TAG_TEMPLATES; t++) *LT_PUSH(c->arena, &c->features) = features[t];
    *LT_PUSH(c->arena, &c->allowed) = ONLY_OUTSIDE;
  }
}

static lt_reading *reading_of(const char *utf8, lt_tag_view *view) {
  lt_reading *r = lt_reading_new(&lt_allocator_libc, &lt_lexicon_built_in, utf8, strlen(utf8));
  if (r && lt_reading_need(r, LT_STAGE_ENTITIES) && lt_tag_view_open(view, r->arena, r->text->length)) return r;
  fprintf(stderr, "out of memory\n");
  exit(1);
}

void corpus_add(corpus *c, const char *utf8, const label_spans *spans, bool all_named) {
  lt_tag_view view;
  lt_reading *r = reading_of(utf8, &view);
  c->seed = lt_tag_mix(c->seed + UINT64_C(0x9E3779B97F4A7C15));
  bool blind = (c->seed >> 33 & 1023) < c->blind;
  for (uint32_t i = 0; i < r->document->sentences.count; i++) {
    lt_span where = r->document->sentences.at[i].span;
    sentence s = {c->allowed.count, lt_span_length(where), all_named};
    *LT_PUSH(c->arena, &c->sentences) = s;
    add_sentence(c, r, &view, where, blind);
    if (!all_named) label_found(c, r, where, s.first);
    label(c, r->text, where, s.first, spans);
  }
  lt_reading_free(r);
}

static uint32_t count_lines(const char *path) {
  part p = {path, 0, UINT32_MAX, NULL, 0};
  uint32_t lines = 0;
  while (next_line(&p)) lines++;
  return lines;
}

void corpus_read(corpus *c, const char *source) {
  static const struct { const char *name; void (*read)(corpus *, part); bool in_lines; } formats[] = {
      {"cluener", read_cluener, true}, {"fewfc", read_fewfc, true}, {"finre", read_finre, true}, {"marked", read_marked, true}, {"article", read_article, false}};
  char format[16] = "", path[1024] = "";
  unsigned from = 1, to = 1, parts = 1;
  if (sscanf(source, "%15[^:]:%1023[^:]:%u-%u/%u", format, path, &from, &to, &parts) < 2 || from < 1 || to < from || parts < to) stop(source, "want FORMAT:PATH[:FROM-TO/PARTS]");
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    if (strcmp(format, formats[i].name)) continue;
    uint64_t lines = formats[i].in_lines ? count_lines(path) : 0;
    formats[i].read(c, (part){path, (uint32_t)(lines * (from - 1) / parts), (uint32_t)(lines * to / parts), NULL, 0});
    return;
  }
  stop(format, "no such format");
}
