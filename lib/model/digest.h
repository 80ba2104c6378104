/* The canonical form of a model's arithmetic, part by part.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_DIGEST_H
#define RUNG_MODEL_DIGEST_H

#include "model/model.h"

/* Facts that several parts share; a curve, ends or policies that are not there put nothing. */
void rung__digest_numbers(struct rung__buffer *out, const char *name, const int64_t *number,
                          size_t count);
void rung__digest_curve(struct rung__buffer *out, const struct rung__curve *curve);
void rung__digest_ends(struct rung__buffer *out, const char *name, const struct rung__ends *ends);
void rung__digest_absence(struct rung__buffer *out,
                          const struct rung__absence_rule absence[RUNG__ABSENCE_KINDS]);
void rung__digest_condition(struct rung__buffer *out, const rung_model *model,
                            const struct rung__condition *condition);

/* One part, as a line and its ends. */
void rung__digest_item(struct rung__buffer *out, const rung_model *model,
                       const struct rung__item *item);
void rung__digest_block(struct rung__buffer *out, const rung_model *model,
                        const struct rung__block *block);
void rung__digest_measure(struct rung__buffer *out, const rung_model *model,
                          const struct rung__measure *measure);
/* Levels and rules stand in it by their places, as saved tallies know them; or, with its reading as
 * `named`, by their ids, which stay when another one comes before. */
void rung__digest_rule(struct rung__buffer *out, const rung_model *model,
                       const struct rung__rule *rule, const struct rung__reading *named);

void rung__digest_items(struct rung__buffer *out, const rung_model *model);
void rung__digest_measures(struct rung__buffer *out, const rung_model *model);
/* Readings, pairs and flags: a line of text per fact. */
void rung__digest_readings(struct rung__buffer *out, const rung_model *model, bool named);
/* All of it; `named`: no line holds a place, so that parts in another order give the same lines. */
void rung__digest_put(struct rung__buffer *out, const rung_model *model, bool named);

#endif
