/* Tests of stats/distribution: values to full accuracy, tails, inverses, and what is out of range.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <float.h>

#include <rung/stats/distribution.h>

#include "stats/distribution.h"

#define CLOSE 1e-13

/* The expected values are from 50 digits of mpmath's incomplete functions. */
static void values_agree_with_fifty_digits(void **state)
{
  (void)state;
  const struct {
    const char *label;
    double found, expected;
  } cases[] = {
      {"log gamma .1", rung_stats_log_gamma(.1), 2.252712651734206},
      {"log gamma 3.5", rung_stats_log_gamma(3.5), 1.2009736023470742},
      {"log gamma 1e6", rung_stats_log_gamma(1e6), 12815504.569147612},
      {"normal -1.5", rung_stats_normal_cdf(-1.5), 0.066807201268858066},
      {"normal -30", rung_stats_normal_cdf(-30), 4.9067139271481871e-198},
      {"gamma .25, .5", rung_stats_gamma_cdf(.25, .5), 0.52049987781304654},
      {"gamma above 120, 100", rung_stats_gamma_upper(120, 100), 0.027863739890520661},
      {"beta .3, 2, 5", rung_stats_beta_cdf(.3, 2, 5), 0.579825},
      {"beta .001, .5, 80", rung_stats_beta_cdf(.001, .5, 80), 0.31045708481484148},
      {"t -2.5, 7", rung_stats_t_cdf(-2.5, 7), 0.020496109292876448},
      {"t -3, .5", rung_stats_t_cdf(-3, .5), 0.18365407799297172},
      {"t -4, 1e7", rung_stats_t_cdf(-4, 1e7), 3.1671469345084378e-5},
      {"F above 3, 4, 10", rung_stats_f_upper(3, 4, 10), 0.072323222288140233},
      {"chi-square above 3.84, 1", rung_stats_chi_square_upper(3.84, 1), 0.050043521248705099},
  };
  for (size_t index = 0; index < LENGTH(cases); ++index)
    assert_case(cases[index].label, fabs(cases[index].found / cases[index].expected - 1) < CLOSE);
}

/* P(X <= 0, Y <= 0) = 1/4 + asin(rho) / (2 pi) (Sheppard 1899). */
static void quadrants_follow_sheppard(void **state)
{
  (void)state;
  static const double RHO[] = {-1, -.999999, -.95, -.9, -.3, 0, .5, .924, .926, .99, .9999999, 1};
  for (size_t index = 0; index < LENGTH(RHO); ++index)
    assert_close(rung_stats_bivariate_normal_cdf(0, 0, RHO[index]),
                 .25 + asin(RHO[index]) / 6.28318530717958648, 1e-15);
}

static void bivariate_margins_and_complements_add_up(void **state)
{
  (void)state;
  uint64_t random = 5;
  for (int round = 0; round < 2000; ++round) {
    const double x = (double)(next_random(&random) % 8000) / 1000 - 4;
    const double y = (double)(next_random(&random) % 8000) / 1000 - 4;
    const double rho = (double)(next_random(&random) % 20001) / 10000 - 1;
    const double below = rung_stats_bivariate_normal_cdf(x, y, rho);
    assert_close(below + rung_stats_bivariate_normal_cdf(x, -y, -rho), rung_stats_normal_cdf(x),
                 1e-15);
  }
  assert_close(rung_stats_bivariate_normal_cdf(1, INFINITY, .5), rung_stats_normal_cdf(1), 0);
  assert_close(rung_stats_bivariate_normal_cdf(-INFINITY, 1, .5), 0, 0);
}

/* F(t; df, delta): Student's where delta is 0; P(T <= 0) = Phi(-delta) for every df. */
static void noncentral_t_has_its_known_cases(void **state)
{
  (void)state;
  static const double DF[] = {.5, 1, 3, 30, 1000, 1e7}, T[] = {-40, -3, -.1, 0, .7, 5};
  for (size_t df = 0; df < LENGTH(DF); ++df) {
    for (size_t t = 0; t < LENGTH(T); ++t) {
      const double central = rung_stats_t_cdf(T[t], DF[df]);
      const double found = rung_stats_noncentral_t_cdf(T[t], DF[df], 0);
      assert_case("central", central < 1e-290 || fabs(found / central - 1) < 4e-13);
    }
    assert_close(rung_stats_noncentral_t_cdf(0, DF[df], 1.25) / rung_stats_normal_cdf(-1.25), 1,
                 CLOSE);
  }
}

static void a_large_t_of_the_other_sign_has_all_or_nothing_below(void **state)
{
  (void)state;
  static const double DF[] = {.7, 1.4, 5, 300}, FAR[] = {40, 4e4, 9e6};
  for (size_t df = 0; df < LENGTH(DF); ++df) {
    for (size_t far = 0; far < LENGTH(FAR); ++far) {
      assert_close(rung_stats_noncentral_t_cdf(FAR[far], DF[df], -FAR[far] / 3), 1, 1e-13);
      assert_close(rung_stats_noncentral_t_cdf(-FAR[far], DF[df], FAR[far] / 3), 0, 1e-13);
    }
  }
}

static void noncentrality_is_found_again(void **state)
{
  (void)state;
  static const double DF[] = {1, 4, 29, 800, 1e6}, T[] = {-6, 0, 2.2, 31}, P[] = {.001, .5, .975};
  for (size_t df = 0; df < LENGTH(DF); ++df) {
    for (size_t t = 0; t < LENGTH(T); ++t) {
      for (size_t p = 0; p < LENGTH(P); ++p) {
        const double delta = rung_stats_noncentral_t_delta(T[t], DF[df], P[p]);
        assert_close(rung_stats_noncentral_t_cdf(T[t], DF[df], delta), P[p], 1e-13);
      }
    }
  }
}

/* What it is from 40 digits of mpmath; R's qt() agrees to the 11 digits that it promises. */
static void noncentral_quantiles_are_those_of_forty_digits(void **state)
{
  (void)state;
  static const double CASES[][4] = {{.975, 10, 1, 3.5405055351766386},
                                    {.05, 3, -2, -6.8523475171457106},
                                    {.5, 2.5, 4, 4.5746495565604795},
                                    {.001, 30, 5, 1.8376192331714470},
                                    {.9, 5, .5, 2.1266783299898373}};
  for (size_t row = 0; row < LENGTH(CASES); ++row) {
    const double *of = CASES[row];
    assert_close(rung_stats_noncentral_t_quantile(of[0], of[1], of[2]), of[3], 1e-13 * fabs(of[3]));
    assert_close(rung_stats_noncentral_t_quantile(1 - of[0], of[1], -of[2]), -of[3], 1e-12);
  }
}

static void noncentral_quantiles_invert_both_tails(void **state)
{
  (void)state;
  static const double DF[] = {.5, 1, 2.5, 29, 1e4}, DELTA[] = {-30, -2, 0, .5, 8},
                      P[] = {1e-100, 1e-10, .025, .3, .5, .8, .999};
  for (size_t df = 0; df < LENGTH(DF); ++df) {
    for (size_t delta = 0; delta < LENGTH(DELTA); ++delta) {
      for (size_t p = 0; p < LENGTH(P); ++p) {
        const double t = rung_stats_noncentral_t_quantile(P[p], DF[df], DELTA[delta]);
        const bool lower = P[p] <= .5;
        const double tail = lower ? P[p] : 1 - P[p];
        const double found = lower ? rung_stats_noncentral_t_cdf(t, DF[df], DELTA[delta])
                                   : rung_stats_noncentral_t_cdf(-t, DF[df], -DELTA[delta]);
        assert_close(found / tail, 1, 1e-13 * (1 - log(tail)));
      }
    }
  }
  assert_close(rung_stats_noncentral_t_quantile(.3, 7, 0), rung_stats_t_quantile(.3, 7), 1e-14);
  assert_close(rung_stats_noncentral_t_quantile(.3, INFINITY, 2),
               2 + rung_stats_normal_quantile(.3), 0);
  assert_true(rung_stats_noncentral_t_quantile(0, 5, 1) == -INFINITY &&
              rung_stats_noncentral_t_quantile(1, 5, 1) == INFINITY &&
              rung_stats_noncentral_t_quantile(1e-300, .5, 0) == -INFINITY);
}

/* P(T <= t) falls as |t|^-df; of one degree of freedom, without an effect, it is 1 / (pi |t|). */
static void a_tail_is_a_power_of_t_however_far(void **state)
{
  (void)state;
  const double central = rung_stats_noncentral_t_cdf(-1e40, 1, 0), far = -1e200;
  assert_close(central * 1e40 * acos(-1), 1, 1e-13);
  assert_close(rung_stats_noncentral_t_cdf(far, 1, 0) * 1e200 * acos(-1), 1, 1e-12);
  const double near = rung_stats_noncentral_t_cdf(-1e10, .5, -3) * 1e5;
  assert_close(rung_stats_noncentral_t_cdf(far, .5, -3) * 1e100 / near, 1, 1e-9);
  const double off = rung_stats_noncentral_t_cdf(-1e100, .5, -1e4) * 1e50;
  assert_close(rung_stats_noncentral_t_cdf(-1e304, .5, -1e4) * 1e152 / off, 1, 1e-12);
}

/* Beyond some t the search gives way to an expansion: both say the same where they meet, the limit is
 * that of chi, and what the one finds the other inverts. */
static void far_noncentralities_join_on_to_near_ones(void **state)
{
  (void)state;
  const double df[] = {0.5, 1, 3, 40, 1000}, p[] = {0.975, 0.5, 0.025};
  for (size_t row = 0; row < LENGTH(df); ++row) {
    for (size_t column = 0; column < LENGTH(p); ++column) {
      const double x = sqrt(rung_stats_chi_square_quantile(1 - p[column], df[row]) / df[row]);
      const double bend = (df[row] - 1) / x - df[row] * x;
      const double edge = 3e3 * fmax(fmax(1 / x, sqrt(2 * df[row])), fabs(bend));
      const double near = rung_stats_noncentral_t_delta(0.999 * edge, df[row], p[column]);
      const double far = rung_stats_noncentral_t_delta(1.001 * edge, df[row], p[column]);
      assert_close(far / near * 0.999 / 1.001, 1 - bend / x / (2 * edge * edge) * -0.004, 2e-12);
      assert_close(rung_stats_noncentral_t_cdf(1.001 * edge, df[row], far) / p[column], 1, 1e-11);
      assert_close(rung_stats_noncentral_t_cdf(-1.001 * edge, df[row], -far), 1 - p[column], 1e-11);
      assert_close(rung_stats_noncentral_t_delta(1e20, df[row], p[column]) / 1e20 / x, 1, 1e-13);
      assert_close(rung_stats_noncentral_t_delta(-1e20, df[row], 1 - p[column]) / -1e20 / x, 1,
                   1e-12);
    }
  }
  assert_true(isnan(rung_stats_noncentral_t_delta(1, 0.4, 0.5)) &&
              isnan(rung_stats_noncentral_t_cdf(1, 0.4, 0)));
}

static void quantiles_invert_over_all_shapes(void **state)
{
  (void)state;
  static const double P[] = {1e-300, 1e-30, 1e-5, .01, .3, .5, .7, .975, .999999},
                      SHAPE[] = {.05, .25, .5, 1, 2.5, 17, 400, 12000, 5e6};
  for (size_t p = 0; p < LENGTH(P); ++p) {
    const double tolerance = 4e-13 * fmin(P[p], 1 - P[p]) * (1 - log(fmin(P[p], 1 - P[p]))) / .05;
    for (size_t a = 0; a < LENGTH(SHAPE); ++a) {
      const double gamma = rung_stats_gamma_quantile(P[p], SHAPE[a]);
      if (gamma > 1e-290) assert_close(rung_stats_gamma_cdf(gamma, SHAPE[a]), P[p], tolerance);
      const double t = rung_stats_t_quantile(P[p], 2 * SHAPE[a]);
      if (fabs(t) < 1e150) assert_close(rung_stats_t_cdf(t, 2 * SHAPE[a]), P[p], tolerance);
      for (size_t b = 0; b < LENGTH(SHAPE); ++b) {
        const double f = rung_stats_f_quantile(P[p], 2 * SHAPE[a], 2 * SHAPE[b]);
        if (f > 1e-290 && f < 1e290)
          assert_close(rung_stats_f_cdf(f, 2 * SHAPE[a], 2 * SHAPE[b]), P[p],
                       tolerance * fmax(1, sqrt(SHAPE[a]) / 100));
      }
    }
  }
}

static void ends_and_what_is_out_of_range(void **state)
{
  (void)state;
  const double nan[] = {rung_stats_normal_quantile(-.1),
                        rung_stats_normal_quantile(1.1),
                        rung_stats_normal_cdf(NAN),
                        rung_stats_gamma_cdf(1, 0),
                        rung_stats_gamma_cdf(NAN, 1),
                        rung_stats_gamma_quantile(2, 1),
                        rung_stats_beta_cdf(.5, -1, 1),
                        rung_stats_beta_quantile(.5, 1, INFINITY),
                        rung_stats_t_cdf(1, 0),
                        rung_stats_t_quantile(.5, NAN),
                        rung_stats_f_cdf(1, 0, 1),
                        rung_stats_f_quantile(.5, 1, 0),
                        rung_stats_chi_square_upper(1, -2),
                        rung_stats_log_gamma(0),
                        rung_stats_noncentral_t_cdf(1, 0, 0),
                        rung_stats_noncentral_t_delta(1, 5, 0),
                        rung_stats_noncentral_t_quantile(-.1, 5, 0),
                        rung_stats_noncentral_t_quantile(.5, .4, 0),
                        rung_stats_noncentral_t_quantile(.5, 5, INFINITY),
                        rung_stats_noncentral_t_quantile(NAN, 5, 0),
                        rung_stats_bivariate_normal_cdf(0, 0, 1.5)};
  for (size_t index = 0; index < LENGTH(nan); ++index)
    assert_true(isnan(nan[index]));
  assert_true(rung_stats_normal_quantile(0) == -INFINITY && rung_stats_normal_quantile(1) > 1e300);
  assert_true(rung_stats_gamma_cdf(-1, 2) == 0 && rung_stats_gamma_upper(INFINITY, 2) == 0);
  assert_true(rung_stats_beta_cdf(0, 2, 3) == 0 && rung_stats_beta_cdf(1.5, 2, 3) == 1);
  assert_true(rung_stats_beta_quantile(0, 2, 3) == 0 && rung_stats_beta_quantile(1, 2, 3) == 1);
  assert_true(rung_stats_t_cdf(-INFINITY, 3) == 0 && rung_stats_t_cdf(INFINITY, 3) == 1);
  assert_true(rung_stats_t_quantile(.5, 3) == 0 && rung_stats_t_quantile(1, 3) == INFINITY);
  assert_true(rung_stats_f_cdf(-1, 2, 3) == 0 && rung_stats_f_upper(INFINITY, 2, 3) == 0);
  assert_close(rung_stats_t_cdf(-1.5, INFINITY), rung_stats_normal_cdf(-1.5), 0);
}

static void shapes_beyond_the_range_give_probabilities_or_none(void **state)
{
  (void)state;
  const double shapes[][2] = {{5, 1e-16}, {2, 1e-300}, {0.95, 1.7e308}, {1e-307, 5}};
  for (size_t index = 0; index < sizeof shapes / sizeof *shapes; ++index) {
    const double lower = rung_stats_f_cdf(3, shapes[index][0], shapes[index][1]);
    const double upper = rung_stats_f_upper(3, shapes[index][0], shapes[index][1]);
    assert_true(isnan(lower) ? isnan(upper) : lower >= 0 && upper >= 0 && lower + upper <= 1);
  }
  assert_true(!isinf(rung_stats_noncentral_t_delta(0.5, 1, DBL_TRUE_MIN)));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(values_agree_with_fifty_digits),
      cmocka_unit_test(quadrants_follow_sheppard),
      cmocka_unit_test(bivariate_margins_and_complements_add_up),
      cmocka_unit_test(noncentral_t_has_its_known_cases),
      cmocka_unit_test(a_large_t_of_the_other_sign_has_all_or_nothing_below),
      cmocka_unit_test(noncentrality_is_found_again),
      cmocka_unit_test(noncentral_quantiles_are_those_of_forty_digits),
      cmocka_unit_test(noncentral_quantiles_invert_both_tails),
      cmocka_unit_test(a_tail_is_a_power_of_t_however_far),
      cmocka_unit_test(far_noncentralities_join_on_to_near_ones),
      cmocka_unit_test(quantiles_invert_over_all_shapes),
      cmocka_unit_test(ends_and_what_is_out_of_range),
      cmocka_unit_test(shapes_beyond_the_range_give_probabilities_or_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
