/* Weights adjusted to what is known of a population.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_WEIGHTS_H
#define RUNG_STATS_WEIGHTS_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Adjust weights so that those of each group sum to what is known of it: w times the group's total
 * over the sum of its w (Holt & Smith 1979).
 * @param weight weights, 0 or more
 * @param group text or numbers: the group of each row
 * @param label text or numbers, as `group` is: each group once
 * @param total the total of each label, 0 or more, as long as `label`
 * @param out receives a weight per row
 * @param out_count room in `out`: the rows for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (a row without a group, or with one that has no
 *         label, with its row), #RUNG_E_LIMIT, #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (a group has a
 *         total above 0 and no weight)
 * @missing refused: each row needs a group. */
RUNG_API rung_status rung_stats_poststratify(const rung_column *weight, const rung_column *group,
                                             const rung_column *label, const rung_column *total,
                                             double *out, size_t out_count, rung_error *error);

/** Adjust weights to several margins at once, by adjusting them to one after the other until none
 * moves a weight by more than 1e-11 of itself (Deming & Stephan 1940). All margins are reached to
 * 1e-9, or there is no result.
 * @param weight weights, 0 or more
 * @param groups `count` columns of text or numbers: the group of each row in each margin
 * @param labels `count` columns, as `groups` are: each group of a margin once
 * @param totals `count` columns: the total of each label of a margin, 0 or more; those of all margins
 *        sum to the same, to 1e-9
 * @param count how many margins, 1 or more
 * @param out receives a weight per row
 * @param out_count room in `out`: the rows for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (a row without a group, or with one that has no
 *         label, with its row), #RUNG_E_LIMIT, #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (a margin cannot
 *         be reached: a group has a total above 0 and no weight, totals contradict each other, or
 *         2,000 rounds were not enough)
 * @missing refused: each row needs a group in each margin. */
RUNG_API rung_status rung_stats_rake(const rung_column *weight, const rung_column *groups,
                                     const rung_column *labels, const rung_column *totals,
                                     size_t count, double *out, size_t out_count,
                                     rung_error *error);

/** Trim weights: what is below `lower` or above `upper` is set there, and what that adds or takes is
 * shared out equally among the others (Potter 1990), which keeps the sum.
 * @param weight weights, 0 or more
 * @param lower the least weight that is wanted, 0 or more
 * @param upper the greatest, above `lower`; may be infinite
 * @param strict 0: once, and what is shared out may lift some beyond a limit again; 1: again until
 *        none is
 * @param out receives a weight per row
 * @param out_count room in `out`: the rows for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (a bad weight, with its row), #RUNG_E_LIMIT,
 *         #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no weight is left to share out among)
 * @missing refused: each row needs a weight. */
RUNG_API rung_status rung_stats_trim_weights(const rung_column *weight, double lower, double upper,
                                             int32_t strict, double *out, size_t out_count,
                                             rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
