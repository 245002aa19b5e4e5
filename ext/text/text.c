/* The driver of restoration: stored text → units → repairs → normal form → lines → copies. Each step does nothing, and costs next to
** nothing, where its damage is not found. */
#include "text/line.h"
#include "text/punctuation.h"
#include "text/repair.h"
#include "text/repair_copy.h"
#include "text/text.h"
#include "text/units.h"
#include "text/variant.h"

/* A converter that put glosses into a page folded its punctuation too. */
static bool was_converted(const lt_text *text) {
  for (uint32_t i = 0; i < text->repairs.count; i++) {
    if (text->repairs.at[i].kind == LT_REPAIR_GLOSS || text->repairs.at[i].kind == LT_REPAIR_MISALIGNED) return true;
  }
  return false;
}

static bool restore(lt_text *text, lt_units *units) {
  lt_writer writer = {.text = text, .units = units};
  lt_repair_all(&writer);
  lt_char *clean = lt_writer_finish(&writer);
  if (clean == NULL) return false;
  text->clean = clean;
  text->length = writer.length;
  text->raw_length = units->length - units->pairs.count;
  text->script = lt_script_of(units->wide, units->traditional);
  lt_variant_decide(clean, text->length, &writer.senses, units->traditional);
  if (was_converted(text)) lt_punctuation_widen(clean, text->length);
  return true;
}

lt_text *lt_text_restore(lt_arena *arena, const char *utf8, size_t bytes) {
  lt_text *text = LT_NEW(arena, lt_text);
  lt_units units;
  text->arena = arena;
  text->copies = 1;
  if (!lt_units_read(arena, &units, utf8, bytes) || !restore(text, &units)) return NULL;
  lt_lines_read(text);
  lt_copies_heal(text);
  text->not_han = lt_not_han_find(arena, (lt_slice){text->clean, text->length});
  return lt_arena_failed(arena) ? NULL : text;
}
