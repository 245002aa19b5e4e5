/* gen_spun spun.tsv > spun.inc: words of spun articles and what they stand for. */
#include "gen/table.h"

enum { ROOM = 8 };

static void print_units(const UChar *units, int n) {
  printf("{");
  for (int i = 0; i < n; i++) printf("%d,", units[i]);
  printf("},%d", n);
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: gen_spun spun.tsv > spun.inc\n");
    return 1;
  }
  gen_line line;
  gen_open(&line, argv[1]);
  printf("/* Made by ext/gen/gen_spun.c from ext/data/spun.tsv. */\nstatic const spun_word spun_words[] = {\n");
  while (gen_next(&line)) {
    UChar written[ROOM], meant[ROOM], key[2];
    char *rest = line.text;
    int n = gen_units(written, ROOM, gen_column(&rest)), m = gen_units(meant, ROOM, gen_column(&rest)), place = 0;
    gen_units(key, 2, gen_column(&rest));
    while (place < n && written[place] != key[0]) place++;
    if (place == n || m == 0) gen_stop(&line, "the key stands in the word, and the word stands for something");
    printf("{");
    print_units(written, n);
    printf(",%d,", place);
    print_units(meant, m);
    printf("},\n");
  }
  printf("};\n");
  return 0;
}
