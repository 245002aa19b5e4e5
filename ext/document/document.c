/* The driver: lines → paragraphs, sections, sentences. */
#include "document/document.h"

#include "base/char.h"

static void add_sentences(lt_document *d, uint32_t paragraph) {
  lt_span span = d->paragraphs.at[paragraph].span;
  const lt_char *clean = d->text->clean;
  for (uint32_t begin = span.begin; begin < span.end;) {
    uint32_t end = begin;
    while (end < span.end && !lt_char_ends_sentence(clean[end])) end++;
    while (end < span.end && (lt_char_ends_sentence(clean[end]) || clean[end] == u'”' || clean[end] == u'」')) end++;
    *LT_PUSH(d->arena, &d->sentences) = (lt_sentence){{begin, end}, paragraph, 0};
    begin = end;
  }
}

lt_document *lt_document_read(lt_arena *arena, const lt_text *text) {
  lt_document *d = LT_NEW(arena, lt_document);
  d->arena = arena;
  d->text = text;
  d->body = (lt_slice){text->clean, text->length};
  LT_PUSH(arena, &d->sections)->span = (lt_span){0, text->length};
  for (uint32_t i = 0; i < text->lines.count; i++) {
    lt_paragraph *p = LT_PUSH(arena, &d->paragraphs);
    *p = (lt_paragraph){text->lines.at[i].span, LT_PARAGRAPH_BODY, 0, i, d->sentences.count, 0};
    add_sentences(d, i);
    d->paragraphs.at[i].sentence_end = d->sentences.count;
  }
  return lt_arena_failed(arena) ? NULL : d;
}
