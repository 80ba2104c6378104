/* What an array is like, as far as #rung_describe says.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_DESCRIBE_KERNEL_H
#define RUNG_STATS_DESCRIBE_KERNEL_H

#include <rung/stats/describe.h>

#define RUNG__DESCRIBE_COUNT 18

/* Describes `count` numbers without NaN, which are sorted and then changed. ABSENT is set to 0. */
void rung__describe(double *value, size_t count, double trim, double result[RUNG__DESCRIBE_COUNT]);

#endif
