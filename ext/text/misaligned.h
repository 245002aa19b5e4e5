/* Inside of the repair of misaligned text: the lattice of ways to read it, shared by the rules (misaligned_rules.c) and by what
** chooses among the ways and writes the text (repair_misaligned.c). */
#ifndef LT_TEXT_MISALIGNED_H
#define LT_TEXT_MISALIGNED_H

#include "base/slice.h"
#include "text/doubt.h"

enum { LT_SPAN = 160, LT_WIDTH = 12 }; /* raw characters one repair looks at, ways kept at one place */

/* A character that a step wrote. Places are raw characters counted from where the repair begins. */
typedef struct lt_written {
  lt_char c;
  uint16_t from, until;
  uint8_t doubt; /* lt_doubt_level */
} lt_written;

/* One way to read the raw characters up to a place: the last step of it, and where the steps before are found. */
typedef struct lt_way {
  int32_t cost;    /* -10 ln of how likely the text is that it gives */
  uint16_t parent; /* index into ways, LT_NO_WAY at the beginning */
  uint16_t begin;  /* where this step began */
  lt_char last;    /* the character before, in normal form */
  uint16_t code;   /* and its bytes as written, 0 if it has not two */
  uint8_t pending; /* a first byte that waits for its second; 0: aligned */
  uint8_t pending_doubt; /* lt_doubt_level of that byte */
  uint8_t count;   /* characters that this step wrote */
  bool is_literal; /* this step left the text as it is */
  bool is_changed; /* some step did not */
  uint16_t pending_from;
  lt_written out[3];
} lt_way;

enum { LT_NO_WAY = UINT16_MAX };

typedef struct lt_lattice {
  uint32_t at, length; /* raw characters [at, at + length) are looked at */
  uint32_t effort;     /* steps taken */
  bool ends_text;      /* the text ends with them */
  bool in_title;       /* 《 is open before them */
  uint32_t quotation;  /* how long ago “ was opened that is not closed yet; 0: none is */
  bool was_converted;  /* the page has shown damage before */
  bool pairs_dropped;  /* whether private pairs may have been dropped without a trace */
  uint16_t furthest;   /* the last place that some way has reached */
  uint8_t counts[LT_SPAN + 1];
  lt_char stored[LT_SPAN + 1]; /* the characters looked at, as they are stored */
  lt_way ways[(LT_SPAN + 1) * LT_WIDTH];
} lt_lattice;

/* The raw character at a place; 0 behind the last. */
static inline lt_char lt_lattice_unit(const lt_lattice *l, uint32_t place) { return place < l->length ? l->stored[place] : 0; }

/* A character that a decoder wrote for a byte it could not read. */
static inline bool lt_is_lost(lt_char c) { return c == '?' || c == 0xFFFD; }

/* Keeps a way at a place, if it is among the best there. */
void lt_lattice_add(lt_lattice *l, uint32_t place, const lt_way *way);

/* Adds all ways that lead on from one that stands at a place; those over a dropped pair, which are many, only for a likely one. */
void lt_misaligned_expand(lt_lattice *l, const lt_way *from, uint32_t place, bool is_likely);

/* Does a cut usually stand before this character? */
bool lt_is_usual_cut(lt_char c);

#endif
