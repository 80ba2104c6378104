/* One factor by maximum likelihood and by least squares.
 * SPDX-License-Identifier: Apache-2.0
 *
 * The likelihood is maximised over the logarithms of the uniquenesses u: for given u the best
 * loadings come from the largest eigenvalue of S = U^-1/2 R U^-1/2, and what is left to minimise is
 * the sum of e - 1 - log e over the other eigenvalues e (Joreskog 1967, equations 18 to 24). Newton's
 * method with its exact second derivatives (Clarke 1970) ends at the root of the gradient. */
#include "stats/one_factor.h"

#include <math.h>
#include <string.h>

#include "stats/symmetric.h"

#define STEPS_MAX 500
#define HALVINGS_MAX 40
#define GRADIENT_CLOSE 1e-13
#define DESCENTS_MAX 100000
#define DESCENT_CLOSE 1e-15

/* Where the search stands; arrays are parts of the room. */
struct search {
  size_t items;
  const double *correlation;
  double *place; /* log u */
  double *scaled, *values, *vectors;
  double *gradient, *hessian, *step, *tried;
  double fit;
};

size_t rung__one_factor_room(size_t items)
{
  return 3 * items * items + 5 * items;
}

static struct search search_in(double *room, const double *correlation, size_t items)
{
  const size_t square = items * items;
  return (struct search){.items = items,
                         .correlation = correlation,
                         .scaled = room,
                         .vectors = room + square,
                         .hessian = room + 2 * square,
                         .place = room + 3 * square,
                         .values = room + 3 * square + items,
                         .gradient = room + 3 * square + 2 * items,
                         .step = room + 3 * square + 3 * items,
                         .tried = room + 3 * square + 4 * items};
}

/* The fit at a place, with eigenvalues and eigenvectors; NaN where it is none. */
static double fit_at(struct search *search, const double *place)
{
  const size_t items = search->items;
  double fit = 0;
  for (size_t row = 0; row < items; ++row) {
    for (size_t column = 0; column < items; ++column)
      search->scaled[row * items + column] = search->correlation[row * items + column] *
                                             exp(-(place[row] + place[column]) / 2);
  }
  if (!rung__symmetric_eigen(search->scaled, items, search->values, search->vectors))
    return (double)NAN;
  for (size_t index = 1; index < items; ++index)
    fit += search->values[index] - 1 - log(search->values[index]);
  return fit;
}

static void differentiate(struct search *search)
{
  const size_t items = search->items;
  const double *values = search->values, *vectors = search->vectors, largest = values[0];
  for (size_t row = 0; row < items; ++row) {
    const double *a = vectors + row * items;
    search->gradient[row] = 0;
    for (size_t index = 1; index < items; ++index)
      search->gradient[row] += (1 - values[index]) * a[index] * a[index];
    for (size_t column = 0; column <= row; ++column) {
      const double *b = vectors + column * items;
      double plain = 0, weighted = 0, first = 0;
      for (size_t index = 1; index < items; ++index) {
        const double product = a[index] * b[index], value = values[index];
        plain += product;
        weighted += value * product;
        first += (1 - value) * (largest + value) / (largest - value) * product;
      }
      search->hessian[row * items + column] = search->hessian[column * items + row] = weighted *
                                                                                          plain +
                                                                                      a[0] * b[0] *
                                                                                          first;
    }
  }
}

/* Whether a uniqueness stands at its bound and would go below. */
static bool is_held(const struct search *search, size_t item)
{
  return search->place[item] <= log(RUNG__UNIQUENESS_LEAST) && search->gradient[item] > 0;
}

/* The largest slope along which the search may still go. */
static double steepest(const struct search *search)
{
  double most = 0;
  for (size_t item = 0; item < search->items; ++item) {
    if (!is_held(search, item)) most = fmax(most, fabs(search->gradient[item]));
  }
  return most;
}

/* Newton's step; a ridge is added until the second derivatives are positive definite. */
static bool find_step(struct search *search)
{
  const size_t items = search->items;
  for (double ridge = 0; ridge<1e6; ridge = ridge> 0 ? ridge * 10 : 1e-3) {
    memcpy(search->scaled, search->hessian, items * items * sizeof *search->scaled);
    for (size_t row = 0; row < items; ++row) {
      for (size_t column = 0; column < items; ++column) {
        if (is_held(search, row) || is_held(search, column))
          search->scaled[row * items + column] = row == column;
      }
      search->scaled[row * (items + 1)] += ridge;
      search->step[row] = is_held(search, row) ? 0 : -search->gradient[row];
    }
    if (!rung__cholesky(search->scaled, items)) continue;
    rung__cholesky_solve(search->scaled, items, search->step);
    return true;
  }
  return false;
}

/* Goes along the step as far as the fit does not become worse; false: nowhere. */
static bool go(struct search *search)
{
  const double rounding = 1e-14 * (1 + fabs(search->fit));
  double share = 1;
  for (size_t count = 0; count < HALVINGS_MAX; ++count, share /= 2) {
    for (size_t item = 0; item < search->items; ++item)
      search->tried[item] = fmax(search->place[item] +
                                     share * fmin(fmax(search->step[item], -2), 2),
                                 log(RUNG__UNIQUENESS_LEAST));
    const double fit = fit_at(search, search->tried);
    if (!(fit <= search->fit + rounding)) continue;
    memcpy(search->place, search->tried, search->items * sizeof *search->place);
    search->fit = fit;
    return true;
  }
  return false;
}

/* The sum of loadings is not below 0. */
static void direct(double *loading, size_t items)
{
  double sum = 0;
  for (size_t item = 0; item < items; ++item)
    sum += loading[item];
  for (size_t item = 0; item < items && sum < 0; ++item)
    loading[item] = -loading[item];
}

/* Where the search begins: (1 - 1/(2k)) (1 - smc) (Joreskog 1967, equation 39). */
static bool begin(struct search *search)
{
  const size_t items = search->items;
  if (!rung__symmetric_inverse(search->correlation, items, search->scaled)) return false;
  for (size_t item = 0; item < items; ++item) {
    const double unique = 1 / search->scaled[item * (items + 1)];
    search->place[item] = log(fmax((1 - 0.5 / (double)items) * unique, RUNG__UNIQUENESS_LEAST));
  }
  search->fit = fit_at(search, search->place);
  return !isnan(search->fit);
}

bool rung__one_factor_likelihood(const double *correlation, size_t items, double *room,
                                 double *loading, double *uniqueness, double *fit)
{
  struct search search = search_in(room, correlation, items);
  if (!begin(&search)) return false;
  differentiate(&search);
  for (size_t count = 0; count < STEPS_MAX && steepest(&search) > GRADIENT_CLOSE; ++count) {
    if (!find_step(&search)) return false;
    if (!go(&search)) break;
    differentiate(&search);
  }
  search.fit = fit_at(&search, search.place);
  if (!(steepest(&search) <= 1e-8)) return false;
  const double length = sqrt(fmax(search.values[0] - 1, 0));
  for (size_t item = 0; item < items; ++item) {
    uniqueness[item] = exp(search.place[item]);
    loading[item] = sqrt(uniqueness[item]) * length * search.vectors[item * items];
  }
  direct(loading, items);
  *fit = search.fit;
  return true;
}

/* The loading of one item that fits best with the others as they are. */
static double best_loading(const double *correlation, size_t items, const double *loading,
                           size_t item)
{
  double product = 0, squares = 0;
  const double most = sqrt(1 - RUNG__UNIQUENESS_LEAST);
  for (size_t other = 0; other < items; ++other) {
    if (other == item) continue;
    product += correlation[item * items + other] * loading[other];
    squares += loading[other] * loading[other];
  }
  return squares > 0 ? fmin(fmax(product / squares, -most), most) : 0;
}

bool rung__one_factor_minres(const double *correlation, size_t items, double *room, double *loading,
                             double *uniqueness, double *fit)
{
  double *copy = room, *vectors = room + items * items, *values = room + 2 * items * items;
  memcpy(copy, correlation, items * items * sizeof *copy);
  if (!rung__symmetric_eigen(copy, items, values, vectors)) return false;
  for (size_t item = 0; item < items; ++item)
    loading[item] = sqrt(fmax(values[0] - 1, 1e-3)) * vectors[item * items];
  double moved = 1;
  for (size_t count = 0; count < DESCENTS_MAX && moved > DESCENT_CLOSE; ++count) {
    moved = 0;
    for (size_t item = 0; item < items; ++item) {
      const double better = best_loading(correlation, items, loading, item);
      moved = fmax(moved, fabs(better - loading[item]));
      loading[item] = better;
    }
  }
  direct(loading, items);
  *fit = 0;
  for (size_t row = 0; row < items; ++row) {
    uniqueness[row] = 1 - loading[row] * loading[row];
    for (size_t column = 0; column < row; ++column) {
      const double left = correlation[row * items + column] - loading[row] * loading[column];
      *fit += left * left;
    }
  }
  return moved <= 1e-9;
}
