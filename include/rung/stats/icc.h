/* Intraclass correlation: how much of the variance lies between groups, or between what is rated.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_ICC_H
#define RUNG_STATS_ICC_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_icc_groups(). Negative values are kept: groups that are more alike than
 * chance makes them. */
typedef enum rung_icc_groups {
  RUNG_ICC_GROUPS_ICC1 = 0,           /**< (B - W) / (B + (n* - 1) W), n* the mean size. */
  RUNG_ICC_GROUPS_ICC1_LOW = 1,       /**< Lower limit. */
  RUNG_ICC_GROUPS_ICC1_HIGH = 2,      /**< Upper limit. */
  RUNG_ICC_GROUPS_ICC2 = 3,           /**< (B - W) / B: the reliability of means of groups. */
  RUNG_ICC_GROUPS_ICC2_LOW = 4,       /**< Lower limit. */
  RUNG_ICC_GROUPS_ICC2_HIGH = 5,      /**< Upper limit. */
  RUNG_ICC_GROUPS_UNBIASED = 6,       /**< ICC(1) with n0 in the place of n*. */
  RUNG_ICC_GROUPS_UNBIASED_LOW = 7,   /**< Lower limit. */
  RUNG_ICC_GROUPS_UNBIASED_HIGH = 8,  /**< Upper limit. */
  RUNG_ICC_GROUPS_F = 9,              /**< B / W; infinite where nothing varies within. */
  RUNG_ICC_GROUPS_DF1 = 10,           /**< Groups - 1. */
  RUNG_ICC_GROUPS_DF2 = 11,           /**< Rows - groups. */
  RUNG_ICC_GROUPS_P = 12,             /**< p of F. */
  RUNG_ICC_GROUPS_BETWEEN = 13,       /**< B, the mean square between groups. */
  RUNG_ICC_GROUPS_WITHIN = 14,        /**< W, the mean square within. */
  RUNG_ICC_GROUPS_GROUPS = 15,        /**< Groups with a value, J. */
  RUNG_ICC_GROUPS_N = 16,             /**< Rows that count, N. */
  RUNG_ICC_GROUPS_MEAN_SIZE = 17,     /**< n* = N / J. */
  RUNG_ICC_GROUPS_UNBIASED_SIZE = 18, /**< n0 = (N - sum n_g^2 / N) / (J - 1). */
  RUNG_ICC_GROUPS_ETA_SQUARED = 19,   /**< Share of the sum of squares between groups. */
  RUNG_ICC_GROUPS_OMEGA_SQUARED = 20, /**< (SSB - (J - 1) W) / (SST + W). */
  RUNG_ICC_GROUPS_DESIGN_EFFECT = 21  /**< 1 + (n* - 1) ICC(1). */
} rung_icc_groups;

/** Say how much of a value's variance lies between groups: ICC(1), ICC(2).
 *
 * One-way random analysis of variance (Bartko 1976; Shrout & Fleiss 1979; Bliese 2000). Two sizes are
 * in use where groups are of different size: their mean n* (Bliese's multilevel, psych), and n0, under
 * which the variance between groups is estimated without bias; both are given. Limits: with
 * F_L = F / q(1 - a/2; J - 1, N - J), F_U = F q(1 - a/2; N - J, J - 1), (F_L - 1) / (F_L + n - 1) and
 * 1 - 1 / F_L; exact for normal values in groups of one size. Variance components by restricted maximum
 * likelihood are not offered: they cannot be negative.
 * @param value a column of numbers
 * @param groups a label per row
 * @param settings confidence, or NULL
 * @param out receives results by #rung_icc_groups
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (infinite, with its row), #RUNG_E_LIMIT,
 * #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (fewer than two groups, no group with two rows, or all values
 * are the same)
 * @missing Rows without a value or a label do not count. */
RUNG_API rung_status rung_stats_icc_groups(const rung_column *value, const rung_column *groups,
                                           const rung_settings *settings, double *out,
                                           size_t out_count, rung_error *error);

/** Say how reliable the mean of a group of each size is.
 *
 * n icc / (1 + (n - 1) icc), the formula of Spearman (1910) and Brown (1910).
 * @param icc ICC(1), above -1 up to 1
 * @param sizes a size, 1 or more, per group
 * @param out receives a reliability per row; NaN for an absent size, or where the formula has none
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (a size below 1 or infinite), #RUNG_E_LIMIT,
 * #RUNG_E_MEMORY
 * @shape `out[row]`. */
RUNG_API rung_status rung_stats_icc_mean_reliability(double icc, const rung_column *sizes,
                                                     double *out, size_t out_count,
                                                     rung_error *error);

/** The results of rung_stats_icc_raters(). B, J, E, W are the mean squares between units, between
 * raters, of the residual, and within units. */
typedef enum rung_icc_raters {
  RUNG_ICC_RATERS_1 = 0,               /**< ICC(1,1): each unit has its own raters; one rating. */
  RUNG_ICC_RATERS_1_LOW = 1,           /**< Lower limit. */
  RUNG_ICC_RATERS_1_HIGH = 2,          /**< Upper limit. */
  RUNG_ICC_RATERS_2 = 3,               /**< ICC(2,1): raters by chance, their level counts. */
  RUNG_ICC_RATERS_2_LOW = 4,           /**< Lower limit. */
  RUNG_ICC_RATERS_2_HIGH = 5,          /**< Upper limit. */
  RUNG_ICC_RATERS_3 = 6,               /**< ICC(3,1): these raters, their level does not count. */
  RUNG_ICC_RATERS_3_LOW = 7,           /**< Lower limit. */
  RUNG_ICC_RATERS_3_HIGH = 8,          /**< Upper limit. */
  RUNG_ICC_RATERS_1K = 9,              /**< ICC(1,k): the mean of k ratings. */
  RUNG_ICC_RATERS_1K_LOW = 10,         /**< Lower limit. */
  RUNG_ICC_RATERS_1K_HIGH = 11,        /**< Upper limit. */
  RUNG_ICC_RATERS_2K = 12,             /**< ICC(2,k). */
  RUNG_ICC_RATERS_2K_LOW = 13,         /**< Lower limit; NaN: there is none below. */
  RUNG_ICC_RATERS_2K_HIGH = 14,        /**< Upper limit. */
  RUNG_ICC_RATERS_3K = 15,             /**< ICC(3,k), which is Cronbach's alpha. */
  RUNG_ICC_RATERS_3K_LOW = 16,         /**< Lower limit. */
  RUNG_ICC_RATERS_3K_HIGH = 17,        /**< Upper limit. */
  RUNG_ICC_RATERS_F_ONE = 18,          /**< B / W, of ICC(1). */
  RUNG_ICC_RATERS_F_ONE_DF1 = 19,      /**< n - 1. */
  RUNG_ICC_RATERS_F_ONE_DF2 = 20,      /**< n (k - 1). */
  RUNG_ICC_RATERS_F_ONE_P = 21,        /**< Its p. */
  RUNG_ICC_RATERS_F_TWO = 22,          /**< B / E, of ICC(2) and ICC(3). */
  RUNG_ICC_RATERS_F_TWO_DF1 = 23,      /**< n - 1. */
  RUNG_ICC_RATERS_F_TWO_DF2 = 24,      /**< (n - 1)(k - 1). */
  RUNG_ICC_RATERS_F_TWO_P = 25,        /**< Its p. */
  RUNG_ICC_RATERS_F_RATERS = 26,       /**< J / E: whether raters differ in level. */
  RUNG_ICC_RATERS_F_RATERS_DF1 = 27,   /**< k - 1. */
  RUNG_ICC_RATERS_F_RATERS_P = 28,     /**< Its p, with (n - 1)(k - 1) below. */
  RUNG_ICC_RATERS_BETWEEN = 29,        /**< B. */
  RUNG_ICC_RATERS_RATERS = 30,         /**< J. */
  RUNG_ICC_RATERS_RESIDUAL = 31,       /**< E. */
  RUNG_ICC_RATERS_WITHIN = 32,         /**< W. */
  RUNG_ICC_RATERS_UNIT_VARIANCE = 33,  /**< (B - E) / k, which may be negative. */
  RUNG_ICC_RATERS_RATER_VARIANCE = 34, /**< (J - E) / n, which may be negative. */
  RUNG_ICC_RATERS_N = 35,              /**< Units, n. */
  RUNG_ICC_RATERS_K = 36               /**< Raters, k. */
} rung_icc_raters;

/** Say how far raters agree in numbers: the six forms of Shrout & Fleiss.
 *
 * (1,1) (B - W) / (B + (k - 1) W); (2,1) (B - E) / (B + (k - 1) E + k (J - E) / n); (3,1)
 * (B - E) / (B + (k - 1) E); (1,k) (B - W) / B; (2,k) (B - E) / (B + (J - E) / n); (3,k) (B - E) / B,
 * and the limits of Shrout & Fleiss (1979), that of form 2 with the degrees of freedom of Satterthwaite
 * (Fleiss & Shrout 1978). Which form holds is a matter of the design, not of the result.
 * @param raters columns of numbers, a row per unit
 * @param count how many raters, 2 or more
 * @param missing #RUNG_MISSING_LISTWISE (units with all ratings) or #RUNG_MISSING_FAIL
 * @param settings confidence, or NULL
 * @param out receives results by #rung_icc_raters
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY,
 * #RUNG_E_NOT_ESTIMABLE (fewer than two units, or all ratings are the same) */
RUNG_API rung_status rung_stats_icc_raters(const rung_column *raters, size_t count,
                                           rung_missing missing, const rung_settings *settings,
                                           double *out, size_t out_count, rung_error *error);

/** The results of rung_stats_between_within(). */
typedef enum rung_between_within {
  RUNG_BETWEEN_WITHIN_R = 0,         /**< Correlation of x and y. */
  RUNG_BETWEEN_WITHIN_R_BETWEEN = 1, /**< Of the means of groups, each weighing its rows. */
  RUNG_BETWEEN_WITHIN_R_WITHIN = 2,  /**< Of the distances from the means of groups. */
  RUNG_BETWEEN_WITHIN_P_BETWEEN = 3, /**< p of R_BETWEEN, two-sided, by t with J - 2. */
  RUNG_BETWEEN_WITHIN_P_WITHIN =
      4, /**< p of R_WITHIN, two-sided, by t with N - J - 2, as psych has it: one fewer
                                             than a partial correlation would. */
  RUNG_BETWEEN_WITHIN_ETA_BETWEEN_X = 5, /**< Correlation of x with the means of its groups. */
  RUNG_BETWEEN_WITHIN_ETA_BETWEEN_Y = 6, /**< Correlation of y with the means of its groups. */
  RUNG_BETWEEN_WITHIN_ETA_WITHIN_X = 7,  /**< Correlation of x with its distances from them. */
  RUNG_BETWEEN_WITHIN_ETA_WITHIN_Y = 8,  /**< Correlation of y with its distances from them. */
  RUNG_BETWEEN_WITHIN_N = 9,             /**< Rows with x, y and a group, N. */
  RUNG_BETWEEN_WITHIN_GROUPS = 10        /**< Groups with a value, J. */
} rung_between_within;

/** Take a correlation apart: between groups and within them.
 *
 * r = eta_bx eta_by r_b + eta_wx eta_wy r_w where every row has both values (Robinson 1950; Dansereau,
 * Alutto & Yammarino 1984). The two parts may point in opposite ways: what holds of units need not hold
 * of people.
 * @param x a column of numbers
 * @param y a column of numbers
 * @param groups a label per row
 * @param missing #RUNG_MISSING_LISTWISE; #RUNG_MISSING_PAIRWISE: means of groups and ETA over the rows
 * that each variable has, R and R_WITHIN over those with both, R_BETWEEN over all rows with a label
 * whose group has both means; #RUNG_MISSING_FAIL
 * @param out receives results by #rung_between_within; NaN where something does not vary
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY,
 * #RUNG_E_NOT_ESTIMABLE (x or y does not vary) */
RUNG_API rung_status rung_stats_between_within(const rung_column *x, const rung_column *y,
                                               const rung_column *groups, rung_missing missing,
                                               double *out, size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
