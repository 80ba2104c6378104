/* How two columns go together: Pearson, Spearman, Kendall, and what error took from it.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_ASSOCIATION_H
#define RUNG_STATS_ASSOCIATION_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_pearson() and rung_stats_spearman(). */
typedef enum rung_association {
  RUNG_ASSOCIATION_R = 0,    /**< The correlation, -1 to 1. */
  RUNG_ASSOCIATION_LOW = 1,  /**< The lower limit; NaN where n < 4 or r is -1 or 1. */
  RUNG_ASSOCIATION_HIGH = 2, /**< The upper limit. */
  RUNG_ASSOCIATION_N = 3,    /**< Rows; with weights the effective number, (sum w)^2 / sum w^2. */
  RUNG_ASSOCIATION_T = 4,    /**< r sqrt((n - 2) / (1 - r^2)); infinite where r is -1 or 1. */
  RUNG_ASSOCIATION_DF = 5,   /**< n - 2. */
  RUNG_ASSOCIATION_P = 6     /**< The two-sided p-value of T with DF degrees of freedom. */
} rung_association;

/** Correlate two columns (Pearson).
 *
 * r = sum w dx dy / sqrt(sum w dx^2 sum w dy^2), d from the weighted means. The limits are
 * tanh(atanh r -+ z / sqrt(n - 3)) (Fisher 1921); with weights n is the effective number, which is an
 * approximation.
 * @param columns two columns of numbers
 * @param weight a weight of 0 or more a row, or NULL: each weighs 1
 * @param missing #RUNG_MISSING_LISTWISE or #RUNG_MISSING_PAIRWISE (with two columns the same), or
 *        #RUNG_MISSING_FAIL
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL: the starts
 * @param out receives the results, indexed by #rung_association
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (fewer than 2 rows, or a
 *         constant column), #RUNG_E_LIMIT, #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_pearson(const rung_column *columns, const rung_column *weight,
                                        rung_missing missing, const rung_settings *settings,
                                        double *out, size_t out_count, rung_error *error);

/** Correlate the ranks of two columns (Spearman).
 *
 * Pearson's correlation of mid-ranks (equal values share their mean rank). The limits are
 * tanh(atanh r -+ z sqrt((1 + r^2 / 2) / (n - 3))) (Bonett & Wright 2000); the p-value is that of t,
 * an approximation that is good from about ten rows on.
 * @param columns two columns of numbers
 * @param missing as in rung_stats_pearson()
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL: the starts
 * @param out receives the results, indexed by #rung_association
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return as rung_stats_pearson() */
RUNG_API rung_status rung_stats_spearman(const rung_column *columns, rung_missing missing,
                                         const rung_settings *settings, double *out,
                                         size_t out_count, rung_error *error);

/** The results of rung_stats_kendall(). */
typedef enum rung_kendall {
  RUNG_KENDALL_TAU = 0,        /**< tau-b, -1 to 1. */
  RUNG_KENDALL_LOW = 1,        /**< The lower limit of tau-b; NaN where SE is 0. */
  RUNG_KENDALL_HIGH = 2,       /**< The upper limit of tau-b. */
  RUNG_KENDALL_N = 3,          /**< Rows. */
  RUNG_KENDALL_SE = 4,         /**< The standard error of tau-b, independence not supposed. */
  RUNG_KENDALL_Z = 5,          /**< (C - D) over its standard deviation under independence. */
  RUNG_KENDALL_P = 6,          /**< The two-sided p-value of Z. */
  RUNG_KENDALL_CONCORDANT = 7, /**< C: pairs of rows in the same order in both columns. */
  RUNG_KENDALL_DISCORDANT = 8, /**< D: pairs of rows in opposite order. */
  RUNG_KENDALL_GAMMA = 9,      /**< (C - D) / (C + D) (Goodman & Kruskal 1954); NaN: C + D is 0. */
  RUNG_KENDALL_GAMMA_LOW = 10, /**< The lower limit of gamma; NaN where its error is 0. */
  RUNG_KENDALL_GAMMA_HIGH = 11 /**< The upper limit of gamma. */
} rung_kendall;

/** Measure the agreement of two orders (Kendall's tau-b, Goodman and Kruskal's gamma).
 *
 * tau-b = (C - D) / sqrt((T - Tx)(T - Ty)), T all pairs, Tx and Ty those tied in a column (Kendall
 * 1945). Its limits are tanh(atanh tau -+ z SE / (1 - tau^2)), SE after Brown & Benedetti (1977); those
 * of gamma likewise, after Goodman & Kruskal (1963). The variance of Z has the correction for ties
 * (Kendall 1970) and no correction for continuity. Takes n log n steps: two readings of many people
 * are compared as quickly as two columns are sorted.
 * @param columns two columns of numbers, such as two readings' levels
 * @param missing as in rung_stats_pearson()
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL: the starts
 * @param out receives the results, indexed by #rung_kendall
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return as rung_stats_pearson() */
RUNG_API rung_status rung_stats_kendall(const rung_column *columns, rung_missing missing,
                                        const rung_settings *settings, double *out,
                                        size_t out_count, rung_error *error);

/** Divide a correlation by what unreliability took from it (Spearman 1904).
 *
 * r / sqrt(rxx ryy). The result can be beyond -1 or 1, where the reliabilities are underestimated or
 * r is by chance; it is not cut. A limit of r divided in the same way is a limit of the result, the
 * reliabilities taken as known.
 * @param correlation r, or a limit of it, -1 to 1
 * @param reliability_x the reliability of one column, above 0 up to 1
 * @param reliability_y that of the other
 * @return the correlation of true scores; NaN where a number is out of its range */
RUNG_API double rung_stats_disattenuated(double correlation, double reliability_x,
                                         double reliability_y);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
