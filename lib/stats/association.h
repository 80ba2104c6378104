/* Correlations with their limits, on plain numbers.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_STATS_ASSOCIATION_KERNEL_H
#define RUNG_STATS_ASSOCIATION_KERNEL_H

#include <rung/stats/association.h>

#define RUNG__ASSOCIATIONS (RUNG_ASSOCIATION_P + 1)

/* Fills `result` from a correlation of n rows; `spread` is the variance of atanh r times n - 3: 1,
 * for ranks 1 + r^2 / 2. */
void rung__association(double r, double n, double spread, double confidence, double *result);

#endif
