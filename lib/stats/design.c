/* Taylor-linearised variances: between the units of each stratum, stage by stage.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Särndal, Swensson & Wretman (1992), sections 3.7, 4.3 and 5.5: with t_hi the total of the
 * linearised values of unit i of stratum h, f_h the share of its units that was drawn,
 * V = sum_h (1 - f_h) n_h / (n_h - 1) sum_i (t_hi - t_h)^2; a further stage adds the same within
 * each unit, times the f_h of the stage above. */
#include "stats/design.h"

#include <math.h>
#include <stdlib.h>

#include <rung/stats/distribution.h>

#include "base/array.h"
#include "base/fail.h"
#include "stats/moments.h"

#define ROUNDS_MOST 10000
#define SETTLED 1e-13

/* Room for one stage's sums of two columns. */
struct sums {
  double *total[2]; /* [unit] */
  double *mean[2];  /* [stratum] */
  double *product;  /* [stratum] what a stratum adds */
};

static bool sums_new(struct sums *sums, const struct rung__stage *stage)
{
  const size_t count = 2 * stage->units + 3 * stage->strata;
  double *room = rung__array_new(count, sizeof *room);
  if (room == NULL) return false;
  sums->total[0] = room;
  sums->total[1] = room + stage->units;
  sums->mean[0] = room + 2 * stage->units;
  sums->mean[1] = sums->mean[0] + stage->strata;
  sums->product = sums->mean[1] + stage->strata;
  return true;
}

static void add_totals(const struct rung__stage *stage, const double *value, size_t rows,
                       double *total, double *mean)
{
  for (size_t row = 0; row < rows; ++row)
    total[stage->unit[row]] += value[row];
  for (size_t unit = 0; unit < stage->units; ++unit)
    mean[stage->stratum[unit]] += total[unit] / (double)stage->size[stage->stratum[unit]];
}

static bool is_lonely(const struct rung__stage *stage, size_t stratum)
{
  return stage->size[stratum] == 1 && stage->fraction[stratum] < 1;
}

static double mean_of(const double *total, size_t units)
{
  struct rung__total sum = {0};
  for (size_t unit = 0; unit < units; ++unit)
    rung__total_add(&sum, total[unit]);
  return rung__total_of(&sum) / (double)units;
}

/* What each stratum adds before fractions: n / (n - 1) times the products of distances. */
static void add_products(const struct rung__stage *stage, const struct sums *sums, bool adjust)
{
  const double whole[] = {mean_of(sums->total[0], stage->units),
                          mean_of(sums->total[1], stage->units)};
  for (size_t unit = 0; unit < stage->units; ++unit) {
    const size_t stratum = stage->stratum[unit];
    const double size = (double)stage->size[stratum];
    const bool about_all = adjust && is_lonely(stage, stratum);
    const double a = sums->total[0][unit] - (about_all ? whole[0] : sums->mean[0][stratum]);
    const double b = sums->total[1][unit] - (about_all ? whole[1] : sums->mean[1][stratum]);
    sums->product[stratum] += (size > 1 ? size / (size - 1) : 1) * a * b;
  }
}

/* The share of the stage above that holds a stratum of this one. */
static double share_above(const struct rung__design *design, size_t stage, size_t stratum)
{
  const struct rung__stage *above = &design->stage[0];
  return stage == 0 ? 1 : above->fraction[above->stratum[stratum]]; /* a stratum is a unit there */
}

static double sum_strata(const struct rung__design *design, size_t stage, const struct sums *sums,
                         size_t *lonely)
{
  const struct rung__stage *of = &design->stage[stage];
  struct rung__total sum = {0};
  *lonely = 0;
  for (size_t stratum = 0; stratum < of->strata; ++stratum) {
    const double share = share_above(design, stage, stratum);
    *lonely += share > 0 && is_lonely(of, stratum);
    rung__total_add(&sum, share * (1 - of->fraction[stratum]) * sums->product[stratum]);
  }
  return rung__total_of(&sum);
}

static rung_status add_stage(const struct rung__design *design, size_t stage, const double *first,
                             const double *second, double *covariance, rung_error *error)
{
  const struct rung__stage *of = &design->stage[stage];
  struct sums sums;
  size_t lonely;
  if (!sums_new(&sums, of)) return rung__fail_memory(error);
  add_totals(of, first, design->rows, sums.total[0], sums.mean[0]);
  add_totals(of, second, design->rows, sums.total[1], sums.mean[1]);
  add_products(of, &sums, design->lonely == RUNG_LONELY_ADJUST);
  double sum = sum_strata(design, stage, &sums, &lonely);
  free(sums.total[0]);
  if (lonely > 0 && design->lonely == RUNG_LONELY_FAIL)
    return rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                      "%zu strata have a single unit at stage %zu: say what becomes of them",
                      lonely, stage + 1);
  if (lonely > 0 && design->lonely == RUNG_LONELY_AVERAGE) {
    if (lonely == of->strata)
      return rung__fail(error, RUNG_E_NOT_ESTIMABLE, "every stratum has a single unit");
    sum *= (double)of->strata / (double)(of->strata - lonely);
  }
  *covariance += sum;
  return RUNG_OK;
}

rung_status rung__design_covariance(const struct rung__design *design, const double *first,
                                    const double *second, double *covariance, rung_error *error)
{
  *covariance = 0;
  for (size_t stage = 0; stage < design->stages; ++stage)
    TRY(add_stage(design, stage, first, second, covariance, error));
  return RUNG_OK;
}

/* Takes the mean of each group off the values over their weights; the greatest of these means. `room`
 * holds two numbers of each group. Of one margin means are weighted, of several they are of rows. */
static double take_off(const struct rung__design *design, const struct rung__codes *margin,
                       double *value, double *room)
{
  const bool weighted = design->margins == 1;
  double greatest = 0, *mean = room, *count = room + margin->count;
  for (size_t place = 0; place < 2 * margin->count; ++place)
    room[place] = 0;
  for (size_t row = 0; row < design->rows; ++row) {
    if (!(design->sampled[row] > 0)) continue;
    mean[margin->code[row]] += weighted ? value[row] : value[row] / design->sampled[row];
    count[margin->code[row]] += weighted ? design->sampled[row] : 1;
  }
  for (size_t group = 0; group < margin->count; ++group) {
    if (count[group] > 0) mean[group] /= count[group];
    greatest = fmax(greatest, fabs(mean[group]));
  }
  for (size_t row = 0; row < design->rows; ++row)
    value[row] -= design->sampled[row] * mean[margin->code[row]];
  return greatest;
}

static double greatest_of(const struct rung__design *design, const double *value)
{
  double greatest = 0;
  for (size_t row = 0; row < design->rows; ++row)
    if (design->sampled[row] > 0)
      greatest = fmax(greatest, fabs(value[row] / design->sampled[row]));
  return greatest;
}

/* Deville & Särndal (1992): an estimate with adjusted weights varies as the residuals from what its
 * weights were adjusted to. */
rung_status rung__design_off_margins(const struct rung__design *design, double *value,
                                     rung_error *error)
{
  size_t most = 0;
  for (size_t index = 0; index < design->margins; ++index)
    if (design->margin[index].count > most) most = design->margin[index].count;
  if (most == 0) return RUNG_OK;
  double *room = rung__array_new(most, 2 * sizeof *room);
  if (room == NULL) return rung__fail_memory(error);
  const double scale = greatest_of(design, value);
  bool settled = false;
  for (size_t round = 0; round < ROUNDS_MOST && !settled; ++round) {
    double greatest = 0;
    for (size_t index = 0; index < design->margins; ++index)
      greatest = fmax(greatest, take_off(design, &design->margin[index], value, room));
    settled = greatest <= SETTLED * scale;
  }
  free(room);
  return settled ? RUNG_OK
                 : rung__fail(error, RUNG_E_NOT_ESTIMABLE,
                              "what the margins explain was not found in %d rounds", ROUNDS_MOST);
}

double rung__korn_graubard(double of_values, double of_mean)
{
  return of_mean > 0 ? of_values / of_mean : NAN;
}

double rung__korn_graubard_adjusted(double effective, double n, double df, double confidence)
{
  if (!(n > 1) || !(df > 0)) return NAN;
  const double p = 0.5 + confidence / 2;
  const double ratio = rung_stats_t_quantile(p, n - 1) / rung_stats_t_quantile(p, df);
  return effective * ratio * ratio;
}
