/* Everything found in an article as marks over its text, and a walk over text and marks that nests them properly: where two overlap,
** the inner one is cut at the end of the outer. */
#ifndef LT_FUNCTIONS_ANNOTATION_H
#define LT_FUNCTIONS_ANNOTATION_H

#include "functions/out.h"
#include "reading/reading.h"
#include "tables/table.h"

/* Of two marks on one stretch the later one is the inner. */
typedef enum lt_layer {
  LT_LAYER_CLAIM,
  LT_LAYER_QUOTE,
  LT_LAYER_SOURCE,
  LT_LAYER_DATE,
  LT_LAYER_FIGURE,
  LT_LAYER_COMPANY, /* from here on the kinds of names, in their order */
  LT_LAYER_PERSON,
  LT_LAYER_ORGANIZATION,
  LT_LAYER_MODEL,
  LT_LAYER_GROUP,
  LT_LAYER_COUNT
} lt_layer;

extern const char *const lt_layer_names[LT_LAYER_COUNT];
extern const lt_layer lt_legend[LT_LAYER_COUNT]; /* the order that legends have */

typedef struct lt_note {
  lt_span span;
  lt_layer layer;
  uint32_t row; /* of the layer's table */
  int8_t polarity; /* of a claim */
} lt_note;

typedef struct lt_annotation {
  const lt_reading *reading;
  lt_arena *arena;
  lt_rows rows[LT_LAYER_COMPANY + 1]; /* of the tables that marks come from; all kinds of names share the last */
  LT_ARRAY(lt_note) notes; /* by begin, the longer first */
  uint32_t counts[LT_LAYER_COUNT];
} lt_annotation;

/* The stages it needs, bits 1 << lt_stage. */
enum {
  LT_ANNOTATION_STAGES = 1 << LT_STAGE_LINKS | 1 << LT_STAGE_SOURCES | 1 << LT_STAGE_CLAIMS | 1 << LT_STAGE_SPEAKERS | 1 << LT_STAGE_RELATIONS
};

/* NULL when memory ran out. */
lt_annotation *lt_annotation_make(lt_arena *arena, const lt_reading *reading);

/* Rows of a table, filled from the reading; none when memory ran out. */
lt_rows lt_annotation_rows(lt_arena *arena, const lt_reading *reading, const lt_table *table);

/* What is known of a mark: its kind and name or value, then a line for each thing more. */
void lt_annotation_tell(const lt_annotation *annotation, const lt_note *note, lt_out *out, bool markup);

/* Is the paragraph part of the article as llm_clean gives it? */
bool lt_annotation_shows(const lt_annotation *annotation, const lt_paragraph *paragraph);

typedef struct lt_annotation_walk {
  const lt_annotation *annotation;
  void *to;
  void (*open)(void *to, const lt_note *note, bool again);  /* again: a mark that was cut goes on */
  void (*close)(void *to, const lt_note *note);
  void (*text)(void *to, lt_slice text);
  uint32_t next; /* note */
  uint32_t depth;
  const lt_note *stack[16]; /* those open, the outermost first */
} lt_annotation_walk;

/* Walks over a paragraph; paragraphs come in order. */
void lt_annotation_walk_over(lt_annotation_walk *walk, lt_span paragraph);

#endif
