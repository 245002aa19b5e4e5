/* Many connections in many threads, under the thread sanitizer: each loads the extension, reads, searches and archives; some share a
** cache. Nothing of ours is shared between connections, so the sanitizer has nothing to say and every thread gets the same rows. */
#include <pthread.h>
#include <stdbool.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

struct sqlite3_api_routines;
int sqlite3_leitai_init(sqlite3 *db, char **message, const struct sqlite3_api_routines *api);

enum { THREADS = 8, ROUNDS = 3 };

typedef struct job {
  pthread_t thread;
  const char *path;
  sqlite3_int64 rows; /* -1: something failed */
} job;

static const char setup[] =
    "CREATE TEMP TABLE pages(id INTEGER PRIMARY KEY, body);"
    "INSERT INTO pages VALUES (1, '百度创始人李彦宏表示：“大模型不是一阵风。”投入超过36.57亿元。'), (2, '首先，腾讯去年投资了智谱AI。'), (3, '阿里巴巴上个月发布了通义千问。');";

static const char archive[] =
    "CREATE TABLE articles(id INTEGER PRIMARY KEY, body); INSERT INTO articles SELECT id, body FROM pages;"
    "CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, threads=4);"
    "UPDATE articles SET body = body || '华为来了。'; INSERT INTO arc(arc) VALUES ('integrity-check'); DROP TABLE arc; DROP TABLE articles;";

static const char question[] =
    "SELECT (SELECT count(*) FROM pages, llm_players(pages.body)) + (SELECT count(*) FROM pages, llm_claims(pages.body)) + (SELECT count(*) FROM pages, llm_figures(pages.body))"
    " + (SELECT count(*) FROM pages, llm_tokens(pages.body)) + (SELECT sum(length(llm_clean(body))) FROM pages)";

static sqlite3_int64 ask(sqlite3 *db) {
  sqlite3_stmt *query = NULL;
  sqlite3_int64 rows = -1;
  if (sqlite3_prepare_v2(db, question, -1, &query, NULL) == SQLITE_OK && sqlite3_step(query) == SQLITE_ROW) rows = sqlite3_column_int64(query, 0);
  sqlite3_finalize(query);
  return rows;
}

static sqlite3_int64 one_connection(const char *path) {
  sqlite3 *db = NULL;
  char *message = NULL;
  sqlite3_int64 rows = -1;
  bool private = path[0] == ':';
  if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, NULL) == SQLITE_OK && sqlite3_leitai_init(db, &message, NULL) == SQLITE_OK &&
      sqlite3_exec(db, setup, NULL, NULL, &message) == SQLITE_OK && (!private || sqlite3_exec(db, archive, NULL, NULL, &message) == SQLITE_OK)) {
    rows = ask(db);
  }
  if (message) fprintf(stderr, "# %s\n", message);
  sqlite3_close(db);
  return rows;
}

static void *work(void *argument) {
  job *j = argument;
  j->rows = one_connection(j->path);
  for (int i = 1; i < ROUNDS; i++) {
    if (one_connection(j->path) != j->rows) j->rows = -1;
  }
  return NULL;
}

/* Half of the threads for themselves, half in one shared cache. */
int main(void) {
  job jobs[THREADS];
  bool same = true;
  for (int i = 0; i < THREADS; i++) {
    jobs[i].path = i % 2 ? ":memory:" : "file:shared?mode=memory&cache=shared";
    if (pthread_create(&jobs[i].thread, NULL, work, &jobs[i]) != 0) return 1;
  }
  for (int i = 0; i < THREADS; i++) {
    pthread_join(jobs[i].thread, NULL);
    same = same && jobs[i].rows > 0 && jobs[i].rows == jobs[0].rows;
  }
  printf("1..1\n%sok 1 - %d threads read the same rows\n", same ? "" : "not ", THREADS);
  return !same;
}
