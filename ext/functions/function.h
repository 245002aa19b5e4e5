/* What a scalar llm_* function is: its name, its arguments, a few words about it, and what it makes of a text. Nothing here
** knows SQLite; ext/sqlite/function_module.c serves every function from this description. To add a function, write it in the
** file of its family and add a line to all.def. */
#ifndef LT_FUNCTIONS_FUNCTION_H
#define LT_FUNCTIONS_FUNCTION_H

#include "reading/reading.h"
#include "tables/value.h"

typedef struct lt_function {
  const char *name;
  const char *arguments; /* as an error shows them: "text" or "text[, anchor]" */
  int most_arguments;    /* the first must be given; of_pair: both */
  const char *meaning;
  const char *example, *result; /* an expression and what it gives, as text */
  unsigned stages; /* what must have been read: bits 1 << lt_stage */

  /* One of these: a function of what was read … */
  lt_value (*of_reading)(const lt_reading *reading, lt_day anchor);
  /* … or of the text alone, decoded; what it makes lives in the arena, or is the text itself. */
  lt_value (*of_text)(lt_arena *arena, lt_utf8 text);
  /* … or of what was read and a word that says in which form; html where none is asked for. LT_NULL: there is no such form. */
  lt_value (*of_form)(lt_arena *arena, const lt_reading *reading, lt_utf8 form);
  /* … or of two fingerprints, neither of them NULL. */
  lt_value (*of_pair)(int64_t a, int64_t b);
} lt_function;

extern const lt_function *const lt_functions[];
extern const uint32_t lt_function_count;

#endif
