/* Functions of the stored text that need no reading. */
#include "functions/function.h"

static lt_value decode(lt_arena *arena, lt_utf8 text) {
  (void)arena;
  return (lt_value){.kind = LT_VALUE_UTF8, .utf8 = text};
}

const lt_function lt_function_decode = {
    .name = "llm_decode",
    .arguments = "blob",
    .most_arguments = 1,
    .meaning = "the text of a BLOB in UTF-8, GB18030 or Big5, as start and length count it",
    .example = "llm_decode(x'B4F3C4A3D0CDB5C4C0DECCA8')",
    .result = "大模型的擂台",
    .of_text = decode,
};
