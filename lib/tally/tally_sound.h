/* Whether what was loaded of a group can be true.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TALLY_TALLY_SOUND_H
#define RUNG_TALLY_TALLY_SOUND_H

#include "tally/groups.h"

/* Each segment shares out the persons and their weight, and no sum is beyond what scores allow. */
bool rung__group_is_sound(const struct rung__groups *groups, size_t group);
/* No product or square is beyond what values and weights allow. */
bool rung__products_are_sound(const struct rung__groups *groups, size_t group);
/* |sum of weight x value| <= most x weight and 0 <= sum of weight x value^2 <= most^2 x weight. */
bool rung__can_sum(rung__uwide weight, const struct rung__sum sum[2]);

#endif
