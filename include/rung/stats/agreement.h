/* Agreement within groups: how alike the members of a group answer.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_AGREEMENT_H
#define RUNG_STATS_AGREEMENT_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The variances that answers would have where nobody agreed, by name of the distribution. */
typedef enum rung_agreement_null {
  RUNG_AGREEMENT_NULL_UNIFORM = 0,       /**< Every point alike: (A^2 - 1) / 12. */
  RUNG_AGREEMENT_NULL_SLIGHT_SKEW = 1,   /**< A = 5 to 11. */
  RUNG_AGREEMENT_NULL_MODERATE_SKEW = 2, /**< A = 5 to 11. */
  RUNG_AGREEMENT_NULL_HEAVY_SKEW = 3,    /**< A = 5 to 11. */
  RUNG_AGREEMENT_NULL_TRIANGULAR = 4,    /**< A = 5 to 11. */
  RUNG_AGREEMENT_NULL_NORMAL = 5,        /**< A = 5 to 11. */
  RUNG_AGREEMENT_NULL_DISSENSUS = 6,     /**< Half at either end: (high - low)^2 / 4. */
  RUNG_AGREEMENT_NULL_AD_CUT = 7 /**< No variance: A / 6, up to which a mean absolute deviation is
                                    taken for agreement. */
} rung_agreement_null;

/** The results of rung_stats_agreement(). */
typedef enum rung_agreement {
  RUNG_AGREEMENT_RWG_UNIFORM = 0,        /**< r_wg(j) under #RUNG_AGREEMENT_NULL_UNIFORM. */
  RUNG_AGREEMENT_RWG_SLIGHT_SKEW = 1,    /**< r_wg(j) under a slight skew. */
  RUNG_AGREEMENT_RWG_MODERATE_SKEW = 2,  /**< r_wg(j) under a moderate skew. */
  RUNG_AGREEMENT_RWG_HEAVY_SKEW = 3,     /**< r_wg(j) under a heavy skew. */
  RUNG_AGREEMENT_RWG_TRIANGULAR = 4,     /**< r_wg(j) under a triangle. */
  RUNG_AGREEMENT_RWG_NORMAL = 5,         /**< r_wg(j) under a normal shape. */
  RUNG_AGREEMENT_RWG_DISSENSUS = 6,      /**< r_wg(j) under maximum dissensus. */
  RUNG_AGREEMENT_STAR_UNIFORM = 7,       /**< r*_wg(j), which may be negative. */
  RUNG_AGREEMENT_STAR_SLIGHT_SKEW = 8,   /**< r*_wg(j) under a slight skew. */
  RUNG_AGREEMENT_STAR_MODERATE_SKEW = 9, /**< r*_wg(j) under a moderate skew. */
  RUNG_AGREEMENT_STAR_HEAVY_SKEW = 10,   /**< r*_wg(j) under a heavy skew. */
  RUNG_AGREEMENT_STAR_TRIANGULAR = 11,   /**< r*_wg(j) under a triangle. */
  RUNG_AGREEMENT_STAR_NORMAL = 12,       /**< r*_wg(j) under a normal shape. */
  RUNG_AGREEMENT_STAR_DISSENSUS = 13,    /**< r*_wg(j) under maximum dissensus. */
  RUNG_AGREEMENT_AWG = 14,       /**< a_wg, the mean over the columns for which it is defined. */
  RUNG_AGREEMENT_AD_MEAN = 15,   /**< Mean absolute deviation around the mean. */
  RUNG_AGREEMENT_AD_MEDIAN = 16, /**< Mean absolute deviation around the median. */
  RUNG_AGREEMENT_SD = 17,        /**< Standard deviation, n - 1. */
  RUNG_AGREEMENT_VARIANCE = 18,  /**< Variance, n - 1. */
  RUNG_AGREEMENT_MEAN = 19,      /**< Mean. */
  RUNG_AGREEMENT_N = 20,         /**< Rows that count. */
  RUNG_AGREEMENT_LOW = 21,       /**< Lower limit of r_wg under the uniform null. */
  RUNG_AGREEMENT_HIGH = 22       /**< Upper limit. */
} rung_agreement;

/** Say how large the variance is where nobody agrees, under each distribution that has a name.
 *
 * Uniform and dissensus are formulas (James, Demaree & Wolf 1984; Lindell & Brandt 1997). The
 * others are those of LeBreton & Senter (2008, table 2): for A = 5 they are worked out from the
 * shares of the five points, for 6 to 11 the printed variances are given; for other A they are NaN.
 * A = high - low + 1. The cut of the mean absolute deviation is A / 6 (Burke & Dunlap 2002).
 * @param low the lowest point of the scale
 * @param high the highest, a whole number from 1 to 1,000 above `low`
 * @param out receives results by #rung_agreement_null
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_stats_agreement_nulls(double low, double high, double *out,
                                                size_t out_count, rung_error *error);

/** Say for each group how far its members agree.
 *
 * With s_j^2 the variance (n - 1) of column j within the group, m its mean over the J columns and v
 * the variance under a null:
 * - r_wg(j) = J (1 - q) / (J (1 - q) + q), q = min(m, v) / v (James, Demaree & Wolf 1984); of one
 *   column it is r_wg = 1 - q. It grows with J.
 * - r*_wg(j) = 1 - m / v (Lindell, Brandt & Whitney 1999): not cut at 0, and it does not grow with J.
 * - a_wg = 1 - 2 s^2 / (((H + L) M - M^2 - H L) n / (n - 1)) with mean M on a scale L to H (Brown &
 *   Hauenstein 2005); 1 where all are at one end, and not defined where M is beyond
 *   (L (n - 1) + H) / n or (H (n - 1) + L) / n; over columns, the mean of those that are defined.
 * - AD = mean |x - centre| around mean or median, then the mean over columns (Burke, Finkelstein &
 *   Dusig 1999).
 *
 * The limits are of one column whose values all are points of the scale (whole steps from `low`), and
 * are only reckoned where `each` asks for them: quantiles of r_wg, uniform, over the posterior of
 * the shares of the points, Dirichlet with 1 / A added to each count (Perks 1947), by
 * #RUNG_SETTING_REPLICATES draws of #RUNG_SETTING_SEED. They are about the group as a sample of more
 * people like these; where everybody was asked, r_wg has no error.
 * @param values columns of answers on one scale; items that are reversed are turned before
 * @param value_count how many columns, 1 or more
 * @param groups a label per row
 * @param low the lowest point of the scale
 * @param high the highest, a whole number from 1 to 1,000 above `low`
 * @param missing #RUNG_MISSING_LISTWISE (rows with every value), #RUNG_MISSING_PAIRWISE (each column
 * by itself; N is of the rows with any value, and a column with fewer than two in a group is left out
 * of that group's means) or #RUNG_MISSING_FAIL
 * @param settings confidence, seed, replicates and work (a step is a share drawn), or NULL
 * @param each how many results of #rung_agreement are wanted of each group, 1 or more
 * @param out receives result r of group g at `g * each + r`
 * @param out_count room in `out`: groups * each for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (infinite or off the scale, with row and column;
 * absent under #RUNG_MISSING_FAIL), #RUNG_E_LIMIT, #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no group
 * has two rows; N and MEAN are there all the same)
 * @shape `out[group * each + result]`, groups as rung_stats_groups() numbers and counts them.
 * @missing A row without a label is in no group. A group with fewer than two rows has N and MEAN
 * only. */
RUNG_API rung_status rung_stats_agreement(const rung_column *values, size_t value_count,
                                          const rung_column *groups, double low, double high,
                                          rung_missing missing, const rung_settings *settings,
                                          size_t each, double *out, size_t out_count,
                                          rung_error *error);

/** The results of rung_stats_agreement_chance(). */
typedef enum rung_agreement_chance {
  RUNG_AGREEMENT_CHANCE_MEAN = 0,    /**< Mean of r_wg(j) where nobody agrees. */
  RUNG_AGREEMENT_CHANCE_Q50 = 1,     /**< Its median. */
  RUNG_AGREEMENT_CHANCE_Q90 = 2,     /**< Its 90 % quantile. */
  RUNG_AGREEMENT_CHANCE_Q95 = 3,     /**< Its 95 % quantile: from here on, more than chance. */
  RUNG_AGREEMENT_CHANCE_Q99 = 4,     /**< Its 99 % quantile. */
  RUNG_AGREEMENT_CHANCE_AD_MEAN = 5, /**< Mean of the mean absolute deviation around the mean. */
  RUNG_AGREEMENT_CHANCE_AD_Q05 = 6,  /**< Its 5 % quantile: up to here, less than chance. */
  RUNG_AGREEMENT_CHANCE_AD_Q01 = 7   /**< Its 1 % quantile. */
} rung_agreement_chance;

/** Say how much agreement chance alone would show in a group of this size.
 *
 * Draws #RUNG_SETTING_REPLICATES groups whose members answer every item by themselves, with the
 * shares given, and takes r_wg(j) under the variance of these very shares, and AD around the mean
 * (Cohen, Doveh & Eick 2001; Dunlap, Burke & Smith-Crowe 2003). Quantiles are of type 7.
 * @param shares a weight of 0 or more for each point of the scale, lowest first; of any sum
 * @param members people of a group, 2 or more
 * @param items items, 1 or more, that are answered independently
 * @param settings seed, replicates and work (a step is an answer drawn), or NULL
 * @param out receives results by #rung_agreement_chance
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (a share absent, negative or infinite),
 * #RUNG_E_LIMIT (more answers than #RUNG_SETTING_WORK), #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (the
 * shares are all on one point)
 * @missing No share may be absent. */
RUNG_API rung_status rung_stats_agreement_chance(const rung_column *shares, size_t members,
                                                 size_t items, const rung_settings *settings,
                                                 double *out, size_t out_count, rung_error *error);

/** The results of rung_stats_camps(). */
typedef enum rung_camps {
  RUNG_CAMPS_AGREEMENT = 0, /**< van der Eijk's A: 1 one point, 0 uniform, -1 half at either end. */
  RUNG_CAMPS_FOUND = 1,     /**< 1: there are two camps; 0: there are not. */
  RUNG_CAMPS_LOWER_POINT = 2,  /**< The point of the lower camp, from 1; NaN: none. */
  RUNG_CAMPS_LOWER_SHARE = 3,  /**< Its share of the answers. */
  RUNG_CAMPS_UPPER_POINT = 4,  /**< The point of the upper camp; NaN: none. */
  RUNG_CAMPS_UPPER_SHARE = 5,  /**< Its share of the answers. */
  RUNG_CAMPS_VALLEY_SHARE = 6, /**< The least share of a point between them. */
  RUNG_CAMPS_N = 7             /**< Answers. */
} rung_camps;

/** Say whether a group is divided into two camps.
 *
 * Two points are camps where each holds at least `least_share` of the answers, at least one point
 * lies between them, and some point between holds at most half of what the smaller camp holds: a
 * declared rule, not a test, so that it can be told in a sentence. Of several pairs, that whose
 * smaller camp is largest is told, then that whose larger camp is, then the widest, then the lowest.
 * A mean between two camps describes nobody.
 *
 * Beside it stands A of van der Eijk (2001): the counts are taken apart into layers of equal height,
 * each a row of points that are there or not; a layer of S points of K has
 * A = U (1 - (S - 1) / (K - 1)), U = ((K - 2) T_u - (K - 1) T_d) / ((K - 2) (T_u + T_d)), T_u and T_d
 * the triples of points with two there that are neighbours in the triple, or are not; U is 1 where
 * there are no such triples. A of the whole is the mean by the layers' share of the answers.
 * @param counts a count, 0 or more, for each point of the scale, lowest first: 2 to 1,001
 * @param least_share the share that makes a camp: above 0, up to 0.5
 * @param out receives results by #rung_camps
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (a count absent, negative or infinite),
 * #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no answers)
 * @missing No count may be absent. */
RUNG_API rung_status rung_stats_camps(const rung_column *counts, double least_share, double *out,
                                      size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
