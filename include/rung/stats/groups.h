/* Which groups a column of labels holds, and in which order statistics number them.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_GROUPS_H
#define RUNG_STATS_GROUPS_H

#include <rung/column.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Number the groups of a column as every statistic with results per group does: as they first come.
 * @param groups a label per row, of text or numbers
 * @param count receives how many groups there are, may be NULL
 * @param out receives the row, from 0, in which each group first comes; NULL with `out_count` 0 only
 * counts
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT (a column that cannot be read, no room), #RUNG_E_LIMIT (too many
 * rows), #RUNG_E_MEMORY
 * @shape `out[group]`.
 * @missing An absent label is in no group. */
RUNG_API rung_status rung_stats_groups(const rung_column *groups, size_t *count, double *out,
                                       size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
