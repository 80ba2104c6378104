/* Tails of gamma and beta distributions: by quadrature for large shapes, and inverted.
 * SPDX-License-Identifier: Apache-2.0 */
#include "stats/distribution.h"

#include <math.h>
#include <stddef.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define PANELS_MOST 200
#define STEPS_MOST 1000

/* Gauss-Legendre, 16 nodes, the positive half. */
static const double NODE[] = {
    0.095012509837637440185, 0.28160355077925891323, 0.45801677765722738634, 0.61787624440264374845,
    0.7554044083550030339,   0.86563120238783174388, 0.94457502307323257608, 0.9894009349916499326};
static const double WEIGHT[] = {0.18945061045506849629,  0.18260341504492358887,
                                0.16915651939500253819,  0.14959598881657673208,
                                0.12462897125553387205,  0.09515851168249278481,
                                0.062253523938647892863, 0.027152459411754094852};

/* The integrand at a distance; `slope` is that of its logarithm at 0, which is taken out. */
static double value(const struct rung__tail_integrand *it, double slope, double distance)
{
  if (distance >= it->down) return 0;
  const double fall = it->fall == 0 ? 0 : it->fall * rung__log1p_minus(-distance / it->down);
  const double rise = it->rise == 0 ? 0 : it->rise * rung__log1p_minus(distance / it->up);
  return exp(fall + rise - slope * distance);
}

/* It falls at least like a bell from its top, so panels as wide as its bend or its slope say are
 * integrated to the last digit by 16 nodes. */
double rung__tail_integral(const struct rung__tail_integrand *it)
{
  const double fall = it->fall / it->down, rise = it->rise / it->up;
  const double slope = fall - rise + it->decay;
  const double bend = sqrt(fall / it->down + rise / it->up);
  const double half = 0.5 / fmax(slope, bend);
  double sum = 0;
  for (int panel = 0; panel < PANELS_MOST; ++panel) {
    const double middle = (2 * panel + 1) * half;
    double part = 0;
    for (size_t index = 0; index < LENGTH(NODE); ++index)
      part += WEIGHT[index] * (value(it, slope, middle - half * NODE[index]) +
                               value(it, slope, middle + half * NODE[index]));
    sum += part;
    if (part <= sum * 1e-18) break;
  }
  return sum * half;
}

double rung__newton(double target, double tail, double power, double stride)
{
  if (!(tail > 0 && power > 0)) return fmin(stride, 1);
  /* log1p where they are close: their logarithms would differ in the last digits only */
  const double ratio = (target - tail) / tail;
  return (fabs(ratio) < 0.5 ? log1p(ratio) : log(target) - log(tail)) * (tail / power);
}

bool rung__newton_on(struct rung__root *root, double change)
{
  if (!isfinite(change)) return false;
  *(change > 0 ? &root->low : &root->high) = root->u;
  double next = root->u + fmax(-2, fmin(2, change));
  const bool is_last = fabs(change) <= 1e-9; /* the next would be as its square */
  if (!is_last && !(next > root->low && next < root->high) && isfinite(root->high - root->low))
    next = 0.5 * (root->low + root->high);
  root->u = next;
  return !is_last && ++root->steps < STEPS_MOST;
}
