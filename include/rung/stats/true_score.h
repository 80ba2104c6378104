/* What a reliability says of one score: standard errors, true scores, chances of levels.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_TRUE_SCORE_H
#define RUNG_STATS_TRUE_SCORE_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_standard_errors(): standard deviations around a score of somebody of a
 * population with standard deviation s and reliability r (Lord & Novick 1968, section 3.8). */
typedef enum rung_score_error {
  RUNG_SCORE_ERROR_MEASUREMENT = 0, /**< s sqrt(1 - r): of observed scores around one true score. */
  RUNG_SCORE_ERROR_ESTIMATE = 1,    /**< s sqrt(r(1 - r)): of true scores around the estimated true
                                         score, rung_stats_true_score(). */
  RUNG_SCORE_ERROR_PREDICTION = 2   /**< s sqrt(1 - r^2): of scores on a parallel form around the
                                         estimated true score. */
} rung_score_error;

/** Give the standard errors of a score.
 * @param sd standard deviation of the scores of the population, 0 or more
 * @param reliability their reliability, 0 to 1
 * @param out receives the results, by #rung_score_error
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_stats_standard_errors(double sd, double reliability, double *out,
                                                size_t out_count, rung_error *error);

/** Estimate a true score: m + r(x - m), the score drawn towards the mean of its population (Kelley
 * 1927).
 * @param mean the population's mean m
 * @param reliability the reliability r of its scores
 * @param score the score x
 * @return the estimated true score. */
RUNG_API double rung_stats_true_score(double mean, double reliability, double score);

/** Give the chance of each level for what is normal around a centre.
 *
 * Level l holds cut l - 1 <= x < cut l: Phi((cut l - centre)/error) - Phi((cut l-1 - centre)/error).
 * @param centre the centre
 * @param spread the standard deviation around it, 0 or more
 * @param cuts the cuts between levels, each above the one before
 * @param cut_count how many, 1 or more
 * @param out receives the chances
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @shape one for each level: `cut_count` + 1
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_level_chances(double centre, double spread, const double *cuts,
                                              size_t cut_count, double *out, size_t out_count,
                                              rung_error *error);

/** Around which centre, and with which standard error, true scores are taken to lie. */
typedef enum rung_around {
  RUNG_AROUND_TRUE = 0, /**< Around the estimated true score, with the standard error of estimate:
                                calibrated for somebody of the population named. */
  RUNG_AROUND_OBSERVED =
      1 /**< Around the observed score, with the standard error of measurement: what
                                many reports show. It is an interval and no chance: it is not calibrated
                                - levels far from the mean are shown as likelier than they are. */
} rung_around;

/** What is given of a population: an array indexed by this. */
typedef enum rung_population {
  RUNG_POPULATION_MEAN = 0,       /**< The mean of its scores. */
  RUNG_POPULATION_SD = 1,         /**< Their standard deviation, above 0. */
  RUNG_POPULATION_RELIABILITY = 2 /**< Their reliability, 0 to 1. */
} rung_population;

/** The results of rung_stats_level_certainty(): means over the scores. */
typedef enum rung_certainty {
  RUNG_CERTAINTY_ASSIGNED =
      0, /**< The chance of the level in which the observed score lies: the expected
                                    accuracy of taking it for the true one. */
  RUNG_CERTAINTY_LARGEST = 1, /**< The chance of the likeliest level (Rudner 2005). */
  RUNG_CERTAINTY_SQUARES =
      2, /**< The sum of the squared chances: the chance that two draws around the
                                    centre have one level (Lee 2010). */
  RUNG_CERTAINTY_RETEST =
      3,               /**< The chance that a score on a parallel form lies in the level in which
                                    this one lies: the expected consistency. Around the estimated true
                                    score with the standard error of prediction; NaN by
                                    #RUNG_AROUND_OBSERVED. */
  RUNG_CERTAINTY_N = 4 /**< Scores used; with weights by Kish. */
} rung_certainty;

/** Tell how surely scores tell levels.
 *
 * Scores and errors are taken to be normal.
 * @param score the scores
 * @param weight what each weighs, 0 or more; NULL: 1 each
 * @param cuts the cuts between levels, each above the one before
 * @param cut_count how many, 1 or more
 * @param population mean, standard deviation and reliability of the population that the scores are of,
 *        by #rung_population
 * @param around a #rung_around
 * @param out receives the results, by #rung_certainty
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (no scores),
 *         #RUNG_E_MEMORY
 * @missing an absent score is not used */
RUNG_API rung_status rung_stats_level_certainty(const rung_column *score, const rung_column *weight,
                                                const double *cuts, size_t cut_count,
                                                const double *population, rung_around around,
                                                double *out, size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
