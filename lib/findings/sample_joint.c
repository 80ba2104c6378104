/* Samples of means that are made of several: across items, and the gap of a pair.
 * SPDX-License-Identifier: Apache-2.0
 *
 * By Taylor's linearisation (Woodruff 1971): the variance of a weighted sum of means is the sum, over
 * pairs of them, of their factors times the covariance of the two means over the persons who gave
 * both. So everybody counts, also those who answered some of the items only. Of products there are sums
 * by weight alone; what squares of weights change is taken from the couple's own ratio of them. */
#include <math.h>

#include "findings/sample.h"

/* One of the means, over those who gave it. */
struct part {
  double factor, mean, weight, squares;
};

/* What a couple adds to the variance: sum of w^2 (x - mean)(y - mean) / (W W'). */
static double covariance(const struct rung__groups *groups, size_t group, size_t couple,
                         double step, const struct part part[2])
{
  const double unit = (double)RUNG__WEIGHT_ONE;
  double sum[RUNG__NARROW_SUMS];
  if (rung__couple_count(groups, group, couple) == 0) return 0;
  for (int product = 0; product < RUNG__NARROW_SUMS; ++product) {
    const struct rung__sum exact = rung__couple_sum(groups, group, couple,
                                                    (enum rung__product)product);
    sum[product] = rung__sum_double(&exact) / unit;
  }
  const double weight = rung__weight_double(rung__couple_weight(groups, group, couple));
  const double squares = rung__square_double(rung__couple_square(groups, group, couple));
  const double x = part[0].mean / step, y = part[1].mean / step;
  const double apart = sum[RUNG__OF_BOTH] - x * sum[RUNG__OF_SECOND] - y * sum[RUNG__OF_FIRST] +
                       x * y * weight;
  return apart * step * step * squares / weight / (part[0].weight * part[1].weight);
}

/* Of an item of numbers: its own moments, stretched. */
static void stretch(struct rung__sample *sample, const struct rung__measure *measure,
                    const struct rung__item *item)
{
  if (!measure->rescaled) return;
  const double by = rung__grid_double(measure->to_high - measure->to_low) /
                    rung__grid_double(item->high - item->low);
  sample->mean = rung__grid_double(measure->to_low) +
                 by * (sample->mean - rung__grid_double(item->low));
  sample->variance *= by * by;
}

struct rung__sample rung__sample_term(const struct rung__figures *figures,
                                      const struct rung__measure *measure,
                                      const struct rung__term *term, size_t group)
{
  const struct rung__groups *groups = &figures->cells;
  const struct rung__item *item = &figures->model->items[term->index];
  const struct rung__segment *segment = rung__shape_item(groups->shape, term->index);
  const double quantum = rung__grid_double(measure->quantum);
  struct rung__sample sample = {.persons = rung__groups_active(groups, group, segment)};
  double weight[RUNG__ANSWERS_MAX], whole = 0;
  if (sample.persons == 0) return sample;
  if (segment->number) {
    sample = rung__sample_item(figures, term->index, group);
    stretch(&sample, measure, item);
    return sample;
  }
  for (size_t answer = 0; answer < item->count; ++answer) {
    weight[answer] = rung__weight_double(
        rung__groups_weight(groups, group, segment->first + answer, 1));
    whole += weight[answer];
    sample.mean += weight[answer] * (double)term->unit[answer] * quantum;
  }
  sample.mean /= whole;
  for (size_t answer = 0; answer < item->count; ++answer) {
    const double apart = (double)term->unit[answer] * quantum - sample.mean;
    sample.variance += weight[answer] * apart * apart / whole;
  }
  return sample;
}

/* The mean of an item under a measure, and what it adds to the variance by itself; NaN: nobody
 * answered. */
static double add_item(const struct rung__figures *figures, const struct rung__measure *measure,
                       const struct rung__term *term, size_t group, struct part *part)
{
  const struct rung__groups *groups = &figures->cells;
  const struct rung__segment *segment = rung__shape_item(groups->shape, term->index);
  const struct rung__sample sample = rung__sample_term(figures, measure, term, group);
  *part = (struct part){.factor = (double)term->weight};
  if (sample.persons == 0) return NAN;
  part->mean = sample.mean;
  part->weight = rung__weight_double(
      rung__groups_weight(groups, group, segment->first, segment->active));
  part->squares = rung__square_double(
      rung__groups_square(groups, group, segment->first, segment->active));
  return sample.variance * part->squares / (part->weight * part->weight);
}

/* Persons who answered any item of a measure: their number and Kish's. */
static void count_persons(struct rung__sample *sample, const struct rung__groups *groups,
                          size_t group, const struct rung__segment *segment)
{
  static const int slots[] = {RUNG__SLOT_ANSWERED, RUNG__SLOT_SOME_EVIDENCE,
                              RUNG__SLOT_SOME_ESTIMATE};
  rung__uwide weight = 0, squares = 0;
  for (size_t index = 0; index < sizeof slots / sizeof *slots; ++index) {
    const size_t slot = segment->first + (size_t)slots[index];
    weight += rung__groups_weight(groups, group, slot, 1);
    squares += rung__groups_square(groups, group, slot, 1);
  }
  const double kish = rung__weight_double(weight) * rung__weight_double(weight) /
                      rung__square_double(squares);
  sample->n = kish < sample->persons ? kish : sample->persons;
}

/* Whether a score is the weighted mean of its items' means, and nothing but answers counts. */
static enum rung__doubt is_joined(const rung_model *model, const struct rung__measure *measure,
                                  size_t *items)
{
  const bool adds = measure->by == RUNG__MEAN || measure->by == RUNG__SHARE ||
                    measure->by == RUNG__NET;
  if (!adds || measure->reshaped || measure->stands_in) return RUNG__NO_METHOD;
  for (size_t index = 0; index < measure->count; ++index) {
    const struct rung__term *term = &measure->term[index];
    if (term->is_measure ||
        (measure->has_at_least && model->items[term->index].answers != RUNG__POINTS))
      return RUNG__NO_METHOD;
    *items += rung__is_coupled(model, term);
  }
  return RUNG__SURE;
}

/* The variance of the score; the places of the items that count among the coupled ones come along. */
static double add_items(const struct rung__figures *figures, const struct rung__measure *measure,
                        const struct rung__coupled *coupled, size_t group)
{
  struct part part[RUNG__COUPLED_ITEMS];
  double variance = 0, factors = 0;
  size_t count = 0;
  for (size_t index = 0; index < measure->count; ++index) {
    const struct rung__term *term = &measure->term[index];
    if (!rung__is_coupled(figures->model, term)) continue;
    const double own = add_item(figures, measure, term, group, &part[count]);
    if (isnan(own)) {
      part[count++].factor = 0;
      continue;
    }
    variance += part[count].factor * part[count].factor * own;
    factors += part[count++].factor;
  }
  for (size_t a = 0; coupled != NULL && a < count; ++a) {
    for (size_t b = a + 1; b < count; ++b) {
      if (part[a].factor == 0 || part[b].factor == 0) continue;
      const struct part both[2] = {part[a], part[b]};
      variance += 2 * part[a].factor * part[b].factor *
                  covariance(&figures->cells, group, rung__couple_of_items(coupled, a, b),
                             rung__grid_double(coupled->step), both);
    }
  }
  return variance / (factors * factors);
}

void rung__sample_items(struct rung__sample *sample, const struct rung__figures *figures,
                        size_t index, size_t group)
{
  const struct rung__measure *measure = &figures->model->measures[index];
  const struct rung__shape *shape = figures->cells.shape;
  const struct rung__coupled *coupled = rung__coupled_items(&shape->couples, index);
  size_t items = 0;
  sample->doubt = is_joined(figures->model, measure, &items);
  if (sample->doubt != RUNG__SURE) return;
  if (!rung__shape_multiplies(shape))
    sample->doubt = RUNG__NO_PRODUCTS;
  else if (coupled == NULL && items > 1)
    sample->doubt = RUNG__NOT_COUPLED;
  if (sample->doubt != RUNG__SURE) return;
  count_persons(sample, &figures->cells, group, rung__shape_measure(shape, index));
  sample->variance = fmax(sample->n * add_items(figures, measure, coupled, group), 0);
}

/* The covariance of the means of two measures; 0 where nobody is scored on both. */
static double covary(const struct rung__figures *figures, const size_t index[2], size_t group,
                     const struct part part[2])
{
  const bool turned = index[0] > index[1];
  const size_t couple = rung__couple_of_scores(&figures->cells.shape->couples, index[turned],
                                               index[!turned]);
  const struct part both[2] = {part[turned], part[!turned]};
  if (couple == SIZE_MAX) return 0;
  return covariance(&figures->cells, group, couple, 1 / (double)RUNG__GRID, both);
}

/* The mean of a measure as a part by itself. */
static struct part part_of(const struct rung__figures *figures, size_t index, size_t group,
                           double mean)
{
  const struct rung__segment *segment = rung__shape_measure(figures->cells.shape, index);
  return (struct part){1, mean,
                       rung__weight_double(rung__groups_weight(&figures->cells, group,
                                                               segment->first, segment->active)),
                       0};
}

double rung__sample_correlation(const struct rung__figures *figures, size_t one, size_t other,
                                size_t group)
{
  const size_t index[2] = {one, other};
  struct rung__sample side[2];
  struct part part[2];
  if (!rung__shape_multiplies(figures->cells.shape)) return 0;
  for (int i = 0; i < 2; ++i) {
    side[i] = rung__sample_measure(figures, index[i], group);
    if (side[i].doubt != RUNG__SURE ||
        figures->model->measures[index[i]].across != RUNG__ACROSS_PEOPLE)
      return 0;
    part[i] = part_of(figures, index[i], group, side[i].mean);
  }
  const double product = side[0].variance / side[0].n * side[1].variance / side[1].n;
  const double correlation = covary(figures, index, group, part) / sqrt(product);
  return product > 0 ? fmax(-1, fmin(1, correlation)) : 0;
}

struct rung__sample rung__sample_gap(const struct rung__figures *figures,
                                     const struct rung__pair *pair, size_t group)
{
  const size_t index[2] = {pair->said, pair->done};
  struct rung__sample side[2], gap = {.doubt = RUNG__SURE};
  struct part part[2];
  for (int i = 0; i < 2; ++i) {
    side[i] = rung__sample_measure(figures, index[i], group);
    if (side[i].doubt != RUNG__SURE && gap.doubt != RUNG__WITHHELD) gap.doubt = side[i].doubt;
    if (gap.doubt == RUNG__SURE && figures->model->measures[index[i]].across != RUNG__ACROSS_PEOPLE)
      gap.doubt = RUNG__NO_METHOD;
    if (gap.doubt != RUNG__SURE) continue;
    part[i] = part_of(figures, index[i], group, side[i].mean);
  }
  if (gap.doubt == RUNG__SURE && !rung__shape_multiplies(figures->cells.shape))
    gap.doubt = RUNG__NO_PRODUCTS;
  if (gap.doubt != RUNG__SURE) return gap;
  gap.persons = fmin(side[0].persons, side[1].persons);
  gap.n = fmin(side[0].n, side[1].n);
  gap.mean = side[1].mean - side[0].mean;
  gap.low = side[1].low - side[0].high;
  gap.high = side[1].high - side[0].low;
  gap.pointed = side[0].pointed && side[1].pointed;
  gap.first = side[1].first - side[0].first;
  gap.second = side[0].second + side[1].second;
  const double apart = side[0].variance / side[0].n + side[1].variance / side[1].n -
                       2 * covary(figures, index, group, part);
  gap.variance = fmax(apart * gap.n, 0);
  return gap;
}
