/* Laying out a sentence for the tagger. The codes that features are made of must never change under trained weights, so
** classes of cues and kinds of names have codes of their own here, whatever number the compiler gives them. */
#include "reading/tagger_features.h"

#include "base/char.h"

enum { FIRST_PART = 0, INNER_PART = 1, LAST_PART = 2, AHEAD_FARTHEST = 15, INSIDE_DEEPEST = 7 };

static uint16_t class_bit(lt_cue_class class) {
  switch (class) {
    case LT_CUE_TITLE: return 1 << 0;
    case LT_CUE_SPEECH_VERB: return 1 << 1;
    case LT_CUE_RELEASE_VERB: return 1 << 2;
    case LT_CUE_NAME_SUFFIX: return 1 << 3;
    case LT_CUE_MODEL_CLASS: return 1 << 4;
    case LT_CUE_DEAL: return 1 << 5;
    case LT_CUE_BOUNDARY: return 1 << 6;
    case LT_CUE_JOB_VERB: return 1 << 7;
    case LT_CUE_PREDICATE: return 1 << 8;
    default: return 0;
  }
}

enum {
  SHAPE_NONE, SHAPE_HAN, SHAPE_DIGIT, SHAPE_UPPER, SHAPE_LOWER, SHAPE_SPACE, SHAPE_OTHER, SHAPE_NUMERAL, SHAPE_COMMA, SHAPE_STOP, SHAPE_POINT,
  SHAPE_COLON, SHAPE_OPEN, SHAPE_CLOSE, SHAPE_TITLE_OPEN, SHAPE_TITLE_CLOSE, SHAPE_BRACKET_OPEN, SHAPE_BRACKET_CLOSE, SHAPE_DOT
};

static uint8_t mark_shape(lt_char c) {
  switch (c) {
    case u'，': case u'；': case ',': case ';': return SHAPE_COMMA;
    case u'。': case u'！': case u'？': case '!': case '?': case u'…': return SHAPE_STOP;
    case u'、': return SHAPE_POINT;
    case u'：': case ':': return SHAPE_COLON;
    case u'“': case u'「': case u'『': case u'‘': return SHAPE_OPEN;
    case u'”': case u'」': case u'』': case u'’': return SHAPE_CLOSE;
    case u'《': case u'〈': return SHAPE_TITLE_OPEN;
    case u'》': case u'〉': return SHAPE_TITLE_CLOSE;
    case u'（': case '(': return SHAPE_BRACKET_OPEN;
    case u'）': case ')': return SHAPE_BRACKET_CLOSE;
    case u'·': case '.': case '-': case '&': return SHAPE_DOT;
    default: return SHAPE_OTHER;
  }
}

static bool is_numeral(lt_char c) {
  switch (c) {
    case u'一': case u'二': case u'三': case u'四': case u'五': case u'六': case u'七': case u'八': case u'九': case u'十':
    case u'百': case u'千': case u'万': case u'亿': case u'两': case u'零': case u'〇': return true;
    default: return false;
  }
}

static uint8_t shape_of(lt_char c) {
  if (lt_char_is_han(c)) return is_numeral(c) ? SHAPE_NUMERAL : SHAPE_HAN;
  if (lt_char_is_digit(c)) return SHAPE_DIGIT;
  if (lt_char_is_upper(c)) return SHAPE_UPPER;
  if (lt_char_is_letter(c)) return SHAPE_LOWER;
  if (lt_char_is_space(c)) return SHAPE_SPACE;
  return mark_shape(c);
}

bool lt_tag_view_open(lt_tag_view *view, lt_arena *arena, uint32_t longest) {
  uint64_t room = (uint64_t)longest + 2 * LT_TAG_PAD;
  uint16_t *two = lt_arena_block(arena, 3 * room * sizeof *two);
  uint8_t *one = lt_arena_block(arena, 4 * room);
  uint64_t *mixed = lt_arena_block(arena, 3 * room * sizeof *mixed);
  if (two == NULL || one == NULL || mixed == NULL) return false;
  two += LT_TAG_PAD;
  one += LT_TAG_PAD;
  mixed += LT_TAG_PAD;
  *view = (lt_tag_view){0, two, one, one + room, two + room, two + 2 * room, one + 2 * room, one + 3 * room, mixed, mixed + room, mixed + 2 * room};
  return true;
}

static void clear(lt_tag_view *view) {
  size_t room = view->length + 2 * LT_TAG_PAD;
  memset(view->character - LT_TAG_PAD, 0, room * sizeof *view->character);
  memset(view->begins - LT_TAG_PAD, 0, room * sizeof *view->begins);
  memset(view->ends - LT_TAG_PAD, 0, room * sizeof *view->ends);
  memset(view->shape - LT_TAG_PAD, 0, room);
  memset(view->known - LT_TAG_PAD, 0, room);
  memset(view->ahead - LT_TAG_PAD, 0, room);
  memset(view->inside - LT_TAG_PAD, 0, room);
}

static void fill_characters(lt_tag_view *view, lt_slice text) {
  for (uint32_t i = 0; i < text.length; i++) {
    view->character[i] = lt_char_is_digit(text.at[i]) ? '0' : lt_char_lower(text.at[i]);
    view->shape[i] = shape_of(text.at[i]);
  }
}

static void mix_characters(lt_tag_view *view) {
  const uint16_t *c = view->character;
  for (int64_t i = -2; i < (int64_t)view->length + 2; i++) {
    uint64_t two = c[i] | (uint64_t)c[i + 1] << 16;
    view->one[i] = lt_tag_key(c[i], 0);
    view->two[i] = lt_tag_key(two, 1);
    view->three[i] = lt_tag_key(two | (uint64_t)c[i + 2] << 32, 2);
  }
}

/* kinds 0 … 4, each with three parts, and the same once more for forms that are ordinary words too: 1 … 30 */
static void fill_known(lt_tag_view *view, const lt_reading *r, const lt_hit *hit, lt_span sentence) {
  lt_term term = lt_reading_term(r, hit);
  uint8_t code = (uint8_t)(1 + 3 * (lt_lexicon_name(r->lexicon, (uint32_t)term.value).kind + 5 * term.ambiguous));
  uint32_t begin = hit->begin - sentence.begin, end = begin + hit->length;
  for (uint32_t i = begin; i < end; i++) view->known[i] = code + (i == begin ? FIRST_PART : i + 1 == end ? LAST_PART : INNER_PART);
}

static uint32_t first_name(const lt_reading *r, uint32_t place) {
  uint32_t low = 0;
  LT_BISECT(low, r->names.count, r->names.at[i].begin < place);
  return low;
}

/* The nearest ending at or ahead of each character; suffixes lie in *ends_name as 1 + kind where they end. */
static void fill_ahead(lt_tag_view *view) {
  uint32_t distance = 0, kind = 0;
  for (uint32_t i = view->length; i-- > 0;) {
    bool in_name = view->shape[i] == SHAPE_HAN || view->shape[i] == SHAPE_NUMERAL || view->shape[i] == SHAPE_UPPER || view->shape[i] == SHAPE_LOWER ||
                   view->shape[i] == SHAPE_DIGIT || view->shape[i] == SHAPE_DOT;
    if (view->ahead[i]) {
      kind = view->ahead[i];
      distance = 0;
    }
    distance += distance < AHEAD_FARTHEST;
    if (!in_name) kind = 0;
    view->ahead[i] = kind ? (uint8_t)(kind * 16 + distance) : 0;
  }
}

static void fill_cues(lt_tag_view *view, const lt_reading *r, lt_span sentence) {
  for (uint32_t i = lt_reading_cue_at(r, sentence.begin); i < r->cues.count && r->cues.at[i].begin < sentence.end; i++) {
    const lt_hit *hit = &r->cues.at[i];
    uint16_t bit = class_bit(hit->class);
    uint32_t begin = hit->begin - sentence.begin, end = begin + hit->length;
    if (bit == 0 || end > view->length) continue;
    view->begins[begin] |= bit;
    view->ends[end] |= bit;
    if (hit->class == LT_CUE_NAME_SUFFIX) view->ahead[end - 1] = (uint8_t)(1 + (lt_reading_term(r, hit).value == 1));
  }
  fill_ahead(view);
}

static void fill_inside(lt_tag_view *view) {
  uint8_t open = 0, deep = 0;
  for (uint32_t i = 0; i < view->length; i++) {
    uint8_t s = view->shape[i];
    if (s == SHAPE_CLOSE || s == SHAPE_TITLE_CLOSE || s == SHAPE_BRACKET_CLOSE) open = 0;
    view->inside[i] = open ? (uint8_t)(open * 8 + deep) : 0;
    deep += deep < INSIDE_DEEPEST;
    if (s != SHAPE_OPEN && s != SHAPE_TITLE_OPEN && s != SHAPE_BRACKET_OPEN) continue;
    open = s;
    deep = 0;
  }
}

void lt_tag_view_fill(lt_tag_view *view, const lt_reading *r, lt_span sentence) {
  view->length = lt_span_length(sentence);
  clear(view);
  fill_characters(view, lt_reading_cut(r, sentence));
  mix_characters(view);
  for (uint32_t i = first_name(r, sentence.begin); i < r->names.count && r->names.at[i].begin < sentence.end; i++) {
    if (r->names.at[i].begin + r->names.at[i].length <= sentence.end) fill_known(view, r, &r->names.at[i], sentence);
  }
  fill_cues(view, r, sentence);
  fill_inside(view);
}
