/* Names that the tagger reads off a sentence.
**
**   TAG-1  it is believed where its margin is wide: 谷帆科技完成了新一轮融资. A name it is unsure of is no row
**   TAG-2  how wide is told by kind: a person is seldom taken for anything else, a firm often. Latin words need a margin three times as
**          wide: whether Top Seed is a firm, a model or a data set their sentence hardly says
**   TAG-3  of models it has no say: the rules know better what they look like
**   TAG-4  it has no say where the vocabulary or a rule has spoken: lt_settle prefers them, also where its own name is the longer
**   TAG-5  a form of the vocabulary is the vocabulary's to judge: 苹果 in 苹果丰收 is a fruit
**   TAG-6  no name is, begins or ends inside an ordinary word: 三星 in 三星堆
**   TAG-7  no place and no trade is a firm or a body: 赛尔大厦, 电路设计业 */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"
#include "reading/tagger.h"

/* LT_TAG_UNIT to one unit of log-odds. */
static const int32_t least_margin[] = {[LT_NAME_COMPANY] = 40, [LT_NAME_PERSON] = 16, [LT_NAME_ORGANIZATION] = 24, [LT_NAME_MODEL] = INT32_MAX};
enum { LATIN = 3 /* times as wide */ };

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
  for (uint32_t begin = span.begin > LONGEST_WORD ? span.begin - LONGEST_WORD : 0; begin < span.end; begin++) {
    for (uint32_t n = 2; n <= LONGEST_WORD && begin + n <= r->text->length; n++) {
      lt_span word = {begin, begin + n};
      bool inside = lt_span_covers(span, word) && n < lt_span_length(span);
      if (!inside && lt_span_overlaps(span, word) && lt_is_word(r->lexicon, lt_reading_cut(r, word), LT_CUE_ORDINARY)) return true;
    }
  }
  return false;
}

/* 习俗; 给大噶: two characters, or neither a surname at their head nor all of them such as foreign names are written with. */
static bool is_doubtful_person(const lt_reading *r, lt_name_kind kind, lt_slice text) {
  bool common;
  if (kind != LT_NAME_PERSON || !lt_char_is_han(text.at[0])) return false;
  return text.length == 2 || (lt_surname_length(r->lexicon, text, &common) == 0 && lt_foreign_name_length(r->lexicon, text, true) < text.length);
}

/* TAG-7 */
static bool ends_otherwise(const lt_reading *r, const lt_tagged *name) {
  lt_slice text = lt_reading_cut(r, name->span);
  if (name->kind == LT_NAME_PERSON) return lt_is_word(r->lexicon, text, LT_WORD_NOT_PERSON);
  for (uint32_t n = 2; n <= 4 && n < text.length; n++) {
    if (lt_is_word(r->lexicon, (lt_slice){text.at + text.length - n, n}, LT_WORD_NO_NAME_TAIL)) return true;
  }
  return false;
}

static bool is_believed(const lt_reading *r, const lt_tagged *name) {
  lt_slice text = lt_reading_cut(r, name->span);
  int32_t least = least_margin[name->kind] * (1 + is_doubtful_person(r, name->kind, text));
  return name->margin >= (least == INT32_MAX || holds_han(text) ? least : LATIN * least) && could_be_name(r, text) && !ends_otherwise(r, name) && !is_of_vocabulary(r, text) && !cuts_ordinary_word(r, name->span);
}

void lt_read_tagged(lt_finder *f) {
  lt_reading *r = f->r;
  lt_tagger tagger;
  if (!lt_tagger_open(&tagger, &lt_tag_model_built_in, r->arena)) return;
  for (uint32_t i = 0; i < r->document->sentences.count; i++) lt_tagger_read(&tagger, r, r->document->sentences.at[i].span, &f->tagged);
  if (lt_arena_failed(r->arena)) f->tagged.count = 0;
}

const lt_tagged *lt_tagged_at(const lt_finder *f, lt_span span) {
  uint32_t low = 0;
  LT_BISECT(low, f->tagged.count, f->tagged.at[i].span.begin < span.begin);
  return low < f->tagged.count && f->tagged.at[low].span.begin == span.begin && f->tagged.at[low].span.end == span.end ? &f->tagged.at[low] : NULL;
}

void lt_find_tagged(lt_finder *f) {
  for (uint32_t i = 0; i < f->tagged.count; i++) {
    const lt_tagged *name = &f->tagged.at[i];
    if (is_believed(f->r, name)) lt_found(f, name->span, name->kind, LT_SURE_TAGGED, LT_NOT_KNOWN);
  }
}
