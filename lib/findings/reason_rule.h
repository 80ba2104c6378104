/* What the sentences about rules share.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_REASON_RULE_H
#define RUNG_FINDINGS_REASON_RULE_H

#include "findings/figures.h"

/* A group's level by one rule. */
struct rung__case_of {
  const rung_model *model;
  const struct rung__reading *reading;
  const struct rung__rule *rule;
  const struct rung__ladder *ladder;
  const struct rung__rule_figures *figures;
  const struct rung__measure_figures *measure; /* that the reading is of */
  const struct rung__groups *cells;
  struct rung__evidence evidence;
  size_t group;
  int level;
};

/* A number with as many digits, from `digits` up, as it takes to look different from another. */
void rung__put_near(struct rung__buffer *sentence, double value, double other, int digits);
/* The same from two digits, without zeros at its end. */
void rung__put_short(struct rung__buffer *sentence, double value, double other);
/* A percentage without zeros at its end. */
void rung__put_percent(struct rung__buffer *sentence, double share);
const char *rung__measure_title(const rung_model *model, size_t measure);
const char *rung__level_named(const struct rung__case_of *of, size_t level);
/* Whose levels are counted, before the verb: "people", or "people, by weight,". */
void rung__put_counted(struct rung__buffer *sentence, const struct rung__case_of *of);

/* What stands between a group and the next level of a gate. */
void rung__say_gate(struct rung__buffer *sentence, const struct rung__case_of *of);
void rung__say_mode(struct rung__buffer *sentence, const struct rung__case_of *of);
void rung__say_first(struct rung__buffer *sentence, const struct rung__case_of *of);
/* Why a condition is not true: the test that decides. */
void rung__say_condition(struct rung__buffer *sentence, const struct rung__case_of *of,
                         const struct rung__condition *condition);

#endif
