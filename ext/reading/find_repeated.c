/* Once an article has shown that something is a name, it is one wherever it stands: the forms found by the other finders make
** a lexicon of the article's own, and the text is scanned with it like with the built-in one. */
#include "lexicon/build.h"
#include "reading/finder.h"

static void add_forms(const lt_finder *f, lt_lexicon_builder *builder) {
  for (uint32_t i = 0; i < f->candidates.count; i++) {
    const lt_candidate *c = &f->candidates.at[i];
    if (c->lexicon_name != LT_NOT_KNOWN || lt_span_length(c->span) < 2) continue;
    lt_lexicon_add_form(builder, lt_reading_cut(f->r, c->span), i, false);
  }
}

void lt_find_repeated(lt_finder *f) {
  lt_reading *r = f->r;
  lt_lexicon_builder builder = {.arena = r->arena};
  add_forms(f, &builder);
  const lt_lexicon *own = builder.terms.count ? lt_lexicon_build(&builder) : NULL;
  if (own == NULL) return;
  lt_hits names = {0}, cues = {0};
  lt_lexicon_scan(own, r->arena, (lt_slice){r->text->clean, r->text->length}, &names, &cues);
  for (uint32_t i = 0; i < names.count; i++) {
    lt_span span = lt_hit_span(&names.at[i]);
    uint32_t like = (uint32_t)lt_lexicon_term(own, names.at[i].term).value;
    if (lt_sentence_around(r, span) && !lt_is_in_address(r, span)) lt_found(f, span, f->candidates.at[like].kind, LT_SURE_REPEATED, LT_NOT_KNOWN);
  }
}
