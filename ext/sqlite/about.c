/* llm_version() and llm_debug(): Leitai about itself. llm_debug() is one JSON object; llm_debug(key) is one value of it. The
** counters show that the tables of a query share a parse:  SELECT llm_debug('texts_read'). */
#include "leitai.h"
#include "sqlite/connection.h"
#include "sqlite/result.h"

#include <string.h>

#ifndef LEITAI_BUILD
#define LEITAI_BUILD "leitai.c"
#endif

typedef struct fact {
  const char *key;
  lt_value value; /* an integer or a word */
} fact;

enum { FACTS = 10 };

static uint32_t readings_kept(const lt_reading_cache *cache) {
  uint32_t count = 0;
  for (const lt_shared *shared = cache->newest; shared; shared = shared->next) count++;
  return count;
}

static void collect(const lt_connection *connection, fact facts[FACTS]) {
  const lt_reading_cache *cache = &connection->cache;
  const fact now[FACTS] = {
      {"leitai", lt_value_word(LEITAI_VERSION)},
      {"rules", lt_value_integer(LT_RULES_VERSION)},
      {"build", lt_value_word(LEITAI_BUILD)},
      {"icu", lt_value_word(LEITAI_ICU_VERSION)},
      {"sqlite_built_with", lt_value_word(SQLITE_VERSION)},
      {"sqlite", lt_value_word(sqlite3_libversion())},
      {"texts_read", lt_value_integer((int64_t)cache->texts_read)},
      {"texts_found", lt_value_integer((int64_t)cache->texts_found)},
      {"readings_kept", lt_value_integer(readings_kept(cache))},
      {"bytes_kept", lt_value_integer((int64_t)lt_reading_cache_size(cache))},
  };
  memcpy(facts, now, sizeof now);
}

static void one_fact(sqlite3_context *context, const fact facts[FACTS], const char *key) {
  for (int i = 0; key && i < FACTS; i++) {
    if (strcmp(facts[i].key, key) == 0) lt_result(context, facts[i].value);
  }
}

static void all_facts(sqlite3_context *context, const fact facts[FACTS]) {
  sqlite3_str *json = sqlite3_str_new(NULL);
  for (int i = 0; i < FACTS; i++) {
    sqlite3_str_appendf(json, "%s\"%s\":", i ? "," : "{", facts[i].key);
    if (facts[i].value.kind == LT_VALUE_INTEGER) sqlite3_str_appendf(json, "%lld", facts[i].value.integer);
    else sqlite3_str_appendf(json, "\"%s\"", facts[i].value.utf8.at);
  }
  sqlite3_str_appendchar(json, 1, '}');
  char *text = sqlite3_str_finish(json);
  if (text) sqlite3_result_text(context, text, -1, sqlite3_free);
  else sqlite3_result_error_nomem(context);
}

static void debug(sqlite3_context *context, int argc, sqlite3_value **argv) {
  const lt_registration *r = sqlite3_user_data(context);
  fact facts[FACTS];
  collect(r->connection, facts);
  if (argc == 0) all_facts(context, facts);
  else if (argc == 1) one_fact(context, facts, (const char *)sqlite3_value_text(argv[0]));
  else sqlite3_result_error(context, "llm_debug([key]): too many arguments", -1);
}

static void version(sqlite3_context *context, int argc, sqlite3_value **argv) {
  (void)argc, (void)argv;
  lt_result(context, lt_value_word(LEITAI_VERSION));
}

int lt_about_register(lt_connection *connection) {
  const int pure = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int result = sqlite3_create_function_v2(connection->db, "llm_version", 0, pure, NULL, version, NULL, NULL, NULL);
  lt_registration *r = result == SQLITE_OK ? lt_registration_new(connection, NULL, NULL) : NULL;
  if (r == NULL) return result == SQLITE_OK ? SQLITE_NOMEM : result;
  return sqlite3_create_function_v2(connection->db, "llm_debug", -1, SQLITE_UTF8 | SQLITE_INNOCUOUS, r, debug, NULL, NULL,
                                    lt_registration_drop);
}
