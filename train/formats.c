/* The files that hold labelled text. JSON is taken apart by SQLite. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "corpus.h"

enum { MOST_SPANS = 512, LONGEST_LINE = 1 << 20 };

typedef struct spans {
  label_span at[MOST_SPANS];
  uint32_t count;
} spans;

static void stop(const char *what, const char *why) {
  fprintf(stderr, "train_tagger: %s: %s\n", what, why);
  exit(1);
}

static sqlite3_stmt *prepare(const char *sql) {
  static sqlite3 *db;
  sqlite3_stmt *statement;
  if (db == NULL && sqlite3_open(":memory:", &db)) stop("sqlite", sqlite3_errmsg(db));
  if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL)) stop("sqlite", sqlite3_errmsg(db));
  return statement;
}

static void add_span(spans *s, int begin, int end, unsigned kinds) {
  if (s->count < MOST_SPANS && end > begin) s->at[s->count++] = (label_span){(uint32_t)begin, (uint32_t)end, kinds};
}

enum { COMPANY = 1, PERSON = 2, ORGANIZATION = 4, MODEL = 8, GOVERNMENT = 16 };

/* {"text": …, "label": {KIND: {NAME: [[FIRST, LAST], …]}}}, all names labelled. */
static void read_cluener(corpus *c, const char *line) {
  static sqlite3_stmt *text, *names;
  if (text == NULL) {
    text = prepare("SELECT ?1 ->> 'text'");
    names = prepare("SELECT k.key, p.value ->> 0, p.value ->> 1 FROM json_each(?1, '$.label') k, json_each(k.value) n, json_each(n.value) p");
  }
  static const struct { const char *name; unsigned kinds; } kinds[] = {
      {"company", COMPANY}, {"name", PERSON}, {"organization", ORGANIZATION}, {"government", GOVERNMENT}};
  spans s = {.count = 0};
  sqlite3_bind_text(text, 1, line, -1, SQLITE_STATIC);
  sqlite3_bind_text(names, 1, line, -1, SQLITE_STATIC);
  while (sqlite3_step(names) == SQLITE_ROW) {
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
      if (strcmp((const char *)sqlite3_column_text(names, 0), kinds[i].name)) continue;
      add_span(&s, sqlite3_column_int(names, 1), sqlite3_column_int(names, 2) + 1, kinds[i].kinds);
    }
  }
  if (sqlite3_step(text) != SQLITE_ROW) stop("not JSON", line);
  corpus_add(c, (const char *)sqlite3_column_text(text, 0), s.at, s.count, ONLY_OUTSIDE);
  sqlite3_reset(text);
  sqlite3_reset(names);
}

/* A sentence of ours: names in brackets, with a letter for the kind, 周岚 in [云桥科技]c创始人[周岚]p表示. All names are labelled. */
static void read_marked(corpus *c, const char *line) {
  static const char letters[] = "cpomg";
  static char text[LONGEST_LINE];
  spans s = {.count = 0};
  size_t length = 0;
  int place = 0, begin = 0;
  if (*line == 0 || *line == '#') return;
  for (const char *p = line; *p; p++) {
    const char *letter = *p == ']' && p[1] ? strchr(letters, p[1]) : NULL;
    if (*p == '[') begin = place;
    else if (letter) add_span(&s, begin, place, 1u << (letter - letters)), p++;
    else {
      text[length++] = *p;
      place += (*p & 0xC0) != 0x80;
    }
  }
  text[length] = 0;
  corpus_add(c, text, s.at, s.count, ONLY_OUTSIDE);
}

static const struct { const char *name; void (*read)(corpus *, const char *line); } formats[] = {{"cluener", read_cluener}, {"marked", read_marked}};

static uint32_t count_lines(FILE *file) {
  static char line[LONGEST_LINE];
  uint32_t lines = 0;
  while (fgets(line, sizeof line, file)) lines++;
  rewind(file);
  return lines;
}

static void read_lines(corpus *c, void (*read)(corpus *, const char *line), const char *path, uint32_t from, uint32_t to, uint32_t parts) {
  static char line[LONGEST_LINE];
  FILE *file = fopen(path, "r");
  if (file == NULL) stop(path, "cannot be opened");
  uint32_t lines = count_lines(file), first = (uint32_t)((uint64_t)lines * (from - 1) / parts), end = (uint32_t)((uint64_t)lines * to / parts);
  for (uint32_t i = 0; i < end && fgets(line, sizeof line, file); i++) {
    line[strcspn(line, "\r\n")] = 0;
    if (i >= first) read(c, line);
  }
  fclose(file);
}

void corpus_read(corpus *c, const char *source) {
  char format[16] = "", path[1024] = "";
  unsigned from = 1, to = 1, parts = 1;
  if (sscanf(source, "%15[^:]:%1023[^:]:%u-%u/%u", format, path, &from, &to, &parts) < 2 || from < 1 || to < from || parts < to) stop(source, "want FORMAT:PATH[:FROM-TO/PARTS]");
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    if (strcmp(format, formats[i].name)) continue;
    read_lines(c, formats[i].read, path, from, to, parts);
    return;
  }
  stop(format, "no such format");
}
