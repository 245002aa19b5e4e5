/* VERSION-1  the first number in the name that is not a size, a length or a designation (M6): Qwen2.5-72B → 2.5, GPT-4o → 4o, DeepSeek-V2 → V2
** VERSION-2  a number right behind a Chinese name, the closing quotation mark between them or not: “天工”3.5, 文心大模型4.0 */
#include "reading/model_version.h"

#include "base/char.h"
#include "reading/reading.h"

static bool continues_number(lt_slice s, uint32_t i) {
  return lt_char_is_digit(s.at[i]) || (s.at[i] == '.' && i + 1 < s.length && lt_char_is_digit(s.at[i + 1]));
}

static bool is_size_letter(lt_char c) { return c == 'B' || c == 'b' || c == 'K' || c == 'k' || c == 'M' || c == 'T' || c == u'亿' || c == u'万'; }

/* The version that begins at i, a digit; empty if the number is a size. */
static lt_slice version_at(lt_slice s, uint32_t i) {
  uint32_t begin = i, end = i;
  while (end < s.length && continues_number(s, end)) end++;
  bool letter_behind = end < s.length && lt_char_is_letter(s.at[end]) && (end + 1 == s.length || !lt_char_is_letter(s.at[end + 1]));
  if (end < s.length && is_size_letter(s.at[end])) return (lt_slice){s.at, 0};
  if (letter_behind && lt_char_is_lower(s.at[end])) end++;
  if (begin > 0 && lt_char_lower(s.at[begin - 1]) == 'v' && (begin == 1 || !lt_char_is_letter(s.at[begin - 2]))) begin--;
  return (lt_slice){s.at + begin, end - begin};
}

/* T3, G1, M6: one letter and a number are a designation; V2 is a version. */
static bool is_designation(lt_slice name, uint32_t digit) {
  lt_char letter = name.at[digit - 1];
  return lt_char_is_letter(letter) && lt_char_lower(letter) != 'v' && (digit == 1 || !lt_char_is_latin(name.at[digit - 2]));
}

/* VERSION-1 */
static lt_slice version_in(lt_slice name) {
  for (uint32_t i = 1; i < name.length; i++) {
    if (!lt_char_is_digit(name.at[i]) || lt_char_is_digit(name.at[i - 1]) || is_designation(name, i)) continue;
    lt_slice version = version_at(name, i);
    if (version.length) return version;
    while (i < name.length && continues_number(name, i)) i++;
  }
  return LT_NO_SLICE;
}

/* VERSION-2: only right behind the name; a year or a count of things is no version. */
static lt_slice version_behind(const lt_reading *r, lt_span span) {
  uint32_t place = span.end, limit = r->text->length;
  if (!lt_char_is_han(r->text->clean[span.end - 1])) return LT_NO_SLICE;
  lt_char c = r->text->clean[place];
  if (c == u'”' || c == u'」') place++;
  else if (lt_slice_starts_with((lt_slice){r->text->clean + place, limit - place}, LT_SLICE("大模型"))) place += 3;
  if (lt_char_lower(r->text->clean[place]) == 'v') place++;
  if (place >= limit || !lt_char_is_digit(r->text->clean[place])) return LT_NO_SLICE;
  lt_slice rest = {r->text->clean + place, limit - place};
  lt_slice version = version_at((lt_slice){rest.at, rest.length > 16 ? 16 : rest.length}, 0);
  lt_char next = rest.at[version.length];
  bool is_version = lt_slice_index(version, '.') < version.length || !lt_char_is_han(next) || lt_slice_starts_with((lt_slice){rest.at + version.length, rest.length - version.length}, LT_SLICE("版本"));
  return version.length && version.length <= 4 && is_version ? version : LT_NO_SLICE;
}

void lt_versions_read(lt_reading *r) {
  for (uint32_t i = 0; i < r->entities.count; i++) {
    if (r->entities.at[i].kind == LT_NAME_MODEL) r->entities.at[i].version = version_in(r->entities.at[i].name);
  }
  for (uint32_t i = 0; i < r->mentions.count; i++) {
    lt_entity *e = &r->entities.at[r->mentions.at[i].entity];
    if (e->kind == LT_NAME_MODEL && e->version.at == NULL) e->version = version_behind(r, r->mentions.at[i].span);
  }
}
