/* The forms are made a lexicon of their own first: it tells which forms of the base are taken over. What is left of the base and the
** forms then go through the builder together. */
#include "lexicon/own.h"

#include "base/char.h"
#include "lexicon/build.h"

#define NO_NAME UINT32_MAX

typedef struct layer {
  const lt_lexicon *base;
  const lt_own_form *forms;
  uint32_t count;
  lt_arena *arena;
  const lt_lexicon *own; /* the forms; the value of a term is the index of a form */
  uint32_t *name;        /* of each form, in the result; NO_NAME: it removes */
  bool *removed;         /* names of the base */
  lt_lexicon_builder result;
} layer;

static bool says_nothing(const layer *l, uint32_t i) { return l->forms[i].implied && l->name[i] < lt_lexicon_name_count(l->base); }

/* Equal forms must be of one name. */
static bool index_forms(layer *l, lt_own_mistake *mistake) {
  lt_lexicon_builder builder = {.arena = l->arena};
  for (uint32_t i = 0; i < l->count; i++) {
    if (!says_nothing(l, i)) lt_lexicon_add_form(&builder, l->forms[i].form, i, l->forms[i].ambiguous);
  }
  l->own = lt_lexicon_build(&builder);
  for (uint32_t i = 0; l->own && i < l->count; i++) {
    lt_term first;
    if (says_nothing(l, i) || !lt_lexicon_find(l->own, l->forms[i].form, LT_CUE_CLASSES, &first)) continue;
    if (lt_slice_equals(l->forms[first.value].name, l->forms[i].name)) continue;
    *mistake = (lt_own_mistake){i, (uint32_t)first.value};
    return false;
  }
  return l->own != NULL;
}

/* Names by kind: each kind is a class of cues of its own here, and the value of a term an index. */
static void index_name(lt_lexicon_builder *names, lt_slice name, int kind, uint32_t index) {
  lt_lexicon_add_cue(names, name, (lt_cue_class)kind, (int32_t)index, (lt_slice){name.at, 0});
}

static bool find_name(const lt_lexicon *names, lt_slice name, int kind, uint32_t *index) {
  lt_term term;
  for (int k = LT_NAME_COMPANY; k <= LT_NAME_GROUP; k++) {
    if ((kind >= 0 && kind != k) || !lt_lexicon_find(names, name, (lt_cue_class)k, &term)) continue;
    *index = (uint32_t)term.value;
    return true;
  }
  return false;
}

static const lt_lexicon *index_base(layer *l) {
  lt_lexicon_builder names = {.arena = l->arena};
  for (uint32_t i = 0; i < lt_lexicon_name_count(l->base); i++) {
    lt_name n = lt_lexicon_name(l->base, i);
    lt_lexicon_add_name(&l->result, n);
    index_name(&names, n.name, n.kind, i);
  }
  return lt_lexicon_build(&names);
}

static const lt_lexicon *index_own(const layer *l) {
  lt_lexicon_builder names = {.arena = l->arena};
  for (uint32_t i = 0; i < l->count; i++) {
    if (l->forms[i].kind >= 0) index_name(&names, l->forms[i].name, l->forms[i].kind, i);
  }
  return lt_lexicon_build(&names);
}

static bool removes_name(const lt_own_form *f) { return f->kind == LT_OWN_REMOVED && lt_slice_equals(f->form, f->name); }

/* The name a form is of: one of the base's, an earlier form's, or a new one. */
static bool name_form(layer *l, const lt_lexicon *of_base, const lt_lexicon *of_own, uint32_t i) {
  const lt_own_form *f = &l->forms[i];
  uint32_t first;
  l->name[i] = NO_NAME;
  if (f->kind == LT_OWN_REMOVED) {
    if (removes_name(f) && find_name(of_base, f->name, LT_OWN_KIND_KEPT, &first)) l->removed[first] = true;
    return true;
  }
  if (find_name(of_base, f->name, f->kind, &l->name[i])) {
    lt_lexicon_learn(&l->result, l->name[i], f->fact, f->names);
    return true;
  }
  if (!find_name(of_own, f->name, f->kind, &first)) return false;
  if (first < i) l->name[i] = l->name[first];
  else l->name[i] = lt_lexicon_add_name(&l->result, (lt_name){f->name, (lt_name_kind)f->kind, f->fact, f->names});
  return true;
}

static bool name_forms(layer *l, lt_own_mistake *mistake) {
  const lt_lexicon *of_base = index_base(l), *of_own = index_own(l);
  l->name = lt_arena_block(l->arena, (l->count + UINT64_C(1)) * sizeof *l->name);
  l->removed = lt_arena_block(l->arena, lt_lexicon_name_count(l->base) + UINT64_C(1));
  if (of_base == NULL || of_own == NULL || l->name == NULL || l->removed == NULL) return false;
  memset(l->removed, 0, lt_lexicon_name_count(l->base) + 1);
  for (uint32_t i = 0; i < l->count; i++) {
    if (name_form(l, of_base, of_own, i)) continue;
    *mistake = (lt_own_mistake){i, i};
    return false;
  }
  return true;
}

static bool is_replaced(const layer *l, const lt_term *term) {
  lt_term own;
  return term->class == LT_CUE_CLASSES && (l->removed[term->value] || lt_lexicon_find(l->own, term->form, LT_CUE_CLASSES, &own));
}

/* What is removed is an ordinary word, so that no rule takes it for a name that no list has. */
static void add_ordinary(layer *l, lt_slice form) { lt_lexicon_add_cue(&l->result, form, LT_CUE_ORDINARY, 0, (lt_slice){form.at, 0}); }

static void add_terms(layer *l) {
  for (uint32_t i = 0; i < l->count; i++) {
    if (l->name[i] == NO_NAME) add_ordinary(l, l->forms[i].form);
    else if (!says_nothing(l, i)) lt_lexicon_add_form(&l->result, l->forms[i].form, l->name[i], l->forms[i].ambiguous);
  }
  for (uint32_t i = 0; i < lt_lexicon_term_count(l->base); i++) {
    lt_term term = lt_lexicon_term(l->base, i);
    if (term.class == LT_CUE_CLASSES && l->removed[term.value]) add_ordinary(l, term.form);
    if (is_replaced(l, &term)) continue;
    if (term.class == LT_CUE_CLASSES) lt_lexicon_add_form(&l->result, term.form, (uint32_t)term.value, term.ambiguous);
    else lt_lexicon_add_cue(&l->result, term.form, term.class, term.value, term.text);
  }
}

const lt_lexicon *lt_lexicon_lay_over(const lt_lexicon *base, const lt_own_form *forms, uint32_t count, lt_slice origin, lt_arena *arena, lt_own_mistake *mistake) {
  layer l = {.base = base, .forms = forms, .count = count, .arena = arena, .result = {.arena = arena}};
  if (!name_forms(&l, mistake) || !index_forms(&l, mistake)) return NULL;
  add_terms(&l);
  const lt_lexicon *built = lt_lexicon_build(&l.result);
  if (built == NULL) return NULL;
  lt_lexicon *lexicon = LT_NEW(arena, lt_lexicon);
  *lexicon = *built;
  lexicon->own = l.own;
  lexicon->origin = origin;
  return lexicon;
}

lt_slice lt_lexicon_origin(const lt_lexicon *lexicon, lt_slice form) {
  lt_term own;
  return lexicon->own && lt_lexicon_find(lexicon->own, form, LT_CUE_CLASSES, &own) ? lexicon->origin : LT_SLICE("built-in");
}
