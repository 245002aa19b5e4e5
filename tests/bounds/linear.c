/* Twice the text, at most 2.2 times the work: of texts made to be slow, for each part of the reading by itself. What grows in
** steps, as arrays do, is averaged over three doublings: a text is read at an eighth of its length and whole.
** `linear [KILOBYTES [PIECE…]]` says how long that is, and which texts, if not all: those made of pieces that hold one of these. */
#include "work.h"

#include <stdio.h>

enum { NAME = '\1', NUMBER = '\2' }; /* in a piece: three characters, or a numeral, that no other copy of it has, or few */

typedef struct pattern {
  const char *piece, *closing; /* pieces one after the other, then as many closings */
} pattern;

static const pattern patterns[] = {
    /* nothing but one mark, opened and never closed, closed and never opened, or nested */
    {"中", ""}, {"a", ""}, {"\n", ""}, {" ", ""}, {"　", ""}, {"。", ""}, {"，", ""}, {"、", ""}, {"“", ""}, {"”", ""}, {"「", ""}, {"（", ""}, {"(", ""}, {"《", ""}, {"》", ""},
    {"[", ""}, {"![", ""}, {"](", ""}, {"&", ""}, {"&#", ""}, {"<", ""}, {"*", ""}, {"**中", ""}, {"_", ""}, {"`", ""}, {"#", ""}, {"# ", ""}, {"> ", ""}, {"|", ""}, {"- ", ""}, {"\\", ""},
    {"?", ""}, {".", ""}, {"-", ""}, {"：", ""}, {":", ""}, {"%", ""}, {"\xff", ""}, {"\xe4\xb8", ""}, {"\xf0\x9f\x98\x80", ""}, {"ä¸", ""},
    {"“", "”"}, {"「", "」"}, {"（", "）"}, {"(", ")"}, {"《", "》"}, {"[", "]"}, {"“甲「", "」乙”"}, {"(a", ")"}, {"（台）", ""}, {"“甲”", ""}, {"《甲》", ""},
    {"中(zhōng)", ""}, {"(zhōng)", ""}, {"中文(", ""}, {"ā", ""}, {"xiǎng ", ""}, {"&amp;", ""}, {"&#20013;", ""}, {"[中](a)", ""}, {"![](a)\n", ""},
    /* one line or sentence without end, or lines without number */
    {"这是一句没有尽头的话，", ""}, {"这是一句话。", ""}, {"这是一行\n", ""}, {"这是一段。\n\n", ""}, {"同一段话说了又说，一个字都没有变。\n", ""}, {"编辑：\1\n", ""}, {"\1\n", ""}, {"标题\1\n\n正文\1。\n\n", ""},
    {"- 项\n", ""}, {"1. 路近；", ""}, {"| 甲 | 乙 |\n", ""}, {"2023-05-09\n", ""}, {"来源：甲报 作者：乙\n", ""},
    /* numerals */
    {"一", ""}, {"亿", ""}, {"百", ""}, {"零", ""}, {"9", ""}, {"1.", ""}, {"1,", ""}, {"1-", ""}, {"第", ""}, {"第一", ""}, {"年", ""}, {"月", ""}, {"半", ""}, {"几", ""}, {"多", ""}, {"约", ""},
    {"三分之", ""}, {"百分之", ""}, {"\2元，", ""}, {"\2年", ""}, {"一万亿", ""}, {"1万", ""}, {"10%", ""}, {"10%~", ""}, {"2023年5月9日", ""}, {"2023年", ""}, {"今年", ""}, {"上个月", ""}, {"昨天、", ""}, {"2023-", ""},
    {"其中占21%，", ""}, {"增长了21%，", ""}, {"从1元到2元，", ""}, {"营收\2亿元、", ""},
    /* claims */
    {"一是，", ""}, {"首先，", ""}, {"首先，其次，", ""}, {"何川表示，", ""}, {"何川表示：“", ""}, {"“何川说，”", ""}, {"据《", ""}, {"据", ""}, {"据\1报告显示，", ""}, {"这座桥有望，但", ""}, {"可见，", ""}, {"被称作“老码头”，", ""},
    {"他说", ""}, {"表示", ""}, {"认为，", ""}, {"但", ""}, {"不", ""}, {"因为", ""}, {"《\1》报道称，", ""}, {"“\1”、", ""}, {"总而言之，", ""}, {"有望", ""},
    /* names and what relates them */
    {"百度", ""}, {"百度、阿里巴巴、", ""}, {"百度和", ""}, {"百度收购腾讯，", ""}, {"百度与腾讯合作，", ""}, {"李彦宏曾任职于百度，", ""}, {"李彦宏加入百度。", ""}, {"百度发布了文心一言，", ""}, {"双方联手推出文心一言，", ""},
    {"百度大股东腾讯", ""}, {"百度创始人、董事长李彦宏、", ""}, {"BAT之一的百度，", ""}, {"BAT", ""}, {"以百度为代表的", ""}, {"包括", ""}, {"等", ""}, {"的", ""}, {"董事长", ""}, {"前", ""}, {"公司", ""}, {"科技", ""}, {"大学", ""}, {"模型", ""},
    {"\1科技、", ""}, {"\1科技发布了“\1模型”，", ""}, {"\1公司CEO王\1表示，", ""}, {"\1科技收购了\1公司，", ""}, {"王\1", ""}, {"“\1”", ""}, {"GPT-\2、", ""}, {"A\2 ", ""}, {"\1（\1）", ""}, {"\1大学教授李\1说。", ""},
    {"\1科技获得\1资本\2万元A轮融资。", ""}, {"GPT-", ""}, {"V1.", ""}, {"A·", ""}, {"·", ""}, {"阿里（Alibaba，", ""}, {"第一阵营包括\1科技、", ""}, {"老王", ""}, {"张", ""},
};

static char *put_name(char *out, uint32_t number) {
  for (int i = 0; i < 3; i++, number /= 701) {
    uint32_t c = 0x4E00 + 3 + number % 701 * 29;
    *out++ = (char)(0xE0 | c >> 12);
    *out++ = (char)(0x80 | (c >> 6 & 0x3F));
    *out++ = (char)(0x80 | (c & 0x3F));
  }
  return out;
}

static char *put_piece(char *out, const char *piece, uint32_t number) {
  for (; *piece; piece++) {
    if (*piece == NAME) out = put_name(out, number);
    else if (*piece == NUMBER) out += sprintf(out, "%u", 10000 + number % 90000); /* all as long */
    else *out++ = *piece;
  }
  return out;
}

enum { LONGEST_PIECE = 256 };

static bool work_of(const pattern *p, size_t bytes, lt_work *work) {
  char one[LONGEST_PIECE];
  uint32_t times = (uint32_t)(bytes / ((size_t)(put_piece(one, p->piece, 0) - one) + strlen(p->closing)));
  char *text = malloc(bytes + LONGEST_PIECE), *end = text;
  for (uint32_t i = 0; text && i < times; i++) end = put_piece(end, p->piece, i);
  for (uint32_t i = 0; text && i < times; i++) end = put_piece(end, p->closing, i);
  bool done = text && lt_work_of(text, (size_t)(end - text), work);
  free(text);
  return done;
}

enum { SHORTER = 8, FEW_STEPS = 200000, FEW_BYTES = 2 * 1024 * 1024, BYTES_A_BYTE = 256 };

static const double most_growth = 2.2 * 2.2 * 2.2;

static bool steps_are_linear(const lt_work *small, const lt_work *large) {
  bool linear = true;
  for (int part = 0; part < LT_WORK_PARTS; part++) {
    if (large->steps[part] <= most_growth * small->steps[part] + FEW_STEPS) continue;
    printf("# %s: %lu steps, then %lu\n", lt_work_name(part), (unsigned long)small->steps[part], (unsigned long)large->steps[part]);
    linear = false;
  }
  return linear;
}

/* Arrays double, so that just above a power of two memory is twice as large as just below. */
static bool memory_is_linear(const lt_work *small, const lt_work *large, size_t bytes) {
  if (large->bytes <= most_growth * small->bytes + FEW_BYTES || large->bytes / BYTES_A_BYTE <= bytes) return true;
  printf("# %lu bytes of memory, then %lu\n", (unsigned long)small->bytes, (unsigned long)large->bytes);
  return false;
}

static bool is_linear(const pattern *p, size_t bytes) {
  lt_work small, large;
  if (work_of(p, bytes / SHORTER, &small) && work_of(p, bytes, &large)) return steps_are_linear(&small, &large) && memory_is_linear(&small, &large, bytes);
  printf("# out of memory\n");
  return false;
}

static void print_piece(const char *piece) {
  for (; *piece; piece++) {
    if (*piece == NAME) printf("NAME");
    else if (*piece == NUMBER) printf("NUMBER");
    else if (*piece == '\n' || *piece == '\\' || *piece == '#' || (*piece & 0xFF) > 0xF4) printf("\\x%02X", *piece & 0xFF);
    else putchar(*piece);
  }
}

static bool is_wanted(const char *piece, char **wanted) {
  while (*wanted && strstr(piece, *wanted) == NULL) wanted++;
  return *wanted != NULL;
}

int main(int argc, char **argv) {
  size_t bytes = (argc > 1 ? strtoul(argv[1], NULL, 10) : 100) * 1024;
  int count = 0, bad = 0;
  for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
    if (argc > 2 && !is_wanted(patterns[i].piece, argv + 2)) continue;
    bool linear = is_linear(&patterns[i], bytes);
    bad += !linear;
    printf("%s %d - ", linear ? "ok" : "not ok", ++count);
    print_piece(patterns[i].piece);
    print_piece(patterns[i].closing);
    printf("… is read in linear steps\n");
    fflush(stdout);
  }
  printf("1..%d\n", count);
  return bad > 0;
}
