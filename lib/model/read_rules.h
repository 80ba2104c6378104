/* Reading rules: one function per kind, and what they share.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_READ_RULES_H
#define RUNG_MODEL_READ_RULES_H

#include "model/build.h"

/* Reads the keys of one kind of rule; read_rules.c lists them. */
typedef rung_status (*rung__rule_reader)(struct rung__build *build, const struct rung__json *at,
                                         const struct rung__reading *reading,
                                         struct rung__rule *rule);

rung_status rung__read_cut(struct rung__build *build, const struct rung__json *at,
                           const struct rung__reading *reading, struct rung__rule *rule);
rung_status rung__read_bands(struct rung__build *build, const struct rung__json *at,
                             const struct rung__reading *reading, struct rung__rule *rule);
rung_status rung__read_weakest(struct rung__build *build, const struct rung__json *at,
                               const struct rung__reading *reading, struct rung__rule *rule);
rung_status rung__read_share(struct rung__build *build, const struct rung__json *at,
                             const struct rung__reading *reading, struct rung__rule *rule);
rung_status rung__read_ogive(struct rung__build *build, const struct rung__json *at,
                             const struct rung__reading *reading, struct rung__rule *rule);
rung_status rung__read_gate(struct rung__build *build, const struct rung__json *at,
                            const struct rung__reading *reading, struct rung__rule *rule);
rung_status rung__read_mode(struct rung__build *build, const struct rung__json *at,
                            const struct rung__reading *reading, struct rung__rule *rule);
rung_status rung__read_first(struct rung__build *build, const struct rung__json *at,
                             const struct rung__reading *reading, struct rung__rule *rule);

/* The ladder of a reading. */
const struct rung__ladder *rung__ladder_of(const struct rung__build *build,
                                           const struct rung__reading *reading);
/* The rule that another rests on; rules may stand in any order, and have their ids already. */
rung_status rung__read_from(struct rung__build *build, const struct rung__json *at,
                            const struct rung__reading *reading, struct rung__rule *rule);
/* Whether a rule is `over` the group (the start) or the people. */
rung_status rung__read_over(struct rung__build *build, const struct rung__json *at,
                            struct rung__rule *rule);
/* A level that others of the same rule must not fall back to: above `before`, and not the lowest. */
rung_status rung__read_rising(struct rung__build *build, const struct rung__json *at,
                              const struct rung__ladder *ladder, size_t before, size_t *level);

/* A condition; so many of the readings may be looked at: the ones read so far, none of a measure's.
 * Marks the items that it looks at. */
rung_status rung__read_condition(struct rung__build *build, const struct rung__json *at,
                                 size_t readings, struct rung__condition *condition);
/* An item or measure by its id; marks an item as looked at. Refused: text and unmeasured items,
 * dates without an age. */
rung_status rung__build_node(struct rung__build *build, const struct rung__json *at,
                             struct rung__node *out);
rung_status rung__build_item(struct rung__build *build, const struct rung__json *at, size_t *out);

/* Marks what rests on a block, and refuses a rule that would give each person a level by it. */
rung_status rung__settle_ipsative(struct rung__build *build, const struct rung__json *rules,
                                  struct rung__reading *reading);

#endif
