/* The tree of units, in the order in which it is shown.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_UNITS_H
#define RUNG_FINDINGS_UNITS_H

#include "findings/view.h"
#include "model/model.h"

struct rung__tree {
  size_t count;
  uint32_t *order;  /* units: each before those below it, siblings by bytes */
  uint32_t *parent; /* [unit] RUNG__NO_NAME: at the top */
};

/* RUNG_E_UNKNOWN: a parent that is no unit; RUNG_E_ARGUMENT: a circle. Frees itself on failure. */
rung_status rung__tree_make(struct rung__tree *tree, const rung_view *view, rung_error *error);
/* RUNG_E_ARGUMENT: a unit stands deeper than the model has tiers of units; it may have none. */
rung_status rung__tree_fits(const struct rung__tree *tree, const rung_view *view,
                            const rung_model *model, rung_error *error);
void rung__tree_free(struct rung__tree *tree);

#endif
