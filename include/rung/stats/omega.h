/* Omega: reliability from a model with one factor.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_OMEGA_H
#define RUNG_STATS_OMEGA_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How a factor is fitted. */
typedef enum rung_factoring {
  RUNG_FACTORING_LIKELIHOOD = 0, /**< Maximum likelihood of normal answers (Joreskog 1967), to the
                                      covariances with divisor n. */
  RUNG_FACTORING_MINRES = 1 /**< Least squares of the correlations off the diagonal (Harman & Jones
                                      1966), to the correlations. */
} rung_factoring;

/** The results of rung_stats_omega(). l are the loadings, t the uniquenesses (error variances). Which
 * omega a program means differs: each is named by its definition. */
typedef enum rung_omega {
  RUNG_OMEGA_MODEL = 0, /**< (sum l)^2/((sum l)^2 + sum t): the variance of the sum as the model has
                                 it below (McDonald 1999; also called composite reliability). */
  RUNG_OMEGA_OBSERVED = 1,  /**< (sum l)^2/V: the variance of the sum as observed below. */
  RUNG_OMEGA_UNIQUE = 2,    /**< 1 - sum t/V. */
  RUNG_OMEGA_EXTRACTED = 3, /**< The mean square of the standardised loadings: average variance
                                 extracted (Fornell & Larcker 1981). */
  RUNG_OMEGA_N = 4, /**< The effective n: rows used; pairwise the harmonic mean of the n of all
                                 pairs; with weights by Kish (1965). */
  RUNG_OMEGA_IMPROPER =
      5, /**< Uniquenesses that stand at their lower bound, 0.005 of the variance: where
                                 there are any, one factor does not fit these data. */
  RUNG_OMEGA_CHI_SQUARE =
      6,              /**< n times the fit function. By maximum likelihood only, as what follows. */
  RUNG_OMEGA_DF = 7,  /**< k(k - 3)/2. */
  RUNG_OMEGA_P = 8,   /**< P(chi-square >= this): small where one factor does not fit. */
  RUNG_OMEGA_CFI = 9, /**< Comparative fit index (Bentler 1990). */
  RUNG_OMEGA_RMSEA = 10, /**< sqrt(max(chi-square - df, 0)/(n df)) (Steiger & Lind 1980). */
  RUNG_OMEGA_SRMR = 11   /**< Root mean square of the residual correlations, the diagonal counted
                                  (Bentler 1995). By both ways. */
} rung_omega;

/** Estimate omega of one factor.
 *
 * With weights the covariances are weighted (divisor sum(w)), so that whole numbers act on loadings and
 * omegas as equal rows would. Chi-square and what follows from it take the effective n,
 * sum(w)^2 / sum(w^2), which is an approximation: design effects other than weighting are not in it.
 * @param columns the items, 3 or more
 * @param count how many
 * @param weight what each row weighs, 0 or more; NULL: 1 each. Only their proportions matter
 * @param missing #RUNG_MISSING_LISTWISE, #RUNG_MISSING_PAIRWISE or #RUNG_MISSING_FAIL
 * @param how a #rung_factoring
 * @param out receives the results, by #rung_omega
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (under 3 items, an item that
 *         does not vary, correlations without an inverse, or no fit is found), #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_omega(const rung_column *columns, size_t count,
                                      const rung_column *weight, rung_missing missing,
                                      rung_factoring how, double *out, size_t out_count,
                                      rung_error *error);

/** The results of rung_stats_one_factor(), of each item. */
typedef enum rung_one_factor {
  RUNG_ONE_FACTOR_LOADING = 0,    /**< The loading, in the units of the item by maximum likelihood,
                                         standardised by minres. Their sum is not below 0. */
  RUNG_ONE_FACTOR_UNIQUENESS = 1, /**< The variance that the factor leaves, in these units. */
  RUNG_ONE_FACTOR_STANDARDISED = 2, /**< The standardised loading. */
  RUNG_ONE_FACTOR_SCREE = 3         /**< The eigenvalues of the correlations, the largest first. */
} rung_one_factor;

/** Fit one factor.
 * @param columns the items, 3 or more
 * @param count how many
 * @param weight as in rung_stats_omega()
 * @param missing as in rung_stats_omega()
 * @param how a #rung_factoring
 * @param out receives the results
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @shape `count` values of each #rung_one_factor: out[which * count + item]
 * @return as rung_stats_omega() */
RUNG_API rung_status rung_stats_one_factor(const rung_column *columns, size_t count,
                                           const rung_column *weight, rung_missing missing,
                                           rung_factoring how, double *out, size_t out_count,
                                           rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
