/* gen_lexicon DATA_DIR > lexicon.inc: word lists → constant arrays.
**
** Reads the name files and the file of every class (LT_CUE_TITLE: cues/title.tsv), and builds the lexicon with the very code that
** serves a user's table at run time. Stops at the first line that is not well-formed, naming file and line. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "lexicon/build.h"

enum { COLUMNS = 4 };

typedef struct row {
  lt_slice column[COLUMNS];
} row;

typedef struct source {
  const char *path;
  int line;
} source;

static void stop(const source *at, const char *what) {
  fprintf(stderr, "%s:%d: %s\n", at->path, at->line, what);
  exit(1);
}

/* Cuts off what stands before the separator and steps over it. */
static lt_slice take(lt_slice *rest, lt_char separator) {
  uint32_t end = lt_slice_index(*rest, separator);
  lt_slice head = {rest->at, end};
  uint32_t step = end < rest->length ? end + 1 : end;
  rest->at += step;
  rest->length -= step;
  return head;
}

static void add_forms(lt_lexicon_builder *builder, const source *at, lt_slice list, uint32_t name) {
  while (list.length) {
    lt_slice form = take(&list, '|');
    bool ambiguous = form.length && form.at[form.length - 1] == '?';
    form.length -= ambiguous;
    if (!lt_lexicon_add_form(builder, form, name, ambiguous)) stop(at, "a name is empty or too long");
  }
}

static void add_name(lt_lexicon_builder *builder, const source *at, const row *r, lt_name_kind kind) {
  bool lists_names = kind == LT_NAME_MODEL || kind == LT_NAME_GROUP;
  lt_slice name = r->column[0], none = {name.at, 0};
  if (name.length && name.at[name.length - 1] == '?') name.length--;
  lt_name entry = {name, kind, lists_names ? none : r->column[2], lists_names ? r->column[2] : none};
  uint32_t index = lt_lexicon_add_name(builder, entry);
  add_forms(builder, at, r->column[0], index);
  add_forms(builder, at, r->column[1], index);
}

static int32_t integer(const source *at, lt_slice s) {
  int32_t value = 0;
  bool negative = s.length && s.at[0] == '-';
  for (uint32_t i = negative; i < s.length; i++) {
    if (s.at[i] < '0' || s.at[i] > '9') stop(at, "the value column wants an integer");
    value = value * 10 + (s.at[i] - '0');
  }
  return negative ? -value : value;
}

/* kind: an lt_name_kind, or -1 for a file of cues of this class. */
static void read_file(lt_lexicon_builder *builder, const char *path, int kind, lt_cue_class class) {
  FILE *file = fopen(path, "r");
  if (file == NULL) {
    if (kind >= 0) return; /* a vocabulary may be left out */
    perror(path);
    exit(1);
  }
  source at = {path, 0};
  static char line[1 << 16];
  while (fgets(line, sizeof line, file)) {
    at.line++;
    size_t length = strcspn(line, "\r\n");
    if (length == 0 || line[0] == '#') continue;
    lt_slice rest = lt_utf8_read(builder->arena, line, length);
    row r;
    for (int i = 0; i < COLUMNS; i++) r.column[i] = take(&rest, '\t');
    if (kind >= 0) add_name(builder, &at, &r, (lt_name_kind)kind);
    else if (!lt_lexicon_add_cue(builder, r.column[0], class, integer(&at, r.column[1]), r.column[2])) stop(&at, "a cue is empty or too long");
  }
  fclose(file);
}

static void print_numbers(const char *type, const char *name, const void *at, uint32_t count, size_t size) {
  printf("static const %s %s[] = {", type, name);
  for (uint32_t i = 0; i < count; i++) {
    uint64_t value = 0;
    memcpy(&value, (const char *)at + i * size, size);
    printf("%s0x%llx", i == 0 ? "\n" : i % 24 ? "," : ",\n", (unsigned long long)value);
  }
  printf("};\n");
}

static void print_lexicon(const lt_lexicon *l) {
  print_numbers("lt_char", "pool", l->pool, l->pool_length, sizeof *l->pool);
  print_numbers("lt_term_head", "heads", l->heads, l->term_count, sizeof *l->heads);
  print_numbers("uint32_t", "groups", l->groups, 2 * LT_GROUPS + 1, sizeof *l->groups);
  print_numbers("uint64_t", "filter", l->filter, (1 << LT_FILTER_BITS) / 64, sizeof *l->filter);
  print_numbers("uint64_t", "singles", l->singles, 65536 / 64, sizeof *l->singles);
  print_numbers("uint64_t", "word_filter", l->word_filter, (1 << LT_FILTER_BITS) / 64, sizeof *l->word_filter);
  print_numbers("uint32_t", "single_words", l->single_words, 65536, sizeof *l->single_words);
  printf("static const lt_name_entry names[] = {\n");
  for (uint32_t i = 0; i < l->name_count; i++) {
    const lt_name_entry *n = &l->names[i];
    printf("{{%u,%u},{%u,%u},{%u,%u},%u},\n", n->name.at, n->name.length, n->fact.at, n->fact.length, n->names.at, n->names.length, n->kind);
  }
  printf("{{0,0},{0,0},{0,0},0}};\nstatic const lt_term_entry terms[] = {\n");
  for (uint32_t i = 0; i < l->term_count; i++) {
    const lt_term_entry *t = &l->terms[i];
    printf("{%u,%u,%d,%u,%u,%u,%d},\n", t->form, t->text, t->value, t->length, t->text_length, t->class, t->ambiguous);
  }
  printf("{0,0,0,0,0,0,0}};\nconst lt_lexicon lt_lexicon_built_in = {.pool = pool, .names = names, .terms = terms, .heads = heads, .groups = groups, "
         ".filter = filter, .singles = singles, .word_filter = word_filter, .single_words = single_words, .name_count = %u, .term_count = %u, .pool_length = %u};\n",
         l->name_count, l->term_count, l->pool_length);
}

int main(int count, char **arguments) {
  static const char *const name_files[] = {"companies", "people", "organizations", "models", "groups"}; /* as lt_name_kind */
  static const char *const files[LT_ALL_CLASSES] = {
#define LT_CUE_CLASS(name) [LT_CUE_##name] = "cues/" #name,
#define LT_WORD_CLASS(name) [LT_WORD_##name] = "words/" #name,
#include "gen/cue_classes.inc"
  };
  if (count != 2) {
    fprintf(stderr, "usage: gen_lexicon DATA_DIR > lexicon.inc\n");
    return 2;
  }
  lt_lexicon_builder builder = {.arena = lt_arena_new(&lt_allocator_libc)};
  char path[4096];
  for (int kind = LT_NAME_COMPANY; kind <= LT_NAME_GROUP; kind++) {
    snprintf(path, sizeof path, "%s/%s.tsv", arguments[1], name_files[kind]);
    read_file(&builder, path, kind, LT_CUE_CLASSES);
  }
  for (int class = 0; class < LT_ALL_CLASSES; class++) {
    if (class == LT_CUE_CLASSES) continue;
    int head = snprintf(path, sizeof path, "%s/", arguments[1]);
    snprintf(path + head, sizeof path - (size_t)head, "%s.tsv", files[class]);
    for (char *c = path + head; *c; c++) *c = (char)tolower((unsigned char)*c);
    read_file(&builder, path, -1, (lt_cue_class)class);
  }
  const lt_lexicon *lexicon = lt_lexicon_build(&builder);
  if (lexicon == NULL) return 1;
  print_lexicon(lexicon);
  lt_arena_free(builder.arena);
  return 0;
}
