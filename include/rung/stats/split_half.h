/* Reliability from halves: a given split, all splits, Guttman's lower bounds.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 *
 * A matrix is one of covariances or correlations, as rung_stats_covariance_matrix() and
 * rung_stats_correlation_from_covariance() give it. V is the sum of its elements, tr that of its
 * diagonal, k the number of items.
 * @{ */
#ifndef RUNG_STATS_SPLIT_HALF_H
#define RUNG_STATS_SPLIT_HALF_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_halves(). */
typedef enum rung_halves {
  RUNG_HALVES_R = 0,              /**< The correlation of the two sums. */
  RUNG_HALVES_SPEARMAN_BROWN = 1, /**< 2r/(1 + r): the reliability of both halves together (Spearman
                                       1910, Brown 1910); NaN where r is -1. */
  RUNG_HALVES_FLANAGAN_RULON =
      2,            /**< 4 c/s^2, c the covariance of the halves and s^2 the variance of
                                       the whole, which is 2(1 - (a^2 + b^2)/s^2) (Rulon 1939; Guttman's
                                       lambda 4 of this split). */
  RUNG_HALVES_N = 3 /**< Rows used; pairwise the harmonic mean of the n of all pairs of
                                       items; with weights by Kish. */
} rung_halves;

/** Estimate reliability from two halves of a test.
 * @param columns the items, 2 or more
 * @param count how many
 * @param half 0 or 1 for each item: its half; NULL: the first, third, fifth ... against the others
 * @param weight what each row weighs, 0 or more; NULL: 1 each
 * @param missing #RUNG_MISSING_LISTWISE, #RUNG_MISSING_PAIRWISE (from the covariances of pairs) or
 *        #RUNG_MISSING_FAIL
 * @param out receives the results, by #rung_halves
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT (a half is empty, or is neither 0 nor 1), #RUNG_E_ANSWERS,
 *         #RUNG_E_NOT_ESTIMABLE (a half does not vary), #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_halves(const rung_column *columns, size_t count,
                                       const uint8_t *half, const rung_column *weight,
                                       rung_missing missing, double *out, size_t out_count,
                                       rung_error *error);

/** The results of rung_stats_splits(). */
typedef enum rung_splits {
  RUNG_SPLITS_LAMBDA4 = 0, /**< The largest: Guttman's lambda 4 (Guttman 1945). Of many splits the
                                largest is large by chance too: in small samples it is too high. */
  RUNG_SPLITS_BETA = 1,    /**< The smallest: the worst split half (Revelle 1979). */
  RUNG_SPLITS_MEAN = 2,    /**< The mean. */
  RUNG_SPLITS_MEDIAN = 3,  /**< The median. */
  RUNG_SPLITS_SD = 4,      /**< The standard deviation, divisor their number. */
  RUNG_SPLITS_COUNT = 5    /**< How many splits there are. */
} rung_splits;

/** Take every distinct split of a test into halves, exactly.
 *
 * The reliability of a split is 4 c/V, c the sum of the elements between the halves. An odd number of
 * items is split into (k - 1)/2 and (k + 1)/2, of which there are k!/((k - 1)/2)!/((k + 1)/2)!; some
 * programs visit half of them.
 * @param matrix the matrix, `items` by `items`, symmetric, row by row
 * @param items how many items, 2 or more
 * @param settings #RUNG_SETTING_WORK bounds splits times half the items: the start takes up to 25
 *        items; NULL: the starts
 * @param out receives the results, by #rung_splits
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_LIMIT, #RUNG_E_NOT_ESTIMABLE (one item, a NaN in the
 *         matrix, or V not above 0), #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_splits(const double *matrix, size_t items,
                                       const rung_settings *settings, double *out, size_t out_count,
                                       rung_error *error);

/** The results of rung_stats_guttman(): lower bounds of reliability. Lambda 4 is of
 * rung_stats_splits(). */
typedef enum rung_guttman {
  RUNG_GUTTMAN_LAMBDA1 = 0, /**< 1 - tr/V (Guttman 1945). */
  RUNG_GUTTMAN_LAMBDA2 =
      1, /**< lambda 1 + sqrt(k/(k - 1) q)/V, q the sum of squares off the diagonal. */
  RUNG_GUTTMAN_LAMBDA3 = 2, /**< k/(k - 1) lambda 1: alpha. */
  RUNG_GUTTMAN_LAMBDA5 =
      3, /**< lambda 1 + 2 sqrt(q)/V, q the largest sum of squares off the diagonal
                                 of one row. */
  RUNG_GUTTMAN_LAMBDA6 = 4, /**< 1 - sum c(1 - smc)/V, c the variances, smc the squared multiple
                                 correlations; NaN where the matrix has no inverse. */
  RUNG_GUTTMAN_MU0 = 5, /**< alpha: the first of a series of ever higher bounds (ten Berge & Zegers
                                 1978). */
  RUNG_GUTTMAN_MU1 = 6, /**< lambda 2: the second. */
  RUNG_GUTTMAN_MU2 = 7, /**< The third. */
  RUNG_GUTTMAN_MU3 = 8  /**< The fourth. */
} rung_guttman;

/** Give the lower bounds of reliability of Guttman (1945) and of ten Berge & Zegers (1978).
 *
 * With p(h) the sum of the elements off the diagonal to the power of 2^h, mu r is
 * (p(0) + sqrt(p(1) + ... sqrt(k/(k - 1) p(r))))/V.
 * @param matrix the matrix, `items` by `items`, symmetric, row by row
 * @param items how many items, 2 or more
 * @param out receives the results, by #rung_guttman
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_NOT_ESTIMABLE (one item, a NaN in the matrix, or V not
 *         above 0), #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_guttman(const double *matrix, size_t items, double *out,
                                        size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
