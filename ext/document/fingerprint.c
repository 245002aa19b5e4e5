/* One-permutation MinHash, one bit for each of 64 bins. Every three characters in a row, signs and spaces aside, are hashed once: six
** bits of the hash choose a bin, a bin keeps its smallest hash, and the last bit of that one is the fingerprint's bit. Two texts that
** share a part J of their triples agree in the smallest hash of a bin with probability J, and else by chance: 32 (1 - J) bits differ.
**
** Why not SimHash: near J = 1 its distance grows with the root of what was changed, and words that all news share pull articles
** together: at the same bound it loses up to 13 % of edited reprints (tests/bench/fingerprint.py --others).
** Limits: texts of a few sentences have few triples a bin, and a small change may turn many bits. */
#include "document/fingerprint.h"

#include "base/char.h"

enum { BINS = 64 };

#define EMPTY UINT64_MAX

/* MurmurHash3's finalizer: every bit of the input moves every bit of the output. */
static uint64_t mix(uint64_t x) {
  x = (x ^ x >> 33) * UINT64_C(0xFF51AFD7ED558CCD);
  x = (x ^ x >> 33) * UINT64_C(0xC4CEB9FE1A85EC53);
  return x ^ x >> 33;
}

static bool is_compared(lt_char c) { return lt_char_is_han(c) || lt_char_is_latin(c) || (c & 0xF800) == 0xD800; }

/* triple: the last characters that were compared, carried from one paragraph to the next, so that it does not matter where lines break. */
static void add_triples(uint64_t bins[BINS], lt_slice text, uint64_t *triple) {
  for (uint32_t i = 0; i < text.length; i++) {
    if (!is_compared(text.at[i])) continue;
    *triple = (*triple << 16 | lt_char_lower(text.at[i])) & UINT64_C(0xFFFFFFFFFFFF);
    uint64_t hash = mix(*triple), *bin = &bins[hash >> 58];
    if (hash < *bin) *bin = hash;
  }
}

/* An empty bin borrows from another one, always from the same ones in the same order; the text has at least one triple. */
static uint64_t smallest_of(const uint64_t bins[BINS], uint32_t bin) {
  uint64_t smallest = bins[bin];
  for (uint64_t step = 1; smallest == EMPTY; step++) smallest = bins[mix(bin << 8 | step << 16) % BINS];
  return smallest;
}

bool lt_fingerprint(const lt_document *document, uint64_t *fingerprint) {
  uint64_t bins[BINS], triple = 0;
  for (uint32_t bin = 0; bin < BINS; bin++) bins[bin] = EMPTY;
  for (uint32_t i = 0; i < document->paragraphs.count; i++) {
    const lt_paragraph *p = &document->paragraphs.at[i];
    if (lt_paragraph_is_read(p)) add_triples(bins, lt_text_cut(document->text, p->span), &triple);
  }
  *fingerprint = 0;
  if (triple == 0) return false;
  for (uint32_t bin = 0; bin < BINS; bin++) *fingerprint |= (smallest_of(bins, bin) & 1) << bin;
  return true;
}
