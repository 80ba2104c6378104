/* Adjusting p-values for how many there are, on plain arrays.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_ADJUST_KERNEL_H
#define RUNG_STATS_ADJUST_KERNEL_H

#include <stdbool.h>

#include <rung/stats/adjust.h>

/* Adjusts `count` p-values of 0 to 1 into `out`, which may be `p` itself; NaN are absent, stay so and
 * do not count. `how` is a rung_adjust. False: no memory. */
bool rung__adjust(const double *p, size_t count, rung_adjust how, double *out);

#endif
