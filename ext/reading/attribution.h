/* Who says what: every place where the article gives words or a view to somebody else. Claims, quotations and sources rest on it.
**
**   何川表示，“…”        somebody speaks
**   据公开资料显示，…      a document says so
**   据了解，…              nobody in particular says so
**   …被视为…, 自称…        what something is held to be */
#ifndef LT_READING_ATTRIBUTION_H
#define LT_READING_ATTRIBUTION_H

#include "base/array.h"
#include "base/slice.h"

typedef enum lt_voice { LT_VOICE_SPEECH, LT_VOICE_DOCUMENT, LT_VOICE_HEARSAY, LT_VOICE_REGARD } lt_voice;

typedef struct lt_attribution {
  lt_voice voice;
  char hint;        /* what the verb makes of it: 'o' opinion, 'n' name, 'w' wish, 'f' fact, 'l' fact found out, 'p' prediction; 0: its wording tells */
  bool is_slogan;   /* 喊出“…”的口号: called out, which argues nothing */
  uint32_t paragraph;
  lt_span marker;   /* as written, 老船工何川坦言; empty where the words go on being somebody's without saying so */
  lt_span holder;   /* 老船工何川; empty if nobody is named */
  lt_span said;     /* the words or the view; in one paragraph; empty where the sentence only cites (图源：…) */
  lt_slice source;  /* canonical name of the holder where it has one; NULL if nobody is named */
  uint32_t entity;  /* the holder's, or UINT32_MAX */
  bool by_pronoun;  /* 他表示 */
} lt_attribution;

struct lt_reading;

/* Stage: cues, quotation marks and mentions → attributions, in reading order. */
void lt_attributions_read(struct lt_reading *reading);

#endif
