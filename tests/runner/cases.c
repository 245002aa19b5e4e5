/* A case is a short article with one idea, a question and the rows that answer it:
**
**   === A short name leads to the whole one
**   阿里发布了通义千问。
**   --- SELECT surface, name FROM llm_mentions(:text) WHERE kind = 'company'
**   阿里|阿里巴巴
**
** What stands before the first === is said to the reader only. A question may go on in lines that start with four spaces; one
** article may be asked several. Blank lines at the end of article and rows do not count. */
#include "runner.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct reader {
  char *at;
} reader;

static bool starts(const char *line, const char *mark) { return strncmp(line, mark, strlen(mark)) == 0; }

/* Cuts the next line off; NULL at the end. */
static char *next_line(reader *r) {
  if (*r->at == '\0') return NULL;
  char *line = r->at;
  r->at += strcspn(line, "\n");
  if (*r->at) *r->at++ = '\0';
  return line;
}

static bool at_mark(const reader *r) { return starts(r->at, "=== ") || starts(r->at, "--- "); }

/* The lines up to the next mark as one text, without blank lines at the end. To be freed with sqlite3_free. */
static char *next_block(reader *r) {
  char *begin = r->at;
  while (*r->at && !at_mark(r)) {
    r->at += strcspn(r->at, "\n");
    if (*r->at) r->at++;
  }
  size_t length = (size_t)(r->at - begin);
  while (length && (begin[length - 1] == '\n' || begin[length - 1] == ' ')) length--;
  return sqlite3_mprintf("%.*s", (int)length, begin);
}

/* The question after ---, lines that go on included. */
static char *next_question(reader *r) {
  char *sql = sqlite3_mprintf("%s", next_line(r) + strlen("--- "));
  while (starts(r->at, "    ")) {
    char *longer = sqlite3_mprintf("%s\n%s", sql, next_line(r));
    sqlite3_free(sql);
    sql = longer;
  }
  return sql;
}

static char *without_end(char *rows) {
  size_t length = strlen(rows);
  while (length && rows[length - 1] == '\n') rows[--length] = '\0';
  return rows;
}

static void ask(const char *title, const char *article, const char *sql, const char *wanted, bool alone) {
  sqlite3 *db = open_database();
  char *got = without_end(rows_of(db, sql, article));
  char *name = alone ? sqlite3_mprintf("%s", title) : sqlite3_mprintf("%s: %s", title, sql);
  char *notes = sqlite3_mprintf("%s\nwanted:\n%s\ngot:\n%s", sql, wanted, got);
  for (char *c = name; *c; c++) {
    if (*c == '\n' || *c == '#') *c = ' ';
  }
  report(strcmp(got, wanted) == 0, name, notes);
  sqlite3_free(notes);
  sqlite3_free(name);
  sqlite3_free(got);
  sqlite3_close(db);
}

static void run_case(reader *r, const char *title) {
  char *article = next_block(r);
  bool asked = false;
  while (starts(r->at, "--- ")) {
    char *sql = next_question(r);
    char *wanted = next_block(r);
    ask(title, article, sql, wanted, !asked && !starts(r->at, "--- "));
    asked = true;
    sqlite3_free(sql);
    sqlite3_free(wanted);
  }
  if (!asked) report(false, title, "the case asks nothing");
  sqlite3_free(article);
}

bool run_cases(const char *path) {
  size_t bytes = 0;
  char *text = read_file(path, &bytes);
  if (text == NULL) return false;
  reader r = {text};
  while (*r.at) {
    char *line = next_line(&r);
    if (starts(line, "=== ")) run_case(&r, line + strlen("=== "));
  }
  free(text);
  return true;
}
