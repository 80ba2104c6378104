/* Gaps between two means: paired, independent, of a part and the rest, and by order alone.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_GAP_H
#define RUNG_STATS_GAP_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_paired(); d are differences x - y. Effect sizes are in standard
 * deviations; those named G are those named D times J. */
typedef enum rung_paired {
  RUNG_PAIRED_DIFFERENCE = 0, /**< The mean of d. */
  RUNG_PAIRED_LOW = 1,        /**< The lower limit of the mean of d, from t with n - 1 degrees. */
  RUNG_PAIRED_HIGH = 2,       /**< The upper limit. */
  RUNG_PAIRED_N = 3,          /**< Rows; with weights the effective number. */
  RUNG_PAIRED_MEAN_X = 4,     /**< The mean of x. */
  RUNG_PAIRED_MEAN_Y = 5,     /**< The mean of y. */
  RUNG_PAIRED_SD_X = 6,       /**< The standard deviation of x (divisor n - 1). */
  RUNG_PAIRED_SD_Y = 7,       /**< That of y. */
  RUNG_PAIRED_SD = 8,         /**< That of d. */
  RUNG_PAIRED_SE = 9,         /**< SD / sqrt(n). */
  RUNG_PAIRED_T = 10,         /**< DIFFERENCE / SE. */
  RUNG_PAIRED_DF = 11,        /**< n - 1. */
  RUNG_PAIRED_P = 12,         /**< The two-sided p-value of T. */
  RUNG_PAIRED_R = 13,         /**< The correlation of x and y; NaN: one is constant. */
  RUNG_PAIRED_D_Z = 14,       /**< DIFFERENCE / SD (Cohen 1988). */
  RUNG_PAIRED_D_Z_LOW = 15,   /**< Its lower limit, from the noncentral t. */
  RUNG_PAIRED_D_Z_HIGH = 16,  /**< Its upper limit. */
  RUNG_PAIRED_J = 17,         /**< Hedges' exact factor for n - 1 degrees; NaN for n < 3. */
  RUNG_PAIRED_G_Z = 18,       /**< J D_Z. */
  RUNG_PAIRED_G_Z_LOW = 19,   /**< J D_Z_LOW. */
  RUNG_PAIRED_G_Z_HIGH = 20,  /**< J D_Z_HIGH. */
  RUNG_PAIRED_D_AV = 21,      /**< DIFFERENCE / sqrt((SD_X^2 + SD_Y^2) / 2) (Cumming 2012). */
  RUNG_PAIRED_G_AV = 22,      /**< J D_AV. */
  RUNG_PAIRED_D_RM = 23,      /**< D_Z sqrt(2 (1 - R)) (Morris & DeShon 2002). */
  RUNG_PAIRED_G_RM = 24,      /**< J D_RM. */
  RUNG_PAIRED_SIGNED_RANK =
      25, /**< Wilcoxon's V: the sum of the ranks of |d| where d > 0, rows with
                                       d = 0 left out; NaN with weights. */
  RUNG_PAIRED_SIGNED_RANK_P = 26 /**< Its two-sided p-value from the normal distribution, with the
                                       corrections for ties and for continuity. */
} rung_paired;

/** Measure a gap between two columns of the same rows, such as now and wished, self and others.
 *
 * Hedges' factor is J(m) = Gamma(m / 2) / (sqrt(m / 2) Gamma((m - 1) / 2)), m = n - 1 (Hedges 1981).
 * The limits of D_Z are the noncentralities at which T lies at the confidence's ends, over sqrt(n)
 * (Steiger & Fouladi 1997). With weights n is the effective number, (sum w)^2 / sum w^2, throughout,
 * which is an approximation: design effects other than weighting are not in it.
 * @param columns two columns of numbers, x and y
 * @param weight a weight of 0 or more a row, or NULL: each weighs 1
 * @param missing #RUNG_MISSING_LISTWISE or #RUNG_MISSING_PAIRWISE (with two columns the same), or
 *        #RUNG_MISSING_FAIL
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL: the starts
 * @param out receives the results, indexed by #rung_paired
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (fewer than 2 rows, or
 *         differences that are all the same), #RUNG_E_LIMIT, #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_paired(const rung_column *columns, const rung_column *weight,
                                       rung_missing missing, const rung_settings *settings,
                                       double *out, size_t out_count, rung_error *error);

/** The results of rung_stats_independent() and rung_stats_part(). */
typedef enum rung_independent {
  RUNG_INDEPENDENT_DIFFERENCE = 0, /**< The mean of x less that of y. */
  RUNG_INDEPENDENT_LOW = 1,    /**< Its lower limit, variances not supposed to be equal (Welch). */
  RUNG_INDEPENDENT_HIGH = 2,   /**< The upper limit. */
  RUNG_INDEPENDENT_N_X = 3,    /**< Values of x; with weights the effective number. */
  RUNG_INDEPENDENT_N_Y = 4,    /**< Those of y. */
  RUNG_INDEPENDENT_MEAN_X = 5, /**< The mean of x. */
  RUNG_INDEPENDENT_MEAN_Y = 6, /**< The mean of y. */
  RUNG_INDEPENDENT_SD_X = 7,   /**< The standard deviation of x (divisor n - 1). */
  RUNG_INDEPENDENT_SD_Y = 8,   /**< That of y. */
  RUNG_INDEPENDENT_SE = 9,     /**< sqrt(SD_X^2 / N_X + SD_Y^2 / N_Y). */
  RUNG_INDEPENDENT_T = 10,     /**< DIFFERENCE / SE (Welch 1938). */
  RUNG_INDEPENDENT_DF = 11,    /**< Its degrees of freedom (Satterthwaite 1946). */
  RUNG_INDEPENDENT_P = 12,     /**< Its two-sided p-value. */
  RUNG_INDEPENDENT_SD_POOLED = 13,  /**< sqrt(((N_X - 1) SD_X^2 + (N_Y - 1) SD_Y^2) / DF_POOLED). */
  RUNG_INDEPENDENT_T_POOLED = 14,   /**< DIFFERENCE / (SD_POOLED sqrt(1 / N_X + 1 / N_Y)). */
  RUNG_INDEPENDENT_DF_POOLED = 15,  /**< N_X + N_Y - 2. */
  RUNG_INDEPENDENT_P_POOLED = 16,   /**< The two-sided p-value of T_POOLED. */
  RUNG_INDEPENDENT_LOW_POOLED = 17, /**< The lower limit of DIFFERENCE with equal variances. */
  RUNG_INDEPENDENT_HIGH_POOLED = 18, /**< The upper limit. */
  RUNG_INDEPENDENT_D = 19,           /**< Cohen's d: DIFFERENCE / SD_POOLED. */
  RUNG_INDEPENDENT_D_LOW = 20,       /**< Its lower limit, from the noncentral t. */
  RUNG_INDEPENDENT_D_HIGH = 21,      /**< Its upper limit. */
  RUNG_INDEPENDENT_J = 22,           /**< Hedges' exact factor for DF_POOLED. */
  RUNG_INDEPENDENT_G = 23,           /**< Hedges' g: J D. */
  RUNG_INDEPENDENT_G_LOW = 24,       /**< J D_LOW. */
  RUNG_INDEPENDENT_G_HIGH = 25,      /**< J D_HIGH. */
  RUNG_INDEPENDENT_D_SE = 26,        /**< sqrt(1 / N_X + 1 / N_Y + D^2 / (2 (N_X + N_Y))) (Hedges &
                                          Olkin 1985). */
  RUNG_INDEPENDENT_GLASS = 27        /**< Glass' delta: DIFFERENCE / SD_Y. */
} rung_independent;

/** Measure a gap between two columns of different rows, such as two groups.
 *
 * Welch's t with Satterthwaite's degrees of freedom, and beside it what supposes equal variances:
 * pooled t, Cohen's d, Hedges' g with the exact factor (Hedges 1981), their limits the
 * noncentralities at which T_POOLED lies at the confidence's ends, times sqrt(1 / N_X + 1 / N_Y).
 * With weights n is the effective number, (sum w)^2 / sum w^2, of each side (Kish 1965), which is an
 * approximation as in rung_stats_paired().
 * @param x a column of numbers
 * @param y a column of numbers; its length may be another
 * @param weight two columns, the weights of x and of y, 0 or more a row and as long as these; or
 *        NULL: each weighs 1
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL: the starts
 * @param out receives the results, indexed by #rung_independent
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (a column has fewer than
 *         2 values, or both are constant), #RUNG_E_LIMIT, #RUNG_E_MEMORY
 * @missing absent values do not count, nor do their weights; a weight is never absent */
RUNG_API rung_status rung_stats_independent(const rung_column *x, const rung_column *y,
                                            const rung_column *weight,
                                            const rung_settings *settings, double *out,
                                            size_t out_count, rung_error *error);

/** Measure the gap between a part and the rest of the whole that it is a part of.
 *
 * A part is in its whole, so that the two means are not independent: the part is compared with the
 * rest, whose sums are those of the whole less those of the part. x is the part, y the rest. Where
 * the whole's mean is asked for, the part's gap to it is the gap to the rest times the rest's share.
 * With weights n is the effective number, (sum w)^2 / sum w^2, of each.
 * @param columns two columns of numbers: the value, and whether the row is in the part (0: it is not)
 * @param weight a weight of 0 or more a row, or NULL: each weighs 1
 * @param missing #RUNG_MISSING_LISTWISE or #RUNG_MISSING_PAIRWISE: a row counts that has both (the
 *        same), or #RUNG_MISSING_FAIL
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL: the starts
 * @param out receives the results, indexed by #rung_independent
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return as rung_stats_independent() */
RUNG_API rung_status rung_stats_part(const rung_column *columns, const rung_column *weight,
                                     rung_missing missing, const rung_settings *settings,
                                     double *out, size_t out_count, rung_error *error);

/** The results of rung_stats_dominance(). */
typedef enum rung_dominance {
  RUNG_DOMINANCE_DELTA = 0, /**< Cliff's delta: the share of pairs with x > y less the share with
                                       x < y, -1 to 1. */
  RUNG_DOMINANCE_LOW = 1,   /**< Its lower limit. */
  RUNG_DOMINANCE_HIGH = 2,  /**< Its upper limit. */
  RUNG_DOMINANCE_N_X = 3,   /**< Values of x. */
  RUNG_DOMINANCE_N_Y = 4,   /**< Values of y. */
  RUNG_DOMINANCE_SE = 5,    /**< The standard error of DELTA. */
  RUNG_DOMINANCE_U = 6,     /**< Mann and Whitney's U: pairs with x > y, ties as a half. */
  RUNG_DOMINANCE_P = 7,     /**< Its two-sided p-value from the normal distribution, with the
                                       corrections for ties and for continuity. */
  RUNG_DOMINANCE_SUPERIORITY = 8 /**< U / (N_X N_Y): how often x is above y, ties as a half. */
} rung_dominance;

/** Measure a gap between two columns of different rows by order alone.
 *
 * DELTA = 2 U / (N_X N_Y) - 1. Its variance is Cliff's (1993) consistent one, ((N_Y - 1) s_x^2 +
 * (N_X - 1) s_y^2 + s_xy^2) / (N_X N_Y), from the dominance of each x, of each y and of each pair; its
 * limits are asymmetric (Feng & Cliff 2004): (d - d^3 -+ z s sqrt((1 - d^2)^2 + z^2 s^2)) / (1 - d^2 +
 * z^2 s^2). Where every x is on one side of every y, the limit is (n - z^2) / (n + z^2) with the
 * smaller n. Takes n log n steps.
 * @param x a column of numbers
 * @param y a column of numbers; its length may be another
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL: the starts
 * @param out receives the results, indexed by #rung_dominance
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (a column has fewer than
 *         2 values), #RUNG_E_LIMIT, #RUNG_E_MEMORY
 * @missing absent values do not count */
RUNG_API rung_status rung_stats_dominance(const rung_column *x, const rung_column *y,
                                          const rung_settings *settings, double *out,
                                          size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
