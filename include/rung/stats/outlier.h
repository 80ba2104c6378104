/* Answers far from all others: Mahalanobis' distance.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_OUTLIER_H
#define RUNG_STATS_OUTLIER_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_mahalanobis(), of each row. */
typedef enum rung_mahalanobis {
  RUNG_MAHALANOBIS_D2 =
      0, /**< d' S^-1 d over the columns that the row has, d its differences from their
                                means (Mahalanobis 1936). */
  RUNG_MAHALANOBIS_DF = 1, /**< How many columns the row has. */
  RUNG_MAHALANOBIS_P =
      2 /**< P(chi-square with df >= D^2): the share of such rows that would lie as far
                                out or farther, were they normal. Of many rows some are small by chance. */
} rung_mahalanobis;

/** Tell how far each row lies from the mean of all, in the directions in which rows differ.
 *
 * A row that lacks answers is judged by those that it has: by the inverse of the part of S that belongs to
 * them, with as many degrees of freedom. (Some programs put the mean in their place, and understate the
 * distance.)
 * @param columns the columns, 1 or more
 * @param count how many
 * @param missing #RUNG_MISSING_PAIRWISE: means from every answer, S from the rows of each pair, every row
 *        judged. #RUNG_MISSING_LISTWISE: means and S from complete rows, and only these are judged.
 *        #RUNG_MISSING_FAIL
 * @param out receives the results
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @shape as many values of each #rung_mahalanobis as there are rows: out[which * rows + row]. NaN for a
 *        row without answers, one that is not judged, and where the part of S has no inverse; df is given
 *        all the same
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_NOT_ESTIMABLE (no row could be judged),
 *         #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_mahalanobis(const rung_column *columns, size_t count,
                                            rung_missing missing, double *out, size_t out_count,
                                            rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
