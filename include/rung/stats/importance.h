/* How much each driver has to do with an outcome: shares of the explained variance.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_IMPORTANCE_H
#define RUNG_STATS_IMPORTANCE_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_importance(), of each column; in the place of the outcome stands what they
 * are shares of, or belong to. */
typedef enum rung_importance {
  RUNG_IMPORTANCE_AVERAGE =
      0, /**< What a driver adds to R^2, averaged over every order in which the
                                     drivers may enter (Lindeman, Merenda & Gold 1980: "LMG"; the Shapley
                                     value of R^2). Not below 0; they sum to R^2, the outcome's value. */
  RUNG_IMPORTANCE_RELATIVE =
      1, /**< Relative weight (Johnson 2000): R^2 shared out by way of uncorrelated
                                     variables that are nearest to the drivers. They sum to R^2, the
                                     outcome's value. NaN where drivers are combinations of others. */
  RUNG_IMPORTANCE_ALONE = 2, /**< R^2 of the driver alone, its squared correlation with the outcome;
                                     outcome: R^2 of all. */
  RUNG_IMPORTANCE_LAST = 3,  /**< What the driver adds to all others; outcome: R^2 of all. */
  RUNG_IMPORTANCE_R = 4,    /**< Correlation with the outcome; outcome: the multiple correlation. */
  RUNG_IMPORTANCE_BETA = 5, /**< Standardised regression coefficient; NaN where drivers are
                                     combinations of others; outcome: R^2 adjusted for the number of
                                     drivers and n, 1 - (1 - R^2)(n - 1)/(n - p - 1). */
  RUNG_IMPORTANCE_N = 6     /**< Rows used, with weights by Kish: in every place. */
} rung_importance;

/** Share out among drivers how well they foretell an outcome.
 *
 * These are shares of an association: nothing says that to change a driver changes the outcome. A driver
 * without a path of its own has a share where it goes together with one that has.
 * @param columns the outcome, then the drivers: 1 or more
 * @param count how many columns, the outcome included
 * @param weight what each row weighs, 0 or more; NULL: 1 each
 * @param missing #RUNG_MISSING_LISTWISE or #RUNG_MISSING_FAIL
 * @param settings #RUNG_SETTING_WORK bounds 2^p p (p + 1)/2 for p drivers: the start takes up to 19,
 *        more work up to 24;
 *        NULL: the starts
 * @param out receives the results
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @shape `count` values of each #rung_importance: out[which * count + column], column 0 the outcome
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_NOT_ESTIMABLE (under three
 *         rows, or a column that does not vary: n is given), #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_importance(const rung_column *columns, size_t count,
                                           const rung_column *weight, rung_missing missing,
                                           const rung_settings *settings, double *out,
                                           size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
