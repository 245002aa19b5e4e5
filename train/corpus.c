/* Texts and their labels → features and allowed labels, through the very reading that will use the weights: what is trained on is the
** restored text, cut into sentences. */
#include "corpus.h"

#include <stdio.h>
#include <stdlib.h>

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
  uint32_t low = 0, high = text->length;
  while (low < high) {
    uint32_t i = low + (high - low) / 2;
    if (lt_text_raw(text, (lt_span){i, i + 1}).begin < raw) low = i + 1;
    else high = i;
  }
  return low;
}

static void label(corpus *c, const lt_text *text, lt_span where, uint32_t first, const label_span *spans, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    lt_span span = {clean_place(text, spans[i].begin), clean_place(text, spans[i].end)};
    if (!lt_span_covers(where, span) || span.begin >= span.end) continue;
    uint32_t begin = first + span.begin - where.begin, end = first + span.end - where.begin;
    if (spans[i].kinds && end - begin >= 2) allow(c, begin, end, spans[i].kinds);
    else for (uint32_t at = begin; at < end; at++) c->allowed.at[at] = ONLY_OUTSIDE;
  }
}

static void add_sentence(corpus *c, const lt_reading *r, lt_tag_view *view, lt_span where) {
  lt_tag_view_fill(view, r, where);
  *LT_PUSH(c->arena, &c->sentences) = (sentence){c->allowed.count, view->length};
  for (uint32_t i = 0; i < view->length; i++) {
    uint64_t features[LT_TAG_TEMPLATES];
    lt_tag_features(view, i, features);
    for (unsigned t = 0; t < LT_TAG_TEMPLATES; t++) *LT_PUSH(c->arena, &c->features) = features[t];
  }
}

void corpus_add(corpus *c, const char *utf8, const label_span *spans, uint32_t count, uint16_t elsewhere) {
  lt_reading *r = lt_reading_new(&lt_allocator_libc, &lt_lexicon_built_in, utf8, strlen(utf8));
  lt_tag_view view;
  if (r == NULL || !lt_reading_need(r, LT_STAGE_DOCUMENT) || !lt_reading_need(r, LT_STAGE_TERMS) || !lt_tag_view_open(&view, r->arena, r->text->length)) {
    fprintf(stderr, "out of memory\n");
    exit(1);
  }
  for (uint32_t i = 0; i < r->document->sentences.count; i++) {
    lt_span where = r->document->sentences.at[i].span;
    uint32_t first = c->allowed.count;
    add_sentence(c, r, &view, where);
    for (uint32_t n = 0; n < view.length; n++) *LT_PUSH(c->arena, &c->allowed) = elsewhere;
    label(c, r->text, where, first, spans, count);
  }
  lt_reading_free(r);
}
