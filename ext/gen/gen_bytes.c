/* gen_bytes NAME FILE > NAME.inc: a text file as a string of C. */
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
  FILE *in = count == 3 ? fopen(arguments[2], "r") : NULL;
  if (in == NULL) {
    fprintf(stderr, "usage: gen_bytes NAME FILE > NAME.inc\n");
    return 2;
  }
  printf("/* Made by ext/gen/gen_bytes.c. */\nstatic const char %s[] = {", arguments[1]);
  for (int c, i = 0; (c = fgetc(in)) != EOF; i++) printf("%d,%s", c, i % 32 == 31 ? "\n" : "");
  printf("0};\n");
  fclose(in);
  return 0;
}
