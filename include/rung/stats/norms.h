/* Norms: what a score is among the scores of a sample.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_NORMS_H
#define RUNG_STATS_NORMS_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_norms(), of each score. B is the weight of the sample's scores below it, F
 * that of those equal to it, W that of all. */
typedef enum rung_norms {
  RUNG_NORMS_PERCENTILE = 0,   /**< the mid percentile 100 (B + F / 2) / W */
  RUNG_NORMS_AT_OR_BELOW = 1,  /**< 100 (B + F) / W */
  RUNG_NORMS_BELOW = 2,        /**< 100 B / W */
  RUNG_NORMS_Z = 3,            /**< (score - mean) / sd */
  RUNG_NORMS_T = 4,            /**< 50 + 10 z: linear */
  RUNG_NORMS_T_NORMALISED = 5, /**< 50 + 10 times the normal quantile of the mid percentile; NaN
                                       where that is 0 or 100 */
  RUNG_NORMS_STANINE = 6,      /**< floor(2 z + 5.5), 1 to 9 */
  RUNG_NORMS_STEN = 7,         /**< floor(2 z + 6), 1 to 10 */
  RUNG_NORMS_STANINE_NORMALISED = 8, /**< the same from the normal quantile of the mid percentile */
  RUNG_NORMS_STEN_NORMALISED = 9,    /**< likewise */
  RUNG_NORMS_N = 10 /**< the effective n of the sample, (sum w)^2 / sum w^2: without weights its
                                       values; the same for every score, a NaN one too */
} rung_norms;

/** Find what scores are among those of a norm sample.
 * Scores are compared exactly: round them to what they can be where they come of sums of fractions.
 * Mean and standard deviation are weighted, sd^2 = n / (n - 1) sum w d^2 / sum w with n the values of
 * positive weight, which is sum d^2 / (n - 1) where weights are equal. The effective n: Kish (1965). Stanines: Canfield (1951) for stens, Flanagan (1948) for stanines.
 * @param sample numbers: the scores of the norm sample
 * @param weight weights of its rows, 0 or more; NULL for 1 each
 * @param score `scores` numbers: what is to be looked up; NaN gives NaN, but for the n
 * @param scores how many, 1 or more
 * @param each how many results of #rung_norms are wanted of each score, 1 or more
 * @param out receives result r of score s at `s * each + r`
 * @param out_count room in `out`: scores * each for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (an infinite value or a bad weight), #RUNG_E_LIMIT,
 *         #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no value of positive weight:
 *         the n is 0). Where the sample does not vary, z and what comes of it are NaN.
 * @missing left out of the sample, with their weights. */
RUNG_API rung_status rung_stats_norms(const rung_column *sample, const rung_column *weight,
                                      const double *score, size_t scores, size_t each, double *out,
                                      size_t out_count, rung_error *error);

/** What becomes of ranks r of n values. New ones go last. */
typedef enum rung_ranks {
  RUNG_RANKS_PLAIN = 0,          /**< r: 1 for the least, ties get the mean of their ranks */
  RUNG_RANKS_BLOM = 1,           /**< the normal quantile at (r - 3/8) / (n + 1/4) (Blom 1958) */
  RUNG_RANKS_TUKEY = 2,          /**< at (r - 1/3) / (n + 1/3) (Tukey 1962) */
  RUNG_RANKS_RANKIT = 3,         /**< at (r - 1/2) / n (Bliss 1967) */
  RUNG_RANKS_VAN_DER_WAERDEN = 4 /**< at r / (n + 1) (van der Waerden 1952) */
} rung_ranks;

/** Find the rank of each row's value, or the normal score of its rank.
 * @param column numbers, compared exactly
 * @param how what becomes of the ranks
 * @param out receives a result per row; NaN where there is no value
 * @param out_count room in `out`: the rows
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (an infinite value), #RUNG_E_LIMIT,
 *         #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no value at all)
 * @missing have no rank and do not count. */
RUNG_API rung_status rung_stats_ranks(const rung_column *column, rung_ranks how, double *out,
                                      size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
