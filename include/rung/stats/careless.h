/* How a row was answered: in runs, without variation, against itself, too fast.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_CARELESS_H
#define RUNG_STATS_CARELESS_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_careless(), of each row. */
typedef enum rung_careless {
  RUNG_CARELESS_LONGSTRING = 0, /**< the longest run of equal answers (Johnson 2005) */
  RUNG_CARELESS_RUN_MEAN = 1,   /**< the mean length of its runs of equal answers */
  RUNG_CARELESS_IRV = 2,        /**< intra-individual response variability: the standard deviation
                                   (divisor n - 1) of its answers (Dunn et al. 2018) */
  RUNG_CARELESS_ABSENT = 3,     /**< the share of items without an answer */
  RUNG_CARELESS_ANSWERED = 4    /**< answers there are */
} rung_careless;

/** Look at how each row was answered. The answers are to be as given: not reversed, in the order in
 * which they were asked.
 * @param columns items, in the order in which they were asked
 * @param count how many, 1 or more
 * @param each how many results of #rung_careless are wanted of each row, 1 or more
 * @param out receives result r of a row at `row * each + r`; of a row without answers LONGSTRING is
 *        0, RUN_MEAN and IRV are NaN
 * @param out_count room in `out`: rows * each for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY
 * @missing skipped: a run goes on behind an item without an answer. */
RUNG_API rung_status rung_stats_careless(const rung_column *columns, size_t count, size_t each,
                                         double *out, size_t out_count, rung_error *error);

/** Find how far each row agrees with itself: the correlation r, over scales, of the mean of a scale's
 * items at odd places with that at even places, stepped up to 2 r / (1 + r), at least -1 (Johnson
 * 2005; Curran 2016). Near 1 is consistent.
 * @param columns items, all in one direction (reverse with rung_stats_reverse())
 * @param count how many, 2 or more
 * @param scale `count` numbers from 0 to count - 1: the scale that each item belongs to
 * @param out receives a number per row; NaN where fewer than three scales have an answer in both
 *        halves, or a half does not vary
 * @param out_count room in `out`: the rows for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY,
 *         #RUNG_E_NOT_ESTIMABLE (fewer than three scales have two items: all NaN)
 * @missing left out of the mean of their half. */
RUNG_API rung_status rung_stats_even_odd(const rung_column *columns, size_t count,
                                         const uint32_t *scale, double *out, size_t out_count,
                                         rung_error *error);

/** The results of rung_stats_pace(), of each row. */
typedef enum rung_pace {
  RUNG_PACE_SECONDS = 0, /**< seconds per item, over the pages that have a time */
  RUNG_PACE_FAST = 1     /**< the share of these items on pages under the cut-off */
} rung_pace;

/** Look at how fast each row was answered. Two seconds per item are the cut-off of Huang et al.
 * (2012): who is faster cannot have read the items. Times are no evidence where pages can be left
 * open, or be answered again.
 * @param columns seconds that each row spent on each page, 0 or more
 * @param count how many pages, 1 or more
 * @param items how many items each page has, above 0; NULL for 1 each
 * @param cutoff seconds per item under which a page is fast, above 0
 * @param each how many results of #rung_pace are wanted of each row, 1 or more
 * @param out receives result r of a row at `row * each + r`; NaN for a row without times
 * @param out_count room in `out`: rows * each for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (a time below 0, with its row and column),
 *         #RUNG_E_LIMIT, #RUNG_E_MEMORY
 * @missing pages without a time are left out. */
RUNG_API rung_status rung_stats_pace(const rung_column *columns, size_t count, const double *items,
                                     double cutoff, size_t each, double *out, size_t out_count,
                                     rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
