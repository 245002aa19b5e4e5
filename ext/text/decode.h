/* Bytes of unknown encoding → UTF-8: what a BLOB's characters are, before anything is repaired. */
#ifndef LT_TEXT_DECODE_H
#define LT_TEXT_DECODE_H

#include "base/arena.h"

/* The text of a BLOB as UTF-8 in the arena, ended by a NUL: UTF-8 (BOM dropped), UTF-16, GB18030/GBK, Big5(-HKSCS), detected.
** NUL characters inside become U+FFFD. Well-formed UTF-8 comes back unchanged (if no character takes more than two bytes it may be
** GBK as well, and what reads more like Chinese wins). NULL when memory ran out. */
const char *lt_decode(lt_arena *arena, const void *blob, size_t bytes, size_t *length);

#endif
