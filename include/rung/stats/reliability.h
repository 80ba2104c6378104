/* Reliability of scales: Cronbach's alpha, its items, its interval, and what follows from it.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 *
 * Items are columns, already reversed where they must be (see #RUNG_ALPHA_RAW for what happens where
 * they are not). C is their covariance matrix, R their correlation matrix, k their number, V the sum
 * of all elements and tr the sum of the diagonal.
 * @{ */
#ifndef RUNG_STATS_RELIABILITY_H
#define RUNG_STATS_RELIABILITY_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_alpha() and rung_stats_alpha_from_matrix(). */
typedef enum rung_alpha {
  RUNG_ALPHA_RAW = 0, /**< alpha = k/(k - 1) (1 - tr(C)/V(C)) (Cronbach 1951). Below 0 where
                                      items run against each other: a sign that one is not reversed. */
  RUNG_ALPHA_STANDARDISED = 1, /**< The same of R: k/(k - 1) (1 - k/V(R)). */
  RUNG_ALPHA_AVERAGE_R = 2,    /**< The mean correlation of two items. */
  RUNG_ALPHA_MEDIAN_R = 3,     /**< The median correlation of two items. */
  RUNG_ALPHA_VARIANCE_R = 4,   /**< The variance of the correlations, divisor their number - 1. */
  RUNG_ALPHA_SIGNAL_NOISE = 5, /**< k r/(1 - r) with r the mean correlation (Cronbach & Gleser
                                      1964). */
  RUNG_ALPHA_LAMBDA6 = 6,      /**< Guttman's lambda 6 of R: 1 - sum(1 - smc)/V(R) (Guttman 1945);
                                      NaN where R has no inverse. */
  RUNG_ALPHA_SE = 7,           /**< The standard error of alpha (Duhachek & Iacobucci 2004). */
  RUNG_ALPHA_LOW = 8,          /**< alpha - z standard errors. */
  RUNG_ALPHA_HIGH = 9,         /**< alpha + z standard errors. */
  RUNG_ALPHA_FELDT_LOW = 10,   /**< Lower limit by Feldt (1965); see rung_stats_alpha_interval(). */
  RUNG_ALPHA_FELDT_HIGH = 11,  /**< Upper limit by Feldt. */
  RUNG_ALPHA_N = 12,           /**< The effective n of standard error and limits. */
  RUNG_ALPHA_N_LEAST = 13,     /**< The smallest n of two items. */
  RUNG_ALPHA_ROWS = 14,        /**< Rows that were used: with any answer and a weight above 0. */
  RUNG_ALPHA_SCORE_MEAN = 15,  /**< The mean of the rows' scores; a score is the mean of what a row
                                      has answered. */
  RUNG_ALPHA_SCORE_SD = 16     /**< Their standard deviation, divisor n - 1. */
} rung_alpha;

/** Estimate Cronbach's alpha.
 *
 * The effective n is the rows used; where answers are missing pairwise it is the harmonic mean of the n
 * of all pairs of items, since alpha is a ratio of sums of covariances, each as uncertain as its own
 * pair allows. (Some programs take all rows, and give intervals that are too narrow.) With weights
 * every n is sum(w)^2 / sum(w^2) (Kish 1965).
 * @param columns the items, 2 or more
 * @param count how many
 * @param weight what each row weighs, 0 or more; NULL: 1 each. Only their proportions matter
 * @param missing #RUNG_MISSING_LISTWISE, #RUNG_MISSING_PAIRWISE or #RUNG_MISSING_FAIL
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL: the starts
 * @param out receives the results, by #rung_alpha
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (one item, under two rows
 *         of a pair, or a sum without variance), #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_alpha(const rung_column *columns, size_t count,
                                      const rung_column *weight, rung_missing missing,
                                      const rung_settings *settings, double *out, size_t out_count,
                                      rung_error *error);

/** Estimate Cronbach's alpha from a covariance or correlation matrix, with an n of the caller's.
 * @param matrix the matrix, `items` by `items`, symmetric, row by row
 * @param items how many items
 * @param n persons behind the matrix, for standard error and limits, above 1; 0: not known, and these
 *        are NaN
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL: the starts
 * @param out receives the results, by #rung_alpha; those of rows are NaN
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT (not symmetric, infinite, an n that cannot be),
 *         #RUNG_E_NOT_ESTIMABLE, #RUNG_E_MEMORY
 * @missing a NaN in the matrix makes what depends on it NaN */
RUNG_API rung_status rung_stats_alpha_from_matrix(const double *matrix, size_t items, double n,
                                                  const rung_settings *settings, double *out,
                                                  size_t out_count, rung_error *error);

/** The results of rung_stats_alpha_interval(). */
typedef enum rung_alpha_limit {
  RUNG_ALPHA_LIMIT_LOW = 0, /**< The lower limit. */
  RUNG_ALPHA_LIMIT_HIGH = 1 /**< The upper limit. */
} rung_alpha_limit;

/** Give the interval of an alpha by Feldt (1965).
 *
 * 1 - (1 - alpha) q(1 - p/2) to 1 - (1 - alpha) q(p/2), q the quantile of F with n - 1 and
 * (n - 1)(k - 1) degrees of freedom, p = 1 - confidence. It holds for items of equal variances and
 * covariances.
 * @param alpha the alpha, up to 1
 * @param items the number of items, 2 or more
 * @param n persons, above 1
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL: the starts
 * @param out receives the limits, by #rung_alpha_limit
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_NOT_ESTIMABLE (they lie beyond the numbers) */
RUNG_API rung_status rung_stats_alpha_interval(double alpha, size_t items, double n,
                                               const rung_settings *settings, double *out,
                                               size_t out_count, rung_error *error);

/** The results of rung_stats_alpha_items(), of each item. "Without" is of the scale without the item. */
typedef enum rung_alpha_item {
  RUNG_ALPHA_ITEM_N = 0,              /**< Rows with an answer to the item; with weights by Kish. */
  RUNG_ALPHA_ITEM_MEAN = 1,           /**< The mean of the item. */
  RUNG_ALPHA_ITEM_SD = 2,             /**< Its standard deviation, divisor n - 1. */
  RUNG_ALPHA_ITEM_TOTAL_R = 3,        /**< Correlation with the score, the mean of what a row has
                                            answered, the item included. */
  RUNG_ALPHA_ITEM_STANDARDISED_R = 4, /**< Correlation with the sum of standardised items, the item
                                            included: the row's sum of R / sqrt(V(R)). */
  RUNG_ALPHA_ITEM_CORRECTED_R = 5,    /**< The same with the squared multiple correlations on the
                                            diagonal of R: corrected for overlap and unreliability. */
  RUNG_ALPHA_ITEM_REST_R = 6,         /**< Correlation with the sum of the other items. */
  RUNG_ALPHA_ITEM_SMC = 7,            /**< Squared multiple correlation with the other items. */
  RUNG_ALPHA_WITHOUT_RAW = 8,         /**< #RUNG_ALPHA_RAW without. */
  RUNG_ALPHA_WITHOUT_STANDARDISED = 9,  /**< #RUNG_ALPHA_STANDARDISED without. */
  RUNG_ALPHA_WITHOUT_LAMBDA6 = 10,      /**< #RUNG_ALPHA_LAMBDA6 without. */
  RUNG_ALPHA_WITHOUT_AVERAGE_R = 11,    /**< #RUNG_ALPHA_AVERAGE_R without. */
  RUNG_ALPHA_WITHOUT_SIGNAL_NOISE = 12, /**< #RUNG_ALPHA_SIGNAL_NOISE without. */
  RUNG_ALPHA_WITHOUT_SE = 13,           /**< #RUNG_ALPHA_SE without. */
  RUNG_ALPHA_WITHOUT_VARIANCE_R = 14,   /**< #RUNG_ALPHA_VARIANCE_R without. */
  RUNG_ALPHA_WITHOUT_MEDIAN_R = 15,     /**< #RUNG_ALPHA_MEDIAN_R without. */
  RUNG_ALPHA_WITHOUT_N = 16             /**< #RUNG_ALPHA_N without. */
} rung_alpha_item;

/** Describe the items of a scale, and the scale without each.
 * @param columns the items, 2 or more
 * @param count how many
 * @param weight what each row weighs, 0 or more; NULL: 1 each
 * @param missing #RUNG_MISSING_LISTWISE, #RUNG_MISSING_PAIRWISE or #RUNG_MISSING_FAIL
 * @param out receives the results
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @shape `count` values of each #rung_alpha_item: out[which * count + item]
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (one item: N, mean and sd
 *         are given), #RUNG_E_MEMORY. Without one of two items there is no scale: NaN. */
RUNG_API rung_status rung_stats_alpha_items(const rung_column *columns, size_t count,
                                            const rung_column *weight, rung_missing missing,
                                            double *out, size_t out_count, rung_error *error);

/** The results of rung_stats_kuder_richardson(). */
typedef enum rung_kuder_richardson {
  RUNG_KUDER_RICHARDSON_20 = 0, /**< k/(k - 1) (1 - sum p(1 - p)/s^2), s^2 the variance of the sums,
                                     divisor n: the alpha of right and wrong answers (Kuder &
                                     Richardson 1937, formula 20). */
  RUNG_KUDER_RICHARDSON_21 =
      1,                      /**< k/(k - 1) (1 - m(k - m)/(k s^2)), m the mean sum: as if all items
                                     were equally difficult (formula 21). */
  RUNG_KUDER_RICHARDSON_N = 2 /**< Rows used. */
} rung_kuder_richardson;

/** Estimate the reliability of answers that are 0 or 1.
 * @param columns the items, 2 or more
 * @param count how many
 * @param missing #RUNG_MISSING_LISTWISE or #RUNG_MISSING_FAIL
 * @param out receives the results, by #rung_kuder_richardson
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (an answer that is not 0 or 1, with its place),
 *         #RUNG_E_NOT_ESTIMABLE, #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_kuder_richardson(const rung_column *columns, size_t count,
                                                 rung_missing missing, double *out,
                                                 size_t out_count, rung_error *error);

/** Take the covariance matrix of columns.
 *
 * Of each pair the rows that have both, with the means over these rows, divisor n - 1; with weights
 * sum w d d' / sum w times n/(n - 1), n the rows with a weight above 0.
 * @param columns the columns
 * @param count how many
 * @param weight what each row weighs, 0 or more; NULL: 1 each
 * @param missing #RUNG_MISSING_LISTWISE, #RUNG_MISSING_PAIRWISE or #RUNG_MISSING_FAIL
 * @param out receives the matrix, row by row
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @shape `count` by `count`
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (the first variance is of
 *         under two rows), #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_covariance_matrix(const rung_column *columns, size_t count,
                                                  const rung_column *weight, rung_missing missing,
                                                  double *out, size_t out_count, rung_error *error);

/** Turn a covariance matrix into a correlation matrix.
 * @param matrix the covariances, `items` by `items`, row by row
 * @param items how many
 * @param out receives the matrix, row by row; may be `matrix`
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @shape `items` by `items`
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_NOT_ESTIMABLE (the first variance is not above
 *         0; the correlations of what has none are NaN), #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_correlation_from_covariance(const double *matrix, size_t items,
                                                            double *out, size_t out_count,
                                                            rung_error *error);

/** Foretell the reliability of a longer or shorter test.
 * m r/(1 + (m - 1) r) (Spearman 1910, Brown 1910). The reliability of one of k items is that of a
 * length of 1/k.
 * @param reliability the reliability r, up to 1
 * @param length how many times as long, above 0: 2 of two halves
 * @return the reliability; NaN where arguments are out of range or it has no bound. */
RUNG_API double rung_stats_spearman_brown(double reliability, double length);

/** Find how many times as long a test must be.
 * w(1 - r)/(r(1 - w)).
 * @param reliability the reliability r, above 0 and below 1
 * @param wanted the reliability wanted, above 0 and below 1
 * @return the length; NaN where arguments are out of range. */
RUNG_API double rung_stats_spearman_brown_length(double reliability, double wanted);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
