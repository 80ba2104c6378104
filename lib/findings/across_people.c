/* Measures across people: each person's score first, then their mean and spread.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>

#include "findings/measures.h"

static bool is_any(const struct rung__groups *groups, size_t group, size_t slot)
{
  return rung__groups_count(groups, group, slot) > 0;
}

/* The state of a group in which nobody has a score, as of a row. */
static uint8_t state_of_none(const struct rung__groups *groups, size_t group, size_t first)
{
  const size_t state = first + RUNG__SLOT_STATE;
  if (is_any(groups, group, state + RUNG_STATE_TOO_LITTLE_EVIDENCE) ||
      is_any(groups, group, first + RUNG__SLOT_SOME_EVIDENCE))
    return RUNG_STATE_TOO_LITTLE_EVIDENCE;
  if (is_any(groups, group, state + RUNG_STATE_NOT_ESTIMABLE) ||
      is_any(groups, group, first + RUNG__SLOT_SOME_ESTIMATE))
    return RUNG_STATE_NOT_ESTIMABLE;
  if (is_any(groups, group, state + RUNG_STATE_NOT_APPLICABLE)) return RUNG_STATE_NOT_APPLICABLE;
  return RUNG_STATE_NOT_COLLECTED;
}

/* sqrt(sum w (x - mean)^2 / sum w x n / (n - 1)). With the rounded mean m and r = sum w x - m sum
 * w, sum w (x - mean)^2 = sum w x^2 - 2 m sum w x + m^2 sum w - r^2 / sum w: all but the last term
 * is a whole number, and that is below a quarter of sum w. */
double rung__spread(const struct rung__sum *sum, const struct rung__sum *weight, int64_t mean,
                    uint32_t n)
{
  struct rung__sum factor, term, squares = sum[1], left = sum[0];
  if (n < 2) return NAN;
  rung__sum_set(&factor, (rung__wide)mean * 2);
  if (!rung__sum_multiply(&term, &factor, &sum[0])) return NAN;
  rung__sum_subtract(&squares, &term);
  rung__sum_set(&factor, (rung__wide)mean * mean);
  if (!rung__sum_multiply(&term, &factor, weight)) return NAN;
  rung__sum_add(&squares, &term);
  rung__sum_set(&factor, mean);
  if (!rung__sum_multiply(&term, &factor, weight)) return NAN;
  rung__sum_subtract(&left, &term);
  if (!rung__sum_multiply(&term, &left, &left)) return NAN;
  const double whole = rung__sum_double(weight);
  const double square = rung__sum_double(&squares) - rung__sum_double(&term) / whole;
  const double variance = square / whole * ((double)n / (double)(n - 1));
  return variance > 0 ? sqrt(variance) / (double)RUNG__GRID : 0;
}

void rung__across_people(struct rung__figures *figures, size_t measure, size_t group)
{
  const struct rung__groups *groups = &figures->cells;
  const struct rung__segment *segment = rung__shape_measure(groups->shape, measure);
  struct rung__measure_figures *out = &figures->measure[measure];
  out->score[group] = RUNG__NO_SCORE;
  out->mean[group] = out->sd[group] = NAN;
  out->n[group] = segment == NULL ? 0 : rung__groups_active(groups, group, segment);
  out->fewest[group] = out->n[group];
  if (out->n[group] == 0) {
    out->state[group] = segment == NULL ? RUNG_STATE_NOT_COLLECTED
                                        : state_of_none(groups, group, segment->first);
    return;
  }
  const rung__uwide weight = rung__groups_weight(groups, group, segment->first, segment->active);
  const struct rung__sum *sum = rung__groups_sum(groups, group, measure);
  struct rung__sum whole;
  rung__sum_set(&whole, (rung__wide)weight);
  out->state[group] = RUNG_STATE_SHOWN;
  out->score[group] = rung__sum_ratio(&sum[0], &whole);
  out->mean[group] = rung__mean_shown(&sum[0], &whole, out->score[group]);
  out->sd[group] = rung__spread(sum, &whole, out->score[group], out->n[group]);
  out->dominated[group] = rung__dominates(rung__groups_largest(groups, group, segment), weight);
}
