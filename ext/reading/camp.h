/* The article's own grouping of its players: 互联网大厂, 科技公司, 初创企业. */
#ifndef LT_READING_CAMP_H
#define LT_READING_CAMP_H

#include "reading/reading.h"

/* Fills reading->camp_members and the camp of every entity that has one. */
void lt_camps_read(lt_reading *reading);

/* Inside: how the text tells camps and members (camp.c), and what is made of it (camp_list.c). */

/* What makes two forms one camp: the describing words, brought to one meaning, and what the head says. 初创|企业, 创业|公司 */
typedef struct lt_camp_key {
  lt_slice modifier, head;
} lt_camp_key;

typedef struct lt_camp {
  lt_camp_key key;
  lt_slice form; /* most used in the article */
  bool people;   /* its members are people */
} lt_camp;

/* How sure a member is: whoever is told by a weaker way only has another camp told by a surer one. */
typedef enum lt_camp_way { LT_CAMP_TOLD, LT_CAMP_GROUP, LT_CAMP_AND_OTHERS, LT_CAMP_WAYS } lt_camp_way;

typedef struct lt_camp_claim {
  uint32_t camp, mention;
  lt_camp_way way;
} lt_camp_claim;

typedef struct lt_camps {
  lt_reading *r;
  LT_ARRAY(lt_camp) all;
  LT_ARRAY(lt_camp_claim) claims;
  uint32_t *slots; /* camps by key: 1 + index, 0 where free */
  uint32_t mask;
} lt_camps;

/* The camp of the key; all.count if there is none. */
uint32_t lt_camp_find(const lt_camps *camps, lt_camp_key key);
void lt_camp_take(lt_camps *camps, lt_camp_key key, lt_span form, uint32_t mention, lt_camp_way way);

/* The key of a camp whose name is this, up to the head at its end. */
lt_camp_key lt_camp_key_of(const lt_camps *camps, uint32_t begin, const lt_hit *head);

/* The longest text before the head that describes alone; the head's begin if none does. */
uint32_t lt_camp_description(const lt_camps *camps, const lt_hit *head);

/* The form that the article uses most stands for each camp. */
void lt_camps_choose_forms(lt_camps *camps);

/* Further members named in the section whose heading names a camp. */
void lt_camps_read_sections(lt_camps *camps);

#endif
