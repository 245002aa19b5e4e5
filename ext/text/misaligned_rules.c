/* What can have happened at a place of text that was read one byte off. See repair_misaligned.c for the damage as a whole.
**
** Aligned, the next raw character is the first of its own bytes:
**   ALIGNED-1   a character stands for itself, a "?" too; a gloss is passed over
**   ALIGNED-2   ?yàn)      a gloss inside a pair: the second byte before it and the lost one are read yàn; the lost one is pending
**   ALIGNED-3   ?;         a cut: the lost byte and the first byte behind it are a character, the second byte behind it is pending
**   ALIGNED-4   《AIGC?才  a character that GBK does not have; only inside 《》
** Pending, a first byte waits for its second:
**   PENDING-1   榇竽       it and the first byte of the next raw character are a character, the second byte is pending
**   PENDING-2   S          a byte below 0x80 is the second half: aligned again
**   PENDING-3   , P (15)   the same for a character that was folded: A3 AC was ，, A2 D3 was ⒂
**   PENDING-4   ?lián)     the lost byte makes a character read lián: aligned again
**   PENDING-5   ?          the second half is lost, perhaps with a byte below 0x80 behind it: aligned again
**   PENDING-6              a pair that no character shows was dropped: its bytes end one character and begin another
**   PENDING-7   繻         the next raw character swallowed a letter as its second byte: aligned again
**   PENDING-8   總?硕      the second byte is 80, which begins no character (個 is 82 80): it was lost, alone or with the one behind it
** A cost is paid for what is rare about the damage; the rest of a way's cost is how likely its text is. */
#include "base/char.h"
#include "base/utf8.h"
#include "text/character_model.h"
#include "text/gbk.h"
#include "text/misaligned.h"
#include "text/repair_gloss.h"
#include "text/variant.h"

enum {
  QUESTION = 70, QUESTION_END = 40, AFTER_QUESTION = 15, WIDE_AFTER_QUESTION = 80, PRIVATE = 200, /* in text that is right */
  GLOSS_INSIDE = 5, OTHER_TONE = 15, NOT_TRADITIONAL = 50,
  CUT = 15, FOLDED_SIGN = 5, FOLDED_LETTER = 30, DROPPED_PAIR = 0, LOST_CHARACTER = 20,
  CANDIDATES = 8, SHORT_QUOTATION = 14
};

static bool is_private(lt_char c) { return c >= 0xE000 && c <= 0xF8FF; }

/* A character that Chinese text is made of: ideographs, their punctuation, full-width forms. */
static bool is_text(lt_char c) {
  return (c >= 0x4E00 && c < 0xA000) || (c >= 0x3001 && c <= 0x3017) || (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2014 && c <= 0x2026) || c == u'·' || c == u'℃';
}

bool lt_is_usual_cut(lt_char c) { return c == ';' || c == u'；' || c == ',' || c == u'，' || c == '!' || c == u'！' || c == u'ヂ' || c == u'。'; }

/* How dear a mark is made by the marks that are open: a quotation is closed sooner or later, and a short one holds no sentence. */
static int mark_cost(const lt_lattice *l, lt_char last, lt_char c) {
  bool is_short = l->quotation && l->quotation < SHORT_QUOTATION;
  if (c == u'”') return !l->quotation ? 40 : lt_char_ends_sentence(last) ? 0 : -18;
  if (c == u'》') return l->in_title ? -18 : 40;
  if (c == u'」' || c == u'』') return 60;
  return is_short && (lt_char_ends_sentence(c) || c == u'，' || c == ',') ? 20 : 0;
}

static int character_cost(const lt_lattice *l, lt_char last, lt_char c) {
  if (c < 0x3100 || c > 0xFF00) return lt_model_cost(last, c) + mark_cost(l, last, c);
  return lt_model_cost(last, lt_variant_normal(c)) + (lt_variant_is_simplified_only(c) ? NOT_TRADITIONAL : 0);
}

/* The step that leads on from a way; where `from` is itself such a step, not kept in the lattice, it is continued. */
static lt_way step(lt_lattice *l, const lt_way *from, uint32_t place, int cost) {
  lt_way w = *from;
  bool is_kept = from >= l->ways && from < l->ways + sizeof l->ways / sizeof *l->ways;
  if (is_kept) {
    w.parent = (uint16_t)(from - l->ways);
    w.begin = (uint16_t)place;
    w.count = 0;
  }
  w.cost += cost;
  w.is_literal = false;
  w.is_changed = true;
  w.pending = 0;
  l->effort++;
  return w;
}

static void write(const lt_lattice *l, lt_way *w, lt_char c, uint32_t from, uint32_t until, lt_doubt_level doubt) {
  w->cost += character_cost(l, w->last, c);
  w->last = lt_variant_normal(c);
  w->code = lt_gbk_bytes(c);
  w->out[w->count++] = (lt_written){c, (uint16_t)from, (uint16_t)until, (uint8_t)doubt};
}

static void wait_for_second(lt_way *w, uint8_t pending, lt_doubt_level doubt, uint32_t place) {
  w->pending = pending;
  w->pending_doubt = (uint8_t)doubt;
  w->pending_from = (uint16_t)place;
}

/* ── Characters of which one byte is lost ── */

typedef struct candidates {
  uint32_t count;
  lt_char c[CANDIDATES];
  int cost[CANDIDATES];
} candidates;

static void offer(candidates *s, lt_char c, int cost) {
  uint32_t i = s->count < CANDIDATES ? s->count : CANDIDATES - 1;
  if (s->count == CANDIDATES && s->cost[i] <= cost) return;
  for (; i > 0 && s->cost[i - 1] > cost; i--) {
    s->c[i] = s->c[i - 1];
    s->cost[i] = s->cost[i - 1];
  }
  s->c[i] = c;
  s->cost[i] = cost;
  if (s->count < CANDIDATES) s->count++;
}

static void offer_text(const lt_lattice *l, candidates *s, lt_char last, lt_char c, lt_char next) {
  if (is_text(c)) offer(s, c, character_cost(l, last, c) + (next ? lt_model_cost(lt_variant_normal(c), next) : 0));
}

/* Characters with this second byte. */
static candidates with_trail(lt_lattice *l, lt_char last, uint8_t trail) {
  candidates s = {0};
  for (uint32_t lead = 0x81; lead <= 0xFE; lead++) offer_text(l, &s, last, lt_gbk_character((uint8_t)lead, trail), 0);
  l->effort += 8;
  return s;
}

/* Characters with this first byte; `next` follows, 0 if unknown. */
static void offer_with_lead(lt_lattice *l, candidates *s, lt_char last, uint8_t lead, lt_char next) {
  for (uint32_t trail = 0x40; trail <= 0xFE; trail++) offer_text(l, s, last, lt_gbk_character(lead, (uint8_t)trail), next);
  l->effort += 12;
}

/* Characters with this first byte that are read so. Glosses stand behind traditional characters. */
static candidates with_sound(lt_lattice *l, lt_char last, uint8_t lead, lt_sound sound) {
  candidates s = {0};
  for (uint32_t trail = 0x40; trail <= 0xFE; trail++) {
    lt_char c = lt_gbk_character(lead, (uint8_t)trail);
    lt_sound of = lt_sound_of(c);
    if (of == 0 || !lt_sounds_alike(of, sound)) continue;
    int common = lt_model_cost(last, lt_variant_normal(c)) / 4, converted = lt_variant_normal(c) == c ? NOT_TRADITIONAL : 0;
    offer(&s, c, common + converted + (of == sound ? 0 : OTHER_TONE));
  }
  l->effort += 4;
  return s;
}

/* The character at a place in normal form, as context for a choice; 0 where it is not known. */
static lt_char context(const lt_lattice *l, uint32_t place) {
  lt_char c = lt_lattice_unit(l, place);
  return lt_is_lost(c) ? 0 : lt_variant_normal(c);
}

/* ── Glosses ── */

/* How many characters a "?" or bracket and the gloss behind it take; 0 where none stands here. */
static uint32_t gloss_length(const lt_lattice *l, uint32_t place, lt_pinyin *pinyin) {
  lt_slice rest = {l->stored + place + 1, l->length - place - 1};
  uint32_t length = lt_gloss_tail(rest, pinyin);
  return length && pinyin->syllables == 1 && pinyin->toned ? length + 1 : 0;
}

static uint32_t whole_gloss(const lt_lattice *l, uint32_t place) {
  lt_char c = lt_lattice_unit(l, place);
  lt_pinyin pinyin;
  return c == '(' || c == u'（' ? gloss_length(l, place, &pinyin) : 0;
}

/* ── Aligned ── */

static int literal_cost(const lt_lattice *l, lt_char last, uint32_t place) {
  lt_char c = lt_lattice_unit(l, place), next = lt_lattice_unit(l, place + 1), before = place ? lt_lattice_unit(l, place - 1) : 0;
  if (lt_is_lost(c)) return lt_char_is_han(next) ? QUESTION : QUESTION_END;
  if (lt_is_lost(before) && c == u'！') return WIDE_AFTER_QUESTION;
  if (lt_is_lost(before) && (c == '!' || c == '"' || c == u'”' || c == ')' || c == u'）' || c == u'》')) return AFTER_QUESTION;
  return is_private(c) ? PRIVATE : lt_model_cost(last, lt_variant_normal(c));
}

/* ALIGNED-1 */
static void read_literally(lt_lattice *l, const lt_way *from, uint32_t place) {
  uint32_t gloss = whole_gloss(l, place);
  lt_way w = step(l, from, place, gloss ? 0 : literal_cost(l, from->last, place));
  lt_char c = lt_lattice_unit(l, place);
  w.is_literal = true;
  w.is_changed = from->is_changed;
  if (!gloss) {
    w.last = lt_variant_normal(c);
    w.code = lt_gbk_bytes(c);
  }
  lt_lattice_add(l, place + (gloss ? gloss : 1), &w);
}

/* ALIGNED-2 */
static bool enter_at_gloss(lt_lattice *l, const lt_way *from, uint32_t place) {
  lt_pinyin pinyin;
  uint32_t length = gloss_length(l, place, &pinyin);
  if (length == 0 || !lt_gbk_is_lead(from->code & 0xFF)) return length > 0;
  candidates s = with_sound(l, 0, from->code & 0xFF, pinyin.sounds[0]);
  for (uint32_t i = 0; i < s.count; i++) {
    uint8_t lost = lt_gbk_bytes(s.c[i]) & 0xFF;
    lt_way w = step(l, from, place, GLOSS_INSIDE + s.cost[i]);
    wait_for_second(&w, lost, LT_DOUBT_READ, place);
    if (lt_gbk_is_lead(lost)) lt_lattice_add(l, place + length, &w);
  }
  return true;
}

/* The two bytes that a character, or the full-width form that was folded into it, had. */
static uint16_t bytes_before_folding(lt_char c) { return c > 0x20 && c < 0x7F ? (uint16_t)(0xA380 | c) : lt_gbk_bytes(c); }

/* ALIGNED-3 */
static void enter_at_cut(lt_lattice *l, const lt_way *from, uint32_t place) {
  lt_char next = lt_lattice_unit(l, place + 1);
  uint16_t bytes = bytes_before_folding(next);
  if (!lt_gbk_is_lead(bytes & 0xFF) || !lt_is_usual_cut(next)) return;
  candidates s = with_trail(l, from->last, bytes >> 8);
  for (uint32_t i = 0; i < s.count; i++) {
    lt_way w = step(l, from, place, CUT);
    write(l, &w, s.c[i], place, place + 2, LT_DOUBT_CHOSEN);
    wait_for_second(&w, bytes & 0xFF, LT_DOUBT_READ, place + 1);
    lt_lattice_add(l, place + 2, &w);
  }
}

/* ALIGNED-4 */
static void replace_lost(lt_lattice *l, const lt_way *from, uint32_t place) {
  lt_char next = context(l, place + 1);
  if (!l->in_title || !l->was_converted || !lt_char_is_han(next)) return;
  candidates s = {0};
  for (uint32_t i = 0; i < lt_model_common_count; i++) offer_text(l, &s, from->last, lt_model_common[i], next);
  l->effort += lt_model_common_count / 8;
  for (uint32_t i = 0; i < s.count; i++) {
    lt_way w = step(l, from, place, LOST_CHARACTER);
    write(l, &w, s.c[i], place, place + 1, LT_DOUBT_CHOSEN);
    lt_lattice_add(l, place + 1, &w);
  }
}

/* ── Pending ── */

/* PENDING-1: the two bytes stand as `length` raw characters. */
static void pair_up(lt_lattice *l, const lt_way *from, uint32_t place, uint32_t length, uint16_t bytes, int cost) {
  lt_char c = lt_gbk_character(from->pending, (uint8_t)(bytes >> 8));
  if (!is_text(c) || !lt_gbk_is_lead(bytes & 0xFF)) return;
  lt_way w = step(l, from, place, cost);
  write(l, &w, c, from->pending_from, place + length, from->pending_doubt);
  wait_for_second(&w, bytes & 0xFF, LT_DOUBT_READ, place);
  lt_lattice_add(l, place + length, &w);
}

/* PENDING-3 */
static void pair_up_folded(lt_lattice *l, const lt_way *from, uint32_t place) {
  uint32_t count;
  const lt_gbk_folding *f = lt_gbk_foldings(lt_lattice_unit(l, place), &count);
  for (uint32_t i = 0; i < count; i++) {
    lt_slice rest = {l->stored + place, l->length - place};
    bool is_letter = f[i].length == 1 && lt_char_is_latin(f[i].text[0]);
    if (lt_slice_starts_with(rest, (lt_slice){f[i].text, f[i].length})) pair_up(l, from, place, f[i].length, f[i].bytes, is_letter ? FOLDED_LETTER : FOLDED_SIGN);
  }
  l->effort += count / 4;
}

/* PENDING-2, PENDING-7: what follows the second half is a letter of its own, 0 if nothing does. */
static void close_with(lt_lattice *l, const lt_way *from, uint32_t place, uint8_t trail, lt_char letter) {
  lt_char c = lt_gbk_character(from->pending, trail);
  if (!is_text(c)) return;
  lt_way w = step(l, from, place, 0);
  write(l, &w, c, from->pending_from, place + 1, from->pending_doubt);
  if (letter) write(l, &w, letter, place, place + 1, LT_DOUBT_READ);
  lt_lattice_add(l, place + 1, &w);
}

/* PENDING-4 */
static bool close_at_gloss(lt_lattice *l, const lt_way *from, uint32_t place) {
  lt_pinyin pinyin;
  uint32_t length = gloss_length(l, place, &pinyin);
  if (length == 0) return false;
  candidates s = with_sound(l, from->last, from->pending, pinyin.sounds[0]);
  for (uint32_t i = 0; i < s.count; i++) {
    lt_way w = step(l, from, place, GLOSS_INSIDE + (lt_variant_normal(s.c[i]) == s.c[i] ? NOT_TRADITIONAL : 0));
    bool is_clear = i == 0 && (s.count == 1 || s.cost[1] >= s.cost[0] + OTHER_TONE);
    write(l, &w, s.c[i], from->pending_from, place + length, is_clear ? from->pending_doubt : LT_DOUBT_CHOSEN);
    lt_lattice_add(l, place + length, &w);
  }
  return true;
}

/* A byte below 0x80 went with a lost second half. A digit can have been any: it is lost for good. */
static void write_swallowed(const lt_lattice *l, lt_way *w, lt_char c, uint32_t place) {
  write(l, w, c, place, place + 1, LT_DOUBT_CHOSEN);
  if (lt_char_is_digit(c)) w->out[w->count - 1] = (lt_written){LT_REPLACEMENT, (uint16_t)place, (uint16_t)(place + 1), LT_DOUBT_LOST};
}

/* A character whose second half is lost, and what was swallowed with it (0: nothing). */
static void write_lost(lt_lattice *l, const lt_way *from, uint32_t place, lt_char c, lt_char swallowed) {
  lt_way w = step(l, from, place, 0);
  write(l, &w, c, from->pending_from, place + 1, LT_DOUBT_CHOSEN);
  if (swallowed) write_swallowed(l, &w, swallowed, place);
  lt_lattice_add(l, place + 1, &w);
}

/* PENDING-5 */
static void close_lost(lt_lattice *l, const lt_way *from, uint32_t place) {
  static const lt_char swallowed[] = {u'，', '0', u'（', u'）', u'：', '"', ' '};
  lt_char next = lt_lattice_unit(l, place + 1);
  bool is_cut = place + 1 >= l->length || lt_is_usual_cut(next) || next == '\n';
  candidates s = {0};
  offer_with_lead(l, &s, from->last, from->pending, is_cut ? context(l, place + 1) : u'，');
  for (uint32_t i = 0; i < s.count; i++) {
    if (is_cut) write_lost(l, from, place, s.c[i], 0);
    for (uint32_t k = 0; k < sizeof swallowed / sizeof *swallowed; k++) write_lost(l, from, place, s.c[i], swallowed[k]);
  }
}

/* How dear a character is that begins with `lead` and ends with the first byte of what stands at a place. */
static int cost_of_lead(const lt_lattice *l, lt_char last, uint8_t lead, uint32_t place) {
  lt_char next = lt_lattice_unit(l, place);
  uint16_t bytes = next < 0x80 ? (uint16_t)(next << 8) : lt_gbk_bytes(next);
  lt_char c = lt_gbk_character(lead, (uint8_t)(bytes >> 8));
  return is_text(c) ? character_cost(l, last, c) : INT32_MAX;
}

/* PENDING-8 */
static void close_with_80(lt_lattice *l, const lt_way *from, uint32_t place) {
  lt_char c = lt_gbk_character(from->pending, 0x80);
  if (!is_text(c)) return;
  lt_way w = step(l, from, place, 0);
  write(l, &w, c, from->pending_from, place + 1, from->pending_doubt);
  lt_lattice_add(l, place + 1, &w);
  candidates leads = {0};
  for (uint32_t lead = 0x81; lead <= 0xFE; lead++) offer(&leads, (lt_char)lead, cost_of_lead(l, w.last, (uint8_t)lead, place + 1));
  l->effort += 8;
  for (uint32_t i = 0; i < leads.count && leads.cost[i] < INT32_MAX; i++) {
    wait_for_second(&w, (uint8_t)leads.c[i], LT_DOUBT_CHOSEN, place);
    lt_lattice_add(l, place + 1, &w);
  }
}

static void read_pending(lt_lattice *l, const lt_way *from, uint32_t place) {
  lt_char c = lt_lattice_unit(l, place);
  uint16_t bytes = lt_gbk_bytes(c);
  if (lt_is_lost(c)) {
    if (close_at_gloss(l, from, place)) return;
    close_lost(l, from, place);
    close_with_80(l, from, place);
  } else if (c < 0x80) {
    if (lt_gbk_is_trail((uint8_t)c)) close_with(l, from, place, (uint8_t)c, 0);
  } else if (bytes) {
    pair_up(l, from, place, 1, bytes, 0);
    if ((bytes & 0xFF) < 0x7F) close_with(l, from, place, (uint8_t)(bytes >> 8), bytes & 0xFF);
  }
  pair_up_folded(l, from, place);
}

/* ── Dropped pairs ── */

/* Pairs that pages show no character for: the private zones, and what GB18030 added to GBK (FE50 to FEA0). */
static bool is_dropped_pair(uint8_t lead, uint32_t trail) {
  return is_private(lt_gbk_character(lead, (uint8_t)trail)) || (lead == 0xFE && trail >= 0x50 && trail <= 0xA0);
}

/* The likeliest characters that the pending byte can have made with the first byte of a dropped pair. */
static candidates before_dropped_pair(const lt_lattice *l, const lt_way *from) {
  candidates s = {0};
  for (uint32_t byte = 0xA1; byte <= 0xFE; byte++) {
    bool begins = byte <= 0xA7 || (byte >= 0xAA && byte <= 0xAF) || byte >= 0xF8;
    if (begins) offer_text(l, &s, from->last, lt_gbk_character(from->pending, (uint8_t)byte), 0);
  }
  return s;
}

/* Offers the first byte of a character, in the guise of a character, if a dropped pair can have held it. */
static void offer_lead_of(const lt_lattice *l, candidates *s, uint8_t dropped, lt_char last, lt_char c) {
  uint8_t lead = (uint8_t)(lt_gbk_bytes(c) >> 8);
  if (!lt_gbk_is_lead(lead) || !is_dropped_pair(dropped, lead)) return;
  for (uint32_t i = 0; i < s->count; i++) {
    if (s->c[i] == lead) return;
  }
  offer(s, lead, character_cost(l, last, c));
}

/* Where the second half is lost too, the characters that words have behind `last`, then the common ones, say what it was. */
static void offer_likely_leads(lt_lattice *l, candidates *s, uint8_t dropped, lt_char last) {
  uint32_t count;
  const lt_char *followers = lt_model_followers(last, &count);
  for (uint32_t i = 0; i < count; i++) offer_lead_of(l, s, dropped, last, lt_variant_traditional(followers[i]));
  for (uint32_t i = 0; i < lt_model_common_count; i++) offer_lead_of(l, s, dropped, last, lt_variant_traditional(lt_model_common[i]));
  l->effort += (count + lt_model_common_count) / 8;
}

/* PENDING-6 */
static void pass_dropped_pair(lt_lattice *l, const lt_way *from, uint32_t place) {
  candidates first = before_dropped_pair(l, from);
  for (uint32_t i = 0; i < first.count; i++) {
    lt_way w = step(l, from, place, DROPPED_PAIR);
    write(l, &w, first.c[i], from->pending_from, place, LT_DOUBT_CHOSEN);
    uint8_t dropped = w.code & 0xFF;
    candidates second = {0};
    if (lt_is_lost(lt_lattice_unit(l, place))) {
      offer_likely_leads(l, &second, dropped, w.last);
    } else {
      for (uint32_t lead = 0x81; lead <= 0xFE; lead++) {
        if (is_dropped_pair(dropped, lead)) offer(&second, (lt_char)lead, cost_of_lead(l, w.last, (uint8_t)lead, place));
      }
    }
    l->effort += 8;
    for (uint32_t k = 0; k < second.count; k++) {
      wait_for_second(&w, (uint8_t)second.c[k], LT_DOUBT_CHOSEN, place);
      read_pending(l, &w, place);
    }
  }
}

void lt_misaligned_expand(lt_lattice *l, const lt_way *from, uint32_t place, bool is_likely) {
  if (from->pending) {
    uint32_t gloss = whole_gloss(l, place);
    if (gloss) { /* behind a character of the run */
      lt_way w = step(l, from, place, 0);
      w.pending = from->pending;
      lt_lattice_add(l, place + gloss, &w);
    }
    read_pending(l, from, place);
    if (l->pairs_dropped && is_likely) pass_dropped_pair(l, from, place);
    return;
  }
  read_literally(l, from, place);
  if (!lt_is_lost(lt_lattice_unit(l, place))) return;
  if (enter_at_gloss(l, from, place)) return;
  enter_at_cut(l, from, place);
  replace_lost(l, from, place);
}
