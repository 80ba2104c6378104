/* p-values adjusted for how many there are.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_ADJUST_H
#define RUNG_STATS_ADJUST_H

#include <rung/column.h>
#include <rung/settings.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How p-values are adjusted; p(1) is the smallest of m. The first four bound the chance of one
 * false rejection or more, the last two the expected share of false ones among the rejected. */
typedef enum rung_adjust {
  RUNG_ADJUST_HOLM = 0,               /**< Step down: the largest of (m - i + 1) p(i) up to here
                                           (Holm 1979). Holds under any dependence. */
  RUNG_ADJUST_HOCHBERG = 1,           /**< Step up: the smallest of (m - i + 1) p(i) from here
                                           (Hochberg 1988). Holds under independence and positive
                                           dependence. */
  RUNG_ADJUST_HOMMEL = 2,             /**< Closed testing with Simes' test (Hommel 1988). Holds as
                                           Hochberg's does, and is never larger; takes m^2 steps. */
  RUNG_ADJUST_BONFERRONI = 3,         /**< m p. Holds under any dependence. */
  RUNG_ADJUST_BENJAMINI_HOCHBERG = 4, /**< The smallest of m p(i) / i from here (Benjamini &
                                           Hochberg 1995). Holds under independence and positive
                                           dependence. */
  RUNG_ADJUST_BENJAMINI_YEKUTIELI = 5 /**< The same times 1 + 1/2 + ... + 1/m (Benjamini & Yekutieli
                                           2001). Holds under any dependence. */
} rung_adjust;

/** Adjust p-values for how many there are.
 *
 * Each is at most 1. Equal p-values stay equal, and the order is kept.
 * @param p a column of p-values, 0 to 1
 * @param how a #rung_adjust
 * @param settings #RUNG_SETTING_WORK bounds the m^2 steps of #RUNG_ADJUST_HOMMEL; NULL: the starts
 * @param out receives the adjusted p-values, one a row of `p`; room beyond is filled with NaN
 * @param out_count how many there is room for: as many are written
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (a p-value outside 0 to 1, with its row),
 *         #RUNG_E_NOT_ESTIMABLE (there is none), #RUNG_E_LIMIT, #RUNG_E_MEMORY
 * @missing an absent p-value stays absent (NaN) and does not count in m */
RUNG_API rung_status rung_stats_adjust(const rung_column *p, rung_adjust how,
                                       const rung_settings *settings, double *out, size_t out_count,
                                       rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
