/* Models and products that no list has, and what belongs to the names of those that a list has.
**
**   MODEL-1  a known family goes on: GPT-4 + -Turbo, Claude + 3.5 Sonnet, Qwen2.5 + -72B: the whole is the name. A firm's
**            Latin name with such a tail, or before 系列 or 模型, is its model's: Baichuan + -7B, Moonshot模型
**   MODEL-2  quotation marks beside a class: “观澜”大模型, 大模型“观澜”, 大模型产品“观澜”、“远帆”
**   MODEL-3  a Latin word beside a class: 开源模型GuanLan, GuanLan模型
**   MODEL-4  a Latin word whose tail is a size or a model's word: Huanyu-7B, Huanyu-Chat
**   MODEL-5  a short Chinese word between a maker, 的, a bracket, a hyphen or a release verb and 大模型: 云桥科技的观澜大模型, 发布观澜大模型
**   MODEL-6  quotation marks, or a Latin word of mixed case, right behind a release verb: 推出了“观澜”
**   MODEL-8  a Latin word that a bracket explains as a product: lumo（一款浏览器插件）
**   MODEL-9  Latin letters, a hyphen and a version, in an article that speaks of models: GL-4, GL-4o, GuanLan-V2.5
**   MODEL-7  a Latin word of a firm: 火山引擎有HiAgent; with a version also behind 的: 华为的ADS 2.0 */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"

static bool is_opening(lt_char c) { return c == u'“' || c == u'「' || c == u'『'; }

static bool is_token_character(lt_char c) { return lt_char_is_latin(c) || c == '-' || c == '.' || c == '_' || c == '+' || c == u'·'; }

/* A dot before a Chinese part and a plus before another name stand between two names: LLaVA+Mistral. */
static bool parts(const lt_reading *r, uint32_t place) {
  lt_char c = lt_reading_char(r, place), next = lt_reading_char(r, place + 1);
  return (c == u'·' && lt_char_is_han(next)) || (c == '+' && lt_char_is_letter(next));
}

/* End of the Latin token that goes on at a place: Qwen2.5-72B, DALL·E, C4AI_Command. No dot or hyphen at its end. */
static uint32_t token_end(const lt_reading *r, uint32_t place, uint32_t limit) {
  enum { LONGEST = 80 };
  if (limit > place + LONGEST) limit = place + LONGEST;
  while (place < limit && is_token_character(lt_reading_char(r, place)) && !parts(r, place)) place++;
  while (place > 0 && (lt_reading_char(r, place - 1) == '-' || lt_reading_char(r, place - 1) == '.' || lt_reading_char(r, place - 1) == '_' || lt_reading_char(r, place - 1) == u'·')) place--;
  return place;
}

/* 24GB, 50W: a number with a unit of more than one letter, or of power, belongs to no name. */
static bool is_quantity(const lt_reading *r, lt_span word) {
  uint32_t letters = 0;
  while (letters < lt_span_length(word) && lt_char_is_letter(lt_reading_char(r, word.end - 1 - letters))) letters++;
  return letters > 1 || (letters == 1 && lt_reading_char(r, word.end - 1) == 'W');
}

/* The word after a space, if it is one that belongs to a model's name: a number (3.5, 405B) or a tail (Sonnet, Turbo). */
static uint32_t tail_word(const lt_reading *r, uint32_t place, uint32_t limit) {
  if (place + 1 >= limit || lt_reading_char(r, place) != ' ') return place;
  uint32_t begin = place + 1, end = token_end(r, begin, limit);
  if (end <= begin) return place;
  if (end == begin + 1 && lt_char_is_upper(lt_reading_char(r, begin))) return end; /* Model Y, Walker S */
  bool number = lt_char_is_digit(lt_reading_char(r, begin)) || (lt_char_lower(lt_reading_char(r, begin)) == 'v' && lt_char_is_digit(lt_reading_char(r, begin + 1)));
  if (number && is_quantity(r, (lt_span){begin, end})) return place;
  return number || lt_is_word(r->lexicon, lt_reading_cut(r, (lt_span){begin, end}), LT_WORD_MODEL_TAIL) ? end : place;
}

static bool has_letter(const lt_reading *r, lt_span span) {
  for (uint32_t i = span.begin; i < span.end; i++) {
    if (lt_char_is_letter(lt_reading_char(r, i))) return true;
  }
  return false;
}

/* MODEL-1: where the whole name ends. A number after a Chinese name is its version and stays outside: 天工3.5. */
static uint32_t whole_model(const lt_reading *r, lt_span name, uint32_t limit) {
  if (!lt_char_is_latin(lt_reading_char(r, name.end - 1))) return name.end;
  uint32_t end = token_end(r, name.end, limit), next;
  if (end < name.end) end = name.end;
  while ((next = tail_word(r, end, limit)) > end) end = next;
  return end;
}

/* MODEL-4: -7B, -Chat, or 67B behind a space, at the end of a token that begins with a letter. */
static bool has_model_tail(const lt_reading *r, lt_span token) {
  uint32_t hyphen = token.end;
  while (hyphen > token.begin && lt_reading_char(r, hyphen - 1) != '-' && lt_reading_char(r, hyphen - 1) != ' ') hyphen--;
  if (hyphen <= token.begin + 1) return false;
  lt_slice tail = lt_reading_cut(r, (lt_span){hyphen, token.end});
  lt_char last = tail.length ? tail.at[tail.length - 1] : 0;
  bool size = tail.length > 1 && lt_char_is_digit(tail.at[0]) && (last == 'B' || last == 'b'), joined = lt_reading_char(r, hyphen - 1) == '-';
  return size || (joined && lt_is_word(r->lexicon, tail, LT_WORD_MODEL_TAIL));
}

/* DeepSeek系列, Moonshot模型: the firm's Latin name is here its model's. */
static bool is_series(const lt_reading *r, lt_span name) {
  if (!lt_char_is_letter(lt_reading_char(r, name.begin))) return false;
  const lt_hit *class = lt_reading_cue_here(r, name.end, LT_CUE_MODEL_CLASS);
  return class && lt_reading_term(r, class).value == 1;
}

/* Text-to-Image, NeRF-based */
static bool names_nothing(const lt_reading *r, lt_slice text) {
  enum { LONGEST_TAIL = 9 };
  for (uint32_t n = 5; n <= LONGEST_TAIL && n < text.length; n++) {
    if (lt_is_word(r->lexicon, (lt_slice){text.at + text.length - n, n}, LT_WORD_NO_MODEL_TAIL)) return true;
  }
  return lt_is_generic(r->lexicon, text) || lt_is_word(r->lexicon, text, LT_WORD_GENERIC);
}

static void extend_known(lt_finder *f, uint32_t i) {
  lt_candidate c = f->candidates.at[i];
  const lt_sentence *s = lt_sentence_around(f->r, c.span);
  if (s == NULL || (c.kind != LT_NAME_MODEL && c.kind != LT_NAME_COMPANY)) return;
  lt_span whole = {c.span.begin, whole_model(f->r, c.span, s->span.end)};
  if (c.kind == LT_NAME_COMPANY && is_series(f->r, c.span)) {
    lt_found(f, c.span, LT_NAME_MODEL, LT_SURE_EXTENDED, LT_NOT_KNOWN);
    return;
  }
  if (whole.end == c.span.end || names_nothing(f->r, lt_reading_cut(f->r, whole)) || (c.kind == LT_NAME_COMPANY && !has_model_tail(f->r, whole))) return;
  lt_term term;
  bool listed = lt_lexicon_find(f->r->lexicon, lt_reading_cut(f->r, whole), LT_CUE_CLASSES, &term);
  lt_found(f, whole, LT_NAME_MODEL, LT_SURE_EXTENDED, listed ? (uint32_t)term.value : LT_NOT_KNOWN);
}

static bool class_beside(const lt_reading *r, const lt_sentence *s, lt_span outer, int32_t widest) {
  uint32_t from = outer.begin > s->span.begin + 8 ? outer.begin - 8 : s->span.begin;
  const lt_hit *behind = lt_reading_cue_here(r, outer.end, LT_CUE_MODEL_CLASS);
  const lt_hit *before = lt_cue_before(r, from, outer.begin, LT_CUE_MODEL_CLASS);
  return (behind && lt_reading_term(r, behind).value <= widest) || (before && lt_reading_term(r, before).value <= widest);
}

static bool follows_release(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  uint32_t from = place > s->span.begin + 8 ? place - 8 : s->span.begin;
  return lt_cue_before(r, from, place, LT_CUE_RELEASE_VERB) ||
         (place > from && lt_reading_char(r, place - 1) == u'了' && lt_cue_before(r, from, place - 1, LT_CUE_RELEASE_VERB));
}

/* 拿出了高一米、重十公斤的“青简” */
static bool is_described_release(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  enum { FAR = 30 };
  uint32_t from = place > s->span.begin + FAR ? place - FAR : s->span.begin;
  if (place == from || lt_reading_char(r, place - 1) != u'的') return false;
  const lt_hit *verb = lt_reading_find_cue(r, (lt_span){from, place}, LT_CUE_RELEASE_VERB);
  return verb && lt_slice_index(lt_reading_cut(r, (lt_span){verb->begin, place}), u'，') == place - verb->begin;
}

enum { LONGEST_QUOTED = 20 };

static bool could_name_model(const lt_reading *r, lt_slice text) {
  if (text.length < 2 || text.length > LONGEST_QUOTED || lt_char_is_digit(text.at[0]) || lt_is_generic(r->lexicon, text)) return false;
  for (uint32_t n = 1; n <= 2 && n < text.length; n++) {
    if (lt_is_word(r->lexicon, (lt_slice){text.at + text.length - n, n}, LT_WORD_NO_MODEL_TAIL)) return false;
  }
  uint32_t grammar = 0;
  for (uint32_t i = 0; i < text.length; i++) {
    if (!lt_is_name_character(text.at[i]) && text.at[i] != ' ') return false;
    grammar += lt_is_function(r->lexicon, text.at[i]);
  }
  return grammar == 0 || (grammar == 1 && text.length >= 3 && text.length <= 6); /* 不二客服 */
}

/* 用模型“复刻”了一个地球, 该模型“非常好” */
static bool is_predicate(const lt_reading *r, lt_span quoted) {
  lt_char behind = lt_reading_char(r, quoted.end + 1);
  lt_slice head = {r->text->clean + quoted.begin, 2};
  return behind == u'了' || behind == u'着' || behind == u'过' || lt_is_word(r->lexicon, head, LT_CUE_ADVERB);
}

/* MODEL-2, MODEL-6; and, in a list, the quotation behind one that was taken. */
static bool try_quote(lt_finder *f, const lt_quote *quote, bool listed) {
  lt_reading *r = f->r;
  const lt_sentence *s = lt_sentence_around(r, quote->span);
  if (s == NULL || !could_name_model(r, lt_reading_cut(r, quote->span))) return false;
  lt_span outer = {quote->span.begin - 1, quote->span.end + 1};
  if (lt_is_word(r->lexicon, lt_reading_cut(r, quote->span), LT_WORD_MODEL_TAIL)) return false; /* “mini”系列模型 */
  bool its = outer.begin > s->span.begin + 1 && lt_reading_char(r, outer.begin - 1) == u'的' && lt_reading_char(r, outer.begin - 2) == u'它'; /* 它的「不二青简」 */
  bool shown = listed || its || class_beside(r, s, outer, 3) || follows_release(r, s, outer.begin);
  bool described = !shown && is_described_release(r, s, outer.begin) && !lt_is_made_of_words(r, quote->span);
  if ((!shown && !described) || is_predicate(r, quote->span)) return false;
  lt_found(f, quote->span, LT_NAME_MODEL, LT_SURE_SHAPE, LT_NOT_KNOWN);
  return true;
}

static bool joined(const lt_reading *r, const lt_quote *left, const lt_quote *right) {
  uint32_t gap = left->span.end + 1;
  if (right->span.begin != gap + 2 && right->span.begin != gap + 1) return false;
  lt_char c = lt_reading_char(r, gap);
  return c == u'、' || c == u'和' || c == u'与' || c == u'及' || is_opening(c);
}

static void in_quotes(lt_finder *f) {
  bool taken = false;
  for (uint32_t i = 0; i < f->r->quotes.count; i++) {
    bool listed = taken && joined(f->r, &f->r->quotes.at[i - 1], &f->r->quotes.at[i]);
    taken = try_quote(f, &f->r->quotes.at[i], listed);
  }
}

static bool is_mixed(const lt_reading *r, lt_span token) {
  bool upper = false, lower = false;
  for (uint32_t i = token.begin; i < token.end; i++) {
    upper = upper || lt_char_is_upper(lt_reading_char(r, i));
    lower = lower || lt_char_is_lower(lt_reading_char(r, i)) || lt_char_is_digit(lt_reading_char(r, i));
  }
  return upper && lower;
}

/* MODEL-7 */
static bool belongs_to_firm(const lt_finder *f, lt_span token) {
  const lt_reading *r = f->r;
  lt_char last = token.begin ? lt_reading_char(r, token.begin - 1) : 0;
  if (last == u'有') return lt_known_before(f, token.begin - 1) && is_mixed(r, token);
  return last == u'的' && lt_known_before(f, token.begin - 1) && lt_char_is_upper(lt_reading_char(r, token.begin)) && lt_char_is_digit(lt_reading_char(r, token.end - 1));
}

/* 观澜大模型Foundation团队, Foundation负责人: the Latin word describes what follows. */
static bool describes_next(const lt_reading *r, const lt_sentence *s, uint32_t end) {
  if (lt_reading_cue_here(r, end, LT_CUE_TITLE)) return true;
  return end + 2 <= s->span.end && lt_is_word(r->lexicon, lt_reading_cut(r, (lt_span){end, end + 2}), LT_WORD_GENERIC) && !lt_reading_cue_here(r, end, LT_CUE_MODEL_CLASS);
}

/* Guided in “Guided depth diffusion”: an English phrase goes on. */
static bool begins_phrase(const lt_reading *r, const lt_sentence *s, uint32_t end) {
  return end + 2 < s->span.end && lt_reading_char(r, end) == ' ' && lt_char_is_lower(lt_reading_char(r, end + 1)) && lt_char_is_lower(lt_reading_char(r, end + 2));
}

/* MODEL-9: two letters at least, then 4, 4o, 3.5, V2.5 or v1 behind the last hyphen. 19 of COVID-19 is no version: it has two digits;
** a long word in capitals is more often a data set. */
static bool has_version(const lt_reading *r, lt_span token) {
  uint32_t hyphen = token.end;
  while (hyphen > token.begin && lt_reading_char(r, hyphen - 1) != '-') hyphen--;
  enum { LONGEST_CAPITALS = 4 };
  if (hyphen > token.begin + LONGEST_CAPITALS + 1 && !is_mixed(r, (lt_span){token.begin, hyphen - 1})) return false;
  if (hyphen < token.begin + 3 || !lt_char_is_letter(lt_reading_char(r, hyphen - 2)) || !lt_char_is_letter(lt_reading_char(r, hyphen - 3))) return false;
  uint32_t place = hyphen + (lt_char_lower(lt_reading_char(r, hyphen)) == 'v');
  if (!lt_char_is_digit(lt_reading_char(r, place))) return false;
  place++;
  if (place + 1 < token.end && lt_reading_char(r, place) == '.' && lt_char_is_digit(lt_reading_char(r, place + 1))) place += 2;
  if (place < token.end && lt_reading_char(r, place) == 'o') place++;
  return place == token.end;
}

/* MODEL-3, MODEL-4, MODEL-6, MODEL-9 */
static void try_token(lt_finder *f, const lt_sentence *s, bool of_models, lt_span token) {
  lt_reading *r = f->r;
  uint32_t next;
  while ((next = tail_word(r, token.end, s->span.end)) > token.end) token.end = next;
  if (lt_is_word(r->lexicon, lt_reading_cut(r, token), LT_WORD_MODEL_TAIL)) return; /* mini, Pro: the end of another name */
  if (lt_span_length(token) < 2 || !has_letter(r, token) || lt_is_in_address(r, token) || describes_next(r, s, token.end)) return;
  bool beside = is_mixed(r, token) && class_beside(r, s, token, 2);
  bool released = is_mixed(r, token) && follows_release(r, s, token.begin) && lt_span_length(token) > 3 && !begins_phrase(r, s, token.end);
  bool explained = lt_span_length(token) > 3 && lt_slice_starts_with(lt_rest_of_sentence(r, s, token.end), LT_SLICE("（一款")); /* MODEL-8 */
  bool is_shown = beside || released || explained || has_model_tail(r, token) || (of_models && has_version(r, token)) || belongs_to_firm(f, token);
  if (is_shown && !names_nothing(r, lt_reading_cut(r, token))) lt_found(f, token, LT_NAME_MODEL, LT_SURE_SHAPE, LT_NOT_KNOWN);
}

static void in_latin(lt_finder *f, const lt_sentence *s, bool of_models) {
  for (uint32_t place = s->span.begin; (place = lt_text_next_mark(f->r->text, place, s->span.end)) < s->span.end; place++) {
    if (!lt_char_is_letter(lt_reading_char(f->r, place)) || (place > 0 && is_token_character(lt_reading_char(f->r, place - 1)))) continue;
    uint32_t end = token_end(f->r, place, s->span.end);
    if (end <= place) continue;
    try_token(f, s, of_models, (lt_span){place, end});
    place = end - 1;
  }
}

/* 的观澜大模型, （观澜大模型）, 云桥科技-观澜大模型 */
static bool leads_model(lt_char c) { return c == u'的' || c == u'、' || c == u'（' || c == '-'; }

/* MODEL-5 */
static void before_class(lt_finder *f, const lt_hit *class) {
  lt_reading *r = f->r;
  const lt_sentence *s = lt_sentence_around(r, lt_hit_span(class));
  if (s == NULL || lt_reading_term(r, class).value != 1 || !lt_slice_ends_with(lt_reading_cut(r, lt_hit_span(class)), LT_SLICE("大模型"))) return;
  for (uint32_t n = 2; n <= 4 && class->begin >= s->span.begin + n + 1; n++) {
    lt_span span = {class->begin - n, class->begin};
    lt_slice stem = lt_reading_cut(r, span);
    if (!lt_char_is_han(stem.at[0]) || lt_is_function(r->lexicon, stem.at[0])) return;
    bool led = leads_model(lt_reading_char(r, span.begin - 1)) || lt_known_before(f, span.begin) || follows_release(r, s, span.begin);
    if (!led || !could_name_model(r, stem) || lt_holds_generic(r->lexicon, stem)) continue;
    lt_found(f, span, LT_NAME_MODEL, LT_SURE_SHAPE, LT_NOT_KNOWN);
    return;
  }
}

/* Does the article speak of models: 大模型, 模型 twice? */
static bool speaks_of_models(const lt_reading *r) {
  uint32_t classes = 0;
  for (uint32_t i = 0; i < r->cues.count && classes < 2; i++) classes += r->cues.at[i].class == LT_CUE_MODEL_CLASS && lt_reading_term(r, &r->cues.at[i]).value == 1;
  return classes == 2;
}

void lt_find_models(lt_finder *f) {
  bool of_models = speaks_of_models(f->r);
  for (uint32_t i = 0; i < f->known; i++) extend_known(f, i);
  in_quotes(f);
  for (uint32_t i = 0; i < f->r->document->sentences.count; i++) in_latin(f, &f->r->document->sentences.at[i], of_models);
  for (uint32_t i = 0; i < f->r->cues.count; i++) {
    if (f->r->cues.at[i].class == LT_CUE_MODEL_CLASS) before_class(f, &f->r->cues.at[i]);
  }
}
