/* The collation llm_pinyin:  SELECT name FROM players ORDER BY name COLLATE llm_pinyin. */
#include "sqlite/connection.h"
#include "text/collation.h"

static int compare(void *context, int a_bytes, const void *a, int b_bytes, const void *b) {
  (void)context;
  return lt_pinyin_compare(a, (size_t)a_bytes, b, (size_t)b_bytes);
}

int lt_collation_register(lt_connection *connection) {
  return sqlite3_create_collation_v2(connection->db, "llm_pinyin", SQLITE_UTF8, NULL, compare, NULL);
}
