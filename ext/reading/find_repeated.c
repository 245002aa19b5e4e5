/* Once an article has shown that something is a name, it is one wherever it stands: the text is gone through once more for the
** forms that the other finders found. There are a few dozen at most in most articles, so a filter of the first two characters
** and short chains do; to build a lexicon for them would cost more than to look. Of more names than a book has the first are
** looked for, so that no text takes long. */
#include <stdlib.h>

#include "base/char.h"
#include "reading/finder.h"

enum { FILTER_BITS = 4096, CHAINS = 1024, FORMS_MOST = 8192 };

#define NONE UINT32_MAX

typedef struct form {
  lt_slice text;
  uint32_t like; /* index of the candidate */
  uint32_t next; /* in the chain, NONE at its end */
} form;

typedef struct repeated {
  lt_finder *f;
  uint64_t filter[FILTER_BITS / 64];
  uint32_t chains[CHAINS]; /* by the first two characters: longest form first */
  LT_ARRAY(form) forms;
} repeated;

static uint32_t filter_bit(const lt_char *at) { return (lt_char_lower(at[0]) * 31u + lt_char_lower(at[1])) % FILTER_BITS; }

static uint32_t chain_of(const lt_char *at) { return filter_bit(at) % CHAINS; }

static bool same_text(lt_slice a, const lt_char *at) {
  for (uint32_t i = 0; i < a.length; i++) {
    if (lt_char_lower(a.at[i]) != lt_char_lower(at[i])) return false;
  }
  return true;
}

static void add_form(repeated *r, uint32_t candidate) {
  lt_slice text = lt_reading_cut(r->f->r, r->f->candidates.at[candidate].span);
  uint32_t *link = &r->chains[chain_of(text.at)];
  while (*link != NONE && r->forms.at[*link].text.length > text.length) link = &r->forms.at[*link].next;
  for (uint32_t i = *link; i != NONE && r->forms.at[i].text.length == text.length; i = r->forms.at[i].next) {
    if (same_text(r->forms.at[i].text, text.at)) return;
  }
  uint32_t next = *link, index = r->forms.count;
  *link = index; /* before the array moves */
  *LT_PUSH(r->f->r->arena, &r->forms) = (form){text, candidate, next};
  r->filter[filter_bit(text.at) / 64] |= UINT64_C(1) << filter_bit(text.at) % 64;
}

/* The longest form that stands at a place; NULL if none. */
static const form *form_at(const repeated *r, uint32_t at) {
  lt_slice all = {r->f->r->text->clean, r->f->r->text->length};
  for (uint32_t i = r->chains[chain_of(all.at + at)]; i != NONE; i = r->forms.at[i].next) {
    const form *candidate = &r->forms.at[i];
    uint32_t end = at + candidate->text.length;
    if (end <= all.length && same_text(candidate->text, all.at + at) && lt_is_whole_word(all, at, end)) return candidate;
  }
  return NULL;
}

static void look_in_sentence(repeated *r, const lt_sentence *s) {
  const lt_char *clean = r->f->r->text->clean;
  for (uint32_t at = s->span.begin; at + 1 < s->span.end; at++) {
    uint32_t bit = filter_bit(clean + at);
    const form *found = r->filter[bit / 64] >> bit % 64 & 1 ? form_at(r, at) : NULL;
    if (found == NULL || at + found->text.length > s->span.end) continue;
    lt_span span = {at, at + found->text.length};
    if (!lt_is_in_address(r->f->r, span)) lt_found(r->f, span, r->f->candidates.at[found->like].kind, LT_SURE_REPEATED, LT_NOT_KNOWN);
    at = span.end - 1;
  }
}

void lt_find_repeated(lt_finder *f) {
  repeated r = {.f = f};
  for (uint32_t i = 0; i < CHAINS; i++) r.chains[i] = NONE;
  for (uint32_t i = 0; i < f->candidates.count; i++) {
    const lt_candidate *c = &f->candidates.at[i];
    if (c->lexicon_name == LT_NOT_KNOWN && lt_span_length(c->span) >= 2 && r.forms.count < FORMS_MOST) add_form(&r, i);
  }
  for (uint32_t i = 0; r.forms.count && i < f->r->document->sentences.count; i++) look_in_sentence(&r, &f->r->document->sentences.at[i]);
}
