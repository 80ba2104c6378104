/* Change on plain arrays and tables.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_CHANGE_KERNEL_H
#define RUNG_STATS_CHANGE_KERNEL_H

#include <rung/stats/change.h>

#define RUNG__CHANGES (RUNG_CHANGE_RELIABILITY + 1)
#define RUNG__TRANSITIONS (RUNG_TRANSITION_P + 1)

/* The standard error of the difference of two measurements of one person. */
double rung__change_error(double sd, double reliability);
/* Fills RUNG__TRANSITIONS results from a table of counts, rows before, columns after. Counts may be
 * weighted. */
void rung__transition(const double *table, size_t levels, double *result);

#endif
