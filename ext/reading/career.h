/* Careers, as a text tells them: whom it speaks of where it names nobody, and which of several jobs is the present one. */
#ifndef LT_READING_CAREER_H
#define LT_READING_CAREER_H

#include "reading/relator.h"

/* After each sentence: the person it has told of is the one the next ones speak of (他, or nobody named). */
void lt_career_note_hero(lt_relator *relator);

/* The people that the words at a place of the sentence speak of: those the clause begins with, else an earlier clause of the sentence,
** else whom the text speaks of. False if nobody. */
bool lt_career_people(lt_relator *relator, uint32_t place, lt_unit *people);

/* Has the sentence said by this place that it tells of the past (曾, 此前), and not come back to the present (现任, 如今)? */
bool lt_career_is_past(const lt_relator *relator, uint32_t place);

/* These people work at this firm. Anew: no longer where the same paragraph said before that they do. */
void lt_career_joins(lt_relator *relator, const lt_unit *people, uint32_t firm, lt_span where, bool anew);

#endif
