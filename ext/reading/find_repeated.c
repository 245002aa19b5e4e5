/* Once an article has shown that something is a name, it is one wherever it stands: the text is gone through once more for the
** forms that the other finders found. There are a few dozen at most in most articles, so a filter of the first two characters
** does, and a table of whole forms behind it; to build a lexicon for them would cost more than to look. Of more names than a
** book has the first are looked for, so that no text takes long. */
#include <stdlib.h>

#include "base/char.h"
#include "reading/finder.h"

enum { FILTER_BITS = 2048, CHAINS = 2048, FORMS_MOST = 8192, LONGEST_FORM = 63 };

#define NONE UINT32_MAX

typedef struct form {
  lt_slice text;
  uint32_t like; /* index of the candidate */
  uint32_t next; /* in the chain, NONE at its end */
} form;

typedef struct repeated {
  lt_finder *f;
  uint64_t lengths[FILTER_BITS]; /* of the forms that begin with these two characters: a bit each */
  uint32_t chains[CHAINS];       /* by the whole form */
  LT_ARRAY(form) forms;
} repeated;

static uint32_t first_two(const lt_char *at) { return (lt_char_lower(at[0]) * 31u + lt_char_lower(at[1])) % FILTER_BITS; }

static uint32_t hashed(uint32_t hash, lt_char c) { return (hash ^ lt_char_lower(c)) * 0x01000193u; }

static uint32_t chain_of(uint32_t hash) { return (hash ^ hash >> 16) % CHAINS; }

static bool same_text(lt_slice a, lt_slice b) {
  for (uint32_t i = 0; i < a.length; i++) {
    if (lt_char_lower(a.at[i]) != lt_char_lower(b.at[i])) return false;
  }
  return a.length == b.length;
}

static const form *find_form(const repeated *r, lt_slice text, uint32_t hash) {
  for (uint32_t i = r->chains[chain_of(hash)]; i != NONE; i = r->forms.at[i].next) {
    if (same_text(r->forms.at[i].text, text)) return &r->forms.at[i];
  }
  return NULL;
}

static void add_form(repeated *r, uint32_t candidate) {
  lt_slice text = lt_reading_cut(r->f->r, r->f->candidates.at[candidate].span);
  uint32_t hash = 0;
  for (uint32_t i = 0; i < text.length; i++) hash = hashed(hash, text.at[i]);
  if (text.length < 2 || text.length > LONGEST_FORM || find_form(r, text, hash)) return;
  *LT_PUSH(r->f->r->arena, &r->forms) = (form){text, candidate, r->chains[chain_of(hash)]};
  r->chains[chain_of(hash)] = r->forms.count - 1;
  r->lengths[first_two(text.at)] |= UINT64_C(1) << text.length;
}

/* The longest form that stands at a place; NULL if none. */
static const form *form_at(const repeated *r, uint32_t at, uint64_t lengths) {
  lt_slice all = {r->f->r->text->clean, r->f->r->text->length};
  const form *longest = NULL;
  uint32_t hash = 0;
  for (uint32_t n = 1; n <= LONGEST_FORM && lengths >> n && at + n <= all.length; n++) {
    hash = hashed(hash, all.at[at + n - 1]);
    const form *found = lengths >> n & 1 ? find_form(r, (lt_slice){all.at + at, n}, hash) : NULL;
    if (found && lt_is_whole_word(all, at, at + n)) longest = found;
  }
  return longest;
}

static void look_in_sentence(repeated *r, const lt_sentence *s) {
  const lt_char *clean = r->f->r->text->clean;
  for (uint32_t at = s->span.begin; at + 1 < s->span.end; at++) {
    uint64_t lengths = r->lengths[first_two(clean + at)];
    const form *found = lengths ? form_at(r, at, lengths) : NULL;
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
    if (c->lexicon_name == LT_NOT_KNOWN && r.forms.count < FORMS_MOST) add_form(&r, i);
  }
  for (uint32_t i = 0; r.forms.count && i < f->r->document->sentences.count; i++) look_in_sentence(&r, &f->r->document->sentences.at[i]);
}
