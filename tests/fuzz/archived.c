#include "archived.h"

#include <string.h>

static unsigned char *image;
static sqlite3_int64 image_size;

static const char articles[] =
    "CREATE TABLE articles(id INTEGER PRIMARY KEY, body, date);"
    "INSERT INTO articles VALUES (1, '百度发布文心一言\n文|林晓\n2023年3月17日\n\n百度创始人李彦宏表示：“大模型不是一阵风。”投入超过36.57亿元。', '2023-03-17'),"
    " (2, '首先，腾讯拥有大量数据。其次，腾讯去年投资了智谱AI。', NULL), (3, '阿里巴巴上个月发布了通义千问。', '2023年5月9日'), (4, NULL, NULL);"
    "CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, published=date, threads=1, tables='players dates')";

/* SQLite's pages are not what is looked at here, and no other thread asks it: both cost a good part of a run. */
static void configure(void) {
  enum { PAGE = 4096 + 256, PAGES = 512 };
  static char pages[PAGES * PAGE];
  must(sqlite3_config(SQLITE_CONFIG_SINGLETHREAD) == SQLITE_OK);
  must(sqlite3_config(SQLITE_CONFIG_PAGECACHE, pages, PAGE, PAGES) == SQLITE_OK);
}

void make_image(void) {
  configure();
  sqlite3 *db = open_database();
  must(sqlite3_exec(db, articles, NULL, NULL, NULL) == SQLITE_OK);
  image = sqlite3_serialize(db, "main", &image_size, 0);
  must(image);
  sqlite3_close(db);
}

static void change(unsigned char *bytes, const uint8_t *changes, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const uint8_t *c = changes + 4 * i;
    bytes[(c[0] | c[1] << 8 | c[2] << 16) % image_size] = c[3];
  }
}

sqlite3 *open_copy(const uint8_t *changes, size_t count) {
  sqlite3 *db = open_database();
  unsigned char *copy = sqlite3_malloc64((sqlite3_uint64)image_size);
  must(copy);
  memcpy(copy, image, (size_t)image_size);
  change(copy, changes, count);
  const unsigned flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE;
  must(sqlite3_deserialize(db, "main", copy, image_size, image_size, flags) == SQLITE_OK);
  return db;
}
