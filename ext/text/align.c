/* Greedy: both texts are walked while they agree; where they do not, the nearest pair of places is looked for from which they
** agree again for a while. Copies differ by a few damaged characters here and there, so that nearest pair is almost always
** the right one, and a full alignment (quadratic) would say the same. The work is paid from a budget that grows with the
** length, so that texts which are no copies are given up early. */
#include "text/align.h"

enum { REACH = 48, AGREEMENT = 3, BUDGET_A_CHARACTER = 24, BUDGET_BASE = 4096 };

typedef struct walk {
  lt_slice a, b;
  uint32_t i, j;
  uint64_t budget;
  uint32_t apart; /* characters that had no partner so far */
} walk;

static bool agree(const walk *w, uint32_t i, uint32_t j) {
  uint32_t left = w->a.length - i < w->b.length - j ? w->a.length - i : w->b.length - j;
  uint32_t n = left < AGREEMENT ? left : AGREEMENT;
  bool both_end = w->a.length - i == w->b.length - j;
  return (n == AGREEMENT || both_end) && memcmp(w->a.at + i, w->b.at + j, n * sizeof(lt_char)) == 0;
}

/* Tries all pairs that are `steps` characters away in sum, the most even ones first. */
static bool meet_at(walk *w, uint32_t steps, uint32_t *di, uint32_t *dj) {
  for (uint32_t k = 0; k <= steps; k++) {
    uint32_t half = steps / 2, offset = (k + 1) / 2;
    uint32_t x = k % 2 ? half + offset : half - (offset < half ? offset : half);
    if (k % 2 == 0 && offset > half) continue;
    if (x > steps || x > w->a.length - w->i || steps - x > w->b.length - w->j) continue;
    if (w->budget-- == 0) return false;
    if (agree(w, w->i + x, w->j + steps - x)) {
      *di = x;
      *dj = steps - x;
      return true;
    }
  }
  return false;
}

static bool skip_difference(walk *w, lt_span *a, lt_span *b) {
  uint32_t di = 0, dj = 0;
  for (uint32_t steps = 1; steps <= REACH && w->budget; steps++) {
    if (!meet_at(w, steps, &di, &dj)) continue;
    *a = (lt_span){w->i, w->i + di};
    *b = (lt_span){w->j, w->j + dj};
    w->i += di;
    w->j += dj;
    w->apart += di > dj ? di : dj;
    return true;
  }
  return false;
}

bool lt_align(lt_arena *arena, lt_slice a, lt_slice b, uint32_t most, lt_differences *differences) {
  uint32_t longer = a.length > b.length ? a.length : b.length;
  walk w = {.a = a, .b = b, .budget = (uint64_t)longer * BUDGET_A_CHARACTER + BUDGET_BASE};
  while (w.i < a.length || w.j < b.length) {
    if (w.i < a.length && w.j < b.length && a.at[w.i] == b.at[w.j]) {
      w.i++;
      w.j++;
      continue;
    }
    lt_difference d;
    if (!skip_difference(&w, &d.a, &d.b) || w.apart > most) return false;
    if (differences) *LT_PUSH(arena, differences) = d;
  }
  return true;
}
