/* Names that the tagger reads off a sentence.
**
**   TAG-1  it is believed where its margin is wide: 谷帆科技完成了新一轮融资. A name it is unsure of is no row
**   TAG-2  how wide is told by kind: a person is seldom taken for anything else, a firm often. Latin words need a margin three times as
**          wide: whether Top Seed is a firm, a model or a data set their sentence hardly says
**   TAG-3  of models it has no say: the rules know better what they look like
**   TAG-4  it has no say where the vocabulary or a rule has spoken: lt_settle prefers them, also where its own name is the longer
**   TAG-5  a form of the vocabulary is the vocabulary's to judge: 苹果 in 苹果丰收 is a fruit
**   TAG-6  no name is, begins or ends inside an ordinary word: 三星 in 三星堆
**   TAG-7  no place and no trade is a firm or a body: 赛尔大厦, 电路设计业; a word for anybody is nobody: 作者
**   TAG-8  nor is whoever a thing is only called after: 牛顿流体
**   TAG-9  what alone stands in quotation marks is more often a product than a firm */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"
#include "reading/tagger.h"

/* LT_TAG_UNIT to one unit of log-odds. */
static const int32_t least_margin[] = {[LT_NAME_COMPANY] = 40, [LT_NAME_PERSON] = 10, [LT_NAME_ORGANIZATION] = 20, [LT_NAME_MODEL] = INT32_MAX};
enum { LATIN = 3 /* times as wide */ };

static bool could_be_name(const lt_reading *r, lt_slice text) {
  if (text.length < 2 || text.length > 24 || lt_is_generic(r->lexicon, text) || lt_is_function(r->lexicon, text.at[0]) || lt_is_function(r->lexicon, text.at[text.length - 1])) return false;
  for (uint32_t i = 0; i < text.length; i++) {
    if ((!lt_is_name_character(text.at[i]) && text.at[i] != ' ') || lt_is_never_in_name(r->lexicon, text.at[i])) return false;
  }
  return true;
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

/* 中国西安: a place in a place */
static bool is_of_places(const lt_reading *r, lt_slice text) {
  uint32_t n = lt_place_length(r->lexicon, text);
  return n && n < text.length && lt_place_length(r->lexicon, (lt_slice){text.at + n, text.length - n}) == text.length - n;
}

/* TAG-7 */
static bool ends_otherwise(const lt_reading *r, lt_slice text, lt_name_kind kind) {
  if (lt_is_word(r->lexicon, text, LT_CUE_HOLDER) || is_of_places(r, text)) return true;
  if (kind == LT_NAME_PERSON) return lt_is_word(r->lexicon, text, LT_WORD_NOT_PERSON);
  for (uint32_t n = 2; n <= 4 && n < text.length; n++) {
    if (lt_is_word(r->lexicon, (lt_slice){text.at + text.length - n, n}, LT_WORD_NO_NAME_TAIL)) return true;
  }
  return false;
}

/* TAG-8 */
static bool is_called_after(const lt_reading *r, const lt_tagged *name) {
  enum { LONGEST = 6 };
  for (uint32_t n = 2; n <= LONGEST && name->kind == LT_NAME_PERSON && name->span.end + n <= r->text->length; n++) {
    if (lt_is_word(r->lexicon, lt_reading_cut(r, (lt_span){name->span.end, name->span.end + n}), LT_WORD_EPONYM)) return true;
  }
  return false;
}

bool lt_could_be_unlisted(const lt_reading *r, lt_span span, lt_name_kind kind) {
  lt_slice text = lt_reading_cut(r, span);
  return could_be_name(r, text) && !ends_otherwise(r, text, kind) && !is_of_vocabulary(r, text) && !cuts_ordinary_word(r, span);
}

/* TAG-9 */
bool lt_is_quoted(const lt_reading *r, lt_span span) {
  uint32_t i = lt_reading_quote_at(r, span.begin);
  return i < r->quotes.count && r->quotes.at[i].span.begin == span.begin && r->quotes.at[i].span.end == span.end;
}

/* 拓扑学, 顺畅运行: words of the language, or longer than a name without a form is */
static bool is_doubtful_body(const lt_reading *r, const lt_tagged *name) {
  enum { LONGEST_BARE = 6 };
  if (name->kind == LT_NAME_PERSON || !lt_char_is_han(lt_reading_char(r, name->span.end - 1))) return false;
  uint32_t from = name->span.end > LONGEST_BARE ? name->span.end - LONGEST_BARE : 0;
  return (lt_span_length(name->span) > LONGEST_BARE && !lt_cue_before(r, from, name->span.end, LT_CUE_NAME_SUFFIX)) || lt_is_made_of_words(r, name->span);
}

static bool is_believed(const lt_reading *r, const lt_tagged *name) {
  lt_slice text = lt_reading_cut(r, name->span);
  int32_t least = least_margin[name->kind];
  if (name->margin < least) return false;
  least *= is_doubtful_person(r, name->kind, text) ? 3 : is_doubtful_body(r, name) ? 2 : 1;
  return name->margin >= (least == INT32_MAX || lt_holds_han(text) ? least : LATIN * least) && lt_could_be_unlisted(r, name->span, name->kind) && !is_called_after(r, name);
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
    if (is_believed(f->r, name) && (name->kind != LT_NAME_COMPANY || !lt_is_quoted(f->r, name->span))) lt_found(f, name->span, name->kind, LT_SURE_TAGGED, LT_NOT_KNOWN);
  }
}
