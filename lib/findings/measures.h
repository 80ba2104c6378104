/* Measures over groups: scores, spread and coverage of one wave.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_MEASURES_H
#define RUNG_FINDINGS_MEASURES_H

#include "findings/figures.h"

/* Computes every measure of the groups in `cells`. */
void rung__measure_groups(struct rung__figures *figures);

/* Score, state, n and sd of the persons' scores, of one group; so below. */
void rung__across_people(struct rung__figures *figures, size_t measure, size_t group);
/* Score, state and n of the terms' own figures; terms come first. */
void rung__across_items(struct rung__figures *figures, size_t measure, size_t group);
/* Evidence there is over evidence asked for. */
void rung__cover(struct rung__figures *figures, size_t measure, size_t group);

#endif
