/* What the linters of rules share.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_CHECK_LINT_RULE_H
#define RUNG_CHECK_LINT_RULE_H

#include "check/lint.h"
#include "check/place.h"

/* A rule and where it stands. */
struct rung__rule_place {
  const rung_model *model;
  const struct rung__reading *reading;
  const struct rung__rule *rule;
  struct rung__where where;
};

const char *rung__level_name_of(const struct rung__rule_place *place, size_t level);

/* Levels without requirements, requirements that nothing meets, tests that never act. */
void rung__lint_gate(const struct rung__rule_place *place, rung_notes *notes);
/* Cases that never decide. */
void rung__lint_first(const struct rung__rule_place *place, rung_notes *notes);
/* A lag that never acts. */
void rung__lint_weakest(const struct rung__rule_place *place, rung_notes *notes);
/* Conditions of a reading that always act; `where` is the reading's place. */
void rung__lint_actions(const rung_model *model, const struct rung__reading *reading,
                        const struct rung__where *where, rung_notes *notes);

#endif
