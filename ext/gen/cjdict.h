/* The word list with frequencies that ICU's word breaker ships: cjdict, a trie of some 250,000 Chinese and Japanese words, in simplified
** and traditional characters, where a word of cost k has the frequency e^(-k/10). */
#ifndef LT_GEN_CJDICT_H
#define LT_GEN_CJDICT_H

#include <unicode/udata.h>

#include "gen/table.h"

typedef void gen_word_reader(const UChar *word, int length, int cost);

/* ICU's trie of 16-bit units (ucharstrie.h tells its format), walked from end to end. */
static UChar gen_path[256];
static gen_word_reader *gen_word;

static inline int32_t gen_read_value(const uint16_t **at, int lead) {
  const uint16_t *p = *at;
  int32_t value = lead < 0x4000 ? lead : lead < 0x7FFF ? (lead - 0x4000) << 16 | p[0] : p[0] << 16 | p[1];
  *at = p + (lead < 0x4000 ? 0 : lead < 0x7FFF ? 1 : 2);
  return value;
}

static inline int32_t gen_read_node_value(const uint16_t **at, int lead) {
  const uint16_t *p = *at;
  int32_t value = lead < 0x4040 ? (lead >> 6) - 1 : lead < 0x7FC0 ? ((lead & 0x7FC0) - 0x4040) << 10 | p[0] : p[0] << 16 | p[1];
  *at = p + (lead < 0x4040 ? 0 : lead < 0x7FC0 ? 1 : 2);
  return value;
}

static inline int32_t gen_read_delta(const uint16_t **at) {
  const uint16_t *p = *at;
  int32_t delta = *p++;
  if (delta == 0xFFFF) delta = p[0] << 16 | p[1], p += 2;
  else if (delta >= 0xFC00) delta = (delta - 0xFC00) << 16 | *p++;
  *at = p;
  return delta;
}

static inline void gen_walk(const uint16_t *p, int depth);

static inline void gen_walk_branch(const uint16_t *p, int depth, int choices) {
  while (choices > 5) {
    p++;
    int32_t less = gen_read_delta(&p);
    gen_walk_branch(p + less, depth, choices >> 1);
    choices -= choices >> 1;
  }
  for (; choices > 1; choices--) {
    gen_path[depth] = *p++;
    int lead = *p++;
    int32_t value = gen_read_value(&p, lead & 0x7FFF);
    if (lead & 0x8000) gen_word(gen_path, depth + 1, value);
    else gen_walk(p + value, depth + 1);
  }
  gen_path[depth] = *p++;
  gen_walk(p, depth + 1);
}

static inline void gen_walk(const uint16_t *p, int depth) {
  int lead = *p++;
  while (depth < 200) {
    if (lead & 0x8000) {
      gen_word(gen_path, depth, gen_read_value(&p, lead & 0x7FFF));
      return;
    }
    if (lead >= 0x40) {
      gen_word(gen_path, depth, gen_read_node_value(&p, lead));
      lead &= 0x3F;
    } else if (lead >= 0x30) {
      for (int n = lead - 0x2F; n > 0; n--) gen_path[depth++] = *p++;
      lead = *p++;
    } else {
      int choices = lead ? lead : *p++;
      gen_walk_branch(p, depth, choices + 1);
      return;
    }
  }
}

/* Calls `word` with every word of the dictionary. */
static inline void gen_read_cjdict(gen_word_reader *word) {
  UErrorCode error = U_ZERO_ERROR;
  UDataMemory *data = udata_open(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", &error);
  gen_check(error, "cjdict");
  const int32_t *index = udata_getMemory(data);
  if ((index[4] & 7) != 1) { /* 0: a trie of bytes, 1: of 16-bit units */
    fprintf(stderr, "cjdict: unknown kind of trie\n");
    exit(1);
  }
  gen_word = word;
  gen_walk((const uint16_t *)((const char *)index + index[0]), 0);
  udata_close(data);
}

#endif
