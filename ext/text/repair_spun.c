/* Words of articles that a program respelled with synonyms: 东谈主工智能 → 人工智能. They are looked for where their key character
** stands, which is marked (ext/data/spun.tsv, gen_variant). Limits: only what no writer writes is undone, and in simplified text only,
** as such programs write it; synonyms that are words (咱们 for 我们) stay. */
#include "text/repair.h"

typedef struct spun_word {
  lt_char written[8];
  uint8_t length, key; /* key: where the key character stands in it */
  lt_char meant[8];
  uint8_t meant_length;
} spun_word;

#include "gen/spun.inc"

static bool stands_here(const lt_units *units, uint32_t at, const spun_word *word) {
  if (at < word->key || at - word->key + word->length > units->length) return false;
  return memcmp(units->at + (at - word->key), word->written, word->length * sizeof(lt_char)) == 0;
}

static void write(lt_writer *w, uint32_t begin, const spun_word *word) {
  uint32_t end = begin + word->length;
  for (uint32_t i = 0; i < word->meant_length; i++) lt_writer_put(w, word->meant[i], begin, end);
  lt_writer_tell(w, LT_REPAIR_SPUN, begin, end, word->meant_length);
}

bool lt_repair_spun(lt_writer *w, const lt_mark *mark) {
  for (size_t i = 0; i < sizeof spun_words / sizeof *spun_words; i++) {
    const spun_word *word = &spun_words[i];
    if (!stands_here(w->units, mark->place, word) || mark->place - word->key < w->read) continue;
    write(w, mark->place - word->key, word);
    return true;
  }
  return false;
}
