/* A model being read: the parts of the reader share this.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_BUILD_H
#define RUNG_MODEL_BUILD_H

#include "base/names.h"
#include "model/model.h"
#include "model/words.h"
#include "read/json.h"

#define RUNG__USES_MAX 8

/* A document whose parts make up the model: one that it uses, or, last, its own. */
struct rung__document {
  json_t *owned; /* to be released; NULL for the model's own */
  struct rung__json root;
  char prefix[40];
  int source;           /* its default, or RUNG__NONE */
  size_t first_measure; /* its first in the model */
};

struct rung__build {
  rung_model *model;
  const char *prefix;          /* of the ids of the document being read: "" or "five-levels." */
  int source;                  /* the default of that document, or RUNG__NONE */
  struct rung__names nodes;    /* items, then measures: one name space */
  struct rung__names readings; /* and flags behind them: the names an example may expect */
  struct rung__document document[RUNG__USES_MAX + 1];
  size_t document_count;
  rung_error *error;
};

/* Room in the model's arena; fails with RUNG_E_MEMORY. */
rung_status rung__build_take(struct rung__build *build, size_t count, size_t size, void *out);
rung_status rung__build_text(struct rung__build *build, const char *text, const char **out);

/* Readers of what many parts share. The first three do nothing where `at` is not there. */
rung_status rung__build_localised(struct rung__build *build, const struct rung__json *at,
                                  struct rung__localised *out);
rung_status rung__build_source(struct rung__build *build, const struct rung__json *at, int *out);
rung_status rung__build_word(struct rung__build *build, const struct rung__json *at,
                             const char *const *words, int *out);
rung_status rung__build_id(struct rung__build *build, const struct rung__json *at,
                           const char **out);
/* The id of a part, with the document's prefix: of items, measures, ladders, scales, sources,
 * readings, pairs, flags, blocks and beliefs, where one is declared and where one is named. Ids of
 * levels, rules and facets have none. */
rung_status rung__build_part_id(struct rung__build *build, const struct rung__json *at,
                                const char **out);
/* The key of a member of /sources or /scales, with the prefix. */
rung_status rung__build_key(struct rung__build *build, const struct rung__json *member,
                            const char **out);
/* A number on the grid, |x| <= 65536. */
rung_status rung__build_grid(struct rung__build *build, const struct rung__json *at, int64_t *out);
/* The index of a level of a ladder, a ladder, a measure or an item by its id. */
rung_status rung__build_level(struct rung__build *build, const struct rung__json *at,
                              const struct rung__ladder *ladder, size_t *out);
rung_status rung__build_ladder(struct rung__build *build, const struct rung__json *at, size_t *out);
rung_status rung__build_measure(struct rung__build *build, const struct rung__json *at,
                                size_t *out);
/* Refuses an id that is already there; adds it otherwise. */
rung_status rung__build_name(struct rung__build *build, struct rung__names *names,
                             const struct rung__json *at, const char *id);

/* A condition; `readings` of the readings may be looked at (the ones read so far), none of a
 * measure's. Marks the items that it looks at. */
rung_status rung__read_condition(struct rung__build *build, const struct rung__json *at,
                                 size_t readings, struct rung__condition *condition);
/* An item or measure by its id; marks an item as looked at. Refused: text and unmeasured items,
 * dates without an age. */
rung_status rung__build_node(struct rung__build *build, const struct rung__json *at,
                             struct rung__node *out);

/* What shapes a value, in read_transforms.c; each does nothing where `at` is not there. */
rung_status rung__read_curve(struct rung__build *build, const struct rung__json *at,
                             struct rung__curve *out);
/* A table of scores, and what each becomes. */
rung_status rung__read_lookup(struct rung__build *build, const struct rung__json *at,
                              struct rung__lookup *out);
rung_status rung__read_ratio(struct rung__build *build, const struct rung__json *at,
                             struct rung__ratio *out);
rung_status rung__read_age(struct rung__build *build, const struct rung__json *at,
                           struct rung__age *out);
rung_status rung__read_ends(struct rung__build *build, const struct rung__json *at,
                            struct rung__ends *out);
rung_status rung__read_rounding(struct rung__build *build, const struct rung__json *at,
                                struct rung__rounding *out);
rung_status rung__read_closed(struct rung__build *build, const struct rung__json *at,
                              bool *closed_high);
/* The ends `from` and `to` of an object. */
rung_status rung__read_stretch(struct rung__build *build, const struct rung__json *at,
                               struct rung__stretch *out);
rung_status rung__read_day(struct rung__build *build, const struct rung__json *at, int32_t *day);
/* Policies by kind of absence; RUNG__POLICY_UNSAID for kinds that nobody names. */
rung_status rung__read_absence(struct rung__build *build, const struct rung__json *at,
                               struct rung__absence_rule out[RUNG__ABSENCE_KINDS]);
rung_status rung__read_tag(struct rung__build *build, const struct rung__json *at, int *tag);
rung_status rung__read_tags(struct rung__build *build, const struct rung__json *at, uint64_t *tags);

/* Reads an item's scale, its answers and what they are worth, in read_answers.c. */
rung_status rung__read_answers(struct rung__build *build, const struct rung__json *at,
                               struct rung__item *item);
/* Makes room for so many answers of an item. */
rung_status rung__build_answers(struct rung__build *build, struct rung__item *item, size_t count);
/* The options of a choice, in the order of the list. */
rung_status rung__read_options(struct rung__build *build, const struct rung__json *at,
                               struct rung__item *item);
/* Labels that a text answer may match; `at` is the item. */
rung_status rung__read_labels(struct rung__build *build, const struct rung__json *at,
                              struct rung__item *item);
/* Fails with this message at the first element whose item or measure stands before it in the list. */
rung_status rung__refuse_twice(struct rung__build *build, const struct rung__json *at,
                               const struct rung__node *node, size_t count, const char *message);
/* Terms of a measure, or of a rule over items. */
rung_status rung__read_terms(struct rung__build *build, const struct rung__json *at,
                             struct rung__term **terms, size_t *count);

/* The parts, in the order in which they are read. `root` is a whole document: the model, or one that
 * it uses. Room in the model's arrays is made beforehand for the parts of all documents
 * (read_model.c); each reader appends behind what is there. */
rung_status rung__read_uses(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_sources(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_ladders(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_scales(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_items(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_blocks(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_tiers(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_measures(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_readings(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_rule(struct rung__build *build, const struct rung__json *at,
                            const struct rung__reading *reading, struct rung__rule *rule);
rung_status rung__read_pairs(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_relations(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_flags(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_beliefs(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_disclosure(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_examples(struct rung__build *build, const struct rung__json *root);

/* Once the measures of all documents are read: puts them into the order of dependence, and compiles
 * each; `at` finds the place of a measure for what is wrong with it. */
rung_status rung__order_measures(struct rung__build *build);
rung_status rung__compile_measures(struct rung__build *build);
/* Fails at a measure of the model, wherever its document is. */
rung_status rung__measure_fail(struct rung__build *build, const struct rung__measure *measure,
                               const char *format, ...) RUNG__FORMAT(3, 4);
/* Marks the measures whose possible range is exact: no item acts twice beneath them. */
rung_status rung__find_exact_ranges(struct rung__build *build);
rung_status rung__digest_model(rung_model *model, rung_error *error);

#endif
