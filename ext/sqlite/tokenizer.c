/* The FTS5 tokenizer `leitai`:
**
**   CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = 'leitai');            -- or 'leitai pinyin'
**
** What the terms are is said in text/search.h; here they are handed to FTS5 with their places in the raw text. Where FTS5 is not there,
** neither is the tokenizer. */
#include "sqlite/connection.h"
#include "text/search.h"

#include <string.h>

struct Fts5Tokenizer {
  bool pinyin;
};

static int create(void *context, const char **arguments, int count, Fts5Tokenizer **tokenizer) {
  (void)context;
  bool pinyin = count == 1 && sqlite3_stricmp(arguments[0], "pinyin") == 0;
  if (count > 0 && !pinyin) return SQLITE_ERROR; /* FTS5 says: error in tokenizer constructor */
  *tokenizer = sqlite3_malloc64(sizeof **tokenizer);
  if (*tokenizer == NULL) return SQLITE_NOMEM;
  (*tokenizer)->pinyin = pinyin;
  return SQLITE_OK;
}

static void delete(Fts5Tokenizer *tokenizer) { sqlite3_free(tokenizer); }

typedef int fts5_token(void *to, int flags, const char *token, int bytes, int begin, int end);

typedef struct receiver {
  fts5_token *token;
  void *to;
} receiver;

static int receive(void *to, const lt_search_term *term) {
  const receiver *r = to;
  return r->token(r->to, term->colocated ? FTS5_TOKEN_COLOCATED : 0, term->utf8, (int)term->bytes, (int)term->begin, (int)term->end);
}

static int tokenize(Fts5Tokenizer *tokenizer, void *to, int flags, const char *text, int bytes, fts5_token *token) {
  lt_search_mode mode = !tokenizer->pinyin ? LT_SEARCH_PLAIN : flags & FTS5_TOKENIZE_QUERY ? LT_SEARCH_PINYIN_QUERY : LT_SEARCH_PINYIN;
  if (text == NULL || bytes <= 0) return SQLITE_OK;
  lt_arena *arena = lt_arena_new(&lt_allocator_sqlite);
  lt_text *restored = arena ? lt_text_restore(arena, text, (size_t)bytes) : NULL;
  int result = restored ? lt_search_terms(restored, text, (size_t)bytes, mode, receive, &(receiver){token, to}) : SQLITE_NOMEM;
  lt_arena_free(arena);
  return result == -1 ? SQLITE_NOMEM : result;
}

/* FTS5's own interface, NULL where FTS5 is not there. */
static fts5_api *find_fts5(sqlite3 *db) {
  fts5_api *api = NULL;
  sqlite3_stmt *query = NULL;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &query, NULL) == SQLITE_OK) {
    sqlite3_bind_pointer(query, 1, &api, "fts5_api_ptr", NULL);
    sqlite3_step(query);
  }
  sqlite3_finalize(query);
  return api;
}

int lt_tokenizer_register(lt_connection *connection) {
  fts5_tokenizer leitai = {create, delete, tokenize};
  fts5_api *api = find_fts5(connection->db);
  return api ? api->xCreateTokenizer(api, "leitai", NULL, &leitai, NULL) : SQLITE_OK;
}
