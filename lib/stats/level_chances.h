/* The chance of each level for what is normal around a centre.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_LEVEL_CHANCES_H
#define RUNG_STATS_LEVEL_CHANCES_H

#include <rung/status.h>

/* Fills `chance` with cut_count + 1 chances; they sum to 1 up to rounding. */
void rung__level_chances(double centre, double spread, const double *cuts, size_t cut_count,
                         double *chance);
/* The place of the level in which a score lies, 0 to cut_count: cuts are the lower ends. */
size_t rung__level_within(double score, const double *cuts, size_t cut_count);
/* RUNG_E_ARGUMENT unless there are cuts, finite and rising. */
rung_status rung__cuts_check(const double *cuts, size_t cut_count, rung_error *error);

#endif
