/* Change between two times: reliable change, its size, and the table of levels before and after.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_CHANGE_H
#define RUNG_STATS_CHANGE_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_change(); d are differences after - before. */
typedef enum rung_change {
  RUNG_CHANGE_MEAN = 0,      /**< The mean of d. */
  RUNG_CHANGE_N = 1,         /**< Rows. */
  RUNG_CHANGE_SD_BEFORE = 2, /**< The standard deviation before (divisor n - 1). */
  RUNG_CHANGE_SD_AFTER = 3,  /**< That after. */
  RUNG_CHANGE_SD = 4,        /**< That of d. */
  RUNG_CHANGE_R = 5,         /**< The correlation of before and after; NaN: one is constant. */
  RUNG_CHANGE_SEM = 6, /**< The standard error of measurement: SD_BEFORE sqrt(1 - reliability). */
  RUNG_CHANGE_SE = 7,  /**< The standard error of one row's d: sqrt(2) SEM. */
  RUNG_CHANGE_SMALLEST = 8, /**< The smallest change that is reliable: critical SE. */
  RUNG_CHANGE_ROSE = 9,     /**< Rows with d / SE > critical. */
  RUNG_CHANGE_FELL = 10,    /**< Rows with d / SE < -critical. */
  RUNG_CHANGE_STAYED = 11,  /**< Rows between. */
  RUNG_CHANGE_SRM = 12,     /**< The standardised response mean: MEAN / SD (Liang et al. 1990). */
  RUNG_CHANGE_EFFECT =
      13, /**< The effect size on the baseline: MEAN / SD_BEFORE (Kazis et al. 1989). */
  RUNG_CHANGE_RELIABILITY =
      14 /**< The reliability of d: (rel s^2 + rel' s'^2 - 2 R s s') / (s^2 + s'^2 -
                                    2 R s s') (Lord & Novick 1968, section 9.8). */
} rung_change;

/** Measure change between two times, and count whose change is larger than error of measurement.
 *
 * A row's reliable change index is RCI = (after - before) / (sqrt(2) s sqrt(1 - rel)), s and rel the
 * standard deviation and the reliability before (Jacobson & Truax 1991).
 * @param columns two columns of numbers: before, and after
 * @param reliability two numbers: the reliability before (0 up to, not including, 1), which the index
 *        uses, and after (0 to 1), which only #RUNG_CHANGE_RELIABILITY uses
 * @param critical how large an index is reliable, above 0 up to 100: 1.96 for 95 %
 * @param missing #RUNG_MISSING_LISTWISE or #RUNG_MISSING_PAIRWISE (with two columns the same), or
 *        #RUNG_MISSING_FAIL
 * @param out receives the results, indexed by #rung_change
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (fewer than 2 rows, or
 *         all the same before), #RUNG_E_LIMIT, #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_change(const rung_column *columns, const double *reliability,
                                       double critical, rung_missing missing, double *out,
                                       size_t out_count, rung_error *error);

/** What rung_stats_change_rows() gives of each row. */
typedef enum rung_change_row {
  RUNG_CHANGE_ROW_INDEX = 0, /**< The reliable change index (Jacobson & Truax 1991). */
  RUNG_CHANGE_ROW_RESIDUAL =
      1 /**< What is left of after when it is predicted from before by a straight
                                    line, over sqrt(sum of squares left / (n - 2)): free of regression
                                    to the mean. */
} rung_change_row;

/** Measure each row's change.
 * @param columns two columns of numbers: before, and after
 * @param reliability the reliability before, 0 up to, not including, 1; not used for
 *        #RUNG_CHANGE_ROW_RESIDUAL
 * @param which a #rung_change_row
 * @param out receives one number a row; room beyond is filled with NaN
 * @param out_count how many there is room for: as many are written
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (fewer than 2 rows have
 *         both, for residuals 3; all the same before; nothing left), #RUNG_E_LIMIT, #RUNG_E_MEMORY
 * @missing a row without both values is NaN and does not count */
RUNG_API rung_status rung_stats_change_rows(const rung_column *columns, double reliability,
                                            rung_change_row which, double *out, size_t out_count,
                                            rung_error *error);

/** The results of rung_stats_transition(). */
typedef enum rung_transition {
  RUNG_TRANSITION_STAYED = 0, /**< The share of rows with the same level twice, 0 to 1. */
  RUNG_TRANSITION_ROSE = 1,   /**< The share with a higher level after. */
  RUNG_TRANSITION_FELL = 2,   /**< The share with a lower level after. */
  RUNG_TRANSITION_N = 3,      /**< Rows. */
  RUNG_TRANSITION_BOWKER =
      4, /**< Bowker's test of symmetry: the sum over pairs of levels of (n_ij -
                                   n_ji)^2 / (n_ij + n_ji); NaN where no level changed. */
  RUNG_TRANSITION_DF =
      5,                /**< Its degrees of freedom: pairs of levels between which any row moved. */
  RUNG_TRANSITION_P = 6 /**< Its p-value, from chi-square. */
} rung_transition;

/** Count who went from which level to which.
 *
 * Bowker (1948) asks whether as many went from i to j as from j to i. Pairs of levels between which
 * nobody moved say nothing and are skipped, also in the degrees of freedom; programs that do not skip
 * them divide 0 by 0.
 * @param columns two columns of levels, whole numbers 1 to `levels`: before, and after
 * @param levels how many levels there are, 2 to 127
 * @param table receives levels x levels counts, rows before, columns after; may be NULL
 * @param out receives the results, indexed by #rung_transition
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (no such level, with its row and column),
 *         #RUNG_E_NOT_ESTIMABLE (no row has both), #RUNG_E_LIMIT, #RUNG_E_MEMORY
 * @missing rows without both levels do not count */
RUNG_API rung_status rung_stats_transition(const rung_column *columns, size_t levels, double *table,
                                           double *out, size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
