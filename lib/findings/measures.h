/* Measures over groups: scores, spread and coverage of one wave.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_MEASURES_H
#define RUNG_FINDINGS_MEASURES_H

#include "findings/figures.h"

/* Computes every measure of the groups in `cells`. */
void rung__measure_groups(struct rung__figures *figures);

/* Score, state, n and sd of the persons' scores, of one group; so below. */
void rung__across_people(struct rung__figures *figures, size_t measure, size_t group);
/* The standard deviation of persons' scores, in the unit of scores, from the sums of w x and w x^2, the
 * weight, the mean rounded to the grid, and n; NaN: fewer than two. */
double rung__spread(const struct rung__sum *sum, const struct rung__sum *weight, int64_t mean,
                    uint32_t n);
/* Score, state and n of the terms' own figures; terms come first. */
void rung__across_items(struct rung__figures *figures, size_t measure, size_t group);
/* Evidence there is over evidence asked for. */
void rung__cover(struct rung__figures *figures, size_t measure, size_t group);

#endif
