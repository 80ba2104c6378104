/* Comparisons: groups against the rest and the wave before, pairs against nothing; each family adjusted.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_COMPARISON_H
#define RUNG_FINDINGS_COMPARISON_H

#include "findings/findings.h"
#include "findings/frame.h"
#include "findings/side.h"

/* The wave before the last: a side per measure and group, with n 0 where it could not be shown. */
struct rung__before {
  struct rung__side **side; /* [measure][group]; NULL: there is no such wave */
};

/* Keeps what is needed of the wave that has just been computed. False: no memory. */
bool rung__before_take(struct rung__before *before, struct rung__figures *figures,
                       const struct rung__frame *frame);

/* Fills comparisons, once what may not be shown is erased. False: no memory. */
bool rung__compare_groups(rung_findings *findings, const struct rung__figures *figures,
                          const struct rung__frame *frame, const struct rung__before *before);

#endif
