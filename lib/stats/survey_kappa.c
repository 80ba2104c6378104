/* Cohen's kappa from a survey.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/survey.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/fail.h"
#include "base/sort.h"

/* The categories that come in either column, and their shares in each. */
struct shares {
  double *category; /* the least first */
  double *of[2];
  size_t count;
};

static bool shares_new(struct shares *shares, const struct rung__survey *survey)
{
  const size_t cells = 2 * survey->matrix.rows;
  double *room = rung__array_new(cells, 3 * sizeof *room);
  if (room == NULL) return false;
  *shares = (struct shares){room, {room + cells, room + 2 * cells}, 0};
  memcpy(room, survey->matrix.value, cells * sizeof *room);
  rung__sort(room, cells);
  for (size_t cell = 0; cell < cells; ++cell)
    if (shares->count == 0 || room[cell] != room[shares->count - 1])
      room[shares->count++] = room[cell];
  return true;
}

static size_t place_of(const struct shares *shares, double category)
{
  size_t low = 0, high = shares->count - 1;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (shares->category[middle] < category)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The share of equal pairs; fills the shares of categories. */
static double add_up(const struct rung__survey *survey, struct shares *shares)
{
  const size_t rows = survey->matrix.rows;
  const double *first = survey->matrix.value, *second = first + rows;
  struct rung__total equal = {0};
  for (size_t row = 0; row < rows; ++row) {
    const double share = survey->design.weight[row] / survey->weight;
    shares->of[0][place_of(shares, first[row])] += share;
    shares->of[1][place_of(shares, second[row])] += share;
    if (first[row] == second[row]) rung__total_add(&equal, share);
  }
  return rung__total_of(&equal);
}

/* d kappa = d po / (1 - pe) - (1 - po) / (1 - pe)^2 d pe */
static void linearise(struct rung__survey *survey, const struct shares *shares, double observed,
                      double expected)
{
  const size_t rows = survey->matrix.rows;
  const double *first = survey->matrix.value, *second = first + rows, rest = 1 - expected;
  for (size_t row = 0; row < rows; ++row) {
    const double share = survey->design.weight[row] / survey->weight;
    const double chance = shares->of[1][place_of(shares, first[row])] +
                          shares->of[0][place_of(shares, second[row])] - 2 * expected;
    survey->value[row] = share * (((first[row] == second[row]) - observed) / rest -
                                  (1 - observed) / (rest * rest) * chance);
  }
}

rung_status rung__survey_kappa(struct rung__survey *survey, double *estimate, rung_error *error)
{
  struct shares shares;
  if (!shares_new(&shares, survey)) return rung__fail_memory(error);
  const double observed = add_up(survey, &shares);
  struct rung__total chance = {0};
  for (size_t place = 0; place < shares.count; ++place)
    rung__total_add(&chance, shares.of[0][place] * shares.of[1][place]);
  const double expected = rung__total_of(&chance);
  linearise(survey, &shares, observed, expected);
  free(shares.category);
  if (!(expected < 1 - 1e-12)) /* a sum of shares that is 1 but for rounding */
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "there is a single category");
  *estimate = (observed - expected) / (1 - expected);
  return RUNG_OK;
}
