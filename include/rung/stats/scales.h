/* Several scales at once: how they go together, and how items go with each.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 *
 * Everything comes from one covariance matrix S of all items, as rung_stats_covariance_matrix() gives
 * it, and from keys that say which items a scale is the sum of. With K the keys, K'SK holds the
 * variances and covariances of the scales. Pairwise matrices may be used: no row is imputed.
 * @{ */
#ifndef RUNG_STATS_SCALES_H
#define RUNG_STATS_SCALES_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The results of rung_stats_scales(), of each pair of scales. */
typedef enum rung_scales {
  RUNG_SCALES_R = 0, /**< Correlation of the two scales. */
  RUNG_SCALES_CORRECTED =
      1 /**< The same without what unreliability takes: r/sqrt(alpha alpha) (Spearman
                                 1904), which may exceed 1; NaN where an alpha is not above 0. Of a scale
                                 with itself: its alpha. */
} rung_scales;

/** Correlate scales, as they are and corrected for unreliability.
 * @param matrix the covariances of all items, `items` by `items`, row by row
 * @param items how many items
 * @param keys for each scale and item 1 (counts), -1 (counts reversed) or 0: keys[scale * items + item]
 * @param scales how many scales
 * @param out receives the results
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @shape `scales` by `scales` of each #rung_scales: out[(which * scales + scale) * scales + other]
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_NOT_ESTIMABLE (the first scale does not vary; else what
 *         does not is NaN), #RUNG_E_MEMORY */
RUNG_API rung_status rung_stats_scales(const double *matrix, size_t items, const int8_t *keys,
                                       size_t scales, double *out, size_t out_count,
                                       rung_error *error);

/** The results of rung_stats_scale_items(), of each item and scale. */
typedef enum rung_scale_item {
  RUNG_SCALE_ITEM_R = 0, /**< Correlation of item and scale, the item included if it is in it. */
  RUNG_SCALE_ITEM_CORRECTED =
      1 /**< The same with each variance on the diagonal of S replaced by the part
                                     that the other items foretell (squared multiple correlation on all
                                     items): corrected for overlap and unreliability. NaN where S has no
                                     inverse. */
} rung_scale_item;

/** Correlate items with scales.
 * @param matrix the covariances of all items, `items` by `items`, row by row
 * @param items how many items
 * @param keys as in rung_stats_scales()
 * @param scales how many scales
 * @param out receives the results
 * @param out_count how many there is room for
 * @param error filled on failure, may be NULL
 * @shape `items` by `scales` of each #rung_scale_item: out[(which * items + item) * scales + scale]
 * @return as rung_stats_scales() */
RUNG_API rung_status rung_stats_scale_items(const double *matrix, size_t items, const int8_t *keys,
                                            size_t scales, double *out, size_t out_count,
                                            rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
