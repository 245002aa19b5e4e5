/* A double holds 53 bits and powers of ten up to 10^22 exactly, so one multiplication or division of two exact doubles gives
** the nearest double (Clinger's fast path); what lies beyond is only right to about 15 digits. */
#include "base/decimal.h"

#include <math.h>

enum { EXACT_POWER = 22 };

static double power_of_ten(int32_t n) {
  double value = 1, step = 10;
  for (; n; n >>= 1, step *= step) {
    if (n & 1) value *= step;
  }
  return value;
}

lt_decimal lt_decimal_append(lt_decimal a, unsigned digit, bool fraction) {
  bool full = a.digits > (UINT64_MAX - 9) / 10;
  if (full) return (lt_decimal){a.digits, a.exponent + !fraction};
  return (lt_decimal){a.digits * 10 + digit, a.exponent - fraction};
}

lt_decimal lt_decimal_add(lt_decimal a, lt_decimal b) {
  if (a.digits == 0) return b;
  if (b.digits == 0) return a;
  if (a.exponent < b.exponent) return lt_decimal_add(b, a);
  while (a.exponent > b.exponent && a.digits <= UINT64_MAX / 10) a.digits *= 10, a.exponent--;
  while (a.exponent > b.exponent && b.digits) b.digits /= 10, b.exponent++;
  if (b.digits == 0) return a;
  if (a.digits > UINT64_MAX - b.digits) a.digits /= 10, b.digits /= 10, a.exponent++;
  return (lt_decimal){a.digits + b.digits, a.exponent};
}

double lt_decimal_value(lt_decimal a) {
  while (a.exponent > 0 && a.digits <= UINT64_MAX / 10 && a.digits) a.digits *= 10, a.exponent--;
  while (a.exponent < 0 && a.digits % 10 == 0 && a.digits) a.digits /= 10, a.exponent++;
  if (a.digits == 0 || a.exponent == 0) return (double)a.digits;
  if (a.exponent > 0) return a.exponent > 310 ? INFINITY : (double)a.digits * power_of_ten(a.exponent);
  if (a.exponent < -330) return 0;
  if (a.exponent >= -EXACT_POWER) return (double)a.digits / power_of_ten(-a.exponent);
  return (double)a.digits / power_of_ten(EXACT_POWER) / power_of_ten(-a.exponent - EXACT_POWER);
}
