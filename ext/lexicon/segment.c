/* The likeliest cut, as Viterbi finds it: from the end of a run of Chinese characters back, each place keeps the cheapest way to the end,
** where a way costs what its words cost (words.h). No context is looked at, so one pass and two arrays on the stack are enough.
**
** SEGMENT-1  a run of numerals that is no word of the language is one word: 三百二十亿.
** SEGMENT-2  Latin letters go together with digits behind them and with a hyphen or point between them: GPT-4, Llama3.1.
**
** Long runs go through a window; what begins near its end is cut again in the next one, so the cut is that of the whole run but for words
** that hang together over more than WINDOW - LT_WORD_LONGEST characters. Limits: which of two readings is meant (研究生命) is a matter of
** frequency alone. */
#include "lexicon/segment.h"

#include "base/char.h"
#include "lexicon/words.h"

#include "gen/words.inc"

enum { WINDOW = 256, UNKNOWN_CHARACTER = 200, NUMERAL = 60, NUMERAL_CHARACTER = 20 };

typedef struct way {
  uint32_t cost; /* to the end of the window */
  uint8_t step;  /* characters of the first word */
  bool is_number;
} way;

static uint32_t cost_alone(lt_char c) {
  uint32_t i = c - (uint32_t)LT_WORDS_FIRST;
  return i < sizeof word_singles ? word_singles[i] : UNKNOWN_CHARACTER;
}

static bool is_numeral(lt_char c) { return lt_char_is_any_of(c, u"一二三四五六七八九十百千万亿零〇两"); }

static const lt_word_pair *find_pair(lt_char first, lt_char second) {
  const uint32_t *group = word_groups + lt_words_group(first, second);
  for (uint32_t i = group[0]; i < group[1]; i++) {
    if (word_pairs[i].first == first && word_pairs[i].second == second) return &word_pairs[i];
  }
  return NULL;
}

static inline void offer(way *here, const way *ways, uint32_t step, uint32_t cost) {
  cost += ways[step].cost;
  if (cost < here->cost) *here = (way){cost, (uint8_t)step, false};
}

/* Words of three characters and more that begin with the pair; text: what stands from the pair on. */
static void offer_longer(way *ways, const lt_word_pair *pair, lt_slice text) {
  const uint16_t *p = word_ends + (pair->longer >> 8), *end = word_ends + (pair[1].longer >> 8);
  for (uint32_t more; p < end && p[1] <= text.at[2]; p += 1 + more) {
    more = p[0] & 0xFF;
    if (more <= text.length - 2 && memcmp(p + 1, text.at + 2, more * sizeof *p) == 0) offer(ways, ways, 2 + more, p[0] >> 8);
  }
}

/* The cheapest way from a place; ways: from it on, all known but the first. numerals: how many begin here, none stands before. */
static void find_way(way *ways, lt_slice text, uint32_t numerals) {
  ways[0] = (way){ways[1].cost + cost_alone(text.at[0]), 1, false};
  const lt_word_pair *pair = text.length > 1 ? find_pair(text.at[0], text.at[1]) : NULL;
  if (pair) {
    if ((pair->longer & 0xFF) != LT_NO_WORD) offer(ways, ways, 2, pair->longer & 0xFF);
    if (text.length > 2) offer_longer(ways, pair, text);
  }
  if (numerals > 1) { /* SEGMENT-1 */
    uint32_t cost = NUMERAL + NUMERAL_CHARACTER * numerals + ways[numerals].cost;
    if (cost < ways[0].cost) ways[0] = (way){cost, (uint8_t)numerals, true};
  }
}

static void find_ways(way ways[WINDOW + 1], lt_slice text) {
  uint32_t numerals = 0;
  ways[text.length] = (way){0, 0, false};
  for (uint32_t i = text.length; i-- > 0;) {
    numerals = is_numeral(text.at[i]) && numerals < UINT8_MAX ? numerals + 1 : 0;
    bool begins = numerals > 1 && (i == 0 || !is_numeral(text.at[i - 1]));
    find_way(ways + i, (lt_slice){text.at + i, text.length - i}, begins ? numerals : 0);
  }
}

static void add(lt_arena *arena, lt_tokens *tokens, uint32_t begin, uint32_t end, lt_token_kind kind) {
  *LT_PUSH(arena, tokens) = (lt_token){{begin, end}, kind};
}

static void segment_han(lt_arena *arena, lt_slice text, lt_span run, lt_tokens *tokens) {
  way ways[WINDOW + 1];
  while (run.begin < run.end) {
    bool is_last = lt_span_length(run) <= WINDOW;
    uint32_t length = is_last ? lt_span_length(run) : WINDOW, sure = is_last ? length : WINDOW - LT_WORD_LONGEST, i = 0;
    find_ways(ways, (lt_slice){text.at + run.begin, length});
    for (; i < sure; i += ways[i].step) {
      lt_token_kind kind = ways[i].is_number ? LT_TOKEN_NUMBER : ways[i].step > 1 ? LT_TOKEN_WORD : LT_TOKEN_CHARACTER;
      add(arena, tokens, run.begin + i, run.begin + i + ways[i].step, kind);
    }
    run.begin += i;
  }
}

static uint32_t end_of_han(lt_slice text, uint32_t i, uint32_t end) {
  while (i < end && lt_char_is_han(text.at[i])) i++;
  return i;
}

/* SEGMENT-2, and numbers: 1,200 and 3.5 and 40%. */
static uint32_t end_of_latin(lt_slice text, uint32_t i, uint32_t end, bool *is_number) {
  *is_number = true;
  for (; i < end; i++) {
    lt_char c = text.at[i];
    bool joins = *is_number ? c == '.' || c == ',' : c == '.' || c == '-' || c == '\'' || c == u'’' || c == '&' || c == '_';
    if (lt_char_is_letter(c)) *is_number = false;
    else if (!lt_char_is_digit(c) && !(joins && i + 1 < end && lt_char_is_latin(text.at[i + 1]))) break;
  }
  return *is_number && i < end && text.at[i] == '%' ? i + 1 : i;
}

void lt_segment(lt_arena *arena, lt_slice text, lt_span where, lt_tokens *tokens) {
  bool is_number;
  for (uint32_t i = where.begin, begin = i; i < where.end; begin = i) {
    lt_char c = text.at[i];
    if (lt_char_is_han(c)) {
      i = end_of_han(text, i, where.end);
      segment_han(arena, text, (lt_span){begin, i}, tokens);
    } else if (lt_char_is_latin(c)) {
      i = end_of_latin(text, i, where.end, &is_number);
      add(arena, tokens, begin, i, is_number ? LT_TOKEN_NUMBER : LT_TOKEN_LATIN);
    } else if (lt_char_opens_rare_han(c) && i + 1 < where.end) {
      i += 2;
      add(arena, tokens, begin, i, LT_TOKEN_CHARACTER);
    } else {
      i++;
    }
  }
}
