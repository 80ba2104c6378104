/* Tests of stats/norms: scores looked up in a sample, ranks and normal scores.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/distribution.h>

#include "stats/norms.h"

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

/* By hand: of 1 2 2 3 5 7 two are below 3 and a half is it: (3 + 1/2) / 6. Mean 10/3, sum of squares
 * 92 - 200/3, sd sqrt(76/15). */
static void a_score_is_looked_up(void **state)
{
  (void)state;
  const double sample[] = {7, 2, NAN, 1, 3, 2, 5}, score[] = {3, NAN};
  const rung_column column = doubles(sample, 7);
  double out[21];
  assert_status(rung_stats_norms(&column, NULL, score, 2, 10, out, 21, NULL), RUNG_OK, NULL);
  const double z = (3 - 10.0 / 3) / sqrt(76.0 / 15);
  assert_close(out[RUNG_NORMS_PERCENTILE], 350.0 / 6, 1e-13);
  assert_close(out[RUNG_NORMS_AT_OR_BELOW], 400.0 / 6, 1e-13);
  assert_close(out[RUNG_NORMS_BELOW], 50, 1e-13);
  assert_close(out[RUNG_NORMS_Z], z, 1e-15);
  assert_close(out[RUNG_NORMS_T], 50 + 10 * z, 1e-13);
  assert_close(out[RUNG_NORMS_T_NORMALISED], 50 + 10 * rung_stats_normal_quantile(3.5 / 6), 1e-12);
  assert_true(out[RUNG_NORMS_STANINE] == 5 && out[RUNG_NORMS_STEN] == 5);
  assert_true(out[RUNG_NORMS_STANINE_NORMALISED] == 5 && out[RUNG_NORMS_STEN_NORMALISED] == 6);
  for (size_t index = 10; index < 21; ++index)
    assert_true(isnan(out[index]));
}

static void weights_count_as_equal_rows_in_percentiles(void **state)
{
  (void)state;
  const double sample[] = {1, 2, 3, 9}, weight[] = {1, 2, 1, 0};
  const double rows[] = {1, 2, 2, 3}, score[] = {0.5, 1, 2, 2.5, 3, 9};
  const rung_column column = doubles(sample, 4), weights = doubles(weight, 4),
                    plain = doubles(rows, 4);
  double found[18], expected[18];
  assert_status(rung_stats_norms(&column, &weights, score, 6, 3, found, 18, NULL), RUNG_OK, NULL);
  assert_status(rung_stats_norms(&plain, NULL, score, 6, 3, expected, 18, NULL), RUNG_OK, NULL);
  for (size_t index = 0; index < 18; ++index)
    assert_close(found[index], expected[index], 1e-13);
}

/* Of weights 1 2 1 0: 4^2 / 6. */
static void the_effective_n_stands_beside_every_score(void **state)
{
  (void)state;
  const double sample[] = {1, NAN, 2, 3, 9}, weight[] = {1, 7, 2, 1, 0}, score[] = {2, NAN};
  const rung_column column = doubles(sample, 5), weights = doubles(weight, 5);
  const size_t each = RUNG_NORMS_N + 1;
  double out[2 * (RUNG_NORMS_N + 1)];
  assert_status(rung_stats_norms(&column, NULL, score, 2, each, out, 2 * each, NULL), RUNG_OK,
                NULL);
  assert_true(out[RUNG_NORMS_N] == 4 && out[each + RUNG_NORMS_N] == 4 && isnan(out[each]));
  assert_status(rung_stats_norms(&column, &weights, score, 2, each, out, 2 * each, NULL), RUNG_OK,
                NULL);
  assert_close(out[RUNG_NORMS_N], 16.0 / 6, 1e-15);
  assert_close(out[each + RUNG_NORMS_N], 16.0 / 6, 1e-15);
  const rung_column none = doubles(sample, 0);
  assert_status(rung_stats_norms(&none, NULL, score, 2, each, out, 2 * each, NULL),
                RUNG_E_NOT_ESTIMABLE, NULL);
  assert_true(out[RUNG_NORMS_N] == 0 && isnan(out[0]));
}

/* The bounds of stanines are at z = -1.75, -1.25, ... 1.75, of stens at -2, -1.5, ... 2. */
static void stanines_and_stens_have_ends(void **state)
{
  (void)state;
  struct rung__norm_sample sample = {0};
  double value[] = {-1, 0, 1}, up_to[] = {1, 2, 3}, result[RUNG__NORMS_COUNT];
  sample = (struct rung__norm_sample){3, value, up_to, 0, 1, 3};
  const struct {
    double z, stanine, sten;
  } cases[] = {{-9, 1, 1},   {-1.76, 1, 2}, {-1.75, 2, 2}, {-0.25, 5, 5}, {0, 5, 6},
               {0.25, 6, 6}, {1.75, 9, 9},  {2, 9, 10},    {9, 9, 10}};
  for (size_t index = 0; index < LENGTH(cases); ++index) {
    rung__norms(&sample, cases[index].z, result);
    assert_close(result[RUNG_NORMS_STANINE], cases[index].stanine, 0);
    assert_close(result[RUNG_NORMS_STEN], cases[index].sten, 0);
  }
  assert_true(isnan(result[RUNG_NORMS_T_NORMALISED]) && result[RUNG_NORMS_STANINE_NORMALISED] == 9);
}

static void a_sample_that_does_not_vary_has_percentiles_only(void **state)
{
  (void)state;
  const double sample[] = {4, 4, 4}, score[] = {4};
  const rung_column column = doubles(sample, 3), one = doubles(sample, 1),
                    none = doubles(sample, 0);
  double out[10];
  assert_status(rung_stats_norms(&column, NULL, score, 1, 10, out, 10, NULL), RUNG_OK, NULL);
  assert_true(out[RUNG_NORMS_PERCENTILE] == 50 && isnan(out[RUNG_NORMS_Z]) &&
              isnan(out[RUNG_NORMS_STANINE]) && out[RUNG_NORMS_T_NORMALISED] == 50);
  assert_status(rung_stats_norms(&one, NULL, score, 1, 10, out, 10, NULL), RUNG_OK, NULL);
  assert_status(rung_stats_norms(&none, NULL, score, 1, 10, out, 10, NULL), RUNG_E_NOT_ESTIMABLE,
                NULL);
  assert_true(isnan(out[0]));
  assert_status(rung_stats_norms(&column, NULL, score, 0, 10, out, 10, NULL), RUNG_E_ARGUMENT,
                NULL);
  assert_status(rung_stats_norms(&column, NULL, NULL, 1, 10, out, 10, NULL), RUNG_E_ARGUMENT, NULL);
  const double bad[] = {1, -1, 1};
  const rung_column weight = doubles(bad, 3);
  assert_status(rung_stats_norms(&column, &weight, score, 1, 10, out, 10, NULL), RUNG_E_ANSWERS,
                NULL);
}

static void ties_share_the_mean_of_their_ranks(void **state)
{
  (void)state;
  const double value[] = {30, 10, NAN, 20, 20, 20}, expected[] = {5, 1, NAN, 3, 3, 3, NAN};
  const rung_column column = doubles(value, 6);
  double out[7];
  assert_status(rung_stats_ranks(&column, RUNG_RANKS_PLAIN, out, 7, NULL), RUNG_OK, NULL);
  for (size_t index = 0; index < 7; ++index)
    assert_close(out[index], expected[index], 0);
}

static void normal_scores_are_quantiles_at_their_places(void **state)
{
  (void)state;
  const double value[] = {30, 10, 40, 20};
  const rung_column column = doubles(value, 4);
  const struct {
    rung_ranks how;
    double place; /* of rank 4 of 4 */
  } cases[] = {{RUNG_RANKS_BLOM, 3.625 / 4.25},
               {RUNG_RANKS_TUKEY, 11.0 / 13},
               {RUNG_RANKS_RANKIT, 3.5 / 4},
               {RUNG_RANKS_VAN_DER_WAERDEN, 4.0 / 5}};
  for (size_t index = 0; index < LENGTH(cases); ++index) {
    double out[4];
    assert_status(rung_stats_ranks(&column, cases[index].how, out, 4, NULL), RUNG_OK, NULL);
    assert_close(out[2], rung_stats_normal_quantile(cases[index].place), 1e-14);
    assert_close(out[1], -out[2], 1e-14);
    assert_close(out[0], -out[3], 1e-14);
  }
}

static void ranks_of_nothing_cannot_be_had(void **state)
{
  (void)state;
  const double value[] = {NAN};
  const rung_column column = doubles(value, 1), none = doubles(value, 0);
  double out[1];
  assert_status(rung_stats_ranks(&column, RUNG_RANKS_BLOM, out, 1, NULL), RUNG_E_NOT_ESTIMABLE,
                NULL);
  assert_status(rung_stats_ranks(&none, RUNG_RANKS_BLOM, out, 1, NULL), RUNG_E_NOT_ESTIMABLE, NULL);
  assert_status(rung_stats_ranks(&column, (rung_ranks)5, out, 1, NULL), RUNG_E_ARGUMENT, NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_score_is_looked_up),
      cmocka_unit_test(weights_count_as_equal_rows_in_percentiles),
      cmocka_unit_test(the_effective_n_stands_beside_every_score),
      cmocka_unit_test(stanines_and_stens_have_ends),
      cmocka_unit_test(a_sample_that_does_not_vary_has_percentiles_only),
      cmocka_unit_test(ties_share_the_mean_of_their_ranks),
      cmocka_unit_test(normal_scores_are_quantiles_at_their_places),
      cmocka_unit_test(ranks_of_nothing_cannot_be_had),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
