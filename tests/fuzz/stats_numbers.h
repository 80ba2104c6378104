/* Statistics of numbers to a number, called with any: they end, and probabilities are ones.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_TESTS_FUZZ_STATS_NUMBERS_H
#define RUNG_TESTS_FUZZ_STATS_NUMBERS_H

#include "stats_given.h"

static inline bool is_probability(double p)
{
  return isnan(p) || (p >= 0 && p <= 1);
}

/* Two tails are the whole, or neither is there. */
static inline void check_tails(double lower, double upper)
{
  MUST(is_probability(lower) && is_probability(upper) && isnan(lower) == isnan(upper));
  MUST(isnan(lower) || fabs(lower + upper - 1) < 1e-9);
}

static inline void check_distributions(double x, double a, double b)
{
  check_tails(rung_stats_normal_cdf(x), rung_stats_normal_upper(x));
  check_tails(rung_stats_gamma_cdf(x, a), rung_stats_gamma_upper(x, a));
  check_tails(rung_stats_beta_cdf(x, a, b), rung_stats_beta_upper(x, a, b));
  check_tails(rung_stats_chi_square_cdf(x, a), rung_stats_chi_square_upper(x, a));
  check_tails(rung_stats_t_cdf(x, a), rung_stats_t_upper(x, a));
  check_tails(rung_stats_f_cdf(x, a, b), rung_stats_f_upper(x, a, b));
  MUST(is_probability(rung_stats_noncentral_t_cdf(x, a, b)));
  MUST(is_probability(rung_stats_bivariate_normal_cdf(x, a, b)));
  MUST(!(rung_stats_normal_density(x) < 0));
}

static inline void check_quantiles(double p, double a, double b)
{
  const double beta = rung_stats_beta_quantile(p, a, b);
  MUST(isnan(rung_stats_normal_quantile(p)) == !(p >= 0 && p <= 1));
  MUST(!(rung_stats_gamma_quantile(p, a) < 0) && !(rung_stats_chi_square_quantile(p, a) < 0));
  MUST(!(rung_stats_f_quantile(p, a, b) < 0) && is_probability(beta));
  MUST(isnan(rung_stats_t_quantile(p, a)) || (p >= 0 && p <= 1));
  MUST(!isinf(rung_stats_noncentral_t_delta(a, b, p)));
  MUST(isnan(rung_stats_noncentral_t_quantile(p, a, b)) ==
       !(p >= 0 && p <= 1 && a >= 0.5 && isfinite(b)));
}

static inline void check_numbers(struct bytes *bytes)
{
  const double a = number_of(next(bytes)), b = number_of(next(bytes)), c = number_of(next(bytes));
  check_distributions(a, b, c);
  check_quantiles(a, b, c);
  MUST(!isinf(rung_stats_spearman_brown(a, b)) && !isinf(rung_stats_spearman_brown_length(a, b)));
  MUST(!isinf(rung_stats_disattenuated(a, b, c)));
  MUST(!(rung_stats_korn_graubard_n(a, b, c, some_settings(next(bytes) % 4)) > b));
  (void)rung_stats_log_gamma(a);
  (void)rung_stats_true_score(a, b, c);
}

#endif
