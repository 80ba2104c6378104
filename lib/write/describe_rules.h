/* Rules and conditions in words.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_WRITE_DESCRIBE_RULES_H
#define RUNG_WRITE_DESCRIBE_RULES_H

#include "model/model.h"

/* How a rule comes to a level, behind its name and a colon. */
void rung__describe_rule(struct rung__buffer *line, const rung_model *model,
                         const struct rung__reading *reading, const struct rung__rule *rule);
/* `the score of m is at least 3 and not (...)` */
void rung__describe_condition(struct rung__buffer *line, const rung_model *model,
                              const struct rung__condition *condition);
/* What a condition of a reading does, and when. */
void rung__describe_action(struct rung__buffer *line, const rung_model *model,
                           const struct rung__ladder *ladder, const struct rung__action *action);

#endif
