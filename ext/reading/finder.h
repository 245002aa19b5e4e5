/* Inside the entity stage: what the finders hand over. Each finder knows one way in which articles name things and adds
** candidates; mention.c lets them compete and makes mentions of the winners. */
#ifndef LT_READING_FINDER_H
#define LT_READING_FINDER_H

#include "reading/reading.h"
#include "reading/tagger.h"

/* Where two candidates overlap the surer one stays, then the longer. */
typedef enum lt_sureness {
  LT_SURE_REPEATED, /* the same form was found elsewhere in the article */
  LT_SURE_TAGGED,   /* the statistical tagger read it off the sentence */
  LT_SURE_SHAPE,    /* form and company of words */
  LT_SURE_KNOWN,    /* the vocabulary has it */
  LT_SURE_EXTENDED  /* a known name with what belongs to it (GPT-4 + -Turbo; 清华大学 + 知识工程实验室) */
} lt_sureness;

#define LT_NOT_KNOWN UINT32_MAX

typedef struct lt_candidate {
  lt_span span;
  lt_name_kind kind;
  lt_sureness sureness;
  uint32_t lexicon_name; /* or LT_NOT_KNOWN */
} lt_candidate;

/* Two forms that the article itself says are one: 望舟人工智能研究院（下称“望舟院”）. */
typedef struct lt_same {
  lt_span first, second;
  lt_name_kind kind;
} lt_same;

typedef struct lt_finder {
  lt_reading *r;
  LT_ARRAY(lt_candidate) candidates;
  uint32_t known;   /* the first so many are the vocabulary's, in reading order, until the others are settled */
  uint32_t settled; /* the first so many are in reading order */
  LT_ARRAY(lt_same) same;
  lt_tagged_names tagged; /* what the tagger reads, in reading order; empty where it is off */
} lt_finder;

static inline void lt_found(lt_finder *f, lt_span span, lt_name_kind kind, lt_sureness sureness, uint32_t lexicon_name) {
  *LT_PUSH(f->r->arena, &f->candidates) = (lt_candidate){span, kind, sureness, lexicon_name};
}

/* The vocabulary's candidate that ends, or begins, exactly at a place; NULL if none. */
const lt_candidate *lt_known_before(const lt_finder *f, uint32_t place);
const lt_candidate *lt_known_here(const lt_finder *f, uint32_t place);

/* Does the same text stand elsewhere with another character behind it (周岚均参与, but also 周岚到场)? Looks as far as a page. */
bool lt_goes_on_differently(const lt_reading *r, lt_span span);

/* Is this part of an address on the web or in the mail: doubao.com, https://host/kling-v1, user@host? */
bool lt_is_in_address(const lt_reading *r, lt_span span);

/* The name that the tagger reads at exactly this place; NULL if none. */
const lt_tagged *lt_tagged_at(const lt_finder *f, lt_span span);

/* Is this nothing but words of the language: 平行场景? */
bool lt_is_made_of_words(const lt_reading *r, lt_span span);

/* TAG-5 to TAG-7 (find_tagged.c): could a name that neither vocabulary nor rules vouch for stand here? */
bool lt_could_be_unlisted(const lt_reading *r, lt_span span, lt_name_kind kind);

/* Is this all that stands between two quotation marks? */
bool lt_is_quoted(const lt_reading *r, lt_span span);

/* Does one of the vocabulary's candidates begin before a place and end behind it? */
bool lt_known_straddles(const lt_finder *f, uint32_t place);

/* Puts candidates in reading order and keeps, of those that overlap, the surer, then the longer. */
void lt_settle(lt_finder *f);

/* After lt_settle, as far as candidates are in order then: the candidate that ends exactly at a place, NULL if none. */
const lt_candidate *lt_candidate_before(const lt_finder *f, uint32_t place);
const lt_candidate *lt_candidate_here(const lt_finder *f, uint32_t place); /* that begins there */

void lt_find_known(lt_finder *f);         /* names of the vocabulary, ambiguous ones only where the context says so */
void lt_find_organizations(lt_finder *f); /* ××科技, ××大学, ×× Lab: by the last part of the name */
void lt_find_explained(lt_finder *f);     /* 创始人, AI公司“××”, 投资方包括; wants settled candidates */
void lt_find_bought(lt_finder *f);        /* whoever a firm buys; wants settled candidates */
void lt_find_lists(lt_finder *f);         /* A、B、C等企业 */
void lt_find_people(lt_finder *f);        /* CEO×××, ×××表示, ×××教授 */
void lt_find_models(lt_finder *f);        /* “××”大模型, Qwen2.5-72B, 旗下×× */
void lt_find_shares(lt_finder *f);        /* whose shares are dealt in */
void lt_find_groups(lt_finder *f);        /* 清华系, 第一梯队, “三船一桥” */
void lt_read_tagged(lt_finder *f);        /* the tagger reads the article; before all others */
void lt_find_tagged(lt_finder *f);        /* what it is sure of */
void lt_find_voted(lt_finder *f);         /* bare names, by all their places together; wants settled candidates */
void lt_find_aliases(lt_finder *f);       /* （下称“××”）, （Moonshot AI）; wants settled candidates */
void lt_find_repeated(lt_finder *f);      /* further places of the forms that the others found */

#endif
