/* Text goes character by character through one switch: pages are a few kilobytes, and what is safe is seen at a glance. */
#include "functions/out.h"

#include "base/utf8.h"

#include <stdio.h>

static void put_bytes(lt_out *out, const char *utf8, size_t bytes) {
  for (size_t i = 0; i < bytes; i++) *LT_PUSH(out->arena, &out->text) = utf8[i];
}

void lt_out_put(lt_out *out, const char *utf8) { put_bytes(out, utf8, strlen(utf8)); }

static bool is_control(lt_char c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || (c & 0xFFFE) == 0xFFFE; }

static const char *escaped(lt_char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return NULL;
  }
}

void lt_out_slice(lt_out *out, lt_slice text, bool markup) {
  static const lt_char unknown = LT_REPLACEMENT;
  char utf8[2 * 3];
  for (uint32_t i = 0; i < text.length; i++) {
    const char *escape = markup ? escaped(text.at[i]) : NULL;
    bool pair = (text.at[i] & 0xFC00) == 0xD800 && i + 1 < text.length;
    lt_slice character = is_control(text.at[i]) ? (lt_slice){&unknown, 1} : (lt_slice){text.at + i, 1u + pair};
    if (escape) lt_out_put(out, escape);
    else put_bytes(out, utf8, lt_utf8_write(utf8, character));
    i += pair;
  }
}

void lt_out_number(lt_out *out, int64_t number) {
  char digits[24];
  int length = snprintf(digits, sizeof digits, "%lld", (long long)number), first = digits[0] == '-';
  for (int i = 0; i < length; i++) {
    if (i > first && (length - i) % 3 == 0) lt_out_put(out, ",");
    put_bytes(out, digits + i, 1);
  }
}

static void put_real(lt_out *out, double real) {
  char digits[64];
  bool is_exact = real > -1e15 && real < 1e15; /* every whole number there is a double */
  if (is_exact && real == (double)(int64_t)real) {
    lt_out_number(out, (int64_t)real);
    return;
  }
  snprintf(digits, sizeof digits, is_exact ? "%.10g" : "%.15g", real);
  char *comma = strchr(digits, ','); /* of the host's locale */
  if (comma) *comma = '.';
  lt_out_put(out, digits);
}

void lt_out_value(lt_out *out, lt_value value, bool markup) {
  char day[LT_DAY_ROOM];
  switch (value.kind) {
    case LT_VALUE_NULL: break;
    case LT_VALUE_INTEGER: lt_out_number(out, value.integer); break;
    case LT_VALUE_REAL: put_real(out, value.real); break;
    case LT_VALUE_TEXT: lt_out_slice(out, value.text, markup); break;
    case LT_VALUE_UTF8:
    case LT_VALUE_WORD: put_bytes(out, value.utf8.at, (size_t)value.utf8.bytes); break;
    case LT_VALUE_DAY: put_bytes(out, day, lt_day_write(day, value.day)); break;
  }
}
