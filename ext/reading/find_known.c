/* Names of the vocabulary. A form that is nothing but a name is taken wherever it stands in the article. A form that is also an
** ordinary word (苹果, 天工, 字节) is taken, in the whole article, once one place shows that a name is meant there:
**
**   KNOWN-1  its class or post stands beside it: 天工大模型, 苹果公司, 字节CEO, 大语言模型“天工”, 曾在小米
**   KNOWN-2  a model's form stands alone in quotation marks: “星火”
**   KNOWN-3  it is joined to a name in a list: 百度和360, 阿里、小米等
**   KNOWN-4  it brings something out or is a Latin word with a capital letter in Chinese text: 小米发布了, 据路透报道, Meta的
**   KNOWN-5  a firm and a model that it makes stand side by side: 快手可灵, 智谱AI的清影
**   KNOWN-6  the same name stands in the article in a form that is nothing but a name
**   KNOWN-7  the tagger reads a name of this kind there: 工行 in 工行今日公告
**
**   KNOWN-9  a model whose maker no list knows is the firm where a chief's title stands behind it: Lumo创始人周岚
**   KNOWN-10 what bears a name is another thing: 冯·诺依曼架构, 搜狐大厦
**   KNOWN-8  the legal form behind a firm belongs to its name, and 队 to a team's: 拓野公司, 东江集团有限公司, 曼联队
**
** One sense an article: a page about the company hardly speaks of the fruit. */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"

typedef struct known {
  lt_finder *f;
  const lt_reading *r;
  bool *taken; /* by name of the lexicon */
} known;

static lt_char before(const known *k, uint32_t place) { return place ? k->r->text->clean[place - 1] : 0; }

static lt_char after(const known *k, uint32_t place) { return k->r->text->clean[place]; }

static bool is_opening(lt_char c) { return c == u'“' || c == u'「' || c == u'『' || c == u'《' || c == u'‘'; }

static bool is_closing(lt_char c) { return c == u'”' || c == u'」' || c == u'』' || c == u'》' || c == u'’'; }

/* KNOWN-1 */
static bool has_class_beside(const known *k, lt_span span, lt_name_kind kind) {
  uint32_t end = span.end + is_closing(after(k, span.end)), begin = span.begin - is_opening(before(k, span.begin));
  uint32_t from = begin > 8 ? begin - 8 : 0;
  if (kind == LT_NAME_MODEL) {
    while (lt_char_is_digit(after(k, end)) || after(k, end) == '.' || after(k, end) == ' ') end++;
    return lt_reading_cue_here(k->r, end, LT_CUE_MODEL_CLASS) || lt_cue_before(k->r, from, begin, LT_CUE_MODEL_CLASS);
  }
  if (kind == LT_NAME_PERSON) return lt_cue_before(k->r, from, begin, LT_CUE_TITLE) || lt_reading_cue_here(k->r, end, LT_CUE_TITLE);
  const lt_hit *noun = lt_cue_before(k->r, from, begin, LT_CUE_BOUNDARY);
  return lt_reading_cue_here(k->r, span.end, LT_CUE_NAME_SUFFIX) || lt_reading_cue_here(k->r, span.end, LT_CUE_TITLE) ||
         lt_cue_before(k->r, from, begin, LT_CUE_JOB_VERB) || (noun && lt_reading_term(k->r, noun).value == 1);
}

/* KNOWN-2 */
static bool is_quoted_model(const known *k, lt_span span, lt_name_kind kind) {
  return kind == LT_NAME_MODEL && is_opening(before(k, span.begin)) && is_closing(after(k, span.end));
}

static bool joins(lt_char c) { return c == u'、' || c == u'和' || c == u'与' || c == u'及' || c == '/'; }

/* KNOWN-3: the neighbour's own name is surely one, or has been taken. */
static bool is_sure(const known *k, const lt_hit *hit) {
  lt_term term = lt_reading_term(k->r, hit);
  return !term.ambiguous || k->taken[term.value];
}

static uint32_t unquoted(const known *k, uint32_t place) { return place + is_closing(after(k, place)); }

static bool adjoin(const known *k, const lt_hit *left, const lt_hit *right) {
  uint32_t end = unquoted(k, left->begin + left->length);
  uint32_t begin = right->begin - is_opening(before(k, right->begin));
  return begin == end + 1 && joins(after(k, end));
}

static bool is_in_list(const known *k, uint32_t i) {
  const lt_hit *hits = k->r->names.at;
  return (i > 0 && is_sure(k, &hits[i - 1]) && adjoin(k, &hits[i - 1], &hits[i])) ||
         (i + 1 < k->r->names.count && is_sure(k, &hits[i + 1]) && adjoin(k, &hits[i], &hits[i + 1]));
}

/* Are the names i and i + 1 a firm and a model that it makes, side by side? */
static bool is_maker_and_model(const known *k, uint32_t i) {
  if (i + 1 >= k->r->names.count) return false;
  const lt_hit *hit = &k->r->names.at[i], *next = &k->r->names.at[i + 1];
  if (next->begin - (hit->begin + hit->length) > 3) return false;
  lt_name firm = lt_lexicon_name(k->r->lexicon, (uint32_t)lt_reading_term(k->r, hit).value);
  lt_name model = lt_lexicon_name(k->r->lexicon, (uint32_t)lt_reading_term(k->r, next).value);
  return model.kind == LT_NAME_MODEL && lt_slice_find(model.names, firm.name) < model.names.length;
}

/* KNOWN-5 */
static bool stands_beside_its_own(const known *k, uint32_t i) {
  return is_maker_and_model(k, i) || (i > 0 && is_maker_and_model(k, i - 1));
}

static bool stands_apart(lt_char c) { return !lt_char_is_latin(c) && c != ' ' && c != '-' && c != '.' && c != '_' && c != '/'; }

/* A word of ext/data/cues/deal.tsv that ties firms, not one that only holds such a word (投资者). */
static bool is_deal(const known *k, const lt_hit *hit) { return hit && lt_reading_term(k->r, hit).value > 0; }

static bool deals(const known *k, lt_span span) {
  uint32_t from = span.begin > 8 ? span.begin - 8 : 0;
  bool shares = after(k, span.end) == u'股' || (lt_char_is_upper(after(k, span.end)) && after(k, span.end + 1) == u'股');
  return shares || is_deal(k, lt_reading_cue_here(k->r, span.end, LT_CUE_DEAL)) || is_deal(k, lt_cue_before(k->r, from, span.begin, LT_CUE_DEAL));
}

/* KNOWN-4 */
static bool acts_as_name(const known *k, lt_span span, lt_name_kind kind) {
  lt_char first = after(k, span.begin);
  if (lt_char_is_letter(first)) {
    bool apart = stands_apart(before(k, span.begin)) && stands_apart(after(k, span.end));
    return lt_char_is_upper(first) && apart && (lt_char_is_han(before(k, span.begin)) || lt_char_is_han(after(k, span.end)));
  }
  if (kind != LT_NAME_COMPANY && kind != LT_NAME_ORGANIZATION) return false;
  return before(k, span.begin) == u'据' || lt_reading_cue_here(k->r, span.end, LT_CUE_RELEASE_VERB) || deals(k, span);
}

/* KNOWN-7. LT_TAG_UNIT to one unit of log-odds. */
static bool is_tagged(const known *k, lt_span span, lt_name_kind kind) {
  enum { LEAST_MARGIN = 28 };
  const lt_tagged *tagged = lt_tagged_at(k->f, span);
  return tagged && tagged->kind == kind && tagged->margin >= LEAST_MARGIN;
}

static void take_where_shown(known *k, uint32_t i) {
  const lt_hit *hit = &k->r->names.at[i];
  lt_term term = lt_reading_term(k->r, hit);
  lt_span span = lt_hit_span(hit);
  if (k->taken[term.value] || !lt_sentence_around(k->r, span) || lt_is_in_address(k->r, span)) return;
  lt_name_kind kind = lt_lexicon_name(k->r->lexicon, (uint32_t)term.value).kind;
  k->taken[term.value] = !term.ambiguous || has_class_beside(k, span, kind) || is_quoted_model(k, span, kind) || is_in_list(k, i) ||
                         acts_as_name(k, span, kind) || stands_beside_its_own(k, i) || is_tagged(k, span, kind);
}

/* 360 is no company inside 360度 or 1,360; nor 联想 inside 浮想联翩: the lexicon's forms are whole words only where they are Latin. */
static bool is_number_inside(const known *k, lt_span span) {
  if (!lt_char_is_digit(after(k, span.begin)) || !lt_char_is_digit(after(k, span.end - 1))) return false;
  lt_char next = after(k, span.end), last = before(k, span.begin);
  return last == '.' || last == ',' || next == '.' || next == ',' || next == '%' || next == u'度' || next == u'万' || next == u'亿' || next == u'元';
}

/* 英伟达A100, 讯飞星火: the form of a model may begin with its maker's and go on with a form of its own; both are named. How long
** the maker's form is, 0 if none; what is left of Apple Intelligence would name nothing. */
static uint32_t maker_in_form(const lt_reading *r, lt_span span, uint32_t model, uint32_t *maker) {
  lt_slice form = lt_reading_cut(r, span), makers = lt_lexicon_name(r->lexicon, model).names;
  for (uint32_t n = form.length - 1; n >= 2; n--) {
    lt_term term;
    if (!lt_lexicon_find(r->lexicon, (lt_slice){form.at, n}, LT_CUE_CLASSES, &term)) continue;
    if (lt_char_is_letter(form.at[n - 1]) && form.at[n] != ' ' && !lt_char_is_han(form.at[n])) continue;
    lt_name firm = lt_lexicon_name(r->lexicon, (uint32_t)term.value);
    if (firm.kind != LT_NAME_COMPANY && firm.kind != LT_NAME_ORGANIZATION) continue;
    if (term.ambiguous && lt_slice_find(makers, firm.name) == makers.length) continue;
    uint32_t rest = n + (form.at[n] == ' ');
    lt_term own;
    if (!lt_lexicon_find(r->lexicon, (lt_slice){form.at + rest, form.length - rest}, LT_CUE_CLASSES, &own) || (uint32_t)own.value != model) continue;
    *maker = (uint32_t)term.value;
    return n;
  }
  return 0;
}

/* KNOWN-8: where the name ends, its legal form with it. */
static uint32_t with_legal_form(const lt_reading *r, lt_span span, lt_name name) {
  enum { LONGEST_FORM = 8 };
  const lt_sentence *s = lt_sentence_around(r, span);
  bool team = name.kind == LT_NAME_ORGANIZATION && lt_slice_equals(name.fact, LT_SLICE("team"));
  if (team && s && span.end < s->span.end && lt_reading_char(r, span.end) == u'队' && lt_reading_char(r, span.end - 1) != u'队') return span.end + 1;
  if (name.kind != LT_NAME_COMPANY) return span.end;
  for (uint32_t n = LONGEST_FORM; s && n >= 2; n--) {
    lt_span form = {span.end, span.end + n};
    if (form.end <= s->span.end && lt_is_word(r->lexicon, lt_reading_cut(r, form), LT_WORD_LEGAL_FORM)) return form.end;
  }
  return span.end;
}

static void take(lt_finder *f, lt_span span, uint32_t name) {
  lt_name_kind kind = lt_lexicon_name(f->r->lexicon, name).kind;
  uint32_t maker, n = kind == LT_NAME_MODEL ? maker_in_form(f->r, span, name, &maker) : 0;
  if (n) {
    lt_found(f, (lt_span){span.begin, span.begin + n}, lt_lexicon_name(f->r->lexicon, maker).kind, LT_SURE_KNOWN, maker);
    span.begin += n + (f->r->text->clean[span.begin + n] == ' ');
  }
  span.end = with_legal_form(f->r, span, lt_lexicon_name(f->r->lexicon, name));
  lt_found(f, span, kind, LT_SURE_KNOWN, name);
}

/* KNOWN-10 */
static bool names_something_else(const lt_reading *r, lt_span span, lt_name_kind kind) {
  enum { LONGEST = 6 };
  if (kind == LT_NAME_MODEL || kind == LT_NAME_GROUP) return false;
  const lt_sentence *s = lt_sentence_around(r, span);
  for (uint32_t n = 1; n <= LONGEST && span.end + n <= s->span.end; n++) {
    if (lt_is_word(r->lexicon, lt_reading_cut(r, (lt_span){span.end, span.end + n}), kind == LT_NAME_PERSON ? LT_WORD_EPONYM : LT_WORD_BUILDING)) return true;
  }
  return false;
}

/* KNOWN-9 */
static bool is_firm_here(const lt_reading *r, lt_span span, lt_name name) {
  const lt_hit *title = lt_reading_cue_here(r, span.end, LT_CUE_TITLE);
  return name.kind == LT_NAME_MODEL && name.names.length == 0 && title && lt_reading_term(r, title).text.length;
}

void lt_find_known(lt_finder *f) {
  lt_reading *r = f->r;
  known k = {f, r, lt_arena_block(r->arena, lt_lexicon_name_count(r->lexicon) + UINT64_C(1))};
  if (k.taken == NULL) return;
  memset(k.taken, 0, lt_lexicon_name_count(r->lexicon) + 1);
  for (uint32_t i = 0; i < r->names.count; i++) take_where_shown(&k, i);
  for (uint32_t i = r->names.count; i-- > 0;) take_where_shown(&k, i); /* lists lean on later members too */
  for (uint32_t i = 0; i < r->names.count; i++) {
    lt_span span = lt_hit_span(&r->names.at[i]);
    lt_term term = lt_reading_term(r, &r->names.at[i]);
    if (!k.taken[term.value] || !lt_sentence_around(r, span) || is_number_inside(&k, span) || lt_is_in_address(r, span)) continue;
    lt_name name = lt_lexicon_name(r->lexicon, (uint32_t)term.value);
    if (before(&k, span.begin) == u'版' || names_something_else(r, span, name.kind)) continue; /* 中国版Figure is somebody else */
    if (is_firm_here(r, span, name)) lt_found(f, span, LT_NAME_COMPANY, LT_SURE_EXTENDED, LT_NOT_KNOWN);
    else take(f, span, (uint32_t)term.value);
  }
  lt_settle(f);
  f->known = f->candidates.count;
}
