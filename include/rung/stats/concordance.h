/* How far two columns say the same: concordance, limits of agreement, self and others, profiles.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_CONCORDANCE_H
#define RUNG_STATS_CONCORDANCE_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_concordance(). */
typedef enum rung_concordance {
  RUNG_CONCORDANCE_CCC = 0,  /**< Lin's concordance correlation coefficient, -1 to 1. */
  RUNG_CONCORDANCE_LOW = 1,  /**< Its lower limit; NaN where n < 3 or r is 0, -1 or 1. */
  RUNG_CONCORDANCE_HIGH = 2, /**< Its upper limit. */
  RUNG_CONCORDANCE_N = 3,    /**< Rows. */
  RUNG_CONCORDANCE_R = 4,    /**< The correlation: CCC = R BIAS. */
  RUNG_CONCORDANCE_BIAS = 5, /**< Lin's C_b, 0 to 1: 1 where means and variances are equal. */
  RUNG_CONCORDANCE_RMSE = 6  /**< The root of the mean squared difference. */
} rung_concordance;

/** Measure how far two columns give the same values (Lin's concordance).
 *
 * CCC = 2 s_xy / (s_x^2 + s_y^2 + (mean x - mean y)^2) with population moments (divisor n). Unlike a
 * correlation it falls where one column is higher or wider than the other. The limits are those of
 * atanh CCC with Lin's variance (1989, with the correction of 2000).
 * @param columns two columns of numbers
 * @param missing #RUNG_MISSING_LISTWISE or #RUNG_MISSING_PAIRWISE (with two columns the same), or
 *        #RUNG_MISSING_FAIL
 * @param settings #RUNG_SETTING_CONFIDENCE; NULL: the starts
 * @param out receives the results, indexed by #rung_concordance
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (fewer than 2 rows, or
 *         both columns are one and the same constant), #RUNG_E_LIMIT, #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_concordance(const rung_column *columns, rung_missing missing,
                                            const rung_settings *settings, double *out,
                                            size_t out_count, rung_error *error);

/** The results of rung_stats_bland_altman(); d are differences x - y. */
typedef enum rung_bland_altman {
  RUNG_BLAND_ALTMAN_BIAS = 0,       /**< The mean of d. */
  RUNG_BLAND_ALTMAN_BIAS_LOW = 1,   /**< Its lower limit of confidence, from t. */
  RUNG_BLAND_ALTMAN_BIAS_HIGH = 2,  /**< Its upper limit of confidence. */
  RUNG_BLAND_ALTMAN_N = 3,          /**< Rows. */
  RUNG_BLAND_ALTMAN_SD = 4,         /**< The standard deviation of d (divisor n - 1). */
  RUNG_BLAND_ALTMAN_LOWER = 5,      /**< The lower limit of agreement: BIAS - multiple SD. */
  RUNG_BLAND_ALTMAN_LOWER_LOW = 6,  /**< Its lower limit of confidence. */
  RUNG_BLAND_ALTMAN_LOWER_HIGH = 7, /**< Its upper limit of confidence. */
  RUNG_BLAND_ALTMAN_UPPER = 8,      /**< The upper limit of agreement: BIAS + multiple SD. */
  RUNG_BLAND_ALTMAN_UPPER_LOW = 9,  /**< Its lower limit of confidence. */
  RUNG_BLAND_ALTMAN_UPPER_HIGH = 10 /**< Its upper limit of confidence. */
} rung_bland_altman;

/** Find the limits between which most differences lie (Bland & Altman 1986, 1999).
 *
 * The limits of agreement have limits of confidence themselves: each -+ t SD sqrt(1 / n + multiple^2 /
 * (2 (n - 1))) (Bland & Altman 1999, section 2).
 * @param columns two columns of numbers
 * @param multiple how many SD from the mean: above 0 up to 100; 1.96 for 95 % of normal differences
 * @param missing as in rung_stats_concordance()
 * @param settings #RUNG_SETTING_CONFIDENCE, of the limits of confidence; NULL: the starts
 * @param out receives the results, indexed by #rung_bland_altman
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (fewer than 2 rows),
 *         #RUNG_E_LIMIT, #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_bland_altman(const rung_column *columns, double multiple,
                                             rung_missing missing, const rung_settings *settings,
                                             double *out, size_t out_count, rung_error *error);

/** The results of rung_stats_self_others(). */
typedef enum rung_self_others {
  RUNG_SELF_OTHERS_AGREEING = 0, /**< How many see themselves as others do: |gap| <= BAND. */
  RUNG_SELF_OTHERS_OVER = 1,     /**< How many see themselves higher: gap > BAND. */
  RUNG_SELF_OTHERS_UNDER = 2,    /**< How many see themselves lower: gap < -BAND. */
  RUNG_SELF_OTHERS_N = 3,        /**< Rows. */
  RUNG_SELF_OTHERS_BAND = 4 /**< The width: `width` standard deviations of the others' scores. */
} rung_self_others;

/** Count who sees themselves higher than others do, lower, or alike.
 *
 * A gap is self - others; it is in agreement where it is no larger than a share of the standard
 * deviation of the others' scores (divisor n - 1), usually half of it (Atwater & Yammarino 1992).
 * @param columns two columns of numbers: self, and others
 * @param width standard deviations of the others' scores, 0 to 100
 * @param missing as in rung_stats_concordance()
 * @param out receives the results, indexed by #rung_self_others
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (fewer than 2 rows),
 *         #RUNG_E_LIMIT, #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_self_others(const rung_column *columns, double width,
                                            rung_missing missing, double *out, size_t out_count,
                                            rung_error *error);

/** What rung_stats_profiles() gives of each row. */
typedef enum rung_profile {
  RUNG_PROFILE_CORRELATION =
      0,                    /**< The correlation over the dimensions: likeness of shape, -1 to 1;
                                     NaN where there are fewer than 2 or one profile is flat. */
  RUNG_PROFILE_DISTANCE = 1 /**< D^2, the sum of squared differences: shape, spread and elevation
                                     (Cronbach & Gleser 1953); NaN where there is no dimension. */
} rung_profile;

/** Compare two profiles in each row, such as a leader's own and the others' view.
 * @param columns 2 x `dimensions` columns of numbers of one length: those of one profile, then those of
 *        the other in the same order
 * @param dimensions how many dimensions a profile has, 1 or more
 * @param which a #rung_profile
 * @param out receives one number a row; room beyond is filled with NaN
 * @param out_count how many there is room for: as many are written
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY
 * @missing of each row the dimensions that both profiles have */
RUNG_API rung_status rung_stats_profiles(const rung_column *columns, size_t dimensions,
                                         rung_profile which, double *out, size_t out_count,
                                         rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
