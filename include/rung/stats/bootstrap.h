/* The bootstrap: intervals from replicates, and replicates of a mean, a median or a spread.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_BOOTSTRAP_H
#define RUNG_STATS_BOOTSTRAP_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of the bootstrap. t is the estimate, t* the replicates, R their number. */
typedef enum rung_bootstrap {
  RUNG_BOOTSTRAP_ESTIMATE = 0,        /**< t */
  RUNG_BOOTSTRAP_BIAS = 1,            /**< mean of t* - t */
  RUNG_BOOTSTRAP_SE = 2,              /**< standard deviation of t*, divisor R - 1 */
  RUNG_BOOTSTRAP_PERCENTILE_LOW = 3,  /**< quantile of t* */
  RUNG_BOOTSTRAP_PERCENTILE_HIGH = 4, /**< quantile of t* */
  RUNG_BOOTSTRAP_BCA_LOW = 5,         /**< bias-corrected and accelerated (Efron 1987) */
  RUNG_BOOTSTRAP_BCA_HIGH = 6,        /**< bias-corrected and accelerated */
  RUNG_BOOTSTRAP_BASIC_LOW = 7,       /**< 2 t - upper quantile */
  RUNG_BOOTSTRAP_BASIC_HIGH = 8,      /**< 2 t - lower quantile */
  RUNG_BOOTSTRAP_NORMAL_LOW = 9,      /**< t - bias - z se */
  RUNG_BOOTSTRAP_NORMAL_HIGH = 10,    /**< t - bias + z se */
  RUNG_BOOTSTRAP_Z0 = 11,             /**< the normal quantile of the share of t* below t */
  RUNG_BOOTSTRAP_ACCELERATION = 12,   /**< a = sum L^3 / (6 (sum L^2)^1.5) */
  RUNG_BOOTSTRAP_REPLICATES = 13,     /**< R: replicates that are numbers */
  RUNG_BOOTSTRAP_N = 14               /**< rows: values there are, or those of the jackknife */
} rung_bootstrap;

/** Give the bootstrap intervals of an estimate from its replicates.
 * A quantile p of the replicates is the order statistic (R + 1) p, between two of them linear on the scale of
 * the normal quantiles of k / (R + 1) (Davison & Hinkley 1997, equation 5.8); beyond the ends the least
 * or the greatest. BCa takes p' = Phi(z0 + (z0 + z_p) / (1 - a (z0 + z_p))) for p (Efron 1987), with L_i = (n -
 * 1) (t - t_(i)) of the values t_(i) without row i.
 * @param estimate t, finite
 * @param replicate `replicates` numbers: t*; those that are not finite are left out
 * @param replicates how many, 2 or more
 * @param jackknife `rows` numbers: the estimate without row i; NULL: no acceleration, and no BCa
 * @param rows how many
 * @param settings for the confidence, or NULL
 * @param out receives results by #rung_bootstrap
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (fewer than two replicates are
 *         numbers). BCa is NaN where no replicate, or each, is below t, or a value of the jackknife is
 *         not finite; values of the jackknife that are all t have acceleration 0. */
RUNG_API rung_status rung_stats_bootstrap_interval(double estimate, const double *replicate,
                                                   size_t replicates, const double *jackknife,
                                                   size_t rows, const rung_settings *settings,
                                                   double *out, size_t out_count,
                                                   rung_error *error);

/** What rung_stats_bootstrap() replicates. New ones go last. */
typedef enum rung_replicated {
  RUNG_REPLICATED_MEAN = 0,   /**< the mean */
  RUNG_REPLICATED_MEDIAN = 1, /**< the median, of two middle values their mean */
  RUNG_REPLICATED_SD = 2      /**< the standard deviation, divisor n - 1 */
} rung_replicated;

/** Draw rows of a column again and again, and give the bootstrap intervals of an estimate.
 * Row number d of replicate r depends on seed, r and d alone: the same seed gives the same results.
 * @param column numbers
 * @param which what is estimated
 * @param settings for confidence, seed and replicates, or NULL
 * @param out receives results by #rung_bootstrap
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (an infinite value), #RUNG_E_LIMIT,
 *         #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (fewer than two values)
 * @missing left out. */
RUNG_API rung_status rung_stats_bootstrap(const rung_column *column, rung_replicated which,
                                          const rung_settings *settings, double *out,
                                          size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
