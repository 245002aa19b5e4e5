/* The driver: measures the lines of a page, finds where the article stands, its title and bylines, says what each line is, and
** lays paragraphs, sections and sentences out. Each step only reads what the ones before it found. */
#include "document/document.h"

#include "base/char.h"
#include "document/page.h"
#include "document/sentence.h"

/* The paragraph with the cues that begin in it; *cue: the first one not yet passed. */
static lt_prose prose_of(const lt_page *page, lt_span span, uint32_t *cue) {
  while (*cue < page->cues->count && page->cues->at[*cue].begin < span.begin) (*cue)++;
  uint32_t first = *cue;
  while (*cue < page->cues->count && page->cues->at[*cue].begin < span.end) (*cue)++;
  return (lt_prose){lt_text_cut(page->text, span), span.begin, page->lexicon, *cue > first ? page->cues->at + first : NULL, *cue - first};
}

static void add_sentences(lt_document *d, const lt_page *page, uint32_t paragraph, uint32_t *cue) {
  lt_paragraph *p = &d->paragraphs.at[paragraph];
  lt_prose prose = prose_of(page, p->span, cue);
  lt_slice text = prose.text;
  p->sentences = d->sentences.count;
  for (uint32_t begin = 0, end; lt_paragraph_is_read(p) && begin < text.length; begin = end) {
    end = lt_sentence_end(&prose, begin);
    uint32_t stop = end;
    while (stop > begin && lt_char_is_space(text.at[stop - 1])) stop--;
    while (end < text.length && lt_char_is_space(text.at[end])) end++;
    *LT_PUSH(d->arena, &d->sentences) = (lt_sentence){{p->span.begin + begin, p->span.begin + stop}, paragraph, p->section};
  }
  p->sentence_end = d->sentences.count;
}

static void open_section(lt_document *d, lt_slice heading, lt_span span) {
  lt_section *section = LT_PUSH(d->arena, &d->sections);
  *section = (lt_section){d->sections.count - 1, heading, LT_NO_SLICE, span};
}

static void add_paragraph(lt_document *d, const lt_page *page, uint32_t line, uint32_t *cue) {
  lt_paragraph_kind kind = page->lines[line].kind;
  lt_span span = lt_page_mark(page, line)->span;
  if (kind == LT_PARAGRAPH_HEADING) open_section(d, page->lines[line].text, span);
  lt_section *section = &d->sections.at[d->sections.count - 1];
  if (kind == LT_PARAGRAPH_BODY) section->span.end = span.end;
  if (kind == LT_PARAGRAPH_LEAD && d->lead.at == NULL) d->lead = page->lines[line].text;
  *LT_PUSH(d->arena, &d->paragraphs) = (lt_paragraph){.span = span, .kind = kind, .section = section->number, .line = line};
  add_sentences(d, page, d->paragraphs.count - 1, cue);
}

/* ---- texts put together ---- */

/* Every paragraph that passes the test, one a line. */
static lt_slice joined(const lt_document *d, uint32_t from, uint32_t to, bool (*wanted)(const lt_document *, const lt_paragraph *)) {
  uint64_t room = 0;
  for (uint32_t i = from; i < to; i++) room += wanted(d, &d->paragraphs.at[i]) ? lt_span_length(d->paragraphs.at[i].span) + 1u : 0;
  lt_char *out = lt_arena_block(d->arena, (room + 1) * sizeof *out);
  if (out == NULL) return LT_NO_SLICE;
  uint32_t length = 0;
  for (uint32_t i = from; i < to; i++) {
    if (!wanted(d, &d->paragraphs.at[i])) continue;
    lt_slice text = lt_text_cut(d->text, d->paragraphs.at[i].span);
    if (length) out[length++] = '\n';
    memcpy(out + length, text.at, text.length * sizeof *out);
    length += text.length;
  }
  return (lt_slice){out, length};
}

static bool is_body(const lt_document *d, const lt_paragraph *p) {
  (void)d;
  return p->kind == LT_PARAGRAPH_BODY;
}

/* An export's header says who wrote it, but the author did not write the header. */
static bool is_shown(const lt_document *d, const lt_paragraph *p) {
  bool is_byline = p->kind == LT_PARAGRAPH_BYLINE && d->text->lines.at[p->line].mark != LT_MARK_META;
  return lt_paragraph_is_read(p) || is_byline;
}

static void join_bodies(lt_document *d) {
  uint32_t from = 0;
  for (uint32_t i = 0; i < d->sections.count; i++) {
    uint32_t to = from;
    while (to < d->paragraphs.count && d->paragraphs.at[to].section == i) to++;
    d->sections.at[i].body = joined(d, from, to, is_body);
    from = to;
  }
  d->body = joined(d, 0, d->paragraphs.count, is_shown);
}

lt_document *lt_document_read(lt_arena *arena, const lt_text *text, const lt_lexicon *lexicon, const lt_hits *names, const lt_hits *cues) {
  lt_document *d = LT_NEW(arena, lt_document);
  d->arena = arena;
  d->text = text;
  lt_page page = {.document = d, .text = text, .lexicon = lexicon, .names = names, .cues = cues, .count = text->lines.count};
  page.lines = lt_arena_block(arena, (uint64_t)page.count * sizeof *page.lines);
  if (page.lines == NULL) return NULL;
  memset(page.lines, 0, page.count * sizeof *page.lines);
  for (uint32_t i = 0; i < page.count; i++) page.lines[i].kind = LT_PARAGRAPH_BODY;
  lt_page_measure(&page);
  lt_page_find_body(&page);
  lt_page_find_title(&page);
  lt_page_read_bylines(&page);
  lt_page_sort_lines(&page);
  open_section(d, LT_NO_SLICE, (lt_span){0, 0});
  for (uint32_t i = 0, cue = 0; i < page.count; i++) add_paragraph(d, &page, i, &cue);
  join_bodies(d);
  return lt_arena_failed(arena) ? NULL : d;
}
