/* Statistics on plain arrays: the umbrella of rung/stats/.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @defgroup stats Statistics
 *
 * Statistics work on plain arrays and know no model. They come in one shape:
 *
 * *In*: columns of the caller's (#rung_column), read in place. Numbers are of any numeric type; groups
 * and raters may be text. A cleared validity bit, NaN, and the empty text of a group are absent; what
 * a function does with absent values is said by a parameter of #rung_missing, or, where only one
 * thing makes sense, in its description. An infinite value is refused with its row and column.
 * Columns of one call have one length, 0 to 2^32 - 1.
 *
 * *How*: `settings` holds the confidence of intervals, and seed and replicates where something is
 * drawn; NULL for the starts.
 *
 * *Out*: `double *out, size_t out_count`, indexed by the function's own enum, whose new values go
 * last: as many as there is room for are written, room beyond is filled with NaN. A result is NaN
 * where it is not defined for these data; where the first is not defined, or an interval cannot be
 * had at all, the status is #RUNG_E_NOT_ESTIMABLE and the message says why. What could be had (such as
 * the effective n) is written even then; after any other failure `out` is as it was.
 *
 * Results of several rows, groups or items stand in one of two orders, which `@shape` or `out` names:
 * where there is a parameter `each`, those of one after those of another, `out[row * each + result]`;
 * else all of one result after all of another, `out[result * count + item]`.
 *
 * *Names*: LOW and HIGH are the limits of an interval, SE a standard error, P a p-value, N the rows
 * that count: with weights the effective number, unless it says otherwise.
 *
 * A first result with #RUNG_OK is finite, or NaN where it is of a row or an item that has none. Numbers
 * are doubles: where squares or sums of the others go beyond them, as of values beyond 1e150, those are
 * infinite or NaN.
 *
 * Nothing is kept, nothing is printed, no global is touched: all functions may be called by any
 * number of threads at once.
 * @{ */
#ifndef RUNG_STATS_H
#define RUNG_STATS_H

#include <rung/stats/adjust.h>
#include <rung/stats/agreement.h>
#include <rung/stats/association.h>
#include <rung/stats/bootstrap.h>
#include <rung/stats/careless.h>
#include <rung/stats/change.h>
#include <rung/stats/coding.h>
#include <rung/stats/concordance.h>
#include <rung/stats/describe.h>
#include <rung/stats/design.h>
#include <rung/stats/distribution.h>
#include <rung/stats/gap.h>
#include <rung/stats/groups.h>
#include <rung/stats/icc.h>
#include <rung/stats/importance.h>
#include <rung/stats/interval.h>
#include <rung/stats/missing.h>
#include <rung/stats/norms.h>
#include <rung/stats/omega.h>
#include <rung/stats/outlier.h>
#include <rung/stats/polychoric.h>
#include <rung/stats/raters.h>
#include <rung/stats/reliability.h>
#include <rung/stats/scales.h>
#include <rung/stats/shrinkage.h>
#include <rung/stats/split_half.h>
#include <rung/stats/true_score.h>
#include <rung/stats/weights.h>

/** @} */
#endif
