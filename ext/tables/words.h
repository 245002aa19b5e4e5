/* Our own words for kinds that more than one table shows. */
#ifndef LT_TABLES_WORDS_H
#define LT_TABLES_WORDS_H

#include "lexicon/lexicon.h"

static inline const char *lt_name_kind_word(lt_name_kind kind) {
  static const char *const words[] = {
      [LT_NAME_COMPANY] = "company",
      [LT_NAME_PERSON] = "person",
      [LT_NAME_ORGANIZATION] = "organization",
      [LT_NAME_MODEL] = "model",
      [LT_NAME_GROUP] = "group",
  };
  return words[kind];
}

#endif
