/* Intervals of shares, of all shares at once, of a net score, and of a mean of answers.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_INTERVAL_H
#define RUNG_STATS_INTERVAL_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Counts here are doubles: where rows are weighted or clustered, they are shares times an effective n.
 * The confidence is RUNG_SETTING_CONFIDENCE. */

/** The intervals of a share. New ones go last. */
typedef enum rung_share {
  RUNG_SHARE_WILSON = 1,          /**< Wilson (1927): the shares that a score test keeps, without
                                     continuity correction. The one to take where none is asked for
                                     (Brown, Cai & DasGupta 2001). */
  RUNG_SHARE_CLOPPER_PEARSON = 2, /**< Clopper & Pearson (1934): never covers less than it says, and
                                     mostly more. With an n of rung_stats_korn_graubard_n() the
                                     interval of Korn & Graubard (1998). */
  RUNG_SHARE_JEFFREYS = 3 /**< the middle of Beta(x + 1/2, n - x + 1/2), down to 0 for none and
                                     up to 1 for all (Brown, Cai & DasGupta 2001) */
} rung_share;

/** The results of rung_stats_share_interval(). */
typedef enum rung_share_interval {
  RUNG_SHARE_INTERVAL_SHARE = 0, /**< x / n */
  RUNG_SHARE_INTERVAL_LOW = 1,   /**< the lower limit */
  RUNG_SHARE_INTERVAL_HIGH = 2,  /**< the upper limit */
  RUNG_SHARE_INTERVAL_SE = 3,    /**< sqrt(p (1 - p) / n); 0 for none and for all */
  RUNG_SHARE_INTERVAL_N = 4      /**< n */
} rung_share_interval;

/** Give the interval of a share.
 * @param count x, how many have it: 0 to n, also between whole numbers
 * @param n of how many, or the effective n
 * @param how the interval
 * @param settings for the confidence, or NULL
 * @param out receives results by #rung_share_interval
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT (count or n out of range, no such interval),
 *         #RUNG_E_NOT_ESTIMABLE (n is 0) */
RUNG_API rung_status rung_stats_share_interval(double count, double n, rung_share how,
                                               const rung_settings *settings, double *out,
                                               size_t out_count, rung_error *error);

/** Give the n of an interval of a share from a sample with a design.
 * n* = n_eff (t(n - 1) / t(df))^2, t the quantile of Student's t at the confidence (Korn & Graubard
 * 1998).
 * @param effective the effective n: p (1 - p) over the variance of p under the design, or n over the
 *        design effect; above 0
 * @param n the rows, above 1
 * @param df the degrees of freedom of the design, above 0: mostly sampling units less strata
 * @param settings for the confidence, or NULL
 * @return n*, not above n; NaN for arguments out of range. */
RUNG_API double rung_stats_korn_graubard_n(double effective, double n, double df,
                                           const rung_settings *settings);

/** Give intervals of all shares of a whole that hold together.
 * Goodman (1965), equation 2.6 with chi-square at 1 - (1 - confidence) / categories: the roots of
 * (n + A) p^2 - (2 x + A) p + x^2 / n = 0.
 * @param count `categories` numbers, 0 or more
 * @param categories how many, 2 or more
 * @param settings for the confidence, or NULL
 * @param out receives the lower limit of category c at 2 c, the upper at 2 c + 1
 * @param out_count room in `out`: 2 * categories for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_NOT_ESTIMABLE (the counts sum to 0) */
RUNG_API rung_status rung_stats_goodman(const double *count, size_t categories,
                                        const rung_settings *settings, double *out,
                                        size_t out_count, rung_error *error);

/** The results of rung_stats_net_score(). Shares, not per cents. */
typedef enum rung_net_score {
  RUNG_NET_SCORE_ESTIMATE = 0,  /**< p - d */
  RUNG_NET_SCORE_SE = 1,        /**< sqrt((p + d - (p - d)^2) / n) */
  RUNG_NET_SCORE_LOW = 2,       /**< the lower limit, as of rung_stats_answer_mean() */
  RUNG_NET_SCORE_HIGH = 3,      /**< the upper limit, as of rung_stats_answer_mean() */
  RUNG_NET_SCORE_WALD_LOW = 4,  /**< estimate - z se: too short for few or like answers */
  RUNG_NET_SCORE_WALD_HIGH = 5, /**< estimate + z se */
  RUNG_NET_SCORE_N = 6          /**< n */
} rung_net_score;

/** Give a net score, the share of promoters less the share of detractors, and its interval.
 * It is the mean of answers on the points -1, 0 and 1, and its standard error that of a difference of
 * two shares of a whole.
 * @param promoters how many, 0 or more
 * @param detractors how many, 0 or more
 * @param n of how many, or the effective n: not below their sum
 * @param settings for the confidence, or NULL
 * @param out receives results by #rung_net_score
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_NOT_ESTIMABLE (n is 0) */
RUNG_API rung_status rung_stats_net_score(double promoters, double detractors, double n,
                                          const rung_settings *settings, double *out,
                                          size_t out_count, rung_error *error);

/** The results of rung_stats_answer_mean(). */
typedef enum rung_answer_mean {
  RUNG_ANSWER_MEAN_MEAN = 0,      /**< sum c v / sum c */
  RUNG_ANSWER_MEAN_LOW = 1,       /**< the lower limit, within the points */
  RUNG_ANSWER_MEAN_HIGH = 2,      /**< the upper limit, within the points */
  RUNG_ANSWER_MEAN_POSTERIOR = 3, /**< m, the mean that the interval is about */
  RUNG_ANSWER_MEAN_SD = 4,        /**< the standard deviation that goes with it */
  RUNG_ANSWER_MEAN_N = 5          /**< n */
} rung_answer_mean;

/** Give the interval of a mean of answers on few points; it has width for one answer, too, and for
 * answers that are all alike, and never leaves the scale.
 * The shares of the k points are Dirichlet(c_j + 1/k): one answer spread over the points is added.
 * Their mean has m = sum v_j (c_j + 1/k) / (n + 1) and variance (sum v_j^2 (c_j + 1/k) / (n + 1) - m^2)
 * / (n + 2) (Ferguson 1973); the interval is the middle of the beta distribution from the least to the
 * greatest point that has these two, stretched to the mean of the answers where that lies outside. For
 * two points this is exact: Beta(c + 1/2, n - c + 1/2).
 * @param point `points` different numbers: the scale
 * @param count `points` numbers, 0 or more: how many answered so, or sums of weights
 * @param points how many, 2 or more
 * @param n the effective n to which counts are scaled, above 0; 0 for their sum
 * @param settings for the confidence, or NULL
 * @param out receives results by #rung_answer_mean
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_NOT_ESTIMABLE (the counts sum to 0) */
RUNG_API rung_status rung_stats_answer_mean(const double *point, const double *count, size_t points,
                                            double n, const rung_settings *settings, double *out,
                                            size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
