/* Clean text in the making: stretches of the stored text that stay, characters put in place of damaged ones, and the runs that lead
** back. While nothing is changed nothing is copied: the clean text is then the very memory the text was decoded into. */
#ifndef LT_TEXT_WRITER_H
#define LT_TEXT_WRITER_H

#include "text/text.h"
#include "text/units.h"
#include "text/variant.h"

typedef enum lt_glosses { LT_GLOSSES_UNKNOWN, LT_GLOSSES_NONE, LT_GLOSSES_SHOWN } lt_glosses;

typedef struct lt_writer {
  lt_text *text;
  const lt_units *units;
  lt_char *out;          /* NULL until something is changed */
  uint32_t length, room; /* of out */
  uint32_t read;         /* units up to here are written or left out */
  uint32_t pair;         /* first astral character at or after `read` */
  lt_places senses;      /* where characters by sense stand in the clean text */
  lt_char last_stored;   /* the character put last, before its normal form; it stands at last_at */
  uint32_t last_at;
  uint32_t gloss_byte, gloss_end; /* the byte where the gloss left out last began, the unit where it ended */
  lt_glosses glosses;    /* whether the page shows glosses with tone marks */
  uint32_t not_western;  /* up to here no bytes are hidden in Western characters */
  uint64_t effort;       /* spent on repairs that try many ways */
} lt_writer;

/* Keeps all units up to a place that are not written yet. */
void lt_writer_keep(lt_writer *w, uint32_t until);

/* Keeps up to `from`, then leaves out the units up to `until`. */
void lt_writer_skip(lt_writer *w, uint32_t from, uint32_t until);

/* Writes the normal form of a code point that stands for units [from, until); what stands before `from` and is not written yet is kept. */
void lt_writer_put(lt_writer *w, uint32_t code_point, uint32_t from, uint32_t until);

/* The character written last takes in the raw characters up to the unit `until`. */
void lt_writer_extend(lt_writer *w, uint32_t until);

/* Remembers that a character by sense stands at the unit, or was put there last. */
void lt_writer_note_sense(lt_writer *w, uint32_t unit);

/* The index-th character before a unit that is not written yet, counted from 1, as clean text has it so far; 0 at its beginning. */
lt_char lt_writer_before(const lt_writer *w, uint32_t unit, uint32_t index);

/* The character before a mark as it was stored, where a gloss between the two has been left out; 0 at the beginning. */
lt_char lt_writer_stored_before(const lt_writer *w, const lt_mark *mark);

/* Tells of a repair that was read from units [from, until) and wrote the last `written` characters. */
void lt_writer_tell(lt_writer *w, lt_repair_kind kind, uint32_t from, uint32_t until, uint32_t written);

/* Keeps the rest and hands the clean text over, which can still be changed in place. NULL when memory ran out. */
lt_char *lt_writer_finish(lt_writer *w);

#endif
