/* The plan: of each figure of each group, how much may be shown once all is looked at together.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Grounds are decided one by one, the persons of the groups first: no figure of a group is shown better
 * than the group. A figure that is made of others asks for the least of theirs. */
#ifndef RUNG_FINDINGS_PLAN_H
#define RUNG_FINDINGS_PLAN_H

#include "disclosure/system.h"
#include "findings/figures.h"

struct rung__plan {
  const struct rung__figures *figures;
  bool off; /* only sizes and weights count: an unsafe setting */
  size_t ground_count, row_count;
  struct rung__ground *ground; /* the groups, items, then measures and rules that have persons */
  uint8_t **access;            /* [ground][row] enum rung__access */
  size_t *measure;             /* [measure] its ground; 0: none */
  size_t *people;              /* [reading * RUNG__RULES_MAX + rule] its ground; 0: none */
  uint8_t **across;            /* [measure][row] of measures across items; else NULL */
  struct rung__leak *leak;     /* what was found on the way */
  size_t leak_count, leak_room;
};

void rung__plan_free(struct rung__plan *plan);

/* What may be shown of a group, and of its item, measure, people's levels and rule: the hook for
 * whatever else is found of groups. */
enum rung__access rung__plan_group(const struct rung__plan *plan, size_t group);
enum rung__access rung__plan_item(const struct rung__plan *plan, size_t group, size_t item);
enum rung__access rung__plan_measure(const struct rung__plan *plan, size_t group, size_t measure);
enum rung__access rung__plan_people(const struct rung__plan *plan, size_t group, size_t reading,
                                    size_t rule);
enum rung__access rung__plan_rule(const struct rung__plan *plan, size_t group, size_t reading,
                                  size_t rule);

#endif
