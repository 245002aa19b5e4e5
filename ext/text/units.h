/* The stored text as 16-bit characters, one for one, before anything is repaired, with the places that a repair must look at. */
#ifndef LT_TEXT_UNITS_H
#define LT_TEXT_UNITS_H

#include "base/array.h"
#include "base/slice.h"

typedef struct lt_units {
  lt_char *at; /* length characters and one 0 after them */
  uint32_t length;
  LT_ARRAY(uint32_t) marks; /* where lt_variant_change says LT_VARIANT_MARK, in order */
  LT_ARRAY(uint32_t) pairs; /* where a character beyond U+FFFF begins: two units, one raw character */
  bool changes;             /* some character's normal form is another */
} lt_units;

/* Ill-formed bytes become U+FFFD, as many as SQLite counts characters. False when memory ran out. */
bool lt_units_read(lt_arena *arena, lt_units *units, const char *utf8, size_t bytes);

#endif
