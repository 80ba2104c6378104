/* What is believed of a group after counting: the distributions that draws come from.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_POSTERIOR_H
#define RUNG_FINDINGS_POSTERIOR_H

#include "findings/draws.h"

/* The distribution of a measure's mean over a group, that of its interval; false: there is none that is
 * honest. */
bool rung__posterior_of(const struct rung__figures *figures, size_t measure, size_t group,
                        struct rung__spread_of_mean *out);
/* The correlation of the means of two measures over the same persons; 0 where it is not known. */
double rung__mean_correlation(const struct rung__figures *figures, size_t one, size_t other,
                              size_t group);
/* The parameters of the Dirichlet distribution of the shares of people on the levels of a reading:
 * how many effective persons reach each by the rule that gives them one, and 1 / levels. False: fewer
 * than two persons have a level, or the rule counts no people. */
bool rung__level_parameters(const struct rung__figures *figures, size_t reading, size_t group,
                            double *parameter);

#endif
