/* Scores of labels, character by character: rows of weights, one a feature, added sixteen lanes at once where the processor has
** SSE2. What the scores make the best labelling is tagger_search.c. */
#include "reading/tagger.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { LONGEST_PIECE = 1024 };

bool lt_tagger_open(lt_tagger *t, const lt_tag_model *model, lt_arena *arena) {
  t->model = model;
  return lt_tag_lattice_open(&t->lattice, &model->steps, arena, LONGEST_PIECE) && lt_tag_view_open(&t->view, arena, LONGEST_PIECE);
}

/* The rows of one place are wanted together and lie anywhere in a table larger than the nearest cache: they are asked for one place
** ahead, and added without a branch on whose row it is. Half of them are another feature's, which no processor foresees. */
static void find_rows(const lt_tag_model *model, const uint64_t feature[LT_TAG_TEMPLATES], const int8_t *rows[LT_TAG_TEMPLATES]) {
  for (unsigned t = 0; t < LT_TAG_TEMPLATES; t++) {
    rows[t] = model->rows + LT_TAG_ROW * lt_tag_row(feature[t], model->bits);
#ifdef __GNUC__
    __builtin_prefetch(rows[t]);
#endif
  }
}

/* A row that another feature took counts nothing: its mask is empty. */
static bool is_own(const int8_t *row, uint64_t feature) { return (uint8_t)row[LT_TAG_OUTSIDE] == lt_tag_check(feature); }

#ifdef __SSE2__
/* Sixteen weights are added as eight lanes of 16 bits, twice: those at even places and those at odd ones. */
static void sum_rows(const uint64_t feature[LT_TAG_TEMPLATES], const int8_t *const rows[LT_TAG_TEMPLATES], int16_t sum[LT_TAG_ROW]) {
  static const int8_t masks[2][LT_TAG_ROW] = {{0}, {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0}};
  __m128i even = _mm_setzero_si128(), odd = even;
  for (unsigned t = 0; t < LT_TAG_TEMPLATES; t++) {
    __m128i mask = _mm_loadu_si128((const __m128i *)masks[is_own(rows[t], feature[t])]);
    __m128i row = _mm_and_si128(_mm_loadu_si128((const __m128i *)rows[t]), mask);
    even = _mm_add_epi16(even, _mm_srai_epi16(_mm_slli_epi16(row, 8), 8));
    odd = _mm_add_epi16(odd, _mm_srai_epi16(row, 8));
  }
  _mm_storeu_si128((__m128i *)sum, _mm_unpacklo_epi16(even, odd));
  _mm_storeu_si128((__m128i *)(sum + 8), _mm_unpackhi_epi16(even, odd));
}
#else
static void sum_rows(const uint64_t feature[LT_TAG_TEMPLATES], const int8_t *const rows[LT_TAG_TEMPLATES], int16_t sum[LT_TAG_ROW]) {
  for (unsigned l = 0; l < LT_TAG_ROW; l++) sum[l] = 0;
  for (unsigned t = 0; t < LT_TAG_TEMPLATES; t++) {
    int mask = -is_own(rows[t], feature[t]);
    for (unsigned l = 0; l < LT_TAG_OUTSIDE; l++) sum[l] = (int16_t)(sum[l] + (rows[t][l] & mask));
  }
}
#endif

void lt_tagger_label(lt_tagger *t, const uint64_t *features, uint32_t length, lt_arena *arena, lt_tagged_names *names) {
  const int8_t *rows[LT_TAG_TEMPLATES];
  t->lattice.length = length < LONGEST_PIECE ? length : LONGEST_PIECE;
  for (uint32_t i = 0; i < t->lattice.length; i++, features += LT_TAG_TEMPLATES) {
    find_rows(t->model, features, rows);
    sum_rows(features, rows, t->lattice.score[i]);
  }
  lt_tag_search(&t->lattice, arena, 0, names);
}

static void score_piece(lt_tagger *t) {
  uint64_t feature[2][LT_TAG_TEMPLATES]; /* of this place and of the next */
  const int8_t *rows[2][LT_TAG_TEMPLATES];
  for (uint32_t i = 0; i <= t->view.length; i++) {
    if (i < t->view.length) {
      lt_tag_features(&t->view, i, feature[i % 2]);
      find_rows(t->model, feature[i % 2], rows[i % 2]);
    }
    if (i > 0) sum_rows(feature[(i - 1) % 2], rows[(i - 1) % 2], t->lattice.score[i - 1]);
  }
}

static void read_piece(lt_tagger *t, const lt_reading *r, lt_span piece, lt_tagged_names *names) {
  lt_tag_view_fill(&t->view, r, piece);
  score_piece(t);
  t->lattice.length = t->view.length;
  lt_tag_search(&t->lattice, r->arena, piece.begin, names);
}

void lt_tagger_read(lt_tagger *t, const lt_reading *r, lt_span sentence, lt_tagged_names *names) {
  while (sentence.begin < sentence.end) {
    uint32_t end = lt_span_length(sentence) > LONGEST_PIECE ? sentence.begin + LONGEST_PIECE : sentence.end;
    read_piece(t, r, (lt_span){sentence.begin, end}, names);
    sentence.begin = end;
  }
}
