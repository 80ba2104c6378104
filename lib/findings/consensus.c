/* Consensus of the answers to items, from their counts.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/consensus.h"

#include <math.h>

#include <rung/stats/distribution.h>

#include "findings/sample.h"
#include "stats/agreement.h"

#define CAMP_LEAST 0.2 /* the share that makes a camp */

/* How the answers to some items of one scale vary, in steps between its points. */
struct variance {
  enum rung__doubt doubt;
  size_t points;
  double items;
  double mean;     /* of the items' variances, with divisor n - 1 */
  double limit[2]; /* of the mean of the variances in all who might have answered */
};

/* Whether an item's points are one step apart; gives the step in grid steps, 0: they are not. */
static int64_t step_of(const struct rung__item *item)
{
  const int64_t step = item->count < 2 ? 0 : item->value[1] - item->value[0];
  for (size_t answer = 2; answer < item->count; ++answer) {
    if (item->value[answer] - item->value[answer - 1] != step) return 0;
  }
  return step < 0 ? -step : step;
}

/* The limits of the variance of answers: a beta distribution between 0 and its greatest with the two
 * moments that it has where the shares of the points are Dirichlet. S2, S4: sums of parameter x
 * distance from the mean to these powers. (A moment of Dirichlet means is a sum over permutations of
 * products over their cycles; what holds the first power is 0.) */
static void limit_variance(const double *parameter, size_t points, double confidence,
                           double limit[2])
{
  double all = 0, mean = 0, s2 = 0, s4 = 0;
  for (size_t point = 0; point < points; ++point) {
    all += parameter[point];
    mean += parameter[point] * (double)point;
  }
  mean /= all;
  for (size_t point = 0; point < points; ++point) {
    const double apart = (double)point - mean;
    s2 += parameter[point] * apart * apart;
    s4 += parameter[point] * apart * apart * apart * apart;
  }
  const double two = all * (all + 1), three = two * (all + 2), four = three * (all + 3);
  const double most = (double)(points - 1) * (double)(points - 1) / 4;
  const double first = s2 / (all + 1);
  const double second = (s2 * s2 + s4) / two - 2 * (s2 * s2 + 2 * s4) / three +
                        (3 * s2 * s2 + 6 * s4) / four;
  const double part = first / most, spread = (second - first * first) / (most * most);
  const double size = part * (1 - part) / spread - 1, tail = (1 - confidence) / 2;
  limit[0] = most * rung_stats_beta_quantile(tail, part * size, (1 - part) * size);
  limit[1] = most * rung_stats_beta_quantile(1 - tail, part * size, (1 - part) * size);
}

/* Adds an item; false: fewer than two answered. */
static bool add_item(struct variance *variance, const struct rung__figures *figures, size_t index,
                     size_t group, double confidence)
{
  const struct rung__item *item = &figures->model->items[index];
  const struct rung__groups *groups = &figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, index);
  double parameter[RUNG__ANSWERS_MAX], limit[2];
  if (rung__groups_active(groups, group, segment) < 2) return false;
  const struct rung__sample sample = rung__sample_item(figures, index, group);
  if (sample.doubt != RUNG__SURE) {
    variance->doubt = sample.doubt;
    return false;
  }
  const double step = rung__grid_double(step_of(item));
  const rung__uwide whole = rung__groups_weight(groups, group, segment->first, segment->active);
  for (size_t answer = 0; answer < item->count; ++answer)
    parameter[answer] = sample.n * rung__share(rung__groups_weight(groups, group,
                                                                   segment->first + answer, 1),
                                               whole) +
                        1 / (double)item->count;
  limit_variance(parameter, item->count, confidence, limit);
  variance->mean += sample.variance * sample.persons / (sample.persons - 1) / (step * step);
  variance->limit[0] += limit[0];
  variance->limit[1] += limit[1];
  variance->items += 1;
  return true;
}

/* Whether an item can be agreed on, beside others on so many points (0: any number). */
static enum rung__doubt can_agree(const struct rung__item *item, size_t points)
{
  if (item->answers != RUNG__POINTS || item->count < 2 || step_of(item) == 0) return RUNG__NOT_EVEN;
  if (item->block != RUNG__NONE) return RUNG__WITHIN_ROWS;
  if (item->about == 0) return RUNG__OF_SELF;
  return points != 0 && points != item->count ? RUNG__NOT_EVEN : RUNG__SURE;
}

static struct variance item_variance(const struct rung__figures *figures, size_t index,
                                     size_t group, double confidence)
{
  const struct rung__item *item = &figures->model->items[index];
  struct variance variance = {.doubt = can_agree(item, 0), .points = item->count};
  if (variance.doubt != RUNG__SURE) return variance;
  if (!add_item(&variance, figures, index, group, confidence) && variance.doubt == RUNG__SURE)
    variance.doubt = RUNG__ONE_ROW;
  return variance;
}

/* Of the mean of the items' variances. The limits are the means of the items' own, which is as if all
 * items went wrong together: no narrower than it is. */
static struct variance measure_variance(const struct rung__figures *figures, size_t index,
                                        size_t group, double confidence)
{
  const struct rung__measure *measure = &figures->model->measures[index];
  struct variance variance = {.doubt = RUNG__SURE};
  for (size_t i = 0; i < measure->count && variance.doubt == RUNG__SURE; ++i) {
    const struct rung__term *term = &measure->term[i];
    if (term->is_measure) {
      variance.doubt = RUNG__OF_MEASURES;
    } else if (rung__is_coupled(figures->model, term)) {
      variance.doubt = can_agree(&figures->model->items[term->index], variance.points);
      variance.points = figures->model->items[term->index].count;
    }
  }
  for (size_t i = 0; i < measure->count && variance.doubt == RUNG__SURE; ++i) {
    if (rung__is_coupled(figures->model, &measure->term[i]))
      add_item(&variance, figures, measure->term[i].index, group, confidence);
  }
  if (variance.doubt == RUNG__SURE && variance.items == 0) variance.doubt = RUNG__ONE_ROW;
  variance.mean /= variance.items;
  variance.limit[0] /= variance.items;
  variance.limit[1] /= variance.items;
  return variance;
}

static void put(struct rung__table *table, size_t row, const struct variance *variance)
{
  double null[RUNG__NULLS];
  rung__table_doubt(table, row, RUNG__OF_AGREEMENT, variance->doubt);
  if (variance->doubt != RUNG__SURE) return;
  rung__agreement_nulls(1, (double)variance->points, null);
  const double even = null[RUNG_AGREEMENT_NULL_UNIFORM];
  rung__table_put(table, row, RUNG_FIGURE_AGREEMENT,
                  rung__rwg(variance->mean, even, variance->items));
  rung__table_put(
      table, row, RUNG_FIGURE_AGREEMENT_SKEWED,
      rung__rwg(variance->mean, null[RUNG_AGREEMENT_NULL_SLIGHT_SKEW], variance->items));
  rung__table_put(table, row, RUNG_FIGURE_AGREEMENT_LOW,
                  rung__rwg(variance->limit[1], even, variance->items));
  rung__table_put(table, row, RUNG_FIGURE_AGREEMENT_HIGH,
                  rung__rwg(variance->limit[0], even, variance->items));
}

static void fill_group(rung_findings *findings, const struct rung__figures *figures, size_t group)
{
  const rung_model *model = figures->model;
  struct rung__table *items = &findings->table[RUNG_TABLE_ITEM];
  struct rung__table *measures = &findings->table[RUNG_TABLE_MEASURE];
  for (size_t index = 0; index < model->item_count; ++index) {
    const struct variance variance = item_variance(figures, index, group, findings->confidence);
    put(items, group * items->each + index, &variance);
  }
  for (size_t index = 0; index < model->measure_count; ++index) {
    const struct variance variance = measure_variance(figures, index, group, findings->confidence);
    put(measures, group * measures->each + index, &variance);
  }
}

/* The shares of a reading in a group, as they are shown; false: they are not. */
static bool shares_of(const struct rung__table *levels, size_t row, size_t count, double *share)
{
  for (size_t level = 0; level < count; ++level) {
    share[level] = rung__table_number(levels, row + level, RUNG_FIGURE_SHARE);
    if (isnan(share[level])) return false;
  }
  return true;
}

void rung__find_camps(rung_findings *findings)
{
  const struct rung__table *levels = &findings->table[RUNG_TABLE_LEVEL];
  struct rung__table *readings = &findings->table[RUNG_TABLE_READING];
  double share[RUNG__LEVELS_MAX], room[RUNG__LEVELS_MAX], result[RUNG_CAMPS_N + 1];
  for (size_t row = 0; row < readings->count; ++row) {
    const size_t reading = row % readings->each;
    const size_t first = row / readings->each * levels->each + levels->first[reading];
    const size_t count = levels->first[reading + 1] - levels->first[reading];
    if (count < 3 || !shares_of(levels, first, count, share)) continue;
    rung__camps(share, count, CAMP_LEAST, room, result);
    if (!(result[RUNG_CAMPS_FOUND] > 0)) continue;
    rung__table_put(readings, row, RUNG_FIGURE_CAMP_LOWER, result[RUNG_CAMPS_LOWER_POINT] - 1);
    rung__table_put(readings, row, RUNG_FIGURE_CAMP_LOWER_SHARE, result[RUNG_CAMPS_LOWER_SHARE]);
    rung__table_put(readings, row, RUNG_FIGURE_CAMP_UPPER, result[RUNG_CAMPS_UPPER_POINT] - 1);
    rung__table_put(readings, row, RUNG_FIGURE_CAMP_UPPER_SHARE, result[RUNG_CAMPS_UPPER_SHARE]);
  }
}

void rung__fill_consensus(rung_findings *findings, const struct rung__figures *figures)
{
  for (size_t group = 0; group < figures->count; ++group)
    fill_group(findings, figures, group);
}
