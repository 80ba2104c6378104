/* What rules and conditions look at: one walk for all who need to know.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_MODEL_LOOKS_H
#define RUNG_MODEL_LOOKS_H

#include "model/model.h"

/* One figure that is looked at; `figure` is of a measure. */
struct rung__look {
  enum rung__looks_at on;
  size_t index;
  enum rung__looked_figure figure;
};

typedef void (*rung__see)(void *context, const struct rung__look *look);

/* Every test of a condition. */
void rung__condition_looks(const struct rung__condition *condition, rung__see see, void *context);
/* What a rule sees of a row or group by itself: nothing where it rests on the people's levels. */
void rung__rule_looks(const struct rung__reading *reading, const struct rung__rule *rule,
                      rung__see see, void *context);
/* What the conditions of a reading see. */
void rung__actions_look(const struct rung__reading *reading, rung__see see, void *context);

#endif
