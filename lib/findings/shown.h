/* What of a group is shown in full: all that a flag may see, else it would tell what is hidden.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_SHOWN_H
#define RUNG_FINDINGS_SHOWN_H

#include "findings/figures.h"
#include "findings/findings.h"

/* Evidence of one row; a cell and a pointer to it for each thing. */
struct rung__shown {
  int64_t *score, *item, *coverage, *excused;
  int8_t *level;
  const int64_t **scores, **items, **coverages, **excuses;
  const int8_t **levels;
  const uint8_t **score_state, **item_state, **level_state;
};

/* False: no memory. */
bool rung__shown_make(struct rung__shown *shown, const rung_model *model,
                      struct rung__arena *arena);
/* The evidence of a group, from tables that are disclosed; good until the next group. */
struct rung__evidence rung__shown_of(const struct rung__shown *shown, const rung_findings *findings,
                                     const struct rung__figures *figures, size_t group);

#endif
