/* Shrinkage: means of groups drawn towards each other, and what ranks they may have.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_SHRINKAGE_H
#define RUNG_STATS_SHRINKAGE_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_heterogeneity(). y_i is the mean of group i of k, v_i its sampling variance. */
typedef enum rung_heterogeneity {
  RUNG_HETEROGENEITY_MEAN = 0, /**< sum y / (tau^2 + v) over sum 1 / (tau^2 + v) */
  RUNG_HETEROGENEITY_SE = 1,   /**< 1 / sqrt(sum 1 / (tau^2 + v)) */
  RUNG_HETEROGENEITY_TAU2 = 2, /**< tau^2: how the true means vary, 0 or more */
  RUNG_HETEROGENEITY_Q =
      3, /**< Q = sum (y - m)^2 / v, m the mean with weights 1 / v (Cochran 1954) */
  RUNG_HETEROGENEITY_DF = 4, /**< k - 1 */
  RUNG_HETEROGENEITY_P =
      5, /**< the chance of such a Q or a larger one where all true means are one */
  RUNG_HETEROGENEITY_I2 = 6,    /**< max(0, (Q - df) / Q): Higgins & Thompson (2002) */
  RUNG_HETEROGENEITY_GROUPS = 7 /**< k */
} rung_heterogeneity;

/** Estimate how true means of groups vary beyond what sampling makes of them.
 * tau^2 = max(0, (Q - (k - 1)) / (sum w - sum w^2 / sum w)), w = 1 / v (DerSimonian & Laird 1986).
 * @param mean a row per group: its mean, of absolute value up to 1e100
 * @param variance a row per group: the sampling variance of its mean, above 0, mostly the variance within all
 *        groups pooled, over the group's n: a group's own variance may be 0 by chance
 * @param out receives results by #rung_heterogeneity
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (an infinite value or a variance that is not above
 *         0, with its row), #RUNG_E_LIMIT, #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (fewer than two groups
 *         have both, or means too far apart for their variances)
 * @missing groups without a mean or a variance are left out. */
RUNG_API rung_status rung_stats_heterogeneity(const rung_column *mean, const rung_column *variance,
                                              double *out, size_t out_count, rung_error *error);

/** The results of rung_stats_shrinkage(), of each group. */
typedef enum rung_shrinkage {
  RUNG_SHRINKAGE_MEAN = 0,     /**< m + b (y - m), m the mean of rung_stats_heterogeneity() */
  RUNG_SHRINKAGE_SD = 1,       /**< its standard deviation, see below */
  RUNG_SHRINKAGE_SHARE = 2,    /**< b = 1 - (k - 3) / (k - 1) v / (tau^2 + v): what is kept of the
                                    distance from m; 1 for three groups or fewer */
  RUNG_SHRINKAGE_LOW = 3,      /**< the mean - z sd */
  RUNG_SHRINKAGE_HIGH = 4,     /**< the mean + z sd */
  RUNG_SHRINKAGE_RANK = 5,     /**< the median of its rank, 1 for the greatest */
  RUNG_SHRINKAGE_RANK_LOW = 6, /**< the best rank that it may have */
  RUNG_SHRINKAGE_RANK_HIGH = 7 /**< the worst rank that it may have */
} rung_shrinkage;

/** Draw means of groups towards their common mean, the more the less is known of them, and say which ranks
 * they may have.
 * True means are taken as normal about m with variance tau^2, means as normal about them: the empirical Bayes
 * estimate of Efron & Morris (1975) for unequal variances (Morris 1983, section 5). The variance is b v + (1 - b)^2
 * se^2 + 2 / (k - 3) (1 - b)^2 (y - m)^2 (V + tau^2) / (v + tau^2), with se that of m and V the mean of the v
 * with weights 1 / (tau^2 + v): what is left of v, what is not known of m, and what is not known of tau^2.
 * Rank intervals are marginal, each at the confidence: quantiles of a group's rank over draws of all true means
 * (Goldstein & Spiegelhalter 1996); draw r of row g depends on seed, r and g alone.
 * @param mean a row per group, as for rung_stats_heterogeneity()
 * @param variance a row per group, as for rung_stats_heterogeneity()
 * @param settings for confidence, seed and replicates, or NULL
 * @param each how many results of #rung_shrinkage are wanted of each group, 1 or more; nothing is drawn for
 *        up to 5, and up to 4,096 groups are ranked
 * @param out receives result r of row g at `g * each + r`
 * @param out_count room in `out`: rows * each for all
 * @param error filled on failure, may be NULL
 * @return as rung_stats_heterogeneity(); #RUNG_E_LIMIT also for more groups than are ranked
 * @missing groups without a mean or a variance have NaN and no rank. */
RUNG_API rung_status rung_stats_shrinkage(const rung_column *mean, const rung_column *variance,
                                          const rung_settings *settings, size_t each, double *out,
                                          size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
