/* Memory with one life: everything learnt from one article is given back together. When memory runs out the arena remembers
** it (lt_arena_failed), small requests are served from one spare block, and the caller asks once at the end, so that code
** between stays straight. */
#ifndef LT_BASE_ARENA_H
#define LT_BASE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct lt_allocator {
  void *(*allocate)(uint64_t bytes); /* NULL when there is none */
  void (*release)(void *block);
} lt_allocator;

extern const lt_allocator lt_allocator_libc;

typedef struct lt_arena lt_arena;

enum { LT_ARENA_SPARE = 1024 }; /* bytes that are there even when memory is not */

/* NULL when there is no memory at all. */
lt_arena *lt_arena_new(const lt_allocator *allocator);
void lt_arena_free(lt_arena *arena); /* NULL is fine */

/* Aligned to 8 bytes, which is enough for anything but long double; not zeroed. NULL when memory ran out, now or earlier. */
void *lt_arena_block(lt_arena *arena, uint64_t bytes);

/* Zeroed; never NULL: after a failure always the same spare. bytes <= LT_ARENA_SPARE. */
void *lt_arena_object(lt_arena *arena, size_t bytes);

/* Gives the unused end of the newest block back: its first `bytes` stay. */
void lt_arena_trim(lt_arena *arena, void *block, uint64_t bytes);

bool lt_arena_failed(const lt_arena *arena);

/* Bytes taken from the allocator. */
uint64_t lt_arena_size(const lt_arena *arena);

#define LT_NEW(arena, type) ((type *)lt_arena_object((arena), sizeof(type)))

#endif
