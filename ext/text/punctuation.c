/* A converter that put glosses into a page also folded its punctuation (NFKC): ，became a comma. What stood there is known from the
** neighbours, which is why this is done only where such damage was found.
**
** WIDTH-1  , ; : ! ? beside a Han character or Chinese punctuation are full-width, unless Latin or digits stand on both sides.
** WIDTH-2  ( ) are full-width as a pair when a Han character stands inside or before them.
** Never:   8,800  10:30  https://  (OpenAI) in Latin text. */
#include "text/punctuation.h"

#include "base/char.h"

static bool is_chinese(lt_char c) { return lt_char_is_han(c) || (c >= 0x3001 && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x2018 && c <= 0x201D); }

static lt_char wide_form(lt_char c) {
  return c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == '(' || c == ')' ? (lt_char)(c + 0xFEE0) : c;
}

static bool stands_in_chinese(const lt_char *text, uint32_t length, uint32_t i) {
  lt_char before = i ? text[i - 1] : 0, after = i + 1 < length ? text[i + 1] : 0;
  if (text[i] == ':' && after == '/') return false;
  if (lt_char_is_digit(before) && lt_char_is_digit(after) && text[i] != ';') return false;
  return is_chinese(before) || is_chinese(after) || before == '%' || before == '.';
}

enum { LONGEST_BRACKET = 60 };

/* The bracket that closes the one at i, on the same line and near; i where there is none. */
static uint32_t closing_bracket(const lt_char *text, uint32_t length, uint32_t i) {
  for (uint32_t k = i + 1, depth = 0; k < length && k - i <= LONGEST_BRACKET && text[k] != '\n'; k++) {
    if (text[k] == '(') depth++;
    if (text[k] == ')' && depth-- == 0) return k;
  }
  return i;
}

static bool holds_chinese(const lt_char *text, uint32_t begin, uint32_t end) {
  while (begin < end && !is_chinese(text[begin])) begin++;
  return begin < end;
}

void lt_punctuation_widen(lt_char *text, uint32_t length) {
  for (uint32_t i = 0; i < length; i++) {
    if (text[i] >= 0x80 || wide_form(text[i]) == text[i] || text[i] == ')') continue;
    if (text[i] != '(') {
      if (stands_in_chinese(text, length, i)) text[i] = wide_form(text[i]);
      continue;
    }
    uint32_t close = closing_bracket(text, length, i);
    if (close == i || !(holds_chinese(text, i + 1, close) || (i && is_chinese(text[i - 1])))) continue;
    text[i] = wide_form('(');
    text[close] = wide_form(')');
  }
}
