/* The one JSON we write: an array of strings. */
#include "tables/table.h"

static const lt_char hex[] = u"0123456789abcdef";

static uint32_t write_escaped(lt_char *out, lt_char c) {
  if (c == '"' || c == '\\') {
    out[0] = '\\';
    out[1] = c;
    return 2;
  }
  if (c >= 0x20) {
    out[0] = c;
    return 1;
  }
  memcpy(out, u"\\u00", 4 * sizeof(lt_char));
  out[4] = hex[c >> 4];
  out[5] = hex[c & 15];
  return 6;
}

lt_slice lt_json_list(lt_arena *arena, const lt_slice *items, uint32_t count) {
  uint64_t room = 2;
  for (uint32_t i = 0; i < count; i++) room += 6 * (uint64_t)items[i].length + 3;
  lt_char *out = lt_arena_block(arena, room * sizeof *out);
  if (out == NULL) return LT_NO_SLICE;
  uint32_t n = 0;
  out[n++] = '[';
  for (uint32_t i = 0; i < count; i++) {
    if (i) out[n++] = ',';
    out[n++] = '"';
    for (uint32_t k = 0; k < items[i].length; k++) n += write_escaped(out + n, items[i].at[k]);
    out[n++] = '"';
  }
  out[n++] = ']';
  lt_arena_trim(arena, out, n * sizeof *out);
  return (lt_slice){out, n};
}
