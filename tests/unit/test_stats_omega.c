/* Tests of rung/stats/omega.h and of the fit of one factor.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include <rung/stats/omega.h>

#include "stats/one_factor.h"

#define ITEMS 5
#define ROOM (3 * ITEMS * ITEMS + 5 * ITEMS)
#define OMEGA_COUNT 12

static rung_column doubles(const double *data, int64_t length)
{
  return (rung_column){.data = data, .length = length, .type = RUNG_TYPE_DOUBLE};
}

static void correlations_of_one_factor_give_its_loadings_back(void **state)
{
  (void)state;
  const double truth[ITEMS] = {0.9, 0.3, -0.5, 0.7, 0.6};
  double correlation[ITEMS * ITEMS], room[ROOM], loading[ITEMS], unique[ITEMS], fit;
  for (size_t index = 0; index < ITEMS * ITEMS; ++index) {
    const size_t row = index / ITEMS, column = index % ITEMS;
    correlation[index] = row == column ? 1 : truth[row] * truth[column];
  }
  assert_true(rung__one_factor_room(ITEMS) <= ROOM);
  for (size_t way = 0; way < 2; ++way) {
    assert_true((way == 0 ? rung__one_factor_likelihood : rung__one_factor_minres)(
        correlation, ITEMS, room, loading, unique, &fit));
    for (size_t item = 0; item < ITEMS; ++item) {
      assert_close(loading[item], truth[item], 1e-10);
      assert_close(unique[item], 1 - truth[item] * truth[item], 1e-10);
    }
    assert_close(fit, 0, 1e-13);
  }
}

static void three_items_have_the_loadings_of_the_triad(void **state)
{
  (void)state;
  /* l1^2 = r12 r13 / r23 (Spearman 1904) */
  const double correlation[] = {1, 0.42, 0.35, 0.42, 1, 0.3, 0.35, 0.3, 1};
  double room[ROOM], loading[3], unique[3], fit;
  assert_true(rung__one_factor_likelihood(correlation, 3, room, loading, unique, &fit));
  assert_close(loading[0], 0.7, 1e-10);
  assert_close(loading[1], 0.6, 1e-10);
  assert_close(loading[2], 0.5, 1e-10);
}

static void an_improper_solution_stops_at_its_bound(void **state)
{
  (void)state;
  /* the triad would ask for l1^2 = 0.8 x 0.8 / 0.4 = 1.6 */
  const double correlation[] = {1, 0.8, 0.8, 0.8, 1, 0.4, 0.8, 0.4, 1};
  double room[ROOM], loading[3], unique[3], fit;
  assert_true(rung__one_factor_likelihood(correlation, 3, room, loading, unique, &fit));
  assert_close(unique[0], RUNG__UNIQUENESS_LEAST, 1e-12);
  assert_true(unique[1] > 0.1 && fit > 0);
  assert_true(rung__one_factor_minres(correlation, 3, room, loading, unique, &fit));
  assert_close(unique[0], RUNG__UNIQUENESS_LEAST, 1e-12);
}

/* Fills four items of a factor, drawn from `chance`. */
static void draw_items(double items[4][60], uint64_t chance)
{
  for (size_t row = 0; row < 60; ++row) {
    const double common = (double)(next_random(&chance) % 7);
    for (size_t item = 0; item < 4; ++item)
      items[item][row] = common * (double)(item + 1) + (double)(next_random(&chance) % 9);
  }
}

static void omega_is_named_by_its_definition(void **state)
{
  (void)state;
  double items[4][60], out[OMEGA_COUNT], blocks[4 * 4];
  rung_column columns[4];
  draw_items(items, 21);
  for (size_t item = 0; item < 4; ++item)
    columns[item] = doubles(items[item], 60);
  for (int how = 0; how < 2; ++how) {
    double sum = 0, unique = 0, squares = 0;
    assert_status(rung_stats_omega(columns, 4, NULL, RUNG_MISSING_FAIL, (rung_factoring)how, out,
                                   OMEGA_COUNT, NULL),
                  RUNG_OK, NULL);
    assert_status(rung_stats_one_factor(columns, 4, NULL, RUNG_MISSING_FAIL, (rung_factoring)how,
                                        blocks, 16, NULL),
                  RUNG_OK, NULL);
    for (size_t item = 0; item < 4; ++item) {
      sum += blocks[RUNG_ONE_FACTOR_LOADING * 4 + item];
      unique += blocks[RUNG_ONE_FACTOR_UNIQUENESS * 4 + item];
      squares += pow(blocks[RUNG_ONE_FACTOR_STANDARDISED * 4 + item], 2);
    }
    assert_close(out[RUNG_OMEGA_MODEL], sum * sum / (sum * sum + unique), 1e-14);
    assert_close(out[RUNG_OMEGA_EXTRACTED], squares / 4, 1e-14);
    assert_true(out[RUNG_OMEGA_N] == 60 && out[RUNG_OMEGA_IMPROPER] == 0);
    assert_true(isnan(out[RUNG_OMEGA_CHI_SQUARE]) == (how == RUNG_FACTORING_MINRES));
    assert_close(blocks[RUNG_ONE_FACTOR_SCREE * 4] + blocks[RUNG_ONE_FACTOR_SCREE * 4 + 1] +
                     blocks[RUNG_ONE_FACTOR_SCREE * 4 + 2] + blocks[RUNG_ONE_FACTOR_SCREE * 4 + 3],
                 4, 1e-13);
  }
}

static void equal_weights_leave_a_factor_as_it_is(void **state)
{
  (void)state;
  double items[4][60], five[60], plain[OMEGA_COUNT], weighted[OMEGA_COUNT], one[16], other[16];
  rung_column columns[4];
  draw_items(items, 5);
  for (size_t row = 0; row < 60; ++row)
    five[row] = 5;
  for (size_t item = 0; item < 4; ++item)
    columns[item] = doubles(items[item], 60);
  const rung_column weight = doubles(five, 60);
  for (int way = 0; way < 2; ++way) {
    const rung_factoring how = (rung_factoring)way;
    assert_status(
        rung_stats_omega(columns, 4, NULL, RUNG_MISSING_FAIL, how, plain, OMEGA_COUNT, NULL),
        RUNG_OK, NULL);
    assert_status(
        rung_stats_omega(columns, 4, &weight, RUNG_MISSING_FAIL, how, weighted, OMEGA_COUNT, NULL),
        RUNG_OK, NULL);
    for (size_t index = 0; index < OMEGA_COUNT; ++index)
      assert_close(weighted[index], plain[index], 1e-10);
    assert_status(rung_stats_one_factor(columns, 4, NULL, RUNG_MISSING_FAIL, how, one, 16, NULL),
                  RUNG_OK, NULL);
    assert_status(
        rung_stats_one_factor(columns, 4, &weight, RUNG_MISSING_FAIL, how, other, 16, NULL),
        RUNG_OK, NULL);
    for (size_t index = 0; index < 16; ++index)
      assert_close(other[index], one[index], 1e-10);
  }
}

static void whole_weights_act_on_loadings_as_equal_rows(void **state)
{
  (void)state;
  double items[4][60], longer[4][180], weight[60], out[OMEGA_COUNT], again[OMEGA_COUNT];
  double weighted[16], repeated[16], squares = 0;
  rung_column columns[4], rows[4];
  size_t count = 0;
  draw_items(items, 8);
  for (size_t row = 0; row < 60; ++row) {
    weight[row] = (double)(row % 4);
    squares += weight[row] * weight[row];
    for (size_t time = 0; time < row % 4; ++time, ++count)
      for (size_t item = 0; item < 4; ++item)
        longer[item][count] = items[item][row];
  }
  for (size_t item = 0; item < 4; ++item) {
    columns[item] = doubles(items[item], 60);
    rows[item] = doubles(longer[item], (int64_t)count);
  }
  const rung_column weights = doubles(weight, 60);
  for (int way = 0; way < 2; ++way) {
    const rung_factoring how = (rung_factoring)way;
    assert_status(
        rung_stats_one_factor(columns, 4, &weights, RUNG_MISSING_FAIL, how, weighted, 16, NULL),
        RUNG_OK, NULL);
    assert_status(rung_stats_one_factor(rows, 4, NULL, RUNG_MISSING_FAIL, how, repeated, 16, NULL),
                  RUNG_OK, NULL);
    for (size_t index = 0; index < 16; ++index)
      assert_close(weighted[index], repeated[index], 1e-10);
    assert_status(
        rung_stats_omega(columns, 4, &weights, RUNG_MISSING_FAIL, how, out, OMEGA_COUNT, NULL),
        RUNG_OK, NULL);
    assert_status(rung_stats_omega(rows, 4, NULL, RUNG_MISSING_FAIL, how, again, OMEGA_COUNT, NULL),
                  RUNG_OK, NULL);
    assert_close(out[RUNG_OMEGA_MODEL], again[RUNG_OMEGA_MODEL], 1e-10);
    assert_close(out[RUNG_OMEGA_OBSERVED], again[RUNG_OMEGA_OBSERVED], 1e-10);
    assert_close(out[RUNG_OMEGA_N], (double)(count * count) / squares, 1e-12);
  }
}

static void what_has_no_factor_says_so(void **state)
{
  (void)state;
  const double a[] = {1, 2, 3, 4}, b[] = {2, 1, 4, 3}, flat[] = {1, 1, 1, 1},
               twice[] = {2, 4, 6, 8};
  const rung_column constant[] = {doubles(a, 4), doubles(b, 4), doubles(flat, 4)};
  const rung_column singular[] = {doubles(a, 4), doubles(b, 4), doubles(twice, 4)};
  double out[OMEGA_COUNT], blocks[12];
  rung_error error;
  assert_status(rung_stats_omega(constant, 2, NULL, RUNG_MISSING_FAIL, RUNG_FACTORING_LIKELIHOOD,
                                 out, OMEGA_COUNT, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(isnan(out[0]) && out[RUNG_OMEGA_N] == 4);
  assert_status(rung_stats_omega(constant, 3, NULL, RUNG_MISSING_FAIL, RUNG_FACTORING_LIKELIHOOD,
                                 out, OMEGA_COUNT, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(rung_stats_omega(singular, 3, NULL, RUNG_MISSING_FAIL, RUNG_FACTORING_LIKELIHOOD,
                                 out, OMEGA_COUNT, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_status(rung_stats_one_factor(singular, 3, NULL, RUNG_MISSING_FAIL,
                                      RUNG_FACTORING_LIKELIHOOD, blocks, 12, &error),
                RUNG_E_NOT_ESTIMABLE, &error);
  assert_true(isnan(blocks[0]) && isnan(blocks[11]));
  assert_status(rung_stats_omega(singular, 3, NULL, RUNG_MISSING_FAIL, (rung_factoring)7, out,
                                 OMEGA_COUNT, &error),
                RUNG_E_ARGUMENT, &error);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(correlations_of_one_factor_give_its_loadings_back),
      cmocka_unit_test(three_items_have_the_loadings_of_the_triad),
      cmocka_unit_test(an_improper_solution_stops_at_its_bound),
      cmocka_unit_test(omega_is_named_by_its_definition),
      cmocka_unit_test(equal_weights_leave_a_factor_as_it_is),
      cmocka_unit_test(whole_weights_act_on_loadings_as_equal_rows),
      cmocka_unit_test(what_has_no_factor_says_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
