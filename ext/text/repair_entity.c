/* HTML entities left in text: &nbsp; &amp; &#8220; &#x201C; &amp;nbsp;. Names are those that pages leave behind; others stay. */
#include "text/repair.h"

#include "base/char.h"

enum { LONGEST_ENTITY = 12 };

static uint32_t named(lt_slice name) {
  static const struct {
    const char *name;
    uint32_t c;
  } names[] = {{"amp", '&'},       {"lt", '<'},         {"gt", '>'},         {"quot", '"'},       {"apos", '\''},
               {"nbsp", ' '},      {"ensp", ' '},       {"emsp", ' '},       {"thinsp", ' '},     {"ldquo", u'“'},
               {"rdquo", u'”'},    {"lsquo", u'‘'},     {"rsquo", u'’'},     {"mdash", u'—'},     {"ndash", u'–'},
               {"hellip", u'…'},   {"middot", u'·'},    {"bull", u'•'},      {"times", u'×'},     {"divide", u'÷'},
               {"deg", u'°'},      {"plusmn", u'±'},    {"yen", u'¥'},       {"pound", u'£'},     {"euro", u'€'},
               {"cent", u'¢'},     {"copy", u'©'},      {"reg", u'®'},       {"trade", u'™'},     {"sect", u'§'},
               {"laquo", u'«'},    {"raquo", u'»'},     {"lsaquo", u'‹'},    {"rsaquo", u'›'},    {"permil", u'‰'},
               {"zwnj", 0x200C},   {"zwj", 0x200D},     {"shy", 0xAD},       {"rarr", u'→'},      {"larr", u'←'}};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    uint32_t k = 0;
    while (k < name.length && names[i].name[k] && name.at[k] == (lt_char)names[i].name[k]) k++;
    if (k == name.length && names[i].name[k] == 0) return names[i].c;
  }
  return 0;
}

static int digit_value(lt_char c) {
  if (lt_char_is_digit(c)) return c - '0';
  c = lt_char_lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* #8220 or #x201C */
static uint32_t numbered(lt_slice number) {
  bool is_hex = number.length > 2 && lt_char_lower(number.at[1]) == 'x';
  uint32_t value = 0, base = is_hex ? 16 : 10, i = is_hex ? 2 : 1;
  if (i >= number.length) return 0;
  for (; i < number.length; i++) {
    uint32_t digit = (uint32_t)digit_value(number.at[i]);
    if (digit >= base || value > 0x10FFFF) return 0;
    value = value * base + digit;
  }
  bool is_character = value >= 0x20 && value <= 0x10FFFF && (value & 0xFFFFF800) != 0xD800 && !(value >= 0x7F && value <= 0x9F);
  return is_character ? value : 0;
}

/* The character that "&…;" stands for, and its length; 0 where it is none. */
static uint32_t read_entity(lt_slice text, uint32_t *length) {
  uint32_t end = 1;
  while (end < text.length && end < LONGEST_ENTITY && text.at[end] != ';' && text.at[end] < 0x80) end++;
  if (end >= text.length || text.at[end] != ';' || end < 2) return 0;
  *length = end + 1;
  lt_slice inside = {text.at + 1, end - 1};
  return inside.at[0] == '#' ? numbered(inside) : named(inside);
}

static bool is_unseen(uint32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200F); }

bool lt_repair_entity(lt_writer *w, const lt_mark *mark) {
  uint32_t at = mark->place;
  lt_slice text = {w->units->at + at, w->units->length - at};
  uint32_t length = 0, c = read_entity(text, &length), inner = 0;
  if (c == 0) return false;
  if (c == '&' && text.length > length) { /* escaped twice: &amp;nbsp; */
    lt_char again[LONGEST_ENTITY + 1] = {'&'};
    uint32_t n = 1;
    while (n <= LONGEST_ENTITY && length + n - 1 < text.length) again[n] = text.at[length + n - 1], n++;
    uint32_t second = read_entity((lt_slice){again, n}, &inner);
    if (second) c = second, length += inner - 1;
  }
  if (c == 0xA0) c = ' ';
  if (is_unseen(c)) lt_writer_skip(w, at, at + length);
  else lt_writer_put(w, c, at, at + length);
  lt_writer_tell(w, LT_REPAIR_ENCODING, at, at + length, is_unseen(c) ? 0 : c > 0xFFFF ? 2 : 1);
  return true;
}
