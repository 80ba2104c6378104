/* Samples: the moments of means over persons, and the limits that follow.
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/sample.h"

#include <math.h>

#include <rung/stats/distribution.h>

#include "stats/interval.h"

double rung__sample_n(double persons, double weight, double squares, double variance, double around)
{
  const double kish = weight * weight / squares;
  const double n = variance > 0 && around > 0 ? fmin(variance * weight * weight / around, kish)
                                              : kish;
  return n < persons ? n : persons;
}

void rung__sample_even(struct rung__sample *sample, double points)
{
  const double step = (sample->high - sample->low) / (points - 1);
  sample->pointed = points >= 2;
  sample->first = (sample->low + sample->high) / 2;
  sample->second = step * step * (points * points - 1) / 12;
}

static bool limit_numbers(const struct rung__sample *sample, double confidence, double limit[2])
{
  const double persons = sample->persons;
  const double error = sqrt(sample->variance / sample->n * persons / (persons - 1));
  const double reach = error * rung_stats_t_quantile((1 + confidence) / 2, persons - 1);
  if (!(reach > 0)) return false;
  limit[0] = fmax(sample->mean - reach, sample->low);
  limit[1] = fmin(sample->mean + reach, sample->high);
  return true;
}

bool rung__sample_limits(const struct rung__sample *sample, double confidence, double limit[2])
{
  if (!(sample->high > sample->low)) return false;
  if (!sample->pointed) return limit_numbers(sample, confidence, limit);
  const struct rung__points points = {sample->low, sample->high, sample->first, sample->second};
  const struct rung__mean_interval interval = rung__mean_interval(&points, sample->n, sample->mean,
                                                                  sample->variance, confidence);
  limit[0] = fmin(interval.lower, sample->mean);
  limit[1] = fmax(interval.upper, sample->mean);
  return true;
}

double rung__square_double(rung__uwide squares)
{
  const struct rung__sum sum = {{(uint64_t)squares, (uint64_t)(squares >> 64), 0, 0}};
  return rung__sum_double(&sum) / (double)RUNG__SQUARE_ONE;
}

double rung__weight_double(rung__uwide weight)
{
  struct rung__sum sum;
  rung__sum_set(&sum, (rung__wide)weight);
  return rung__sum_double(&sum) / (double)RUNG__WEIGHT_ONE;
}

/* sum of w (x - middle)^2 from whole sums, without rounding. */
static struct rung__sum sum_around(const struct rung__sum *weight, const struct rung__sum *first,
                                   const struct rung__sum *second, int64_t middle)
{
  struct rung__sum factor, term, around = *second;
  rung__sum_set(&factor, -2 * (rung__wide)middle);
  if (!rung__sum_multiply(&term, &factor, first)) return around;
  rung__sum_add(&around, &term);
  rung__sum_set(&factor, (rung__wide)middle * middle);
  if (!rung__sum_multiply(&term, &factor, weight)) return around;
  rung__sum_add(&around, &term);
  return around;
}

double rung__moment_around(const struct rung__sum moment[2], rung__uwide squares, double mean)
{
  const double unit = (double)RUNG__SQUARE_ONE, grid = (double)RUNG__GRID;
  const struct rung__sum whole = {{(uint64_t)squares, (uint64_t)(squares >> 64), 0, 0}};
  struct rung__sum left = moment[0], middle, product;
  int64_t near = 0;
  if (!rung__grid_of(mean, &near)) near = 0;
  const struct rung__sum around = sum_around(&whole, &moment[0], &moment[1], near);
  rung__sum_set(&middle, near);
  if (rung__sum_multiply(&product, &middle, &whole)) rung__sum_subtract(&left, &product);
  const double off = mean - rung__grid_double(near);
  return rung__sum_double(&around) / unit / grid / grid -
         2 * off * rung__sum_double(&left) / unit / grid + off * off * rung__square_double(squares);
}

/* Of an item of numbers or a measure: n from the moments of the squares of weights. */
static void weigh(struct rung__sample *sample, const struct rung__groups *groups, size_t group,
                  size_t number, const struct rung__segment *segment)
{
  sample->n = sample->persons;
  if (!groups->weighted) return;
  if (!rung__shape_multiplies(groups->shape)) {
    sample->doubt = RUNG__NO_PRODUCTS;
    return;
  }
  const struct rung__sum moment[2] = {rung__groups_moment(groups, group, number, 0),
                                      rung__groups_moment(groups, group, number, 1)};
  const rung__uwide squares = rung__groups_square(groups, group, segment->first, segment->active);
  const rung__uwide weight = rung__groups_weight(groups, group, segment->first, segment->active);
  sample->n = rung__sample_n(sample->persons, rung__weight_double(weight),
                             rung__square_double(squares), sample->variance,
                             rung__moment_around(moment, squares, sample->mean));
}

/* The fewest points that an answer under a measure can lie on; 0: any number. */
static uint32_t points_of(const struct rung__figures *figures, const struct rung__measure *measure)
{
  uint32_t fewest = UINT32_MAX;
  if (measure->has_at_least || measure->by == RUNG__SHARE) return 2;
  for (size_t index = 0; index < measure->count; ++index) {
    const struct rung__term *term = &measure->term[index];
    const struct rung__item *item = &figures->model->items[term->index];
    if (!term->is_measure && item->unmeasured != NULL) continue;
    const uint32_t points = term->is_measure                ? figures->points[term->index]
                            : item->answers == RUNG__POINTS ? (uint32_t)item->count
                                                            : 0;
    if (points < fewest) fewest = points;
  }
  return fewest == UINT32_MAX ? 0 : fewest;
}

bool rung__count_points(struct rung__figures *figures)
{
  const rung_model *model = figures->model;
  figures->points = rung__arena_take(&figures->arena, model->measure_count,
                                     sizeof *figures->points);
  if (figures->points == NULL) return false;
  for (size_t place = 0; place < model->measure_count; ++place) {
    const size_t measure = model->order[place];
    figures->points[measure] = points_of(figures, &model->measures[measure]);
  }
  return true;
}

static void bound_measure(struct rung__sample *sample, const struct rung__measure *measure,
                          uint32_t points)
{
  sample->low = rung__grid_double(measure->low);
  sample->high = rung__grid_double(measure->high);
  if (points >= 2) rung__sample_even(sample, points);
}

struct rung__sample rung__sample_measure(const struct rung__figures *figures, size_t index,
                                         size_t group)
{
  const struct rung__measure *measure = &figures->model->measures[index];
  const struct rung__measure_figures *of = &figures->measure[index];
  const struct rung__segment *segment = rung__shape_measure(figures->cells.shape, index);
  struct rung__sample sample = {.doubt = RUNG__WITHHELD, .persons = of->n[group]};
  if (of->state[group] != RUNG_STATE_SHOWN) return sample;
  sample.doubt = sample.persons < 2   ? RUNG__ONE_ROW
                 : measure->unbounded ? RUNG__UNBOUNDED_RANGE
                                      : RUNG__SURE;
  sample.mean = of->mean[group];
  bound_measure(&sample, measure, figures->points[index]);
  if (sample.doubt != RUNG__SURE) return sample;
  if (measure->across == RUNG__ACROSS_ITEMS) {
    rung__sample_items(&sample, figures, index, group);
    return sample;
  }
  const double sd = of->sd[group];
  sample.variance = sd * sd * (sample.persons - 1) / sample.persons;
  weigh(&sample, &figures->cells, group, figures->cells.shape->number_count + index, segment);
  return sample;
}

/* Answers on points: their moments are sums over the points. */
static void add_points(struct rung__sample *sample, const struct rung__groups *groups, size_t group,
                       const struct rung__item *item, const struct rung__segment *segment)
{
  const bool squared = groups->weighted && rung__shape_multiplies(groups->shape);
  double weight = 0, squares = 0, around = 0, sum = 0;
  for (size_t answer = 0; answer < item->count; ++answer) {
    const double value = rung__grid_double(item->value[answer]), apart = value - sample->mean;
    const double w = rung__weight_double(
        rung__groups_weight(groups, group, segment->first + answer, 1));
    const double square = squared ? rung__square_double(rung__groups_square(
                                        groups, group, segment->first + answer, 1))
                                  : w;
    weight += w;
    squares += square;
    sum += w * apart * apart;
    around += square * apart * apart;
    sample->first += value / (double)item->count;
  }
  for (size_t answer = 0; answer < item->count; ++answer) {
    const double apart = rung__grid_double(item->value[answer]) - sample->first;
    sample->second += apart * apart / (double)item->count;
  }
  sample->pointed = true;
  sample->variance = sum / weight;
  sample->n = sample->persons;
  if (squared)
    sample->n = rung__sample_n(sample->persons, weight, squares, sample->variance, around);
  else if (groups->weighted)
    sample->doubt = RUNG__NO_PRODUCTS;
}

static void add_numbers(struct rung__sample *sample, const struct rung__groups *groups,
                        size_t group, const struct rung__item *item,
                        const struct rung__segment *segment)
{
  const struct rung__sum *sum = rung__groups_number(groups, group, (size_t)item->number);
  const rung__uwide weight = rung__groups_weight(groups, group, segment->first, segment->active);
  struct rung__sum whole;
  int64_t middle = 0;
  rung__sum_set(&whole, (rung__wide)weight);
  if (!rung__grid_of(sample->mean, &middle)) middle = 0;
  const struct rung__sum around = sum_around(&whole, &sum[0], &sum[1], middle);
  sample->variance = fmax(rung__sum_double(&around), 0) / rung__sum_double(&whole) /
                     (double)RUNG__GRID / (double)RUNG__GRID;
  weigh(sample, groups, group, (size_t)item->number, segment);
}

struct rung__sample rung__sample_item(const struct rung__figures *figures, size_t index,
                                      size_t group)
{
  const struct rung__item *item = &figures->model->items[index];
  const struct rung__groups *groups = &figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, index);
  struct rung__sample sample = {.doubt = RUNG__SURE};
  sample.persons = rung__groups_active(groups, group, segment);
  sample.low = rung__grid_double(item->low);
  sample.high = rung__grid_double(item->high);
  rung__item_mean(figures->model, groups, group, index, &sample.mean);
  if (segment->number)
    add_numbers(&sample, groups, group, item, segment);
  else
    add_points(&sample, groups, group, item, segment);
  if (sample.persons < 2) sample.doubt = RUNG__ONE_ROW;
  return sample;
}

struct rung__sample rung__sample_share(const struct rung__groups *groups, size_t group,
                                       const struct rung__segment *segment, const bool *in)
{
  struct rung__sample sample = {.doubt = RUNG__SURE, .low = 0, .high = 1};
  const bool squared = groups->weighted && rung__shape_multiplies(groups->shape);
  rung__uwide whole = 0, part = 0, squares[2] = {0};
  sample.persons = rung__groups_active(groups, group, segment);
  for (size_t slot = 0; slot < segment->active; ++slot) {
    const rung__uwide weight = rung__groups_weight(groups, group, segment->first + slot, 1);
    whole += weight;
    if (in[slot]) part += weight;
    if (squared) squares[in[slot]] += rung__groups_square(groups, group, segment->first + slot, 1);
  }
  rung__sample_even(&sample, 2);
  sample.mean = rung__share(part, whole);
  sample.variance = sample.mean * (1 - sample.mean);
  sample.n = sample.persons;
  if (squared) {
    const double rest = 1 - sample.mean, inside = rung__square_double(squares[1]),
                 outside = rung__square_double(squares[0]);
    sample.n = rung__sample_n(sample.persons, rung__weight_double(whole), inside + outside,
                              sample.variance,
                              inside * rest * rest + outside * sample.mean * sample.mean);
  } else if (groups->weighted) {
    sample.doubt = RUNG__NO_PRODUCTS;
  }
  if (sample.persons < 2) sample.doubt = RUNG__ONE_ROW;
  return sample;
}
