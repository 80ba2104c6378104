/* The flips of groups: the weight that tells, where a group's mean is exactly that of its terms' means.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_GROUP_FLIPS_H
#define RUNG_FINDINGS_GROUP_FLIPS_H

#include "findings/figures.h"
#include "score/flip.h"

/* The smallest change of one weight of a reading's measure that brings the group to a cut; the part is
 * the place of the term. NaN: none, or the mean is not that of its terms' means, since some persons
 * left some of them out. `part` is room for the terms. */
struct rung__reweight rung__flip_group_weight(const struct rung__figures *figures, size_t reading,
                                              size_t group, struct rung__share_of_mean *part);

#endif
