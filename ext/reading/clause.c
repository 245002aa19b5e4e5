/* See clause.h. Brackets are followed at most FAR characters: a bracket that nothing closes is an ordinary character. */
#include "reading/clause.h"

#include "base/char.h"

enum { FAR = 300 };

static const lt_char brackets[][2] = {{u'（', u'）'}, {'(', ')'}, {u'《', u'》'}, {u'【', u'】'}, {'[', ']'}, {u'〈', u'〉'}};

bool lt_char_is_pause(lt_char c) {
  return c == u'，' || c == u'、' || c == u'；' || c == u'：' || c == ',' || c == ';' || c == ':' || c == u'—';
}

static bool is_quotation_mark(lt_char c) { return c == '"' || (c >= u'‘' && c <= u'”') || (c >= u'「' && c <= u'』') || c == u'〝'; }

static uint32_t step_over_bracket(const lt_char *clean, uint32_t place, uint32_t end, lt_char open, lt_char close) {
  if (end - place > FAR) end = place + FAR;
  int depth = 0;
  for (uint32_t i = place; i < end; i++) {
    if (clean[i] == open) depth++;
    else if (clean[i] == close && --depth == 0) return i + 1;
  }
  return place;
}

/* Most characters open nothing: those below are asked about first. */
static bool may_open(lt_char c) { return c == '"' || c == '(' || c == '[' || (c >= u'‘' && c <= u'”') || (c >= u'〈' && c <= u'〝') || c == u'（'; }

static uint32_t step_over(const lt_reading *reading, uint32_t place, uint32_t end) {
  const lt_char *clean = reading->text->clean;
  lt_char c = clean[place];
  if (is_quotation_mark(c)) {
    uint32_t i = lt_reading_quote_at(reading, place + 1);
    if (i == reading->quotes.count) return place;
    lt_span quote = reading->quotes.at[i].span;
    return quote.begin == place + 1 && quote.end < end ? quote.end + 1 : place;
  }
  for (size_t i = 0; i < sizeof brackets / sizeof brackets[0]; i++) {
    if (c == brackets[i][0]) return step_over_bracket(clean, place, end, c, brackets[i][1]);
  }
  return place;
}

static inline uint32_t behind_what_opens(const lt_reading *reading, uint32_t place, uint32_t end) {
  return may_open(reading->text->clean[place]) ? step_over(reading, place, end) : place;
}

uint32_t lt_clause_step_over(const lt_reading *reading, uint32_t place, uint32_t end) { return behind_what_opens(reading, place, end); }

/* STATEMENT-2  “河水迟早要涨。”何川说: a quoted sentence ends with its own full stop. But “怎么办？”的问题 goes on. */
static bool quote_ends_statement(const lt_char *clean, uint32_t place, uint32_t end) {
  lt_char last = clean[place - 2];
  if (!lt_char_ends_sentence(last) && last != u'…') return false;
  if (place == end) return true;
  lt_char next = clean[place];
  if (lt_char_is_pause(next) || lt_char_ends_sentence(next)) return false;
  return last == u'。' || !(next == u'的' || next == u'这' || next == u'等' || next == u'或' || next == u'和');
}

/* STATEMENT-1  。！？ end a statement, with the closing marks that follow them. */
static uint32_t statement_end(const lt_reading *reading, uint32_t place, uint32_t end) {
  const lt_char *clean = reading->text->clean;
  while ((place = lt_text_next_mark(reading->text, place, end)) < end) {
    uint32_t behind = behind_what_opens(reading, place, end);
    if (behind > place) {
      bool quoted = is_quotation_mark(clean[place]);
      place = behind;
      if (quoted && quote_ends_statement(clean, place, end)) return place;
    } else if (lt_char_ends_sentence(clean[place++])) {
      while (place < end && (lt_char_ends_sentence(clean[place]) || clean[place] == u'”' || clean[place] == u'」' || clean[place] == u'）')) place++;
      return place;
    }
  }
  return end;
}

bool lt_statement_next(const lt_reading *reading, lt_span paragraph, uint32_t place, lt_span *statement) {
  while (place < paragraph.end && lt_char_is_space(reading->text->clean[place])) place++;
  if (place >= paragraph.end) return false;
  *statement = (lt_span){place, statement_end(reading, place, paragraph.end)};
  return true;
}

/* 12:30 and 1,000 hold no pause. */
static bool pauses_here(const lt_char *clean, uint32_t place, lt_span statement) {
  lt_char c = clean[place];
  if (!lt_char_is_pause(c) || c == u'、') return false;
  if (c == u'—') return place + 1 < statement.end && clean[place + 1] == u'—';
  bool half_width = c == ',' || c == ':';
  return !(half_width && place > statement.begin && place + 1 < statement.end && lt_char_is_latin(clean[place - 1]) && lt_char_is_latin(clean[place + 1]));
}

static bool is_edge(lt_char c) { return lt_char_is_space(c) || lt_char_is_pause(c); }

bool lt_clause_next(const lt_reading *reading, lt_span statement, uint32_t place, lt_span *clause) {
  const lt_char *clean = reading->text->clean;
  while (place < statement.end && is_edge(clean[place])) place++;
  if (place >= statement.end) return false;
  uint32_t end = place;
  while ((end = lt_text_next_mark(reading->text, end, statement.end)) < statement.end && !pauses_here(clean, end, statement)) {
    uint32_t behind = behind_what_opens(reading, end, statement.end);
    end = behind > end ? behind : end + 1;
  }
  *clause = (lt_span){place, end};
  return true;
}

lt_span lt_clause_trim(const lt_reading *reading, lt_span s) {
  const lt_char *clean = reading->text->clean;
  while (s.begin < s.end && is_edge(clean[s.begin])) s.begin++;
  while (s.end > s.begin && (is_edge(clean[s.end - 1]) || clean[s.end - 1] == u'。')) s.end--;
  return s;
}

uint32_t lt_clause_skip_links(const lt_reading *reading, lt_span clause) {
  const lt_hit *hit;
  while (clause.begin < clause.end && (hit = lt_reading_cue_here(reading, clause.begin, LT_CUE_LINK)) != NULL && hit->begin + hit->length <= clause.end) {
    clause.begin += hit->length;
  }
  return clause.begin;
}
