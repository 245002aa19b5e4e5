/* Work counted in steps, the same on every machine: the program is compiled so that each branch its code takes comes by here
** (-fsanitize-coverage=trace-pc), and the C library's copying and searching count by the bytes they are given. */
#ifndef LT_TESTS_WORK_H
#define LT_TESTS_WORK_H

#include "tables/table.h"

/* The stages of a reading, and after them what makes values of it. */
enum { LT_WORK_TABLES = LT_STAGE_COUNT, LT_WORK_FUNCTIONS, LT_WORK_PARTS };

typedef struct lt_work {
  uint64_t steps[LT_WORK_PARTS];
  uint64_t bytes; /* of memory, all stages and tables */
} lt_work;

/* Reads a text in every way there is. False: out of memory. */
bool lt_work_of(const char *utf8, size_t bytes, lt_work *work);

const char *lt_work_name(int part);

#endif
