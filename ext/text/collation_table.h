/* How the generated table of collation packs an element: 17 bits of the first level, 8 of the second, 7 of the third. */
#ifndef LT_TEXT_COLLATION_TABLE_H
#define LT_TEXT_COLLATION_TABLE_H

enum {
  LT_ELEMENT_ROW = 0x1FFFF, /* as first level: several elements; the other 15 bits say where their row begins */
};

#define LT_ELEMENT_UNLISTED 0xFFFFFFFFu

#endif
