/* What a statistic does with rows in which a value is absent.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_MISSING_H
#define RUNG_STATS_MISSING_H

#include <rung/column.h>
#include <rung/settings.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Which rows count where a value is absent. A function says which of these it takes; another is
 * refused with #RUNG_E_ARGUMENT. */
typedef enum rung_missing {
  RUNG_MISSING_LISTWISE = 0, /**< Rows that have every value. */
  RUNG_MISSING_PAIRWISE = 1, /**< Of each column, or pair of columns, the rows that have it. */
  RUNG_MISSING_FAIL = 2      /**< An absent value fails with its row and column. */
} rung_missing;

#ifdef __cplusplus
}
#endif
/** @} */
#endif
