/* Pairing quotation marks.
**
** Pages hold all of them: “…” ‘…’ of the mainland, 「…」『…』 of Taiwan and Hong Kong (and of writers who like them), 〝…〟, and the
** half-width "…" that says nothing of its direction. Each paragraph is walked once with a short stack (QUOTE-1). What is left over
** is read as a reader would: a mark turned the wrong way still pairs with a near one, and an opening mark that nothing closes runs
** to the end of its paragraph where speech is what it opened.
**
** Limits: nesting deeper than DEPTH is not looked into; the half-width ' is taken for an apostrophe. */
#include "base/char.h"
#include "reading/reading.h"

enum {
  DEPTH = 8,
  NEAR = 40 /* characters in which a mark turned the wrong way finds its other half */
};

static const struct pair {
  lt_char open, close;
} pairs[] = {{u'“', u'”'}, {u'「', u'」'}, {u'"', u'"'}, {u'‘', u'’'}, {u'『', u'』'}, {u'〝', u'〞'}, {u'〝', u'〟'}};

enum { PAIRS = sizeof pairs / sizeof pairs[0], NO_PAIR = PAIRS };

#define OPEN UINT32_MAX

typedef struct walk {
  lt_reading *reading;
  lt_span paragraph;
  struct {
    uint32_t quote;
    int pair;
  } stack[DEPTH];
  int depth;
  uint32_t first; /* quote of this paragraph */
  int carried;    /* pair that the paragraph before left open, or NO_PAIR */
} walk;

static lt_char at(const walk *w, uint32_t place) { return w->reading->text->clean[place]; }

static void open_quote(walk *w, uint32_t place, int pair) {
  if (w->depth == DEPTH) return;
  lt_reading *r = w->reading;
  w->stack[w->depth].quote = r->quotes.count;
  w->stack[w->depth++].pair = pair;
  LT_PUSH(r->arena, &r->quotes)->span = (lt_span){place + 1, OPEN};
}

/* Marks opened inside the pair and never closed are dropped: “A「B”. */
static bool close_quote(walk *w, uint32_t place, int pair) {
  for (int i = w->depth; i-- > 0;) {
    if (pairs[w->stack[i].pair].open != pairs[pair].open) continue;
    w->reading->quotes.at[w->stack[i].quote].span.end = place;
    w->depth = i;
    return true;
  }
  return false;
}

/* The mark of this pair that comes next in the sentence, 0 if none is near. */
static lt_char next_mark(const walk *w, uint32_t place, int pair) {
  for (uint32_t i = place + 1; i < w->paragraph.end && i <= place + NEAR; i++) {
    lt_char c = at(w, i);
    if (c == pairs[pair].open || c == pairs[pair].close) return c;
    if (lt_char_ends_sentence(c)) return 0;
  }
  return 0;
}

/* 15.6" is inches, it’s an apostrophe. */
static bool is_no_quotation_mark(const walk *w, uint32_t place) {
  lt_char c = at(w, place), before = place > w->paragraph.begin ? at(w, place - 1) : 0;
  if (c == u'’') return lt_char_is_latin(before) && place + 1 < w->paragraph.end && lt_char_is_letter(at(w, place + 1));
  return c == '"' && w->depth == 0 && lt_char_is_digit(before) && next_mark(w, place, 2) == 0;
}

static bool is_open(const walk *w, int pair) { return w->depth && w->stack[w->depth - 1].pair == pair; }

/* QUOTE-2  ”前厅-后厨” and “前厅-后厨“: a mark turned the wrong way. */
static bool opens_though_turned(const walk *w, uint32_t place, int pair) { return next_mark(w, place, pair) == pairs[pair].close; }

static bool closes_though_turned(const walk *w, uint32_t place, int pair) {
  uint32_t begin = w->reading->quotes.at[w->stack[w->depth - 1].quote].span.begin;
  return place - begin <= NEAR && next_mark(w, place, pair) != pairs[pair].close;
}

/* QUOTE-4  A quotation of several paragraphs: each opens with a mark and only the last one closes, or only the first opens.
** Such a closing mark is the first of its paragraph. */
static void carry_on(walk *w, uint32_t place, int pair) {
  lt_reading *r = w->reading;
  if (w->carried != pair || r->quotes.count > w->first) return;
  LT_PUSH(r->arena, &r->quotes)->span = (lt_span){w->paragraph.begin, place};
}

static void read_open_mark(walk *w, uint32_t place, int pair) {
  if (is_open(w, pair) && closes_though_turned(w, place, pair)) close_quote(w, place, pair);
  else open_quote(w, place, pair);
}

static void read_close_mark(walk *w, uint32_t place, int pair) {
  if (close_quote(w, place, pair)) return;
  if (opens_though_turned(w, place, pair)) open_quote(w, place, pair);
  else carry_on(w, place, pair);
}

static void read_mark(walk *w, uint32_t place) {
  lt_char c = at(w, place);
  if (c != '"' && (c < u'‘' || c > u'〟')) return;
  for (int pair = 0; pair < PAIRS; pair++) {
    bool opens = c == pairs[pair].open, closes = c == pairs[pair].close;
    if (!opens && !closes) continue;
    if (is_no_quotation_mark(w, place)) return;
    if (opens && closes) { /* QUOTE-3  "A": half-width marks open and close in turn */
      if (!close_quote(w, place, pair)) open_quote(w, place, pair);
    } else if (opens) {
      read_open_mark(w, place, pair);
    } else {
      read_close_mark(w, place, pair);
    }
    return;
  }
}

/* Does what a quotation left open go on in this paragraph? Its first mark opens at the very beginning, or closes. */
static bool goes_on(const walk *w, lt_span paragraph, int pair) {
  for (uint32_t i = paragraph.begin; i < paragraph.end; i++) {
    if (at(w, i) == pairs[pair].close) return pairs[pair].open != pairs[pair].close;
    if (at(w, i) == pairs[pair].open) return i == paragraph.begin;
  }
  return false;
}

static const lt_paragraph *next_paragraph(const lt_document *d, const lt_paragraph *p) {
  while (++p < d->paragraphs.at + d->paragraphs.count) {
    if (lt_paragraph_is_read(p)) return p;
  }
  return NULL;
}

/* QUOTE-5  他说：“这是对的。  A mark that is never closed, where only speech can follow, opens up to the end of the paragraph. */
static bool opens_speech(const walk *w, uint32_t begin) {
  return begin - 1 == w->paragraph.begin || at(w, begin - 2) == u'：' || at(w, begin - 2) == ':';
}

/* What is still open at the end of a paragraph: the outermost may run up to it, the others are dropped. */
static void end_paragraph(walk *w, const lt_paragraph *next) {
  lt_reading *r = w->reading;
  w->carried = NO_PAIR;
  if (w->depth) {
    lt_quote *outer = &r->quotes.at[w->stack[0].quote];
    if (next && goes_on(w, next->span, w->stack[0].pair)) w->carried = w->stack[0].pair;
    if (w->carried != NO_PAIR || opens_speech(w, outer->span.begin)) outer->span.end = w->paragraph.end;
  }
  uint32_t kept = w->first;
  for (uint32_t i = w->first; i < r->quotes.count; i++) {
    lt_span span = r->quotes.at[i].span; /* “” holds nothing */
    if (span.end != OPEN && span.end > span.begin) r->quotes.at[kept++] = r->quotes.at[i];
  }
  r->quotes.count = kept;
  w->depth = 0;
}

void lt_quotes_pair(lt_reading *r) {
  const lt_document *d = r->document;
  walk w = {.reading = r, .carried = NO_PAIR};
  for (uint32_t i = 0; i < d->paragraphs.count; i++) {
    const lt_paragraph *p = &d->paragraphs.at[i];
    if (!lt_paragraph_is_read(p)) continue;
    w.first = r->quotes.count;
    w.paragraph = p->span;
    for (uint32_t place = p->span.begin; place < p->span.end; place++) read_mark(&w, place);
    end_paragraph(&w, next_paragraph(d, p));
  }
  for (uint32_t i = 0; i < r->quotes.count; i++) r->quotes.at[i].sentence = lt_reading_sentence_of(r, r->quotes.at[i].span.begin);
}
