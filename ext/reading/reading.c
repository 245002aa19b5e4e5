/* Stages of a reading: which one rests on which, and running what is missing. */
#include "reading/reading.h"

static void read_text(lt_reading *r) { (void)r; /* restored when the reading was made, as its bytes are only borrowed */ }

static void read_terms(lt_reading *r) {
  lt_slice all = {r->text->clean, r->text->length};
  lt_lexicon_scan(r->lexicon, r->arena, all, &r->names, &r->cues);
  lt_reading_index_cues(r);
}

static void read_document(lt_reading *r) { r->document = lt_document_read(r->arena, r->text, r->lexicon, &r->names, &r->cues); }

#define AFTER(stage) (1u << LT_STAGE_##stage)

static const struct {
  void (*run)(lt_reading *);
  unsigned after; /* stages it rests on directly */
} stages[LT_STAGE_COUNT] = {
    [LT_STAGE_TEXT] = {read_text, 0},
    [LT_STAGE_TERMS] = {read_terms, AFTER(TEXT)},
    [LT_STAGE_DOCUMENT] = {read_document, AFTER(TEXT) | AFTER(TERMS)},
    [LT_STAGE_QUOTES] = {lt_quotes_pair, AFTER(DOCUMENT)},
    [LT_STAGE_NUMBERS] = {lt_numbers_read, AFTER(DOCUMENT) | AFTER(TERMS)},
    [LT_STAGE_ENTITIES] = {lt_entities_read, AFTER(DOCUMENT) | AFTER(TERMS) | AFTER(QUOTES)},
    [LT_STAGE_RELATIONS] = {lt_relations_read, AFTER(ENTITIES)},
    [LT_STAGE_ATTRIBUTIONS] = {lt_attributions_read, AFTER(ENTITIES) | AFTER(NUMBERS)},
    [LT_STAGE_LINKS] = {lt_figures_link, AFTER(NUMBERS) | AFTER(ATTRIBUTIONS)},
    [LT_STAGE_SOURCES] = {lt_sources_read, AFTER(ATTRIBUTIONS)},
    [LT_STAGE_CLAIMS] = {lt_claims_read, AFTER(ATTRIBUTIONS)},
    [LT_STAGE_SPEAKERS] = {lt_quotes_attribute, AFTER(ATTRIBUTIONS)},
};

bool lt_reading_need(lt_reading *reading, lt_stage stage) {
  if (reading->done[stage]) return !lt_arena_failed(reading->arena);
  for (int i = 0; i < LT_STAGE_COUNT; i++) {
    if (stages[stage].after >> i & 1 && !lt_reading_need(reading, (lt_stage)i)) return false;
  }
  stages[stage].run(reading);
  reading->done[stage] = true;
  return !lt_arena_failed(reading->arena);
}

lt_reading *lt_reading_new(const lt_allocator *allocator, const lt_lexicon *lexicon, const char *utf8, size_t bytes) {
  lt_arena *arena = lt_arena_new(allocator);
  if (arena == NULL) return NULL;
  lt_reading *reading = LT_NEW(arena, lt_reading);
  reading->arena = arena;
  reading->lexicon = lexicon;
  reading->text = lt_text_restore(arena, utf8, bytes);
  if (reading->text && !lt_arena_failed(arena)) return reading;
  lt_arena_free(arena);
  return NULL;
}

void lt_reading_free(lt_reading *reading) {
  if (reading) lt_arena_free(reading->arena);
}
