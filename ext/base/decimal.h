/* Exact decimal numbers, so that 36.57亿 is 3657000000 and 4.6 is what a C compiler makes of 4.6: digits and a power of ten are
** kept apart until the end. Beyond 19 digits the last ones are dropped, which a double could not hold anyway. */
#ifndef LT_BASE_DECIMAL_H
#define LT_BASE_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

typedef struct lt_decimal {
  uint64_t digits;  /* value = digits × 10^exponent */
  int32_t exponent;
} lt_decimal;

/* Writes one more digit at the end: 12 and 3 give 123; with `fraction`, after the point: 12 and 3 give 12.3. */
lt_decimal lt_decimal_append(lt_decimal a, unsigned digit, bool fraction);

lt_decimal lt_decimal_add(lt_decimal a, lt_decimal b);

/* a × 10^power */
static inline lt_decimal lt_decimal_scale(lt_decimal a, int32_t power) {
  if (a.digits) a.exponent += power;
  return a;
}

/* The nearest double; INFINITY when too large. */
double lt_decimal_value(lt_decimal a);

#endif
