/* Every scalar function through SQL: no text is an error, and an anchor or a fingerprint that is none gets a clear one. */
#include "sql.h"

#include "functions/function.h"

extern const lt_function lt_function_decode, lt_function_annotate;

enum { MOST_CALLS = 64 };

static sqlite3_stmt *calls[MOST_CALLS];
static bool may_fail[MOST_CALLS];
static int count;

static void add_call(sqlite3 *db, const char *name, const char *arguments, bool fails) {
  char *sql = sqlite3_mprintf("SELECT %s(%s)", name, arguments);
  must(count < MOST_CALLS);
  may_fail[count] = fails;
  calls[count++] = prepare(db, sql);
  sqlite3_free(sql);
}

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc, (void)argv;
  sqlite3 *db = open_database();
  for (uint32_t i = 0; i < lt_function_count; i++) {
    const lt_function *f = lt_functions[i];
    add_call(db, f->name, f == &lt_function_decode ? "CAST(?1 AS BLOB)" : "?1" /* it gives TEXT back as it is */, f->most_arguments != 1 && f->of_pair);
    if (f->most_arguments > 1) add_call(db, f->name, "'今年，上个月15日', ?1", true);
    if (f->most_arguments > 1) add_call(db, f->name, f == &lt_function_annotate ? "?1, 'ansi'" : "?1, '2023-05-09'", f->of_pair != NULL);
  }
  add_call(db, "llm_debug", "?1", false);
  return 0;
}

/* The first byte chooses a call, and whether the rest is TEXT or a BLOB. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  int call = size ? (data[0] >> 1) % count : 0;
  bind_input(calls[call], data, size);
  int result = run(calls[call]);
  must(result == SQLITE_OK || (may_fail[call] && result == SQLITE_ERROR));
  return 0;
}
