/* A run grows as long as each character follows its neighbour in the stored text too; a gloss behind a character, or a character made
** of two halves, ends it. Places in the stored text are counted in units here and become SQLite's characters on the way into the
** runs: they differ by the characters beyond U+FFFF before them. */
#include "text/writer.h"

#include "base/utf8.h"

static uint32_t end_of_runs(const lt_writer *w) { return w->text->runs.count ? w->text->runs.at[w->text->runs.count - 1].raw_end : 0; }

/* Raw characters before a unit; units are asked for in order, apart from neighbours of the last one asked for. */
static uint32_t raw_of(lt_writer *w, uint32_t unit) {
  while (w->pair < w->units->pairs.count && w->units->pairs.at[w->pair] < unit) w->pair++;
  while (w->pair > 0 && w->units->pairs.at[w->pair - 1] >= unit) w->pair--;
  return unit - w->pair;
}

static bool continues(const lt_writer *w, uint32_t raw) {
  if (w->text->runs.count == 0) return false;
  const lt_run *last = &w->text->runs.at[w->text->runs.count - 1];
  return last->raw_end == raw && raw - last->raw == w->length - last->clean;
}

/* `count` characters will stand here for as many raw ones from `raw` on, or one character for all up to raw_end. */
static void add_run(lt_writer *w, uint32_t raw, uint32_t raw_end) {
  if (continues(w, raw)) w->text->runs.at[w->text->runs.count - 1].raw_end = raw_end;
  else *LT_PUSH(w->text->arena, &w->text->runs) = (lt_run){w->length, raw, raw_end};
}

/* Room for `more` characters beside all that may still be kept. */
static bool make_room(lt_writer *w, uint32_t more) {
  uint64_t wanted = (uint64_t)w->length + more + (w->units->length - w->read);
  if (w->out && wanted <= w->room) return true;
  uint64_t room = wanted + wanted / 16 + 64;
  lt_char *larger = room < UINT32_MAX ? lt_arena_block(w->text->arena, room * sizeof(lt_char)) : NULL;
  if (larger == NULL) return false;
  if (w->length) memcpy(larger, w->out, w->length * sizeof(lt_char));
  w->out = larger;
  w->room = (uint32_t)room;
  return true;
}

static void copy(lt_writer *w, uint32_t until) {
  if (until <= w->read) return;
  memcpy(w->out + w->length, w->units->at + w->read, (until - w->read) * sizeof(lt_char));
  w->length += until - w->read;
  w->read = until;
}

/* Between two pairs a stretch is one run; a pair is a run of its own. */
void lt_writer_keep(lt_writer *w, uint32_t until) {
  if (until <= w->read || !make_room(w, 0)) return;
  while (w->read < until) {
    uint32_t raw = raw_of(w, w->read);
    bool pair_here = w->pair < w->units->pairs.count && w->units->pairs.at[w->pair] < until;
    uint32_t stop = pair_here ? w->units->pairs.at[w->pair] : until;
    if (stop > w->read) {
      add_run(w, raw, raw + (stop - w->read));
    } else {
      *LT_PUSH(w->text->arena, &w->text->runs) = (lt_run){w->length, raw, raw + 1};
      stop += 2;
    }
    copy(w, stop);
  }
}

void lt_writer_skip(lt_writer *w, uint32_t from, uint32_t until) {
  lt_writer_keep(w, from);
  if (w->read < until) w->read = until;
}

/* The normal form; a character by sense stays as it is until its neighbours are known. */
static uint32_t normal_form(uint32_t c) {
  uint16_t change = c < 0x10000 ? lt_variant_change((lt_char)c) : LT_VARIANT_MARK;
  return change == LT_VARIANT_MARK ? lt_variant_rare(c) : c ^ change;
}

void lt_writer_put(lt_writer *w, uint32_t code_point, uint32_t from, uint32_t until) {
  lt_writer_keep(w, from);
  if (!make_room(w, 2)) return;
  uint32_t raw = raw_of(w, from), raw_end = raw_of(w, until), normal = normal_form(code_point);
  if (normal > 0xFFFF) *LT_PUSH(w->text->arena, &w->text->runs) = (lt_run){w->length, raw, raw_end};
  else add_run(w, raw, raw_end);
  if (normal < 0x10000 && lt_is_by_sense((lt_char)normal)) lt_writer_note_sense(w, w->read);
  w->length += lt_utf16_write(w->out + w->length, normal);
  w->last_stored = (lt_char)code_point;
  w->last_at = w->length;
  if (w->read < until) w->read = until;
}

lt_char lt_writer_stored_before(const lt_writer *w, const lt_mark *mark) {
  bool is_put = mark->place == w->read && w->last_at == w->length && w->length;
  if (is_put) return w->last_stored;
  bool is_glossed = mark->place == w->gloss_end && w->gloss_end;
  return lt_units_stored_before(w->units, is_glossed ? w->gloss_byte : mark->byte);
}

void lt_writer_extend(lt_writer *w, uint32_t until) {
  uint32_t raw = raw_of(w, until);
  if (w->length && end_of_runs(w) < raw) w->text->runs.at[w->text->runs.count - 1].raw_end = raw;
}

void lt_writer_note_sense(lt_writer *w, uint32_t unit) {
  *LT_PUSH(w->text->arena, &w->senses) = w->length + (unit - w->read);
}

lt_char lt_writer_before(const lt_writer *w, uint32_t unit, uint32_t index) {
  uint32_t waiting = unit - w->read;
  if (index <= waiting) return w->units->at[unit - index];
  index -= waiting;
  return index <= w->length ? w->out[w->length - index] : 0;
}

void lt_writer_tell(lt_writer *w, lt_repair_kind kind, uint32_t from, uint32_t until, uint32_t written) {
  lt_span clean = {w->length - written, w->length};
  *LT_PUSH(w->text->arena, &w->text->repairs) = (lt_repair){kind, raw_of(w, from), raw_of(w, until), clean};
}

lt_char *lt_writer_finish(lt_writer *w) {
  bool is_untouched = w->length == 0 && w->read == 0 && w->units->pairs.count == 0;
  if (is_untouched) {
    w->out = w->units->at;
    add_run(w, 0, w->units->length);
    w->length = w->units->length;
  } else {
    lt_writer_keep(w, w->units->length);
    if (!make_room(w, 0)) return NULL;
    if (w->text->runs.count == 0) add_run(w, 0, 0);
  }
  w->out[w->length] = 0;
  return w->out;
}
