/* Functions that tell whether two texts are one article. */
#include "document/fingerprint.h"
#include "functions/function.h"

static lt_value fingerprint(const lt_reading *reading, lt_day anchor) {
  uint64_t bits;
  (void)anchor;
  return lt_fingerprint(reading->document, &bits) ? lt_value_integer((int64_t)bits) : LT_NULL;
}

const lt_function lt_function_fingerprint = {
    .name = "llm_fingerprint",
    .arguments = "text",
    .most_arguments = 1,
    .meaning = "a 64-bit hash that reprints of one article have almost in common; NULL if there is nothing to compare",
    .example = "llm_fingerprint('這臺服務器賣(mài)了。') = llm_fingerprint('这台服务器，卖了')",
    .result = "1",
    .stages = 1u << LT_STAGE_DOCUMENT,
    .of_reading = fingerprint,
};

static lt_value distance(int64_t a, int64_t b) { return lt_value_integer(lt_fingerprint_distance((uint64_t)a, (uint64_t)b)); }

const lt_function lt_function_distance = {
    .name = "llm_distance",
    .arguments = "fingerprint, fingerprint",
    .most_arguments = 2,
    .meaning = "bits in which two fingerprints differ: 0 to 11 for reprints of one article, about 30 for two articles",
    .example = "llm_distance(llm_fingerprint('大模型走进工厂。'), llm_fingerprint('大模型走进工厂！'))",
    .result = "0",
    .of_pair = distance,
};
