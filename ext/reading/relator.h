/* What the relation rules share while they walk through an article: the sentence before them, cut into units, and everything
** related so far. Each sort of relation has a file of its own (relation_*.c). */
#ifndef LT_READING_RELATOR_H
#define LT_READING_RELATOR_H

#include "reading/unit.h"

typedef struct lt_making {
  uint32_t before; /* the relation before it that says who develops the same model: 1 + index; 0 if none */
  bool joined;     /* beside a maker who is named first */
} lt_making;

/* Somebody joined a firm, as the text tells it. */
typedef struct lt_joining {
  uint32_t firm; /* entity */
  uint32_t paragraph;
  uint32_t earlier; /* the same person's joining told before it: 1 + index; 0 if none */
  lt_span span;
} lt_joining;

typedef struct lt_relator {
  lt_reading *r;
  uint32_t sentence; /* index of the one being read */
  lt_span where;     /* its span */
  lt_unit_list units;

  uint32_t *said; /* relations by what they say, in a hash table: 1 + index, 0 where free */
  uint32_t said_mask;
  uint32_t *named; /* entities by name, likewise */
  uint32_t named_mask;
  uint32_t *makers; /* of each entity: 1 + index of the last relation that says who develops it; 0 if none */
  LT_ARRAY(lt_making) makings;   /* of each relation */
  bool joining;    /* those related now only joined the maker: 远山实验室联合海岳大学发布 */


  uint32_t hero;          /* the person the text speaks of where it names none: an index of mentions; their count if nobody */
  uint32_t hero_sentence; /* where that person was last spoken of */
  LT_ARRAY(lt_joining) joinings;
  uint32_t *last_joining; /* of each entity: 1 + index; 0 if none */
} lt_relator;

/* False when memory ran out. */
bool lt_relator_open(lt_relator *relator, lt_reading *reading);
void lt_relator_turn_to(lt_relator *relator, uint32_t sentence);

/* The player or group, or else the model, of this name; the count of entities if there is none. */
uint32_t lt_relator_player(const lt_relator *relator, lt_slice name);
uint32_t lt_relator_model(const lt_relator *relator, lt_slice name);

/* Adds a relation, once; nothing is related to itself, and who works with or against whom goes both ways. */
void lt_relate_entities(lt_relator *relator, lt_relation_kind kind, uint32_t subject, uint32_t object, lt_span where);

/* The same between every member of one unit and every member of the other. A list of more than a dozen counts as a dozen. */
void lt_relate(lt_relator *relator, lt_relation_kind kind, const lt_unit *subjects, const lt_unit *objects);

/* Has this been said? */
bool lt_is_related(const lt_relator *relator, lt_relation_kind kind, uint32_t subject, uint32_t object);

/* Gives a model the makers of another one; false if it has none. In another sentence than the one that told of them, only those
** who are named first. */
bool lt_share_makers(lt_relator *relator, uint32_t like, uint32_t model, lt_span where);

/* Questions to the text. The sentence's own: before its beginning stands nothing. */
lt_char lt_char_before(const lt_relator *relator, uint32_t place);
bool lt_text_before(const lt_relator *relator, uint32_t place, lt_slice word);
bool lt_text_here(const lt_relator *relator, uint32_t place, lt_slice word);
bool lt_stands_between(const lt_relator *relator, uint32_t begin, uint32_t end, lt_char c);

static inline bool lt_is_one_of(lt_char c, lt_slice set) { return lt_slice_index(set, c) < set.length; }

/* Where the clause around a place begins and ends: at commas, semicolons, colons, full stops. Looks a line's length far. */
uint32_t lt_clause_start(const lt_relator *relator, uint32_t place);
uint32_t lt_clause_end(const lt_relator *relator, uint32_t place);

/* Is this stretch part of a name (投资 in 远山投资)? */
bool lt_is_in_name(const lt_relator *relator, lt_span span);

/* Is an act said not to have happened: 拟, 未, 或将 in [from, act), 据传 anywhere before it in the sentence? */
bool lt_is_unreal(const lt_relator *relator, uint32_t from, uint32_t act);

/* One file each. */
void lt_relate_makers(lt_relator *relator);
void lt_relate_jobs(lt_relator *relator);
void lt_relate_deals(lt_relator *relator);

/* After the last sentence. */
void lt_share_makers_with_versions(lt_relator *relator);
void lt_relate_roles(lt_relator *relator);
void lt_forget_past_jobs(lt_relator *relator);
void lt_relate_groups(lt_relator *relator);

#endif
