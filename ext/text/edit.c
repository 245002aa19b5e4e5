/* Clean text is copied stretch by stretch between the edits; each stretch takes its part of the runs along. Places kept
** elsewhere are moved by the sum of what the edits before them added and took, found by halving. */
#include "text/edit.h"

typedef struct move {
  lt_text *text;
  const lt_edits *edits;
  uint32_t *grown; /* after edit i: characters added so far, modulo 2^32 */
  lt_char *out;
  uint32_t length;
  uint32_t run; /* the old run where the last stretch ended */
  LT_ARRAY(lt_run) runs;
} move;

static void add_run(move *m, uint32_t raw, uint32_t raw_end) {
  *LT_PUSH(m->text->arena, &m->runs) = (lt_run){m->length, raw, raw_end};
}

static uint32_t end_of_run(const lt_text *text, uint32_t run) {
  return run + 1 < text->runs.count ? text->runs.at[run + 1].clean : text->length;
}

static void copy_stretch(move *m, uint32_t begin, uint32_t end) {
  const lt_text *text = m->text;
  while (begin < end) {
    while (end_of_run(text, m->run) <= begin) m->run++;
    const lt_run *run = &text->runs.at[m->run];
    uint32_t stop = end_of_run(text, m->run);
    bool whole = stop <= end;
    if (!whole) stop = end;
    add_run(m, run->raw + (begin - run->clean), whole ? run->raw_end : run->raw + (stop - run->clean));
    memcpy(m->out + m->length, text->clean + begin, (stop - begin) * sizeof(lt_char));
    m->length += stop - begin;
    begin = stop;
  }
}

/* No character stands for nothing, as no row may: what replaces nothing shares the raw character beside it. */
static lt_span raw_of(const lt_text *text, lt_span cut) {
  lt_span raw = lt_text_raw(text, cut);
  if (raw.begin < raw.end) return raw;
  if (raw.end < text->raw_length) raw.end++;
  else if (raw.begin > 0) raw.begin--;
  return raw;
}

/* Each inserted character stands for one raw character; the last one for all that are left, or all that come after the last raw
** one share it. */
static void insert_text(move *m, lt_slice insert, lt_span raw) {
  for (uint32_t i = 0; i < insert.length; i++) {
    uint32_t at = i < lt_span_length(raw) ? raw.begin + i : raw.end - 1;
    add_run(m, at, i + 1 == insert.length ? raw.end : at + 1);
    m->out[m->length++] = insert.at[i];
  }
}

static bool ends_before(lt_span cut, uint32_t place, bool is_end) {
  return cut.end < place || (cut.end == place && (is_end || cut.begin < cut.end));
}

/* A place at an edit's beginning stays before what is inserted, one at its end comes after. */
static uint32_t moved(const move *m, uint32_t place, bool is_end) {
  uint32_t low = 0;
  LT_BISECT(low, m->edits->count, ends_before(m->edits->at[i].cut, place, is_end));
  uint32_t base = low ? m->grown[low - 1] : 0;
  bool inside = low < m->edits->count && m->edits->at[low].cut.begin < place;
  return (inside ? m->edits->at[low].cut.begin : place) + base;
}

static lt_span moved_span(const move *m, lt_span span) {
  uint32_t begin = moved(m, span.begin, false), end = moved(m, span.end, true);
  return (lt_span){begin, end < begin ? begin : end};
}

static void move_places(move *m) {
  for (uint32_t i = 0; i < m->text->repairs.count; i++) m->text->repairs.at[i].clean = moved_span(m, m->text->repairs.at[i].clean);
  for (uint32_t i = 0; i < m->text->doubts.count; i++) m->text->doubts.at[i].clean = moved(m, m->text->doubts.at[i].clean, false);
  for (uint32_t i = 0; i < m->text->lines.count; i++) m->text->lines.at[i].span = moved_span(m, m->text->lines.at[i].span);
}

static bool make_room(move *m) {
  uint64_t length = m->text->length;
  for (uint32_t i = 0; i < m->edits->count; i++) length += m->edits->at[i].insert.length;
  m->out = lt_arena_block(m->text->arena, (length + 1) * sizeof(lt_char));
  m->grown = lt_arena_block(m->text->arena, m->edits->count * sizeof *m->grown);
  return m->out && m->grown;
}

void lt_text_edit(lt_text *text, const lt_edits *edits) {
  move m = {.text = text, .edits = edits};
  if (edits->count == 0 || !make_room(&m)) return;
  uint32_t from = 0, grown = 0;
  for (uint32_t i = 0; i < edits->count; i++) {
    const lt_edit *edit = &edits->at[i];
    copy_stretch(&m, from, edit->cut.begin);
    insert_text(&m, edit->insert, raw_of(text, edit->cut));
    m.grown[i] = grown += edit->insert.length - lt_span_length(edit->cut);
    from = edit->cut.end;
  }
  copy_stretch(&m, from, text->length);
  m.out[m.length] = 0;
  if (m.runs.count == 0) add_run(&m, 0, 0);
  move_places(&m);
  text->clean = m.out;
  text->length = m.length;
  text->runs.at = m.runs.at;
  text->runs.count = m.runs.count;
  text->runs.capacity = m.runs.capacity;
}
