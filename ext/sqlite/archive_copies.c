/* Which articles are copies of one another: those at most LT_SAME_ARTICLE bits of the fingerprint apart, and whoever such steps lead
** to. The table `copies` has a row for every article that is not alone, with its `original`: the smallest key of its group. So groups
** depend on the articles there are, and not on the order in which they came.
**
** Neighbours are found by bands: 11 bits spread over four bands of 16 leave at most 2 in one of them, so that band has one of the
** 1 + 16 + 120 values next to ours. For one article that is 548 look-ups in the indexes of the bands; for all of them it is done in
** memory, a band at a time, with 24 bytes an article. */
#include "sqlite/archive_article.h"

#include "document/fingerprint.h"

#include <stdlib.h>

enum { BANDS = 4, BAND_BITS = 16, BUCKETS = 1 << BAND_BITS, NEAR = 1 + BAND_BITS + BAND_BITS * (BAND_BITS - 1) / 2 };

/* A band's values of at most 2 other bits, as masks. */
static const uint16_t *near_masks(uint16_t masks[NEAR]) {
  uint32_t count = 0;
  masks[count++] = 0;
  for (uint32_t i = 0; i < BAND_BITS; i++) {
    masks[count++] = (uint16_t)(1u << i);
    for (uint32_t k = 0; k < i; k++) masks[count++] = (uint16_t)(1u << i | 1u << k);
  }
  return masks;
}

static uint16_t band_of(uint64_t fingerprint, uint32_t band) { return (uint16_t)(fingerprint >> BAND_BITS * band); }

static bool is_copy(uint64_t a, uint64_t b) { return lt_fingerprint_distance(a, b) <= LT_SAME_ARTICLE; }

/* Keys ----------------------------------------------------------------------------------------------------------------------- */

static int compare_keys(lt_archive *a, sqlite3_value *one, sqlite3_value *other, int *order) {
  int result;
  sqlite3_stmt *compare = lt_archive_kept(a, LT_ARCHIVE_COPIES_ORDER, &result);
  if (compare == NULL) return result;
  sqlite3_bind_value(compare, 1, one);
  sqlite3_bind_value(compare, 2, other);
  if (sqlite3_step(compare) == SQLITE_ROW) *order = sqlite3_column_int(compare, 0);
  return lt_archive_explain(a, sqlite3_reset(compare));
}

static int run_with(lt_archive *a, lt_archive_statement which, sqlite3_value *one, sqlite3_value *other) {
  int result;
  sqlite3_stmt *statement = lt_archive_kept(a, which, &result);
  if (statement == NULL) return result;
  sqlite3_bind_value(statement, 1, one);
  if (other) sqlite3_bind_value(statement, 2, other);
  return lt_archive_step(a, statement);
}

/* The original of an article's group; NULL if it is alone. */
static int original_of(lt_archive *a, sqlite3_value *key, sqlite3_value **original) {
  int result;
  sqlite3_stmt *get = lt_archive_kept(a, LT_ARCHIVE_COPIES_ORIGINAL, &result);
  *original = NULL;
  if (get == NULL) return result;
  sqlite3_bind_value(get, 1, key);
  if (sqlite3_step(get) == SQLITE_ROW) {
    *original = sqlite3_value_dup(sqlite3_column_value(get, 0));
    if (*original == NULL) result = SQLITE_NOMEM;
  }
  int reset = sqlite3_reset(get);
  return result == SQLITE_OK ? lt_archive_explain(a, reset) : result;
}

/* One article comes ---------------------------------------------------------------------------------------------------------- */

typedef struct group {
  sqlite3_value *original;
  bool is_alone;
} group;

/* Two groups become one; its original is the smaller of the two. */
static int merge(lt_archive *a, group *g, sqlite3_value *other) {
  int order = 0, result = compare_keys(a, other, g->original, &order);
  if (result != SQLITE_OK || order == 0) {
    sqlite3_value_free(other);
    return result;
  }
  sqlite3_value *from = order < 0 ? g->original : other, *to = order < 0 ? other : g->original;
  result = run_with(a, LT_ARCHIVE_COPIES_MERGE, from, to);
  g->original = to;
  sqlite3_value_free(from);
  return result;
}

static int join(lt_archive *a, group *g, sqlite3_value *key, sqlite3_value *neighbour) {
  sqlite3_value *other = NULL;
  int result = g->is_alone ? run_with(a, LT_ARCHIVE_COPIES_JOIN, key, key) : SQLITE_OK;
  g->is_alone = false;
  if (result == SQLITE_OK) result = original_of(a, neighbour, &other);
  if (result == SQLITE_OK && other == NULL) {
    result = run_with(a, LT_ARCHIVE_COPIES_JOIN, neighbour, neighbour);
    other = sqlite3_value_dup(neighbour);
    if (result == SQLITE_OK && other == NULL) result = SQLITE_NOMEM;
  }
  if (result == SQLITE_OK) return merge(a, g, other);
  sqlite3_value_free(other);
  return result;
}

/* Joins all articles whose fingerprint has this value in the band and is near enough. The article itself is among them. */
static int join_near(lt_archive *a, group *g, sqlite3_value *key, uint64_t fingerprint, uint32_t band, uint16_t value) {
  int result;
  sqlite3_stmt *near = lt_archive_kept(a, (lt_archive_statement)(LT_ARCHIVE_COPIES_NEAR + band), &result);
  if (near == NULL) return result;
  sqlite3_bind_int(near, 1, value);
  while (result == SQLITE_OK && sqlite3_step(near) == SQLITE_ROW) {
    int order = 0;
    if (!is_copy(fingerprint, (uint64_t)sqlite3_column_int64(near, 1))) continue;
    sqlite3_value *neighbour = sqlite3_value_dup(sqlite3_column_value(near, 0));
    result = neighbour ? compare_keys(a, neighbour, key, &order) : SQLITE_NOMEM;
    if (result == SQLITE_OK && order != 0) result = join(a, g, key, neighbour);
    sqlite3_value_free(neighbour);
  }
  int reset = sqlite3_reset(near);
  return result == SQLITE_OK ? lt_archive_explain(a, reset) : result;
}

int lt_archive_copies_add(lt_archive *a, sqlite3_value *key, uint64_t fingerprint) {
  uint16_t masks[NEAR];
  near_masks(masks);
  group g = {sqlite3_value_dup(key), true};
  int result = g.original ? SQLITE_OK : SQLITE_NOMEM;
  for (uint32_t band = 0; band < BANDS; band++) {
    for (uint32_t i = 0; i < NEAR && result == SQLITE_OK; i++) {
      result = join_near(a, &g, key, fingerprint, band, (uint16_t)(band_of(fingerprint, band) ^ masks[i]));
    }
  }
  sqlite3_value_free(g.original);
  return result;
}

/* One article goes ----------------------------------------------------------------------------------------------------------- */

typedef struct members {
  sqlite3_value **keys;
  uint64_t *fingerprints;
  uint32_t *parents; /* index of the group's smallest member so far */
  uint32_t count, capacity;
} members;

static bool members_room(members *m) {
  if (m->count < m->capacity) return true;
  uint32_t capacity = m->capacity ? 2 * m->capacity : 16;
  sqlite3_value **keys = realloc(m->keys, capacity * sizeof *keys);
  if (keys) m->keys = keys;
  uint64_t *fingerprints = realloc(m->fingerprints, capacity * sizeof *fingerprints);
  if (fingerprints) m->fingerprints = fingerprints;
  uint32_t *parents = realloc(m->parents, capacity * sizeof *parents);
  if (parents) m->parents = parents;
  if (!keys || !fingerprints || !parents) return false;
  m->capacity = capacity;
  return true;
}

static void members_free(members *m) {
  for (uint32_t i = 0; i < m->count; i++) sqlite3_value_free(m->keys[i]);
  free(m->keys);
  free(m->fingerprints);
  free(m->parents);
}

/* The others of a group, in order of key. */
static int read_members(lt_archive *a, sqlite3_value *original, sqlite3_value *key, members *m) {
  int result;
  sqlite3_stmt *rows = lt_archive_kept(a, LT_ARCHIVE_COPIES_MEMBERS, &result);
  if (rows == NULL) return result;
  sqlite3_bind_value(rows, 1, original);
  while (result == SQLITE_OK && sqlite3_step(rows) == SQLITE_ROW) {
    int order = 0;
    sqlite3_value *member = members_room(m) ? sqlite3_value_dup(sqlite3_column_value(rows, 0)) : NULL;
    result = member ? compare_keys(a, member, key, &order) : SQLITE_NOMEM;
    if (result != SQLITE_OK || order == 0) {
      sqlite3_value_free(member);
      continue;
    }
    m->fingerprints[m->count] = (uint64_t)sqlite3_column_int64(rows, 1);
    m->keys[m->count++] = member;
  }
  int reset = sqlite3_reset(rows);
  return result == SQLITE_OK ? lt_archive_explain(a, reset) : result;
}

static uint32_t find(uint32_t *parents, uint32_t i) {
  while (parents[i] != i) i = parents[i] = parents[parents[i]];
  return i;
}

static void unite(uint32_t *parents, uint32_t i, uint32_t k) {
  uint32_t a = find(parents, i), b = find(parents, k);
  parents[a > b ? a : b] = a > b ? b : a;
}

static void regroup(members *m) {
  for (uint32_t i = 0; i < m->count; i++) {
    m->parents[i] = i;
    for (uint32_t k = 0; k < i; k++) {
      if (find(m->parents, k) != find(m->parents, i) && is_copy(m->fingerprints[i], m->fingerprints[k])) unite(m->parents, i, k);
    }
  }
}

static int write_groups(lt_archive *a, members *m) {
  int result = SQLITE_OK;
  for (uint32_t i = 0; i < m->count && result == SQLITE_OK; i++) {
    uint32_t original = find(m->parents, i);
    bool alone = original == i;
    for (uint32_t k = i + 1; alone && k < m->count; k++) alone = find(m->parents, k) != i;
    if (!alone) result = run_with(a, LT_ARCHIVE_COPIES_JOIN, m->keys[i], m->keys[original]);
  }
  return result;
}

int lt_archive_copies_take(lt_archive *a, sqlite3_value *key) {
  sqlite3_value *original;
  members m = {NULL, NULL, NULL, 0, 0};
  int result = original_of(a, key, &original);
  if (original == NULL) return result;
  result = read_members(a, original, key, &m);
  if (result == SQLITE_OK) result = run_with(a, LT_ARCHIVE_COPIES_LEAVE, original, NULL);
  if (result == SQLITE_OK) {
    regroup(&m);
    result = write_groups(a, &m);
  }
  members_free(&m);
  sqlite3_value_free(original);
  return result;
}

/* All of them ---------------------------------------------------------------------------------------------------------------- */

typedef struct all_copies {
  uint64_t *fingerprints;
  sqlite3_int64 *articles; /* in order of key */
  uint32_t *parents, *next, *bucket;
  uint32_t count, capacity;
} all_copies;

static bool grow(void **block, size_t bytes) {
  void *larger = realloc(*block, bytes);
  if (larger) *block = larger;
  return larger != NULL;
}

static bool all_room(all_copies *all) {
  if (all->count < all->capacity) return true;
  uint32_t capacity = all->capacity ? 2 * all->capacity : 1024;
  bool good = grow((void **)&all->fingerprints, capacity * sizeof *all->fingerprints) && grow((void **)&all->articles, capacity * sizeof *all->articles) &&
              grow((void **)&all->parents, capacity * sizeof *all->parents) && grow((void **)&all->next, capacity * sizeof *all->next);
  if (good) all->capacity = capacity;
  return good;
}

static int read_all(lt_archive *a, all_copies *all) {
  sqlite3_stmt *rows;
  int result = lt_archive_prepare(a, &rows, "SELECT article, fingerprint FROM @article WHERE fingerprint IS NOT NULL ORDER BY key");
  while (result == SQLITE_OK && sqlite3_step(rows) == SQLITE_ROW) {
    if (!all_room(all)) {
      result = SQLITE_NOMEM;
      break;
    }
    all->articles[all->count] = sqlite3_column_int64(rows, 0);
    all->fingerprints[all->count] = (uint64_t)sqlite3_column_int64(rows, 1);
    all->parents[all->count] = all->count;
    all->count++;
  }
  int finalized = sqlite3_finalize(rows);
  return result == SQLITE_OK ? lt_archive_explain(a, finalized) : result;
}

#define NOBODY UINT32_MAX

/* Joins article i with those in one bucket; whether one of them has the very same fingerprint. */
static bool join_bucket(all_copies *all, uint32_t i, uint16_t value) {
  bool same = false;
  for (uint32_t k = all->bucket[value]; k != NOBODY && !same; k = all->next[k]) {
    same = all->fingerprints[k] == all->fingerprints[i];
    if (same || (find(all->parents, k) != find(all->parents, i) && is_copy(all->fingerprints[k], all->fingerprints[i]))) unite(all->parents, i, k);
  }
  return same;
}

/* One of several equal fingerprints stands for the others. */
static void join_band(all_copies *all, uint32_t band, const uint16_t masks[NEAR]) {
  for (uint32_t i = 0; i < BUCKETS; i++) all->bucket[i] = NOBODY;
  for (uint32_t i = 0; i < all->count; i++) {
    uint16_t value = band_of(all->fingerprints[i], band);
    bool same = join_bucket(all, i, value);
    for (uint32_t n = 1; n < NEAR && !same; n++) join_bucket(all, i, (uint16_t)(value ^ masks[n]));
    if (same) continue;
    all->next[i] = all->bucket[value];
    all->bucket[value] = i;
  }
}

static int write_copy(lt_archive *a, sqlite3_stmt *insert, sqlite3_int64 article, sqlite3_int64 original) {
  sqlite3_bind_int64(insert, 1, article);
  sqlite3_bind_int64(insert, 2, original);
  return lt_archive_step(a, insert);
}

/* `next` is free by now: it tells whose group has others in it. */
static int write_all(lt_archive *a, all_copies *all) {
  sqlite3_stmt *insert;
  int result = lt_archive_prepare(a, &insert, "INSERT INTO @copies(key, original) SELECT c.key, o.key FROM @article c, @article o WHERE c.article = ?1 AND o.article = ?2");
  for (uint32_t i = 0; i < all->count; i++) all->next[i] = 0;
  for (uint32_t i = 0; i < all->count; i++) all->next[find(all->parents, i)]++;
  for (uint32_t i = 0; i < all->count && result == SQLITE_OK; i++) {
    uint32_t original = find(all->parents, i);
    if (all->next[original] > 1) result = write_copy(a, insert, all->articles[i], all->articles[original]);
  }
  sqlite3_finalize(insert);
  return result;
}

int lt_archive_copies_all(lt_archive *a) {
  uint16_t masks[NEAR];
  all_copies all = {.bucket = malloc(BUCKETS * sizeof *all.bucket)};
  int result = all.bucket ? read_all(a, &all) : SQLITE_NOMEM;
  near_masks(masks);
  for (uint32_t band = 0; band < BANDS && result == SQLITE_OK; band++) join_band(&all, band, masks);
  if (result == SQLITE_OK) result = lt_archive_run(a, "DELETE FROM @copies");
  if (result == SQLITE_OK) result = write_all(a, &all);
  void *blocks[] = {all.fingerprints, all.articles, all.parents, all.next, all.bucket};
  for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++) free(blocks[i]);
  return result;
}
