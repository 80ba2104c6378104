/* Reliability: alpha from products, with the conventions of rung_stats_alpha().
 * SPDX-License-Identifier: Apache-2.0 */
#include "findings/reliability.h"

#include <float.h>
#include <math.h>

#include "findings/sample.h"
#include "stats/alpha.h"

/* The sums over an upper triangle of covariances. */
struct triangle {
  double trace, all; /* the diagonal; all elements */
  double n_inverse;  /* of the n of pairs */
  size_t pairs;
};

/* The variance of an item under a measure, in its steps; NaN: fewer than two answered. */
static double variance_of(const struct rung__figures *figures, const struct rung__measure *measure,
                          const struct rung__term *term, size_t group)
{
  const struct rung__sample sample = rung__sample_term(figures, measure, term, group);
  if (!(sample.persons >= 2)) return NAN;
  return sample.variance * sample.persons / (sample.persons - 1);
}

/* The covariance of a couple over the persons with both, around their means there. */
static double covariance_of(const struct rung__groups *groups, size_t group, size_t couple,
                            double step, struct triangle *triangle)
{
  const double count = rung__couple_count(groups, group, couple);
  if (count < 2) return NAN;
  const double weight = rung__weight_double(rung__couple_weight(groups, group, couple));
  const double squares = rung__square_double(rung__couple_square(groups, group, couple));
  double sum[RUNG__NARROW_SUMS];
  for (int product = 0; product < RUNG__NARROW_SUMS; ++product) {
    const struct rung__sum exact = rung__couple_sum(groups, group, couple,
                                                    (enum rung__product)product);
    sum[product] = rung__sum_double(&exact) / (double)RUNG__WEIGHT_ONE;
  }
  triangle->n_inverse += squares / (weight * weight);
  triangle->pairs++;
  const double apart = sum[RUNG__OF_BOTH] - sum[RUNG__OF_FIRST] * sum[RUNG__OF_SECOND] / weight;
  return apart / weight * count / (count - 1) * step * step;
}

static struct triangle triangle_of(const struct rung__figures *figures,
                                   const struct rung__coupled *coupled, size_t group)
{
  const struct rung__measure *measure = &figures->model->measures[coupled->measure];
  const double step = rung__grid_double(coupled->step);
  struct triangle triangle = {0};
  for (size_t index = 0; index < measure->count; ++index) {
    const struct rung__term *term = &measure->term[index];
    if (!rung__is_coupled(figures->model, term)) continue;
    triangle.trace += variance_of(figures, measure, term, group);
  }
  triangle.all = triangle.trace;
  for (size_t a = 0; a < coupled->count; ++a) {
    for (size_t b = a + 1; b < coupled->count; ++b)
      triangle.all += 2 * covariance_of(&figures->cells, group,
                                        rung__couple_of_items(coupled, a, b), step, &triangle);
  }
  return triangle;
}

/* Why a measure has no alpha whatever is answered. */
static enum rung__doubt is_reliable(const struct rung__figures *figures, size_t index,
                                    const struct rung__coupled *coupled)
{
  const struct rung__measure *measure = &figures->model->measures[index];
  size_t items = 0;
  if (!measure->reflective) return RUNG__FORMATIVE;
  if (measure->ipsative) return RUNG__WITHIN_ROWS;
  for (size_t term = 0; term < measure->count; ++term) {
    if (measure->term[term].is_measure) return RUNG__OF_MEASURES;
    items += rung__is_coupled(figures->model, &measure->term[term]);
  }
  if (items < 2) return RUNG__ONE_ITEM;
  if (!rung__shape_multiplies(figures->cells.shape)) return RUNG__NO_PRODUCTS;
  return coupled == NULL ? RUNG__NOT_COUPLED : RUNG__SURE;
}

static void fill(rung_findings *findings, const struct rung__figures *figures, size_t group,
                 size_t measure)
{
  struct rung__table *table = &findings->table[RUNG_TABLE_MEASURE];
  const struct rung__coupled *coupled = rung__coupled_items(&figures->cells.shape->couples,
                                                            measure);
  const size_t row = group * table->each + measure;
  enum rung__doubt doubt = is_reliable(figures, measure, coupled);
  double alpha = NAN, limit[2] = {NAN, NAN};
  if (doubt == RUNG__SURE) {
    const struct triangle of = triangle_of(figures, coupled, group);
    const double items = coupled->count;
    if (of.all > of.trace * items * DBL_EPSILON)
      alpha = items / (items - 1) * (1 - of.trace / of.all);
    else
      doubt = RUNG__NO_VARIANCE;
    rung__alpha_feldt(alpha, coupled->count, (double)of.pairs / of.n_inverse, findings->confidence,
                      limit);
  }
  rung__table_put(table, row, RUNG_FIGURE_RELIABILITY, alpha);
  rung__table_put(table, row, RUNG_FIGURE_RELIABILITY_LOW, limit[0]);
  rung__table_put(table, row, RUNG_FIGURE_RELIABILITY_HIGH, limit[1]);
  rung__table_doubt(table, row, RUNG__OF_RELIABILITY, doubt);
}

void rung__fill_reliability(rung_findings *findings, const struct rung__figures *figures)
{
  for (size_t group = 0; group < figures->count; ++group) {
    for (size_t measure = 0; measure < figures->model->measure_count; ++measure)
      fill(findings, figures, group, measure);
  }
}
