/* Sentences end with 。！？ or …… and take the marks that close behind it along.
**
**   SENTENCE-1  ；and： end no sentence: a Chinese period is as long as its argument.
**   SENTENCE-2  Quoted speech is not cut while it is short. It ends the sentence it stands in where it was led up to (他说：
**               “不急。” | 然后走了。); where it comes first it goes on to whoever says it (“时间很重要。”一位人士说。) or to what it
**               is a name of (“为什么？”的问题). More than QUOTE_LONGEST characters are read as the several sentences they are.
**   SENTENCE-3  …… is a pause; it ends a sentence only with the paragraph.
**   SENTENCE-4  A bracket between sentences that holds whole sentences is one itself: （我们没有去。）
**   SENTENCE-5  A full stop of Latin script ends a sentence between Latin words only: 3.5, Ph.D., Nat. Catal. do not. */
#include "document/sentence.h"

#include "base/char.h"

enum { QUOTE_LONGEST = 120, ATTRIBUTION_LONGEST = 40 };

static bool closes(lt_char c) {
  return c == u'”' || c == u'’' || c == u'」' || c == u'』' || c == u'）' || c == ')' || c == u'】' || c == u'》' || c == ']';
}

/* The mark that closes what this one opens; 0 if it opens nothing. */
static lt_char partner(lt_char c) {
  switch (c) {
    case u'“': return u'”';
    case u'「': return u'」';
    case u'『': return u'』';
    case u'（': return u'）';
    case u'《': return u'》';
    case '(': return ')';
    default: return 0;
  }
}

/* Where the mark that closes the one at this place stands, if it is no further away than what is read as one piece. */
static uint32_t closing_place(lt_slice s, uint32_t open) {
  lt_char opening = s.at[open], closing = partner(opening);
  uint32_t depth = 0, limit = open + QUOTE_LONGEST;
  for (uint32_t i = open + 1; i < s.length && i <= limit; i++) {
    if (s.at[i] == opening) depth++;
    if (s.at[i] == closing && depth-- == 0) return i;
  }
  return s.length;
}

static bool ends_latin(lt_slice s, uint32_t at) {
  if (s.at[at] != '.' || at < 2 || !lt_char_is_lower(s.at[at - 1]) || !lt_char_is_lower(s.at[at - 2])) return false;
  if (at + 1 == s.length) return true;
  return at + 2 < s.length && s.at[at + 1] == ' ' && lt_char_is_upper(s.at[at + 2]) && at >= 4 && lt_char_is_lower(s.at[at - 3]);
}

static uint32_t past_end(lt_slice s, uint32_t i) {
  while (i < s.length && (lt_char_ends_sentence(s.at[i]) || s.at[i] == u'…')) i++;
  while (i < s.length && closes(s.at[i])) i++;
  return i;
}

static bool ends_here(lt_slice s, uint32_t i) {
  lt_char c = s.at[i];
  if (c == '!' || c == '?') return i + 1 == s.length || !lt_char_is_latin(s.at[i + 1]);
  if (lt_char_ends_sentence(c)) return true;
  return ends_latin(s, i);
}

static bool leads_up(lt_char c) { return c == u'：' || c == ':' || c == u'，' || c == ','; }

static bool is_bracket(lt_char c) { return c == u'（' || c == '('; }

static uint32_t first_cue(const lt_prose *p, uint32_t place) {
  uint32_t low = 0;
  LT_BISECT(low, p->cue_count, p->cues[i].begin < place);
  return low;
}

/* Does whoever says it come within the next words? …”一位专业人士说。 */
static bool is_attributed(const lt_prose *p, uint32_t from) {
  uint32_t to = from;
  while (to < p->text.length && to < from + ATTRIBUTION_LONGEST && !lt_char_ends_sentence(p->text.at[to]) && p->text.at[to] != u'“') to++;
  for (uint32_t i = first_cue(p, p->place + from); i < p->cue_count && p->cues[i].begin < p->place + to; i++) {
    if (p->cues[i].class == LT_CUE_SAY || p->cues[i].class == LT_CUE_SPEECH_VERB) return true;
  }
  return false;
}

static bool goes_on(const lt_prose *p, uint32_t from) {
  lt_term term;
  return leads_up(p->text.at[from]) || lt_lexicon_find(p->lexicon, (lt_slice){p->text.at + from, 1}, LT_WORD_AFTER_QUOTE, &term) ||
         is_attributed(p, from);
}

/* SENTENCE-2, SENTENCE-4. begin: of the sentence; open, close: the marks round what ends like a sentence or does not. */
static bool ends_with_quote(const lt_prose *p, uint32_t begin, uint32_t open, uint32_t close) {
  lt_slice s = p->text;
  lt_char last = s.at[close - 1];
  if (s.at[close] == u'》' || (!lt_char_ends_sentence(last) && last != u'…')) return false;
  if (is_bracket(s.at[open])) return open == begin;
  uint32_t next = close + 1;
  while (next < s.length && closes(s.at[next])) next++;
  if (next >= s.length || s.at[next] == u'“' || s.at[next] == u'「') return true;
  if (open > begin && leads_up(s.at[open - 1])) return !leads_up(s.at[next]);
  return open == begin && !goes_on(p, next);
}

uint32_t lt_sentence_end(const lt_prose *p, uint32_t begin) {
  lt_slice s = p->text;
  for (uint32_t i = begin; i < s.length; i++) {
    if (partner(s.at[i])) {
      uint32_t close = closing_place(s, i);
      if (close == s.length) continue;
      bool ends = ends_with_quote(p, begin, i, close);
      i = close;
      if (ends) return past_end(s, close + 1);
    } else if (ends_here(s, i)) {
      return past_end(s, i + 1);
    }
  }
  return s.length;
}
