/* Reading order: digits, then Chinese by pinyin, then letters, as ICU orders for zh. */
#ifndef LT_TEXT_COLLATION_H
#define LT_TEXT_COLLATION_H

#include "base/arena.h"

/* Compares UTF-8: negative, zero, positive. Zero also where only characters differ that ICU passes over. */
int lt_pinyin_compare(const char *a, size_t a_bytes, const char *b, size_t b_bytes);

#endif
