/* What looks like a name by its characters alone, before anyone asks what it names. */
#ifndef LT_READING_NAME_SHAPE_H
#define LT_READING_NAME_SHAPE_H

#include "lexicon/lexicon.h"

/* Is this text, or this character, a word of the class? */
bool lt_is_word(const lt_lexicon *lexicon, lt_slice text, lt_cue_class class);
bool lt_is_function(const lt_lexicon *lexicon, lt_char c);

/* Does the character at this place of a text do grammar's work (由, 在, 的)? 据 in 数据 and 能 in 智能 do none. */
bool lt_works_as_grammar(const lt_lexicon *lexicon, lt_slice text, uint32_t place);

/* A function character that stands in no name at all; 以 and 若 do now and then (韩以牧). */
bool lt_is_never_in_name(const lt_lexicon *lexicon, lt_char c);

/* A character that can stand inside a name: Han, Latin, digit, and · - & . between them. */
bool lt_is_name_character(lt_char c);
bool lt_holds_han(lt_slice text);

/* Characters of the surname that text begins with, 0 if none. *common: it is hardly anything but a surname. */
uint32_t lt_surname_length(const lt_lexicon *lexicon, lt_slice text, bool *common);

/* Characters of the Chinese personal name that could stand at the head of text, a surname and `given` more; 0 if it cannot:
** a function character in it (where strong, one that is never in a name), an ordinary word at its head (方面, 高管). */
uint32_t lt_chinese_name_length(const lt_lexicon *lexicon, lt_slice text, uint32_t given, bool strong);

/* Characters of the foreign name in Chinese transliteration at the head of text: 亨利·福特, or, where bare is allowed, 马斯克
** (three characters or more, all of transliteration). 0 if none. */
uint32_t lt_foreign_name_length(const lt_lexicon *lexicon, lt_slice text, bool bare);

/* Characters of the two to four capitalised Latin words at the head of text (Jack Clark, An Yang); 0 if none. */
uint32_t lt_latin_name_length(lt_slice text);

/* Is the last of these Latin words one of a firm or a body (Fusion Fund)? */
bool lt_is_latin_body(const lt_lexicon *lexicon, lt_slice text);

/* Is the text made of describing words alone (互联网, 新能源汽车)? Such a text names nothing. */
bool lt_is_generic(const lt_lexicon *lexicon, lt_slice text);

/* Characters of the place that text begins with, 0 if none. */
uint32_t lt_place_length(const lt_lexicon *lexicon, lt_slice text);

/* Does any two characters of it make such a word? */
bool lt_holds_generic(const lt_lexicon *lexicon, lt_slice text);

#endif
