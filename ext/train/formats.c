/* The files that hold labelled text. SQLite takes them apart: each format is a query that gives, text by text, what is named in it:
**
**   text number, text, the name (NULL: none), kinds, and where it begins and ends, or NULL, NULL: wherever it stands in the text
**
** kinds are letters: c company, p person, o organization, m model, g government; several: one of these; -: surely no name. */
#define _POSIX_C_SOURCE 200809L /* strdup */

#include "formats.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum { LONGEST_LINE = 1 << 20 };

void stop(const char *what, const char *why) {
  fprintf(stderr, "train_tagger: %s: %s\n", what, why);
  exit(1);
}

unsigned kinds_of(const char *letters) {
  static const char known[] = "cpomg";
  unsigned kinds = 0;
  for (const char *p = letters; *p; p++) {
    const char *at = strchr(known, *p);
    if (at) kinds |= 1u << (at - known);
  }
  return kinds;
}

const char *next_line(part *p) {
  static char line[LONGEST_LINE];
  if (p->file == NULL && (p->file = fopen(p->path, "r")) == NULL) stop(p->path, "cannot be opened");
  while (p->at < p->to && fgets(line, sizeof line, p->file)) {
    line[strcspn(line, "\r\n")] = 0;
    if (p->at++ >= p->from) return line;
  }
  fclose(p->file);
  return NULL;
}

static sqlite3 *database(void) {
  static sqlite3 *db;
  if (db) return db;
  if (sqlite3_open(":memory:", &db) || sqlite3_exec(db, "CREATE TABLE lines(n INTEGER PRIMARY KEY, line TEXT)", 0, 0, 0)) stop("sqlite", sqlite3_errmsg(db));
  return db;
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v2(database(), sql, -1, &statement, NULL)) stop("sqlite", sqlite3_errmsg(database()));
  return statement;
}

static void load_lines(part p) {
  sqlite3_exec(database(), "DELETE FROM lines; BEGIN", 0, 0, 0);
  sqlite3_stmt *insert = prepare("INSERT INTO lines(line) VALUES (?1)");
  for (const char *line; (line = next_line(&p));) {
    sqlite3_bind_text(insert, 1, line, -1, SQLITE_STATIC);
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  sqlite3_exec(database(), "COMMIT", 0, 0, 0);
}

static uint32_t characters(const char *from, const char *to) {
  uint32_t count = 0;
  for (; from < to; from++) count += (*from & 0xC0) != 0x80;
  return count;
}

static bool add_span(label_spans *s, uint32_t begin, uint32_t end, unsigned kinds) {
  for (uint32_t i = 0; i < s->count; i++) {
    if (begin < s->at[i].end && s->at[i].begin < end) return false;
  }
  if (s->count < MOST_SPANS && end > begin) s->at[s->count++] = (label_span){begin, end, kinds};
  return true;
}

static void add_everywhere(label_spans *s, const char *text, const char *name, unsigned kinds) {
  size_t length = strlen(name);
  for (const char *at = text; length && (at = strstr(at, name)); at += length) {
    add_span(s, characters(text, at), characters(text, at + length), kinds);
  }
}

/* Runs a query as described above; longer names first where they are given without a place. */
static void read_rows(corpus *c, sqlite3_stmt *rows, bool all_named) {
  label_spans s = {.count = 0};
  char *text = NULL;
  sqlite3_int64 number = -1;
  for (int more = sqlite3_step(rows) == SQLITE_ROW;; more = sqlite3_step(rows) == SQLITE_ROW) {
    if (text && (!more || sqlite3_column_int64(rows, 0) != number)) {
      corpus_add(c, text, &s, all_named);
      free(text);
      text = NULL;
      s.count = 0;
    }
    if (!more) break;
    if (text == NULL && (text = strdup((const char *)sqlite3_column_text(rows, 1))) == NULL) stop("memory", "out of it");
    number = sqlite3_column_int64(rows, 0);
    const char *name = (const char *)sqlite3_column_text(rows, 2), *letters = (const char *)sqlite3_column_text(rows, 3);
    if (name == NULL || letters == NULL) continue;
    if (sqlite3_column_type(rows, 4) == SQLITE_NULL) add_everywhere(&s, text, name, kinds_of(letters));
    else add_span(&s, (uint32_t)sqlite3_column_int(rows, 4), (uint32_t)sqlite3_column_int(rows, 5), kinds_of(letters));
  }
  sqlite3_finalize(rows);
}

void read_cluener(corpus *c, part p) {
  load_lines(p);
  read_rows(c, prepare("SELECT n, line ->> 'text', w.key, CASE k.key WHEN 'company' THEN 'c' WHEN 'name' THEN 'p' WHEN 'organization' THEN 'o' "
                       "WHEN 'government' THEN 'g' END, p.value ->> 0, (p.value ->> 1) + 1 "
                       "FROM lines LEFT JOIN json_each(line, '$.label') k LEFT JOIN json_each(k.value) w LEFT JOIN json_each(w.value) p ORDER BY n"), true);
}

/* What a name that may be a company or a body is, by its last part. */
#define BY_LAST_PART(name)                                                                                                             \
  "CASE WHEN " name " GLOB '*[法高中]院' OR " name " GLOB '*[局厅部署]' OR " name " GLOB '*法庭' OR " name " GLOB '*政府' OR " name   \
  " GLOB '*委' OR " name " GLOB '*监会' THEN 'g' WHEN " name " GLOB '*大学' OR " name " GLOB '*学院' OR " name " GLOB '*研究[院所]' OR " name \
  " GLOB '*交易所' OR " name " GLOB '*[协学]会' OR " name " GLOB '*委员会' OR " name " GLOB '*[日晚时周]报' OR " name " GLOB '*基金会' OR " name        \
  " GLOB '*医院' OR " name " GLOB '*[电卫]视台' THEN 'o' ELSE 'c' END"

/* Events of finance with the parts that words play in them; a party is labelled wherever its name stands. */
void read_fewfc(corpus *c, part p) {
  load_lines(p);
  read_rows(c, prepare("SELECT n, line ->> 'content', m.value ->> 'word' w, CASE WHEN length(m.value ->> 'word') < 2 THEN '-' "
                       "ELSE CASE m.value ->> 'role' WHEN 'sub-org' THEN " BY_LAST_PART("m.value ->> 'word'") " WHEN 'obj-org' THEN " BY_LAST_PART("m.value ->> 'word'")
                       " WHEN 'sub' THEN 'p' || " BY_LAST_PART("m.value ->> 'word'") " WHEN 'obj' THEN 'p' || " BY_LAST_PART("m.value ->> 'word'")
                       " WHEN 'target-company' THEN 'c' WHEN 'institution' THEN 'g' WHEN 'sub-per' THEN 'p' WHEN 'obj-per' THEN 'p' ELSE '-' END END, NULL, NULL "
                       "FROM lines LEFT JOIN json_each(line, '$.events') e LEFT JOIN json_each(e.value, '$.mentions') m ORDER BY n, length(w) DESC"), false);
}

/* head, tail, relation, sentence: two firms of a sentence a line, numbers masked as <N>. */
void read_finre(corpus *c, part p) {
  load_lines(p);
  sqlite3_exec(database(), "CREATE TEMP TABLE pairs AS SELECT n, json('[\"' || replace(replace(replace(replace(line, '\\', ''), '\"', ''), '<N>', '3'), char(9), '\",\"') || '\"]') AS p FROM lines", 0, 0, 0);
  read_rows(c, prepare("WITH named AS (SELECT n, p ->> 3 AS text, p ->> 0 AS name FROM pairs UNION ALL SELECT n, p ->> 3, p ->> 1 FROM pairs) "
                       "SELECT min(n) OVER (PARTITION BY text) AS first, text, name, " BY_LAST_PART("name") ", NULL, NULL FROM (SELECT min(n) AS n, text, name FROM named GROUP BY text, name) "
                       "ORDER BY first, length(name) DESC, name"), false);
  sqlite3_exec(database(), "DROP TABLE pairs", 0, 0, 0);
}

static char *whole_file(const char *path, const char *ending) {
  char name[2048];
  snprintf(name, sizeof name, "%s%s", path, ending);
  FILE *file = fopen(name, "r");
  char *text = calloc(LONGEST_LINE, 1);
  if (file == NULL || text == NULL) stop(name, "cannot be read");
  size_t length = fread(text, 1, LONGEST_LINE - 1, file);
  text[length] = 0;
  fclose(file);
  return text;
}

/* PATH.clean.txt and PATH.gold.json: an article of ours and what a reader finds in it. */
void read_article(corpus *c, part p) {
  char *text = whole_file(p.path, ".clean.txt"), *gold = whole_file(p.path, ".gold.json");
  sqlite3_stmt *rows = prepare("WITH named AS (SELECT value ->> 'kind' AS kind, value -> 'names' AS names FROM json_each(?2, '$.players') UNION ALL "
                               "SELECT 'model', value -> 'names' FROM json_each(?2, '$.models')) "
                               "SELECT 1, ?1, value, CASE kind WHEN 'company' THEN 'c' WHEN 'person' THEN 'p' WHEN 'organization' THEN replace(" BY_LAST_PART("value") ", 'c', 'o') ELSE 'm' END, NULL, NULL "
                               "FROM named, json_each(names) ORDER BY length(value) DESC, value");
  sqlite3_bind_text(rows, 1, text, -1, SQLITE_STATIC);
  sqlite3_bind_text(rows, 2, gold, -1, SQLITE_STATIC);
  read_rows(c, rows, true);
  free(text);
  free(gold);
}
