/* The encodings Chinese pages are stored in, read one character at a time. */
#ifndef LT_TEXT_ENCODING_H
#define LT_TEXT_ENCODING_H

#include <stddef.h>
#include <stdint.h>

typedef enum lt_encoding {
  LT_ENCODING_UTF8,
  LT_ENCODING_UTF16_LITTLE,
  LT_ENCODING_UTF16_BIG,
  LT_ENCODING_GB18030, /* and GBK, GB2312 */
  LT_ENCODING_BIG5,    /* with the Hong Kong supplement */
  LT_ENCODINGS
} lt_encoding;

/* The code point at p (p < end), U+FFFD for what is ill-formed; the bytes it took, at least 1. */
size_t lt_encoding_next(lt_encoding encoding, const unsigned char *p, const unsigned char *end, uint32_t *code_point);

#endif
