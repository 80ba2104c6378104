/* Polychoric correlations: of what lies behind answers in ordered categories.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 *
 * Behind each item a normal variable is assumed, which thresholds cut into the answers: threshold c is
 * the normal quantile of the share of answers up to category c. The correlation of two such variables is
 * what makes the table of both answers likeliest (two steps: Olsson 1979, section 4): the root of the
 * derivative of sum n log p, p the probability of a rectangle of the bivariate normal distribution, found
 * to the last digits. Categories are the different answers, at most 64, in order; only their order counts.
 * @{ */
#ifndef RUNG_STATS_POLYCHORIC_H
#define RUNG_STATS_POLYCHORIC_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** From which rows thresholds come. Without absent answers both are one. */
typedef enum rung_margins {
  RUNG_MARGINS_ITEM = 0, /**< From every answer to the item: one set of thresholds per item. */
  RUNG_MARGINS_PAIR =
      1 /**< From the rows in which both items of a pair are answered (Olsson 1979). */
} rung_margins;

/** The results of rung_stats_polychoric_pair(). */
typedef enum rung_polychoric {
  RUNG_POLYCHORIC_R = 0,              /**< The polychoric correlation; of two categories each: the
                                           tetrachoric. */
  RUNG_POLYCHORIC_SE = 1,             /**< From the curvature of the likelihood, thresholds taken as
                                           known: a little too small. */
  RUNG_POLYCHORIC_LOG_LIKELIHOOD = 2, /**< sum n log p at it. */
  RUNG_POLYCHORIC_N = 3,              /**< Rows with both answers and a weight above 0. */
  RUNG_POLYCHORIC_CHI_SQUARE = 4,     /**< 2 sum n log(n/(N p)): against the table as it is. */
  RUNG_POLYCHORIC_DF = 5,             /**< Cells less categories of both. */
  RUNG_POLYCHORIC_P = 6 /**< P(chi-square >= this): small where no normal variables lie
                                           behind; NaN for df 0, and with weights. */
} rung_polychoric;

/** Estimate the polychoric correlation of two items.
 * @param columns the two items
 * @param weight what each row weighs, 0 or more; NULL: 1 each
 * @param margins a #rung_margins
 * @param out receives the results, by #rung_polychoric
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT (more than 64 different answers),
 *         #RUNG_E_NOT_ESTIMABLE (one category, or the likelihood rises up to -1 or 1: N is given),
 *         #RUNG_E_MEMORY
 * @missing rows without both answers are left out of the table */
RUNG_API rung_status rung_stats_polychoric_pair(const rung_column *columns,
                                                const rung_column *weight, rung_margins margins,
                                                double *out, size_t out_count, rung_error *error);

/** Estimate a matrix of polychoric correlations.
 *
 * It need not be positive definite: rung_stats_ordinal_alpha() gives its smallest eigenvalue. Nothing is
 * smoothed, and no empty cell is filled.
 * @param columns the items
 * @param count how many
 * @param weight what each row weighs, 0 or more; NULL: 1 each
 * @param missing #RUNG_MISSING_LISTWISE, #RUNG_MISSING_PAIRWISE or #RUNG_MISSING_FAIL
 * @param margins a #rung_margins
 * @param out receives the matrix, row by row
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @shape `count` by `count`
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_NOT_ESTIMABLE (a pair has
 *         none: NaN, with its columns in the message; the others are given), #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_polychoric(const rung_column *columns, size_t count,
                                           const rung_column *weight, rung_missing missing,
                                           rung_margins margins, double *out, size_t out_count,
                                           rung_error *error);

/** Find the thresholds of an item from all its answers.
 * @param column the item
 * @param weight what each row weighs, 0 or more; NULL: 1 each
 * @param out receives one threshold after each category but the last, the lowest first
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_NOT_ESTIMABLE (under two
 *         categories, or one whose weight is lost beside the others'), #RUNG_E_MEMORY
 * @missing an absent answer does not count */
RUNG_API rung_status rung_stats_thresholds(const rung_column *column, const rung_column *weight,
                                           double *out, size_t out_count, rung_error *error);

/** The results of rung_stats_ordinal_alpha(). */
typedef enum rung_ordinal_alpha {
  RUNG_ORDINAL_ALPHA_ALPHA = 0,            /**< k/(k - 1) (1 - k/V), V the sum of the polychoric
                                                correlations (Zumbo, Gadermann & Zeisser 2007): the
                                                reliability of a sum of what lies behind the answers, not
                                                of the sum of the answers. */
  RUNG_ORDINAL_ALPHA_AVERAGE_R = 1,        /**< The mean polychoric correlation. */
  RUNG_ORDINAL_ALPHA_LEAST_EIGENVALUE = 2, /**< The smallest eigenvalue: below 0 the correlations
                                                contradict each other. */
  RUNG_ORDINAL_ALPHA_N_LEAST = 3           /**< The smallest number of rows of any pair. */
} rung_ordinal_alpha;

/** Estimate ordinal alpha.
 * @param columns the items, 2 or more
 * @param count how many
 * @param weight what each row weighs, 0 or more; NULL: 1 each
 * @param missing #RUNG_MISSING_LISTWISE, #RUNG_MISSING_PAIRWISE or #RUNG_MISSING_FAIL
 * @param margins a #rung_margins
 * @param out receives the results, by #rung_ordinal_alpha
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_NOT_ESTIMABLE (one item,
 *         or a pair without a polychoric correlation), #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_ordinal_alpha(const rung_column *columns, size_t count,
                                              const rung_column *weight, rung_missing missing,
                                              rung_margins margins, double *out, size_t out_count,
                                              rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
