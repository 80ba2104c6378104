/* Bootstrap intervals from plain arrays.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_BOOTSTRAP_KERNEL_H
#define RUNG_STATS_BOOTSTRAP_KERNEL_H

#include <rung/stats/bootstrap.h>

#define RUNG__BOOTSTRAP_COUNT 15

/* Order statistic (count + 1) p of sorted numbers, count 1 or more, linear on the normal scale. */
double rung__bootstrap_quantile(const double *sorted, size_t count, double p);
/* The acceleration from an estimate and its values without each row; NaN where one is not finite. */
double rung__acceleration(double estimate, const double *jackknife, size_t rows);
/* All intervals; `sorted` are `count` finite numbers, 2 or more, the least first. */
void rung__bootstrap(double estimate, const double *sorted, size_t count, double acceleration,
                     double confidence, double result[RUNG__BOOTSTRAP_COUNT]);

#endif
