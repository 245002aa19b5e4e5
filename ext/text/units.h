/* The stored text as 16-bit characters, one for one: in their normal form already, but for those that only their neighbours can
** decide, which are marked. */
#ifndef LT_TEXT_UNITS_H
#define LT_TEXT_UNITS_H

#include "base/array.h"
#include "base/slice.h"

typedef struct lt_units {
  lt_char *at; /* length characters and one 0 after them */
  uint32_t length;
  LT_ARRAY(uint32_t) marks; /* where a character stands as stored, for lt_variant_change says LT_VARIANT_MARK; in order */
  LT_ARRAY(uint32_t) pairs; /* where a character beyond U+FFFF begins: two units, one raw character */
  uint32_t wide, traditional; /* how many characters take three bytes, how many ideographs were changed */
  const unsigned char *utf8, *end; /* the stored text */
  const lt_char *stored; /* the characters as stored; NULL until lt_units_stored is asked */
} lt_units;

/* Ill-formed bytes become U+FFFD, as many as SQLite counts characters; the text ends at the first NUL. False when memory ran out.
** The bytes are borrowed. */
bool lt_units_read(lt_arena *arena, lt_units *units, const char *utf8, size_t bytes);

/* The characters before they were brought to their normal form, as many as units; NULL when memory ran out. */
const lt_char *lt_units_stored(lt_arena *arena, lt_units *units);

#endif
