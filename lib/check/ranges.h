/* Conditions by the ranges of what they look at: those that every answer meets, or none.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_CHECK_RANGES_H
#define RUNG_CHECK_RANGES_H

#include "model/model.h"

/* The least and the greatest value that something can have. */
struct rung__value_range {
  int64_t low, high;
};

struct rung__value_range rung__node_range(const rung_model *model, const struct rung__node *node);
/* Wherever it can be said: 1, true whatever is answered; 0, false; -1, it depends. */
int rung__by_range(const rung_model *model, const struct rung__condition *condition);

#endif
