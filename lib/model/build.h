/* A model being read: the parts of the reader share this.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_BUILD_H
#define RUNG_MODEL_BUILD_H

#include "base/names.h"
#include "model/model.h"
#include "read/json.h"

struct rung__build {
  rung_model *model;
  struct rung__names nodes;    /* items, then measures: one name space */
  struct rung__names readings; /* and flags behind them: the names an example may expect */
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

/* The parts, in the order in which they are read. `root` is the whole model. */
rung_status rung__read_sources(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_ladders(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_scales(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_items(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_measures(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_readings(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_rule(struct rung__build *build, const struct rung__json *at,
                            const struct rung__reading *reading, struct rung__rule *rule);
rung_status rung__read_pairs(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_flags(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_disclosure(struct rung__build *build, const struct rung__json *root);
rung_status rung__read_examples(struct rung__build *build, const struct rung__json *root);

/* Labels that a text answer may match; `at` is the item. */
rung_status rung__read_labels(struct rung__build *build, const struct rung__json *at,
                              struct rung__item *item);
/* Brings a measure's terms onto its quantum; `at` is the measure. */
rung_status rung__compile_measure(struct rung__build *build, const struct rung__json *at,
                                  struct rung__measure *measure);
/* Marks the measures whose possible range is exact: no item acts twice beneath them. */
rung_status rung__find_exact_ranges(struct rung__build *build);
/* Computes the model's arithmetic digest. */
rung_status rung__digest_model(rung_model *model, rung_error *error);

#endif
