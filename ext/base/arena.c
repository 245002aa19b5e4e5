/* A chain of chunks, each twice the last, cut from the front. Freeing walks the chain; nothing is freed singly, so the whole
** allocator is these few lines. */
#include "base/arena.h"

#include <stdlib.h>
#include <string.h>

/* For the address sanitizer, which would see one large block only: our blocks stand apart, and all else of a chunk is poison. */
#ifdef LT_ARENA_GUARDED
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
#define forbid(at, bytes) ASAN_POISON_MEMORY_REGION((at), (bytes))
#define allow(at, bytes) ASAN_UNPOISON_MEMORY_REGION((at), (bytes))
#else
enum { GAP = 0 };
#define forbid(at, bytes) ((void)0)
#define allow(at, bytes) ((void)0)
#endif

typedef struct chunk {
  struct chunk *next;
  uint64_t size;
} chunk;

struct lt_arena {
  const lt_allocator *allocator;
  chunk *chunks;
  char *free, *end; /* the unused part of the newest chunk */
  uint64_t size;
  bool failed;
  uint64_t spare[LT_ARENA_SPARE / sizeof(uint64_t)];
};

/* SQLite's allocator, one of those beneath us, promises eight bytes and no more. */
enum { ALIGNMENT = 8, FIRST_CHUNK = 16 * 1024, LARGEST_STEP = 1024 * 1024 };

static void *libc_allocate(uint64_t bytes) { return bytes > SIZE_MAX ? NULL : malloc((size_t)bytes); }

const lt_allocator lt_allocator_libc = {libc_allocate, free};

lt_arena *lt_arena_new(const lt_allocator *allocator) {
  lt_arena *arena = allocator->allocate(sizeof *arena);
  if (arena == NULL) return NULL;
  memset(arena, 0, sizeof *arena);
  arena->allocator = allocator;
  arena->size = sizeof *arena;
  return arena;
}

void lt_arena_free(lt_arena *arena) {
  if (arena == NULL) return;
  for (chunk *c = arena->chunks, *next; c; c = next) {
    next = c->next;
    allow(c, c->size);
    arena->allocator->release(c);
  }
  arena->allocator->release(arena);
}

static uint64_t aligned(uint64_t bytes) { return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT; }

static bool add_chunk(lt_arena *arena, uint64_t bytes) {
  uint64_t step = arena->size < FIRST_CHUNK ? FIRST_CHUNK : arena->size < LARGEST_STEP ? arena->size : LARGEST_STEP;
  uint64_t size = aligned(sizeof(chunk)) + (bytes > step ? bytes : step);
  chunk *c = arena->allocator->allocate(size);
  if (c == NULL) return false;
  c->next = arena->chunks;
  c->size = size;
  arena->chunks = c;
  arena->free = (char *)c + aligned(sizeof(chunk));
  arena->end = (char *)c + size;
  arena->size += size;
  forbid(arena->free, arena->end - arena->free);
  return true;
}

void *lt_arena_block(lt_arena *arena, uint64_t bytes) {
  uint64_t room = aligned(bytes) + GAP;
  if (!arena->failed && (uint64_t)(arena->end - arena->free) < room) arena->failed = !add_chunk(arena, room);
  if (arena->failed) return NULL;
  void *block = arena->free;
  allow(block, bytes);
  arena->free += room;
  return block;
}

void *lt_arena_object(lt_arena *arena, size_t bytes) {
  void *object = lt_arena_block(arena, bytes);
  if (object == NULL) object = arena->spare;
  return memset(object, 0, bytes);
}

void lt_arena_trim(lt_arena *arena, void *block, uint64_t bytes) {
  char *end = (char *)block + aligned(bytes) + GAP;
  if (block == NULL || arena->chunks == NULL || end > arena->free || (char *)block <= (char *)arena->chunks) return;
  forbid((char *)block + bytes, arena->end - (char *)block - bytes);
  arena->free = end;
}

bool lt_arena_failed(const lt_arena *arena) { return arena->failed; }

uint64_t lt_arena_size(const lt_arena *arena) { return arena->size; }
