/* The stored text as 16-bit characters, one for one: in their normal form already, but for those that only their neighbours can
** decide, which are marked. */
#ifndef LT_TEXT_UNITS_H
#define LT_TEXT_UNITS_H

#include "base/array.h"
#include "base/slice.h"

/* A character that stands as it is stored, for lt_variant_change says LT_VARIANT_MARK. */
typedef struct lt_mark {
  uint32_t place, byte; /* in the units, in the stored text */
} lt_mark;

typedef struct lt_units {
  lt_char *at; /* length characters and one 0 after them */
  uint32_t length;
  LT_ARRAY(lt_mark) marks;  /* in order */
  LT_ARRAY(uint32_t) pairs; /* where a character beyond U+FFFF begins: two units, one raw character */
  uint32_t wide, traditional; /* how many characters take three bytes, how many ideographs were changed */
  const unsigned char *utf8, *end; /* the stored text */
} lt_units;

/* Ill-formed bytes become U+FFFD, as many as SQLite counts characters; the text ends at the first NUL. False when memory ran out.
** The bytes are borrowed. */
bool lt_units_read(lt_arena *arena, lt_units *units, const char *utf8, size_t bytes);

/* The mark at a place; NULL where none stands. */
const lt_mark *lt_units_mark(const lt_units *units, uint32_t place);

/* Characters as they are stored, from a byte on; at most `most`, ended by one 0 more. How many. */
uint32_t lt_units_stored(const lt_units *units, uint32_t byte, lt_char *out, uint32_t most);

/* The character that ends before a byte, as it is stored; 0 at the beginning of the text or where it has two units. */
lt_char lt_units_stored_before(const lt_units *units, uint32_t byte);

#endif
