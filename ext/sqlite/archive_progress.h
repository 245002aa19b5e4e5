/* How far a build has come: on a terminal as it goes, and as the one row of arc_progress. */
#ifndef LT_SQLITE_ARCHIVE_PROGRESS_H
#define LT_SQLITE_ARCHIVE_PROGRESS_H

#include "sqlite/archive.h"

typedef struct lt_progress {
  int64_t articles, total; /* looked at, there are */
  uint64_t bytes;          /* read */
  double begun, shown;     /* seconds of a clock; shown: 0 if never */
} lt_progress;

void lt_progress_begin(lt_progress *progress, int64_t total);
void lt_progress_add(lt_progress *progress, int64_t articles, size_t bytes);
void lt_progress_show(lt_progress *progress, const char *doing);
void lt_progress_end(lt_progress *progress);

int lt_progress_write(const lt_progress *progress, lt_archive *a, const char *state);

#endif
