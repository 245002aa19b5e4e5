/* A ring of batches under one lock. A batch is filled by the caller, read by whoever is free, and stored by the caller; a lock is
** taken twice a batch, so that it costs nothing beside the reading. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* pthread_sigmask */
#endif
#include "sqlite/archive_batch.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

enum { MOST_WORKERS = 15, BATCHES_A_THREAD = 2 };

struct lt_readers {
  lt_archive_manner manner;
  bool (*is_over)(void *asked);
  void *asked;
  pthread_mutex_t lock;
  pthread_cond_t waiting, read; /* a batch waits to be read; has been read */
  pthread_t workers[MOST_WORKERS];
  int worker_count;
  bool stop;
  lt_batch *batches;
  uint32_t size, oldest, used; /* batches oldest … oldest + used - 1 are on their way; the next one is being filled */
};

static lt_batch *batch_at(lt_readers *r, uint32_t i) { return &r->batches[(r->oldest + i) % r->size]; }

/* Only the calling thread may ask the caller. */
static bool is_stopped(lt_readers *r, bool calling) {
  bool over = calling && r->is_over(r->asked);
  pthread_mutex_lock(&r->lock);
  bool stop = r->stop = r->stop || over;
  pthread_mutex_unlock(&r->lock);
  return stop;
}

static void read_batch(lt_readers *r, lt_batch *batch, bool calling) {
  for (uint32_t i = 0; i < batch->count && !is_stopped(r, calling); i++) lt_archive_article_read(&batch->articles[i], r->manner);
}

/* Takes the oldest batch that waits; NULL if none does. The lock is held. */
static lt_batch *claim(lt_readers *r) {
  for (uint32_t i = 0; i < r->used; i++) {
    lt_batch *batch = batch_at(r, i);
    if (batch->state != LT_BATCH_WAITING) continue;
    batch->state = LT_BATCH_READING;
    return batch;
  }
  return NULL;
}

/* Reads a claimed batch; the lock is held before and after. */
static void read_claimed(lt_readers *r, lt_batch *batch, bool calling) {
  pthread_mutex_unlock(&r->lock);
  read_batch(r, batch, calling);
  pthread_mutex_lock(&r->lock);
  batch->state = LT_BATCH_READ;
  pthread_cond_broadcast(&r->read);
}

static void *work(void *readers) {
  lt_readers *r = readers;
  pthread_mutex_lock(&r->lock);
  while (!r->stop) {
    lt_batch *batch = claim(r);
    if (batch) read_claimed(r, batch, false);
    else pthread_cond_wait(&r->waiting, &r->lock);
  }
  pthread_mutex_unlock(&r->lock);
  return NULL;
}

/* Signals are the host's: our threads take none. */
static void start_workers(lt_readers *r, int count) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  while (r->worker_count < count && pthread_create(&r->workers[r->worker_count], NULL, work, r) == 0) r->worker_count++;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

lt_readers *lt_readers_new(int threads, lt_archive_manner manner, bool (*is_over)(void *asked), void *asked) {
  lt_readers *r = calloc(1, sizeof *r);
  if (r == NULL) return NULL;
  r->manner = manner;
  r->is_over = is_over;
  r->asked = asked;
  r->size = (uint32_t)(threads > 1 ? BATCHES_A_THREAD * threads : 1);
  r->batches = calloc(r->size, sizeof *r->batches);
  pthread_mutex_init(&r->lock, NULL);
  pthread_cond_init(&r->waiting, NULL);
  pthread_cond_init(&r->read, NULL);
  if (r->batches) start_workers(r, threads - 1);
  if (r->batches) return r;
  lt_readers_free(r);
  return NULL;
}

static void clear(lt_batch *batch) {
  for (uint32_t i = 0; i < LT_BATCH_ARTICLES; i++) lt_archive_article_clear(&batch->articles[i]);
  batch->count = 0;
  batch->bytes = 0;
  batch->state = LT_BATCH_FILLING;
}

void lt_readers_free(lt_readers *r) {
  if (r == NULL) return;
  pthread_mutex_lock(&r->lock);
  r->stop = true;
  pthread_cond_broadcast(&r->waiting);
  pthread_mutex_unlock(&r->lock);
  for (int i = 0; i < r->worker_count; i++) pthread_join(r->workers[i], NULL);
  for (uint32_t i = 0; r->batches && i < r->size; i++) clear(&r->batches[i]);
  pthread_cond_destroy(&r->read);
  pthread_cond_destroy(&r->waiting);
  pthread_mutex_destroy(&r->lock);
  free(r->batches);
  free(r);
}

lt_archive_article *lt_readers_add(lt_readers *r) {
  if (r->used == r->size) return NULL;
  lt_batch *batch = batch_at(r, r->used);
  return &batch->articles[batch->count];
}

void lt_readers_added(lt_readers *r, const lt_archive_article *article) {
  lt_batch *batch = batch_at(r, r->used);
  batch->count++;
  batch->bytes += article->bytes;
  if (batch->count == LT_BATCH_ARTICLES || batch->bytes >= LT_BATCH_BYTES) lt_readers_flush(r);
}

void lt_readers_flush(lt_readers *r) {
  pthread_mutex_lock(&r->lock);
  if (r->used < r->size && batch_at(r, r->used)->count > 0) {
    batch_at(r, r->used)->state = LT_BATCH_WAITING;
    r->used++;
    pthread_cond_signal(&r->waiting);
  }
  pthread_mutex_unlock(&r->lock);
}

lt_batch *lt_readers_take(lt_readers *r) {
  pthread_mutex_lock(&r->lock);
  while (r->used > 0 && batch_at(r, 0)->state != LT_BATCH_READ) {
    lt_batch *batch = claim(r);
    if (batch) read_claimed(r, batch, true);
    else pthread_cond_wait(&r->read, &r->lock);
  }
  lt_batch *oldest = r->used > 0 ? batch_at(r, 0) : NULL;
  pthread_mutex_unlock(&r->lock);
  return oldest;
}

void lt_readers_done(lt_readers *r) {
  pthread_mutex_lock(&r->lock);
  lt_batch *done = batch_at(r, 0);
  r->oldest = (r->oldest + 1) % r->size;
  r->used--;
  pthread_mutex_unlock(&r->lock);
  clear(done); /* no worker looks at it any more */
}
