/* Twins are found by fingerprints: the first and the last few letters of each line, marks left out, hashed into one table. A
** line that shares either with an earlier one is compared with it; damage seldom hits both ends. A damaged line between two
** that have twins is compared with the line between those. So a page is read once, whatever its length.
** Limits: a paragraph that the copy cut in two, and a line damaged at both ends whose neighbours have no twins, stay alone. */
#include "text/twin.h"

#include "base/char.h"
#include "base/utf8.h"
#include "text/align.h"

enum { END_LETTERS = 8, LONG_LINE = 20, COPIES_COUNTED = 8, SLIP_EVERY = 50 };

typedef struct table {
  uint64_t *prints;
  uint32_t *lines; /* index + 1 of the earliest line with this print */
  uint32_t mask;
} table;

static bool is_letter(lt_char c) { return lt_char_is_han(c) || lt_char_is_latin(c); }

static uint64_t mixed(uint64_t hash, lt_char c) { return (hash ^ c) * 0x9E3779B97F4A7C15u + (hash >> 29); }

/* Prints of the first and of the last letters; a short line has one print of all. */
static void print_line(lt_slice line, uint64_t prints[2]) {
  uint32_t seen = 0;
  prints[0] = 1;
  prints[1] = 2;
  for (uint32_t i = 0; i < line.length && seen < END_LETTERS; i++) {
    if (is_letter(line.at[i])) prints[0] = mixed(prints[0], line.at[i]), seen++;
  }
  if (seen == 0) prints[0] = 0;
  bool all = seen < END_LETTERS;
  seen = 0;
  for (uint32_t i = line.length; i-- > 0 && seen < END_LETTERS;) {
    if (is_letter(line.at[i])) prints[1] = mixed(prints[1], line.at[i]), seen++;
  }
  if (all) prints[1] = prints[0];
}

/* The earliest line with this print, index + 1; this one is entered if there is none. */
static uint32_t look_up(table *t, uint64_t print, uint32_t line) {
  for (uint32_t i = (uint32_t)(print >> 32) & t->mask;; i = (i + 1) & t->mask) {
    if (t->prints[i] == print) return t->lines[i];
    if (t->prints[i]) continue;
    t->prints[i] = print;
    t->lines[i] = line + 1;
    return 0;
  }
}

static bool make_table(lt_text *text, table *t) {
  uint32_t size = 16;
  while (size < text->lines.count * 4u && size < 1u << 30) size *= 2;
  t->mask = size - 1;
  t->prints = lt_arena_block(text->arena, (uint64_t)size * sizeof *t->prints);
  t->lines = lt_arena_block(text->arena, (uint64_t)size * sizeof *t->lines);
  if (t->prints == NULL || t->lines == NULL) return false;
  memset(t->prints, 0, size * sizeof *t->prints);
  return true;
}

static lt_slice line_text(const lt_text *text, uint32_t line) { return lt_text_cut(text, text->lines.at[line].span); }

/* Index of the first doubt at or behind a place. */
static uint32_t first_doubt(const lt_text *text, uint32_t place) {
  uint32_t low = 0;
  LT_BISECT(low, text->doubts.count, text->doubts.at[i].clean < place);
  return low;
}

/* Characters nobody writes, and, on a page that shows damage elsewhere, a ? for one that was lost. */
static bool is_lost(const lt_text *text, lt_char c) {
  if (c == '?' || c == u'？') return text->repairs.count > 0;
  return c == LT_REPLACEMENT || (c >= 0xE000 && c < 0xF900);
}

/* ā é ǐ ò: what is left of a gloss that was broken. */
static bool bears_tone(lt_char c) { return (c >= 0xE0 && c <= 0xFC && c != 0xF7) || (c >= 0x100 && c <= 0x1DC); }

lt_doubt_level lt_damage_in(const lt_text *text, lt_span where) {
  lt_doubt_level worst = LT_DOUBT_NONE;
  for (uint32_t i = first_doubt(text, where.begin); i < text->doubts.count && text->doubts.at[i].clean < where.end; i++) {
    if (text->doubts.at[i].level > worst) worst = text->doubts.at[i].level;
  }
  for (uint32_t i = where.begin; i < where.end; i++) {
    if (is_lost(text, text->clean[i])) return LT_DOUBT_LOST;
    if (bears_tone(text->clean[i]) && worst == LT_DOUBT_NONE) worst = LT_DOUBT_CHOSEN;
  }
  return worst;
}

static uint32_t count_letters(const lt_text *text, lt_span where) {
  uint32_t letters = 0;
  for (uint32_t i = where.begin; i < where.end; i++) letters += is_letter(text->clean[i]);
  return letters;
}

static lt_span moved(lt_span where, uint32_t by) { return (lt_span){where.begin + by, where.end + by}; }

/* Lines that differ in punctuation and in damage only say the same. Of what differs otherwise a printer's slip may be left in a
** long line; “对比A…” and “对比B…” are two sentences. */
static bool differ_by_damage(const lt_text *text, lt_span x, lt_span y, const lt_differences *differences) {
  uint32_t slips = 0, longer = lt_span_length(x) > lt_span_length(y) ? lt_span_length(x) : lt_span_length(y);
  for (uint32_t i = 0; i < differences->count; i++) {
    lt_span a = moved(differences->at[i].a, x.begin), b = moved(differences->at[i].b, y.begin);
    if (lt_damage_in(text, a) || lt_damage_in(text, b)) continue;
    uint32_t in_a = count_letters(text, a), in_b = count_letters(text, b);
    slips += in_a > in_b ? in_a : in_b;
  }
  return slips * SLIP_EVERY <= longer;
}

/* The least number of letters in which two lines differ, whatever the order; 0 where a character shows damage. */
static uint32_t least_slips(const lt_text *text, lt_slice a, lt_slice b) {
  int32_t count[256] = {0}, in_a = 0, in_b = 0; /* by the low byte of a letter: how many more there are in a */
  for (uint32_t i = 0; i < a.length + b.length; i++) {
    lt_char c = i < a.length ? a.at[i] : b.at[i - a.length];
    if (is_lost(text, c) || bears_tone(c)) return 0;
    if (is_letter(c)) count[c & 0xFF] += i < a.length ? 1 : -1;
  }
  for (uint32_t i = 0; i < 256; i++) {
    if (count[i] > 0) in_a += count[i];
    else in_b -= count[i];
  }
  return (uint32_t)(in_a > in_b ? in_a : in_b);
}

static bool say_same(const lt_text *text, uint32_t a, uint32_t b) {
  lt_slice x = line_text(text, a), y = line_text(text, b);
  uint32_t shorter = x.length < y.length ? x.length : y.length, longer = x.length + y.length - shorter;
  if (lt_slice_equals(x, y)) return true;
  if (shorter < END_LETTERS || longer - shorter > longer / 4 + 8) return false;
  if (text->repairs.count == 0 && least_slips(text, x, y) * SLIP_EVERY > longer) return false; /* spares pages without damage the alignment */
  lt_differences differences = {0};
  return lt_align(text->arena, x, y, longer / 3, &differences) &&
         differ_by_damage(text, text->lines.at[a].span, text->lines.at[b].span, &differences);
}

/* Makes a line the twin of an earlier one, or of that one's own twin, if they say the same. */
static bool pair_up(lt_text *text, uint32_t line, uint32_t earlier) {
  if (text->lines.at[earlier].twin) earlier = text->lines.at[earlier].twin - 1;
  if (earlier >= line || text->lines.at[line].twin || !say_same(text, earlier, line)) return false;
  text->lines.at[line].twin = earlier + 1;
  return true;
}

static void pair_by_prints(lt_text *text, table *t) {
  for (uint32_t i = 0; i < text->lines.count; i++) {
    uint64_t prints[2];
    print_line(line_text(text, i), prints);
    for (int k = 0; k < 2 && prints[0]; k++) {
      uint32_t earlier = look_up(t, prints[k], i);
      if (earlier && pair_up(text, i, earlier - 1)) break;
    }
  }
}

/* Lines between twins: the one after a twin with the one after its original, then the same backwards. */
static void pair_neighbours(lt_text *text) {
  uint32_t count = text->lines.count;
  for (uint32_t i = 1; i < count; i++) {
    uint32_t before = text->lines.at[i - 1].twin;
    if (before && text->lines.at[i].twin == 0) pair_up(text, i, before);
  }
  for (uint32_t i = count; i-- > 1;) {
    uint32_t after = text->lines.at[i].twin;
    if (after > 1 && text->lines.at[i - 1].twin == 0) pair_up(text, i - 1, after - 2);
  }
}

/* How often the body stands on the page: so often that half of its long lines, by length, stand that often at least. */
static uint32_t count_copies(const lt_text *text) {
  uint64_t total = 0, with[COPIES_COUNTED + 1] = {0};
  uint32_t *times = lt_arena_block(text->arena, (uint64_t)text->lines.count * sizeof *times);
  if (times == NULL) return 1;
  memset(times, 0, text->lines.count * sizeof *times);
  for (uint32_t i = 0; i < text->lines.count; i++) times[text->lines.at[i].twin ? text->lines.at[i].twin - 1 : i]++;
  for (uint32_t i = 0; i < text->lines.count; i++) {
    uint32_t length = lt_span_length(text->lines.at[i].span);
    if (times[i] == 0 || length < LONG_LINE) continue;
    total += length;
    for (uint32_t n = 1; n <= times[i] && n <= COPIES_COUNTED; n++) with[n] += length;
  }
  uint32_t copies = 1;
  while (copies < COPIES_COUNTED && with[copies + 1] * 2 >= total && total) copies++;
  return copies;
}

void lt_twins_find(lt_text *text) {
  table t;
  text->copies = 1;
  if (text->lines.count < 2 || !make_table(text, &t)) return;
  pair_by_prints(text, &t);
  pair_neighbours(text);
  text->copies = count_copies(text);
}
