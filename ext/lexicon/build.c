/* Sorting terms into groups by counting (see table.h), longest first inside a group. */
#include "lexicon/build.h"

#include <stdlib.h>

#include "base/char.h"

static lt_pool_slice pooled(lt_lexicon_builder *builder, lt_slice s) {
  lt_pool_slice place = {builder->pool.count, s.length};
  for (uint32_t i = 0; i < s.length; i++) *LT_PUSH(builder->arena, &builder->pool) = s.at[i];
  return place;
}

uint32_t lt_lexicon_add_name(lt_lexicon_builder *builder, lt_name name) {
  lt_name_entry entry = {pooled(builder, name.name), pooled(builder, name.fact), pooled(builder, name.names), name.kind};
  *LT_PUSH(builder->arena, &builder->names) = entry;
  return builder->names.count - 1;
}

void lt_lexicon_learn(lt_lexicon_builder *builder, uint32_t name, lt_slice fact, lt_slice names) {
  if (fact.length) builder->names.at[name].fact = pooled(builder, fact);
  if (names.length) builder->names.at[name].names = pooled(builder, names);
}

static lt_term_entry *add_term(lt_lexicon_builder *builder, lt_slice form) {
  if (form.length == 0 || form.length > LT_FORM_LONGEST) return NULL;
  uint32_t at = pooled(builder, form).at;
  for (uint32_t i = at; i < builder->pool.count; i++) builder->pool.at[i] = lt_char_lower(builder->pool.at[i]);
  lt_term_entry *entry = LT_PUSH(builder->arena, &builder->terms);
  entry->form = at;
  entry->length = (uint8_t)form.length;
  return entry;
}

bool lt_lexicon_add_form(lt_lexicon_builder *builder, lt_slice form, uint32_t name, bool ambiguous) {
  lt_term_entry *entry = add_term(builder, form);
  if (entry == NULL) return false;
  entry->class = LT_CUE_CLASSES;
  entry->value = (int32_t)name;
  entry->ambiguous = ambiguous;
  return true;
}

bool lt_lexicon_add_cue(lt_lexicon_builder *builder, lt_slice form, lt_cue_class class, int32_t value, lt_slice text) {
  if (text.length > UINT8_MAX) return false;
  lt_term_entry *entry = add_term(builder, form);
  if (entry == NULL) return false;
  entry->class = (uint8_t)class;
  entry->value = value;
  entry->text_length = (uint8_t)text.length;
  entry->text = pooled(builder, text).at;
  return true;
}

static uint32_t hash_of(const lt_lexicon_builder *builder, const lt_term_entry *term) {
  return lt_hash_of(lt_term_head_of(builder->pool.at + term->form, term->length), term->length);
}

static uint32_t group_of(const lt_lexicon_builder *builder, const lt_term_entry *term) {
  return lt_group_of_class(hash_of(builder, term), term->class);
}

/* Insertion: groups hold a handful of terms, and equal lengths keep the order in which they were added. */
static void put_longest_first(lt_term_entry *group, uint32_t count, const lt_term_entry *term) {
  uint32_t i = count;
  for (; i > 0 && group[i - 1].length < term->length; i--) group[i] = group[i - 1];
  group[i] = *term;
}

static bool group_terms(const lt_lexicon_builder *builder, lt_term_entry *terms, uint32_t *groups) {
  enum { GROUPS = 2 * LT_GROUPS };
  uint32_t *filled = lt_arena_block(builder->arena, GROUPS * sizeof *filled);
  if (filled == NULL) return false;
  memset(filled, 0, GROUPS * sizeof *filled);
  memset(groups, 0, (GROUPS + 1) * sizeof *groups);
  for (uint32_t i = 0; i < builder->terms.count; i++) groups[group_of(builder, &builder->terms.at[i]) + 1]++;
  for (uint32_t g = 0; g < GROUPS; g++) groups[g + 1] += groups[g];
  for (uint32_t i = 0; i < builder->terms.count; i++) {
    uint32_t g = group_of(builder, &builder->terms.at[i]);
    put_longest_first(terms + groups[g], filled[g]++, &builder->terms.at[i]);
  }
  return true;
}

static void fill_heads(const lt_lexicon_builder *builder, const lt_term_entry *terms, lt_term_head *heads) {
  for (uint32_t i = 0; i < builder->terms.count; i++) heads[i] = lt_term_head_of(builder->pool.at + terms[i].form, terms[i].length);
}

static void set_bit(uint64_t *bits, uint32_t index) { bits[index / 64] |= UINT64_C(1) << index % 64; }

/* Words are kept out of the filter of the scan. */
static void fill_filters(const lt_lexicon_builder *builder, uint64_t *filter, uint64_t *singles, uint64_t *word_filter, uint32_t *single_words) {
  memset(filter, 0, (1 << LT_FILTER_BITS) / 8);
  memset(singles, 0, 65536 / 8);
  memset(word_filter, 0, (1 << LT_FILTER_BITS) / 8);
  memset(single_words, 0, 65536 * sizeof *single_words);
  for (uint32_t i = 0; i < builder->terms.count; i++) {
    const lt_term_entry *term = &builder->terms.at[i];
    bool word = term->class > LT_CUE_CLASSES;
    lt_char first = builder->pool.at[term->form];
    if (term->length > 1) set_bit(word ? word_filter : filter, lt_filter_place(hash_of(builder, term)));
    else if (word) single_words[first] |= (uint32_t)(UINT32_C(1) << (term->class - LT_CUE_CLASSES - 1));
    else set_bit(singles, first);
  }
}

_Static_assert(LT_ALL_CLASSES - LT_CUE_CLASSES - 1 <= 32, "single_words has a bit for each class of words");

const lt_lexicon *lt_lexicon_build(lt_lexicon_builder *builder) {
  lt_arena *arena = builder->arena;
  lt_lexicon *lexicon = LT_NEW(arena, lt_lexicon);
  lt_term_entry *terms = lt_arena_block(arena, (builder->terms.count + UINT64_C(1)) * sizeof *terms);
  lt_term_head *heads = lt_arena_block(arena, (builder->terms.count + UINT64_C(1)) * sizeof *heads);
  uint32_t *groups = lt_arena_block(arena, (2 * LT_GROUPS + 1) * sizeof *groups);
  uint64_t *filter = lt_arena_block(arena, (1 << LT_FILTER_BITS) / 8);
  uint64_t *singles = lt_arena_block(arena, 65536 / 8);
  uint64_t *word_filter = lt_arena_block(arena, (1 << LT_FILTER_BITS) / 8);
  uint32_t *single_words = lt_arena_block(arena, 65536 * sizeof *single_words);
  if (lt_arena_failed(arena) || !group_terms(builder, terms, groups)) return NULL;
  fill_heads(builder, terms, heads);
  fill_filters(builder, filter, singles, word_filter, single_words);
  *lexicon = (lt_lexicon){.pool = builder->pool.at, .names = builder->names.at, .terms = terms, .heads = heads, .groups = groups,
                          .filter = filter, .singles = singles, .word_filter = word_filter, .single_words = single_words, .name_count = builder->names.count,
                          .term_count = builder->terms.count, .pool_length = builder->pool.count};
  return lexicon;
}
