/* Articles read in batches, by several threads, and handed back in the order they came. At most a few batches are on their way, so
** memory is bounded however many articles there are. The calling thread reads too whenever it would have to wait. */
#ifndef LT_SQLITE_ARCHIVE_BATCH_H
#define LT_SQLITE_ARCHIVE_BATCH_H

#include "sqlite/archive_article.h"

enum { LT_BATCH_ARTICLES = 16, LT_BATCH_BYTES = 128 * 1024 };

typedef enum lt_batch_state { LT_BATCH_FILLING, LT_BATCH_WAITING, LT_BATCH_READING, LT_BATCH_READ } lt_batch_state;

typedef struct lt_batch {
  lt_archive_article articles[LT_BATCH_ARTICLES];
  uint32_t count;
  size_t bytes;
  lt_batch_state state;
} lt_batch;

typedef struct lt_readers lt_readers;

/* threads: 1 for the calling thread alone, which asks `is_over` before every article it reads: true stops all of them. NULL when memory
** ran out. */
lt_readers *lt_readers_new(int threads, lt_archive_manner manner, bool (*is_over)(void *asked), void *asked);

/* Stops the threads, each after the article it is at, and lets go of everything. */
void lt_readers_free(lt_readers *readers);

/* The next article's place, empty. The caller puts key, text, bytes, is_blob, given and hash there. NULL: take a batch first. */
lt_archive_article *lt_readers_add(lt_readers *readers);

/* The article is complete; its batch is read when it is full, or flushed. */
void lt_readers_added(lt_readers *readers, const lt_archive_article *article);
void lt_readers_flush(lt_readers *readers);

/* The oldest batch, read; NULL if there is none. An article that was not read, as memory ran out or reading was stopped, has
** read == false. */
lt_batch *lt_readers_take(lt_readers *readers);

/* The batch last taken has been stored. */
void lt_readers_done(lt_readers *readers);

#endif
