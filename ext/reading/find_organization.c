/* Companies and bodies by the last part of their names: 云桥科技, 东江大学, 智能计算实验室.
**
**   FORM-1  the name ends in a suffix (ext/data/cues/name_suffix.tsv) that no longer one continues
**   FORM-2  it begins where a name can begin: after punctuation, a function character (在, 由, 的) or a word that stands before
**           names (发布, 据, 创业公司), and not farther back than a name is long
**   FORM-3  what stands before the suffix names something: it is not made of describing words alone (互联网公司, 人工智能技术)
**           A body's may, where they begin with a place: 北京航空航天大学, 中国半导体行业协会
**   FORM-4  a body inside a known one belongs to its name: 清华大学 + 知识工程实验室
**   FORM-5  a suffix that is an ordinary word too (公司, 智能, 中心) needs two or three characters before it with no describing word
**           among them, and a noun that it explains before it (家电企业××电器), a firm before it in a list, or behind it something
**           that firms do or have (发布, 表示, CEO)
**   FORM-11 a suffix of offices (教育局, 人民法院) needs the place that they are of before it: 东江市教育局, 省公安厅
**   FORM-6  Latin words with capitals: in front of a title or 公司 (Lumera创始人), 的 and a document (Vessel Advisory的调查), or
**           where investors are named (由Lumera领投)
**   FORM-7  whoever is bought or paid by a firm is one: 做客服的知舟云被东江软件全资收购
**   FORM-8  the outlet of the byline, where the text itself names it
**   FORM-10 two characters behind ST, which marks a listed firm in trouble: *ST望舟. (Lists of shares have room for four characters.) */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"

enum { LONGEST_COMPANY = 8, LONGEST_BODY = 14 /* and of a name in full: 东江市望舟新能源汽车有限公司 */ };

static bool works_as_grammar(const lt_reading *r, uint32_t place) {
  return lt_works_as_grammar(r->lexicon, (lt_slice){r->text->clean, r->text->length}, place);
}

static bool starts_here(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  if (place == s->span.begin) return true;
  lt_char last = r->text->clean[place - 1];
  if (!lt_is_name_character(last) || last == '.') return true;
  if (works_as_grammar(r, place - 1)) return true;
  uint32_t from = place > s->span.begin + 8 ? place - 8 : s->span.begin;
  return lt_cue_before(r, from, place, LT_CUE_BOUNDARY) != NULL;
}

/* FORM-2: the nearest start at or before `end`; end itself if there is none in reach. */
static uint32_t start_of_name(const lt_reading *r, const lt_sentence *s, uint32_t end, uint32_t longest) {
  for (uint32_t n = 1; n <= longest && end >= s->span.begin + n; n++) {
    uint32_t place = end - n;
    lt_char c = r->text->clean[place];
    if (!lt_is_name_character(c) || works_as_grammar(r, place)) return end;
    if (starts_here(r, s, place)) return place;
  }
  return end;
}

/* FORM-1: 科技 in 科技集团 is no end. */
static bool is_continued(const lt_reading *r, const lt_hit *suffix) {
  return lt_reading_cue_here(r, suffix->begin + suffix->length, LT_CUE_NAME_SUFFIX) != NULL;
}

static bool is_weak(const lt_term *suffix) { return suffix->text.length > 0; }

/* 北京 or 东江市 and nothing else. */
static bool is_place(const lt_reading *r, lt_span span) {
  lt_slice text = lt_reading_cut(r, span);
  uint32_t place = lt_place_length(r->lexicon, text);
  return place && (place == text.length || (place + 1 == text.length && (text.at[place] == u'市' || text.at[place] == u'省')));
}

/* A known name inside moves the start to itself (今年阿里巴巴研究院), but not past a place (北京阿里巴巴研究院); false where it leaves nothing
** new (小米集团, or 拥有 before 北京大学). */
static bool step_to_known(const lt_finder *f, uint32_t *begin, uint32_t suffix) {
  for (uint32_t place = *begin; place < suffix; place++) {
    const lt_candidate *known = lt_known_here(f, place);
    if (known == NULL) continue;
    if (!is_place(f->r, (lt_span){*begin, place})) *begin = place;
    return known->span.end < suffix;
  }
  return true;
}

static bool has_chief(const lt_reading *r, uint32_t place) {
  if (r->text->clean[place] == u'的') place++;
  const lt_hit *title = lt_reading_cue_here(r, place, LT_CUE_TITLE);
  return title && lt_reading_term(r, title).text.length;
}

/* What names of firms do: 云桥智能发布, 云桥智能的CEO, 云桥智能、阿里巴巴. */
static bool acts_or_is_listed(const lt_finder *f, uint32_t place) {
  const lt_reading *r = f->r;
  lt_char c = r->text->clean[place];
  if (c == u'、') return lt_known_here(f, place + 1) != NULL;
  if (c == u'（') return lt_reading_cue_here(r, place + 1, LT_CUE_CALLED) != NULL;
  return lt_reading_cue_here(r, place, LT_CUE_RELEASE_VERB) || lt_reading_cue_here(r, place, LT_CUE_SPEECH_VERB) || lt_reading_cue_here(r, place, LT_CUE_DEAL);
}

/* 家电企业××电器, 创办××智能 */
static bool is_explained(const lt_reading *r, uint32_t place) {
  uint32_t from = place > 8 ? place - 8 : 0;
  const lt_hit *noun = lt_cue_before(r, from, place, LT_CUE_BOUNDARY);
  return (noun && lt_reading_term(r, noun).value == 1) || lt_cue_before(r, from, place, LT_CUE_JOB_VERB);
}

/* 东江资本和望舟物流: the neighbour in the list is a firm already. */
static bool follows_firm(const lt_finder *f, uint32_t begin) {
  lt_char c = begin ? f->r->text->clean[begin - 1] : 0;
  if (c != u'、' && c != u'和' && c != u'与') return false;
  if (lt_known_before(f, begin - 1)) return true;
  for (uint32_t i = f->candidates.count, near = i > 4 ? i - 4 : 0; i-- > near;) {
    if (f->candidates.at[i].span.end == begin - 1) return true;
  }
  return false;
}

/* 云桥科技， but not 前沿科技趋势: nothing behind the suffix goes on describing. */
static bool ends_noun(const lt_reading *r, uint32_t place) {
  lt_char c = r->text->clean[place];
  lt_slice word = {r->text->clean + place, 2};
  return !lt_char_is_han(c) || lt_is_function(r->lexicon, c) || (place + 2 <= r->text->length && lt_is_word(r->lexicon, word, LT_WORD_AFTER_NAME)) || lt_reading_cue_here(r, place, LT_CUE_JOB_VERB) || lt_reading_cue_here(r, place, LT_CUE_TITLE);
}

/* 北京 or 中国半导体行业 before 大学 or 协会; a country alone (美国大学) tells of many. */
static bool names_local_body(const lt_reading *r, lt_slice stem) {
  uint32_t place = lt_place_length(r->lexicon, stem);
  lt_term term;
  if (place == 0 || !lt_lexicon_find(r->lexicon, (lt_slice){stem.at, place}, LT_WORD_PLACE, &term)) return false;
  return stem.length >= place + 2 || (stem.length == place && term.value != 1);
}

/* FORM-11: 市 or 东江市 or 北京, and what the office is for at most. */
static bool names_office(const lt_reading *r, lt_slice stem) {
  static const lt_char places[] = u"省市县区州旗镇";
  for (uint32_t i = 0; i < stem.length; i++) {
    if (lt_slice_index((lt_slice){places, 7}, stem.at[i]) < 7) return i == 0 ? stem.length == 1 : !lt_is_generic(r->lexicon, (lt_slice){stem.at, i});
  }
  return lt_place_length(r->lexicon, stem) > 0;
}

/* FORM-5 */
static bool weak_is_name(const lt_finder *f, lt_span name, lt_slice stem, lt_slice weakness, bool body) {
  uint32_t longest = body ? 6 : 3;
  bool half = lt_slice_equals(weakness, LT_SLICE("half"));
  if (stem.length > longest || lt_is_word(f->r->lexicon, (lt_slice){stem.at, 1}, LT_WORD_COUNT_DIGIT) || ((!body || half) && lt_holds_generic(f->r->lexicon, stem))) return false;
  if (body && !half && lt_place_length(f->r->lexicon, stem) && names_local_body(f->r, stem)) return true;
  if (follows_firm(f, name.begin) || is_explained(f->r, name.begin) || has_chief(f->r, name.end)) return true;
  if (half && ends_noun(f->r, name.end)) return true;
  return !lt_slice_equals(weakness, LT_SLICE("weaker")) && acts_or_is_listed(f, name.end);
}

/* 研究所有人, 研究员: the suffix runs on into another word. */
static bool runs_on(const lt_reading *r, uint32_t end) {
  static const lt_char after_place[] = u"有谓以见需属";
  lt_char next = r->text->clean[end];
  if (next == u'员' || next == u'者') return true;
  if (r->text->clean[end - 1] != u'所') return false;
  for (size_t i = 0; i + 1 < sizeof after_place / sizeof *after_place; i++) {
    if (next == after_place[i]) return true;
  }
  return false;
}

/* 云桥财报: the suffix is the end of what a firm has. */
static bool ends_possession(const lt_reading *r, const lt_hit *suffix) {
  lt_slice word = {r->text->clean + suffix->begin - 1, suffix->length + UINT32_C(1)};
  return lt_is_word(r->lexicon, word, LT_CUE_HOLDER) || lt_is_word(r->lexicon, word, LT_CUE_FIRM_HAS);
}

/* 不少美国大学: a body's name begins with the place in it. */
static uint32_t step_to_place(const lt_reading *r, uint32_t begin, uint32_t suffix) {
  for (uint32_t place = begin + 1; place < suffix && place < begin + 4; place++) {
    if (lt_place_length(r->lexicon, lt_reading_cut(r, (lt_span){place, suffix}))) return place;
  }
  return begin;
}

/* 前 or 原 before a firm that somebody had a post in. */
static bool is_former(const lt_reading *r, lt_span name) {
  lt_char first = r->text->clean[name.begin];
  return (first == u'前' || first == u'原') && lt_reading_cue_here(r, name.end, LT_CUE_TITLE);
}

static void try_suffix(lt_finder *f, const lt_hit *hit) {
  const lt_reading *r = f->r;
  const lt_sentence *s = lt_sentence_around(r, lt_hit_span(hit));
  if (s == NULL || is_continued(r, hit) || lt_reading_cue_here(r, hit->begin, LT_CUE_NAME_SUFFIX)->length > hit->length) return;
  uint32_t word = hit->begin > s->span.begin + 6 ? hit->begin - 6 : s->span.begin;
  if (lt_cue_before(r, word, hit->begin, LT_CUE_BOUNDARY)) return; /* 踏入大学: nothing stands between */
  lt_term suffix = lt_reading_term(r, hit);
  bool body = suffix.value == 1;
  uint32_t end = hit->begin + hit->length;
  bool in_full = lt_is_word(r->lexicon, lt_reading_cut(r, lt_hit_span(hit)), LT_WORD_LEGAL_FORM) && !is_weak(&suffix) && hit->length > 2;
  uint32_t begin = start_of_name(r, s, hit->begin, body || in_full ? LONGEST_BODY : LONGEST_COMPANY);
  if (lt_known_straddles(f, begin) || !step_to_known(f, &begin, hit->begin)) return;
  if (body && lt_place_length(r->lexicon, lt_reading_cut(r, (lt_span){begin, hit->begin})) == 0) begin = step_to_place(r, begin, hit->begin);
  if (is_former(r, (lt_span){begin, end})) begin++; /* 前云桥科技CEO */
  lt_slice stem = lt_reading_cut(r, (lt_span){begin, hit->begin});
  bool office = lt_slice_equals(suffix.text, LT_SLICE("local"));
  if (office && !names_office(r, stem)) return;
  if ((stem.length < 2 && !office) || (lt_is_generic(r->lexicon, stem) && !(body && names_local_body(r, stem)))) return; /* FORM-3 */
  if (runs_on(r, end) || ends_possession(r, hit) || (body && lt_char_is_digit(stem.at[0]))) return; /* 27家大学 */
  if (is_weak(&suffix) && !office && !weak_is_name(f, (lt_span){begin, end}, stem, suffix.text, body)) return;
  lt_found(f, (lt_span){begin, end}, body ? LT_NAME_ORGANIZATION : LT_NAME_COMPANY, LT_SURE_SHAPE, LT_NOT_KNOWN);
}

/* FORM-4: known name, then at most eight characters, then a body's suffix. */
static void extend_known(lt_finder *f, const lt_hit *hit) {
  const lt_reading *r = f->r;
  lt_term suffix = lt_reading_term(r, hit);
  if (suffix.value != 1 || is_weak(&suffix) || is_continued(r, hit)) return;
  for (uint32_t n = 0; n <= 8 && n <= hit->begin; n++) {
    uint32_t place = hit->begin - n;
    if (n > 0 && (!lt_char_is_han(r->text->clean[place]) || lt_is_function(r->lexicon, r->text->clean[place]))) return;
    const lt_candidate *known = lt_known_before(f, place);
    if (known == NULL || known->kind == LT_NAME_MODEL || known->kind == LT_NAME_PERSON) continue;
    if (n == 0 && lt_slice_equals(lt_reading_cut(r, lt_hit_span(hit)), LT_SLICE("实验室"))) return; /* one of many */
    lt_span whole = {known->span.begin, hit->begin + hit->length}, gap = {place, hit->begin};
    if (lt_reading_find_cue(r, gap, LT_CUE_JOB_VERB) || lt_reading_find_cue(r, gap, LT_CUE_BOUNDARY)) return; /* 东江大学成立××研究所 */
    if (lt_sentence_around(r, whole)) lt_found(f, whole, LT_NAME_ORGANIZATION, LT_SURE_EXTENDED, LT_NOT_KNOWN);
    return;
  }
}

static uint32_t capitalised_words(lt_slice text) {
  uint32_t n = lt_latin_name_length(text);
  if (n || text.length == 0 || !lt_char_is_upper(text.at[0])) return n;
  while (n < text.length && lt_char_is_latin(text.at[n])) n++;
  return n;
}

/* OpenAI马上发布了: one word of mixed case, and a release verb with 了 behind two or three characters of adverb at most. */
static bool is_maker(const lt_reading *r, const lt_sentence *s, lt_span name) {
  uint32_t limit = name.end + 4 < s->span.end ? name.end + 4 : s->span.end;
  bool lower = false;
  for (uint32_t i = name.begin; i < name.end; i++) lower = lower || lt_char_is_lower(r->text->clean[i]);
  if (!lower || lt_span_length(name) < 4 || lt_slice_index(lt_reading_cut(r, name), ' ') < lt_span_length(name) || lt_reading_cue_here(r, name.end, LT_CUE_MODEL_CLASS)) return false;
  for (uint32_t place = name.end; place < limit && lt_char_is_han(r->text->clean[place]); place++) {
    const lt_hit *verb = lt_reading_cue_here(r, place, LT_CUE_RELEASE_VERB);
    if (verb) return r->text->clean[place + verb->length - 1] == u'了' || r->text->clean[place + verb->length] == u'了';
  }
  return false;
}

/* 数据平台Lumera发布的: a noun that the name explains, and a release verb behind it. */
static bool is_outlet(const lt_reading *r, const lt_sentence *s, lt_span name) {
  uint32_t from = name.begin > s->span.begin + 8 ? name.begin - 8 : s->span.begin;
  const lt_hit *noun = lt_cue_before(r, from, name.begin, LT_CUE_BOUNDARY);
  return noun && lt_reading_term(r, noun).value == 1 && lt_reading_cue_here(r, name.end, LT_CUE_RELEASE_VERB);
}

static bool is_latin_firm(const lt_reading *r, const lt_sentence *s, lt_span name) {
  const lt_hit *title = lt_reading_cue_here(r, name.end, LT_CUE_TITLE);
  if (title && lt_reading_term(r, title).text.length) return true;
  lt_slice behind = lt_rest_of_sentence(r, s, name.end);
  if (is_maker(r, s, name)) return true;
  if (lt_slice_starts_with(behind, LT_SLICE("公司")) || lt_slice_starts_with(behind, LT_SLICE("领投")) || lt_slice_starts_with(behind, LT_SLICE("跟投"))) return true;
  if (is_outlet(r, s, name)) return true;
  uint32_t from = name.begin > s->span.begin + 8 ? name.begin - 8 : s->span.begin, limit = name.end + 10 < s->span.end ? name.end + 10 : s->span.end;
  bool of = behind.length && behind.at[0] == u'的';
  if (lt_cue_before(r, from, name.begin, LT_CUE_INVESTORS)) return !of;
  return of && lt_reading_find_cue(r, (lt_span){name.end, limit}, LT_CUE_DOCUMENT);
}

/* FORM-6 */
static void in_latin(lt_finder *f, const lt_sentence *s) {
  const lt_reading *r = f->r;
  for (uint32_t place = s->span.begin; (place = lt_text_next_mark(r->text, place, s->span.end)) < s->span.end; place++) {
    bool word_start = place == s->span.begin || !lt_char_is_latin(r->text->clean[place - 1]);
    uint32_t n = word_start ? capitalised_words(lt_rest_of_sentence(r, s, place)) : 0;
    if (n < 2) continue;
    lt_span name = {place, place + n};
    if (lt_known_before(f, place) || lt_cue_before(r, place > 4 ? place - 4 : 0, place, LT_CUE_MODEL_CLASS)) continue; /* 观澜大模型Foundation负责人 */
    if (is_latin_firm(r, s, name) && !lt_is_generic(r->lexicon, lt_reading_cut(r, name)) && !lt_is_word(r->lexicon, lt_reading_cut(r, name), LT_CUE_TITLE)) {
      lt_found(f, name, LT_NAME_COMPANY, LT_SURE_SHAPE, LT_NOT_KNOWN);
    }
    place += n - 1;
  }
}

/* FORM-7: two to five characters between 的 or punctuation and 被 + firm, in a sentence about a purchase. */
static void try_bought(lt_finder *f, const lt_sentence *s, uint32_t by) {
  const lt_reading *r = f->r;
  if (!lt_reading_find_cue(r, (lt_span){by, s->span.end}, LT_CUE_DEAL)) return;
  uint32_t begin = start_of_name(r, s, by, 5);
  lt_slice name = lt_reading_cut(r, (lt_span){begin, by});
  lt_char last = begin > s->span.begin ? r->text->clean[begin - 1] : 0;
  if (name.length < 2 || (last != u'的' && lt_is_name_character(last)) || lt_holds_generic(r->lexicon, name)) return;
  lt_found(f, (lt_span){begin, by}, LT_NAME_COMPANY, LT_SURE_SHAPE, LT_NOT_KNOWN);
}

void lt_find_bought(lt_finder *f) {
  uint32_t settled = f->candidates.count; /* what is added now is out of order */
  for (uint32_t i = 0; i < settled; i++) {
    lt_candidate buyer = f->candidates.at[i];
    const lt_sentence *s = buyer.kind == LT_NAME_COMPANY ? lt_sentence_around(f->r, buyer.span) : NULL;
    if (s && buyer.span.begin > s->span.begin && f->r->text->clean[buyer.span.begin - 1] == u'被') try_bought(f, s, buyer.span.begin - 1);
  }
}

/* FORM-8 */
static void find_outlet(lt_finder *f) {
  lt_slice outlet = f->r->document->publisher;
  if (outlet.length < 2) return;
  for (uint32_t i = 0; i < f->r->document->sentences.count; i++) {
    lt_span s = f->r->document->sentences.at[i].span;
    uint32_t at = s.begin + lt_slice_find(lt_reading_cut(f->r, s), outlet);
    if (at < s.end) lt_found(f, (lt_span){at, at + outlet.length}, LT_NAME_ORGANIZATION, LT_SURE_SHAPE, LT_NOT_KNOWN);
  }
}

/* FORM-10 */
static void in_trouble(lt_finder *f, const lt_sentence *s) {
  const lt_reading *r = f->r;
  for (uint32_t place = s->span.begin; (place = lt_text_next_mark(r->text, place, s->span.end)) + 4 <= s->span.end; place++) {
    const lt_char *c = r->text->clean + place;
    if (c[0] != 'S' || c[1] != 'T' || (place > s->span.begin && lt_char_is_latin(c[-1])) || !lt_char_is_han(c[2]) || !lt_char_is_han(c[3])) continue;
    lt_span name = {place + 2, place + 4};
    if (!lt_known_here(f, name.begin) && !lt_is_generic(r->lexicon, lt_reading_cut(r, name))) lt_found(f, name, LT_NAME_COMPANY, LT_SURE_SHAPE, LT_NOT_KNOWN);
  }
}

void lt_find_organizations(lt_finder *f) {
  for (uint32_t i = 0; i < f->r->cues.count; i++) {
    const lt_hit *hit = &f->r->cues.at[i];
    if (hit->class != LT_CUE_NAME_SUFFIX) continue;
    extend_known(f, hit);
    try_suffix(f, hit);
  }
  for (uint32_t i = 0; i < f->r->document->sentences.count; i++) {
    in_latin(f, &f->r->document->sentences.at[i]);
    in_trouble(f, &f->r->document->sentences.at[i]);
  }
  find_outlet(f);
}
