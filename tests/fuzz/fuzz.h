/* What the targets share. Each file beside this one is a program of its own: libFuzzer calls LLVMFuzzerTestOneInput with bytes,
** and what must hold for all bytes is checked by must(). */
#ifndef LT_TESTS_FUZZ_H
#define LT_TESTS_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Unlike assert it stays in optimized builds, which fuzz faster. */
#define must(true_of_all_input) ((true_of_all_input) ? (void)0 : (fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #true_of_all_input), abort()))

#endif
