/* A line on standard error that is written over, only where that is a terminal and only after two seconds. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* clock_gettime */
#endif
#include "sqlite/archive_progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void lt_progress_begin(lt_progress *p, int64_t total) { *p = (lt_progress){.total = total, .begun = now()}; }

static double seconds_left(const lt_progress *p, double seconds) {
  return p->articles > 0 && p->total > p->articles ? seconds / (double)p->articles * (double)(p->total - p->articles) : 0;
}

void lt_progress_show(lt_progress *p, const char *doing) {
  double seconds = now() - p->begun;
  if (seconds < 2 || !isatty(STDERR_FILENO)) return;
  fprintf(stderr, "\r\033[K%s: %lld of %lld articles, %.1f MB/s, %.0f s left", doing, (long long)p->articles, (long long)p->total,
          (double)p->bytes / seconds / 1e6, seconds_left(p, seconds));
  fflush(stderr);
  p->shown = now();
}

void lt_progress_add(lt_progress *p, int64_t articles, size_t bytes) {
  p->articles += articles;
  p->bytes += bytes;
  if (p->articles % 64 == 0 && now() - p->shown > 0.2) lt_progress_show(p, "reading");
}

void lt_progress_end(lt_progress *p) {
  if (p->shown > 0) fputs("\r\033[K", stderr);
}

int lt_progress_write(const lt_progress *p, lt_archive *a, const char *state) {
  double seconds = now() - p->begun;
  char *values = sqlite3_mprintf("state = %Q, articles = %lld, total = %lld, megabytes = %f, seconds = %f, megabytes_per_second = %f, seconds_left = %f",
                                 state, (long long)p->articles, (long long)p->total, (double)p->bytes / 1e6, seconds,
                                 seconds > 0 ? (double)p->bytes / seconds / 1e6 : 0.0, seconds_left(p, seconds));
  int result = values ? lt_archive_run(a, "UPDATE @progress SET %s", values) : SQLITE_NOMEM;
  sqlite3_free(values);
  return result;
}
