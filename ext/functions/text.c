/* Functions of the stored text that need no reading. */
#include "functions/function.h"

#include "base/utf8.h"
#include "text/pinyin.h"
#include "text/variant.h"

static lt_value simplify(lt_arena *arena, lt_utf8 text) {
  return lt_value_text(lt_simplify(arena, lt_utf8_read(arena, text.at, (size_t)text.bytes)));
}

const lt_function lt_function_simplify = {
    .name = "llm_simplify",
    .arguments = "text",
    .most_arguments = 1,
    .meaning = "any text in simplified characters, half-width digits and Latin letters",
    .example = "llm_simplify('這臺服務器裡有ＡＩ')",
    .result = "这台服务器里有AI",
    .of_text = simplify,
};

static lt_value pinyin(lt_arena *arena, lt_utf8 text) {
  return lt_value_text(lt_pinyin_write(arena, lt_simplify(arena, lt_utf8_read(arena, text.at, (size_t)text.bytes))));
}

const lt_function lt_function_pinyin = {
    .name = "llm_pinyin",
    .arguments = "text",
    .most_arguments = 1,
    .meaning = "any text with its Chinese characters as pinyin, a space between syllables",
    .example = "llm_pinyin('重慶銀行2023年')",
    .result = "chóng qìng yín háng 2023 nián",
    .of_text = pinyin,
};

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
