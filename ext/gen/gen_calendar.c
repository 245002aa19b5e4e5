/* gen_calendar > calendar.inc: the Chinese years from ICU's Chinese calendar, and the days of the 24 solar terms, from the Sun's
** longitude (J. Meeus, Astronomical Algorithms, chapter 25; right to some minutes, so only a term within minutes of midnight in
** Beijing could be a day off). */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ucal.h>

enum { FIRST = 1900, LAST = 2100 };

static const double ms_per_day = 86400000.0, pi = 3.14159265358979323846;

static void stop(const char *what) {
  fprintf(stderr, "gen_calendar: %s\n", what);
  exit(1);
}

static UCalendar *open_calendar(const char *locale) {
  static const UChar zone[] = {'G', 'M', 'T', '+', '8', 0};
  UErrorCode error = U_ZERO_ERROR;
  UCalendar *calendar = ucal_open(zone, -1, locale, UCAL_DEFAULT, &error);
  if (U_FAILURE(error)) stop(u_errorName(error));
  return calendar;
}

static int field(UCalendar *calendar, double ms, UCalendarDateFields which) {
  UErrorCode error = U_ZERO_ERROR;
  ucal_setMillis(calendar, ms, &error);
  int value = ucal_get(calendar, which, &error);
  if (U_FAILURE(error)) stop(u_errorName(error));
  return value;
}

static double january_first(UCalendar *civil, int year) {
  UErrorCode error = U_ZERO_ERROR;
  ucal_clear(civil);
  ucal_setDateTime(civil, year, UCAL_JANUARY, 1, 12, 0, 0, &error);
  double ms = ucal_getMillis(civil, &error);
  if (U_FAILURE(error)) stop(u_errorName(error));
  return ms;
}

static int is_new_year(UCalendar *lunar, double ms) {
  return field(lunar, ms, UCAL_MONTH) == 0 && field(lunar, ms, UCAL_DATE) == 1 && !field(lunar, ms, UCAL_IS_LEAP_MONTH);
}

static unsigned lunar_year(UCalendar *civil, UCalendar *lunar, int year) {
  double ms = january_first(civil, year);
  unsigned first = 0, months = 0, repeated = 0, place = 0;
  while (!is_new_year(lunar, ms + first * ms_per_day)) first++;
  ms += first * ms_per_day;
  do {
    unsigned days = 1;
    if (field(lunar, ms, UCAL_IS_LEAP_MONTH)) repeated = (unsigned)field(lunar, ms, UCAL_MONTH) + 1;
    while (field(lunar, ms + days * ms_per_day, UCAL_DATE) != 1) days++;
    months |= (days == 30) << place++;
    ms += days * ms_per_day;
  } while (!is_new_year(lunar, ms));
  return months | repeated << 16 | first << 20;
}

/* Apparent longitude of the Sun in degrees; t in Julian centuries since J2000.0 (dynamical time). */
static double sun_longitude(double t) {
  double mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t, anomaly = (357.52911 + 35999.05029 * t - 0.0001537 * t * t) * pi / 180;
  double center = (1.914602 - 0.004817 * t) * sin(anomaly) + (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly);
  double omega = (125.04 - 1934.136 * t) * pi / 180;
  return mean + center - 0.00569 - 0.00478 * sin(omega);
}

/* How far the Sun has gone beyond a longitude, in (-180, 180]. */
static double beyond(double ms, double longitude) {
  double t = (ms / ms_per_day + 2440587.5 + 60 / 86400.0 - 2451545.0) / 36525;
  return remainder(sun_longitude(t) - longitude, 360);
}

/* Day of the month on which a term falls in Beijing: the first whose end is beyond it. */
static int solar_term(UCalendar *civil, int year, int term) {
  UErrorCode error = U_ZERO_ERROR;
  ucal_clear(civil);
  ucal_setDateTime(civil, year, term / 2, 1, 0, 0, 0, &error);
  double midnight = ucal_getMillis(civil, &error), longitude = fmod(285 + 15 * term, 360);
  int day = term % 2 ? 16 : 1;
  while (beyond(midnight + day * ms_per_day, longitude) < 0) day++;
  return day;
}

int main(void) {
  UCalendar *civil = open_calendar("en_US@calendar=gregorian"), *lunar = open_calendar("zh_CN@calendar=chinese");
  printf("static const uint32_t lunar_years[] = {");
  for (int year = FIRST; year <= LAST; year++) printf(year % 12 ? "0x%x," : "\n0x%x,", lunar_year(civil, lunar, year));
  printf("};\nstatic const uint8_t solar_terms[][24] = {\n");
  for (int year = FIRST; year <= LAST; year++) {
    printf("{");
    for (int term = 0; term < 24; term++) printf("%d,", solar_term(civil, year, term));
    printf("},\n");
  }
  printf("};\n");
  ucal_close(civil);
  ucal_close(lunar);
  return 0;
}
