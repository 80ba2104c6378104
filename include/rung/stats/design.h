/* What is known of a population from a sample that was drawn by a design.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_DESIGN_H
#define RUNG_STATS_DESIGN_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What the columns of a survey design are, by their place in the array `design`. A place beyond
 * the array, or with a column whose `type` is 0, is not given. New places go last.
 *
 * Every row that was sampled belongs into the data, also those outside a domain: leaving rows out
 * makes standard errors wrong. An absent value is outside the domain. */
typedef enum rung_design {
  RUNG_DESIGN_WEIGHT = 0,  /**< weights, 0 or more; else 1 each */
  RUNG_DESIGN_STRATUM = 1, /**< text or numbers: the stratum of each row; else one stratum */
  RUNG_DESIGN_CLUSTER = 2, /**< text or numbers: the primary sampling unit of each row, told apart
                              within a stratum; else each row is one */
  RUNG_DESIGN_POPULATION = 3,   /**< how many units of the stratum there are in the population, or,
                                 where no number is above 1, the share of them that was sampled:
                                 one number in a stratum; else sampling was with replacement */
  RUNG_DESIGN_CLUSTER_2 = 4,    /**< text or numbers: the unit of a second stage, within its primary
                                 unit; else each row is one, where there is a POPULATION_2 */
  RUNG_DESIGN_POPULATION_2 = 5, /**< as POPULATION, of the units within a primary unit; the second
                                   stage counts only where both are given */
  RUNG_DESIGN_DOMAIN = 6,       /**< numbers: what is not 0 is in the domain; else all rows are.
                                   Absent: outside */
  RUNG_DESIGN_MARGIN = 8        /**< 8 to 15, text or numbers: the groups of which the weights were
                                   adjusted to known totals, by rung_stats_poststratify() (one
                                   margin) or rung_stats_rake(); they take from the variance what
                                   the margins explain */
} rung_design;

/** What becomes of a stratum with a single primary unit that does not stand for all of it. */
typedef enum rung_lonely {
  RUNG_LONELY_FAIL = 0,      /**< #RUNG_E_NOT_ESTIMABLE */
  RUNG_LONELY_CERTAINTY = 1, /**< it adds nothing, as if it had been sure to be drawn */
  RUNG_LONELY_REMOVE = 2,    /**< it is left out of the variance: it adds nothing, either */
  RUNG_LONELY_ADJUST = 3, /**< its distance from the mean of all units is taken, which is too much
                                rather than too little */
  RUNG_LONELY_AVERAGE = 4 /**< it adds what the others add on average */
} rung_lonely;

/** The results of the estimates. V is the linearised variance, SE^2. */
typedef enum rung_survey {
  RUNG_SURVEY_ESTIMATE = 0, /**< the mean, total, ratio, variance, difference or kappa */
  RUNG_SURVEY_SE = 1,       /**< its standard error */
  RUNG_SURVEY_LOW = 2,      /**< lower end of its interval: t with DF */
  RUNG_SURVEY_HIGH = 3,     /**< upper end */
  RUNG_SURVEY_DF = 4,       /**< degrees of freedom: primary units less strata, of the domain; of a
                                  difference one less */
  RUNG_SURVEY_N = 5,        /**< rows of the domain with a value, of positive weight */
  RUNG_SURVEY_WEIGHT = 6,   /**< the sum of their weights */
  RUNG_SURVEY_NORMAL_LOW = 7,    /**< lower end with the normal distribution */
  RUNG_SURVEY_NORMAL_HIGH = 8,   /**< upper end */
  RUNG_SURVEY_DESIGN_EFFECT = 9, /**< of a mean: V over the variance of a simple sample of n without
                                    replacement, s^2 / n (W - n) / W, W the sum of the weights */
  RUNG_SURVEY_DESIGN_EFFECT_REPLACED = 10, /**< of a mean: V over s^2 / n */
  RUNG_SURVEY_KISH = 11,                   /**< Kish's effect of weighting, n sum w^2 / (sum w)^2 */
  RUNG_SURVEY_KISH_N = 12,                 /**< n over it */
  RUNG_SURVEY_EFFECTIVE_N = 13, /**< of a mean: variance of the values (divisor sum w) over V */
  RUNG_SURVEY_ADJUSTED_N = 14,  /**< of a mean: EFFECTIVE_N times (t_(n-1) / t_DF)^2, t at the
                                    confidence (Korn & Graubard 1998) */
  RUNG_SURVEY_P = 15 /**< two-sided p of no difference, t with DF; only of a difference */
} rung_survey;

/** Estimate the mean of a population, sum w y / sum w.
 * @param column numbers
 * @param design columns by #rung_design; may be NULL
 * @param design_count how many, 0 to 16
 * @param lonely what becomes of a stratum with one unit
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL for the starts
 * @param out receives results by #rung_survey
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (an infinite value, a bad weight, a row without
 *         stratum or unit, a population smaller than its sample or that differs in a stratum, with
 *         the row), #RUNG_E_LIMIT, #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no value of positive
 *         weight in the domain, or a lonely unit under #RUNG_LONELY_FAIL)
 * @missing outside the domain. */
RUNG_API rung_status rung_stats_survey_mean(const rung_column *column, const rung_column *design,
                                            size_t design_count, rung_lonely lonely,
                                            const rung_settings *settings, double *out,
                                            size_t out_count, rung_error *error);

/** Estimate the total of a population, sum w y.
 * @param column numbers
 * @param design columns by #rung_design; may be NULL
 * @param design_count how many, 0 to 16
 * @param lonely what becomes of a stratum with one unit
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL for the starts
 * @param out receives results by #rung_survey
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return as rung_stats_survey_mean()
 * @missing outside the domain. */
RUNG_API rung_status rung_stats_survey_total(const rung_column *column, const rung_column *design,
                                             size_t design_count, rung_lonely lonely,
                                             const rung_settings *settings, double *out,
                                             size_t out_count, rung_error *error);

/** Estimate the ratio of two totals of a population, R = sum w y / sum w x; linearised as
 * w (y - R x) / sum w x.
 * @param columns two columns of numbers: y and x
 * @param design columns by #rung_design; may be NULL
 * @param design_count how many, 0 to 16
 * @param lonely what becomes of a stratum with one unit
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL for the starts
 * @param out receives results by #rung_survey
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return as rung_stats_survey_mean(), and #RUNG_E_NOT_ESTIMABLE where sum w x is 0
 * @missing outside the domain, as soon as one of the two is absent. */
RUNG_API rung_status rung_stats_survey_ratio(const rung_column *columns, const rung_column *design,
                                             size_t design_count, rung_lonely lonely,
                                             const rung_settings *settings, double *out,
                                             size_t out_count, rung_error *error);

/** Estimate the variance of a population, n / (n - 1) sum w (y - mean)^2 / sum w, as the mean of
 * squared distances.
 * @param column numbers
 * @param design columns by #rung_design; may be NULL
 * @param design_count how many, 0 to 16
 * @param lonely what becomes of a stratum with one unit
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL for the starts
 * @param out receives results by #rung_survey
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return as rung_stats_survey_mean(), and #RUNG_E_NOT_ESTIMABLE for fewer than two values
 * @missing outside the domain. */
RUNG_API rung_status rung_stats_survey_variance(const rung_column *column,
                                                const rung_column *design, size_t design_count,
                                                rung_lonely lonely, const rung_settings *settings,
                                                double *out, size_t out_count, rung_error *error);

/** Estimate by how much the mean is higher in one part of a population than in the other, and test
 * that it is not.
 * @param columns two columns of numbers: y, and the part: what is not 0 against what is 0
 * @param design columns by #rung_design; may be NULL
 * @param design_count how many, 0 to 16
 * @param lonely what becomes of a stratum with one unit
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL for the starts
 * @param out receives results by #rung_survey
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return as rung_stats_survey_mean(), and #RUNG_E_NOT_ESTIMABLE where a part has no value
 * @missing outside the domain, as soon as one of the two is absent. */
RUNG_API rung_status rung_stats_survey_difference(const rung_column *columns,
                                                  const rung_column *design, size_t design_count,
                                                  rung_lonely lonely, const rung_settings *settings,
                                                  double *out, size_t out_count, rung_error *error);

/** Estimate Cohen's kappa of a population, (po - pe) / (1 - pe), po the share of rows in which both
 * columns have the same category, pe that which their shares of categories would give by chance.
 * @param columns two columns of numbers: the category by each judge
 * @param design columns by #rung_design; may be NULL
 * @param design_count how many, 0 to 16
 * @param lonely what becomes of a stratum with one unit
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL for the starts
 * @param out receives results by #rung_survey
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return as rung_stats_survey_mean(), and #RUNG_E_NOT_ESTIMABLE where there is a single category
 * @missing outside the domain, as soon as one of the two is absent. */
RUNG_API rung_status rung_stats_survey_kappa(const rung_column *columns, const rung_column *design,
                                             size_t design_count, rung_lonely lonely,
                                             const rung_settings *settings, double *out,
                                             size_t out_count, rung_error *error);

/** Find the variances and covariances of several means.
 * @param columns numbers
 * @param count how many, 1 or more
 * @param design columns by #rung_design; may be NULL
 * @param design_count how many, 0 to 16
 * @param lonely what becomes of a stratum with one unit
 * @param out receives the covariance of means i and j at `i * count + j`
 * @param out_count room in `out`: count * count for all
 * @param error filled on failure, may be NULL
 * @return as rung_stats_survey_mean()
 * @missing outside the domain, as soon as one of the columns is absent. */
RUNG_API rung_status rung_stats_survey_covariance(const rung_column *columns, size_t count,
                                                  const rung_column *design, size_t design_count,
                                                  rung_lonely lonely, double *out, size_t out_count,
                                                  rung_error *error);

/** The results of rung_stats_survey_share(). */
typedef enum rung_survey_share {
  RUNG_SURVEY_SHARE_ESTIMATE = 0,   /**< the share p */
  RUNG_SURVEY_SHARE_SE = 1,         /**< its standard error */
  RUNG_SURVEY_SHARE_LOGIT_LOW = 2,  /**< lower end, t with DF on the scale of log(p / (1 - p)) */
  RUNG_SURVEY_SHARE_LOGIT_HIGH = 3, /**< upper end */
  RUNG_SURVEY_SHARE_BETA_LOW = 4,  /**< lower end of Clopper & Pearson's interval with ADJUSTED_N */
  RUNG_SURVEY_SHARE_BETA_HIGH = 5, /**< upper end (Korn & Graubard 1998) */
  RUNG_SURVEY_SHARE_DF = 6,        /**< primary units less strata, of the domain */
  RUNG_SURVEY_SHARE_N = 7,         /**< rows of the domain with a value, of positive weight */
  RUNG_SURVEY_SHARE_EFFECTIVE_N = 8, /**< p (1 - p) / SE^2 */
  RUNG_SURVEY_SHARE_ADJUSTED_N = 9   /**< EFFECTIVE_N times (t_(n-1) / t_DF)^2 */
} rung_survey_share;

/** Estimate a share of a population.
 * @param column numbers: what is not 0 counts
 * @param design columns by #rung_design; may be NULL
 * @param design_count how many, 0 to 16
 * @param lonely what becomes of a stratum with one unit
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL for the starts
 * @param out receives results by #rung_survey_share; a share of 0 or 1 has no interval
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return as rung_stats_survey_mean(), and #RUNG_E_NOT_ESTIMABLE where there is no interval
 * @missing outside the domain. */
RUNG_API rung_status rung_stats_survey_share(const rung_column *column, const rung_column *design,
                                             size_t design_count, rung_lonely lonely,
                                             const rung_settings *settings, double *out,
                                             size_t out_count, rung_error *error);

/** The results of rung_stats_survey_quantile(). */
typedef enum rung_survey_quantile {
  RUNG_SURVEY_QUANTILE_ESTIMATE = 0, /**< the least value that the share p does not exceed */
  RUNG_SURVEY_QUANTILE_SE = 1,       /**< the width of the interval over 2 t */
  RUNG_SURVEY_QUANTILE_LOW = 2,  /**< the quantile at F - t SE(F), F the share up to the estimate */
  RUNG_SURVEY_QUANTILE_HIGH = 3, /**< the quantile at F + t SE(F) (Woodruff 1952) */
  RUNG_SURVEY_QUANTILE_DF = 4,   /**< primary units less strata, of the domain */
  RUNG_SURVEY_QUANTILE_N = 5     /**< rows of the domain with a value, of positive weight */
} rung_survey_quantile;

/** Estimate a quantile of a population (#RUNG_QUANTILE_INVERSE) and Woodruff's interval.
 * @param column numbers
 * @param probability above 0 and below 1
 * @param design columns by #rung_design; may be NULL
 * @param design_count how many, 0 to 16
 * @param lonely what becomes of a stratum with one unit
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL for the starts
 * @param out receives results by #rung_survey_quantile; an end that lies beyond 0 or 1 is NaN
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return as rung_stats_survey_mean()
 * @missing outside the domain. */
RUNG_API rung_status rung_stats_survey_quantile(const rung_column *column, double probability,
                                                const rung_column *design, size_t design_count,
                                                rung_lonely lonely, const rung_settings *settings,
                                                double *out, size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
