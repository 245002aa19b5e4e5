/* llm_annotate: the article with everything found in it marked. */
#include "functions/annotate.h"

#include "functions/function.h"

static bool is(lt_utf8 form, const char *word) { return form.bytes == strlen(word) && memcmp(form.at, word, (size_t)form.bytes) == 0; }

static lt_value annotate(lt_arena *arena, const lt_reading *reading, lt_utf8 form) {
  bool html = is(form, "html");
  if (!html && !is(form, "ansi")) return LT_NULL;
  lt_out out = {.arena = arena};
  const lt_annotation *annotation = lt_annotation_make(arena, reading);
  if (annotation) (html ? lt_annotate_html : lt_annotate_ansi)(annotation, &out);
  return (lt_value){.kind = LT_VALUE_UTF8, .utf8 = {out.text.at, out.text.count}};
}

const lt_function lt_function_annotate = {
    .name = "llm_annotate",
    .arguments = "text[, 'html' or 'ansi']",
    .most_arguments = 2,
    .meaning = "the article with everything found in it marked: one HTML page, or text for a terminal",
    .example = "llm_annotate('百度来了。', 'ansi')",
    .result = "\033[0;1;38;5;33mcompany\033[0m 1\n\n\033[0;1;38;5;33m百度\033[0m来了。\033[0m\n",
    .stages = LT_ANNOTATION_STAGES,
    .of_form = annotate,
};
