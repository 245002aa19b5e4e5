/* 'integrity-check': do the tables agree with one another, and the archive with its source? Nothing is read anew: what a text gave is
** told by its hash. The first thing that is wrong is told; 'rebuild' mends whatever it is. */
#include "sqlite/archive_article.h"

#include <stdlib.h>
#include <string.h>

/* One complaint, "%s rows", unless the query counts none. */
static int complain(lt_archive *a, char **complaint, const char *what, const char *template, const char *argument) {
  int64_t wrong = 0;
  if (*complaint) return SQLITE_OK;
  int result = argument ? lt_archive_integer(a, &wrong, template, argument) : lt_archive_integer(a, &wrong, template);
  if (result == SQLITE_OK && wrong) *complaint = sqlite3_mprintf("%s: %lld %s", a->options.name, (long long)wrong, what);
  return result == SQLITE_OK && wrong && !*complaint ? SQLITE_NOMEM : result;
}

static int check_rows(lt_archive *a, char **complaint) {
  int result = SQLITE_OK;
  for (uint32_t i = 0; i < lt_table_count && result == SQLITE_OK; i++) {
    const char *suffix = lt_archive_suffix(lt_tables[i]);
    if (!lt_archive_keeps(a, i) || lt_archive_is_article(lt_tables[i])) continue;
    result = complain(a, complaint, "rows of no article", "SELECT count(*) FROM @%s WHERE key NOT IN (SELECT key FROM @article)", suffix);
    if (result == SQLITE_OK) {
      result = complain(a, complaint, "articles with rows missing between the first and the last",
                        "SELECT count(*) FROM (SELECT 1 FROM @%s GROUP BY key HAVING max(row) <> count(*) OR min(row) <> 1)", suffix);
    }
  }
  return result;
}

static const char names_wrong[] =
    "WITH found AS (SELECT name, kind, count(DISTINCT key) AS articles, sum(mentions) AS mentions FROM (SELECT key, name, kind, mentions"
    " FROM @players UNION ALL SELECT key, name, 'model', mentions FROM @models) GROUP BY name, kind)"
    " SELECT (SELECT count(*) FROM (SELECT * FROM found EXCEPT SELECT name, kind, articles, mentions FROM @names))"
    " + (SELECT count(*) FROM (SELECT name, kind, articles, mentions FROM @names EXCEPT SELECT * FROM found))";

static const char copies_wrong[] =
    "SELECT count(*) FROM @copies c WHERE key NOT IN (SELECT key FROM @article) OR original > key"
    " OR NOT EXISTS (SELECT 1 FROM @copies o WHERE o.key = c.original AND o.original = o.key)"
    " OR (SELECT count(*) FROM @copies m WHERE m.original = c.original) < 2";

static int check_counts(lt_archive *a, char **complaint) {
  int64_t complete = 0;
  int result = lt_archive_get(a, "complete", &complete);
  if (result != SQLITE_OK || !complete) return result;
  result = complain(a, complaint, "names counted wrongly", names_wrong, NULL);
  return result == SQLITE_OK ? complain(a, complaint, "copies of nothing", copies_wrong, NULL) : result;
}

/* Does the text say anything? One that does not has no row. */
static int says_anything(lt_archive *a, sqlite3_stmt *row, bool *any) {
  lt_archive_article *article = calloc(1, sizeof *article);
  int result = article ? lt_archive_take(row, 1, article) : SQLITE_NOMEM;
  if (result == SQLITE_OK && !lt_archive_article_read(article, lt_archive_manner_of(a))) result = SQLITE_NOMEM;
  *any = result == SQLITE_OK && lt_archive_says_anything(article);
  if (article) lt_archive_article_clear(article);
  free(article);
  return result;
}

static int check_text(lt_archive *a, sqlite3_stmt *row, sqlite3_stmt *find, int64_t *missing, int64_t *other) {
  lt_archive_article seen = {.key = NULL};
  bool any = false;
  int result = lt_archive_see(row, 1, &seen);
  if (result != SQLITE_OK) return result;
  sqlite3_bind_value(find, 1, sqlite3_column_value(row, 0));
  bool known = sqlite3_step(find) == SQLITE_ROW;
  if (known && (uint64_t)sqlite3_column_int64(find, 0) != seen.hash) ++*other;
  result = lt_archive_explain(a, sqlite3_reset(find));
  if (result == SQLITE_OK && !known) result = says_anything(a, row, &any);
  *missing += any;
  return result;
}

/* A text whose key stands in `pending` may differ: it has not been looked at. */
static int check_texts(lt_archive *a, char **complaint) {
  int64_t missing = 0, other = 0;
  sqlite3_stmt *rows = NULL, *find = NULL;
  int result = lt_archive_prepare(a, &find, "SELECT hash FROM @article WHERE key = ?1");
  if (result == SQLITE_OK) result = lt_archive_prepare(a, &rows, "SELECT key, text, published FROM @source WHERE key IS NOT NULL AND key NOT IN (SELECT key FROM @pending WHERE key IS NOT NULL)");
  while (result == SQLITE_OK) {
    int step = sqlite3_step(rows);
    if (step == SQLITE_DONE) break;
    result = step == SQLITE_ROW ? check_text(a, rows, find, &missing, &other) : lt_archive_explain(a, step);
  }
  sqlite3_finalize(rows);
  sqlite3_finalize(find);
  if (result == SQLITE_OK && missing + other > 0) {
    *complaint = sqlite3_mprintf("%s: %lld articles are missing, %lld were read from another text", a->options.name, (long long)missing, (long long)other);
    if (*complaint == NULL) result = SQLITE_NOMEM;
  }
  return result;
}

static int check_source(lt_archive *a, char **complaint) {
  int64_t complete = 0;
  int result = lt_archive_get(a, "complete", &complete);
  if (result == SQLITE_OK && a->options.content != LT_CONTENT_NONE) result = lt_archive_find_source(a);
  if (result != SQLITE_OK || !complete || a->options.content == LT_CONTENT_NONE || *complaint) return result;
  result = complain(a, complaint, "articles are not in the source",
                    "SELECT count(*) FROM @article WHERE key NOT IN (SELECT key FROM @source WHERE key IS NOT NULL)"
                    " AND key NOT IN (SELECT key FROM @pending WHERE key IS NOT NULL)", NULL);
  return result == SQLITE_OK && !*complaint ? check_texts(a, complaint) : result;
}

static int check_triggers(lt_archive *a, char **complaint) {
  bool missing = false;
  int result = *complaint ? SQLITE_OK : lt_archive_triggers_missing(a, &missing);
  if (result == SQLITE_OK && missing) *complaint = sqlite3_mprintf("%s: triggers on the source are missing", a->options.name);
  return result == SQLITE_OK && missing && !*complaint ? SQLITE_NOMEM : result;
}

int lt_archive_check(lt_archive *a, bool texts, char **complaint) {
  *complaint = NULL;
  int result = check_rows(a, complaint);
  if (result == SQLITE_OK) result = check_counts(a, complaint);
  if (result == SQLITE_OK && texts) result = check_source(a, complaint);
  if (result == SQLITE_OK && texts) result = check_triggers(a, complaint);
  return result;
}
