/* People are made of a surname and one or two characters of other people's given names, or of syllables of transliteration, as
** foreign teams are; companies and organizations come from the vocabulary as often as from our sentences. One company in five is made of
** characters of other companies, so that it is known by its sentence alone. */
#include "renaming.h"

#include <stdlib.h>

#include "base/char.h"

typedef LT_ARRAY(lt_slice) slices;

enum { LETTERS = 128, LONGEST = 16 };

struct renaming {
  lt_arena *arena;
  uint64_t seed;
  slices names[LETTERS], vocabulary[LETTERS];
  slices surnames, given, syllables;
  slices heads, tails; /* the first character of short Chinese names of companies, and the others */
};

static uint32_t renaming_chance(renaming *r, uint32_t of) {
  r->seed = lt_tag_mix(r->seed + UINT64_C(0x9E3779B97F4A7C15));
  return (uint32_t)(r->seed >> 33) % of;
}

static void keep_given(renaming *r, lt_slice name) {
  lt_term term;
  if (name.length < 2 || name.length > 3 || !lt_lexicon_find(&lt_lexicon_built_in, (lt_slice){name.at, 1}, LT_WORD_SURNAME, &term)) return;
  *LT_PUSH(r->arena, &r->surnames) = (lt_slice){name.at, 1}; /* as often as it is borne */
  for (uint32_t i = 1; i < name.length; i++) *LT_PUSH(r->arena, &r->given) = (lt_slice){name.at + i, 1};
}

static void keep_characters(renaming *r, lt_slice name) {
  if (name.length < 2 || name.length > 4) return;
  for (uint32_t i = 0; i < name.length; i++) if (!lt_char_is_han(name.at[i])) return;
  for (uint32_t i = 0; i < name.length; i++) *LT_PUSH(r->arena, i ? &r->tails : &r->heads) = (lt_slice){name.at + i, 1};
}

static void keep_term(renaming *r, lt_term term) {
  static const char letters[] = {[LT_NAME_COMPANY] = 'c', [LT_NAME_PERSON] = 'p', [LT_NAME_ORGANIZATION] = 'o', [LT_NAME_MODEL] = 'm', [LT_NAME_GROUP] = 0};
  if (term.class == LT_WORD_SURNAME && term.value == 1) *LT_PUSH(r->arena, &r->surnames) = term.form;
  if (term.class == LT_WORD_TRANSLITERATION) *LT_PUSH(r->arena, &r->syllables) = term.form;
  if (term.class != LT_CUE_CLASSES || term.ambiguous) return;
  lt_name name = lt_lexicon_name(&lt_lexicon_built_in, (uint32_t)term.value);
  if (term.form.length > 1) *LT_PUSH(r->arena, &r->vocabulary[(int)letters[name.kind]]) = term.form;
  if (name.kind == LT_NAME_PERSON) keep_given(r, term.form);
  if (name.kind == LT_NAME_COMPANY) keep_characters(r, term.form);
}

renaming *renaming_new(uint64_t seed) {
  renaming *r = calloc(1, sizeof *r);
  if (r == NULL) abort();
  r->arena = lt_arena_new(&lt_allocator_libc);
  r->seed = seed;
  for (uint32_t i = 0; i < lt_lexicon_term_count(&lt_lexicon_built_in); i++) keep_term(r, lt_lexicon_term(&lt_lexicon_built_in, i));
  return r;
}

void renaming_free(renaming *r) {
  lt_arena_free(r->arena);
  free(r);
}

void renaming_add(renaming *r, char letter, lt_slice name) {
  *LT_PUSH(r->arena, &r->names[(int)letter]) = name;
  if (letter == 'p') keep_given(r, name);
}

static lt_slice any(renaming *r, const slices *from) { return from->count ? from->at[renaming_chance(r, from->count)] : LT_SLICE("云桥"); }

static void append(lt_char *out, uint32_t *length, lt_slice s) {
  for (uint32_t i = 0; i < s.length && *length < LONGEST; i++) out[(*length)++] = s.at[i];
}

static lt_slice made_of(renaming *r, const slices *head, const slices *rest, uint32_t parts) {
  lt_char *out = lt_arena_block(r->arena, LONGEST * sizeof *out);
  uint32_t length = 0;
  append(out, &length, any(r, head));
  while (parts-- > 0) append(out, &length, any(r, rest));
  return (lt_slice){out, length};
}

static lt_slice foreign(renaming *r) {
  lt_slice last = made_of(r, &r->syllables, &r->syllables, 1 + renaming_chance(r, 3));
  if (renaming_chance(r, 3)) return last;
  lt_slice whole = made_of(r, &r->syllables, &r->syllables, 1 + renaming_chance(r, 2));
  lt_char *out = (lt_char *)whole.at;
  append(out, &whole.length, LT_SLICE("·"));
  append(out, &whole.length, last);
  return whole;
}

static lt_slice person(renaming *r, uint32_t chance) {
  if (chance < 5) return made_of(r, &r->surnames, &r->given, 1 + (renaming_chance(r, 4) > 0));
  return foreign(r);
}

lt_slice renaming_pick(renaming *r, char letter) {
  uint32_t chance = renaming_chance(r, 10);
  if (letter == 'p' && chance < 8) return person(r, chance);
  if (letter == 't' && chance < 3) return made_of(r, &r->syllables, &r->syllables, 1 + renaming_chance(r, 3));
  if (letter == 'c' && chance < 2) return made_of(r, &r->heads, &r->tails, 1 + renaming_chance(r, 3));
  if (chance < 6 && r->vocabulary[(int)letter].count) return any(r, &r->vocabulary[(int)letter]);
  return any(r, &r->names[(int)letter]);
}
