/* A character is either inside the word that the one before it began, or the first of another word. Pairs that stand inside words are
** listed; for all others the word before must be over and a word must begin. Signs, digits and Latin letters count as words of their
** own, with frequencies of news text that are written here by hand. */
#include "text/character_model.h"

#include "base/array.h"
#include "base/char.h"

#include "gen/model.inc"

const lt_char *const lt_model_common = model_common;
const uint32_t lt_model_common_count = sizeof model_common / sizeof *model_common;

enum { FIRST = 0x4E00, HAN = sizeof model_starts, UNKNOWN = 190, HAN_WORD = 2 };

static int sign_cost(lt_char c) {
  switch (c) {
    case u'，': case ',': return 28;
    case u'。': return 36;
    case u'、': return 44;
    case u'“': case u'”': case u'《': case u'》': return 48;
    case u'（': case u'）': case '(': case ')': return 54;
    case u'：': case ':': return 56;
    case '\n': return 30;
    case u'；': case ';': case u'？': case u'！': return 62;
    case ' ': case '-': case '.': case '%': case '"': return 58;
    case u'—': case u'…': case u'·': return 60;
    case '/': case u'「': case u'」': return 70;
    default: return lt_char_is_digit(c) ? 46 : lt_char_is_letter(c) ? 72 : 125;
  }
}

static bool is_pause(lt_char c) { return c == u'，' || c == ',' || c == u'；' || c == ';' || c == u'、' || c == u'：' || c == ':'; }

static bool is_opening(lt_char c) { return c == u'“' || c == u'「' || c == u'《' || c == u'（' || c == '('; }

/* Signs seldom stand together, but for 。” and the like; a line does not end behind an opening bracket. */
static int sign_after_sign(lt_char last, lt_char next) {
  bool last_ends = lt_char_ends_sentence(last);
  if (next == '\n') return is_pause(last) || is_opening(last) ? 70 : last_ends || last == u'”' ? 10 : 30;
  if (next == u'”' || next == u'」') return last_ends ? 20 : is_pause(last) ? 35 : sign_cost(next);
  if (is_opening(next)) return last_ends || is_pause(last) ? 38 : sign_cost(next);
  if (last_ends || is_pause(last)) return lt_char_is_latin(next) ? sign_cost(next) : 110;
  if (lt_char_is_digit(last) && (next == '.' || next == '%' || next == '-' || next == ',')) return 20;
  return sign_cost(next);
}

static int pair_cost(uint32_t first, lt_char second) {
  uint32_t low = model_rows[first], high = model_rows[first + 1];
  LT_BISECT(low, high, model_seconds[i] < second);
  return low < high && model_seconds[low] == second ? model_costs[low] : -1;
}

const lt_char *lt_model_followers(lt_char c, uint32_t *count) {
  uint32_t row = c - (uint32_t)FIRST;
  *count = row < HAN ? model_rows[row + 1] - model_rows[row] : 0;
  return *count ? &model_seconds[model_rows[row]] : NULL;
}

int lt_model_cost(lt_char last, lt_char next) {
  uint32_t a = last - (uint32_t)FIRST, b = next - (uint32_t)FIRST;
  int over = a < HAN ? model_ends[a] : 0;
  if (b >= HAN) {
    if (lt_char_is_digit(last) && lt_char_is_digit(next)) return 15;
    if (lt_char_is_letter(last) && lt_char_is_latin(next)) return 25;
    return a < HAN ? over + sign_cost(next) : sign_after_sign(last, next);
  }
  int pair = a < HAN ? pair_cost(a, next) : -1;
  if (pair >= 0) return pair + HAN_WORD;
  int begins = model_starts[b] < UNKNOWN ? model_starts[b] : UNKNOWN;
  return over + begins + HAN_WORD;
}
