/* Looking things up in a lexicon by index or by exact form; finding them in running text is matcher.c. */
#include "lexicon/table.h"

static lt_slice unpooled(const lt_lexicon *lexicon, uint32_t at, uint32_t length) {
  return (lt_slice){lexicon->pool + at, length};
}

uint32_t lt_lexicon_name_count(const lt_lexicon *lexicon) { return lexicon->name_count; }

lt_name lt_lexicon_name(const lt_lexicon *lexicon, uint32_t index) {
  const lt_name_entry *e = &lexicon->names[index];
  return (lt_name){.name = unpooled(lexicon, e->name.at, e->name.length), .kind = (lt_name_kind)e->kind,
                   .fact = unpooled(lexicon, e->fact.at, e->fact.length), .names = unpooled(lexicon, e->names.at, e->names.length)};
}

uint32_t lt_lexicon_term_count(const lt_lexicon *lexicon) { return lexicon->term_count; }

lt_term lt_lexicon_term(const lt_lexicon *lexicon, uint32_t index) {
  const lt_term_entry *e = &lexicon->terms[index];
  return (lt_term){.form = unpooled(lexicon, e->form, e->length), .text = unpooled(lexicon, e->text, e->text_length),
                   .value = e->value, .class = (lt_cue_class)e->class, .ambiguous = e->ambiguous};
}

static bool same_form(const lt_lexicon *lexicon, const lt_term_entry *term, lt_slice form) {
  if (term->length != form.length) return false;
  const lt_char *own = lexicon->pool + term->form;
  for (uint32_t i = 0; i < form.length; i++) {
    if (own[i] != lt_char_lower(form.at[i])) return false;
  }
  return true;
}

bool lt_lexicon_find(const lt_lexicon *lexicon, lt_slice form, lt_cue_class class, lt_term *term) {
  if (form.length == 0) return false;
  lt_term_head window = lt_term_head_of(form.at, form.length);
  uint32_t hash = lt_hash_of(window, form.length);
  if (form.length > 1 && !lt_has_bit(class > LT_CUE_CLASSES ? lexicon->word_filter : lexicon->filter, lt_filter_place(hash))) return false;
  const uint32_t *group = lexicon->groups + lt_group_of_class(hash, class);
  for (uint32_t i = group[0]; i < group[1]; i++) {
    if (lexicon->heads[i] != window || lexicon->terms[i].class != class || !same_form(lexicon, &lexicon->terms[i], form)) continue;
    *term = lt_lexicon_term(lexicon, i);
    return true;
  }
  return false;
}

bool lt_lexicon_has_word(const lt_lexicon *lexicon, lt_slice form, lt_cue_class class) {
  lt_term term;
  if (form.length == 1) return lexicon->single_words[form.at[0]] >> (class - LT_CUE_CLASSES - 1) & 1;
  return lt_lexicon_find(lexicon, form, class, &term);
}
