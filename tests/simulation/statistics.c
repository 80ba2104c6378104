/* How often the limits of single statistics hold the truth: alpha, Hedges' g, and shares.
 * SPDX-License-Identifier: Apache-2.0 */
#include <math.h>

#include "parts.h"
#include "survey.h"

enum { ITEMS_OF_EACH = 5, ROWS_MOST = 1000, SHARES = 4, KINDS = 3 };
#define EFFECT 0.5 /* the true standardised difference */

static const size_t SIZES[] = {10, 30, 100, 300, 1000};

/* One interval, and how often it held. */
struct score {
  const char *figure;
  double count, held, under, over, width;
};

static void hold(struct score *score, double low, double high, double truth)
{
  if (isnan(low) || isnan(high)) return;
  ++score->count;
  score->held += low <= truth && truth <= high;
  score->under += truth < low;
  score->over += truth > high;
  score->width += high - low;
}

static void write_score(const struct score *score, size_t n, double skew)
{
  row_write(&(struct row){.part = "statistics",
                          .figure = score->figure,
                          .n = n,
                          .skew = skew,
                          .weights = "none",
                          .bin = -1,
                          .count = score->count,
                          .held = score->held,
                          .under = score->under,
                          .over = score->over,
                          .mean = score->width / fmax(score->count, 1)});
}

/* Columns of answers on points; of the normal numbers themselves where `shift` is NaN. */
static void draw_columns(struct chance *chance, size_t n, double shift,
                         double column[ITEMS_OF_EACH][ROWS_MOST])
{
  for (size_t row = 0; row < n; ++row) {
    const double common = normal(chance);
    for (int item = 0; item < ITEMS_OF_EACH; ++item) {
      const double latent = sqrt(SHARED) * common + sqrt(1 - SHARED) * normal(chance);
      column[item][row] = isnan(shift) ? latent : answer_at(latent, shift);
    }
  }
}

static double true_alpha(double shift)
{
  double shared = SHARED;
  if (!isnan(shift)) {
    const struct score_truth of = truth_of_score(shift, SHARED, ITEMS_OF_EACH);
    shared = of.true_variance / of.item_variance;
  }
  return ITEMS_OF_EACH * shared / (1 + (ITEMS_OF_EACH - 1) * shared);
}

static void simulate_alpha(struct chance *chance, size_t n, double skew, size_t samples)
{
  static double values[ITEMS_OF_EACH][ROWS_MOST];
  const double shift = isnan(skew) ? NAN : shift_of_skew(skew), truth = true_alpha(shift);
  struct score feldt = {.figure = isnan(skew) ? "alpha normal Feldt" : "alpha points Feldt"};
  struct score duhachek = {.figure = isnan(skew) ? "alpha normal Duhachek"
                                                 : "alpha points Duhachek"};
  for (size_t sample = 0; sample < samples; ++sample) {
    rung_column column[ITEMS_OF_EACH];
    double out[RUNG_ALPHA_FELDT_HIGH + 1];
    draw_columns(chance, n, shift, values);
    for (int item = 0; item < ITEMS_OF_EACH; ++item)
      column[item] = (rung_column){
          .data = values[item], .length = (int64_t)n, .type = RUNG_TYPE_DOUBLE};
    const rung_status status = rung_stats_alpha(column, ITEMS_OF_EACH, NULL, RUNG_MISSING_LISTWISE,
                                                NULL, out, sizeof out / sizeof *out, NULL);
    if (status != RUNG_OK) continue;
    hold(&feldt, out[RUNG_ALPHA_FELDT_LOW], out[RUNG_ALPHA_FELDT_HIGH], truth);
    hold(&duhachek, out[RUNG_ALPHA_LOW], out[RUNG_ALPHA_HIGH], truth);
  }
  write_score(&feldt, n, isnan(skew) ? 0 : skew);
  write_score(&duhachek, n, isnan(skew) ? 0 : skew);
}

/* Two groups of n, n counted in each. */
static void simulate_gap(struct chance *chance, size_t n, size_t samples)
{
  static double value[2][ROWS_MOST];
  struct score g = {.figure = "Hedges g"};
  for (size_t sample = 0; sample < samples; ++sample) {
    rung_column column[2];
    double out[RUNG_INDEPENDENT_G_HIGH + 1];
    for (int side = 0; side < 2; ++side) {
      for (size_t row = 0; row < n; ++row)
        value[side][row] = normal(chance) + (side == 0 ? EFFECT : 0);
      column[side] = (rung_column){
          .data = value[side], .length = (int64_t)n, .type = RUNG_TYPE_DOUBLE};
    }
    const rung_status status = rung_stats_independent(&column[0], &column[1], NULL, NULL, out,
                                                      sizeof out / sizeof *out, NULL);
    if (status == RUNG_OK)
      hold(&g, out[RUNG_INDEPENDENT_G_LOW], out[RUNG_INDEPENDENT_G_HIGH], EFFECT);
  }
  write_score(&g, n, 0);
}

/* Nothing is drawn: every count is weighed by its binomial probability. `skew` holds the share. */
static void reckon_share(size_t n, double share)
{
  static const char *const names[KINDS] = {"share Wilson", "share Clopper-Pearson",
                                           "share Jeffreys"};
  static const rung_share kinds[KINDS] = {RUNG_SHARE_WILSON, RUNG_SHARE_CLOPPER_PEARSON,
                                          RUNG_SHARE_JEFFREYS};
  for (int kind = 0; kind < KINDS; ++kind) {
    double held = 0, width = 0, logarithm = (double)n * log1p(-share);
    for (size_t count = 0; count <= n; ++count) {
      double out[RUNG_SHARE_INTERVAL_HIGH + 1];
      must(rung_stats_share_interval((double)count, (double)n, kinds[kind], NULL, out,
                                     sizeof out / sizeof *out, NULL),
           "share", &(rung_error){.status = 0});
      const double low = out[RUNG_SHARE_INTERVAL_LOW], high = out[RUNG_SHARE_INTERVAL_HIGH];
      if (low <= share && share <= high) held += exp(logarithm);
      width += exp(logarithm) * (high - low);
      logarithm += log((double)(n - count) / (double)(count + 1)) + log(share) - log1p(-share);
    }
    row_write(&(struct row){.part = "exact",
                            .figure = names[kind],
                            .n = n,
                            .skew = share,
                            .weights = "none",
                            .bin = -1,
                            .count = 1e6,
                            .held = 1e6 * held,
                            .mean = width});
  }
}

void simulate_statistics(const struct plan *plan)
{
  static const double shares[SHARES] = {0.02, 0.1, 0.3, 0.5};
  const size_t samples = plan->quick ? 1000 : 10000;
  for (size_t size = 0; size < sizeof SIZES / sizeof *SIZES; ++size) {
    const size_t n = SIZES[size];
    struct chance chance = chance_of(plan->seed, 4000 + size);
    if (plan->quick && n > 100) continue;
    simulate_alpha(&chance, n, NAN, samples);
    simulate_alpha(&chance, n, 0, samples);
    simulate_alpha(&chance, n, 0.9, samples);
    simulate_alpha(&chance, n, 2.5, samples);
    simulate_gap(&chance, n, samples);
    for (int share = 0; share < SHARES; ++share)
      reckon_share(n, shares[share]);
  }
}
