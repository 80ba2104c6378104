/* What a column is like: its middle, its spread, its shape, its quantiles and its shares.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_DESCRIBE_H
#define RUNG_STATS_DESCRIBE_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_describe(). d is the distance of a value from the mean, m_r the mean of
 * d^r with divisor n, s the standard deviation. */
typedef enum rung_describe {
  RUNG_DESCRIBE_MEAN = 0,        /**< sum x / n */
  RUNG_DESCRIBE_N = 1,           /**< values there are */
  RUNG_DESCRIBE_ABSENT = 2,      /**< values there are not */
  RUNG_DESCRIBE_VARIANCE = 3,    /**< sum d^2 / (n - 1) */
  RUNG_DESCRIBE_SD = 4,          /**< its square root, s */
  RUNG_DESCRIBE_SE = 5,          /**< s / sqrt(n) */
  RUNG_DESCRIBE_MEDIAN = 6,      /**< the middle value, or the mean of the middle two */
  RUNG_DESCRIBE_TRIMMED = 7,     /**< the mean without the floor(n trim) least and greatest */
  RUNG_DESCRIBE_MAD = 8,         /**< 1.4826 times the median distance from the median */
  RUNG_DESCRIBE_LEAST = 9,       /**< the least value */
  RUNG_DESCRIBE_GREATEST = 10,   /**< the greatest value */
  RUNG_DESCRIBE_RANGE = 11,      /**< greatest - least */
  RUNG_DESCRIBE_SKEW_1 = 12,     /**< g1 = m_3 / m_2^1.5 */
  RUNG_DESCRIBE_SKEW_2 = 13,     /**< G1 = g1 sqrt(n (n - 1)) / (n - 2): SAS, SPSS */
  RUNG_DESCRIBE_SKEW_3 = 14,     /**< b1 = m_3 / s^3: psych, Minitab */
  RUNG_DESCRIBE_KURTOSIS_1 = 15, /**< g2 = m_4 / m_2^2 - 3 */
  RUNG_DESCRIBE_KURTOSIS_2 = 16, /**< G2 = ((n + 1) g2 + 6) (n - 1) / ((n - 2) (n - 3)) */
  RUNG_DESCRIBE_KURTOSIS_3 = 17  /**< b2 = m_4 / s^4 - 3 */
} rung_describe;

/** Describe a column. The three types of skew and kurtosis are those of Joanes & Gill (1998).
 * @param column numbers
 * @param trim the share that the trimmed mean leaves out at each end: 0 up to, not including, 0.5;
 *        0.1 is usual
 * @param out receives results by #rung_describe
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (an infinite value), #RUNG_E_LIMIT,
 *         #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no value at all, or values too large to sum)
 * @missing left out and counted. */
RUNG_API rung_status rung_stats_describe(const rung_column *column, double trim, double *out,
                                         size_t out_count, rung_error *error);

/** Describe a column by group, each group as rung_stats_describe() does. Groups stand in the order
 * in which they first come; rows without a group are left out.
 * @param column numbers
 * @param group text or numbers: the group of each row
 * @param trim as for rung_stats_describe()
 * @param each how many results of #rung_describe are wanted of each group, 1 or more
 * @param groups receives how many groups there are; may be NULL
 * @param out receives result r of group g at `g * each + r`; a group without values has n 0
 * @param out_count room in `out`: groups * each for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY,
 *         #RUNG_E_NOT_ESTIMABLE (no group at all)
 * @missing left out and counted, by group. */
RUNG_API rung_status rung_stats_describe_groups(const rung_column *column, const rung_column *group,
                                                double trim, size_t each, size_t *groups,
                                                double *out, size_t out_count, rung_error *error);

/** The results of rung_stats_describe_weighted(). Programs differ in what a weighted variance is; all
 * of them stand side by side. D is sum w d^2 about the weighted mean. */
typedef enum rung_weighted {
  RUNG_WEIGHTED_MEAN = 0,                /**< sum w x / sum w */
  RUNG_WEIGHTED_N = 1,                   /**< values of positive weight */
  RUNG_WEIGHTED_WEIGHT = 2,              /**< sum w */
  RUNG_WEIGHTED_VARIANCE_FREQUENCY = 3,  /**< D / (sum w - 1): a weight counts equal rows */
  RUNG_WEIGHTED_VARIANCE_POPULATION = 4, /**< D / sum w: maximum likelihood */
  RUNG_WEIGHTED_VARIANCE_RELIABILITY =
      5,                             /**< D / (sum w - sum w^2 / sum w): unbiased for precisions */
  RUNG_WEIGHTED_VARIANCE_DESIGN = 6, /**< n / (n - 1) D / sum w: design weights */
  RUNG_WEIGHTED_SE = 7,              /**< sqrt(n / (n - 1) sum w^2 d^2) / sum w: linearised */
  RUNG_WEIGHTED_DESIGN_EFFECT = 8,   /**< n sum w^2 / (sum w)^2 (Kish 1965) */
  RUNG_WEIGHTED_EFFECTIVE_N = 9      /**< (sum w)^2 / sum w^2 */
} rung_weighted;

/** Describe a weighted column.
 * @param column numbers
 * @param weight weights, 0 or more; NULL for 1 each
 * @param out receives results by #rung_weighted
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (an infinite value or a bad weight),
 *         #RUNG_E_LIMIT, #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no value of positive weight)
 * @missing left out, with their weights. */
RUNG_API rung_status rung_stats_describe_weighted(const rung_column *column,
                                                  const rung_column *weight, double *out,
                                                  size_t out_count, rung_error *error);

/** The conventions of quantiles. New ones go last. x_(k) is the k-th least of n values, W_k the sum
 * of the weights of the k least, W that of all. */
typedef enum rung_quantile {
  RUNG_QUANTILE_TYPE_1 = 1, /**< the inverse of the empirical distribution (Hyndman & Fan 1996) */
  RUNG_QUANTILE_TYPE_2 = 2, /**< the same, with the mean of two where it is level */
  RUNG_QUANTILE_TYPE_3 = 3, /**< the nearest order statistic, the even one of two: SAS */
  RUNG_QUANTILE_TYPE_4 = 4, /**< linear, p_k = k / n */
  RUNG_QUANTILE_TYPE_5 = 5, /**< linear, p_k = (k - 1/2) / n */
  RUNG_QUANTILE_TYPE_6 = 6, /**< linear, p_k = k / (n + 1): Minitab, SPSS */
  RUNG_QUANTILE_TYPE_7 = 7, /**< linear, p_k = (k - 1) / (n - 1): R, S, spreadsheets */
  RUNG_QUANTILE_TYPE_8 = 8, /**< linear, p_k = (k - 1/3) / (n + 1/3) */
  RUNG_QUANTILE_TYPE_9 = 9, /**< linear, p_k = (k - 3/8) / (n + 1/4) */
  RUNG_QUANTILE_INTERPOLATED = 10, /**< for answers in whole categories of width 1, each spread
                                      evenly over its category: with m the type-6 midpoint of the
                                      two values about (n + 1) p, b values below m and a values at
                                      m, m - 1/2 + (n p - b) / a; m where a is at most 1 */
  RUNG_QUANTILE_INVERSE = 11,      /**< weighted: the least x of which W_k / W reaches p */
  RUNG_QUANTILE_WEIGHTED_7 = 12,   /**< weighted: linear, p_k = W_(k-1) / W_(n-1) */
  RUNG_QUANTILE_FREQUENCY_7 = 13,  /**< weighted: type 7 of W rows, a weight counting equal rows:
                                     linear between the values at floor(h) and floor(h) + 1, h =
                                     1 + (W - 1) p, where the value at r is the least x of which
                                     W_k reaches r: Hmisc */
  RUNG_QUANTILE_WEIGHTED_4 = 14    /**< weighted: linear over distinct values, p_k = W_k / W: Hmisc
                                    "i/n" */
} rung_quantile;

/** Find quantiles of a column.
 * @param column numbers
 * @param weight weights, 0 or more; NULL for 1 each. Only #RUNG_QUANTILE_INVERSE and what follows it
 *        take weights
 * @param how the convention
 * @param probability `out_count` numbers from 0 to 1
 * @param out receives the quantile of each probability
 * @param out_count how many probabilities and results
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT (a probability out of range, no such convention, weights that it
 *         does not take), #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no
 *         value of positive weight)
 * @missing left out, with their weights. */
RUNG_API rung_status rung_stats_quantiles(const rung_column *column, const rung_column *weight,
                                          rung_quantile how, const double *probability, double *out,
                                          size_t out_count, rung_error *error);

/** The results of rung_stats_frequencies(). */
typedef enum rung_frequencies {
  RUNG_FREQUENCIES_N = 0,      /**< rows that have a value, of positive weight */
  RUNG_FREQUENCIES_ABSENT = 1, /**< the share of all rows, by weight, that have none */
  RUNG_FREQUENCIES_OTHER = 2,  /**< the share of those that have one that is no category */
  RUNG_FREQUENCIES_FIRST = 3   /**< the share of those that is the first category; the other
                                  categories follow */
} rung_frequencies;

/** Find the share of each category among the values of a column.
 * @param column numbers
 * @param weight weights, 0 or more; NULL for 1 each
 * @param category `categories` different numbers
 * @param categories how many, 1 or more
 * @param out receives results by #rung_frequencies: 3 + categories in all
 * @param out_count room in `out`
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT (a category is NaN, or twice there), #RUNG_E_ANSWERS,
 *         #RUNG_E_LIMIT, #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no value of positive weight)
 * @missing left out of the shares; their own share is a result. */
RUNG_API rung_status rung_stats_frequencies(const rung_column *column, const rung_column *weight,
                                            const double *category, size_t categories, double *out,
                                            size_t out_count, rung_error *error);

/** The results of rung_stats_item_exam(), of each item. The total is the sum of all items. */
typedef enum rung_item_exam {
  RUNG_ITEM_EXAM_TOTAL = 0,          /**< correlation of the item with the total */
  RUNG_ITEM_EXAM_REST = 1,           /**< correlation with the total of the other items */
  RUNG_ITEM_EXAM_MEAN = 2,           /**< mean, for 0/1 items the difficulty */
  RUNG_ITEM_EXAM_SD = 3,             /**< standard deviation, divisor n - 1 */
  RUNG_ITEM_EXAM_DISCRIMINATION = 4, /**< mean in the floor(n/3) rows of the highest total less mean
                                        in the floor(n/3) of the lowest; equal totals keep the order
                                        of the rows */
  RUNG_ITEM_EXAM_RELIABILITY = 5,    /**< TOTAL times the standard deviation with divisor n */
  RUNG_ITEM_EXAM_RELIABILITY_REST = 6, /**< REST times the standard deviation with divisor n */
  RUNG_ITEM_EXAM_N = 7                 /**< rows that counted */
} rung_item_exam;

/** Examine the items of one scale, as classical test theory does (Allen & Yen 1979).
 * @param columns the items, numbers
 * @param count how many, 2 or more
 * @param missing #RUNG_MISSING_LISTWISE or #RUNG_MISSING_FAIL
 * @param each how many results of #rung_item_exam are wanted of each item, 1 or more
 * @param out receives result r of item i at `i * each + r`
 * @param out_count room in `out`: count * each for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY,
 *         #RUNG_E_NOT_ESTIMABLE (fewer than two rows)
 * @missing as `missing` says. */
RUNG_API rung_status rung_stats_item_exam(const rung_column *columns, size_t count,
                                          rung_missing missing, size_t each, double *out,
                                          size_t out_count, rung_error *error);

/** Find the weighted correlations of columns: sum w d_i d_j / sqrt(sum w d_i^2 sum w d_j^2), d the
 * distances from the weighted means.
 * @param columns numbers
 * @param count how many, 1 or more
 * @param weight weights, 0 or more; NULL for 1 each
 * @param missing any #rung_missing; pairwise takes means and sums from the rows that have both
 * @param out receives the correlation of columns i and j at `i * count + j`; NaN where one does not
 *        vary
 * @param out_count room in `out`: count * count for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY,
 *         #RUNG_E_NOT_ESTIMABLE (no column varies)
 * @missing as `missing` says. */
RUNG_API rung_status rung_stats_weighted_correlation(const rung_column *columns, size_t count,
                                                     const rung_column *weight,
                                                     rung_missing missing, double *out,
                                                     size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
