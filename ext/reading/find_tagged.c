/* Names that the tagger reads off a sentence.
**
**   TAG-1  it is believed where its margin is wide: 谷帆科技完成了新一轮融资. A name it is unsure of is no row
**   TAG-2  Latin words need a margin three times as wide: whether Top Seed is a firm, a model or a data set their sentence hardly says
**   TAG-3  of models it has no say: the rules know better what they look like
**   TAG-4  it has no say where the vocabulary or a rule has spoken: lt_settle prefers them, also where its own name is the longer
**   TAG-5  a form of the vocabulary is the vocabulary's to judge: 苹果 in 苹果丰收 is a fruit
**   TAG-6  no name is, begins or ends inside an ordinary word: 三星 in 三星堆 */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"
#include "reading/tagger.h"

/* LT_TAG_UNIT to one unit of log-odds. */
enum { LEAST_MARGIN = 24, LEAST_MARGIN_LATIN = 72 };

static bool could_be_name(const lt_reading *r, lt_slice text) {
  if (text.length < 2 || text.length > 24 || lt_is_generic(r->lexicon, text)) return false;
  for (uint32_t i = 0; i < text.length; i++) {
    if (!lt_is_name_character(text.at[i]) && text.at[i] != ' ') return false;
  }
  return true;
}

static bool holds_han(lt_slice text) {
  for (uint32_t i = 0; i < text.length; i++) {
    if (lt_char_is_han(text.at[i])) return true;
  }
  return false;
}

/* TAG-5 */
static bool is_of_vocabulary(const lt_reading *r, lt_slice text) {
  lt_term term;
  return lt_lexicon_find(r->lexicon, text, LT_CUE_CLASSES, &term);
}

/* TAG-6 */
static bool cuts_ordinary_word(const lt_reading *r, lt_span span) {
  enum { LONGEST_WORD = 8 };
  uint32_t from = span.begin > LONGEST_WORD ? span.begin - LONGEST_WORD : 0;
  for (uint32_t i = lt_reading_cue_at(r, from); i < r->cues.count && r->cues.at[i].begin < span.end; i++) {
    lt_span word = lt_hit_span(&r->cues.at[i]);
    bool inside = lt_span_covers(span, word) && lt_span_length(span) > lt_span_length(word);
    if (r->cues.at[i].class == LT_CUE_ORDINARY && lt_span_overlaps(span, word) && !inside) return true;
  }
  return false;
}

static bool is_believed(const lt_reading *r, const lt_tagged *name) {
  lt_slice text = lt_reading_cut(r, name->span);
  int32_t least = holds_han(text) ? LEAST_MARGIN : LEAST_MARGIN_LATIN;
  return name->kind != LT_NAME_MODEL && name->margin >= least && could_be_name(r, text) && !is_of_vocabulary(r, text) && !cuts_ordinary_word(r, name->span);
}

void lt_find_tagged(lt_finder *f) {
  lt_reading *r = f->r;
  lt_tagger tagger;
  lt_tagged_names names = {0};
  if (!lt_tagger_open(&tagger, &lt_tag_model_built_in, r->arena)) return;
  for (uint32_t i = 0; i < r->document->sentences.count; i++) lt_tagger_read(&tagger, r, r->document->sentences.at[i].span, &names);
  for (uint32_t i = 0; i < names.count; i++) {
    if (is_believed(r, &names.at[i])) lt_found(f, names.at[i].span, names.at[i].kind, LT_SURE_TAGGED, LT_NOT_KNOWN);
  }
}
