/* Columns recoded: reversed, standardised, put on 0 to 100, winsorised; means of rows.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_CODING_H
#define RUNG_STATS_CODING_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Reverse an item: least + greatest - x, with the ends of the instrument's scale, not those that
 * happen to be answered.
 * @param column answers
 * @param least the scale's least answer
 * @param greatest its greatest answer, above the least
 * @param out receives a number per row
 * @param out_count room in `out`: the rows for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (an answer off the scale, with its row),
 *         #RUNG_E_LIMIT, #RUNG_E_MEMORY
 * @missing NaN in the row. */
RUNG_API rung_status rung_stats_reverse(const rung_column *column, double least, double greatest,
                                        double *out, size_t out_count, rung_error *error);

/** Put an item on 0 to 100: 100 (x - least) / (greatest - least), per cent of the maximum possible
 * (Cohen, Cohen, Aiken & West 1999).
 * @param column answers
 * @param least the scale's least answer
 * @param greatest its greatest answer, above the least
 * @param out receives a number per row
 * @param out_count room in `out`: the rows for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (an answer off the scale, with its row),
 *         #RUNG_E_LIMIT, #RUNG_E_MEMORY
 * @missing NaN in the row. */
RUNG_API rung_status rung_stats_pomp(const rung_column *column, double least, double greatest,
                                     double *out, size_t out_count, rung_error *error);

/** Standardise a column: mean + sd (x - m) / s, with m and s (divisor n - 1) of the values there
 * are. Mean 0 and sd 1 give z, 50 and 10 T scores, 100 and 15 those of intelligence tests.
 * @param column numbers
 * @param mean the mean that is wanted
 * @param sd the standard deviation that is wanted, above 0
 * @param out receives a number per row
 * @param out_count room in `out`: the rows for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY,
 *         #RUNG_E_NOT_ESTIMABLE (the column does not vary: all NaN)
 * @missing NaN in the row. */
RUNG_API rung_status rung_stats_standardise(const rung_column *column, double mean, double sd,
                                            double *out, size_t out_count, rung_error *error);

/** Winsorise a column: what lies beyond the quantiles of type 7 at `share` and 1 - `share` becomes
 * that quantile (Tukey 1962).
 * @param column numbers
 * @param share 0 to 0.5; psych's start is 0.2
 * @param out receives a number per row
 * @param out_count room in `out`: the rows for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY,
 *         #RUNG_E_NOT_ESTIMABLE (no value at all)
 * @missing NaN in the row. */
RUNG_API rung_status rung_stats_winsorise(const rung_column *column, double share, double *out,
                                          size_t out_count, rung_error *error);

/** Take the mean of each row over the answers that are there, where there are enough of them.
 * @param columns items that share a scale and a direction
 * @param count how many, 1 or more
 * @param least answers that a row must have, 1 to `count`; the share p of k items is ceil(p k)
 * @param out receives a number per row; NaN where there are too few answers
 * @param out_count room in `out`: the rows for all
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY
 * @missing left out; `least` says how many may be. */
RUNG_API rung_status rung_stats_row_means(const rung_column *columns, size_t count, size_t least,
                                          double *out, size_t out_count, rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
