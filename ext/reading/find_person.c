/* People that no list has.
**
**   PERSON-1  a title stands before the name: 创始人兼CEO林远舟, 首席科学家Anna Lindqvist
**   PERSON-2  a title stands right behind it: 沈望舟教授
**   PERSON-3  it opens a clause, or follows 的 or a quoted title, and speaks or acts: 周岚表示, 任教于东江大学的周岚认为
**   PERSON-4  it stands in a list beside a person: 林远舟、沈望舟等
**   PERSON-5  it opens a line that explains it: 周岚：视觉团队负责人; 周岚，1985年生
**   PERSON-6  transliterated parts joined by a dot: 亨利·福特
**   PERSON-7  three characters that open a clause and stand elsewhere too, with other neighbours
**
** How long a Chinese name is, one given character or two, is told by what follows: a name ends where a title, a verb of
** speech, a function character or punctuation stands. A surname that is also a common word (何, 和, 高) has to be shown twice. */
#include "base/char.h"
#include "reading/finder.h"
#include "reading/name_shape.h"

/* A word that follows names stands here. */
static bool word_follows(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  for (uint32_t i = lt_reading_cue_at(r, place); i < r->cues.count && r->cues.at[i].begin == place; i++) {
    lt_cue_class class = r->cues.at[i].class;
    if (class == LT_CUE_TITLE || class == LT_CUE_BOUNDARY || class == LT_CUE_RELEASE_VERB || class == LT_CUE_SPEECH_VERB || class == LT_CUE_JOB_VERB) return true;
  }
  lt_slice rest = lt_rest_of_sentence(r, s, place);
  for (uint32_t n = 1; n <= 3 && n <= rest.length; n++) {
    if (lt_is_word(r->lexicon, (lt_slice){rest.at, n}, LT_WORD_AFTER_NAME)) return true;
  }
  return false;
}

static bool ends_name(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  if (place >= s->span.end || !lt_is_name_character(lt_reading_char(r, place)) || lt_reading_char(r, place) == '.') return true;
  return lt_is_function(r->lexicon, lt_reading_char(r, place)) || word_follows(r, s, place);
}

/* The Chinese name that begins here; 0 if none. sure: what follows says that it ends there. */
static uint32_t chinese_name(const lt_reading *r, const lt_sentence *s, uint32_t place, bool strong, bool *sure) {
  lt_slice rest = lt_rest_of_sentence(r, s, place);
  uint32_t two = lt_chinese_name_length(r->lexicon, rest, 1, strong), three = lt_chinese_name_length(r->lexicon, rest, 2, strong);
  *sure = true;
  if (two && word_follows(r, s, place + two)) return two; /* 周岚|认为, not 周岚认|为 */
  if (two && three && lt_is_function(r->lexicon, lt_reading_char(r, place + two))) return two; /* 周岚|到, not 周岚到 */
  if (three && ends_name(r, s, place + three)) return three;
  if (two && ends_name(r, s, place + two)) return two;
  *sure = false;
  return two && three && lt_goes_on_differently(r, (lt_span){place, place + two}) ? two : three;
}

static bool has_common_surname(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  bool common = false;
  lt_surname_length(r->lexicon, lt_rest_of_sentence(r, s, place), &common);
  return common;
}

static uint32_t latin_person(const lt_reading *r, lt_slice rest) {
  uint32_t n = lt_latin_name_length(rest);
  return n && !lt_is_latin_body(r->lexicon, (lt_slice){rest.at, n}) ? n : 0;
}

/* Any kind of personal name that begins here. strong: the context promises a person, so a doubtful end or surname will do. */
static uint32_t person_here(const lt_reading *r, const lt_sentence *s, uint32_t place, bool strong) {
  if (place >= s->span.end) return 0;
  lt_slice rest = lt_rest_of_sentence(r, s, place);
  uint32_t n = latin_person(r, rest);
  if (n && strong) return n;
  n = lt_foreign_name_length(r->lexicon, rest, strong);
  bool sure;
  uint32_t chinese = chinese_name(r, s, place, strong, &sure);
  if (n > chinese && ends_name(r, s, place + n)) return n;
  if (chinese == 0 || has_common_surname(r, s, place)) return sure || strong ? chinese : 0;
  return sure && lt_goes_on_differently(r, (lt_span){place, place + chinese}) ? chinese : 0;
}

static void found(lt_finder *f, uint32_t begin, uint32_t length) {
  lt_found(f, (lt_span){begin, begin + length}, LT_NAME_PERSON, LT_SURE_SHAPE, LT_NOT_KNOWN);
}

/* PERSON-4, to the right; the list may be long. */
static void follow_list(lt_finder *f, const lt_sentence *s, uint32_t end) {
  while (end < s->span.end && (lt_reading_char(f->r, end) == u'、' || lt_reading_char(f->r, end) == u'和' || lt_reading_char(f->r, end) == u'与')) {
    uint32_t begin = end + 1, n = person_here(f->r, s, begin, false);
    if (n == 0 || !ends_name(f->r, s, begin + n)) return;
    found(f, begin, n);
    end = begin + n;
  }
}

/* PERSON-1. Titles follow one another (创始人兼CEO): the name stands behind the last. */
static void after_title(lt_finder *f, const lt_hit *title) {
  const lt_sentence *s = lt_sentence_around(f->r, lt_hit_span(title));
  if (s == NULL) return;
  uint32_t place = title->begin + title->length;
  while (place < s->span.end && (lt_reading_char(f->r, place) == ' ' || lt_reading_char(f->r, place) == u'、')) place++;
  uint32_t n = person_here(f->r, s, place, true);
  if (n == 0) return;
  found(f, place, n);
  follow_list(f, s, place + n);
}

/* PERSON-2 */
static void before_title(lt_finder *f, const lt_hit *title) {
  const lt_sentence *s = lt_sentence_around(f->r, lt_hit_span(title));
  if (s == NULL) return;
  for (uint32_t n = 2; n <= 4 && title->begin >= s->span.begin + n; n++) {
    uint32_t begin = title->begin - n;
    bool starts = begin == s->span.begin || !lt_is_name_character(lt_reading_char(f->r, begin - 1)) || lt_is_function(f->r->lexicon, lt_reading_char(f->r, begin - 1));
    if (!starts || !has_common_surname(f->r, s, begin)) continue;
    lt_slice name = lt_reading_cut(f->r, (lt_span){begin, title->begin});
    bool common;
    uint32_t surname = lt_surname_length(f->r->lexicon, name, &common);
    if (lt_chinese_name_length(f->r->lexicon, name, n - surname, false) == n && n - surname >= 1 && n - surname <= 2) found(f, begin, n);
  }
}

static bool opens_clause(const lt_reading *r, const lt_sentence *s, uint32_t place) {
  if (place == s->span.begin) return true;
  lt_char c = lt_reading_char(r, place - 1);
  return c == u'，' || c == u'；' || c == u'：' || c == u'。' || c == u'”' || c == u'」' || c == ',' || c == ':' || c == u'（';
}

/* PERSON-3, PERSON-5 */
static void at_clause(lt_finder *f, const lt_sentence *s, uint32_t place) {
  lt_reading *r = f->r;
  bool sure;
  uint32_t n = chinese_name(r, s, place, false, &sure);
  if (n == 0 || !sure || !has_common_surname(r, s, place)) n = lt_foreign_name_length(r->lexicon, lt_rest_of_sentence(r, s, place), false);
  if (n == 0 && !lt_reading_cue_here(r, place, LT_CUE_TITLE)) n = latin_person(r, lt_rest_of_sentence(r, s, place));
  uint32_t end = place + n;
  if (n == 0 || end >= s->span.end) return;
  bool speaks = lt_reading_cue_here(r, end, LT_CUE_SPEECH_VERB) != NULL;
  bool again = n == 3 && lt_char_is_han(lt_reading_char(r, place)) && opens_clause(r, s, place) && lt_goes_on_differently(r, (lt_span){place, end});
  bool explained = (lt_reading_char(r, end) == u'：' || lt_reading_char(r, end) == u'，') && place == s->span.begin &&
                   lt_reading_find_cue(r, (lt_span){end, end + 24 < s->span.end ? end + 24 : s->span.end}, LT_CUE_TITLE);
  if (speaks || explained || again) found(f, place, n);
}

/* PERSON-6: places of a dot between transliterated parts. */
static void around_dot(lt_finder *f, const lt_sentence *s, uint32_t dot) {
  uint32_t begin = dot;
  while (begin > s->span.begin && dot - begin < 8 && lt_is_word(f->r->lexicon, (lt_slice){&f->r->text->clean[begin - 1], 1}, LT_WORD_TRANSLITERATION)) begin--;
  uint32_t n = lt_foreign_name_length(f->r->lexicon, lt_rest_of_sentence(f->r, s, begin), false);
  while (n > 3 && begin + n > dot + 2 && word_follows(f->r, s, begin + n - 1)) n--; /* 格奥尔格·魏斯|提出 */
  lt_slice next = lt_reading_cut(f->r, (lt_span){begin + n, begin + n + 2});
  bool names_thing = begin + n + 2 <= s->span.end && (lt_is_word(f->r->lexicon, next, LT_WORD_GENERIC) || lt_is_word(f->r->lexicon, next, LT_WORD_EPONYM));
  bool title = begin > s->span.begin && lt_reading_char(f->r, begin - 1) == u'《';
  if (begin >= dot || begin + n <= dot || names_thing || title) return; /* not 冯·诺依曼架构, nor a book of that name */
  const lt_candidate *firm = lt_known_before(f, begin + n); /* 福特 in 亨利·福特 is no firm */
  bool inside = firm && firm->kind != LT_NAME_PERSON && firm->span.begin > begin;
  lt_found(f, (lt_span){begin, begin + n}, LT_NAME_PERSON, inside ? LT_SURE_EXTENDED : LT_SURE_SHAPE, LT_NOT_KNOWN);
}

/* PERSON-3, behind 的 or a closing quotation mark: only with a word behind that names have. */
static void inside_clause(lt_finder *f, const lt_sentence *s, uint32_t place) {
  bool sure;
  uint32_t n = chinese_name(f->r, s, place, false, &sure);
  if (n && sure && has_common_surname(f->r, s, place) && word_follows(f->r, s, place + n)) found(f, place, n);
}

/* The next character at or behind a place that a name may stand behind: a mark, or 的. mark: the next one, looked for where it is behind us. */
static uint32_t next_stop(const lt_reading *r, uint32_t place, uint32_t end, uint32_t *mark) {
  if (*mark < place) *mark = lt_text_next_mark(r->text, place, end);
  return place + lt_slice_index(lt_reading_cut(r, (lt_span){place, *mark}), u'的');
}

static void in_sentence(lt_finder *f, const lt_sentence *s) {
  uint32_t mark = lt_text_next_mark(f->r->text, s->span.begin, s->span.end);
  at_clause(f, s, s->span.begin);
  for (uint32_t place = s->span.begin; (place = next_stop(f->r, place, s->span.end, &mark)) < s->span.end;) {
    lt_char stop = lt_reading_char(f->r, place);
    if (stop == u'·') around_dot(f, s, place);
    if (++place == s->span.end) break;
    if (opens_clause(f->r, s, place)) at_clause(f, s, place);
    if (stop == u'的' || stop == u'”' || stop == u'」') inside_clause(f, s, place);
  }
}

void lt_find_people(lt_finder *f) {
  for (uint32_t i = 0; i < f->r->cues.count; i++) {
    if (f->r->cues.at[i].class != LT_CUE_TITLE) continue;
    after_title(f, &f->r->cues.at[i]);
    before_title(f, &f->r->cues.at[i]);
  }
  for (uint32_t i = 0; i < f->r->document->sentences.count; i++) in_sentence(f, &f->r->document->sentences.at[i]);
  for (uint32_t i = 0; i < f->known; i++) {
    const lt_candidate *c = &f->candidates.at[i];
    const lt_sentence *s = c->kind == LT_NAME_PERSON ? lt_sentence_around(f->r, c->span) : NULL;
    if (s) follow_list(f, s, c->span.end);
  }
}
