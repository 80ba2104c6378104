/* Quantiles of plain arrays, in the conventions that are in use.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_QUANTILE_H
#define RUNG_STATS_QUANTILE_H

#include <stddef.h>

#include <rung/stats/describe.h>

/* Types 1 to 9 of Hyndman & Fan (1996) of sorted numbers without NaN; NaN: of none. */
double rung__quantile(const double *sorted, size_t count, double probability, int type);
/* Type 7 at 0.5. */
double rung__median(const double *sorted, size_t count);
/* The quantile of answers in categories of a width, spread evenly over each category. */
double rung__quantile_interpolated(const double *sorted, size_t count, double probability,
                                   double width);
/* A weighted convention (RUNG_QUANTILE_INVERSE and above) of sorted numbers; weights are above 0,
 * each beside its number. */
double rung__quantile_weighted(const double *sorted, const double *weight, size_t count,
                               double probability, rung_quantile how);

#endif
