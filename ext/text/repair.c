/* One walk over the marks: most of them are ordinary characters in ordinary text, and are left where they are. */
#include "text/repair.h"

#include "base/char.h"
#include "text/variant.h"

static bool is_private(lt_char c) { return c >= 0xE000 && c <= 0xF8FF; }

/* Characters that show nothing: zero-width and direction marks, variation selectors, control characters, icons of private fonts. */
static bool is_invisible(lt_char c) {
  if (c < 0x20) return c != '\n' && c != '\t' && c != '\r';
  return c == 0x7F || (c >= 0x80 && c <= 0x9F) || c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || is_private(c);
}

/* Characters with a normal form of one unit where they have two, or the other way round. */
static bool change_rare(lt_writer *w, uint32_t at) {
  const lt_char *p = w->units->at + at;
  bool is_pair = (p[0] & 0xFC00) == 0xD800;
  uint32_t c = is_pair ? 0x10000 + ((p[0] & 0x3FFu) << 10) + (p[1] & 0x3FFu) : p[0], normal = lt_variant_rare(c);
  if (normal == c) return false;
  lt_writer_put(w, normal, at, at + 1 + is_pair);
  return true;
}

/* Line breaks are '\n'; ．between digits is a decimal point; U+00A0 is a space. */
static bool change_sign(lt_writer *w, uint32_t at) {
  const lt_char *p = w->units->at + at;
  if (*p == '\r' && p[1] == '\n') lt_writer_skip(w, at, at + 1);
  else if (*p == '\r') lt_writer_put(w, '\n', at, at + 1);
  else if (*p == 0xA0) lt_writer_put(w, ' ', at, at + 1);
  else if (*p == u'．' && at && lt_char_is_digit(lt_variant_normal(p[-1])) && lt_char_is_digit(lt_variant_normal(p[1]))) lt_writer_put(w, '.', at, at + 1);
  else return false;
  return true;
}

static bool repair(lt_writer *w, const lt_mark *mark) {
  uint32_t at = mark->place;
  lt_char c = w->units->at[at];
  if (c == '(' || c == u'（') return lt_repair_gloss(w, mark);
  if (lt_is_by_sense(c)) {
    if (lt_repair_spun(w, mark)) return true;
    lt_writer_note_sense(w, at);
    return false;
  }
  if (c == '?' || c == 0xFFFD) return lt_repair_misaligned(w, mark);
  if (c == '&') return lt_repair_entity(w, mark);
  if (c >= 0x80 && c <= 0xFF && lt_repair_encoding(w, mark)) return true;
  if (is_invisible(c)) {
    lt_writer_skip(w, at, at + 1);
    return true;
  }
  return change_sign(w, at) || change_rare(w, at);
}

void lt_repair_mark(lt_writer *w, const lt_mark *mark) {
  if (mark->place >= w->read) repair(w, mark);
}

void lt_repair_all(lt_writer *w) {
  for (uint32_t i = 0; i < w->units->marks.count; i++) lt_repair_mark(w, &w->units->marks.at[i]);
}
