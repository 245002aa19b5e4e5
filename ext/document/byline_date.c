/* Full dates as bylines have them. Dates of the text itself are read elsewhere, with all their forms; here only a day counts that
** says its year. */
#include "base/char.h"
#include "document/byline.h"

uint32_t lt_byline_number(lt_slice s, uint32_t *at, uint32_t longest) {
  uint32_t value = 0, end = *at + longest;
  while (*at < s.length && *at < end && lt_char_is_digit(s.at[*at])) value = value * 10 + (s.at[(*at)++] - '0');
  return value;
}

static bool is_date_mark(lt_char c) { return c == '-' || c == '/' || c == '.' || c == u'年' || c == u'月'; }

/* 2023-06-05, 2023/6/5, 2023.06.05, 2023年6月5日: its length, 0 if there is none here. */
uint32_t lt_byline_date_at(lt_slice s, uint32_t at, uint32_t ymd[3]) {
  uint32_t i = at;
  ymd[0] = lt_byline_number(s, &i, 4);
  if (i - at != 4 || ymd[0] < 1900 || ymd[0] > 2200) return 0;
  for (int k = 1; k < 3; k++) {
    while (i < s.length && s.at[i] == ' ') i++;
    if (i >= s.length || !is_date_mark(s.at[i])) return 0;
    i++;
    while (i < s.length && s.at[i] == ' ') i++;
    ymd[k] = lt_byline_number(s, &i, 2);
  }
  bool is_day = ymd[1] >= 1 && ymd[1] <= 12 && ymd[2] >= 1 && ymd[2] <= 31;
  if (i < s.length && s.at[i] == u'日') i++;
  return is_day ? i - at : 0;
}

/* May 6, 2024; 6 May 2024 */
static uint32_t english_date_at(const lt_page *page, lt_slice s, uint32_t at, uint32_t ymd[3]) {
  uint32_t i = at, month_end;
  ymd[2] = lt_byline_number(s, &i, 2);
  while (i < s.length && s.at[i] == ' ') i++;
  for (month_end = i; month_end < s.length && lt_char_is_letter(s.at[month_end]);) month_end++;
  lt_term month;
  if (!lt_lexicon_find(page->lexicon, (lt_slice){s.at + i, month_end - i}, LT_WORD_MONTH, &month)) return 0;
  ymd[1] = (uint32_t)month.value;
  i = month_end;
  while (i < s.length && (s.at[i] == ' ' || s.at[i] == '.')) i++;
  if (ymd[2] == 0) ymd[2] = lt_byline_number(s, &i, 2);
  while (i < s.length && (s.at[i] == ' ' || s.at[i] == ',')) i++;
  uint32_t year = i;
  ymd[0] = lt_byline_number(s, &i, 4);
  return i - year == 4 && ymd[0] >= 1900 && ymd[2] >= 1 && ymd[2] <= 31 ? i - at : 0;
}

/* Where the first date begins, and its length in *length; s.length if there is none. */
uint32_t lt_byline_find_date(const lt_page *page, lt_slice s, uint32_t *length, uint32_t ymd[3]) {
  for (uint32_t i = 0; i + 7 < s.length; i++) {
    if (!lt_char_is_latin(s.at[i]) || (i && lt_char_is_latin(s.at[i - 1]))) continue;
    if ((*length = lt_byline_date_at(s, i, ymd)) > 0 || (*length = english_date_at(page, s, i, ymd)) > 0) return i;
  }
  *length = 0;
  return s.length;
}

static void write_number(lt_char *out, uint32_t value, int digits) {
  for (int i = digits; i-- > 0; value /= 10) out[i] = (lt_char)('0' + value % 10);
}

bool lt_byline_date(lt_byline *r, lt_slice s) {
  uint32_t ymd[3], length;
  if (lt_byline_find_date(r->page, s, &length, ymd) == s.length) return false;
  if (r->document->published.at) return true;
  lt_char *out = lt_arena_block(r->document->arena, 10 * sizeof *out);
  if (out == NULL) return false;
  write_number(out, ymd[0], 4);
  write_number(out + 5, ymd[1], 2);
  write_number(out + 8, ymd[2], 2);
  out[4] = out[7] = '-';
  r->document->published = (lt_slice){out, 10};
  return true;
}
