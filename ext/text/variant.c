/* One table look-up for each character; those by sense are remembered on the way and decided when the script is known.
**
** VARIANT-1  著 → 着, 鍾 → 钟: a character has one normal form by itself.
** VARIANT-2  著名, 慰藉, 答覆 → 答复: inside a word of variants.tsv the word decides, the longest one, then the leftmost.
** VARIANT-3  乾隆, 瞭望, 沈阳: simplified text keeps characters that it writes itself.
** VARIANT-4  慰藉著…着: a text that writes 着 at least as often as 著 tells them apart, and so do we.
**
** Words are compared by their normal forms, so one entry serves 顯著 and 显著. Limits: no word segmentation; a word that stands by
** chance across two others (看著名單) needs an entry of its own to win (看著). */
#include "text/variant.h"

#include "base/utf8.h"

/* A word in which a character by sense stands. */
typedef struct sense_use {
  uint16_t text; /* index into sense_text */
  uint8_t length, offset;
  lt_char becomes;
} sense_use;

typedef struct sense {
  lt_char c, alone;
  uint8_t is_plain; /* simplified text writes it too */
  uint16_t first, end;
} sense;

typedef struct rare {
  uint32_t c, becomes;
} rare;

typedef struct form {
  lt_char simplified, traditional;
} form;

#include "gen/variant.inc"

enum { COUNT_OF_SENSES = sizeof senses / sizeof *senses, COUNT_OF_RARES = sizeof rares / sizeof *rares };

static const sense *find_sense(lt_char c) {
  uint32_t low = 0;
  LT_BISECT(low, COUNT_OF_SENSES, senses[i].c < c);
  return low < COUNT_OF_SENSES && senses[low].c == c ? &senses[low] : NULL;
}

uint32_t lt_variant_rare(uint32_t c) {
  uint32_t low = 0;
  LT_BISECT(low, COUNT_OF_RARES, rares[i].c < c);
  return low < COUNT_OF_RARES && rares[low].c == c ? rares[low].becomes : c;
}

lt_char lt_variant_normal(lt_char c) {
  uint16_t change = lt_variant_change(c);
  if (change != LT_VARIANT_MARK) return c ^ change;
  const sense *s = find_sense(c);
  return s ? s->alone : c;
}

bool lt_variant_is_simplified_only(lt_char c) {
  return c >= 0x4E00 && c < 0xA000 && (simplified_only[(c - 0x4E00) / 32] >> (c - 0x4E00) % 32 & 1);
}

static bool word_stands_here(lt_slice s, uint32_t place, const sense_use *use) {
  if (place < use->offset || place - use->offset + use->length > s.length) return false;
  const lt_char *text = s.at + (place - use->offset);
  for (uint32_t i = 0; i < use->length; i++) {
    lt_char wanted = sense_text[use->text + i];
    if (i == use->offset || text[i] == wanted) continue;
    if (lt_variant_normal(text[i]) != lt_variant_normal(wanted)) return false;
  }
  return true;
}

lt_char lt_variant_traditional(lt_char c) {
  uint32_t low = 0, count = sizeof forms / sizeof *forms;
  LT_BISECT(low, count, forms[i].simplified < c);
  return low < count && forms[low].simplified == c ? forms[low].traditional : c;
}

/* VARIANT-1, VARIANT-2: `alone` where it stands in no word that is listed. */
static lt_char by_sense(lt_slice s, uint32_t place, const sense *sense, lt_char alone) {
  const sense_use *best = NULL;
  for (uint32_t i = sense->first; i < sense->end; i++) {
    const sense_use *use = &sense_uses[i];
    bool is_better = !best || use->length > best->length || (use->length == best->length && use->offset > best->offset);
    if (is_better && word_stands_here(s, place, use)) best = use;
  }
  return best ? best->becomes : alone;
}

/* The beginning of a long text speaks for all of it. */
static lt_slice beginning(lt_slice s) {
  enum { BEGINNING = 2048 };
  return (lt_slice){s.at, s.length < BEGINNING ? s.length : BEGINNING};
}

/* Whether more characters were simplified as stored than were changed, each of which is a simplified one now. */
static bool is_simplified(lt_slice s, uint32_t traditional) {
  lt_slice seen = beginning(s);
  uint64_t simplified = 0, wanted = s.length ? 2 * (uint64_t)traditional * seen.length / s.length : 0;
  for (uint32_t i = 0; i < seen.length && simplified <= wanted; i++) simplified += lt_variant_is_simplified_only(s.at[i]);
  return simplified > wanted;
}

static uint32_t count_of(lt_slice s, lt_char c) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < s.length; i++) count += s.at[i] == c;
  return count;
}

void lt_variant_decide(lt_char *text, uint32_t length, const lt_places *places, uint32_t traditional) {
  lt_slice s = {text, length};
  if (places->count == 0) return;
  bool keeps_plain = is_simplified(s, traditional);                                      /* VARIANT-3 */
  bool keeps_zhu = count_of(beginning(s), u'着') >= count_of(beginning(s), u'著'); /* VARIANT-4 */
  for (uint32_t i = 0; i < places->count; i++) {
    uint32_t place = places->at[i];
    const sense *sense = find_sense(text[place]);
    if (sense == NULL || (sense->is_plain && keeps_plain)) continue;
    text[place] = by_sense(s, place, sense, text[place] == u'著' && keeps_zhu ? u'著' : sense->alone);
  }
}

/* The code point at a place, and how many units it takes. */
static uint32_t code_point(lt_slice s, uint32_t i, uint32_t *units) {
  bool is_pair = (s.at[i] & 0xFC00) == 0xD800 && i + 1 < s.length && (s.at[i + 1] & 0xFC00) == 0xDC00;
  *units = is_pair ? 2 : 1;
  return is_pair ? 0x10000 + ((s.at[i] & 0x3FFu) << 10) + (s.at[i + 1] & 0x3FFu) : s.at[i];
}

/* Normal forms of all characters but those by sense; out has room for twice as many. */
static uint32_t write_normal(lt_arena *arena, lt_char *out, lt_slice s, lt_places *senses, uint32_t *traditional) {
  uint32_t n = 0, units = 1, changed = 0;
  for (uint32_t i = 0; i < s.length; i += units) {
    lt_char c = s.at[i];
    uint16_t change = lt_variant_change(c);
    units = 1;
    if (change == LT_VARIANT_MARK) {
      if (lt_is_by_sense(c)) *LT_PUSH(arena, senses) = n;
      n += lt_utf16_write(out + n, lt_variant_rare(code_point(s, i, &units)));
    } else {
      changed += (change != 0) & (c >= 0x3400);
      out[n++] = c ^ change;
    }
  }
  *traditional = changed;
  return n;
}

lt_slice lt_simplify(lt_arena *arena, lt_slice text) {
  lt_char *out = lt_arena_block(arena, ((uint64_t)text.length * 2 + 1) * sizeof(lt_char));
  if (out == NULL) return LT_NO_SLICE;
  lt_places senses = {0};
  uint32_t traditional, length = write_normal(arena, out, text, &senses, &traditional);
  lt_variant_decide(out, length, &senses, traditional);
  return (lt_slice){out, length};
}
